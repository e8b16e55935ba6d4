"""A query looked at while it is written: what does not parse or is not allowed, and names that the ontology does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.errors import QueryError
from kg.graph.sparql.ask import place_of, refuse
from kg.graph.sparql.vocabulary import unknown_terms

LATE = 3
"""Words after a fault at which the parser stumbles at the latest; so many before its place are marked with it."""
UNKNOWN = "the ontology has no {}; the query finds nothing by it (ontology/README.md lists all terms)"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: ``start`` and ``end`` in code points of the query, half-open.

    ``severity`` is "error" for what cannot be asked, "warning" for what finds nothing.
    """

    start: int
    end: int
    severity: str
    message: str


def faults(query: str, *, seconds: float = 30.0) -> Iterator[Fault]:
    """Yield what is wrong with a query; of what does not parse the first fault alone is known."""
    try:
        refuse(query, seconds=seconds)
    except QueryError as error:
        start, end = words_at(query, error) if error.place else (0, len(query))
        yield Fault(start, end, "error", error.reason)
    for name, at in unknown_terms(query):
        yield Fault(at, at + len(name), "warning", UNKNOWN.format(name))


def words_at(query: str, error: QueryError) -> tuple[int, int]:
    """Return the word at the place of an error with, where the parser stumbled, the LATE words before it."""
    spans = [match.span() for match in re.finditer(r"\S+", query)]
    last = max((n for n, (start, _) in enumerate(spans) if place_of(query, start) <= (error.place or (1, 1))), default=0)
    is_exact = "is not allowed" in error.reason or "nested" in error.reason
    return (spans[last if is_exact else max(0, last - LATE)][0], spans[last][1]) if spans else (0, 0)
