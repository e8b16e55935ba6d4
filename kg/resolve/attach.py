"""Gives each short form the one full name that it stands for, looking near before far: article, page, city, country.

A short form is attached only if exactly one full name of the nearest circle that has any fits it; what has several is
refused with their names. An attached unit is linked through its full name alone, so that 沣垣 of one page never ties the
沣垣 of another to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from kg.resolve.block import block_keys
from kg.resolve.short import is_short_form
from kg.resolve.units import Unit

Circle = Callable[[Unit, Unit], bool]
CIRCLES: tuple[tuple[str, Circle], ...] = (
    ("article", lambda one, other: one.page == other.page and bool(one.articles & other.articles)),
    ("page", lambda one, other: one.page == other.page),
    ("city", lambda one, other: bool(one.locality.city) and one.locality.city == other.locality.city),
    ("country", lambda _one, _other: True),
)


def by_block(units: Sequence[Unit]) -> dict[str, list[Unit]]:
    """Return the units of each block, by all names they are printed under."""
    blocks: dict[str, list[Unit]] = {}
    for unit in units:
        for block in sorted({b for name in {unit.name, *unit.surfaces} for b in block_keys(name, unit.type)}):
            blocks.setdefault(block, []).append(unit)
    return blocks


def neighbours(unit: Unit, blocks: Mapping[str, Sequence[Unit]]) -> list[Unit]:
    """Return the other units that share a block with this one, in a fixed order."""
    found = {id(other): other for name in {unit.name, *unit.surfaces} for b in block_keys(name, unit.type) for other in blocks.get(b, ())}
    return sorted((u for u in found.values() if u is not unit), key=order)


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
    """Return the units that are nobody's short form among these."""
    units = list(found)
    return [u for u in units if not any(is_short_of(u, other) for other in units if other.key != u.key)]


def candidates(
    unit: Unit, near: Sequence[Unit], stated: Mapping[tuple[Unit, Unit], str], taken: Mapping[Unit, Unit]
) -> list[tuple[str, list[Unit]]]:
    """Return (circle, full units) for each circle, nearest first; a stated alias outdoes a regular form."""
    said = sorted({full for (short, full) in stated if short is unit or short == unit}, key=order)
    if said:
        return [("article", said)]
    fitting = [other for other in near if is_short_of(unit, other)]
    fitting += [taken[o] for o in near if o.key == unit.key and o in taken and taken[o] not in fitting and (o, taken[o]) in stated]
    return [(name, tops(o for o in fitting if circle(unit, o))) for name, circle in CIRCLES]
