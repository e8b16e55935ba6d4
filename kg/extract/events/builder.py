"""An event while its article is being read: who is in which role, where it is said. Knows no pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.extract.draft import Draft
from kg.model import Mention

NAMED = ("company", "agency", "institution", "zone", "facility", "project", "programme")


def source(draft: Draft, mention: Mention) -> Mention:
    """Return what an anaphor stands for, every other mention itself."""
    return draft.mention(mention.antecedent) if mention.antecedent else mention


def same(draft: Draft, left: Mention, right: Mention) -> bool:
    """Whether two mentions of an article are one thing for all that the article shows: same surface, or one a short form."""
    if left.type != right.type:
        return False
    left, right = source(draft, left), source(draft, right)
    if left.surface == right.surface or (left.name and left.name == right.name):
        return True
    return left.type in NAMED and is_short(left.surface, right.surface)


FORM = re.compile("股份|有限|责任|公司|集团|总公司|(?:党工委|区委|县委|市委|政府)$")


UNIT = re.compile("(?:部|局|所|中心|队|分公司|科|处|站|班|室|委|办|院|会|厂|支行|分行|组|校|店|银行|园|基地)$")


def core(surface: str) -> str:
    """Return a name without its form, in small letters: ACME公司 → acme."""
    return FORM.sub("", surface.casefold()) or surface


def is_short(left: str, right: str) -> bool:
    """Whether one surface is the other with characters left out: 某岳控股 of 香港某岳控股有限公司."""
    short, long = sorted((core(left), core(right)), key=len)
    if long.startswith(short) and UNIT.search(long[len(short) :]):
        return False
    rest = iter(long)
    return len(short) > 1 and all(char in rest for char in short)


def joined(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return ranges in order, those that touch or overlap (but for one mark between them) made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(set(ranges)):
        if found and start <= found[-1][1] + 1:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


@dataclass
class EventBuilder:
    """One event being put together.

    ``ranges`` are article ranges of the words that tell it, the opening first. ``hint`` is the noun or verb that opened it
    (座谈会, 开工仪式, 调研), by which later clauses name it again; ``leads`` says that the article opens with it,
    ``weak`` that it is an event only if somebody is told to have been there,
    ``at`` is the article range that is being read: it becomes evidence if it gives somebody a role. ``day`` is the printed day.
    """

    draft: Draft
    kind: str
    label: str
    hint: str
    ranges: list[tuple[int, int]]
    date: str | None = None
    place: Mention | None = None
    rule: str = ""
    confidence: float = 0.8
    roles: list[tuple[Mention, str]] = field(default_factory=list)
    leads: bool = False
    weak: bool = False
    fallback: tuple[Mention, ...] = ()
    at: tuple[int, int] | None = None
    day: str | None = None

    def role_of(self, mention: Mention) -> str | None:
        """Return the role that this thing has so far."""
        return next((role for who, role in self.roles if same(self.draft, who, mention)), None)

    def give(self, mentions: Iterable[Mention], role: str) -> None:
        """Give a role to those that have none yet."""
        for mention in mentions:
            if self.role_of(mention) is None:
                self.roles.append((mention, role))
                self.ranges += [self.at] if self.at else []

    def change(self, mention: Mention, role: str) -> None:
        """Replace the role of a thing: who first attends and then speaks is a speaker."""
        self.roles = [(who, role if same(self.draft, who, mention) else old) for who, old in self.roles]

    def who(self, *roles: str) -> list[Mention]:
        """Return those in one of the roles."""
        return [mention for mention, role in self.roles if role in roles]

    def is_told(self) -> bool:
        """Whether enough is named for it to be an event: an inspection needs who and what, everything else somebody or something."""
        if self.weak and not self.who("host", "speaker", "attendee", "presenter"):
            return False
        if self.kind == "inspection":
            seen = bool(self.who("target"))
            return (bool(self.who("inspector")) and (seen or bool(self.who("attendee")) or self.hint.startswith("观摩"))) or (
                seen and any(m.type == "person" for m in self.who("attendee"))
            )
        if self.kind == "talks":
            return bool(self.who("host", "guest"))
        return bool(self.roles)

    def settle(self) -> None:
        """Take the zone that only describes what was visited (开发区内企业) for the target if nothing better is named."""
        if self.kind == "inspection" and not self.who("target"):
            self.give(self.fallback, "target")

    def write(self) -> None:
        """Record the event in its draft; whoever its words do not name is shown where the article names them."""
        shown = joined(self.ranges)
        outside = [(m.start, m.end) for m, _ in self.roles if not any(start <= m.start and m.end <= end for start, end in shown)]
        self.draft.event(
            self.kind,
            self.label,
            sorted(self.roles, key=lambda item: (item[0].start, item[0].end)),
            joined([*shown, *outside]),
            self.rule,
            date=self.date,
            place=self.place,
            confidence=self.confidence,
        )
