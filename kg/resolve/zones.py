"""Which zone a printed name or a bare 区 means on a page: the page's own, the article's main one, the fullest form of its name."""

from __future__ import annotations

import re

from kg.lexicon import words
from kg.resolve import places
from kg.resolve.anatomy import plain
from kg.resolve.context import ArticleNames


def zone_name(name: str, names: ArticleNames) -> tuple[str, str]:
    """Return the fullest form of a zone's name here: the page's own zone, a stated alias, one longer form, else city and kind."""
    here = names.locality
    if here.zone and is_zone(name, here.zone):
        return here.zone, "the zone of the page"
    full = names.fuller(name, "zone")
    if full != name:
        return full, f"{name} is short for {full} here"
    if name in words("link_zone_kinds") and here.city and not here.county:
        return places.bare(here.city) + name, f"the one of {here.city}"
    return name, ""


def is_zone(name: str, zone_: str) -> bool:
    """Whether a printed name is a form of the page's zone: 示范区, 高新区, 示范区（高新区） of 焦作市示范区（高新区）."""
    told, whole = plain(name), plain(zone_)
    inner = re.findall(r"\(([^()]+)\)", whole)
    outer = re.sub(r"\([^()]+\)", "", whole)
    return told == whole or whole.endswith(told) or told in inner or (outer.endswith(told) and len(told) >= 2)


def main_zone(names: ArticleNames) -> str:
    """Return the zone that an article is about: the one it has named at least three times and more than all others together."""
    counts: dict[str, int] = {}
    for filed in names.filed:
        if filed.type == "zone":
            counts[filed.name] = counts.get(filed.name, 0) + 1
    ranked = sorted(counts, key=lambda zone_: (-counts[zone_], zone_))
    return ranked[0] if ranked and counts[ranked[0]] >= 3 and 2 * counts[ranked[0]] > sum(counts.values()) else ""


def page_zone(names: ArticleNames) -> str:
    """Return the zone that a page names most, if it names it three times and twice as often as any other."""
    counts: dict[str, int] = {}
    for name, times in names.page.printed.get("zone", {}).items():
        full = zone_name(name, names)[0]
        counts[full] = counts.get(full, 0) + times
    ranked = sorted(counts, key=lambda zone_: (-counts[zone_], zone_))
    return ranked[0] if ranked and counts[ranked[0]] >= max(3, 2 * (counts[ranked[1]] if len(ranked) > 1 else 0)) else ""
