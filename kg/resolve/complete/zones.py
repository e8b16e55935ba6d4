"""Which zone a printed name or a bare 区 means on a page: the page's own, the article's main one, the fullest form of its name."""

from __future__ import annotations

import re

from kg.lexicon import words
from kg.names import places
from kg.names.anatomy import leading_place, plain
from kg.names.short import same_zone, zone_parts
from kg.resolve.complete.page_names import ArticleNames


def zone_name(name: str, names: ArticleNames) -> tuple[str, str]:
    """Return the fullest form of a zone's name here: the page's own zone, a stated alias, one longer form, else city and kind."""
    here = names.locality
    if here.zone and is_zone(name, here.zone):
        return here.zone, "the zone of the page"
    full = names.fuller(name, "zone")
    if full != name:
        return full, f"{name} is short for {full} here"
    near = last_of_kind(name, names) if name in words("link_zone_kinds") else ""
    if near:
        return near, f"the {name} named before it is {near}"
    if name in words("link_zone_kinds") and here.city and not here.county:
        return places.bare(here.city) + name, f"the one of {here.city}"
    if name in words("link_zone_kinds") and here.county and here.county.endswith("县"):
        return here.county + name, f"the one of {here.county}"
    return name, ""


def last_of_kind(kind: str, names: ArticleNames) -> str:
    """Return the zone of a kind that the article named last with its place: 酒泉经济技术开发区 for 开发区; empty if none was."""
    of_kind = (f.name for f in reversed(names.filed) if f.type == "zone" and f.mention.is_name and leading_place(f.name))
    return next((name for name in of_kind if is_kind(name, kind)), "")


def is_kind(zone_: str, kind: str) -> bool:
    """Whether a zone is of the kind that 开发区, 经开区 says: 酒泉经济技术开发区 is 开发区, 经开区 and 经济开发区; no park in it is."""
    place, own = zone_parts(zone_)
    return bool(own) and (own == kind or same_zone(place + kind, zone_))


def is_zone(name: str, zone_: str) -> bool:
    """Whether a printed name is a form of the page's zone: 示范区, 高新区, 示范区（高新区） of 焦作市示范区（高新区）."""
    own, whole = plain(name), plain(zone_)
    inner = re.findall(r"\(([^()]+)\)", whole)
    outer = re.sub(r"\([^()]+\)", "", whole)
    return own == whole or whole.endswith(own) or own in inner or (outer.endswith(own) and len(own) >= 2)


def main_zone(names: ArticleNames) -> str:
    """Return the zone that an article is about: the one it has named at least three times and more than all others together."""
    zone, times = max(names.zones.items(), key=lambda counted: counted[1], default=("", 0))
    return zone if times >= 3 and 2 * times > names.zones.total() else ""


def page_zone(names: ArticleNames) -> str:
    """Return the zone that a page names most, if it names it three times and twice as often as any other."""
    counts: dict[str, int] = {}
    for name, times in names.page.printed.get("zone", {}).items():
        full = zone_name(name, names)[0]
        counts[full] = counts.get(full, 0) + times
    ranked = sorted(counts, key=lambda zone_: (-counts[zone_], zone_))
    return ranked[0] if ranked and counts[ranked[0]] >= max(3, 2 * (counts[ranked[1]] if len(ranked) > 1 else 0)) else ""
