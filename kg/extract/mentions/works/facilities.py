"""Installations told by a printed voltage (220千伏某某变电站, 110千伏某某线) and substations by their short form (某某变)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.mentions.candidates import Candidate, made
from kg.extract.mentions.rules import name_rule
from kg.extract.mentions.tagged import PLACE, TaggedArticle
from kg.lexicon import words
from kg.names.gazetteer import bare_names, divisions
from kg.names.vocabulary import ordinary_words

VOLTAGE = re.compile(
    r"(?:±?\d{1,4}(?:千伏|kV|KV))(?P<name>[\u3400-\u9fffA-Z\d]{1,10}?)(?P<suffix>变电站|换流站|开关站|升压站|线路|专线|变(?![压电])|"
    r"线(?!路))(?P<part>\d+号(?:杆塔|塔|杆)|[\u3400-\u9fff]{2,6}(?:台区|支线|分支|支路)(?:线路?)?)?"
)
COMMON = re.compile(
    r"[的及和、，。]|配电|输电|高压|低压|重载|及以上|以上|老旧|区段|出线|回路|电缆|户内|户外|公用|专用|全|架空|新建|母|进|联络|双回|"
    r"单回|电网|电压|主|备|出$|线路|^专$|用户|客户|首座|智能"
)
BUILDING = re.compile(r"(?:建成投产|建成投运|新建|建设|承建|开工建设|动工建设|竣工投运)(?:了)?$")
SHORT = re.compile(r"(?P<name>[\u3400-\u9fff]{2})变(?=[、（()），。\n的和与及]|投运|投产|将|工程|顺利|建成|成功|本期|主变|送电|启动|增容)")
PUT_IN = re.compile(r"(?:顺利|成功|建成|正式)?(?:投运|投产|投入运行|建成投)")


def find_facilities(article: TaggedArticle) -> list[Candidate]:
    """Return the powered installations of an article; a project where the clause builds it."""
    return [*powered(article), *substations(article), *tagged_facilities(article), *grids(article), *numbered(article)]


GRID = re.compile(r"电网(?!公司|有限|集团|股份|企业|分公司|调度|调控|总|信息)")
NUMBERED = re.compile(r"\d{1,2}号(?:变压器|公变|专变|配变|主变|台区变)")


def grids(article: TaggedArticle) -> list[Candidate]:
    """Return the grids of cities and counties: 许昌电网; a province's is its company's short name."""
    found = []
    for match in GRID.finditer(article.text):
        start = next((match.start() - size for size in (2, 3, 4) if is_city(article, match.start() - size, match.start())), None)
        if start is not None:
            found.append(made("facility-grid", start, match.end()))
    return found


def is_city(article: TaggedArticle, start: int, end: int) -> bool:
    """Whether a city or county, with or without its last word, stands here as a word."""
    name = article.text[max(0, start) : end]
    known = name in divisions() or name in bare_names()
    return start >= 0 and known and name not in words("regions") and article.is_edge(start) and name not in ordinary_words()


def numbered(article: TaggedArticle) -> list[Candidate]:
    """Return transformers told by their site and number: 百某园2号变压器."""
    found = []
    for match in NUMBERED.finditer(article.text):
        start = article.reach(match.start(), strict=True)
        if 2 <= match.start() - start <= 8 and article.text[start : match.start()] not in ordinary_words():
            found.append(made("facility-numbered", start, match.end()))
    return found


WORKS_SUFFIX = re.compile(r"(?:电厂|发电厂|热电厂|钢厂|炼油厂|卷烟厂|酒厂|水泥厂|化肥厂|煤矿|铁矿)$")
ACTS = re.compile(
    r"(?:要做好|要|勇于|积极|组织|开展|召开|承担|坚持|围绕|强化|负责人|党委|党支部|工会|员工|职工|干部|厂长|董事长|总经理|有限|表示|介绍|"
    r"实现(?:产值|利润|销售)|缴纳|自(?:\d{4}年|成立|投产)|紧紧|始终|不断|深入|努力|大力|全力|认真)"
)


def acting(article: TaggedArticle, known: Sequence[Candidate]) -> list[Candidate]:
    """Return the plants that act in the article, which are companies: 某某电厂|勇于承担社会责任."""
    plants = [c for c in known if c.type == "facility" and WORKS_SUFFIX.search(article.text, c.start, c.end)]
    acts = {c.start for c in plants if ACTS.match(article.text, c.end)}
    acts |= {c.start for c in plants if article.text[c.end : c.end + 1] in ("、", "和") and c.end + 1 in acts}
    names = {article.text[c.start : c.end] for c in plants if c.start in acts}
    return [
        replace(c, type="company", rule=name_rule("company-acting"), score=0.94, inner=True)
        for c in plants
        if article.text[c.start : c.end] in names
    ]


TAGGED = re.compile(r"[\u3400-\u9fff]{2,6}(?:站|大桥|桥|机场|港|闸|塔|宫|庙|寺|坝|大堤|楼|阁|城墙|会馆|祠|广场|大厦|隧道|码头|水库|公园)$")


def tagged_facilities(article: TaggedArticle) -> list[Candidate]:
    """Return what the tagger calls a place and what is built: 某东站; not what opens with an ordinary word (学校食堂)."""
    return [
        made("facility-tagged", w.start, w.end)
        for w in article.proposed(PLACE)
        if TAGGED.fullmatch(article.of(w))
        and article.text[w.start : w.start + 2] not in ordinary_words()
        and article.text[w.start - 1 : w.start] != "“"
        and article.of(w) not in ordinary_words()
    ]


def powered(article: TaggedArticle) -> list[Candidate]:
    """Return installations with a printed voltage and a name: 220千伏某某线, and the tower on it; not 110千伏出线."""
    found = []
    for match in VOLTAGE.finditer(article.text):
        if (
            COMMON.search(match["name"])
            or (match["name"] in ordinary_words() and match["suffix"] not in ("变电站", "换流站"))
            or not re.search(r"[\u3400-\u9fff]", match["name"])
        ):
            continue
        type_ = "project" if BUILDING.search(article.text, max(0, match.start() - 8), match.start()) else "facility"
        found.append(made("facility-voltage", match.start(), match.end("suffix"), type_=type_))
        if match["part"]:
            found.append(made("facility-tower", match.start(), match.end()))
        if match["suffix"] == "线路":
            found += [
                made("facility-line", m.start(), m.end())
                for m in re.finditer(re.escape(article.text[match.start() : match.start("suffix")]) + r"(?!线)", article.text)
            ]
    return found


def substations(article: TaggedArticle) -> list[Candidate]:
    """Return substations under their short form, in an article about the grid: 某某变; a project if anywhere it is put in operation."""
    if not re.search(r"千伏|变电站|主变|电网", article.text):
        return []
    matches = [
        m
        for m in SHORT.finditer(article.text)
        if m["name"] not in ordinary_words() and m.group() not in ordinary_words() and m["name"][-1] not in "改转演应质突量巨剧"
    ]
    built = {m.group() for m in matches if PUT_IN.match(article.text, m.end())}
    return [
        made("facility-substation", m.start(), m.end(), type_="project" if m.group() in built else "facility")
        for m in matches
        if article.is_edge(m.start()) or m.group() in built
    ]
