"""Places: provinces down to villages, streets, countries and regions, with their chains (某市某乡某村) read as one.

Knows what a place's name looks like and the gazetteer; it does not know whether a town is named as a place or as the body that acts.
"""

from __future__ import annotations

import re
from functools import cache

from kg.extract.lens import PLACE, Candidate, Lens
from kg.lexicon import words

TAIL = (r"省|自治区|特别行政区|自治州|地区|州|盟|市|自治县|县|自治旗|旗|林区|(?<!.[专园社校厂景库辖片战军牧林矿城市])区|街道|镇|民族乡|乡|苏木|嘎查|联村|行政村|自然村|村|社区|"
        r"居民小区|小区|路|大街|大道|街|巷|胡同|国道|省道|县道|流域|河谷|山|河|湖|江|岛|口|湾|沟|岭|峪")
STRONG_TAIL = re.compile(r"(?:省|自治区|自治州|市|自治县|县|旗|街道|镇|乡|村|社区|小区|路|大街|大道|街|国道|省道|流域|河谷)$")
SHAPE = re.compile(rf"[\u3400-\u9fff]{{1,7}}?(?:{TAIL})$")
ROAD = re.compile(r"(?:[GS]?\d{1,4}(?:国道|省道|县道))")
NOT_PLACES = re.compile(
    r"^(?:我|全|本|该|各|某|每|两|三|跨|出|入|进|外|内|省|市|县|区|乡|镇|村|街道|新农村|农村|乡村|城乡|城市|城镇|小城镇|"
    r"乡镇|村镇|社区|市区|城区|郊区|县区|辖区|园区|景区|库区|山区|灾区|老区|牧区|林区|校区|厂区|小区|片区|街区|新区|湖区|矿区|贫困村|中心村|"
    r"贫困县|百强县|文明村|文明城市|卫生城市|宜居城市|智慧城市|全县|全市|全区|全省|全村|全镇|全乡|示范村|重点村|行政村|自然村|先进村|空心村|专业村)$")
BAD_HEAD = re.compile(r"^(?:我|全|本|该|各|某|每|在|到|与|和|于|由|从|以|为|对|将|把|被|个|条|座|位|名|家|多|几|这|那|所在|其|向|来|赴|去|的|等|第|余)")


@cache
def gazetteer() -> frozenset[str]:
    """Return the bare and full names of divisions, countries and regions."""
    return words("regions") | divisions()


@cache
def divisions() -> frozenset[str]:
    """Return full and bare names of administrative divisions (某某市, 某某)."""
    try:
        from kg.lexicon import ordered
        return frozenset(ordered("divisions"))
    except FileNotFoundError:
        return frozenset()


def is_place(text: str) -> bool:
    """Whether a name, out of context, is a place's: in the gazetteer, or with a tail that only places have."""
    if text in gazetteer():
        return True
    return bool(len(text) > 2 and STRONG_TAIL.search(text) and not NOT_PLACES.match(text) and not BAD_HEAD.match(text))


def atoms(lens: Lens) -> list[tuple[int, int]]:
    """Return the ranges of single places: what the tagger calls one, and roads by number."""
    found = [(w.start, w.end) for w in lens.tagged(PLACE) if is_place(lens.of(w))]
    found += [(w.start, w.end) for w in lens.words if w.tag in ("ns", "n", "nz", "s", "nr") and lens.of(w) in gazetteer()]
    found += [match.span() for match in ROAD.finditer(lens.text)]
    return sorted(set(found))


def chains(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join places that touch: 禹州市|苌庄乡|梨园沟联村."""
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def find_places(lens: Lens) -> list[Candidate]:
    """Return the places of an article, chains as one."""
    return [Candidate(start, end, "place", "place", 0.7) for start, end in chains(atoms(lens))]
