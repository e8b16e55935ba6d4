"""Regular short forms of projects and facilities: the place in front and the kind behind may go, phase and voltage never.

    遂宁市城北水厂一期工程 → 城北水厂一期; 220千伏莲峰输变电工程 → 220千伏莲峰变电站

Knows names alone.
"""

from __future__ import annotations

import re

from kg.names import places
from kg.names.anatomy import (
    leading_place,
    plain,
    without_place,
)

PROJECT_SUFFIXES = re.compile(r"(建设)?(项目|工程)+$")


def common_place(short: str, full: str) -> str:
    """Return the short name without its place if the full one opens with that place too; as it is if not."""
    lead = leading_place(short)
    return without_place(short) if lead and places.bare(lead) in leading_place(full) else short


def project(short: str, full: str) -> bool:
    """遂宁市城北水厂一期工程 → 城北水厂一期, 城北水厂一期工程: the place in front and the kind behind may go, the phase never."""
    one, other = (plain(name).replace("轨道交通", "地铁") for name in (short, full))
    if voltage(one) not in (None, voltage(other)):
        return False
    core, whole = PROJECT_SUFFIXES.sub("", common_place(one, other)), PROJECT_SUFFIXES.sub("", without_place(other))
    if phases(one) != phases(other) and (phases(one) or PHASE_END.search(whole) or len(PHASE.findall(whole)) > 1):
        return False
    if any(shortens(one, other) for shortens in WAYS):
        return True
    return (len(core) >= 3 and core == whole) or (len(core) >= 5 and numbers(core) <= numbers(whole) and in_order(core, whole))


def is_substation(one: str, other: str) -> bool:
    """莲峰变 of 莲峰110千伏变电站."""
    return bool(re.fullmatch(r".{2,4}变", one)) and one[:-1] in other and "变电" in other and not phases(other)


def is_built_station(one: str, other: str) -> bool:
    """220千伏莲峰变电站 is what 220千伏莲峰输变电工程 builds."""
    station = STATION.sub("", one)
    return station != one and len(station) >= 2 and station in (GRID.sub("", other), GRID.sub("", without_voltage(other)))


def lacks_kind(one: str, other: str) -> bool:
    """220千伏莲丰 of 220千伏莲丰线, 城北污水处理厂 of 城北污水处理厂扩建工程."""
    rest = other[len(one) :]
    return other.startswith(one) and len(one) >= 5 and bool(LINE_SUFFIX.fullmatch(rest) or BUILD_SUFFIX.fullmatch(rest))


def lacks_head(one: str, other: str) -> bool:
    """齿轮箱项目 of 望川重工齿轮箱项目; what opens with a number is no head."""
    return len(one) >= 4 and other.endswith(one) and not one[0].isdigit()


WAYS = (is_substation, is_built_station, lacks_kind, lacks_head)
"""Ways of shortening a work's name."""


STATION = re.compile(r"(?<!输)变(?:电站)?$")


GRID = re.compile(r"输变电(?:站)?(?:新建|扩建|改造)?工程(?:项目)?$")


PHASE = re.compile(r"([一二三四五六七八九十]|[0-9]{1,2})(期|号|标段|标)|([a-z])标段")


PHASE_END = re.compile(r"([一二三四五六七八九十]|[0-9]{1,2})(期|标段|标)$")


LINE_SUFFIX = re.compile(r"线路?|变电?站?|电?站|电?厂")


BUILD_SUFFIX = re.compile(r"(?:新建|扩建|改扩建|改造|提升|升级|建设|迁建|续建|配套)+(?:工程|项目)+")


VOLTAGE = re.compile(r"(\d+(?:\.\d+)?)(?:千伏|kv)")


def without_voltage(name: str) -> str:
    """Return a name without the voltage before it."""
    return VOLTAGE.sub("", name, count=1)


def phases(name: str) -> tuple[str, ...]:
    """Return what tells a name from its siblings: 一期, 二标段, 3号."""
    return tuple(sorted(match[0] for match in PHASE.finditer(name)))


def voltage(name: str) -> str | None:
    """Return a printed voltage's figure."""
    found = VOLTAGE.search(name)
    return found[1] if found else None


NUMBERS = re.compile(r"[0-9〇零一二三四五六七八九十百]+")


def numbers(name: str) -> set[str]:
    """Return the numbers in a name, which a short form keeps whole: 第二中学 is no 第二十中学."""
    return set(NUMBERS.findall(name))


def in_order(short: str, full: str) -> bool:
    """Whether ``short`` is ``full`` with runs left out, in pieces of two characters or more, from its first to its last."""
    if short[:2] != full[:2] or short[-2:] != full[-2:]:
        return False
    at, rest = 0, short
    while rest:
        size = next((n for n in range(len(rest), 1, -1) if rest[:n] in full[at:]), 0)
        if not size:
            return False
        at = full.index(rest[:size], at) + size
        rest = rest[size:]
    return True
