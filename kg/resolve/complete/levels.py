"""Whose 市, 区, 县, 省, 镇 a name opens with: the list it stands in, what was named before it, then the page's own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Mention
from kg.names import places
from kg.names.anatomy import leading_place
from kg.resolve.complete.page_names import ArticleNames, Filed
from kg.resolve.complete.zones import main_zone, page_zone

LEVEL = re.compile(r"^(?P<level>省|市|县|区|州|旗|镇|乡|村|街道|社区)(?!场|容|政(?!府|协)|域|际|振兴|村|镇|民|志|花)(?P<rest>.{1,})$")
SMALL = ("镇", "乡", "街道", "社区", "村")


def head_of(found: Filed | None) -> str:
    """Return the place or zone that a filed name opens with, as far as it says whose body it is: 平顶山高新区应急管理局 → 平顶山高新区."""
    if found is None:
        return ""
    if found.type in ("place", "zone"):
        return found.name
    lead = leading_place(found.name)
    zone = re.match(r".{2,24}?(?:高新区|经开区|开发区|示范区（[^）]{2,8}）|示范区|新区|集聚区|园区|产业园)(?=.{2,})", found.name)
    return zone[0] if zone and len(zone[0]) > len(lead) else lead


def whose(level: str, mention: Mention, names: ArticleNames) -> tuple[str, str]:
    """Return the division that 市, 区, 县, 省, 镇 before a name stands for here, and what says so; ("", "") if nothing does."""
    here = names.locality
    if level in "省市" or (level == "州" and here.city):
        return province_or_city(level, mention, names)
    near = names.nearest(mention.start, lambda f: f.mention.kind != "anaphor" and divisional(f, level))
    if level == "区" and here.zone:
        return here.zone, "区 is the zone of the page"
    if is_of_headline(level, names) and not names.joined(mention):
        return here.county or "", f"{level} is the county of the headline"
    if near:
        return cut_to(near, level, names), f"{level} is that of {near.mention.surface} before it"
    if level in "区县旗" and here.county:
        return here.county, f"{level} is the county of the page"
    found = most_named(level, names)
    if not found and level == "区":
        return main_zone(names) or page_zone(names), "区 is the zone that the page is about"
    return found, f"the only {level} of the page"


def is_of_headline(level: str, names: ArticleNames) -> bool:
    """Whether the article's own county or district is of this level and stands in its headline."""
    county = names.locality.county or ""
    return bool(county) and county.endswith(level) and county in names.text[: names.article.body.start]


@dataclass(frozen=True, slots=True)
class Levelled:
    """A name read as a level and the rest: 市 and 城北水厂; ``division`` is the one meant, empty if nothing says which."""

    level: str
    rest: str
    division: str
    why: str

    @property
    def notes(self) -> list[str]:
        """What was assumed, in words."""
        return [f"{self.why} ({self.division})"]


def levelled(mention: Mention, name: str, names: ArticleNames, *, over: int = 0) -> Levelled | None:
    """Read a name that opens with a level, names no place and has more than ``over`` characters after it; None for others."""
    match = LEVEL.match(name)
    if not match or leading_place(name) or len(match["rest"]) <= over:
        return None
    return Levelled(match["level"], match["rest"], *whose(match["level"], mention, names))


def province_or_city(level: str, mention: Mention, names: ArticleNames) -> tuple[str, str]:
    """Return what 省 or 市 stands for: the list it stands in, then what the same words stood for before, then the page's."""
    here = names.locality
    for before in (names.joined(mention), printed_before(mention, names)) if level == "市" else ():
        lead = leading_place(before.name) if before and before.type in ("agency", "institution") else ""
        if before and places.level(lead) == "市" and lead != here.city and not before.mention.surface.startswith(("区", "县")):
            return lead, f"市 is that of {before.mention.surface} before it"
    if level == "省":
        return here.province or "", f"the province of {here.city}"
    return here.city or "", "市 is the city of the page"


def printed_before(mention: Mention, names: ArticleNames) -> Filed | None:
    """Return the last name of the article that is printed and typed as this one is."""
    return names.nearest(mention.start, lambda f: f.mention.surface == mention.surface and f.mention.type == mention.type)


def divisional(filed: Filed, level: str) -> bool:
    """Whether a filed place or body says a division of this level: 射阳县委 says 县, 阿七镇镇长 (place 阿七镇) says 镇."""
    lead = filed.name if filed.type == "place" else leading_place(filed.name)
    return any(places.level(lead[:end]) == level for end in range(2, len(lead) + 1))


def cut_to(filed: Filed, level: str, names: ArticleNames) -> str:
    """Return the place chain of a name down to a level: 阿七镇格则村党支部 to 镇 → 阿七镇."""
    lead = filed.name if filed.type == "place" else leading_place(filed.name)
    for end in range(len(lead), 1, -1):
        if places.level(lead[:end]) == level:
            return names.page.chain(lead[:end]) if level in SMALL else last_link(lead[:end])
    return lead


def last_link(chain: str) -> str:
    """Return the last division of a chain: 台州市路桥区 → 路桥区."""
    starts = [at for at in range(2, len(chain) - 1) if places.level(chain[:at]) is not None and places.known(chain[at:])]
    return chain[max(starts) :] if starts else chain


def in_full(place: str, names: ArticleNames) -> str:
    """Return a county printed bare by its full name, if the page's city has one of that name: 亭湖 → 亭湖区."""
    inside = [d for d in places.fulls(place) if names.locality.city and d.city == names.locality.city and d.county]
    return inside[0].name if len(inside) == 1 and places.level(place) is None else place


def most_named(level: str, names: ArticleNames) -> str:
    """Return the division of this level that the page names most; empty if it names none or two as often."""
    counts: dict[str, int] = {}
    for type_, printed in names.page.printed.items():
        for name, times in printed.items():
            lead = in_full(name, names) if type_ == "place" else leading_place(name)
            if places.level(lead) == level:
                counts[lead] = counts.get(lead, 0) + times
    ranked = sorted(counts, key=lambda place: (-counts[place], place))
    return ranked[0] if len(ranked) == 1 or (ranked and counts[ranked[0]] > 2 * counts[ranked[1]]) else ""
