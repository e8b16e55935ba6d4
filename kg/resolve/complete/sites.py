"""Completes the names of what lies or runs somewhere: facilities, programmes, places."""

from __future__ import annotations

import re

from kg.model import Mention
from kg.names import places
from kg.names.anatomy import leading_place
from kg.names.vocabulary import is_ordinary
from kg.resolve.complete.by_parent import by_chain, by_prefix, opening_with
from kg.resolve.complete.levels import SMALL
from kg.resolve.complete.page_names import ArticleNames, Filed
from kg.resolve.complete.projects import IN_CITY, work_of_level
from kg.resolve.complete.rules import Completed, first_of

ROAD = re.compile(r"(路|大街|街|大道|巷|胡同)$")
SHARED_KIND = re.compile(r"^”?[、和]?“[^“”]{2,12}”(?P<kind>(?:专项|集中)?(?:创建|行动|活动|计划|工程|战略))")
TITLED = re.compile(r"[《〈]$")


def facility(mention: Mention, name: str, names: ArticleNames) -> Completed:
    """城南老水厂 → 遂宁市城南老水厂; 位于…村的扶贫光伏电站 → with the village."""
    return first_of(FACILITY_RULES, mention, name, names) or (name, [])


def longer_facility(_: Mention, name: str, names: ArticleNames) -> Completed | None:
    """老水厂 → 城南老水厂, the one regular long form on the page."""
    longer = names.fuller(name, "facility")
    return (longer, [f"short for {longer}"]) if longer != name else None


def facility_at_site(mention: Mention, name: str, names: ArticleNames) -> Completed | None:
    """位于…村的扶贫光伏电站 → with the village."""
    site = site_of(mention, names)
    if site and not any(character.isdigit() for character in name):
        return site.name + name, [f"the page says that it lies in {site.name}"]
    return None


def site_of(mention: Mention, names: ArticleNames) -> Filed | None:
    """Return the place that a name is said to lie in right before it: 位于禹州市苌庄乡梨园沟联村的扶贫光伏电站."""
    return names.nearest(
        mention.start,
        lambda f: (
            f.type == "place"
            and names.text[f.mention.end : mention.start] in ("的", "境内的", "内的")
            and names.text[: f.mention.start].endswith(("位于", "地处", "坐落于", "坐落在"))
        ),
    )


def facility_of_home(_: Mention, name: str, names: ArticleNames) -> Completed | None:
    """污水处理厂 → the one of the page's county or city."""
    home = names.home
    if home and not names.locality.zone and (IN_CITY.match(name) or is_ordinary(name)):
        return home + name, [f"the one of {home}"]
    return None


FACILITY_RULES = (work_of_level, longer_facility, facility_at_site, facility_of_home, by_chain, opening_with("zone"))


def programme(mention: Mention, name: str, names: ArticleNames) -> Completed:
    """示范区国土空间规划 → 焦作市示范区（高新区）国土空间规划; a title in 《》 stays as it is."""
    if TITLED.search(names.text[: mention.start][-1:]) or mention.surface.startswith("《"):
        return name, []
    shared = SHARED_KIND.match(names.text[mention.end : mention.end + 40])
    is_quoted = names.text[mention.start - 1 : mention.start] == "“" or mention.surface.startswith("“")
    if shared and is_quoted:
        whole = name if name.startswith("“") else f"“{name}”"
        return whole + shared["kind"], [f"shares {shared['kind']} with the name after it"]
    return (by_prefix(name, names, "zone") if names.locality.zone else None) or (name, [])


def place(mention: Mention, name: str, names: ArticleNames) -> Completed:
    """许昌 → 许昌市 on its own page, 禾湾村 → 东台市三仓镇禾湾村 where the page says so, 会峰路 → 滁州市会峰路."""
    own = first_of((own_division, own_prefecture), mention, name, names)
    if own:
        return own
    bare = places.bare(name)
    if len(mention.surface) == 1 and bare in names.page.printed.get("place", ()):
        name = bare
    return first_of(PLACE_RULES, mention, name, names) or (name, [])


def own_division(_: Mention, name: str, names: ArticleNames) -> Completed | None:
    """许昌 → 许昌市 on its own page."""
    here = names.locality
    own = next((own for own in (here.city, here.county, here.province) if own and name == places.bare(own)), None)
    return (own, [f"{own} is where the page is from"]) if own else None


def own_prefecture(_: Mention, name: str, names: ArticleNames) -> Completed | None:
    """许昌地区 → 许昌市 on its own page."""
    city = names.locality.city
    if city and name.endswith("地区") and places.bare(name) == places.bare(city):
        return city, [f"{name} is {city}"]
    return None


def longer_place(_: Mention, name: str, names: ArticleNames) -> Completed | None:
    """三仓 → 三仓镇, the one regular long form on the page."""
    full = names.fuller(name, "place")
    return (full, [f"{name} is {full} on this page"]) if full != name else None


def county_of_city(_: Mention, name: str, names: ArticleNames) -> Completed | None:
    """亭湖 → 亭湖区, the only one of that name in the page's city."""
    city = names.locality.city
    inside = [division for division in places.fulls(name) if city and division.city == city]
    if len(inside) == 1 and places.level(name) is None:
        return inside[0].name, [f"{inside[0].name} lies in {city}"]
    return None


def pointed_road(mention: Mention, name: str, names: ArticleNames) -> Completed | None:
    """该镇人民路 → with the town."""
    if not ROAD.search(name) or not ROAD.fullmatch(name[len(leading_place(name)) :] or name):
        return None
    pointed = names.pointed(mention)
    return (pointed.name + name, [f"a road of {pointed.name}"]) if pointed and pointed.type == "place" else None


def road_of_home(_: Mention, name: str, names: ArticleNames) -> Completed | None:
    """会峰路 → 滁州市会峰路; a road on a zone's page stays as it is."""
    if not ROAD.search(name) or leading_place(name):
        return None
    home = "" if names.locality.zone else road_home(names)
    return (home + name, [f"a road of {home}"]) if home else (name, [])


def road_home(names: ArticleNames) -> str:
    """Return whose a road is that nobody places: the county's on a county's own page, else the city's."""
    county = names.page.locality.county
    return county if county and not county.endswith("区") else names.locality.city or ""


def town_of(village: str) -> str:
    """Return what a village's chain names before it: 三合镇柳林村 → 三合镇."""
    ends = [at for at in range(2, len(village) - 1) if places.level(village[:at]) in ("镇", "乡", "街道")]
    return village[: ends[-1]] if ends else ""


def listed_village(mention: Mention, name: str, names: ArticleNames) -> Completed | None:
    """三合镇柳林村、禾湾村 → both of one town."""
    beside = names.joined(mention)
    if not name.endswith("村") or leading_place(name) not in ("", name):
        return None
    if beside is None or beside.type != "place" or not beside.name.endswith("村"):
        return None
    head = beside.name.removesuffix(beside.mention.surface) or town_of(beside.name)
    return (head + name, [f"in one list with {beside.mention.surface}"]) if head else None


def chained_place(_: Mention, name: str, names: ArticleNames) -> Completed | None:
    """禾湾村 → 东台市三仓镇禾湾村, as the page prints it elsewhere."""
    chained = names.page.chain(name) if places.level(name) in (*SMALL, "区") else name
    return (chained, [f"{name} is {chained} on this page"]) if chained != name else None


PLACE_RULES = (longer_place, county_of_city, pointed_road, road_of_home, listed_village, chained_place)
