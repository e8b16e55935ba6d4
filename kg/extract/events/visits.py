"""Inspections: who goes where and looks at what.

Ⓟ到Ⓩ、Ⓛ调研…                       names inspectors and targets in one clause
Ⓟ带领Ⓐ、Ⓐ负责人，｜到Ⓒ、Ⓒ检查…       the inspector stands a clause before
委员们先后来到Ⓕ、Ⓙ，｜实地察看…         continues the inspection reported before
在Ⓒ运维的Ⓕ，｜Ⓟ、Ⓟ正在对设备进行巡视    the site stands in the clause before
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from kg.extract.events.clause import Clause
from kg.extract.events.parties import SITES, mentions, place_of, sites
from kg.extract.events.sentence import Party
from kg.extract.events.triggers import EventTrigger, verbs
from kg.extract.rules import Rule
from kg.model import Mention

VISIT = Rule(
    "event-visit",
    "event",
    "书记〔P甲某〕到〔Z青桐开发区〕调研，先后来到〔C乙公司〕。 => inspection: inspector=甲某, target=青桐开发区、乙公司",
    "今年，局长〔P甲某〕检查经营户318家。",
    0.9,
)
CREW = Rule(
    "event-crew",
    "event",
    "〔C丙公司〕的产品得到由〔C甲公司〕、〔I乙院〕等单位负责人组成的检查组的好评。 => inspection: inspector=甲公司、乙院, target=丙公司",
    "〔C丙公司〕的产品得到由〔C甲公司〕、〔I乙院〕组成的联合体的好评。",
    0.8,
)
STOPPED = Rule(
    "event-unled-visit",
    "event",
    "人大代表视察了〔C甲公司〕，随后座谈，〔P乙某〕陪同。 => inspection: target=甲公司, attendee=乙某",
    "人大代表对〔C甲公司〕提出建议17条，〔P乙某〕陪同。",
    0.7,
)

VISITORS = ("person", "agency", "company", "zone", "place", "institution")
GO = (
    r"(?:莅临?|抵)(?=[^，。]{0,16}[ⒸⒶⒾⓏⓁⒿⒻ])"
    r"|(?<![受收达得接感遇找做看受提拿直用回赶遭听想见学买谈办碰等已送遇牵轮])到(?=[^，。]{0,16}[ⒸⒶⒾⓏⓁⒿⒻ])"
)


@cache
def looking() -> re.Pattern[str]:
    """Return the pattern of the verbs of looking and of going."""
    return re.compile(rf"(?P<look>(?:{verbs('inspect')})(?![团组队员点站]))|(?P<go>{verbs('visit')}|{GO})")


def verb_of(clause: Clause) -> re.Match[str] | None:
    """Return the clause's first verb of looking or going; one of going that names nothing gives way to one of looking."""
    match = clause.search(looking())
    if match and match["go"] and not clause.sentence.among(match.end(), clause.end):
        later = looking().finditer(clause.sentence.text, clause.start, clause.end)
        return next((m for m in later if m["look"]), match)
    return match


JOINING = re.compile("参加|出席|陪同(?!下)|一同|随同|列席|参与")
BY_MEANS = re.compile("(?:通过|借助|以)(?:这次|此次|本次)(?:的)?$")
"""Words that make the looking a noun: Ⓛ通过这次｜观摩，找准差距."""
NOT_LOOKED = re.compile(
    r"汇报|成果|课题|文章|"
    r"视力|血压|身体|口腔|听力|作业|结果|合格|发现|检验|互认|整改|报告|意见|安排|[^，。ⒸⒶⒾⓏⓁⒿⒻ]{0,8}\d+(?:余"
    r"|多)?(?:家|户|处|批次|人次|辆|次|起|人)"
)


def joins_others(clause: Clause, verb: re.Match[str]) -> bool:
    """Whether the clause only says who joined: Ⓟ参加｜调研."""
    return bool(JOINING.search(clause.before(verb.start())))


def is_noun(clause: Clause, verb: re.Match[str]) -> bool:
    """Whether the verb of looking is a noun."""
    return verb["look"] is not None and bool(BY_MEANS.search(clause.before(verb.start())))


def is_of_something_else(clause: Clause, verb: re.Match[str]) -> bool:
    """Whether what is looked at is no site: 检查｜视力, 检查｜318家."""
    return verb["look"] is not None and bool(NOT_LOOKED.match(clause.sentence.text[verb.end() : verb.end() + 20]))


NO_VISIT: tuple[Callable[[Clause, re.Match[str]], bool], ...] = (joins_others, is_noun, is_of_something_else)


@dataclass(frozen=True, slots=True)
class Visit:
    """A clause of looking or going: its verb, who goes, what is seen, and whether it continues an inspection reported before."""

    clause: Clause
    verb: re.Match[str]
    actors: tuple[Party, ...]
    seen: tuple[Party, ...]
    continues: bool


CREW_WORDS = re.compile(
    "(?:视察|调研|检查|考察|督查|观摩|参观|指导|慰问|评估|专家|验收)(?:组|团|队)|组成人员|代表们|委员们|执法人员|督导组|代表团|工作组"
    "|一行|他们|^他|^她|随后他|大家|与会人员"
)
"""Words for inspectors named before."""
TEAM = re.compile("[ⓁⒸⓏⒶ][^，。ⓅⒸⒶⒾⓏⓁ]{0,8}(?:代表团|考察团|企业家|客商|调研组|督导组|检查组)")


def read_visit(clause: Clause, verb: re.Match[str]) -> Visit:
    """Return the visit of a verb of looking or going."""
    actors, earlier = visitors(clause, verb.start()), clause.inspections()
    if earlier and TEAM.search(clause.before(verb.start())):
        actors = [p for p in actors if p.type == "person"]
    known = any(event.role_of(m) == "inspector" for event in earlier for p in actors for m in p.mentions)
    continues = bool(earlier) and (not actors or known or bool(CREW_WORDS.search(clause.text)))
    return Visit(clause, verb, tuple(actors), tuple(looked_at(clause, verb)), continues)


DELEGATES = re.compile(
    "(?:人大)?代表|委员|视察组|调研组|考察团|代表团|督导组|检查组|企业家|客商|观摩团|督查组|考察组|与会人员|专家组|工作组|巡查组"
)


def is_by_unnamed(it: Visit) -> bool:
    """Whether a delegation without a name looks: 人大代表视察Ⓒ."""
    clause, start = it.clause, it.verb.start()
    if it.verb["look"] and DELEGATES.search(clause.text) and not clause.sentence.among(clause.start, start):
        return True
    first = next((i for i in range(clause.start, clause.end) if i in clause.sentence.parties), start)
    return not it.actors and DELEGATES.search(clause.sentence.text, clause.start, min(first, start)) is not None


def has_visitor(it: Visit) -> bool:
    """Whether somebody goes, the inspectors of before or a delegation without a name."""
    return bool(it.actors) or it.continues or is_by_unnamed(it)


def has_site_or_look(it: Visit) -> bool:
    """Whether a site is named or the verb is one of looking."""
    return bool(it.seen or it.verb["look"])


def is_to_look(it: Visit) -> bool:
    """Whether a verb of going is one of looking too, by its words or because the inspectors of before go on."""
    return it.verb["look"] is not None or it.continues or tours(it)


A_VISIT: tuple[Callable[[Visit], bool], ...] = (has_visitor, has_site_or_look, is_to_look)


BEFORE = re.compile("^(?:会前|会后|会见前|会见后|揭牌前|揭牌后|签约前|座谈前|座谈会前|仪式前|仪式后|活动前|此前|会议前|会议开始前|会谈前)")


def open_visit(clause: Clause) -> EventTrigger | None:
    """Open an inspection or continue one: 市委书记甲到乙开发区调研."""
    verb = verb_of(clause)
    if verb is None or any(is_none(clause, verb) for is_none in NO_VISIT):
        return None
    it = read_visit(clause, verb)
    if not all(is_one(it) for is_one in A_VISIT):
        return None
    apart = any(BEFORE.match(text) for text in (clause.text, clause.sentence.text)) and any(e.kind != "inspection" for e in clause.events)
    zones = [p for p in clause.sentence.among(clause.end if it.seen else verb.end(), clause.end) if p.type == "zone"]
    return EventTrigger(
        VISIT if it.actors or it.continues else STOPPED,
        "inspection",
        verb.group(),
        ((mentions(it.actors), "inspector"), (led_bodies(it), "inspector"), (mentions(it.seen), "target")),
        place_of(clause.sentence, clause.start, clause.end),
        apart,
        fallback=mentions(zones),
    )


LED_GROUP = re.compile("带领(?:部分|有关|全体)?[^，。]{0,6}(?:代表(?!团)|委员|执法人员)|由Ⓟ带队")


def led_bodies(it: Visit) -> tuple[Mention, ...]:
    """Return the bodies that the leaders act for: 市人大常委会主任甲｜带领部分代表视察."""
    acts = LED_GROUP.search(it.clause.sentence.text[: it.verb.end()])
    return tuple(m for p in it.actors for m in p.bodies[-1:]) if acts else ()


LED_BY = re.compile("在(?P<who>Ⓟ(?:[、和]Ⓟ)*)(?:等[^，。Ⓟ]{0,4})?(?:的)?(?:带领|率领)下")


def visitors(clause: Clause, stop: int) -> list[Party]:
    """Return who inspects: the clause's subject, else that of an earlier clause of the sentence."""
    led = LED_BY.search(clause.sentence.text, 0, stop)
    found = clause.parties(led, "who") if led else clause.subjects(stop)
    if not found and not re.search(f"[{SITES}]", re.sub("^对.*", "", clause.before(stop))):
        found = clause.earlier_subjects()
    return [p for p in found if p.type in VISITORS]


ABOUT = re.compile("对(?P<what>[^，。]*)$")
INSIDE = re.compile("(?:在|到|赴|莅临?)(?P<what>(?![^，。在]*(?:陪同|带领|率领)下)[^，。在]*)$")


def looked_at(clause: Clause, verb: re.Match[str]) -> list[Party]:
    """Return what is visited: named after the verb, in 对…进行检查, in 到…调研, or in the clause 在… before."""
    seen = sites(clause.sentence, verb.end(), clause.end, object_of_look=bool(verb["look"]))
    before = clause.before(verb.start())
    site = ABOUT.search(before) or INSIDE.search(before)
    if site:
        seen += sites(clause.sentence, clause.start + site.start("what"), verb.start())
    return seen or site_before(clause)


def site_before(clause: Clause) -> list[Party]:
    """Return the site of the clause right before: 在…运维的Ⓕ，｜; the last thing named in it."""
    clauses = [c for c in clause.sentence.clauses() if c[1] <= clause.start]
    if not clauses or not re.match("[^ⒸⒶⒾⓏⓁⒿⒻⒼⓅ]{0,4}在", clause.sentence.text[slice(*clauses[-1])]):
        return []
    found = [p for p in sites(clause.sentence, *clauses[-1]) if p.type in ("facility", "project", "company", "institution")]
    return found[-1:]


WORKS = re.compile("[ⒸⒾⒿⓏⒻ、和等]+[^，。ⒸⒶⒾⓏⓁⒿⒻ]{0,6}开展[^，。]{0,24}(?:活动|帮扶|服务|走访|指导|宣讲)")
"""What is done where somebody goes: 深入Ⓒ｜开展“送清凉”活动."""


def tours(it: Visit) -> bool:
    """Whether a verb of going is a visit: a verb of looking follows, or several sites are gone to one after another."""
    text, start, end = it.clause.sentence.text, it.verb.start(), it.verb.end()
    rest = text[end:]
    if any(not NOT_LOOKED.match(rest[m.end() :][:14]) for m in re.finditer(verbs("inspect"), rest)):
        return True
    if WORKS.match(rest) and any(p.type in ("person", "agency") for p in it.clause.sentence.among(0, start)):
        return True
    return "先后" in text[:end] and len(it.seen) > 1


CREW_OF = re.compile("由(?P<who>[^，。]{0,60}?)组成的[^，。]{0,6}(?:检查组|考察团|考察组|调研组|督导组|评估组|专家组|验收组)")


def open_crew(clause: Clause) -> EventTrigger | None:
    """Open what a crew of named bodies looked at: 产品得到了｜由Ⓒ、Ⓘ等单位负责人组成的检查组的高度评价."""
    match = clause.search(CREW_OF)
    if not match:
        return None
    seen = clause.sentence.among(clause.start, match.start()) or clause.sentence.among(match.end(), clause.end)
    roles = ((clause.mentions(match, "who"), "inspector"), (mentions(seen), "target"))
    return EventTrigger(CREW, "inspection", "检查", roles, apart=True)
