"""What a finder of attributes returns: a value with its owner and the words that say it, or a value that is nobody's. Knows no pattern."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Mention


@dataclass(frozen=True, slots=True)
class Owner:
    """A mention and how near it stands to what it owns: "behind", "clause", "sentence" or "topic"."""

    mention: Mention
    near: str


@dataclass(frozen=True, slots=True)
class Attribute:
    """A value of an owner under a key of the ontology, as printed; ``range`` is the article range that says it, half-open.

    ``counted`` is the set that a sum is of (重点项目291个), None where it is of the owner itself.
    """

    owner: Owner
    key: str
    value: str
    range: tuple[int, int]
    rule: str
    counted: str | None = None

    @property
    def ranges(self) -> list[tuple[int, int]]:
        """The fewest article ranges that name the owner and say the value: one if they are near each other."""
        (start, end), mention = self.range, self.owner.mention
        if self.owner.near == "topic" or mention.start > end or start - mention.end >= 120:
            return [(mention.start, mention.end), self.range]
        return [(min(mention.start, start), max(mention.end, end))]


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A quantity that is claimed for nobody, as printed at an article offset, and why."""

    value: str
    reason: str
    start: int
