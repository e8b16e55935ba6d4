"""Names that may be the full form of a short one, without comparing it with all: those that hold the characters it keeps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from operator import and_
from typing import Generic, TypeVar

from kg.names.anatomy import dissect, key, plain, without_place
from kg.names.works import PROJECT_SUFFIXES, STATION

Item = TypeVar("Item")
FEW = 16
"""So many are compared one by one."""
NUMERALS = frozenset("0123456789零一二三四五六七八九十")
METRO = frozenset("轨道交通地铁")
"""地铁 and 轨道交通 are one."""


def keeps(short: str, type_: str) -> frozenset[str]:
    """Return characters that every name has of which ``short`` is a regular short form (``kg.names.short``), equal keys apart.

    A company keeps of brand and trade what it prints, a body all but its place, works all but place and kind; of other types nothing
    is certain.
    """
    if type_ == "company":
        return frozenset(dissect(short).core)
    told = without_place(plain(short))
    if type_ in ("agency", "institution"):
        return frozenset(told)
    if type_ in ("project", "facility"):
        return frozenset(STATION.sub("", PROJECT_SUFFIXES.sub("", told))) - METRO
    return frozenset(plain(short)) - NUMERALS if type_ == "place" else frozenset()


class Holding(Generic[Item]):
    """Items of one type by the characters of their names: for each character a number whose bits are the items that hold it."""

    def __init__(self, items: Sequence[Item], name_of: Callable[[Item], str], type_: str) -> None:
        self._items = items
        self._name_of = name_of
        self._type = type_
        self._bits: dict[str, int] | None = None

    def fulls(self, short: str) -> Sequence[Item]:
        """Return the items, in order, whose names may be full forms of a short one or have its key; all if nothing tells them."""
        kept = keeps(short, self._type)
        if len(self._items) < FEW or not kept:
            return self._items
        if self._bits is None:
            self._bits = self._index()
        bits = reduce(and_, (self._bits.get(character, 0) for character in sorted(kept)))
        bits |= self._bits.get("=" + key(short, self._type), 0)
        found = []
        while bits:
            lowest = bits & -bits
            found.append(self._items[lowest.bit_length() - 1])
            bits ^= lowest
        return found

    def _index(self) -> dict[str, int]:
        """Return the bits of each character, and of each key under ``=``."""
        rows: dict[str, list[int]] = {}
        for row, item in enumerate(self._items):
            name = self._name_of(item)
            for sign in {*plain(name), "=" + key(name, self._type)}:
                rows.setdefault(sign, []).append(row)
        return {sign: as_bits(found) for sign, found in rows.items()}


def as_bits(rows: Sequence[int]) -> int:
    """Return the number whose bits are set at these rows, which are in order."""
    bits = bytearray(rows[-1] // 8 + 1)
    for row in rows:
        bits[row // 8] |= 1 << row % 8
    return int.from_bytes(bits, "little")
