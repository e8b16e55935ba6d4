"""Gives each short form the one full name that it stands for, looking near before far: article, page, city, country.

A short form is attached only if exactly one full name of the nearest circle that has any fits it; a form that fits several is
refused, with their names. An attached unit is linked through its full name alone, so that 沣垣 on one page never links
沣垣 on another to it.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import islice

from kg.names.anatomy import plain
from kg.names.holding import FEW, Holding
from kg.names.short import is_short_form, is_titled
from kg.resolve.block import block_keys
from kg.resolve.compare import LOCAL, WORKS, is_local, printed_short
from kg.resolve.groups import Unit

Circle = Callable[[Unit, Unit], bool]
CIRCLES: tuple[tuple[str, Circle], ...] = (
    ("article", lambda one, other: one.page == other.page and bool(one.articles & other.articles)),
    ("page", lambda one, other: one.page == other.page),
    ("city", lambda one, other: bool(one.locality.city) and one.locality.city == other.locality.city),
    ("country", lambda _one, _other: True),
)
ON_PAGE, BEYOND = CIRCLES[:2], CIRCLES[2:]
Blocks = Mapping[str, Unit | Sequence[Unit] | Holding[Unit]]
"""Units by block: one, a few, or many to be asked for the full forms of a name."""
MANY = 24
"""A short form that fits more full names of one circle than these fits anything, and is told of none: 开发区, 中心学校."""
TRIED = 400
"""Names of one circle that are compared with one; what shares its signs with more is as common as 开发区."""


@dataclass(frozen=True, slots=True)
class Fulls:
    """The full names of one circle that a short form fits; ``is_any``: it fits more than MANY, of which only one is given."""

    units: Sequence[Unit]
    is_any: bool = False


class Neighbours:
    """Finds the units that a unit may be compared with: those of its blocks on its page, and one for each name and city elsewhere.

    Of the thousand pages that name one bureau the first stands for all, so that the work grows with the number of names. ``stated_keys``
    are the keys of names, of any type, that some page states to be short for another.
    """

    def __init__(self, units: Sequence[Unit], stated: Mapping[tuple[Unit, Unit], str], stated_keys: Container[str]) -> None:
        self.stated: dict[Unit, list[Unit]] = {}
        for short, full in sorted(stated, key=lambda pair: (order(pair[0]), order(pair[1]))):
            self.stated.setdefault(short, []).append(full)
        first: dict[tuple[str, str, str | None, bool], Unit] = {}
        pages: dict[str, list[Unit]] = {}
        for unit in sorted(units, key=order):
            first.setdefault((unit.type, unit.key, unit.locality.city, unit in self.stated), unit)
            pages.setdefault(unit.page, []).append(unit)
        self.stated_keys = stated_keys
        self.units = sorted(units, key=order)
        self._pages = pages
        self._page: tuple[str, Blocks] = ("", {})
        self._first = list(first.values())
        self._country = by_block(self._first)
        self._cities: dict[str, Blocks] = {}
        self._named: tuple[object, ...] = ()
        self._found: list[Unit] | None = None
        self._short: dict[Unit, bool] = {}

    def by_page(self) -> Iterator[Unit]:
        """Yield all units, those of a page one after another and in order."""
        for page in self._pages.values():
            yield from page

    def page(self, unit: Unit) -> Blocks:
        """Return the blocks of a unit's page; those of the page asked for last are kept."""
        if self._page[0] != unit.page:
            self._page = (unit.page, by_block(self._pages[unit.page], page_blocks_of))
        return self._page[1]

    def on_page(self, unit: Unit) -> list[Unit]:
        """Return the other units of the page that share a block with this one and may be its full form or have its key, in order.

        They are the first, if they are more than TRIED.
        """
        return around(unit, self.page(unit), own_blocks(unit), TRIED + 1)

    def local(self, unit: Unit) -> list[Unit]:
        """Return those of the page that a reader may take the unit's name to stand for, though no rule says so, in order."""
        blocks = local_blocks(plain(unit.name)[:2]) if unit.type in LOCAL else ()
        return [other for other in around(unit, self.page(unit), blocks) if is_local(unit, other)]

    def beyond(self, unit: Unit) -> tuple[list[Unit], list[Unit]]:
        """Return the same of the unit's city and of the country, one for each name and city: the first, if they are more than TRIED."""
        self.turn_to(unit)
        if self._found is None:
            self._found = among(unit, self._country, own_blocks(unit), TRIED + 1)
        everywhere = [other for other in self._found if other is not unit][: TRIED + 1]
        city = unit.locality.city
        if len(everywhere) <= TRIED or not city:
            return [other for other in everywhere if other.locality.city == city], everywhere
        if city not in self._cities:
            self._cities[city] = by_block([other for other in self._first if other.locality.city == city])
        return around(unit, self._cities[city], own_blocks(unit), TRIED + 1), everywhere

    def is_short(self, unit: Unit, other: Unit) -> bool:
        """Whether one unit's name is a regular short form of the other's, asked once for units that are named alike."""
        if unit.type == "person":
            return is_short_of(unit, other)
        self.turn_to(unit)
        if other not in self._short:
            self._short[other] = is_short_of(unit, other)
        return self._short[other] or (unit.type in WORKS and printed_short(unit, other))

    def turn_to(self, unit: Unit) -> None:
        """Forget what was found for the unit asked for last, unless this one is printed under the same names."""
        named = (unit.type, unit.key, unit.name, unit.surfaces)
        if named != self._named:
            self._named, self._found, self._short = named, None, {}


def own_blocks(unit: Unit) -> frozenset[str]:
    """Return the blocks in which a unit is compared: one that is but a surname and a title has more on its page."""
    return page_blocks_of(unit) if is_titled(unit.name) else blocks_of(unit)


def around(unit: Unit, blocks: Blocks, own: Iterable[str], most: int | None = None) -> list[Unit]:
    """Return the units in ``own`` blocks that may be a unit's full form or have its key, in a fixed order, at most so many."""
    return [other for other in among(unit, blocks, own, most) if other is not unit][:most]


def among(unit: Unit, blocks: Blocks, own: Iterable[str], most: int | None = None) -> list[Unit]:
    """Return the same, the unit itself among them if it stands there; the same for all units that are named alike."""
    names = asked_by(unit)
    enough = None if most is None else most + 1
    return sorted({other for block in own if block in blocks for other in islice(in_block(blocks[block], names), enough)}, key=order)


def asked_by(unit: Unit) -> list[str]:
    """Return the names under which a unit may be a short form: of a zone what is printed too."""
    return [unit.name, *(surface for surface in unit.surfaces if unit.type == "zone" and len(surface) > 2)]


def blocks_of(unit: Unit) -> frozenset[str]:
    """Return the blocks of all names that a unit is printed under."""
    return blocks_of_names(frozenset((*unit.surfaces, unit.name)), unit.type)


@lru_cache(maxsize=1 << 12)
def blocks_of_names(names: frozenset[str], type_: str) -> frozenset[str]:
    """Return the blocks of names of one type."""
    return frozenset(block for name in names for block in block_keys(name, type_))


def page_blocks_of(unit: Unit) -> frozenset[str]:
    """Return the blocks of a unit on its own page, where 李院长 may meet 李永庆 by the surname, and a firm any that holds its beginning."""
    if unit.type == "person":
        return blocks_of(unit) | {f"surname:{unit.name[0]}"}
    return blocks_of(unit) | (local_blocks(unit.name) if unit.type in LOCAL else set())


def local_blocks(name: str) -> set[str]:
    """Return a block for every two neighbouring characters of a name."""
    told = plain(name)
    return {f"holds:{told[at : at + 2]}" for at in range(len(told) - 1)}


def by_block(units: Sequence[Unit], blocks_of: Callable[[Unit], frozenset[str]] = blocks_of) -> Blocks:
    """Return the units of each block: most have one, which stands there itself."""
    blocks: dict[str, Unit | list[Unit]] = {}
    for unit in units:
        for block in blocks_of(unit):
            before = blocks.setdefault(block, unit)
            if isinstance(before, list):
                before.append(unit)
            elif before is not unit:
                blocks[block] = [before, unit]
    return {block: found if isinstance(found, Unit) or len(found) < FEW else holding(found) for block, found in blocks.items()}


def in_block(found: Unit | Sequence[Unit] | Holding[Unit], names: Sequence[str]) -> Iterable[Unit]:
    """Return the units of a block, in order, of many those that may be full forms of one of these names or have its key."""
    if isinstance(found, Unit):
        return (found,)
    return found.fulls(*names) if isinstance(found, Holding) else found


def holding(units: Sequence[Unit]) -> Holding[Unit]:
    """Return units of one type, to be asked for the full forms of a name."""
    return Holding(units, lambda unit: unit.name, units[0].type)


def order(unit: Unit) -> int:
    """The fixed order of the units that are linked together: by type, key, scope and page."""
    return unit.rank


def is_short_of(short: Unit, full: Unit) -> bool:
    """Whether one unit's name, filed or printed, is a regular short form of the other's."""
    if short.key == full.key or (short.type == "person" and short.page != full.page):
        return False
    return any(is_short_form(name, full.name, short.type) for name in asked_by(short))


def tops(units: Sequence[Unit]) -> list[Unit]:
    """Return those of these units that are not a short form of another."""
    held = holding(units) if units else None
    beside = units if len(units) <= FEW else ()
    return [
        u
        for u in units
        if held
        and not any(is_short_of(u, other) for other in held.fulls(*asked_by(u)) if other.key != u.key)
        and not any(is_local(u, other) for other in beside)
    ]


def candidates(
    unit: Unit, near: Neighbours, taken: Mapping[Unit, Unit], circles: Sequence[tuple[str, Circle]] = CIRCLES
) -> Iterator[tuple[str, Fulls]]:
    """Yield (circle, full units) for each of the circles, nearest first; a stated alias precedes a regular short form."""
    if unit in near.stated:
        yield "article", Fulls(near.stated[unit])
        return
    fits: dict[Unit, bool] = {}
    everywhere: list[Unit] = []
    local = near.local(unit) if circles[0] in ON_PAGE else []
    for name, circle in circles:
        if name == "article":
            tried = everywhere = near.on_page(unit)
        elif name == "city":
            tried, everywhere = near.beyond(unit)
        else:
            tried = everywhere
        fits |= {other: near.is_short(unit, other) for other in tried if other not in fits}
        here = fitting(unit, fits, circle, taken, near)
        if not here and (name, circle) in ON_PAGE and not any(fits.values()):
            here = list(filter(partial(circle, unit), local))
        is_any = len(tried) > TRIED or len({o.key for o in here}) > MANY
        yield name, Fulls(here[:1], True) if is_any and here else Fulls(tops(here))


def fitting(unit: Unit, fits: Mapping[Unit, bool], circle: Circle, taken: Mapping[Unit, Unit], near: Neighbours) -> list[Unit]:
    """Return those of a circle that fit, in order, then what units of its name elsewhere stand for by a stated alias."""
    told = sorted((other for other, is_fit in fits.items() if is_fit), key=order)
    stated = [taken[o] for o in fits if o.key == unit.key and o in taken and taken[o] in near.stated.get(o, ())]
    return [other for other in dict.fromkeys((*told, *stated)) if circle(unit, other)]
