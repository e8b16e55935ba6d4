"""In which division a name says that its bearer is: 许昌市市场监督管理局 → 许昌市, 建安区灵井镇某某村 → 建安区灵井镇. No page is asked."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.names.anatomy import leading_place
from kg.names.divisions import Division, divisions
from kg.names.places import fulls, known, level

LEVELS = ("province", "city", "county", "town")
LONGEST = 9
ROAD = re.compile("(?:东|西|南|北|中)?(?:路|大道|大街|街(?!道)|巷|桥|立交)")
"""What makes a road of the bare name before it: 玉溪路, 南京西路."""


@lru_cache(maxsize=1 << 16)
def division_of(name: str) -> Division | None:
    """Return the lowest division that a name opens with; None for none, one of several (新华区) or a road's name (玉溪路).

    Short are only the names of provinces, cities and county-level cities: 中原 is no district.
    """
    lead, found, at = leading_place(name), None, 0
    if not lead and fulls(name):
        lead = name
    while at < len(lead):
        end = next((end for end in range(min(len(lead), at + LONGEST), at + 1, -1) if known(lead[at:end])), len(lead))
        step = _one(lead[at:end], found)
        if step is None or (level(lead[at:end]) is None and ROAD.match(name, end)):
            return found
        found, at = step, end
    return found


def _one(name: str, within: Division | None) -> Division | None:
    """Return the one division of this name, the highest level first, that lies within another; None if there are none or several."""
    listed = (*(d for d in fulls(name) if d.level == "province"), *divisions().get(name, ()))
    named = {d for d in listed if within is None or _lies_in(d, within)}
    highest = sorted(named, key=lambda d: LEVELS.index(d.level))
    return highest[0] if highest and [d.level for d in highest].count(highest[0].level) == 1 else None


def _lies_in(inner: Division, outer: Division) -> bool:
    return (
        LEVELS.index(inner.level) > LEVELS.index(outer.level)
        and inner.province == outer.province
        and outer.city in (None, inner.city)
        and outer.county in (None, inner.county)
    )


def path(division: Division) -> tuple[str, ...]:
    """Return a division's full names from its province down: (河南省, 许昌市, 建安区, 小召乡); a municipality is named once."""
    town = division.name if division.level == "town" else None
    return tuple(dict.fromkeys(name for name in (division.province, division.city, division.county, town) if name))
