"""The best-evidenced paths between two things of the store, as kg.graph.trace finds them, looking only at what lies near either end."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from itertools import groupby, pairwise

import networkx as nx

from kg.archive.part import Part, within
from kg.graph.facts import Fact, Thing
from kg.graph.trace import Path, Step, is_hub, passing_price, step_cost, surest, ways
from kg.model import Evidence

TIES = """
SELECT x.other, x.id, x.family, x.predicate, x.status, x.confidence, x.weak, x.article,
    coalesce(n.type, 'event'), coalesce(n.name, ''), coalesce(n.n_neighbours, v.n_neighbours)
FROM (
    SELECT c.object AS other, c.id, 'relation' AS family, c.predicate, c.status, c.confidence, e.crosses_weak_seam AS weak, c.article
    FROM claims c JOIN evidence e ON e.number = c.evidence WHERE c.subject = :id AND c.object IS NOT NULL AND NOT c.is_repeat
    UNION ALL
    SELECT c.subject, c.id, 'relation', c.predicate, c.status, c.confidence, e.crosses_weak_seam, c.article
    FROM claims c JOIN evidence e ON e.number = c.evidence WHERE c.object = :id AND NOT c.is_repeat
    UNION ALL
    SELECT v.id, r.id, 'role', r.role, v.status, v.confidence, e.crosses_weak_seam, v.article
    FROM participants r JOIN events v ON v.number = r.event JOIN evidence e ON e.number = v.evidence
    WHERE r.entity = :id AND NOT r.is_repeat
    UNION ALL
    SELECT r.entity, r.id, 'role', r.role, v.status, v.confidence, e.crosses_weak_seam, v.article
    FROM events v JOIN participants r ON r.event = v.number JOIN evidence e ON e.number = v.evidence
    WHERE v.id = :id AND NOT r.is_repeat
) x
LEFT JOIN entities n ON n.id = x.other LEFT JOIN events v ON v.id = x.other
WHERE x.other <> :id GROUP BY x.other, x.id ORDER BY x.other, x.id"""
"""The facts that tie a thing, with the type, the name and the number of neighbours of the thing at the other end."""
KNOWN = """
SELECT type, name, n_neighbours FROM entities WHERE id = :id
UNION ALL SELECT 'event', name, n_neighbours FROM events WHERE id = :id LIMIT 1"""


class Near(Mapping[str, Mapping[str, Mapping[str, float]]]):
    """What a graph of ties holds of its nodes, read from the store when a search comes to them: node -> neighbour -> weight.

    ``hubs`` says whether hubs are in the graph; ``ends`` always are. Neighbours are in order of their ids, as in kg.graph.trace.ties.
    """

    def __init__(self, connection: sqlite3.Connection, ends: tuple[str, str], *, hubs: bool) -> None:
        self.connection = connection
        self.ends = ends
        self.hubs = hubs
        self.read: dict[str, Mapping[str, Mapping[str, float]]] = {}

    def __getitem__(self, id_: str) -> Mapping[str, Mapping[str, float]]:
        """Return the neighbours of a thing."""
        if id_ not in self.read:
            self.read[id_] = dict(self.ties(id_))
        return self.read[id_]

    def __iter__(self) -> Iterator[str]:
        """Yield the things read so far."""
        return iter(self.read)

    def __len__(self) -> int:
        """Return how many things have been read so far."""
        return len(self.read)

    def __contains__(self, id_: object) -> bool:
        """Whether the store has a thing."""
        return self.connection.execute(KNOWN, {"id": id_}).fetchone() is not None

    def ties(self, id_: str) -> Iterator[tuple[str, Mapping[str, float]]]:
        """Yield the neighbours of a thing with the price of the step, as kg.graph.trace prices it."""
        type_, _, degree = self.connection.execute(KNOWN, {"id": id_}).fetchone()
        own = passing_price(type_, degree)
        for other, rows in groupby(self.connection.execute(TIES, {"id": id_}).fetchall(), key=lambda row: row[0]):
            tied = list(rows)
            *_, type_, name, degree = tied[0]
            price = step_cost(tuple(fact_of(id_, row) for row in tied))
            if price >= 0 and (self.hubs or other in self.ends or not is_hub(Thing(other, type_, name, (name,)))):
                yield other, {"weight": price + (own + passing_price(type_, degree)) / 2}


def fact_of(id_: str, row: tuple[str, str, str, str, str, float, int, int, str, str, int]) -> Fact:
    """Return as much of a fact as its price depends on."""
    other, fact, family, predicate, status, confidence, weak, article, *_ = row
    evidence = Evidence("", str(article), (), "", bool(weak))
    return Fact(fact, family, id_, predicate, other, evidence, "", confidence=confidence, status=status)


def graph_of(near: Near) -> nx.Graph:
    """Return the graph of ties, of which the search reads what it comes to."""
    graph = nx.Graph()
    graph._adj = near
    graph._node = near
    return graph


def trace(connection: sqlite3.Connection, a: str, b: str, top: int) -> tuple[Part, tuple[Path, ...]]:
    """Return up to ``top`` best paths between two ids, cheapest first, and the facts of their steps; none if nothing links them."""
    without, whole = (graph_of(Near(connection, (a, b), hubs=hubs)) for hubs in (False, True))
    found = ways(without, whole, a, b, top)
    facts = within(connection, {a, b, *(thing for way in found for thing in way.things)})
    return facts, tuple(
        Path(tuple(Step(x, y, surest(facts.between(x, y))) for x, y in pairwise(way.things)), way.cost, way.through_hub) for way in found
    )
