"""Ceremonies: signings, unveilings, starts of works. Knows patterns over folded sentences, writes nothing.

signing      Ⓒ与Ⓒ在Ⓩ签署…协议
unveiling    Ⓘ在Ⓩ揭牌
"""

from __future__ import annotations

import re

from kg.extract.events.parties import mentions
from kg.extract.events.sentence import EventSentence
from kg.extract.events.triggers import EventTrigger
from kg.extract.rules import Rule

SIGNING = Rule("event-signing", "event", "甲公司与乙公司在丙园区签署收购协议。", "公告称，甲公司与乙公司签署协议。", 0.85)
UNVEILING = Rule("event-unveiling", "event", "青桐铝材研究院在青桐开发区揭牌。", "检测中心尚未揭牌。", 0.8)
STAGED = Rule("event-staged", "event", "仪式上，市长甲某致辞。", "活动现场气氛热烈。", 0.65)

TOLD_DAY = re.compile(r"\d{1,2}月\d{1,2}[日号]|昨[日天]|今[日天]|日前|近日|当天")
SIGNING_PATTERN = re.compile("(?P<who>[ⒸⒶⒾⓏ](?:[与和、][^，。ⒸⒶⒾⓏ]{0,4}[ⒸⒶⒾⓏ])+)在(?P<place>[ⓏⓁⒻ])[^，。]{0,6}(?:签署|签订|签约)")


SIGNED_FOR = re.compile(
    "(?P<who>[ⒸⒶⒾⓏⓁ](?:[与和、][^，。ⒸⒶⒾⓏⓁ]{0,4}[ⒸⒶⒾⓏⓁ])+)[^，。ⒸⒶⒾⓏⓁⒿ]{0,16}"
    "(?P<what>Ⓙ)(?:[^，。]{0,6}(?:成功|正式|顺利|现场)+签约|[^，。]{0,10}(?:协议|合同)[^，。]{0,4}(?:签署|签订))"
)


def open_signing(sentence: EventSentence, start: int, end: int) -> EventTrigger | None:
    """Open a signing at a place or for a work: 甲公司与德国乙公司在丙园区签署收购协议; 丁镇与甲公司就戊项目成功签约."""
    match = SIGNING_PATTERN.search(sentence.text, start, end)
    worked = SIGNED_FOR.search(sentence.text, start, end) if not match else None
    if worked and TOLD_DAY.search(sentence.text):
        roles = ((mentions(sentence.among(*worked.span("who"))), "attendee"), (mentions(sentence.among(*worked.span("what"))), "target"))
        return EventTrigger("ceremony", start, end, "签约", roles, rule=SIGNING)
    if not match:
        return None
    place = sentence.parties[match.start("place")].mentions[0]
    who = [p for p in sentence.among(*match.span("who")) if p.type != "place"]
    return EventTrigger("ceremony", start, end, "签约", ((mentions(who), "attendee"),), place, rule=SIGNING)


OF_BODIES = ("揭牌", "奠基", "开业", "开园", "揭牌成立", "挂牌成立", "开馆", "授牌")
"""What a body can have done to it; works alone are signed for, begun, finished."""
UNVEILING_PATTERN = re.compile(
    "(?P<what>[ⒾⒸⓏⒻⒿⒶ](?:[、和与][ⒾⒸⓏⒻⒿⒶ])*)(?:等[^，。]{0,12}|新[^，。ⒾⒸⓏⒻⒿⒶ]{0,6}?)?"
    "(?:在(?P<place>[ⓏⓁⒻⒾⒸ])[^，。]{0,6})?"
    "(?:今天|昨天|昨日|今日|日前|近日|上午|下午|正式|隆重|同时|集中|顺利|成功)*"
    "(?P<verb>揭牌|奠基|开业|开园|启用|挂牌成立|揭牌成立|开馆|开工建设|开工(?!作)|(?<!行)动工(?!作)|签约|投产|竣工"
    "|通车|启动|授牌)(?:[^，。ⒾⒸⓏⒻⒿⒶ]{0,3})$"
)


def open_unveiling(sentence: EventSentence, start: int, end: int) -> EventTrigger | None:
    """Open the unveiling, start or signing of a thing: 甲研究院在乙开发区揭牌; weak unless the place is told (某项目正式开工)."""
    match = UNVEILING_PATTERN.search(sentence.text[:end], start)
    if not match or re.search("[年月日]$|未|没有|后|已|宣布$", sentence.text[start : match.start()][-3:]):
        return None
    if match["verb"] not in OF_BODIES and not re.fullmatch("[ⒿⒻ、和与]+", match["what"]):
        return None
    place = sentence.parties[match.start("place")].mentions[0] if match["place"] else None
    together = begun_together(sentence.text[match.end("what") : match.start("verb")], match["verb"])
    weak = not together and (place is None or match["verb"] not in ("揭牌", "奠基", "授牌", "揭牌成立", "挂牌成立"))
    return EventTrigger(
        "ceremony",
        start,
        end,
        match["verb"],
        ((mentions(sentence.among(*match.span("what"))), "target"),),
        place,
        weak=weak,
        rule=UNVEILING,
    )


def begun_together(between: str, verb: str) -> bool:
    """Whether several works begin at one time: Ⓙ等12个项目在Ⓩ｜集中开工, but not Ⓙ等9个项目已投产."""
    counted = verb in ("开工", "开工建设", "奠基", "签约") and re.search(r"[\d一二三四五六七八九十][^，。]{0,8}项目", between)
    return "已" not in between and bool(re.search("集中|同时", between) or counted)


STAGED_PATTERN = re.compile("^(?:签约|开工|揭牌|启动|投产|竣工|奠基|捐赠|发布|开幕)?(?P<noun>仪式|活动|大会|典礼)(?:上|现场)$")


def open_staged(sentence: EventSentence, start: int, end: int) -> EventTrigger | None:
    """Open a ceremony that is only spoken of as known: 仪式上，甲致辞. Weak, as it may have been told before."""
    match = STAGED_PATTERN.match(sentence.text[start:end])
    return (
        EventTrigger("ceremony", start, end, match["noun"], (), None, weak=True, rule=STAGED) if match and match["noun"] != "活动" else None
    )
