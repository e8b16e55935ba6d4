"""What a place's name looks like, and which places are known: divisions, towns, countries and regions.

Knows names alone: no article and no page."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from kg.lexicon import words
from kg.names.divisions import divisions as text_divisions
from kg.names.vocabulary import ordinary_words, place_names

DIVISION = re.compile(r"(?:省|自治区|特别行政区|自治州|地区|盟|市|自治县|县|自治旗|旗|区)$")
STRONG_SUFFIX = re.compile(
    r"(?:省|自治区|自治州|市|自治县|县|旗|街道|镇|乡|村|社区|小区|路|大街|大道|街|巷|胡同|国道|省道|流域|河谷|江|河|湖|山|岭|岛|"
    r"峪|苏木|嘎查)$"
)
UPPER = re.compile(r"(?:省|自治区|州|市|县|旗)$")
BAD_HEAD = re.compile(
    r"[我全本该各某每在到与和于由从以为对将把被个条座位名家多几这那其向来赴去的等第余两进]|所在|相关|有关|模范|文明|示范|先进|\d"
)


@cache
def divisions() -> frozenset[str]:
    """Return full names of administrative divisions down to the county, of any time (某某市, 某某县)."""
    known = frozenset(name for name, found in text_divisions().items() if found[0].level != "town") | place_names()
    return frozenset(
        name for name in known if DIVISION.search(name) and 2 < len(name) <= 12 and name not in words("places_common")
    ) | words("divisions_short")


@cache
def towns() -> frozenset[str]:
    """Return the names of towns, townships and streets."""
    return frozenset(name for name, found in text_divisions().items() if found[0].level == "town" and len(name) > 2)


@cache
def bare_names() -> frozenset[str]:
    """Return divisions without their last word (某某), of two characters and more."""
    return frozenset(bare for name in divisions() if len(bare := DIVISION.sub("", name)) > 1)


@cache
def gazetteer() -> frozenset[str]:
    """Return full and bare names of divisions, countries and regions that are no ordinary words."""
    return words("regions") | divisions() | (bare_names() - ordinary_words())


GOOD_ENDS = ("街道", "社区", "小区", "大路", "大街", "半岛", "高山")
"""Common words that are also the last part of true names: 某某街道."""


def is_common(text: str) -> bool:
    """Whether a word only looks like a place (农村, 老旧小区), or ends with such a word of two characters and more."""
    return text in words("places_common") or any(
        text[-size:] in words("places_common") and text[-size:] not in GOOD_ENDS for size in (2, 3, 4) if size < len(text)
    )


def is_place(text: str) -> bool:
    """Whether a name, out of context, is a place's: in the gazetteer, or with a suffix that only places have."""
    if text in gazetteer() or text in towns():
        return True
    if (
        UPPER.search(text)
        and text[-3:] not in divisions()
        and text[-4:] not in divisions()
        and text[-5:] not in divisions()
        and len(text) > 3
    ):
        return False
    return bool(
        len(text) > 2
        and STRONG_SUFFIX.search(text)
        and not is_common(text)
        and not BAD_HEAD.match(text)
        and not re.search(r"[两三几多]个", text)
    )


def parts(chain: str) -> list[str]:
    """Return the suffixes of a chain that can stand for it: 东台市三仓镇禾湾村 → 三仓镇禾湾村, 禾湾村."""
    cuts = [m.end() for m in re.finditer(r"(?:自治州|自治县|省|市|县|区|街道|镇|乡)(?=..)", chain)]
    return [chain[at:] for at in cuts] + [chain[a:b] for a, b in pairwise([*cuts])]
