"""Ceremonies: signings, unveilings, starts of works.

signing      Ⓒ与Ⓒ在Ⓩ签署…协议 · Ⓛ与Ⓒ就Ⓙ成功签约
unveiling    Ⓘ在Ⓩ揭牌 · Ⓙ等12个项目集中开工
"""

from __future__ import annotations

import re

from kg.extract.events.clause import Clause
from kg.extract.events.parties import mentions
from kg.extract.events.triggers import EventTrigger
from kg.extract.rules import Rule
from kg.model import Mention

SIGNING = Rule(
    "event-signing",
    "event",
    "〔C甲公司〕与〔C乙公司〕在〔Z丙园区〕签署收购协议。 => ceremony: attendee=甲公司、乙公司 [place=丙园区]",
    "公告称，〔C甲公司〕与〔C乙公司〕签署收购协议。",
    0.85,
)
UNVEILING = Rule(
    "event-unveiling",
    "event",
    "〔I青桐铝材研究院〕在〔Z青桐开发区〕揭牌。 => ceremony: target=青桐铝材研究院 [place=青桐开发区]",
    "〔I青桐铝材研究院〕在〔Z青桐开发区〕尚未揭牌。",
    0.8,
)

DAY = re.compile(r"\d{1,2}月\d{1,2}[日号]|昨[日天]|今[日天]|日前|近日|当天")
SIGNED_AT = re.compile("(?P<who>[ⒸⒶⒾⓏ](?:[与和、][^，。ⒸⒶⒾⓏ]{0,4}[ⒸⒶⒾⓏ])+)在(?P<place>[ⓏⓁⒻ])[^，。]{0,6}(?:签署|签订|签约)")
SIGNED_FOR = re.compile(
    "(?P<who>[ⒸⒶⒾⓏⓁ](?:[与和、][^，。ⒸⒶⒾⓏⓁ]{0,4}[ⒸⒶⒾⓏⓁ])+)[^，。ⒸⒶⒾⓏⓁⒿ]{0,16}"
    "(?P<what>Ⓙ)(?:[^，。]{0,6}(?:成功|正式|顺利|现场)+签约|[^，。]{0,10}(?:协议|合同)[^，。]{0,4}(?:签署|签订))"
)


def open_signing(clause: Clause) -> EventTrigger | None:
    """Open a signing at a place or, on a day, for a work: 甲公司与乙公司在丙园区签署收购协议; 丁镇与甲公司就戊项目成功签约."""
    match = clause.search(SIGNED_AT)
    if match:
        who = mentions([p for p in clause.parties(match, "who") if p.type != "place"])
        return EventTrigger(SIGNING, "ceremony", "签约", ((who, "attendee"),), place_in(clause, match))
    match = clause.search(SIGNED_FOR)
    if match and DAY.search(clause.sentence.text):
        roles = ((clause.mentions(match, "who"), "attendee"), (clause.mentions(match, "what"), "target"))
        return EventTrigger(SIGNING, "ceremony", "签约", roles)
    return None


def place_in(clause: Clause, match: re.Match[str]) -> Mention | None:
    """Return the first mention of the group ``place``, None if the group is empty."""
    return clause.mentions(match, "place")[0] if match["place"] else None


OF_BODIES = ("揭牌", "奠基", "开业", "开园", "揭牌成立", "挂牌成立", "开馆", "授牌")
"""What a body can have done to it; works alone are signed for, begun, finished."""
FIRM_AT_A_PLACE = ("揭牌", "奠基", "授牌", "揭牌成立", "挂牌成立")
MANNER = "今天|昨天|昨日|今日|日前|近日|上午|下午|正式|隆重|同时|集中|顺利|成功"
DONE = (
    "揭牌|奠基|开业|开园|启用|挂牌成立|揭牌成立|开馆|开工建设|开工(?!作)|(?<!行)动工(?!作)|签约|投产|竣工|通车|启动|授牌"  # in this order
)
UNVEILED = re.compile(
    "(?P<what>[ⒾⒸⓏⒻⒿⒶ](?:[、和与][ⒾⒸⓏⒻⒿⒶ])*)(?:等[^，。]{0,12}|新[^，。ⒾⒸⓏⒻⒿⒶ]{0,6}?)?"
    "(?:在(?P<place>[ⓏⓁⒻⒾⒸ])[^，。]{0,6})?" + f"(?:{MANNER})*(?P<verb>{DONE})" + "(?:[^，。ⒾⒸⓏⒻⒿⒶ]{0,3})$"
)
NOT_YET = re.compile("尚未|未能|没有")
NOT_DONE = re.compile("[年月日]$|未|没有|后|已|宣布$")


def open_unveiling(clause: Clause) -> EventTrigger | None:
    """Open the unveiling, start or signing of a thing: 甲研究院在乙开发区揭牌; weak unless the place is named (某项目正式开工)."""
    match = UNVEILED.search(clause.sentence.text[: clause.end], clause.start)
    if not match or NOT_DONE.search(clause.before(match.start())[-3:]) or NOT_YET.search(match.group()):
        return None
    if match["verb"] not in OF_BODIES and not re.fullmatch("[ⒿⒻ、和与]+", match["what"]):
        return None
    place = place_in(clause, match)
    together = begun_together(clause.sentence.text[match.end("what") : match.start("verb")], match["verb"])
    weak = not together and (place is None or match["verb"] not in FIRM_AT_A_PLACE)
    return EventTrigger(UNVEILING, "ceremony", match["verb"], ((clause.mentions(match, "what"), "target"),), place, weak=weak)


def begun_together(between: str, verb: str) -> bool:
    """Whether several works begin at one time: Ⓙ等12个项目在Ⓩ｜集中开工, but not Ⓙ等9个项目已投产."""
    counted = verb in ("开工", "开工建设", "奠基", "签约") and re.search(r"[\d一二三四五六七八九十][^，。]{0,8}项目", between)
    return "已" not in between and bool(re.search("集中|同时", between) or counted)
