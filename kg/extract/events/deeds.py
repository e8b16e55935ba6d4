"""Deeds that are events although neither gathering nor visit: a repair, a service brought to somebody's door.

    repair    Ⓒ连夜对Ⓕ开展抢修
    service   Ⓟ带领医护人员走进Ⓘ，为学生检查视力

All are reported with a named actor, on a day, and for somebody or something named; routine work (正在赶制, 加紧施工) is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg import ontology
from kg.extract.events.clause import Clause
from kg.extract.events.parties import mentions, place_of, sites
from kg.extract.events.sentence import Party
from kg.extract.events.triggers import EventTrigger
from kg.extract.rules import Rule
from kg.model import Mention

REPAIR = Rule(
    "event-repair",
    "event",
    "3月4日，〔C青桐供电公司〕对〔F10千伏云溪线〕开展抢修。 => other: host=青桐供电公司, target=10千伏云溪线",
    "全年，〔C青桐供电公司〕对〔F10千伏云溪线〕开展检修120次。",
    0.8,
)
SERVICE = Rule(
    "event-service",
    "event",
    "3月4日，〔I甲医院〕院长〔P乙某〕带领医护人员走进〔I丙小学〕，为学生检查视力。 => other: host=乙某、甲医院, target=丙小学",
    "3月4日，〔I甲医院〕院长〔P乙某〕带领医护人员走进〔I丙小学〕，春光明媚。",
    0.75,
)

DAY = re.compile(r"\d{1,2}月\d{1,2}[日号]|当天|当日|当晚|昨日|连夜|日前|近日")
REPAIRED = re.compile(
    "(?:开展|进行|组织|实施|展开|投入|完成|参与)[^，。]{0,8}(?P<verb>抢修|抢险|救援|应急处置|带电作业|检修|消缺|维修"
    "|故障处理)|接到抢修指令|(?P<verb2>抢修|检修|带电更换|消缺)(?=[Ⓕ]|$)"
)
URGENT = ("抢修", "抢险", "救援", "应急处置", "带电作业")
GOES_TO = re.compile("(?:走进|来到|深入|到)(?P<whom>[ⒾⒸⓁⓏ](?:[、和与及][ⒾⒸⓁⓏ])*)")
SERVICES = "检查|义诊|宣讲|宣传|讲解|普及|检修|维修|安装|解决|办理|送上|送去|上课|服务|体检|演出|捐赠"  # what is done at somebody's door
BROUGHT = re.compile(rf"^[，,](?:[^，。]{{0,12}})?(?:为|给|向|开展|送)[^，。]{{0,24}}?(?:{SERVICES})")


def open_repair(clause: Clause) -> EventTrigger | None:
    """Open a repair: Ⓒ迅速集结Ⓒ精干力量，｜连夜开展不停电抢修; the line or works named in the sentence are its target."""
    match = clause.search(REPAIRED) if has_day(clause) else None
    who = doers(clause, match.start()) if match else []
    if not match or not who:
        return None
    verb = match["verb"] or match["verb2"] or "抢修"
    things = mentions(clause.sentence.among(0, len(clause.sentence.text), "ⒻⒿ"))
    if verb not in URGENT and not things:
        return None
    people = [p for p in who if p.type == "person"]
    bodies = mentions([p for p in who if p.type != "person"]) or tuple(m for p in who for m in p.bodies[-1:])
    roles = ((bodies[:1], "host"), ((*bodies[1:], *mentions(people)), "attendee"), (things, "target"))
    return EventTrigger(REPAIR, "other", verb, roles, place_of(clause.sentence, clause.start, clause.end), weak=True)


def open_service(clause: Clause) -> EventTrigger | None:
    """Open a service brought to a door: Ⓟ带领医护人员走进Ⓘ，｜为学生检查视力."""
    match = clause.search(GOES_TO)
    if not match or not BROUGHT.search(clause.rest) or not has_day(clause):
        return None
    who, whom = doers(clause, match.start()), sites(clause.sentence, *match.span("whom"))
    if not who or not whom:
        return None
    return EventTrigger(SERVICE, "other", match.group()[:2], ((with_bodies(who), "host"), (mentions(whom), "target")))


def has_day(clause: Clause) -> bool:
    """Whether the sentence prints a day."""
    return bool(DAY.search(clause.sentence.text))


def doers(clause: Clause, stop: int) -> list[Party]:
    """Return who does it: people and bodies, but no place."""
    found = clause.subjects(stop) or clause.earlier_subjects()
    return [p for p in found if p.type in ("person", *ontology.bodies())]


def with_bodies(who: Sequence[Party]) -> tuple[Mention, ...]:
    """Return the doers, each person with the body in the title that the person acts for."""
    return tuple(m for p in who for m in (*p.mentions, *p.bodies[-1:]))
