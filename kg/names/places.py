"""What a place is by the table of administrative divisions: its level, its bare name, the divisions that it may stand for."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.lexicon import ordered, words
from kg.names.divisions import Division, divisions

LEVEL_SUFFIX = re.compile(
    r"(特别行政区|自治区|自治州|自治县|自治旗|地区|街道办事处|街道|新区|林区|矿区|省|市|县|区|州|盟|旗|镇|乡|苏木|社区|村)$"
)
LEVELS = {
    "省": "省",
    "自治区": "省",
    "特别行政区": "省",
    "市": "市",
    "自治州": "州",
    "地区": "州",
    "盟": "州",
    "州": "州",
    "县": "县",
    "自治县": "县",
    "旗": "县",
    "自治旗": "县",
    "区": "区",
    "新区": "区",
    "林区": "区",
    "矿区": "区",
    "镇": "镇",
    "乡": "乡",
    "苏木": "乡",
    "街道": "街道",
    "街道办事处": "街道",
    "社区": "社区",
    "村": "村",
}
REGION = re.compile(r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤川青藏琼宁][东西南北中]")


VILLAGE = re.compile(r"[^小大老穷个座该各每全本此新山][山新]村")
"""凤山村, 柳新村: a village's name of three characters, not 贫困山村."""


@lru_cache(maxsize=1 << 16)
def no_place(text: str) -> bool:
    """Whether a text ends like a division and is none: 农业农村, 高新区, 住宅小区; 城关新区 may be one, 新区 alone is not."""
    if VILLAGE.fullmatch(text):
        return False
    return text.endswith(ordered("link_not_places")) and text not in divisions()


@lru_cache(maxsize=1 << 16)
def level(place: str) -> str | None:
    """Return 省, 市, 州, 县, 区, 镇, 乡, 街道, 社区 or 村 for a place with its level in its name, None for 许昌 or 欧洲."""
    found = None if no_place(place) else LEVEL_SUFFIX.search(place)
    return LEVELS[found[1]] if found and len(place) > len(found[1]) else None


def bare(place: str) -> str:
    """Return a place without its level: 许昌市 → 许昌, 宁夏回族自治区 → 宁夏; two characters are kept (沛县)."""
    found = LEVEL_SUFFIX.search(place)
    if not found:
        return place
    short = place[: found.start()]
    for nation in ordered("link_nationalities"):
        at = short.find(nation)
        if at >= 2:
            short = short[:at]
    return short if len(short) >= 2 else place


@cache
def table() -> dict[str, tuple[Division, ...]]:
    """Return the divisions from province to county by full name and by bare name (许昌市, 许昌, 射阳), higher ones first."""
    found: dict[str, set[Division]] = {}
    for name, several in divisions().items():
        for division in several:
            if division.level != "town":
                for told in (name, bare(division.name)):
                    found.setdefault(told, set()).add(division)
    return {
        told: tuple(sorted(several, key=lambda d: (d.city is not None, d.county is not None, d.name, d.province, d.city or "")))
        for told, several in found.items()
    }


@cache
def short_provinces() -> frozenset[str]:
    """Return 河南, 宁夏 …"""
    return frozenset(bare(name) for name, several in divisions().items() if any(d.level == "province" for d in several))


def province_of(place: str | None) -> str | None:
    """Return the province that a division lies in; None if the table does not know it or knows several of that name."""
    provinces = {division.province for division in table().get(place or "", ())}
    return provinces.pop() if len(provinces) == 1 else None


def fulls(short: str) -> tuple[Division, ...]:
    """Return the divisions that 许昌, 河南, 射阳 or 沁阳市 may stand for, higher ones first."""
    return table().get(short, ())


def is_unique(place: str) -> bool:
    """Whether the highest division of this name is the only one of its level: 许昌, 朝阳市, but not 鼓楼区 or 鼓楼."""
    found = table().get(place, ())
    highest = [d for d in found if (d.city is None, d.county is None) == (found[0].city is None, found[0].county is None)]
    return len(highest) <= 1


@lru_cache(maxsize=1 << 16)
def known(place: str) -> bool:
    """Whether this is a place's name as printed: in the table, a region or country, or one that says its level."""
    if place in divisions() or place in short_provinces() or place in words("regions") or REGION.fullmatch(place):
        return True
    return (
        level(place) is not None
        and bare(place)[-1] not in "省市县区镇乡村"
        and 2 <= len(bare(place)) <= 4
        and place[0] not in "市县区省镇乡该本全各"
        and not no_place(place)
    )
