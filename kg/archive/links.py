"""What paths go along: for each two things that facts tie the price of passing from one to the other, reckoned when a store is written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from kg.graph.facts import Fact, Thing
from kg.graph.trace import is_hub, passing_price, step_cost
from kg.model import Evidence

TIES = """
SELECT x.one, x.other, coalesce(n.type, 'event'), coalesce(n.name, ''), coalesce(n.n_neighbours, v.n_neighbours),
    coalesce(m.type, 'event'), coalesce(m.n_neighbours, w.n_neighbours),
    x.id, x.family, x.predicate, x.status, x.confidence, x.weak, x.article
FROM (
    SELECT c.subject AS one, c.object AS other, c.id, 'relation' AS family, c.predicate, c.status, c.confidence,
        e.crosses_weak_seam AS weak, c.article
    FROM claims c JOIN evidence e ON e.number = c.evidence WHERE c.object IS NOT NULL AND NOT c.is_repeat
    UNION ALL
    SELECT c.object, c.subject, c.id, 'relation', c.predicate, c.status, c.confidence, e.crosses_weak_seam, c.article
    FROM claims c JOIN evidence e ON e.number = c.evidence WHERE c.object IS NOT NULL AND NOT c.is_repeat
    UNION ALL
    SELECT r.entity, v.id, r.id, 'role', r.role, v.status, v.confidence, e.crosses_weak_seam, v.article
    FROM participants r JOIN events v ON v.number = r.event JOIN evidence e ON e.number = v.evidence WHERE NOT r.is_repeat
    UNION ALL
    SELECT v.id, r.entity, r.id, 'role', r.role, v.status, v.confidence, e.crosses_weak_seam, v.article
    FROM participants r JOIN events v ON v.number = r.event JOIN evidence e ON e.number = v.evidence WHERE NOT r.is_repeat
) x
LEFT JOIN entities n ON n.id = x.other
LEFT JOIN events v ON n.id IS NULL AND v.number = (SELECT min(number) FROM events WHERE id = x.other)
LEFT JOIN entities m ON m.id = x.one
LEFT JOIN events w ON m.id IS NULL AND w.number = (SELECT min(number) FROM events WHERE id = x.one)
WHERE x.one <> x.other GROUP BY x.one, x.other, x.id ORDER BY x.one, x.other, x.id"""
"""Every fact that ties two things, both ways; of the other thing type, name and number of neighbours, of the one type and number."""


def fill(connection: sqlite3.Connection) -> None:
    """Fill the table ``links`` of a store whose facts and numbers of neighbours are in; no more than the facts of two things are held."""
    connection.executemany("INSERT INTO links VALUES (?, ?, ?, ?)", links(connection))


def links(connection: sqlite3.Connection) -> Iterator[tuple[str, str, float, int]]:
    """Yield two things, the price of the step with half of both passings, and whether the other is a hub; in order of their ids.

    What is only denied ties nothing.
    """
    for (one, other), rows in groupby(connection.execute(TIES), key=lambda row: row[:2]):
        tied = list(rows)
        type_, name, degree, own_type, own_degree = tied[0][2:7]
        price = step_cost(tuple(fact_of(one, other, row[7:]) for row in tied))
        if price >= 0:
            weight = price + (passing_price(own_type, own_degree) + passing_price(type_, degree)) / 2
            yield one, other, weight, int(is_hub(Thing(other, type_, name, (name,))))


def fact_of(one: str, other: str, row: tuple[Any, ...]) -> Fact:
    """Return as much of a fact as its price depends on."""
    fact, family, predicate, status, confidence, weak, article = row
    evidence = Evidence("", str(article), (), "", bool(weak))
    return Fact(fact, family, one, predicate, other, evidence, "", confidence=confidence, status=status)
