"""Names that may be the full form of a short one, without comparing it with all: those that hold the characters and pairs it keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from heapq import merge
from itertools import groupby, pairwise
from typing import Generic, TypeVar

from kg.names import places
from kg.names.anatomy import QUOTED, dissect, key, plain, without_place
from kg.names.short import INITIALS, zone_parts
from kg.names.works import PROJECT_SUFFIXES, STATION, numbers

Item = TypeVar("Item")
Signs = frozenset[str]
"""Characters, and pairs of neighbouring characters, that a name holds."""
Rows = dict[str, int | list[int]]
"""The rows of each sign; most signs have one, which stands there itself: a list for each would take five times the memory."""
FEW = 16
"""So many are compared one by one."""
MANY = 4096
"""Of more, who asks for some is not kept waiting for all."""
NUMERALS = frozenset("0123456789零一二三四五六七八九十")
METRO = frozenset("轨道交通地铁")
"""地铁 and 轨道交通 are one."""


def signs_of(text: str) -> set[str]:
    """Return the characters and the pairs of a text: 沣垣 → 沣, 垣, 沣垣."""
    return {*text, *(one + other for one, other in pairwise(text))}


@lru_cache(maxsize=1 << 13)
def keeps(short: str, type_: str) -> tuple[Signs, ...]:
    """Return what names hold of which ``short`` is a regular short form (``kg.names.short``), equal keys apart: all signs of one of these.

    Nothing is certain of a type that ``KEEPS`` has not: one set without signs, which every name holds.
    """
    return tuple(frozenset(signs - {""}) for signs in KEEPS[type_](short)) if type_ in KEEPS else (frozenset(),)


def company(short: str) -> list[set[str]]:
    """The brand begins a short form, or the place does that stands before it; of the trade it keeps what it prints."""
    anatomy = dissect(short)
    core = set(anatomy.core)
    return [core | {anatomy.core[:2]}] + ([core | {anatomy.place[:2]}] if anatomy.place else [])


def agency(short: str) -> list[set[str]]:
    """A short form is the end of the full one."""
    return [signs_of(plain(short))]


def body(short: str) -> list[set[str]]:
    """A short form begins with two characters and ends with two that stand together, its place apart, and keeps its numbers whole."""
    one = plain(short)
    return [{*core, core[:2], core[-2:], *map(whole, numbers(core))} for core in dict.fromkeys((one, without_place(one)))]


def institution(short: str) -> list[set[str]]:
    """附二院 keeps single characters."""
    one = plain(short)
    return body(short) + ([set(one)] if len(one) <= 4 and INITIALS.search(one) else [])


def zone(short: str) -> list[set[str]]:
    """酒泉经开区 keeps its place."""
    place_, kind = zone_parts(plain(short))
    return body(short) + ([signs_of(places.bare(place_))] if kind else [])


def work(short: str) -> list[set[str]]:
    """Place and kind may go; what is left begins with two characters that stand together, but for a substation's."""
    one = plain(short)
    kept = set(STATION.sub("", PROJECT_SUFFIXES.sub("", without_place(one)))) - METRO
    whole = metro(one)
    if STATION.search(whole):
        return [kept]
    cores = (PROJECT_SUFFIXES.sub("", part) for part in dict.fromkeys((whole, without_place(whole))))
    return [kept | ({core[:2]} if core else set()) for core in cores]


def place(short: str) -> list[set[str]]:
    """A short form is the beginning or the end of the full one; numerals are spelled in two ways."""
    return [{sign for sign in signs_of(plain(short)) if not NUMERALS & {*sign}}]


def programme(short: str) -> list[set[str]]:
    """A short form stands in the full one, or what it has in quotation marks does."""
    quoted = QUOTED.match(short)
    return [signs_of(plain(quoted[1] if quoted else short))]


def whole(number: str) -> str:
    """Return the sign of a number that is more than the end of another: 第二一小学 does not hold 一."""
    return f"#{number}#"


def metro(name: str) -> str:
    """Return a name with the one word for 地铁 and 轨道交通."""
    return name.replace("轨道交通", "地铁")


KEEPS: dict[str, Callable[[str], list[set[str]]]] = {
    "company": company, "agency": agency, "institution": institution, "zone": zone, "project": work, "facility": work, "place": place,
    "programme": programme,
}  # fmt: skip


def told(name: str, type_: str) -> str:
    """Return the text that holds the signs of a full name."""
    if type_ == "company":
        anatomy = dissect(name)
        return anatomy.place + anatomy.core + anatomy.form
    return metro(plain(name)) if type_ in ("project", "facility") else plain(name)


class Holding(Generic[Item]):
    """Items of one type by the signs of their names."""

    __slots__ = ("_items", "_name_of", "_rows", "_told", "_type")

    def __init__(self, items: Sequence[Item], name_of: Callable[[Item], str], type_: str) -> None:
        self._items = items
        self._name_of = name_of
        self._type = type_
        self._told: list[str] | None = None
        self._rows: Rows | None = None

    def fulls(self, *shorts: str) -> Iterable[Item]:
        """Return the items, in order, whose names may be full forms of a short one or have its key; all if nothing tells them."""
        if len(self._items) < FEW:
            return self._items
        wanted = {signs for short in shorts for signs in keeps(short, self._type)}
        return self._fulls(shorts, wanted) if all(wanted) else self._items

    def _fulls(self, shorts: Sequence[str], wanted: set[Signs]) -> Iterator[Item]:
        told, rows = self._index()
        found = [holding(signs, told, rows) for signs in wanted] + [rows_of(rows, "=" + key(short, self._type)) for short in shorts]
        return (self._items[row] for row, _ in groupby(merge(*found)))

    def _index(self) -> tuple[list[str], Rows]:
        """Return the text of each row, and the rows of each sign, and of each key under ``=``."""
        if self._told is None or self._rows is None:
            self._told, self._rows = [], {}
            for row, item in enumerate(self._items):
                name = self._name_of(item)
                text = told(name, self._type)
                counted = list(map(whole, sorted(numbers(text))))
                self._told.append(text + "".join(counted))
                for sign in (*signs_of(text), *counted, "=" + key(name, self._type)):
                    add(self._rows, sign, row)
        return self._told, self._rows


def add(rows: Rows, sign: str, row: int) -> None:
    """Add a row to those of a sign."""
    before = rows.setdefault(sign, row)
    if isinstance(before, list):
        before.append(row)
    elif before is not row:
        rows[sign] = [before, row]


def rows_of(rows: Rows, sign: str) -> Sequence[int]:
    """Return the rows of a sign, in order."""
    found = rows.get(sign, ())
    return (found,) if isinstance(found, int) else found


def holding(signs: Signs, told: Sequence[str], rows: Rows) -> Iterable[int]:
    """Return the rows whose texts hold all signs, in order: those that hold the rarest, sign by sign; MANY only as they are asked for."""
    rarest, *others = sorted(signs, key=lambda sign: (len(rows_of(rows, sign)), sign))
    found: Sequence[int] = rows_of(rows, rarest)
    if len(found) > MANY:
        return (row for row in found if all(sign in told[row] for sign in others))
    for sign in others:
        found = [row for row in found if sign in told[row]]
    return found
