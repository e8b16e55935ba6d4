"""What linking lays aside while it works: names, units and reasons, on the disk, so that memory holds the units of one type.

A desk is a private database (kg.scratch) and a pile of units beside it.
"""

from __future__ import annotations

import pickle
import zlib
from array import array
from collections.abc import Iterable

from kg.resolve.groups import LAID, Unit, ranked
from kg.scratch import Row, Scratch
from kg.shelf import Pile

TABLES = """
CREATE TABLE mentions (unit INTEGER, page INTEGER, article TEXT, start INTEGER, stop INTEGER, id TEXT, surface TEXT, shown TEXT);
CREATE TABLE reasons (one INTEGER, other INTEGER, first TEXT, second TEXT, same INTEGER, reason TEXT);
CREATE TABLE sayings (short INTEGER, full INTEGER, why TEXT);
CREATE TABLE posts (person INTEGER, body INTEGER);
CREATE TABLE spheres (body INTEGER, name TEXT);
CREATE TABLE entities (number INTEGER PRIMARY KEY, id TEXT, type TEXT, name TEXT, scope TEXT);
CREATE TABLE old_ids (old TEXT, entity TEXT);
CREATE TABLE records (number INTEGER PRIMARY KEY, id TEXT, record BLOB);
CREATE TABLE refusals (number INTEGER PRIMARY KEY, first TEXT, second TEXT, reason TEXT);
"""
"""``unit``, ``one``, ``other``, ``short``, ``full``, ``person`` and ``body`` are numbers of units; ``surface`` and ``shown`` are NULL where
no name is printed. ``records`` and ``refusals`` are the outcome, in order."""


class Numbers:
    """The number of the entity of each unit, 0 until its type is linked, and the place of each entity among the records, from 1."""

    def __init__(self) -> None:
        self.entity_of = array("i")
        self.rank = array("i", [0])

    def rank_of(self, unit: int) -> int:
        """Return the place of a unit's entity."""
        return self.rank[self.entity_of[unit]]


class Desk(Scratch):
    """Rows laid down and taken up again."""

    def __init__(self) -> None:
        super().__init__(TABLES)
        self.numbers = Numbers()
        self._units: dict[str, list[int]] = {}
        self._pile = Pile()
        self.connection.create_function("rank_of", 1, self.numbers.rank_of)
        self.connection.create_function("entity_of", 1, self.numbers.entity_of.__getitem__)

    def tell(self, one: Unit, other: Unit, same: bool, reason: str) -> None:
        """Lay down why two units are one or two."""
        self.put("reasons", one.number, other.number, one.first, other.first, same, reason)

    def units(self, units: Iterable[Unit]) -> None:
        """Lay the units of a page aside, by type."""
        by_type: dict[str, list[Row]] = {}
        for unit in units:
            by_type.setdefault(unit.type, []).append(LAID(unit))
            self.numbers.entity_of.append(0)
        for type_, rows in by_type.items():
            self._units.setdefault(type_, []).append(self._pile.put(zlib.compress(pickle.dumps(rows, pickle.HIGHEST_PROTOCOL), 1)))

    @property
    def types(self) -> list[str]:
        """The types of the units laid aside, in order."""
        return sorted(self._units)

    def take(self, types: Iterable[str]) -> list[Unit]:
        """Take up all units of these types, in order; they are not laid aside any more."""
        numbers = [number for type_ in types for number in self._units.pop(type_, ())]
        return ranked(row for number in numbers for row in pickle.loads(zlib.decompress(self._pile[number])))

    def file(self, units: Iterable[Unit], row: Row) -> None:
        """Lay down an entity (id, type, name, scope) made of units."""
        number = len(self.numbers.rank)
        self.numbers.rank.append(0)
        self.put("entities", number, *row)
        for unit in units:
            self.numbers.entity_of[unit.number] = number

    def rank(self) -> None:
        """Find the places of the entities, which are in the order of their ids."""
        for rank, (number,) in enumerate(self.rows("SELECT number FROM entities ORDER BY id"), 1):
            self.numbers.rank[number] = rank
