"""Sibling companies: one brand, two companies. Each pair gets a refusal that says what distinguishes them.

    河南沐岑电气股份有限公司, 沐岑重工有限公司     both registered, and their names differ
    沐岑电气, 沐岑重工                      one brand, two trades

Only companies of one city or of one page are compared, one unit for each name, so that the work stays small.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from kg.lexicon import words
from kg.names.anatomy import dissect, has_legal_form
from kg.names.short import NESTED, is_short_form
from kg.resolve.attach import order
from kg.resolve.complete.page_names import is_common
from kg.resolve.groups import Unit
from kg.resolve.links import UnionFind

MOST = 40
"""Companies of one city; where more begin alike, the beginning is no brand but a place that no table has."""
BRAND = 2
"""Characters that a brand is taken to have: 沐岑电气, 沐岑重工."""


def refuse_siblings(units: Sequence[Unit], links: UnionFind) -> None:
    """Write a refusal for every two companies of one brand that stayed two, and were not compared before."""
    for group in families(units):
        for one, other in combinations(group, 2):
            if links.root(one) is not links.root(other) and links.pair(one, other) not in links.refused and not related(one, other):
                links.refuse(one, other, reason(one, other))


def families(units: Sequence[Unit]) -> list[list[Unit]]:
    """Return the companies of each brand and city, or brand and page where no city is known; the first unit of each name."""
    found: dict[tuple[str, str], dict[str, Unit]] = {}
    for unit in sorted(units, key=order):
        brand = brand_of(unit)
        if brand:
            found.setdefault((brand, unit.locality.city or unit.page), {}).setdefault(unit.key, unit)
    return [list(names.values()) for names in found.values() if 1 < len(names) <= MOST]


def brand_of(unit: Unit) -> str:
    """Return what a company's own name begins with; empty for other types, for units of a company, and if it is a common word."""
    if unit.type != "company":
        return ""
    core = dissect(unit.name).core
    brand = core[:BRAND]
    return "" if len(brand) < BRAND or NESTED.search(core) or is_common(brand) or brand in words("link_national") else brand


def related(one: Unit, other: Unit) -> bool:
    """Whether one name holds the other (a branch, a department) or may be short for it: no siblings."""
    return (
        one.name in other.name
        or other.name in one.name
        or is_short_form(one.name, other.name, "company")
        or is_short_form(other.name, one.name, "company")
    )


def reason(one: Unit, other: Unit) -> str:
    """Return the reason why two companies of one brand are two."""
    if has_legal_form(one.name) and has_legal_form(other.name):
        return f"one brand {brand_of(one)}, but both are registered names, and they differ"
    return f"one brand {brand_of(one)}, but neither {one.name} nor {other.name} is a regular form of the other"
