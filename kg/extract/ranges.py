"""Ranges of an article that may be asked what overlaps them, without looking at all of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, NamedTuple, Protocol, TypeVar


class HasRange(Protocol):
    """What stands at a range: a mention, a candidate, a span of the network."""

    @property
    def start(self) -> int:
        """First offset."""

    @property
    def end(self) -> int:
        """Offset after the last."""


Ranged = TypeVar("Ranged", bound=HasRange)
CELL = 32
"""Code points of a cell: about as long as a name, so that a name lies in one or two."""


class Overlaps(Generic[Ranged]):
    """Ranges by the cells of CELL code points that they lie in; asking costs what lies near, not what lies in the article."""

    def __init__(self, items: Iterable[Ranged] = ()) -> None:
        self._cells: dict[int, list[tuple[int, Ranged]]] = {}
        self._size = 0
        for item in items:
            self.add(item)

    def add(self, item: Ranged) -> None:
        """Put one more in."""
        for cell in cells(item.start, item.end):
            self._cells.setdefault(cell, []).append((self._size, item))
        self._size += 1

    def over(self, start: int, end: int) -> list[Ranged]:
        """Return what overlaps ``start:end`` (half-open), in the order in which it was put in."""
        found = {
            number: item
            for cell in cells(start, end)
            for number, item in self._cells.get(cell, ())
            if item.start < end and start < item.end
        }
        return [found[number] for number in sorted(found)]

    def touches(self, start: int, end: int) -> bool:
        """Whether anything overlaps ``start:end``."""
        return any(item.start < end and start < item.end for cell in cells(start, end) for _, item in self._cells.get(cell, ()))


def cells(start: int, end: int) -> range:
    """Return the numbers of the cells that a range lies in."""
    return range(start // CELL, max(start, end - 1) // CELL + 1)


class Range(NamedTuple):
    """A bare range, half-open."""

    start: int
    end: int


def united(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return ranges in order, those that overlap or touch as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
