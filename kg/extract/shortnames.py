"""Short forms that a page may use for a name it prints in full: 河南某源电气股份有限公司 → 某源电气, 皖东铎某精密铸造有限公司 → 铎某铸造.

A company's name is place | brand | trade | form. A short form keeps the brand and at least one word of trade, or place and brand,
or a form (集团) after the brand. A brand alone is too little unless the page states it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.extract.places import DIVISION, gazetteer
from kg.lexicon import words
from kg.text.segment import ordinary_words

FORM = re.compile(
    r"(?:（[\u3400-\u9fff]{2,6}）)?(?:(?:集团)?(?:股份有限公司|有限责任公司|有限公司)|集团公司|集团|总公司|公司|专业合作社|合作社|"
    r"保健品店|文具店|大药房|专卖店|店)$"
)
GRID = re.compile(r"国网(?:[\u3400-\u9fff]{1,4}?[省市县区])?(?=.{2})")
"""The grid company's branches: 国网|某某县|供电公司."""

STATED = re.compile(r"[（(](?:以下|下)?(?:统|并)?(?:简称|称|统称)[:：]?[“\"]?(?P<short>[^“”（）()\"，。]{2,16})[”\"]?[）)]")


@dataclass(frozen=True, slots=True)
class Anatomy:
    """The parts of a company's name; any may be empty, ``trades`` are in printed order."""

    place: str
    brand: str
    trades: tuple[str, ...]
    form: str


@cache
def anatomy(name: str) -> Anatomy:
    """Take a company's name apart: ``安徽沣某电缆有限公司`` → 安徽 | 沣某 | 电缆 | 有限公司."""
    found = FORM.search(name)
    form = found.group() if found else ""
    rest = name[: len(name) - len(form)]
    place = leading_place(rest)
    brand, trades = split_trades(rest[len(place) :])
    if not brand and place:
        place, (brand, trades) = "", split_trades(rest)
    return Anatomy(place, brand, trades, form)


def leading_place(text: str) -> str:
    """Return the longest place of the gazetteer that the text opens with, leaving at least two characters."""
    grid = GRID.match(text)
    if grid:
        return grid.group()
    at = 0
    while True:
        size = next((n for n in range(min(8, len(text) - at - 2), 1, -1) if text[at : at + n] in gazetteer()), 0)
        if not size:
            bare = next(
                (n for n in (3, 4) if len(text) - at > n + 1 and DIVISION.search(text[at : at + n]) and text[at + n - 1] in "市县区"), 0
            )
            return text[: at + bare]
        at += size


def split_trades(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the shortest brand of two characters or more after which all is words of trade, and these words; a bare brand has none."""
    for size in range(2, len(text)):
        cut = segment(text[size:])
        if cut:
            return text[:size], cut
    return text, ()


def segment(text: str) -> tuple[str, ...] | None:
    """Return the text as words of trade, longest first; None if it is not made of them."""
    if not text:
        return ()
    for size in range(min(6, len(text)), 1, -1):
        if text[:size] in words("trades") or (size <= 3 and text[:size] in ("集团", "中心")):
            rest = segment(text[size:])
            if rest is not None:
                return (text[:size], *rest)
    return None


def short_pattern(name: str) -> re.Pattern[str] | None:
    """Return the pattern of a company's regular short forms; None if its name has no brand to hold on to."""
    parts = anatomy(name)
    if (
        name[0] in "省市县区州"
        or name.startswith("国网")
        or len(parts.brand) < 2
        or parts.brand in words("generic")
        or parts.brand in words("trades")
    ):
        return None
    trades = "".join(f"(?:{trade_forms(trade)})?" for trade in parts.trades)
    tail = r"(?:集团|股份)?(?:公司)?"
    place = f"(?:{re.escape(parts.place)})?" if parts.place else ""
    return re.compile(f"(?P<place>{place})(?P<brand>{re.escape(parts.brand)})(?P<trade>{trades})(?P<form>{tail})")


def trade_forms(trade: str) -> str:
    """Return a trade word and its beginnings and ends of two characters and more as alternatives: 调味品 → 调味品|调味|味品."""
    forms = {trade} | {trade[:n] for n in range(2, len(trade))} | {trade[-n:] for n in range(2, len(trade))}
    return "|".join(sorted((re.escape(form) for form in forms), key=lambda form: (-len(form), form)))


def is_short_form(match: re.Match[str], name: str) -> bool:
    """Whether a match of ``short_pattern`` holds enough: brand and trade, place and brand, brand and form, or a long rare brand."""
    if match.group() == name:
        return False
    if match["trade"] or match["form"]:
        return True
    brand = match["brand"]
    return (bool(match["place"]) or len(brand) > 2) and brand not in ordinary_words()


def without_place(name: str) -> str:
    """Return a name without the places it opens with; empty if too little is left: 扶风县佑某农耕博物馆 → 佑某农耕博物馆."""
    place = leading_place(name)
    rest = name[len(place) :]
    return rest if place and len(rest) >= 4 and rest[0] not in "省市县区州旗镇乡" else ""
