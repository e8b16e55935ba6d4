"""An event while its article is being read: who is in which role, where it is said. Knows no pattern."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.extract.draft import Draft
from kg.model import Mention

ONCE = ("host", "guest", "inspector", "speaker", "presenter", "attendee", "target")
"""Roles from strongest to weakest: who has one of the first is not given a weaker one beside it."""


def same(left: Mention, right: Mention) -> bool:
    """Whether two mentions of an article are the same thing for all that the article shows: same surface or antecedent."""
    if left.type != right.type:
        return False
    keys = [{m.antecedent or m.id, m.name or m.surface, *(() if m.kind == "anaphor" else (m.surface,))} for m in (left, right)]
    return bool(keys[0] & keys[1]) or (left.type == right.type and left.antecedent == right.id) or right.antecedent == left.id


@dataclass
class Telling:
    """One event being put together; ``ranges`` are article ranges, ``start`` the article offset of its first word."""

    kind: str
    label: str
    rule: str
    ranges: list[tuple[int, int]]
    date: str | None = None
    place: Mention | None = None
    confidence: float = 0.8
    roles: list[tuple[Mention, str]] = field(default_factory=list)

    def role_of(self, mention: Mention) -> str | None:
        """Return the role that this thing has so far."""
        return next((role for who, role in self.roles if same(who, mention)), None)

    def give(self, mentions: Iterable[Mention], role: str) -> None:
        """Give a role to those that have none yet."""
        for mention in mentions:
            if self.role_of(mention) is None:
                self.roles.append((mention, role))

    def who(self, *roles: str) -> list[Mention]:
        """Return those in one of the roles."""
        return [mention for mention, role in self.roles if role in roles]

    def write(self, draft: Draft) -> None:
        """Record the event in its draft."""
        spans = sorted(set(self.ranges))[:3]
        draft.event(self.kind, self.label, sorted(self.roles, key=lambda item: (item[0].start, item[0].end)), spans, self.rule,
                    date=self.date, place=self.place, confidence=self.confidence)
