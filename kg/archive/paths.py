"""The best-evidenced paths between two things of the store, as kg.graph.trace finds them, looking only at what lies near either end."""

from __future__ import annotations

import sqlite3
from functools import cache
from itertools import pairwise

from kg.archive.part import Part, within
from kg.graph.cheapest import Graph
from kg.graph.trace import Path, Step, surest, ways

LINKS = "SELECT other, weight FROM links WHERE one = ? ORDER BY weight, other"
NO_HUBS = "SELECT other, weight FROM links WHERE one = ? AND (NOT is_hub OR other IN (?, ?)) ORDER BY weight, other"


def trace(connection: sqlite3.Connection, a: str, b: str, top: int) -> tuple[Part, tuple[Path, ...]]:
    """Return up to ``top`` best paths between two ids, cheapest first, and the facts of their steps; none if nothing links them."""
    found = ways(near(connection, NO_HUBS, a, b), near(connection, LINKS), a, b, top)
    facts = within(connection, {a, b, *(thing for way in found for thing in way.things)})
    return facts, tuple(
        Path(tuple(Step(x, y, surest(facts.between(x, y))) for x, y in pairwise(way.things)), way.cost, way.through_hub) for way in found
    )


def near(connection: sqlite3.Connection, sql: str, *ends: str) -> Graph:
    """Return the graph of a table of links, of which a search reads what it comes to."""
    return cache(lambda id_: dict(connection.execute(sql, (id_, *ends)).fetchall()))
