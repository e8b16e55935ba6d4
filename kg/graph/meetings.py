"""Events across articles: which articles report the same event. It is derived, never a claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from kg.graph.facts import event_key
from kg.model import Corpus, Event
from kg.values.dates import agree

KINDS_ALIKE = ({"meeting", "talks"}, {"ceremony", "other"})


@dataclass(frozen=True, slots=True)
class SameEvent:
    """One real event reported more than once: keys of its events (graph.facts.event_key) and the entities that all of them name."""

    events: tuple[str, ...]
    shared: tuple[str, ...]


def taking_part(corpus: Corpus, event: Event) -> frozenset[str]:
    """Return the entities that took part."""
    return frozenset(entity for role in event.roles if (entity := corpus.entity_of.get(role.who)))


def same_events(corpus: Corpus) -> tuple[SameEvent, ...]:
    """Return the events that two or more articles report, in the order of the corpus.

    Two events are one if they are of one kind (talks and meetings count as one), their dates (else those of their articles) can be one day,
    they share two participants, and these are half of the fewer named. Every event of a group matches its first.
    """
    events = list(corpus.events())
    days = {r.article.id: r.article.date for r in corpus.readings}
    dates = [e.date or days[e.article] for e in events]
    named = [taking_part(corpus, e) for e in events]
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
