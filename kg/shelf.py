"""The pages of a corpus put aside one by one and had back one at a time: of many, memory holds the one that is looked at.

Up to AT_HAND pages stay in memory, and then the corpus holds plain tuples; of more all lie in a file without a name, which the system
removes when the process ends, however it ends. What comes back is equal to what was put, but not the same object. It knows no stage.
"""

from __future__ import annotations

import copyreg
import pickle
import tempfile
import zlib
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from io import BytesIO
from itertools import accumulate
from operator import attrgetter
from threading import Lock
from typing import Any, TypeVar, overload
from weakref import finalize

from kg.errors import ExportError
from kg.model import (
    Article,
    Byline,
    Claim,
    Event,
    Evidence,
    Leftover,
    Locality,
    Mention,
    Page,
    Reading,
    ReadPage,
    Rejected,
    Role,
    Seam,
    Section,
    Span,
)

Item = TypeVar("Item")
Put = tuple[ReadPage, tuple[Reading, ...]]
"""A page and what its articles say."""
AT_HAND = 256
RECORDS = (
    Article, Byline, Claim, Event, Evidence, Leftover, Locality, Mention, Page, ReadPage, Reading, Rejected, Role, Seam, Section, Span,
)  # fmt: skip


def maker(kind: type[Any]) -> Callable[[Any], tuple[type[Any], tuple[Any, ...]]]:
    """Return what pickles a record as the call that makes it: half the time of what pickle does with a dataclass."""
    values = attrgetter(*(field.name for field in fields(kind)))
    return lambda record: (kind, values(record))


class Pickler(pickle.Pickler):
    """Pickles records by the calls that make them."""

    dispatch_table = copyreg.dispatch_table | {kind: maker(kind) for kind in RECORDS}


class Pile:
    """Bytes on the disk, in the order in which they were put. Raises ExportError if the disk is full."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="kg-", buffering=0)  # noqa: SIM115 (it is closed with the pile)
        finalize(self, self._file.close)
        self._ends = array("q", [0])
        self._lock = Lock()

    def put(self, data: bytes) -> int:
        """Put bytes on the pile and return their number."""
        try:
            with self._lock:
                self._file.seek(self._ends[-1])
                left = memoryview(data)
                while left:
                    left = left[self._file.write(left) :]
        except OSError as error:
            told = f"{tempfile.gettempdir()}: cannot be written ({error.strerror or error}); is the disk full? TMPDIR names another folder"
            raise ExportError(told) from error
        self._ends.append(self._ends[-1] + len(data))
        return len(self._ends) - 2

    def __getitem__(self, number: int) -> bytes:
        """Return the bytes of a number."""
        with self._lock:
            self._file.seek(self._ends[number])
            return self._file.read(self._ends[number + 1] - self._ends[number])

    def __reduce__(self) -> tuple[Callable[[list[bytes]], Pile], tuple[list[bytes]]]:
        """Be pickled as what lies on it."""
        return piled, ([self[number] for number in range(len(self._ends) - 1)],)


def piled(found: list[bytes]) -> Pile:
    """Return a pile of these bytes."""
    pile = Pile()
    for data in found:
        pile.put(data)
    return pile


class Shelf:
    """Pages by the number that ``put`` gave them."""

    def __init__(self) -> None:
        self._at_hand: list[Put] = []
        self._pile: Pile | None = None
        self._sizes = array("i")
        self._last: tuple[int, Put] | None = None

    def put(self, page: ReadPage, readings: tuple[Reading, ...]) -> int:
        """Put a page aside and return its number."""
        self._sizes.append(len(readings))
        if self._pile is None:
            self._at_hand.append((page, readings))
            if len(self._at_hand) > AT_HAND:
                self._pile = Pile()
                for one in self._at_hand:
                    self._pile.put(packed(one))
                self._at_hand = []
        else:
            self._pile.put(packed((page, readings)))
        return len(self._sizes) - 1

    def __getitem__(self, number: int) -> Put:
        """Return a page; the one asked for last is still at hand."""
        if self._pile is None:
            return self._at_hand[number]
        if self._last is None or self._last[0] != number:
            self._last = (number, pickle.loads(zlib.decompress(self._pile[number])))
        return self._last[1]

    def pages(self, order: Sequence[int]) -> Sequence[ReadPage]:
        """Return the pages of these numbers."""
        return self._shelved(order, page_of, [1] * len(order))

    def readings(self, order: Sequence[int]) -> Sequence[Reading]:
        """Return what the articles of the pages of these numbers say."""
        return self._shelved(order, readings_of, [self._sizes[number] for number in order])

    def _shelved(self, order: Sequence[int], items_of: Callable[[Put], Sequence[Item]], sizes: Iterable[int]) -> Sequence[Item]:
        found = Shelved(self, array("i", order), items_of, array("q", accumulate(sizes, initial=0)))
        return tuple(found) if self._pile is None else found


def packed(page: Put) -> bytes:
    """Return a page as bytes; they stay in this process."""
    file = BytesIO()
    Pickler(file, pickle.HIGHEST_PROTOCOL).dump(page)
    return zlib.compress(file.getbuffer(), 1)


def page_of(put: Put) -> Sequence[ReadPage]:
    """Return the page alone."""
    return put[:1]


def readings_of(put: Put) -> Sequence[Reading]:
    """Return what its articles say."""
    return put[1]


class Shelved(Sequence[Item]):
    """Records that pages of a shelf hold, page by page in an order; ``changed`` stand for others at their places."""

    def __init__(
        self,
        shelf: Shelf,
        order: Sequence[int],
        items_of: Callable[[Put], Sequence[Item]],
        starts: Sequence[int],
        changed: Mapping[int, Item] | None = None,
    ) -> None:
        self._shelf = shelf
        self._order = order
        self._items_of = items_of
        self._starts = starts
        self._changed = changed or {}

    def __len__(self) -> int:
        return self._starts[-1]

    def __iter__(self) -> Iterator[Item]:
        for number, start in zip(self._order, self._starts, strict=False):
            for at, item in enumerate(self._items_of(self._shelf[number]), start):
                yield self._changed.get(at, item)

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Item]: ...
    def __getitem__(self, at: int | slice) -> Item | Sequence[Item]:
        if isinstance(at, slice):
            return [self[one] for one in range(len(self))[at]]
        at = range(len(self))[at]
        if at in self._changed:
            return self._changed[at]
        place = bisect_right(self._starts, at) - 1
        return self._items_of(self._shelf[self._order[place]])[at - self._starts[place]]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(one == same for one, same in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def each(self, change: Callable[[Item], Item]) -> Shelved[Item]:
        """Return the same with every record changed; those that stay as they are stay on the shelf."""
        made = {at: new for at, item in enumerate(self) if (new := change(item)) is not item}
        return Shelved(self._shelf, self._order, self._items_of, self._starts, {**self._changed, **made})


def each(records: Sequence[Item], change: Callable[[Item], Item]) -> Sequence[Item]:
    """Return records changed one by one; of those on a shelf only what has changed is held."""
    return records.each(change) if isinstance(records, Shelved) else tuple(map(change, records))
