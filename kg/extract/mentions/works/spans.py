"""Where the name of a project begins: the walk to the left over amounts, voltages, owners, brackets and stretches from place to place.

It knows what may stand inside such a name; it does not know which suffix ends it. All offsets are article offsets.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.extract.mentions.tagged import HAN, PERSON, PLACE, TaggedArticle
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


def opening(article: TaggedArticle, suffix: int, owners: Mapping[int, int], places: Mapping[int, int] | None = None) -> int:
    """Return the left edge of a project's name.

    Verbs belong to it only right before the suffix (设备采购|项目), an amount always (年产4万吨), a quoted part and an owner's name
    if they touch.
    """
    ends = Ends(owners, places or {})
    at = walk(article, before_verbs(article, suffix), suffix, ends)
    if at > 1 and article.text[at - 1] in "和及与" and (more := conjunct(article, at - 1, ends)) is not None:
        at = more
    return skip_lead(article, at, suffix)


def before_verbs(article: TaggedArticle, suffix: int) -> int:
    """Return the start of the verbs and phases that stand right before the suffix: 设备|采购|项目."""
    at = suffix
    while (
        at > 0
        and (word := article.word(at - 1)).end == at
        and (article.of(word) in words("project_verbs") or re.fullmatch(PHASE, article.of(word)))
    ):
        at = word.start
    return at


def walk(article: TaggedArticle, start: int, suffix: int, ends: Ends) -> int:
    """Walk left from ``start`` as long as something that a project's name may hold touches."""
    at = article.reach(start, strict=True)
    while at > 0:
        if at in ends.owners:
            at = ends.owners[at]
            continue
        if article.text[at - 1] == "”" and (quote := article.text.rfind("“", max(0, at - 24), at)) >= 0:
            return quote
        if article.text[at - 2 : at] == "——" and at - 2 in ends.owners:
            return ends.owners[at - 2]
        before = step(article, at, suffix, ends)
        if before == at:
            return at
        at = before
    return at


def step(article: TaggedArticle, at: int, suffix: int, ends: Ends) -> int:
    """Return the start of the first thing before ``at`` that a project's name may hold, ``at`` if there is none."""
    for plain in (amount, voltage, along, torn, coined, borne, nominal, sized):
        if (found := plain(article, at)) < at:
            return found
    if at < suffix and (found := verbs(article, at, suffix)) < at:
        return found
    if (found := bracketed(article, at)) < at:
        return found
    return min(stretch(article, at, ends), year(article, at, ends))


def amount(article: TaggedArticle, at: int) -> int:
    """Step over an amount: 年产4万吨|磷酸铁锂项目, ±800千伏|直流输电工程."""
    if article.text[at - 1] == "±":
        return article.reach(at - 1, strict=True)
    found = AMOUNT.search(article.text, max(0, at - 14), at)
    if not found:
        return at
    left = article.reach(found.start(), strict=True)
    while left and found.group().endswith(VOLT_UNITS) and (word := article.word(left - 1)).end == left and word.tag in (PERSON, "nr", "nz"):
        left = word.start
    return left


def verbs(article: TaggedArticle, at: int, suffix: int) -> int:
    """Step over a joint between two verbs of the works: 设计、|采购项目; not from one member of a list to the next."""
    if at < 2 or article.text[at - 1] not in "及、" or (article.text[at - 1] == "、" and before_verbs(article, suffix) > at):
        return at
    word = article.word(at - 2)
    if word.tag in ("n", "vn", "v") and article.of(word) in words("project_verbs"):
        return article.reach(word.start, strict=True)
    return at


def voltage(article: TaggedArticle, at: int) -> int:
    """Step over a voltage and what the tagger tore from the name behind it: 110千伏三江|坝输变电工程."""
    found = VOLTS.search(article.text, max(0, at - 16), at)
    return at if not found or VOLTS_BREAK.search(found.group()) else article.reach(found.start(), strict=True)


def stretch(article: TaggedArticle, at: int, ends: Ends) -> int:
    """Step over the places that a line or road runs between: 某市至|某地高速公路, 甲-乙-|丙线路工程, G230线."""
    if found := RANGE.search(article.text, max(0, at - 20), at):
        head = found.start()
        return article.reach(head, strict=True) if article.is_edge(head) else at
    if found := ROAD_NUMBER.search(article.text, max(0, at - 6), at):
        return found.start()
    if article.text[at - 1] not in "至到" or at < 3:
        return at
    if at - 1 in ends.places:
        return ends.places[at - 1]
    word = article.word(at - 2)
    if word.end != at - 1:
        return at
    return article.reach(word.start, strict=True) if word.tag in (PLACE, "ns", "f") or BOUND.search(article.of(word)) else at


def bracketed(article: TaggedArticle, at: int) -> int:
    """Step over a bracket inside the name: 口岸（升格）|基础设施工程."""
    found = BRACKET.search(article.text, max(0, at - 8), at)
    return article.reach(found.start(), strict=True) if found and HAN.match(article.text[found.start() - 1 : found.start()]) else at


def year(article: TaggedArticle, at: int, ends: Ends) -> int:
    """Step over a year that stands inside the name or opens a title: 某镇2015年|农网改造工程, 《2013年|农网改造工程》."""
    found = YEAR.search(article.text, max(0, at - 6), at)
    if not found:
        return at
    if found.start() in ends.places:
        return ends.places[found.start()]
    return found.start() if article.text[found.start() - 1 : found.start()] in tuple("《“") else at


def along(article: TaggedArticle, at: int) -> int:
    """Step over 沿 before the river, hills or coast that a road follows: 沿|某江旅游道路项目."""
    follows = article.word(at).tag == PLACE or article.text[at] in "江河海湖黄线边"
    return at - 1 if article.text[at - 1] == "沿" and follows else at


def torn(article: TaggedArticle, at: int) -> int:
    """Step over the first character of a county that the tagger took for a preposition: 于|都农网改造工程."""
    if article.of(article.word(at)) in ordinary_words() or article.text[at - 1] not in "于和平向在与从":
        return at
    return at - 1 if any(article.text[at - 1 : at - 1 + size] in bare_names() for size in (2, 3)) else at


def coined(article: TaggedArticle, at: int) -> int:
    """Step over 和 inside a brand of two characters: 的|丰和|纳米材料项目."""
    return at - 2 if at > 2 and article.text[at - 1] in "和与" and article.text[at - 3] in "的、，：；" else at


def borne(article: TaggedArticle, at: int) -> int:
    """Step over a person's name that a thing bears, after a joint: 和|安徒生|主题公园项目."""
    word = article.word(at - 1)
    if word.tag != PERSON or word.end != at or word.end - word.start != 3 or not word.start:
        return at
    return word.start if article.text[word.start - 1] in "和与及、，的" else at


def nominal(article: TaggedArticle, at: int) -> int:
    """Step over a verb that the noun before it makes a noun: 产业|研发|基地项目."""
    word = article.word(at - 1)
    if word.end != at or word.tag != "vn" or article.of(word) in ("建设", "投资", "推进", "招商") or word.start < 2:
        return at
    before = article.word(word.start - 1)
    is_noun = before.tag in ("n", "vn", "nz", "an", PLACE, "ORG") and article.of(before) not in words("joints")
    return article.reach(word.start, strict=True) if is_noun else at


def sized(article: TaggedArticle, at: int) -> int:
    """Step over a size between a brand and its product: 恒某生|大型|粮机生产线项目."""
    if article.text[at - 2 : at] not in ("大型", "小型", "新型", "高端", "高效") or at < 4:
        return at
    word = article.word(at - 3)
    return word.start if word.end == at - 2 and word.tag in (PERSON, PLACE, "ORG", "nr", "nz", "nt") else at


def conjunct(article: TaggedArticle, at: int, ends: Ends) -> int | None:
    """Return where the words before 和 begin if one company or one verb of building governs both: 某公司钢结构|和轻钢房屋项目."""
    if at in ends.owners or at in ends.places or NO_CONJUNCT.search(article.text, max(0, at - 6), at):
        return None
    left = walk(article, before_verbs(article, at), at, ends)
    if not 2 <= at - left <= 40:
        return None
    opens = left in ends.owners.values() or article.text.startswith(("年产", "年处理", "年加工"), left)
    return left if opens or BUILDS.search(article.text, max(0, left - 4), left) else None


def skip_lead(article: TaggedArticle, start: int, suffix: int) -> int:
    """Move the start right over words that open no name: 现场, 重点, 其."""
    while (
        start < suffix
        and (
            (article.word(start).tag in ("f", "d", "u", "r", "c") and not article.text.startswith("沿", start))
            or article.of(article.word(start)) in words("project_leads")
        )
        and article.word(start).end < suffix
    ):
        start = article.word(start).end
    return start
