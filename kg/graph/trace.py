"""The best-evidenced paths between two things: through projects, posts, money and meetings, not through a city.

A path is priced by its steps and by what it passes through. A step is cheap when its facts are certain and many; passing
through a thing is expensive when much is linked to it: what is linked to everything connects nothing. Places and newspapers
are not passed through at all unless there is no other way; such a path says so (``through_hub``).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from kg.graph.cheapest import Graph, cheapest
from kg.graph.facts import EVENT, PLACE_ROLE, Fact, Facts, Thing

if TYPE_CHECKING:
    import networkx as nx

PASSING = {
    "project": 0.0,
    "facility": 0.1,
    "company": 0.2,
    "person": 0.2,
    EVENT: 0.2,
    "institution": 0.3,
    "zone": 0.5,
    "agency": 0.5,
    "programme": 0.7,
    "place": 3.0,
}
"""What it costs to pass through a thing of a type, before its degree; a type not listed costs as an agency."""
DEGREE_COST = 0.3
DENIED = "denied"
WEAK_STATUS = {"former": 0.2, "planned": 0.1}
LOOSE = {"located_in": 0.6, "target": 0.1, PLACE_ROLE: 0.8}
"""Facts that link weakly: being in the same place says little."""
NEWSPAPER = re.compile(r"(?:日报|晚报|早报|晨报|时报|都市报|周报|商报|报社|电视台|广播电台|通讯社|融媒体中心)(?:社|集团)?$")
TRIES = 40


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: from one thing to the next, with the facts that tie them, most certain first."""

    start: str
    end: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """A way from one thing to another; ``through_hub`` if it had to pass a place or a newspaper."""

    steps: tuple[Step, ...]
    cost: float
    through_hub: bool = False

    @property
    def things(self) -> tuple[str, ...]:
        """The ids of the things on the path, both ends included."""
        return (self.steps[0].start, *(step.end for step in self.steps))


def is_hub(thing: Thing) -> bool:
    """Whether a path should not pass here: a place, or a newspaper and its like."""
    return thing.type == "place" or bool(thing.type in ("institution", "company") and NEWSPAPER.search(thing.name))


def step_cost(facts: tuple[Fact, ...]) -> float:
    """Return the price of a step: that of its most certain fact, less a little for each further article that says so.

    Denied facts do not count; -1 if there is no other.
    """
    facts = tuple(f for f in facts if f.status != DENIED)
    if not facts:
        return -1.0
    best = min(
        1.0
        + (1.0 - f.confidence)
        + WEAK_STATUS.get(f.status, 0.0)
        + LOOSE.get(f.predicate, 0.0)
        + (0.3 if f.evidence.crosses_weak_seam else 0.0)
        for f in facts
    )
    return round(best - 0.1 * min(3, len({f.article for f in facts}) - 1), 3)


def passing_cost(facts: Facts, thing: Thing) -> float:
    """Return the price of passing through a thing: by type and by how much is tied to it."""
    return passing_price(thing.type, len(facts.neighbours(thing.id)))


def passing_price(type_: str, degree: int) -> float:
    """Return the price of passing through a thing of a type to which so many things are tied."""
    return round(PASSING.get(type_, PASSING["agency"]) + DEGREE_COST * math.log2(1 + degree), 3)


@dataclass(frozen=True)
class Ties:
    """What paths are looked for in: the simple graph of things, ``weight`` the price of a step and half of both passings.

    ``without`` is the graph without ``hubs``; ``parts`` and ``parts_without`` number the connected parts that the things of each are in.
    """

    graph: nx.Graph
    without: nx.Graph
    hubs: frozenset[str]
    parts: Mapping[str, int]
    parts_without: Mapping[str, int]

    @classmethod
    def of(cls, facts: Facts) -> Ties:
        """Make both graphs of some facts."""
        graph = ties(facts)
        hubs = frozenset(id_ for id_, thing in facts.things.items() if is_hub(thing))
        without = bare(graph, hubs)
        return cls(graph, without, hubs, parts_of(graph), parts_of(without))

    def between(self, a: str, b: str) -> tuple[nx.Graph | None, nx.Graph | None]:
        """Return the graph without hubs, but with these two, and that with all; None where they are in no one part of it."""
        whole = self.graph if self.parts[a] == self.parts[b] else None
        if self.hubs & {a, b}:
            return (bare(self.graph, self.hubs - {a, b}) if whole is not None else None), whole
        return self.without if self.parts_without[a] == self.parts_without[b] else None, whole


def ties(facts: Facts) -> nx.Graph:
    """Return the simple graph of things that paths are looked for in; ``weight`` holds the price of a step and half of both passings."""
    import networkx as nx  # half of what kg trace takes, which asks the store and needs no graph

    passing = {id_: passing_cost(facts, thing) for id_, thing in facts.things.items()}
    graph = nx.Graph()
    graph.add_nodes_from(sorted(facts.things))
    for (a, b), between in facts.by_pair.items():
        price = step_cost(between)
        if price >= 0:
            graph.add_edge(a, b, weight=price + (passing[a] + passing[b]) / 2)
    return graph


def parts_of(graph: nx.Graph) -> dict[str, int]:
    """Return the number of the connected part that each thing is in."""
    import networkx as nx

    return {id_: number for number, part in enumerate(nx.connected_components(graph)) for id_ in part}


def bare(graph: nx.Graph, hubs: Iterable[str]) -> nx.Graph:
    """Return a copy of a graph without some things."""
    without = graph.copy()
    without.remove_nodes_from(hubs)
    return without


def trace(facts: Facts, a: str, b: str, top: int = 5, tied: Ties | None = None) -> tuple[Path, ...]:
    """Return up to ``top`` best paths between two ids, cheapest first; empty if nothing links them. ``tied`` is ``Ties.of``, if at hand.

    A path that only lengthens a better one (passes all its things and more) is left out.
    """
    without, whole = (Ties.of(facts) if tied is None else tied).between(a, b)
    return tuple(
        Path(tuple(Step(x, y, surest(facts.between(x, y))) for x, y in pairwise(way.things)), way.cost, way.through_hub)
        for way in ways(weights(without), weights(whole), a, b, top)
    )


def weights(graph: nx.Graph | None) -> Graph:
    """Return the neighbours of a thing in a graph with their weights, the least first; None for a graph has none."""

    @cache
    def neighbours(id_: str) -> dict[str, float]:
        found = sorted((tie["weight"], other) for other, tie in graph[id_].items()) if graph is not None else []
        return {other: weight for weight, other in found}

    return neighbours


@dataclass(frozen=True, slots=True)
class Way:
    """The things that a path passes, both ends included, and its price."""

    things: tuple[str, ...]
    cost: float
    through_hub: bool


def ways(without: Graph, graph: Graph, a: str, b: str, top: int) -> list[Way]:
    """Return up to ``top`` best ways in the graph ``without`` hubs, in the whole ``graph`` if there is none; cheapest first.

    One that passes all that a better one passes, and more, is left out.
    """
    for searched, through_hub in ((without, False), (graph, True)):
        found: list[Way] = []
        for cost, nodes in islice(either_way(searched, a, b), TRIES):
            inner = set(nodes[1:-1])
            if not any(set(way.things[1:-1]) <= inner for way in found):
                found.append(Way(nodes, round(cost, 3), through_hub))
            if len(found) == top:
                break
        if found:
            return found
    return []


def either_way(graph: Graph, a: str, b: str) -> Iterator[tuple[float, tuple[str, ...]]]:
    """Yield the simple paths from ``a`` to ``b``, cheapest first, searched towards the one with more neighbours, which is cheaper."""
    if len(graph(a)) <= len(graph(b)):
        yield from cheapest(graph, a, b)
    else:
        yield from ((cost, nodes[::-1]) for cost, nodes in cheapest(graph, b, a))


def surest(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Return the facts of a step, the most certain first."""
    return tuple(sorted(facts, key=lambda f: (f.status == DENIED, -f.confidence, f.evidence.crosses_weak_seam, f.id)))
