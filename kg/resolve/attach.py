"""Gives each short form the one full name that it stands for, looking near before far: article, page, city, country.

A short form is attached only if exactly one full name of the nearest circle that has any fits it; a form that fits several is
refused, with their names. An attached unit is linked through its full name alone, so that 沣垣 on one page never links
沣垣 on another to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from kg.names.holding import Holding
from kg.names.short import is_short_form, is_titled
from kg.resolve.block import block_keys
from kg.resolve.groups import Unit

Circle = Callable[[Unit, Unit], bool]
CIRCLES: tuple[tuple[str, Circle], ...] = (
    ("article", lambda one, other: one.page == other.page and bool(one.articles & other.articles)),
    ("page", lambda one, other: one.page == other.page),
    ("city", lambda one, other: bool(one.locality.city) and one.locality.city == other.locality.city),
    ("country", lambda _one, _other: True),
)


class Neighbours:
    """Finds the units that a unit may be compared with: those of its blocks on its page, and one for each name and city elsewhere.

    Of the thousand pages that name one bureau the first stands for all, so that the work grows with the number of names.
    """

    def __init__(self, units: Sequence[Unit], stated: Mapping[tuple[Unit, Unit], str]) -> None:
        self.stated: dict[Unit, list[Unit]] = {}
        for short, full in sorted(stated, key=lambda pair: (order(pair[0]), order(pair[1]))):
            self.stated.setdefault(short, []).append(full)
        first: dict[tuple[str, str, str | None, bool], Unit] = {}
        for unit in sorted(units, key=order):
            first.setdefault((unit.type, unit.key, unit.locality.city, unit in self.stated), unit)
        self.far = by_block(list(first.values()))
        self.near: dict[str, dict[str, Holding[Unit]]] = {}
        pages: dict[str, list[Unit]] = {}
        for unit in units:
            pages.setdefault(unit.page, []).append(unit)
        self.near = {page: by_block(found, page_blocks_of) for page, found in pages.items()}

    def of(self, unit: Unit) -> list[Unit]:
        """Return the other units that share a block with this one and may be its full form or have its key, in a fixed order."""
        here = self.near[unit.page]
        found: dict[Unit, None] = {}
        for block in page_blocks_of(unit) if is_titled(unit.name) else blocks_of(unit):
            for held in (here.get(block), self.far.get(block)):
                found |= dict.fromkeys(held.fulls(unit.name) if held else ())
        found.pop(unit, None)
        return sorted(found, key=order)


def blocks_of(unit: Unit) -> frozenset[str]:
    """Return the blocks of all names that a unit is printed under."""
    return frozenset(block for name in {unit.name, *unit.surfaces} for block in block_keys(name, unit.type))


def page_blocks_of(unit: Unit) -> frozenset[str]:
    """Return the blocks of a unit on its own page, where 李院长 may meet 李永庆 by the surname."""
    return blocks_of(unit) | ({f"surname:{unit.name[0]}"} if unit.type == "person" else set())


def by_block(units: Sequence[Unit], blocks_of: Callable[[Unit], frozenset[str]] = blocks_of) -> dict[str, Holding[Unit]]:
    """Return the units of each block."""
    blocks: dict[str, list[Unit]] = {}
    for unit in units:
        for block in blocks_of(unit):
            blocks.setdefault(block, []).append(unit)
    return {block: holding(found) for block, found in blocks.items()}


def holding(units: Sequence[Unit]) -> Holding[Unit]:
    """Return units of one type, to be asked for the full forms of a name."""
    return Holding(units, lambda unit: unit.name, units[0].type)


def order(unit: Unit) -> tuple[str, ...]:
    """The fixed order of units."""
    return (unit.type, unit.key, unit.scope or "", unit.page, unit.name)


def is_short_of(short: Unit, full: Unit) -> bool:
    """Whether one unit's name, filed or printed, is a regular short form of the other's."""
    if short.key == full.key or (short.type == "person" and short.page != full.page):
        return False
    return is_short_form(short.name, full.name, short.type) or any(
        is_short_form(surface, full.name, short.type) for surface in sorted(short.surfaces) if short.type == "zone" and len(surface) > 2
    )


def tops(found: Iterable[Unit]) -> list[Unit]:
    """Return those of these units that are not a short form of another."""
    units = list(found)
    held = holding(units) if units else None
    return [u for u in units if held and not any(is_short_of(u, other) for other in held.fulls(u.name) if other.key != u.key)]


def candidates(unit: Unit, near: Neighbours, taken: Mapping[Unit, Unit]) -> Iterator[tuple[str, list[Unit]]]:
    """Yield (circle, full units) for each circle, nearest first; a stated alias precedes a regular short form."""
    if unit in near.stated:
        yield "article", near.stated[unit]
        return
    around = near.of(unit)
    fitting = {other: None for other in around if is_short_of(unit, other)}
    fitting |= {taken[o]: None for o in around if o.key == unit.key and o in taken and taken[o] in near.stated.get(o, ())}
    for name, circle in CIRCLES:
        yield name, tops(o for o in fitting if circle(unit, o))
