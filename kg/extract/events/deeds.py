"""Deeds that are events although no gathering and no visit: a repair, a rescue, a gift, a service brought to somebody's door.

    repair    Ⓒ连夜对Ⓕ开展抢修
    gift      Ⓒ向Ⓘ捐赠…
    service   Ⓟ带领医护人员走进Ⓘ，为学生检查视力

All are told with a named actor, on a named day and for somebody or something named; work as such (正在赶制, 加紧施工) is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.events.parties import mentions, place_of, sentence_subjects, sites, subjects
from kg.extract.events.sentence import EventSentence, Party
from kg.extract.events.triggers import UNTOLD, EventTrigger
from kg.extract.rules import Rule
from kg.model import Mention

REPAIR = Rule("event-repair", "event", "青桐供电公司连夜对10千伏云溪线开展抢修。", "全年开展检修120次。", 0.8)
GIFT = Rule("event-gift", "event", "3月4日，甲公司向乙小学捐赠图书。", "累计捐款120万元。", 0.75)
SERVICE = Rule("event-service", "event", "3月4日，院长甲某带领医护人员走进乙小学，为学生检查视力。", "志愿者走进社区。", 0.75)

DAY = re.compile(r"\d{1,2}月\d{1,2}[日号]|当天|当日|当晚|昨日|连夜|日前|近日")
REPAIR_PATTERN = re.compile(
    "(?:开展|进行|组织|实施|展开|投入|完成|参与)[^，。]{0,8}(?P<verb>抢修|抢险|救援|应急处置|带电作业|检修|消缺|维修"
    "|故障处理)|接到抢修指令|(?P<verb2>抢修|检修|带电更换|消缺)(?=[Ⓕ]|$)"
)
URGENT = ("抢修", "抢险", "救援", "应急处置", "带电作业")
GIFT_PATTERN = re.compile("(?:向|为|给)(?P<whom>[^，。]*?)(?P<verb>捐赠|捐款|捐出|送去|送上|赠送)")
SERVICE_PATTERN = re.compile("(?:走进|来到|深入|到)(?P<whom>[ⒾⒸⓁⓏ](?:[、和与及][ⒾⒸⓁⓏ])*)")
BROUGHT = re.compile(
    "^[，,](?:[^，。]{0,12})?(?:为|给|向|开展|送)[^，。]{0,24}?(?:检查|义诊|宣讲|宣传|讲解|普及|检修|维修|安装|解决"
    "|办理|送上|送去|上课|服务"
    "|体检|演出|捐赠)"
)


def open_deed(sentence: EventSentence, start: int, end: int, pending: Sequence[int]) -> EventTrigger | None:
    """Return the deed that the clause tells, None if it is none or not told of a day."""
    if UNTOLD.search(sentence.text[start:end]) or not DAY.search(sentence.text):
        return None
    return (
        open_repair(sentence, start, end, pending)
        or open_gift(sentence, start, end, pending)
        or open_service(sentence, start, end, pending)
    )


def doers(sentence: EventSentence, start: int, stop: int, pending: Sequence[int]) -> list[Party]:
    """Return who does it: people and bodies, but no place."""
    found = subjects(sentence, start, stop, pending) or sentence_subjects(sentence, start)
    return [p for p in found if p.type in ("person", "company", "agency", "institution")]


def open_repair(sentence: EventSentence, start: int, end: int, pending: Sequence[int]) -> EventTrigger | None:
    """Open a repair: Ⓒ迅速集结Ⓒ精干力量，｜连夜开展不停电抢修; whose line it is is the target."""
    match = REPAIR_PATTERN.search(sentence.text, start, end)
    who = doers(sentence, start, match.start(), pending) if match else []
    if not match or not who:
        return None
    things = tuple(m for p in sentence.among(0, len(sentence.text), "ⒻⒿ") for m in p.mentions)
    verb = match["verb"] or match["verb2"] or "抢修"
    if verb not in URGENT and not things:
        return None
    bodies = mentions([p for p in who if p.type != "person"]) or tuple(m for p in who for m in p.bodies[-1:])
    crew = (*bodies[1:], *mentions([p for p in who if p.type == "person"]))
    roles = ((bodies[:1], "host"), (crew, "attendee"), (things, "target"))
    return EventTrigger("other", start, end, verb, roles, place_of(sentence, start, end), weak=True, rule=REPAIR)


def open_gift(sentence: EventSentence, start: int, end: int, pending: Sequence[int]) -> EventTrigger | None:
    """Open a gift: Ⓒ向Ⓘ捐赠护眼灯."""
    match = GIFT_PATTERN.search(sentence.text, start, end)
    if not match:
        return None
    who, whom = doers(sentence, start, match.start(), pending), sites(sentence, *match.span("whom"))
    if not who or not whom:
        return None
    return EventTrigger("other", start, end, match["verb"], ((leaders(who), "host"), (mentions(whom), "target")), None, rule=GIFT)


def open_service(sentence: EventSentence, start: int, end: int, pending: Sequence[int]) -> EventTrigger | None:
    """Open a service brought to a door: Ⓟ带领医护人员走进Ⓘ，｜为学生检查视力."""
    match = SERVICE_PATTERN.search(sentence.text, start, end)
    if not match or not BROUGHT.search(sentence.text[end:]):
        return None
    who, whom = doers(sentence, start, match.start(), pending), sites(sentence, *match.span("whom"))
    if not who or not whom:
        return None
    roles = ((leaders(who), "host"), (mentions(whom), "target"))
    return EventTrigger("other", start, end, match.group()[:2], roles, None, rule=SERVICE)


def leaders(who: Sequence[Party]) -> tuple[Mention, ...]:
    """Return the doers, each person with the body in the title that it acts for."""
    return tuple(m for p in who for m in (*p.mentions, *p.bodies[-1:]))
