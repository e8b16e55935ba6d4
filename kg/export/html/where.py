"""In which administrative division each thing is, as far as pages or names say, for the explorer's map of places.

Three bases, never mixed, the surest that there is:

    stated   a page says so: located_in, also by way of a zone; an event by its place
    name     the name itself says so: 许昌市市场监督管理局
    seen     no page says it; all articles that name it are of one city (graph.whereabouts.seen_in)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.graph.facts import PLACE_ROLE, Facts, Thing
from kg.graph.whereabouts import LOCAL
from kg.names.divisions import Division
from kg.names.location import division_of, path

FARTHEST = 4
"""Steps from a thing to the place that it is in: a workshop in a factory in a park in a county."""


def where(facts: Facts) -> tuple[list[list[Any]], dict[str, list[Any]]]:
    """Return the divisions (name, and its place in the list of the one above or -1) and, by thing, the division's place and the basis."""
    numbers: dict[tuple[str, ...], int] = {}
    rows: list[list[Any]] = []
    at: dict[str, list[Any]] = {}
    for id_, thing in facts.things.items():
        found = _basis(facts, thing)
        if found:
            at[id_] = [_number(found[0], numbers, rows), found[1]]
    return rows, at


def _number(names: tuple[str, ...], numbers: dict[tuple[str, ...], int], rows: list[list[Any]]) -> int:
    if names not in numbers:
        above = _number(names[:-1], numbers, rows) if len(names) > 1 else -1
        numbers[names] = len(rows)
        rows.append([names[-1], above])
    return numbers[names]


def _basis(facts: Facts, thing: Thing) -> tuple[tuple[str, ...], str] | None:
    """Return the division that a thing is in, from its province down, and on which basis; None if nothing says it."""
    if thing.event:
        held = (facts.things[fact.subject] for fact in facts.by_thing[thing.id] if fact.predicate == PLACE_ROLE)
        return next(((path(division), "stated") for place in held if (division := _of_place(facts, place))), None)
    if thing.type not in LOCAL:
        return None
    for seat in facts.seats.get(thing.id, ()):
        if division := _of_place(facts, facts.things[seat]):
            return path(division), "stated"
    if division := division_of(thing.name):
        return path(division), "name"
    seen = facts.seen_in.get(thing.id)
    city = division_of(seen.city) if seen else None
    return (path(city), "seen") if city else None


def _of_place(facts: Facts, place: Thing, steps: int = FARTHEST) -> Division | None:
    """Return the division that a place or a zone is in: by its name, else by where it is itself stated to be."""
    found = division_of(place.name)
    if found or not steps:
        return found
    above: Mapping[str, tuple[str, ...]] = facts.seats
    return next((d for seat in above.get(place.id, ()) if (d := _of_place(facts, facts.things[seat], steps - 1))), None)
