"""An event while its article is being read: who takes part in which role, and where the article says so. Knows no pattern."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from kg import ontology
from kg.extract.draft import Draft
from kg.model import Mention

NAMED = (*ontology.organisations(), "facility", "project", "programme")
EVERY_ROLE = ("host", "speaker", "attendee", "guest", "inspector", "target", "presenter")

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Participant:
    """What a finder returns: a mention, its role in an event, and the article range that gives it that role.

    Who has a role already keeps it, unless it is one of ``replaces``: who attends and then speaks is a speaker.
    """

    mention: Mention
    role: str
    range: Range
    replaces: tuple[str, ...] = ()


def participants(mentions: Iterable[Mention], role: str, range_: Range, *, replaces: tuple[str, ...] = ()) -> Iterator[Participant]:
    """Yield each mention as a participant in the same role."""
    for mention in mentions:
        yield Participant(mention, role, range_, replaces)


Words = TypeVar("Words")
"""What a finder of participants reads: a clause or a whole report."""


@dataclass(frozen=True, slots=True)
class RoleRule(Generic[Words]):
    """One way of giving roles in an event of one of ``kinds`` (of every kind if empty).

    ``example`` and ``counter`` are texts in the notation of ``kg.extract.examples``; what stands after ``=>`` are the roles that the
    event has by this rule alone, and in the counter-example the rule gives none.
    """

    id: str
    find: Callable[[Words, EventBuilder], Iterable[Participant]]
    example: str
    counter: str
    kinds: tuple[str, ...] = ()

    def participants(self, words: Words, event: EventBuilder) -> list[Participant]:
        """Return whom the rule finds for the event, [] for an event of another kind."""
        return list(self.find(words, event)) if not self.kinds or event.kind in self.kinds else []


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


def joined(ranges: Iterable[Range]) -> list[Range]:
    """Return ranges in order, those that touch or overlap (but for one mark between them) made one."""
    found: list[Range] = []
    for start, end in sorted(set(ranges)):
        if found and start <= found[-1][1] + 1:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


@dataclass
class EventBuilder:
    """One event being put together; ``add`` is the only place where somebody is given a role.

    ``ranges`` are the article ranges of the words that report it, its trigger's clause first. ``hint`` is the noun or verb of the
    trigger (座谈会, 开工仪式, 调研), by which later clauses refer to it; ``day`` is the day that its sentence prints.
    ``leads`` says that the article opens with it, ``weak`` that it is an event only if somebody is said to have been there;
    ``fallback`` are targets for want of a better one.
    """

    draft: Draft
    kind: str
    label: str
    hint: str
    rule: str
    confidence: float
    ranges: list[Range]
    date: str | None = None
    day: str | None = None
    place: Mention | None = None
    leads: bool = False
    weak: bool = False
    fallback: tuple[Mention, ...] = ()
    roles: list[tuple[Mention, str]] = field(default_factory=list)

    @property
    def title(self) -> str:
        """What the article calls it: label and hint together."""
        return self.label + self.hint

    def role_of(self, mention: Mention) -> str | None:
        """Return the role that this thing has so far."""
        return next((role for who, role in self.roles if same(self.draft, who, mention)), None)

    def who(self, *roles: str) -> list[Mention]:
        """Return those in one of the roles."""
        return [mention for mention, role in self.roles if role in roles]

    def add(self, found: Iterable[Participant]) -> None:
        """Record participants: a new one with its evidence, a known one only if the new role replaces the old."""
        for one in found:
            earlier = self.role_of(one.mention)
            if earlier is None:
                self.roles.append((one.mention, one.role))
                self.ranges.append(one.range)
            elif earlier in one.replaces:
                self.roles = [(who, one.role if same(self.draft, who, one.mention) else role) for who, role in self.roles]

    def settle(self) -> None:
        """Take the zone that only describes what was visited (开发区内企业) for the target if nothing better is named."""
        if self.kind == "inspection" and not self.who("target"):
            self.add(participants(self.fallback, "target", self.ranges[0]))

    def is_supported(self) -> bool:
        """Whether enough is named for it to be an event: an inspection needs who and what, everything else somebody or something."""
        if self.weak and not self.who("host", "speaker", "attendee", "presenter"):
            return False
        if self.kind == "inspection":
            return self.is_inspected()
        return bool(self.who("host", "guest") if self.kind == "talks" else self.roles)

    def is_inspected(self) -> bool:
        """Whether an inspector and a target, companion or tour is named, or a target and who showed it."""
        if self.who("inspector"):
            return bool(self.who("target", "attendee")) or self.hint.startswith("观摩")
        return bool(self.who("target")) and any(m.type == "person" for m in self.who("attendee"))

    def write(self) -> None:
        """Record the event in its draft; who is not named within its ranges is shown where the article names it."""
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
