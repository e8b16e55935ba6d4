"""Where the name of a project begins: the walk to the left over amounts, voltages, owners, brackets and stretches from place to place.

It knows what may stand inside such a name; it does not know which tail ends it. All offsets are article offsets.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.extract.mentions.tagged import HAN, PERSON, PLACE, Lens
from kg.lexicon import words
from kg.names.gazetteer import bare_names
from kg.names.vocabulary import ordinary_words

OWNERS = ("company", "zone", "facility", "project", "institution")
"""What a project's name may open with."""

PHASE = r"[一二三四五六1-6]期"
AMOUNT = re.compile(
    r"(?:±|年产|日产|年处理|日处理|年加工|总装机|装机)?[\d.]+(?:[×xX]\d+)?"
    r"(?:[万亿]?(?:台套|台|套|吨|千瓦|兆瓦|吉瓦|千伏安|千伏|kV|KV|立方米|平方米|亩|只|辆|件|头|羽|米|公里|张|片|条|瓶|"
    r"箱|支|块|颗|枚))(?:/[时天年])?$|年产$"
)
VOLT_UNITS = ("千伏", "kV", "KV")
VOLTS = re.compile(r"±?\d{2,4}(?:千伏|kV|KV)(?:及以[上下])?[\u3400-\u9fff\d#]{1,9}$")
VOLTS_BREAK = re.compile(r"[的和与等是在将有为]|工程|项目|公司|线路|变电站(?=.)")
YEAR = re.compile(r"\d{4}年(?:度)?$")
RANGE = re.compile(r"(?:(?![和与及、])[\u3400-\u9fff]){2,6}(?:[-－～](?:(?![和与及])[\u3400-\u9fff]){2,6}){0,2}[-－～]$")
ROAD_NUMBER = re.compile(r"[GSXY]\d{1,4}线?$")
BOUND = re.compile(r"(?:县城|城区|市区|城关|界|站|口|镇|村|桥)$")
BRACKET = re.compile(r"[（(][\u3400-\u9fffA-Z\d]{1,6}[）)]$")
BUILDS = re.compile(r"(?:建设|新建|兴建|上马|实施|新上)(?:了)?$")
NO_CONJUNCT = re.compile(r"(?:项目|公司|集团|局|部门|企业|厂|[\d]+[个家项])$")


@dataclass(frozen=True, slots=True)
class Ends:
    """Where names that a project's name may open with end and begin: companies, parks, works; and places."""

    owners: Mapping[int, int] = field(default_factory=dict)
    places: Mapping[int, int] = field(default_factory=dict)


def opening(lens: Lens, tail: int, owners: Mapping[int, int], places: Mapping[int, int] | None = None) -> int:
    """Return the left edge of a project's name.

    Verbs belong to it only right before the tail (设备采购|项目), an amount always (年产4万吨), a quoted part and an owner's name
    if they touch.
    """
    ends = Ends(owners, places or {})
    at = walk(lens, before_verbs(lens, tail), tail, ends)
    if at > 1 and lens.text[at - 1] in "和及与" and (more := conjunct(lens, at - 1, ends)) is not None:
        at = more
    return skip_lead(lens, at, tail)


def before_verbs(lens: Lens, tail: int) -> int:
    """Return the start of the verbs and phases that stand right before the tail: 设备|采购|项目."""
    at = tail
    while (
        at > 0 and (word := lens.word(at - 1)).end == at and (lens.of(word) in words("project_verbs") or re.fullmatch(PHASE, lens.of(word)))
    ):
        at = word.start
    return at


def walk(lens: Lens, start: int, tail: int, ends: Ends) -> int:
    """Walk left from ``start`` as long as something that a project's name may hold touches."""
    at = lens.reach(start, strict=True)
    while at > 0:
        if at in ends.owners:
            at = ends.owners[at]
            continue
        if lens.text[at - 1] == "”" and (quote := lens.text.rfind("“", max(0, at - 24), at)) >= 0:
            return quote
        if lens.text[at - 2 : at] == "——" and at - 2 in ends.owners:
            return ends.owners[at - 2]
        before = step(lens, at, tail, ends)
        if before == at:
            return at
        at = before
    return at


def step(lens: Lens, at: int, tail: int, ends: Ends) -> int:
    """Return the start of the first thing before ``at`` that a project's name may hold, ``at`` if there is none."""
    for plain in (amount, voltage, along, torn, coined, borne, nominal, sized):
        if (found := plain(lens, at)) < at:
            return found
    if at < tail and (found := verbs(lens, at, tail)) < at:
        return found
    if (found := bracketed(lens, at)) < at:
        return found
    return min(stretch(lens, at, ends), year(lens, at, ends))


def amount(lens: Lens, at: int) -> int:
    """Step over an amount: 年产4万吨|磷酸铁锂项目, ±800千伏|直流输电工程."""
    if lens.text[at - 1] == "±":
        return lens.reach(at - 1, strict=True)
    found = AMOUNT.search(lens.text, max(0, at - 14), at)
    if not found:
        return at
    left = lens.reach(found.start(), strict=True)
    while left and found.group().endswith(VOLT_UNITS) and (word := lens.word(left - 1)).end == left and word.tag in (PERSON, "nr", "nz"):
        left = word.start
    return left


def verbs(lens: Lens, at: int, tail: int) -> int:
    """Step over a joint between two verbs of the works: 设计、|采购项目; not from one member of a list to the next."""
    if at < 2 or lens.text[at - 1] not in "及、" or (lens.text[at - 1] == "、" and before_verbs(lens, tail) > at):
        return at
    word = lens.word(at - 2)
    if word.tag in ("n", "vn", "v") and lens.of(word) in words("project_verbs"):
        return lens.reach(word.start, strict=True)
    return at


def voltage(lens: Lens, at: int) -> int:
    """Step over a voltage and what the tagger tore from the name behind it: 110千伏三江|坝输变电工程."""
    found = VOLTS.search(lens.text, max(0, at - 16), at)
    return at if not found or VOLTS_BREAK.search(found.group()) else lens.reach(found.start(), strict=True)


def stretch(lens: Lens, at: int, ends: Ends) -> int:
    """Step over the places that a line or road runs between: 某市至|某地高速公路, 甲-乙-|丙线路工程, G230线."""
    if found := RANGE.search(lens.text, max(0, at - 20), at):
        head = found.start()
        return lens.reach(head, strict=True) if lens.is_edge(head) else at
    if found := ROAD_NUMBER.search(lens.text, max(0, at - 6), at):
        return found.start()
    if lens.text[at - 1] not in "至到" or at < 3:
        return at
    if at - 1 in ends.places:
        return ends.places[at - 1]
    word = lens.word(at - 2)
    if word.end != at - 1:
        return at
    return lens.reach(word.start, strict=True) if word.tag in (PLACE, "ns", "f") or BOUND.search(lens.of(word)) else at


def bracketed(lens: Lens, at: int) -> int:
    """Step over a bracket inside the name: 口岸（升格）|基础设施工程."""
    found = BRACKET.search(lens.text, max(0, at - 8), at)
    return lens.reach(found.start(), strict=True) if found and HAN.match(lens.text[found.start() - 1 : found.start()]) else at


def year(lens: Lens, at: int, ends: Ends) -> int:
    """Step over a year that stands inside the name or opens a title: 某镇2015年|农网改造工程, 《2013年|农网改造工程》."""
    found = YEAR.search(lens.text, max(0, at - 6), at)
    if not found:
        return at
    if found.start() in ends.places:
        return ends.places[found.start()]
    return found.start() if lens.text[found.start() - 1 : found.start()] in tuple("《“") else at


def along(lens: Lens, at: int) -> int:
    """Step over 沿 before the river, hills or coast that a road follows: 沿|某江旅游道路项目."""
    follows = lens.word(at).tag == PLACE or lens.text[at] in "江河海湖黄线边"
    return at - 1 if lens.text[at - 1] == "沿" and follows else at


def torn(lens: Lens, at: int) -> int:
    """Step over the first character of a county that the tagger took for a preposition: 于|都农网改造工程."""
    if lens.of(lens.word(at)) in ordinary_words() or lens.text[at - 1] not in "于和平向在与从":
        return at
    return at - 1 if any(lens.text[at - 1 : at - 1 + size] in bare_names() for size in (2, 3)) else at


def coined(lens: Lens, at: int) -> int:
    """Step over 和 inside a brand of two characters: 的|丰和|纳米材料项目."""
    return at - 2 if at > 2 and lens.text[at - 1] in "和与" and lens.text[at - 3] in "的、，：；" else at


def borne(lens: Lens, at: int) -> int:
    """Step over a person's name that a thing bears, after a joint: 和|安徒生|主题公园项目."""
    word = lens.word(at - 1)
    if word.tag != PERSON or word.end != at or word.end - word.start != 3 or not word.start:
        return at
    return word.start if lens.text[word.start - 1] in "和与及、，的" else at


def nominal(lens: Lens, at: int) -> int:
    """Step over a verb that the noun before it makes a noun: 产业|研发|基地项目."""
    word = lens.word(at - 1)
    if word.end != at or word.tag != "vn" or lens.of(word) in ("建设", "投资", "推进", "招商") or word.start < 2:
        return at
    before = lens.word(word.start - 1)
    is_noun = before.tag in ("n", "vn", "nz", "an", PLACE, "ORG") and lens.of(before) not in words("joints")
    return lens.reach(word.start, strict=True) if is_noun else at


def sized(lens: Lens, at: int) -> int:
    """Step over a size between a brand and its product: 恒某生|大型|粮机生产线项目."""
    if lens.text[at - 2 : at] not in ("大型", "小型", "新型", "高端", "高效") or at < 4:
        return at
    word = lens.word(at - 3)
    return word.start if word.end == at - 2 and word.tag in (PERSON, PLACE, "ORG", "nr", "nz", "nt") else at


def conjunct(lens: Lens, at: int, ends: Ends) -> int | None:
    """Return where the words before 和 begin if one company or one verb of building governs both: 某公司钢结构|和轻钢房屋项目."""
    if at in ends.owners or at in ends.places or NO_CONJUNCT.search(lens.text, max(0, at - 6), at):
        return None
    left = walk(lens, before_verbs(lens, at), at, ends)
    if not 2 <= at - left <= 40:
        return None
    opens = left in ends.owners.values() or lens.text.startswith(("年产", "年处理", "年加工"), left)
    return left if opens or BUILDS.search(lens.text, max(0, left - 4), left) else None


def skip_lead(lens: Lens, start: int, tail: int) -> int:
    """Move the start right over words that open no name: 现场, 重点, 其."""
    while (
        start < tail
        and (
            (lens.word(start).tag in ("f", "d", "u", "r", "c") and not lens.text.startswith("沿", start))
            or lens.of(lens.word(start)) in words("project_leads")
        )
        and lens.word(start).end < tail
    ):
        start = lens.word(start).end
    return start
