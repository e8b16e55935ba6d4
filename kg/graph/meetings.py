"""Events across articles: which articles report the same event, and who attended events together. Both are derived and marked so.

Attendance at one event is weaker than any stated link: a tie by attendance is worth ``WORTH`` at most, less the more took part,
and never becomes a claim.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from kg.graph.facts import event_key
from kg.model import Corpus, Event
from kg.values.dates import agree

PRESENT = ("host", "speaker", "attendee", "guest", "inspector", "presenter")
ACTORS = ("person", "company", "agency", "institution", "zone")
KINDS_ALIKE = ({"meeting", "talks"}, {"ceremony", "other"})
WORTH = 0.5
"""What it is worth to be the only two at an event; a stated link is worth 1."""


@dataclass(frozen=True, slots=True)
class SameEvent:
    """One real event reported more than once: keys of its events (graph.facts.event_key) and the entities that all of them name."""

    events: tuple[str, ...]
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CoAttendance:
    """Two who were at the same events, each event counted once however often it is reported; ``worth`` is below that of any stated link."""

    left: str
    right: str
    events: tuple[str, ...]
    worth: float
    label: str = "attended_together"
    strength: str = "derived"


def taking_part(corpus: Corpus, event: Event, roles: Iterable[str] | None = None) -> dict[str, str]:
    """Return entity id → role of those who took part, in printed order."""
    wanted = tuple(roles) if roles is not None else None
    found: dict[str, str] = {}
    for role in event.roles:
        entity = corpus.entity_of.get(role.who)
        if entity and (wanted is None or role.role in wanted):
            found.setdefault(entity, role.role)
    return found


def same_events(corpus: Corpus) -> tuple[SameEvent, ...]:
    """Return the events that two or more articles report, in the order of the corpus.

    Two events are one if they are of one kind (talks and meetings count as one), their dates (else those of their articles) can be one day,
    they share two participants, and these are half of the fewer named. Every event of a group matches its first.
    """
    events = list(corpus.events())
    days = {r.article.id: r.article.date for r in corpus.readings}
    dates = [e.date or days[e.article] for e in events]
    named = [frozenset(taking_part(corpus, e)) for e in events]
    by_entity: dict[str, list[int]] = defaultdict(list)
    first: dict[int, int] = {}
    for index in range(len(events)):
        near = sorted({other for who in named[index] for other in by_entity[who]})
        same = next(
            (first[o] for o in near if may_be_one(events, dates, index, first[o]) and overlap(named[index], named[first[o]])), index
        )
        first[index] = same
        for who in named[index]:
            by_entity[who].append(index)
    found: dict[int, list[int]] = defaultdict(list)
    for index, head in first.items():
        found[head].append(index)
    return tuple(
        SameEvent(tuple(event_key(events[i]) for i in members), tuple(sorted(shared(named, members))))
        for members in found.values()
        if len(members) > 1
    )


def shared(named: Sequence[frozenset[str]], members: Sequence[int]) -> frozenset[str]:
    """Return the entities that every one of these events names."""
    return frozenset.intersection(*(named[i] for i in members))


def may_be_one(events: Sequence[Event], dates: Sequence[str | None], index: int, other: int) -> bool:
    """Whether kind and day allow that two events are one; two events of one article never are."""
    left, right = events[index], events[other]
    known = dates[index] and dates[other] and agree(dates[index], dates[other])
    return left.article != right.article and alike(left.kind, right.kind) and bool(known)


def overlap(who: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two events share two participants, and half of the fewer named."""
    both = len(who & others)
    return both >= 2 and both * 2 >= min(len(who), len(others))


def alike(left: str, right: str) -> bool:
    """Whether two kinds can be one event as two writers see it."""
    return left == right or any({left, right} <= kinds for kinds in KINDS_ALIKE)


def co_attendance(corpus: Corpus, crowd: int = 40) -> tuple[CoAttendance, ...]:
    """Return the pairs who were at events together, strongest first; an event of more than ``crowd`` actors links nobody."""
    types = {e.id: e.type for e in corpus.entities}
    head = {key: group.events[0] for group in same_events(corpus) for key in group.events}
    present: dict[str, set[str]] = defaultdict(set)
    for event in corpus.events():
        key = event_key(event)
        present[head.get(key, key)] |= {who for who in taking_part(corpus, event, PRESENT) if types[who] in ACTORS}
    together: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key, who in present.items():
        if len(who) <= crowd:
            for pair in combinations(sorted(who), 2):
                together[pair].append(key)
    made = [CoAttendance(a, b, tuple(keys), worth([len(present[k]) for k in keys])) for (a, b), keys in together.items()]
    return tuple(sorted(made, key=lambda tie: (-tie.worth, tie.left, tie.right)))


def worth(crowds: Sequence[int]) -> float:
    """Return what meeting in crowds of these sizes is worth; never as much as a stated link. Chances combine as independent ones."""
    missed = 1.0
    for size in crowds:
        missed *= 1 - WORTH / max(1, size - 1)
    return round(min(1 - missed, 0.9), 4)
