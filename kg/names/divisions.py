"""The administrative divisions of China and where a text names them. It knows names, not what an article is about."""

from __future__ import annotations

import functools
from collections import Counter
from dataclasses import dataclass

import ahocorasick

from kg.lexicon import rows, words

MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
PREFECTURE_SUFFIXES = ("自治州", "地区", "盟")
COUNTY_SUFFIXES = ("县", "区", "市", "旗")
NOT_COUNTIES = ("开发区", "园区", "管理区", "工业园", "示范区", "合作区", "实验区", "试验区", "集聚区", "保税区")


@dataclass(frozen=True, slots=True)
class Division:
    """One division: ``level`` is province, city, county or town; ``city`` and ``county`` are full names it lies in."""

    name: str
    level: str
    province: str
    city: str | None = None
    county: str | None = None


@functools.cache
def provinces() -> dict[str, str]:
    """Return the province of every city (full name); a municipality is its own."""
    return {row[1]: row[0] for row in rows("divisions") if len(row) > 1}


@functools.cache
def counties() -> dict[str, tuple[str, ...]]:
    """Return the counties, districts and county-level cities of every city."""
    found = {row[1]: row[2].split() if len(row) > 2 else [] for row in rows("divisions") if len(row) > 1}
    for former, _, city in (row[:3] for row in rows("divisions_former")):
        if city in found and former not in found[city]:
            found[city].append(former)
    return {city: tuple(n for n in names if n.endswith(COUNTY_SUFFIXES) and not n.endswith(NOT_COUNTIES)) for city, names in found.items()}


@functools.cache
def divisions() -> dict[str, tuple[Division, ...]]:
    """Return every division by the names it is printed under; short names of cities and county-level cities included."""
    found: dict[str, list[Division]] = {}
    for province in sorted({row[0] for row in rows("divisions")}):
        found.setdefault(province, []).append(Division(province, "province", province))
    for city, province in provinces().items():
        for name in sorted({city, short(city)} - ambiguous() | {city}):
            found.setdefault(name, []).append(Division(city, "city", province, city))
        for county in counties()[city]:
            for name in sorted({county, short(county) if county.endswith("市") and short(county) not in ambiguous() else county}):
                found.setdefault(name, []).append(Division(county, "county", province, city, county))
    for city, county, names in (row[:3] for row in rows("divisions_towns")):
        for name in names.split():
            found.setdefault(name, []).append(Division(name, "town", provinces().get(city, ""), city, county or None))
    return {name: tuple(items) for name, items in found.items() if len(name) > 1}


def short(name: str) -> str:
    """Return a city's name without 市, 地区, 盟 or 自治州: 许昌市 → 许昌; the whole if too little is left."""
    for suffix in (*PREFECTURE_SUFFIXES, "市"):
        if name.endswith(suffix) and len(name) - len(suffix) >= 2:
            return name[: -len(suffix)]
    return name


@functools.cache
def ambiguous() -> frozenset[str]:
    """Return the short names that are everyday words too (合作, 东方)."""
    return words("divisions_ambiguous")


@functools.cache
def automaton() -> ahocorasick.Automaton:
    """Return the search machine over all names; building it takes some tenths of a second."""
    machine = ahocorasick.Automaton()
    for name in divisions():
        machine.add_word(name, name)
    machine.make_automaton()
    return machine


SMALL_PLACES = tuple("岗坪沟坡屯寨洼塬镇")
"""What after a city's short name makes another, smaller place of it."""


def named(text: str) -> Counter[str]:
    """Count the names of divisions in a squeezed text; of names that overlap the longer counts, a road's name never does.

    Nor does a short name that a longer name of a small place opens with: 宝鸡 in 宝鸡坪.
    """
    found: Counter[str] = Counter()
    for end, name in automaton().iter_long(text):
        following = text[end + 1 : end + 3]
        is_road = following[:1] in ("路", "街") or following in ("大道", "中路", "西路", "东路", "南路", "北路")
        is_longer = name[-1] not in "省市县区州旗盟" and following[:1] in SMALL_PLACES
        if not is_road and not is_longer:
            found[name] += 1
    return found
