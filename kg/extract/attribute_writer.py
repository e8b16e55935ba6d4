"""Writes attribute claims, each once, with its evidence and a confidence by how near the owner stands. Knows no pattern."""

from __future__ import annotations

from kg.extract.attribute_owner import Owner
from kg.extract.draft import Draft

NEARNESS = {"behind": 0.92, "clause": 0.92, "sentence": 0.88, "topic": 0.7}
"""Confidence by how near the owner stands: shares right on the seeds and the invented pages p01…p08, read with our own names."""


class Writer:
    """Writes the attributes of one article; the same value is claimed once for an owner and key."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.seen: set[tuple[str, str, str]] = set()

    def add(self, found: Owner, key: str, value: str, span: tuple[int, int], rule: str) -> None:
        """Record that ``found`` has ``value`` for ``key``; ``span`` is the article range that says the value.

        The evidence is the fewest ranges that name the owner and say the value.
        """
        mention = found.mention
        mark = (mention.antecedent or mention.name or mention.surface, key, value)
        if mark in self.seen:
            return
        self.seen.add(mark)
        apart = found.near == "topic" or not (mention.start <= span[1] and span[0] - mention.end < 120)
        ranges = [(mention.start, mention.end), span] if apart else [(min(mention.start, span[0]), max(mention.end, span[1]))]
        self.draft.claim(mention, key, None, ranges, rule, value=value, confidence=NEARNESS[found.near])
