"""Inspections: who goes where and looks at what. Knows patterns over folded sentences, writes nothing.

Ⓟ到Ⓩ、Ⓛ调研…                       names actors and targets in one clause
Ⓟ带领Ⓐ、Ⓐ负责人，｜到Ⓒ、Ⓒ检查…       the actor stands a clause before
委员们先后来到Ⓕ、Ⓙ，｜实地察看…         goes on with the inspection told before
在Ⓒ运维的Ⓕ，｜Ⓟ、Ⓟ正在对设备进行巡视    the site stands in the clause before
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extract.events.builder import EventBuilder
from kg.extract.events.parties import SITES, mentions, place_of, sentence_subjects, sites, subjects
from kg.extract.events.sentence import EventSentence, Party
from kg.extract.events.triggers import UNTOLD, EventTrigger, verbs
from kg.extract.rules import Rule

VISIT = Rule("event-visit", "event", "书记甲某到青桐开发区调研，先后来到乙公司、丙公司。", "今年共检查经营户318家。", 0.9)
CREW = Rule("event-crew", "event", "由甲公司、乙院等单位负责人组成的检查组对产品评价很高。", "由甲公司组成的联合体中标。", 0.8)
STOPPED = Rule("event-unled-visit", "event", "人大代表来我区视察，视察组先后察看了甲公司、乙公司。", "人大代表提出建议17条。", 0.7)

BEFORE = re.compile("^(?:会前|会后|会见前|会见后|揭牌前|揭牌后|签约前|座谈前|座谈会前|仪式前|仪式后|活动前|此前|会议前|会议开始前|会谈前)")
CREW_PATTERN = re.compile(
    "(?:视察|调研|检查|考察|督查|观摩|参观|指导|慰问|评估|专家|验收)(?:组|团|队)|组成人员|代表们|委员们|执法人员|检查组"
    "|督导组|调研组|考察团|代表团|考察组|工作组|一行|他们|^他|^她|随后他|大家|与会人员"
    "|观摩团|督查组"
)
TEAM = re.compile("[ⓁⒸⓏⒶ][^，。ⓅⒸⒶⒾⓏⓁ]{0,8}(?:代表团|考察团|企业家|客商|调研组|督导组|检查组)")
DELEGATES = re.compile(
    "(?:人大)?代表|委员|视察组|调研组|考察团|代表团|督导组|检查组|企业家|客商|观摩团|督查组|考察组|与会人员|专家组|工作组|巡查组"
)
TOLD_OF = re.compile("(?:通过|借助|以)(?:这次|此次|本次)(?:的)?$")
"""Words that make the looking a noun: Ⓛ通过这次｜观摩，找准差距."""
JOINING = re.compile("参加|出席|陪同(?!下)|一同|随同|列席|参与")
GO = (
    r"(?:莅临?|抵)(?=[^，。]{0,16}[ⒸⒶⒾⓏⓁⒿⒻ])"
    r"|(?<![受收达得接感遇找做看受提拿直用回赶遭听想见学买谈办碰等已送遇牵轮])到(?=[^，。]{0,16}[ⒸⒶⒾⓏⓁⒿⒻ])"
)
NOT_LOOKED = re.compile(
    r"汇报|成果|课题|文章|"
    r"视力|血压|身体|口腔|听力|作业|结果|合格|发现|检验|互认|整改|报告|意见|安排|[^，。ⒸⒶⒾⓏⓁⒿⒻ]{0,8}\d+(?:余"
    r"|多)?(?:家|户|处|批次|人次|辆|次|起|人)"
)


@cache
def looking() -> re.Pattern[str]:
    """Return the pattern of the verbs of looking and of going."""
    return re.compile(rf"(?P<look>(?:{verbs('inspect')})(?![团组队员点站]))|(?P<go>{verbs('visit')}|{GO})")


def open_visit(sentence: EventSentence, start: int, end: int, pending: Sequence[int], told: Sequence[EventBuilder]) -> EventTrigger | None:
    """Return the inspection that the clause opens or goes on with, None if it is none."""
    clause = sentence.text[start:end]
    match = looking().search(sentence.text, start, end)
    if match and not match["look"] and not sentence.among(match.end(), end):
        match = next((m for m in looking().finditer(sentence.text, start, end) if m["look"]), match)
    if not match or UNTOLD.search(clause) or JOINING.search(sentence.text[start : match.start()]):
        return None
    if match["look"] and TOLD_OF.search(sentence.text[start : match.start()]):
        return None
    if match["look"] and NOT_LOOKED.match(sentence.text[match.end() : match.end() + 20]):
        return None
    actors = visitors(sentence, start, match.start(), pending)
    earlier = [t for t in told if t.kind == "inspection"]
    if earlier and TEAM.search(sentence.text[start : match.start()]):
        actors = [p for p in actors if p.type == "person"]
    known = any(t.role_of(m) == "inspector" for t in earlier for p in actors for m in p.mentions)
    goes_on = bool(earlier) and (not actors or known or bool(CREW_PATTERN.search(clause)))
    seen = looked_at(sentence, start, end, match)
    first = next((i for i in range(start, end) if i in sentence.parties), match.start())
    crew = DELEGATES.search(sentence.text, start, min(first, match.start())) is not None and not actors
    unnamed = (match["look"] is not None and bool(DELEGATES.search(clause)) and not sentence.among(start, match.start())) or crew
    if not (actors or goes_on or unnamed) or not (seen or match["look"]) or not (match["look"] or goes_on or tours(sentence, match, seen)):
        return None
    apart = bool(BEFORE.match(clause) or BEFORE.match(sentence.text)) and any(t.kind != "inspection" for t in told)
    lead = tuple(m for p in actors for m in p.bodies[-1:]) if is_official(sentence.text[: match.end()]) else ()
    roles = ((mentions(actors), "inspector"), (lead, "inspector"), (mentions(seen), "target"))
    zones = [p for p in sentence.among(match.end() if not seen else end, end) if p.type == "zone"]
    return EventTrigger(
        "inspection",
        start,
        end,
        match.group(),
        roles,
        place_of(sentence, start, end),
        apart,
        fallback=mentions(zones),
        rule=VISIT if actors or goes_on else STOPPED,
    )


def is_official(clause: str) -> bool:
    """Whether the leader acts for the body in the title: 市人大常委会主任甲｜带领部分代表视察."""
    return bool(re.search("带领(?:部分|有关|全体)?[^，。]{0,6}(?:代表(?!团)|委员|执法人员)|由Ⓟ带队", clause))


def visitors(sentence: EventSentence, start: int, stop: int, pending: Sequence[int]) -> list[Party]:
    """Return who inspects: the clause's subject, else that of an earlier clause of the sentence."""
    led = LED_BY.search(sentence.text, 0, stop)
    found = sentence.among(*led.span("who")) if led else subjects(sentence, start, stop, pending)
    if not found and not re.search(f"[{SITES}]", re.sub("^对.*", "", sentence.text[start:stop])):
        found = sentence_subjects(sentence, start)
    return [p for p in found if p.type in ("person", "agency", "company", "zone", "place", "institution")]


def looked_at(sentence: EventSentence, start: int, end: int, match: re.Match[str]) -> list[Party]:
    """Return what is visited: named after the verb, in 对…进行检查, or in the clause 在… before."""
    seen = sites(sentence, match.end(), end, object_of_look=bool(match["look"]))
    about = re.search(r"对(?P<what>[^，。]*)$", sentence.text[start : match.start()])
    if about:
        seen += sites(sentence, start + about.start("what"), match.start())
    inside = re.search(r"(?:在|到|赴|莅临?)(?P<what>[^，。在]*)$", sentence.text[start : match.start()])
    if inside and not about and not re.search("(?:陪同|带领|率领)下", inside["what"]):
        seen += sites(sentence, start + inside.start("what"), match.start())
    if not seen:
        seen = site_before(sentence, start)
    return seen


def site_before(sentence: EventSentence, start: int) -> list[Party]:
    """Return the site of the clause right before: 在…运维的Ⓕ，｜; the last thing named in it."""
    clauses = [c for c in sentence.clauses() if c[1] <= start]
    if not clauses or not re.match("[^ⒸⒶⒾⓏⓁⒿⒻⒼⓅ]{0,4}在", sentence.text[clauses[-1][0] : clauses[-1][1]]):
        return []
    found = [p for p in sites(sentence, *clauses[-1]) if p.type in ("facility", "project", "company", "institution")]
    return found[-1:]


LED_BY = re.compile("在(?P<who>Ⓟ(?:[、和]Ⓟ)*)(?:等[^，。Ⓟ]{0,4})?(?:的)?(?:带领|率领)下")
WORKS = re.compile("[ⒸⒾⒿⓏⒻ、和等]+[^，。ⒸⒶⒾⓏⓁⒿⒻ]{0,6}开展[^，。]{0,24}(?:活动|帮扶|服务|走访|指导|宣讲)")
"""What is done where somebody goes: 深入Ⓒ｜开展“送清凉”活动."""


def tours(sentence: EventSentence, match: re.Match[str], seen: Sequence[Party]) -> bool:
    """Whether a verb of going is a visit: a verb of looking follows, or several sites are gone to one after another."""
    rest = sentence.text[match.end() :]
    looks = any(not NOT_LOOKED.match(rest[m.end() :][:14]) for m in re.finditer(verbs("inspect"), rest))
    works = WORKS.match(rest) and any(p.type in ("person", "agency") for p in sentence.among(0, match.start()))
    return looks or bool(works) or ("先后" in sentence.text[: match.end()] and len(seen) > 1)


STOP_AT = re.compile("^(?:随后|接着|最后|之后|当天|期间)?[，]?在(?P<what>[^，。]*)$")


def stopped_at(sentence: EventSentence, start: int, end: int, told: Sequence[EventBuilder]) -> tuple[list[Party], list[Party]] | None:
    """Return the site and the people met there: 在位于Ⓛ的Ⓒ，｜Ⓟ与Ⓟ深入交流; None if no known inspector stops there."""
    match = STOP_AT.match(sentence.text[start:end])
    inspections = [t for t in told if t.kind == "inspection"]
    after = [c for c in sentence.clauses() if c[0] > end]
    if not match or not inspections or not after:
        return None
    people = [p for p in sentence.among(*after[0]) if p.type == "person"]
    if not any(inspections[-1].role_of(p.mentions[0]) == "inspector" for p in people):
        return None
    met = people[1:] if re.search("与Ⓟ|同Ⓟ|和Ⓟ", sentence.text[slice(*after[0])]) else []
    return sites(sentence, start + match.start("what"), end), met


DELEGATION = re.compile("代表团|考察团|一行")


def add_visitors(sentence: EventSentence, told: Sequence[EventBuilder]) -> bool:
    """Give inspector to a list of people that ends in a semicolon after a delegation's visit; return whether it is one.

    甲市党政代表团来我市考察。甲市委书记Ⓟ，市长Ⓟ；｜我市领导Ⓟ，Ⓟ参加活动。
    """
    visit = next((t for t in reversed(told) if t.kind == "inspection"), None)
    people = [p for p in sentence.parties.values() if p.type == "person"]
    if visit is None or any(m.type == "person" for m in visit.who("inspector")):
        return False
    if not re.fullmatch("(?:Ⓟ[，、和]?)+[；;]", sentence.text) or not DELEGATION.search(visit.label):
        return False
    visit.at = sentence.span(0, len(sentence.text))
    visit.give(mentions(people), "inspector")
    return True


CREW_OF = re.compile("由(?P<who>[^，。]{0,60}?)组成的[^，。]{0,6}(?:检查组|考察团|考察组|调研组|督导组|评估组|专家组|验收组)")


def open_crew(sentence: EventSentence, start: int, end: int) -> EventTrigger | None:
    """Open what a crew of named bodies looked at: 产品得到了｜由Ⓒ、Ⓘ等单位负责人组成的检查组的高度评价."""
    match = CREW_OF.search(sentence.text, start, end)
    if not match:
        return None
    who = sentence.among(*match.span("who"))
    seen = sentence.among(start, match.start()) or sentence.among(match.end(), end)
    return EventTrigger("inspection", start, end, "检查", ((mentions(who), "inspector"), (mentions(seen), "target")), None, True, rule=CREW)
