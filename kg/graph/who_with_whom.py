"""Who works with whom: people and organisations only, linked by what they share, each link with its reasons.

direct      a stated relation between the two (cooperates_with, supplies, holds_post)
shared      both are tied to one project, facility, programme or zone
event       both took part in one event; the more took part, the less it says
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from kg import ontology
from kg.graph.facts import EVENT, PLACE_ROLE, Fact, Facts, pair
from kg.graph.trace import DENIED

ACTORS = ("person", *ontology.bodies())
SHARED = {"project": 1.0, "facility": 0.7, "programme": 0.5, "zone": 0.4}
"""What is shared, and what sharing it between two is worth."""
EVENT_WORTH = 0.8
DIRECT_WORTH = 1.5
CROWD = 40
"""What more actors than this share links nobody."""


@dataclass(frozen=True, slots=True)
class Via:
    """One reason for a tie: the shared thing (None for a direct relation) and the facts that say so."""

    through: str | None
    facts: tuple[Fact, ...]
    worth: float


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors and everything that links them, strongest first; ``worth`` is the sum."""

    a: str
    b: str
    worth: float
    via: tuple[Via, ...]


def who_with_whom(facts: Facts) -> tuple[Tie, ...]:
    """Return the ties between people and organisations, strongest first."""
    found: dict[tuple[str, str], list[Via]] = defaultdict(list)
    for key, via in (*_direct(facts), *_shared(facts)):
        found[key].append(via)
    made = [
        Tie(a, b, round(sum(v.worth for v in via), 3), tuple(sorted(via, key=lambda v: (-v.worth, v.through or ""))))
        for (a, b), via in found.items()
    ]
    return tuple(sorted(made, key=lambda tie: (-tie.worth, tie.a, tie.b)))


def _is_actor(facts: Facts, thing: str) -> bool:
    return facts.things[thing].type in ACTORS


def _direct(facts: Facts) -> Iterator[tuple[tuple[str, str], Via]]:
    for (a, b), between in facts.by_pair.items():
        said = tuple(fact for fact in between if fact.status != DENIED)
        if said and _is_actor(facts, a) and _is_actor(facts, b):
            yield (a, b), Via(None, said, DIRECT_WORTH)


def _shared(facts: Facts) -> Iterator[tuple[tuple[str, str], Via]]:
    for id_, thing in facts.things.items():
        worth = EVENT_WORTH if thing.type == EVENT else SHARED.get(thing.type)
        if worth is None:
            continue
        actors: dict[str, list[Fact]] = defaultdict(list)
        for fact in facts.by_thing[id_]:
            other = fact.other(id_)
            if other and other != id_ and fact.status != DENIED and fact.predicate != PLACE_ROLE and _is_actor(facts, other):
                actors[other].append(fact)
        if len(actors) <= CROWD:
            for a, b in combinations(sorted(actors), 2):
                each = worth if len(actors) == 2 else worth / (len(actors) - 1) ** 0.5
                yield pair(a, b), Via(id_, (*actors[a], *actors[b]), round(each, 3))
