"""Quantities: what a printed quantity is by the words around it (kg/lexicon/attribute_cues.tsv), and whose it is.

A named owner (owner) loses its quantity to what is not named: several works, a phase, a work that nobody has recognised.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from kg import ontology
from kg.extract.attributes.attribute import Attribute, NotTaken, Owner
from kg.extract.attributes.owner import inside_name, owner
from kg.extract.clauses.bounds import clause_start
from kg.extract.clauses.cases import PLACES, case_before
from kg.extract.draft import Draft, Stretch
from kg.lexicon import alternatives, rows
from kg.model import Mention
from kg.values import quantities

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

    def fits(self, left: str, right: str) -> bool:
        """Whether the words to the left and right of a quantity are those of the cue; ■ stands for the quantity if it asks for both."""
        if self.side == "around":
            return bool(self.words.search(f"{left}■{right}"))
        return bool(self.words.search(left) if self.side == "left" else self.words.match(right))


@cache
def cues() -> tuple[Cue, ...]:
    """Return the table of cues in its order."""
    made = []
    for key, side, words, dimensions, owned_by in rows("attribute_cues"):
        pattern = f"(?:{words}){REACHES}$" if side == "left" else f"(?:{words})"
        made.append(Cue(key, side, re.compile(pattern), tuple(dimensions.split("|")), owned_by))
    return tuple(made)


UNNAMED = re.compile("[^，。；、的]{1,24}(?:项目|工程)(?!部|建设)")
"""A capacity in front of these words is part of a work's name."""


def quantities_of(draft: Draft, clause: Stretch) -> Iterator[Attribute | NotTaken]:
    """Find the quantities of a clause whose surroundings say what they are."""
    for match in quantities.pattern().finditer(clause.text):
        start, end = clause.start + match.start(), clause.start + match.end()
        cue = None if inside_name(draft, start, end) else cue_of(clause.text, match)
        if cue is None or cue.key == "-":
            continue
        if cue.key == "capacity" and UNNAMED.match(draft.text[end : clause.end]):
            yield NotTaken(match.group(), "capacity in the name of a work that is not known", start)
            continue
        found = owner_of(draft, cue, start, end)
        if found is None:
            yield NotTaken(match.group(), f"{cue.key} of nothing named", start)
        else:
            counted = counted_before(draft, found, start) if cue.key in SUMS else None
            yield Attribute(found, cue.key, match.group(), (clause.start, end), f"attribute-{cue.key}", counted)


EQUALS = re.compile(r"\s*(?:≈|=|＝|等于|约等于|约合|合|折合)\s*")
UNIT_FIRST = re.compile(r"(?:^|[^\d.])(?:1|一)[^\d，。；]{1,4}(?:≈|=|＝|等于|约等于|约合|合|折合)\s*$")


def is_equation(left: str, printed: str, right: str) -> bool:
    """Whether a quantity only says what a unit is in another: 30余亩（｜1亩｜≈｜666.67平方米｜）."""
    is_unit = re.match(r"(?:1|一)(?!\d|[.．]\d)", printed) is not None
    return bool((is_unit and EQUALS.match(right)) or UNIT_FIRST.search(left) or re.search(r"[≈=＝]\s*$", left))


def cue_of(text: str, match: re.Match[str]) -> Cue | None:
    """Return the first cue that fits the quantity at ``match`` of a clause."""
    quantity = quantities.read(match.group())
    left, right = text[: match.start()], text[match.end() :]
    if quantity is None or is_equation(left, match.group(), right):
        return None
    return next((cue for cue in cues() if {"*", quantity.dimension} & {*cue.dimensions} and cue.fits(left, right)), None)


PREFERRED = {"body": "body", "supported": "body", "fund": "fund"}
"""What an owner of a cue's kind is looked for among; works for all others."""
SUMS = ("total_investment", "completed_investment")
NAMED_WORKS = ("project", "facility")


@dataclass(frozen=True, slots=True)
class Case:
    """A quantity at article offsets ``start:end``, what it is, and who may own it."""

    draft: Draft
    cue: Cue
    owner: Owner
    start: int
    end: int

    @property
    def mention(self) -> Mention:
        """The mention that may own it."""
        return self.owner.mention

    @property
    def between(self) -> str:
        """The text from the owner to the quantity, "" if the owner stands behind it."""
        return self.draft.text[self.mention.end : self.start]


OF_UNKNOWN = re.compile("的[^，。；、]{2,40}(?:项目|工程|基地|产业园|生产线)")


def is_of_work_behind(case: Case) -> bool:
    """Whether it is a sum of a work named behind it that nobody has recognised: 总投资3亿元的｜某包装厂项目."""
    return case.owner.near != "behind" and bool(OF_UNKNOWN.match(case.draft.text[case.end :]))


def is_of_payer(case: Case) -> bool:
    """Whether it is a total investment of who pays it: 甲公司将投资40亿元改造管网."""
    return case.cue.key == "total_investment" and case.mention.type in ("company", "agency", "person")


COUNTED = re.compile(r"(?:项目|工程|合同|协议)\d+(?:余|多)?[个项]|\d+(?:余|多)?[个项](?!月)[^，。；]{0,14}(?:项目|工程|合同|协议)")
COUNTED_SET = re.compile(
    r"(?:(?:国家|[省市州县区乡镇])级?[、和])*[^，,。；;、：:\d]{0,10}(?:项目|工程|合同|协议)(?:共计|共|总计|约|近)?\d+(?:余|多)?[个项](?!月)"
    r"|\d+(?:余|多)?[个项](?!月)[^，,。；;]{0,14}?(?:项目|工程|合同|协议)"
)


def counted_before(draft: Draft, found: Owner, start: int) -> str | None:
    """Return the counted set that a sum at ``start`` is of, as printed between it and its owner: 重点项目291个，总投资｜1043亿元."""
    if found.near == "behind":
        return None
    between = draft.text[max(found.mention.end, draft.sentence_at(start).start) : start]
    sets = [match.group() for match in COUNTED_SET.finditer(between)]
    return re.sub(f"^(?:其中|{alternatives('verbs_plan', 'verbs_promote', 'verbs_run', 'verbs_build')})*", "", sets[-1]) if sets else None


SET = re.compile(r"(?<![第\d])\d+(?:余|多)?[个项家座栋处条](?!月)[^，。；]{0,14}?(?:项目|工程|企业|厂房|电站|合同|协议|楼)")
"""A counted set of works that have no name: 10个重大项目, 6家企业的厂房."""
SUBJECT_SET = re.compile(
    r"(?:^|[，。；：]|的|有|共)\d+(?:余|多)?[个项家](?!月)[^，。；]{0,14}?(?:项目|工程|企业|合同|协议)(?=[，。；]|[^，。；的]{0,8}[，；])"
)
"""One that a clause is about, and no part of a work (建设12个子项)."""


def is_of_unnamed_set(case: Case) -> bool:
    """Whether it is the sum of a counted set that its own sentence is about: 某项目总投资1亿元。参加开工的10个项目，总投资｜53亿元.

    So it is where the set stands in the place that seems to own it: 4个项目在某园集中开工，总投资｜31亿元.
    """
    mention = case.mention
    if case.cue.key not in SUMS or case.owner.near == "behind":
        return False
    begin = case.draft.sentence_at(case.start).start
    if case.owner.near == "topic":
        return bool(SUBJECT_SET.search(case.draft.text, begin, case.start))
    located = case_before(case.draft.text, mention.start) in PLACES
    return located and bool(SET.search(case.draft.text, begin, mention.start))


def is_of_people_beside(case: Case) -> bool:
    """Whether it counts people or households whom a work has no members of: 线路改造工程途经的敬老院里住着｜96位老人."""
    is_people = re.search("[位名人户口]$", case.draft.text[case.start : case.end]) is not None
    return case.cue.key == "members" and case.mention.type == "project" and is_people


AND_MORE = re.compile(r"(?:等)?[^，。；]{0,4}等[\d一二两三四五六七八九十百]+(?:余|多)?[个项][^，。；]{0,10}(?:项目|工程)")


def is_of_list(case: Case) -> bool:
    """Whether it is the sum of a list that the owner only heads: 甲项目｜等12个项目集中开工，总投资90亿元."""
    return case.cue.key in SUMS and case.mention.type in NAMED_WORKS and bool(AND_MORE.match(case.between))


def is_of_some_works(case: Case) -> bool:
    """Whether it is the sum of some works of a zone or programme: 乙开发区谋划项目20项，其中新建项目6项，总投资｜30亿元."""
    mention, topic = case.mention, case.owner.near == "topic"
    if case.cue.key not in SUMS or case.owner.near == "behind" or mention.type in NAMED_WORKS:
        return False
    if case.cue.key == "completed_investment":
        return mention.type == "programme" and topic
    between = case.draft.text[max(mention.end, case.draft.sentence_at(case.start).start) : case.start]
    aside = topic or "其中" in between or (mention.type == "programme" and "，" in between)
    return aside and bool(COUNTED.search(between))


PART = re.compile("其中[^，。]{0,4}[一二三四首]期(?:工程|项目)?(?:计划|总|预计)*投资")
PHASE = re.compile("[一二三四首]期(?:工程|项目)?(?:计划|总|预计|累计|已)*(?:完成)?投资[^，。]{0,4}$")


def is_of_phase(case: Case) -> bool:
    """Whether it is of a phase that no name stands for: 某项目总投资9亿元，其中一期投资｜4亿元，占地｜80亩.

    Before a sum the phase must stand right before it; for other quantities it is enough that its sum stands between.
    """
    mention = case.mention
    if case.owner.near == "topic" or mention.type not in (*NAMED_WORKS, "zone") or "期" in mention.surface:
        return False
    phase = (PHASE if case.cue.key in SUMS else PART).search(case.between)
    return phase is not None and not case.draft.within(mention.end, case.start, "project")


def is_of_no_work(case: Case) -> bool:
    """Whether it is a bare 投资V or 出资V and its owner no work named with it."""
    return case.cue.owned_by in ("built", "supported") and (case.mention.type not in WORK_TYPES or case.owner.near == "topic")


def is_of_no_fund(case: Case) -> bool:
    """Whether it is a fund of what gives it, or of a sentence before; there only a programme goes on (其中，日常养护补助资金930万元)."""
    carried = case.owner.near == "topic" and case.mention.type != "programme"
    is_givers = case.mention.type in ("company", "agency", "zone")
    return case.cue.owned_by == "fund" and (carried or is_givers or is_share_of_notice(case))


def is_share_of_notice(case: Case) -> bool:
    """Whether it is what somebody gets of a document in the clause before whose title tells no such fund: 印发《某通知》，某县获｜9万元."""
    text, begin = case.draft.text, clause_start(case.draft.text, case.start)
    if case.mention.end > begin or text[case.mention.end : case.mention.end + 1] != "》":
        return False
    if text[max(begin, case.start - FUND) : case.start] in case.mention.surface:
        return False
    own = case.draft.within(begin, case.start, "place", "zone", *ontology.bodies())
    return any(m.start - begin <= FRONT for m in own)


FUND = 4
"""Characters before a sum that name its fund: 补助资金｜3077万元."""
FRONT = 4
"""Characters before a clause's own subject, at most: 其中，｜, 今年｜."""
ITEM = re.compile(r"\d[^、，。；]{0,6}、(?P<item>[^、，。；\d]{4,})$")


def is_of_next_item(case: Case) -> bool:
    """Whether it is of the next of a list of sums, each with its own name: 甲工程补助资金20万元、乙养护补助资金｜9万元."""
    listed = ITEM.search(case.between) if case.owner.near == "clause" else None
    if listed is None or case.cue.side != "left":
        return False
    cue = case.cue.words.search(listed["item"])
    return cue is not None and len(listed["item"][: cue.start()]) >= 4


NOT_ITS: tuple[Callable[[Case], bool], ...] = (
    is_of_work_behind,
    is_of_payer,
    is_of_list,
    is_of_unnamed_set,
    is_of_people_beside,
    is_of_some_works,
    is_of_phase,
    is_of_no_work,
    is_of_no_fund,
    is_of_next_item,
)
"""When a quantity is not the named thing's that stands nearest."""


def is_refused(draft: Draft, cue: Cue, start: int, end: int) -> bool:
    """Whether the quantity at ``start:end`` is not the thing's that seems to own it: one of a set, of a phase, of people who are by."""
    found = owner(draft, start, end, PREFERRED.get(cue.owned_by, "work"))
    return found is not None and any(is_not(Case(draft, cue, found, start, end)) for is_not in NOT_ITS)


def owner_of(draft: Draft, cue: Cue, start: int, end: int) -> Owner | None:
    """Return whose the quantity at ``start:end`` is; members are those of the zone that a work's name begins with."""
    found = owner(draft, start, end, PREFERRED.get(cue.owned_by, "work"))
    if found and cue.key == "contract_amount" and found.mention.type not in NAMED_WORKS:
        found = won_before(draft, start) or found
    if found is None or any(is_not(Case(draft, cue, found, start, end)) for is_not in NOT_ITS):
        return None
    if cue.key == "members" and found.mention.type in NAMED_WORKS:
        return Owner(zone_in(draft, found.mention) or found.mention, found.near)
    return found


WON = re.compile("(?:为|中标|中得|承接|拿下|夺得)$")


def won_before(draft: Draft, start: int) -> Owner | None:
    """Return the one work that somebody wins in the sentence before a contract's sum: 确定甲公司为｜某项目｜中标单位，中标价｜1.36亿元."""
    begin = draft.sentence_at(start).start
    works = {m.start: m for m in draft.within(begin, start, "project")}
    (at, work), *more = works.items() or [(0, None)]
    return Owner(work, "sentence") if work and not more and WON.search(draft.text, begin, at) else None


def zone_in(draft: Draft, mention: Mention) -> Mention | None:
    """Return the zone that a work's name begins with: 某模具产业园｜一期工程; who moves in, moves into the zone."""
    return next((m for m in draft.within(mention.start, mention.end, "zone", outer=False) if m.start == mention.start), None)


def capacities_in_name(mention: Mention) -> Iterator[Attribute]:
    """Find the capacities that a project's name prints: 年产30万台水泵项目, 年产40万平方米陶板和6万套门窗项目."""
    for match in INSIDE.finditer(mention.surface):
        if quantities.read(match["quantity"]):
            yield Attribute(Owner(mention, "clause"), "capacity", match["quantity"], (mention.start, mention.end), "attribute-name")
