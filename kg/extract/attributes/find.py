"""Attributes: sums, areas, capacities, members, patents, dates and status of projects and bodies, each with its owner.

A quantity is claimed only if the words around it say what it is (kg/lexicon/attribute_cues.tsv) and a named thing owns it
(owner). Counts of unnamed things, goals, growth rates and sums of several unnamed projects are not claimed:

    现场签约项目11个，总投资62.8亿元      nothing: no named thing
    此次集中开工的6个项目年度计划投资21亿元   nothing: a plan for a year
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.extract.attributes.lists import find_listed
from kg.extract.attributes.owner import Owner, Writer, owner
from kg.extract.attributes.progress import find_progress, inside_name
from kg.extract.draft import Draft, Stretch
from kg.extract.rules import Rule
from kg.lexicon import rows
from kg.model import Mention
from kg.values import quantities

RULES = (
    Rule("attribute-total_investment", "total_investment", "云溪水厂项目由甲公司承建，总投资6亿元。", "签约项目11个，总投资62亿元。", 0.88),
    Rule("attribute-completed_investment", "completed_investment", "云溪水厂项目累计完成投资4亿元。", "项目年度计划投资21亿元。", 0.9),
    Rule("attribute-contract_amount", "contract_amount", "甲公司中标云溪水厂项目，中标金额5380万元。", "股权作价4200万元转让。", 0.88),
    Rule("attribute-funding", "funding", "市水务局争取资金960万元，启动云溪供水工程。", "公司新增贷款5亿元。", 0.85),
    Rule("attribute-area", "area", "青桐产业园占地420亩。", "村民种植葡萄420亩。", 0.9),
    Rule("attribute-floor_area", "floor_area", "青桐产业园总建筑面积15万平方米。", "营业大厅300平方米。", 0.9),
    Rule("attribute-capacity", "capacity", "水厂日供水能力由10万吨提高到25万吨。", "新增变电容量41万千伏安。", 0.88),
    Rule("attribute-name", "capacity", "年产30万台水泵项目落户本市。", "220千伏云溪变电站。", 0.95),
    Rule("attribute-members", "members", "青桐产业园现有入园企业26家。", "市监局检查企业22家。", 0.88),
    Rule("attribute-patents", "patents", "甲公司拥有发明专利37项。", "申请专利的流程。", 0.88),
    Rule("attribute-output", "output", "甲公司去年实现产值4.2亿元。", "产值同比增长4.2亿元。", 0.85),
    Rule("attribute-start", "start", "一期工程2021年3月开工。", "3月5日，市监局召开工作会议。", 0.9),
    Rule("attribute-completion", "completion", "110千伏云溪输变电工程已于今年1月投运。", "月底主体完工。", 0.88),
    Rule("attribute-status", "status", "云溪水厂项目尚未开工。", "要确保云溪水厂项目早日投产。", 0.92),
)
"""The sentence each was made for and what it must leave alone; confidence goes by how near the owner stands (owner)."""

REACHES = (
    r"(?:约为?|同为|均为|分别为|为|达到?|高达|可达|将达|已达|近|共|共计|达成|超过?|突破|就达|可|至|到|了|有|能|增至|增加到"
    r"|提高到|提升至|提升到|扩大到|扩大至|扩展到|扩展至|拓展到|拓展至|增长到|增长至|上升到|上升至|扩建到|:|：)*"
)
WORK_TYPES = ("project", "facility", "programme", "zone", "institution")
INSIDE = re.compile(
    r"(?P<quantity>\d[\d.]*(?:×\d[\d.]*)?(?:万|亿|千)?(?:吨/时|吨/日|吨|吉瓦时|吉瓦|兆瓦时|兆瓦|千瓦时|千瓦|台套|台|套"
    r"|只|件|辆|平方米|立方米|片|支|米|头|羽|艘|架|枚|块))"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of the table: what a quantity is if ``words`` stand at its ``side``, and what kind of thing owns it."""

    key: str
    side: str
    words: re.Pattern[str]
    dimensions: tuple[str, ...]
    owned_by: str


@cache
def cues() -> tuple[Cue, ...]:
    """Return the table of cues in its order."""
    made = []
    for key, side, words, dimensions, owned_by in rows("attribute_cues"):
        pattern = f"(?:{words}){REACHES}$" if side == "left" else f"(?:{words})"
        made.append(Cue(key, side, re.compile(pattern), tuple(dimensions.split("|")), owned_by))
    return tuple(made)


def find_attributes(draft: Draft) -> None:
    """Add the attribute claims of one article to its draft."""
    writer = Writer(draft)
    for sentence in draft.sentences:
        for clause in draft.clauses(sentence):
            with draft.spared():
                find_quantities(draft, clause, writer)
        if sentence.section == "body":
            with draft.spared():
                find_progress(draft, sentence, writer)
    with draft.spared():
        find_listed(draft, [s for s in draft.sentences if s.section == "body"], writer)
    for mention in draft.mentions:
        if mention.type == "project" and mention.kind == "name":
            add_named_capacity(mention, writer)


def find_quantities(draft: Draft, clause: Stretch, writer: Writer) -> None:
    """Claim the quantities of a clause whose surroundings say what they are."""
    for match in quantities.pattern().finditer(clause.text):
        start, end = clause.start + match.start(), clause.start + match.end()
        if inside_name(draft, start, end):
            continue
        cue = cue_of(clause.text, match)
        if cue is None or cue.key == "-":
            continue
        if cue.key == "capacity" and UNNAMED.match(draft.text[end : clause.end]):
            draft.reject("attribute", match.group(), "capacity in the name of a work that is not known", start)
            continue
        found = owner_of(draft, cue, start, end)
        if found is None:
            draft.reject("attribute", match.group(), f"{cue.key} of nothing named", start)
            continue
        writer.add(found, cue.key, match.group(), (clause.start, end), f"attribute-{cue.key}")


def cue_of(text: str, match: re.Match[str]) -> Cue | None:
    """Return the first cue that fits the quantity at ``match`` of a clause."""
    quantity = quantities.read(match.group())
    if quantity is None:
        return None
    left, right = text[: match.start()], text[match.end() :]
    for cue in cues():
        if "*" not in cue.dimensions and quantity.dimension not in cue.dimensions:
            continue
        if cue.side == "around":
            if cue.words.search(f"{left}■{right}"):
                return cue
        elif cue.words.search(left) if cue.side == "left" else cue.words.match(right):
            return cue
    return None


def owner_of(draft: Draft, cue: Cue, start: int, end: int) -> Owner | None:
    """Return whose the quantity at ``start:end`` is.

    "built" (a bare 投资V) and "supported" (出资V) are sums for a work named with them, never of the body that pays; "fund" may
    go on from the sentence before only for a programme (其中，日常养护补助资金930万元).
    """
    preferred = {"body": "body", "supported": "body", "fund": "fund"}.get(cue.owned_by, "work")
    found = owner(draft, start, end, preferred)
    if found is None or (found.near != "behind" and OF_UNKNOWN.match(draft.text[end:])):
        return None
    if cue.key == "total_investment" and found.mention.type in ("company", "agency", "person"):
        return None
    if cue.key in SUMS and is_of_many(draft, found, start, cue.key):
        return None
    if is_phase(draft, found, start, whole=cue.key not in ("total_investment", "completed_investment")):
        return None
    if cue.owned_by in ("built", "supported") and (found.mention.type not in WORK_TYPES or found.near == "topic"):
        return None
    carried = found.near == "topic" and found.mention.type != "programme"
    if cue.owned_by == "fund" and (carried or found.mention.type in ("company", "agency", "zone")):
        return None
    if cue.key == "members" and found.mention.type in ("project", "facility"):
        return Owner(zone_in(draft, found.mention) or found.mention, found.near)
    return found


OF_UNKNOWN = re.compile("的[^，。；、]{2,40}(?:项目|工程|基地|产业园|生产线)")
"""What a sum belongs to although no name is known there: 总投资3亿元的｜某包装厂项目."""
SUMS = ("total_investment", "completed_investment")
COUNTED = re.compile(r"(?:项目|工程|合同|协议)\d+(?:余|多)?[个项]|\d+(?:余|多)?[个项](?!月)[^，。；]{0,14}(?:项目|工程|合同|协议)")
AND_MORE = re.compile(r"(?:等)?[^，。；]{0,4}等[\d一二两三四五六七八九十百]+(?:余|多)?[个项][^，。；]{0,10}(?:项目|工程)")


def is_of_many(draft: Draft, found: Owner, start: int, key: str) -> bool:
    """Whether the sum is of several works that no name stands for.

    甲项目｜等12个项目集中开工，总投资90亿元      not of the work that heads the list
    乙开发区谋划项目20项，其中新建项目6项，总投资｜30亿元    not of the zone, which has the sum of all
    """
    mention = found.mention
    if found.near == "behind":
        return False
    if mention.type in ("project", "facility"):
        return bool(AND_MORE.match(draft.text[mention.end : start]))
    between = draft.text[max(mention.end, draft.sentence_at(start).start) : start]
    if key == "completed_investment":
        return mention.type == "programme" and found.near == "topic"
    aside = found.near == "topic" or "其中" in between or (mention.type == "programme" and "，" in between)
    return aside and bool(COUNTED.search(between))


UNNAMED = re.compile("[^，。；、的]{1,24}(?:项目|工程)(?!部|建设)")
PART = re.compile("其中[^，。]{0,4}[一二三四首]期(?:工程|项目)?(?:计划|总|预计)*投资")
PHASE = re.compile("[一二三四首]期(?:工程|项目)?(?:计划|总|预计|累计|已)*(?:完成)?投资[^，。]{0,4}$")


def is_phase(draft: Draft, found: Owner, start: int, *, whole: bool) -> bool:
    """Whether the quantity is only of a phase that no name stands for: 某项目总投资9亿元，其中一期投资｜4亿元，占地｜80亩.

    ``whole`` asks for a phase told before with its sum; without it the phase must stand right before the sum.
    """
    mention = found.mention
    if found.near == "topic" or mention.type not in ("project", "facility", "zone") or "期" in mention.surface:
        return False
    told = (PART if whole else PHASE).search(draft.text[mention.end : start])
    return told is not None and not draft.within(mention.end, start, "project")


def zone_in(draft: Draft, mention: Mention) -> Mention | None:
    """Return the zone that a work's name begins with: 某模具产业园｜一期工程; who moves in, moves into the zone."""
    return next((m for m in draft.within(mention.start, mention.end, "zone", outer=False) if m.start == mention.start), None)


def add_named_capacity(mention: Mention, writer: Writer) -> None:
    """Claim the capacities that a project's name prints: 年产30万台水泵项目, 年产40万平方米陶板和6万套门窗项目."""
    for match in INSIDE.finditer(mention.surface):
        if quantities.read(match["quantity"]):
            span = (mention.start, mention.end)
            writer.add(Owner(mention, "clause"), "capacity", match["quantity"], span, "attribute-name")
