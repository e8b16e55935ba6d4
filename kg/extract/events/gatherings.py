"""Gatherings: meetings and others with a name of their own, or told only by who was there or spoke. Knows patterns, writes nothing.

    Ⓩ召开…推进会 · …仪式在Ⓩ举行 · Ⓐ主办的…大赛在Ⓛ开幕

``named_trigger`` asks for all that has a name or a partner: these, talks and ceremonies.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extract.events.ceremonies import STAGED, open_signing, open_staged, open_unveiling
from kg.extract.events.parties import mentions, place_of, sentence_subjects, subjects
from kg.extract.events.sentence import EventSentence, Party
from kg.extract.events.talks import open_talks, open_talks_of_two, open_visit_talks
from kg.extract.events.triggers import SEVERAL, UNTOLD, EventTrigger, Given, nouns
from kg.extract.rules import Rule
from kg.model import Mention

GATHERING = Rule("event-gathering", "event", "3月4日，青桐开发区召开“净水”行动推进会。", "市发改局将于5月召开推进会。", 0.92)
FOLLOWUP = Rule("event-followup", "event", "在随后召开的座谈会上，局长甲某通报了情况。", "在历次座谈会上，他都发言。", 0.85)
ATTENDED = Rule("event-attended", "event", "市领导甲某、乙某出席签约仪式。", "参加各类会议的有关人员。", 0.75)


@cache
def gathering() -> re.Pattern[str]:
    """Return the pattern of a gathering told with its verb before its name, or after it."""
    noun = "|".join(sorted(nouns(), key=lambda n: (-len(n), n)))
    return re.compile(
        rf"(?P<verb>主持召开|组织召开|组织开展|召开|举行|举办|组织|开展|承办"
        rf"|主办)(?:了)?(?P<name>[^，。]{{0,60}}?(?P<noun>{noun}))(?![员室议厅展计])"
        rf"|(?P<name2>[^，。]{{0,60}}?(?P<noun2>{noun}))(?:于[^，。]{{1,12}})?(?:在[^，。]{{1,20}}?)?(?:正式|隆重|顺利"
        rf"|成功)?(?P<verb2>召开|举行|举办|开幕|启幕|启动|揭幕|落幕|闭幕|开赛|上演|开演|开跑|开班|开营|拉开帷幕"
        rf"|拉开序幕)(?!情况|方案|时间)"
    )


def named_trigger(sentence: EventSentence, start: int, end: int, pending: Sequence[int]) -> EventTrigger | None:
    """Return the gathering, talks, signing or unveiling that the clause opens, None if it opens none."""
    if UNTOLD.search(sentence.text[start:end]):
        return None
    for find in (open_visit_talks, open_talks, open_talks_of_two, open_gathering):
        if found := find(sentence, start, end, pending):
            return found
    for look in (open_followup, open_signing, open_unveiling, open_attended, open_staged, open_spoken):
        if found := look(sentence, start, end):
            return found
    return None


def open_gathering(sentence: EventSentence, start: int, end: int, pending: Sequence[int]) -> EventTrigger | None:
    """Open what has a name of its own: Ⓩ召开…推进会; …仪式在Ⓩ举行."""
    match = gathering().search(sentence.text, start, end)
    if not match:
        return None
    noun, name = ("noun", "name") if match["noun"] else ("noun2", "name2")
    kind = nouns()[match[noun]]
    before = match.start("verb") if match["verb"] else start
    hosts = held_by(sentence, start, match.start("verb")) if match["verb"] else []
    hosts = hosts or subjects(sentence, start, before, pending) or (sentence_subjects(sentence, start) if match["verb"] else [])
    inside = sentence.among(match.start(name), match.end(name))
    firm = match["verb"] in FIRM or match["verb2"]
    bare = kind == "ceremony" and len(match[noun]) < 3 and match[noun] not in ("仪式", "典礼")
    if bare and match["verb"] not in ("举行", "举办") and not match["verb2"]:
        return None
    if SEVERAL.search(match[name]) or not (hosts or inside or firm) or is_weak(match, kind, hosts):
        return None
    place = place_of(sentence, start, end)
    own = "ⒸⒶⒾ" if kind == "ceremony" else "ⒸⒶⒾⓏ"
    if match["verb2"] and not hosts and match[name][0] in own and not re.match(".建设|.*班子", match[name]):
        sides = SIDES.match(match[name]) if kind == "ceremony" else None
        count = len(sentence.among(match.start(name), match.start(name) + sides.end())) if sides else 1
        hosts, inside = inside[:count], inside[count:]
    roles = gathering_roles(kind, match[name], hosts, inside, place)
    if kind == "inspection":
        roles = tuple((who, "inspector" if role == "host" else role) for who, role in roles)
    return EventTrigger(kind, start, end, match[noun], roles, place, rule=GATHERING)


HELD_AT = re.compile("(?:[在从]|出席|参加)(?P<who>[ⒶⒸⒾⓏ](?:[、和与]+[ⒶⒸⒾⓏ])*)(?:联合|共同)?$")
SIDES = re.compile("[ⒶⒸⒾ](?:[与和、]+[ⒶⒸⒾⓏ])+")


def held_by(sentence: EventSentence, start: int, stop: int) -> list[Party]:
    """Return the bodies in whose meeting something is told: 在Ⓐ｜召开的表彰大会上, 从Ⓐ与Ⓒ｜举行的座谈会上获悉."""
    match = HELD_AT.search(sentence.text, start, stop)
    return sentence.among(*match.span("who")) if match and sentence.text[stop : stop + 8].find("的") > 0 else []


FIRM = ("主持召开", "组织召开", "召开", "举行", "举办")


def is_weak(match: re.Match[str], kind: str, hosts: Sequence[Party]) -> bool:
    """Whether 开展 or 组织 opens no gathering: only training and other events, told with who holds them."""
    return match["verb"] in ("开展", "组织") and (kind == "meeting" or not hosts)


GROUNDS = re.compile("(?:园|园区|基地|小镇|新城)$")
"""A zone without an administration of its own: at a ceremony it is where, not who (…产业园举行入驻仪式)."""
BODIES = ("agency", "institution", "company")
HELD_BY = re.compile("(?:主办|承办|协办|举办|组织|发起|共同举办)的")
TAKEN_PART = re.compile("由[^，。]*(?:参与|参加|出席)的")
SITTING = re.compile(r"^[“”\d年第]*(?P<body>[ⒶⒾ])[^ⒶⒾⓏⒸⒿⒼ]{0,16}(?:会议|全会|大会|全体会)$")


def gathering_roles(kind: str, name: str, hosts: Sequence[Party], inside: Sequence[Party], place: Mention | None) -> Given:
    """Return the roles that the opening clause gives.

    Hosts stand by the verb; a body whose own meeting it is hosts it (召开国土空间规划委员会第五次会议), bodies whose leaders
    meet attend (召开党工委、管委会班子会议); works, programmes, zones and companies in the name are what it is about.
    """
    kept = [p for p in hosts if not (kind == "ceremony" and p.type == "zone" and GROUNDS.search(p.mentions[0].surface))]
    if HELD_BY.search(name):
        kept = [*kept, *(p for p in inside if p.type in BODIES)]
        inside = [p for p in inside if p.type not in BODIES]
    if TAKEN_PART.search(name):
        bodies = [p for p in inside if p.type in BODIES]
        return ((mentions(kept), "host"), (mentions(bodies), "attendee"))
    sitting = [p for p in inside if p.type in ("agency", "institution")]
    own = bool(SITTING.match(name)) and "班子" not in name
    about = [p for p in inside if p.type in ("programme", "project", "zone", "company", "facility") and p.mentions[0] is not place]
    targets = () if name.endswith("场活动") else mentions(about)
    if kind == "training":
        return ((mentions(kept), "host"), (mentions([p for p in inside if p.type in BODIES]), "attendee"), (targets, "target"))
    role = "host" if own else "target" if kind == "other" else "attendee"
    return ((mentions(kept), "host"), (mentions(sitting), role), (targets, "target"))


FOLLOWUP_PATTERN = re.compile(
    "在(?:随后|之后|其后)?(?:召开|举行)的(?P<name>[^，。]{0,30}?(?P<noun>座谈会|汇报会|会议|推进会|交流会|反馈会))上"
)


def open_followup(sentence: EventSentence, start: int, end: int) -> EventTrigger | None:
    """Open the meeting after a visit: 在随后召开的座谈会上，｜Ⓟ通报了….

    Its host is left to be told; the visit's body becomes it (whole_article).
    """
    match = FOLLOWUP_PATTERN.search(sentence.text, start, end)
    return EventTrigger("meeting", start, end, match["noun"], (), None, True, rule=FOLLOWUP) if match else None


@cache
def spoken_at() -> re.Pattern[str]:
    """Return the pattern of a meeting that is told only by what was said at it: 在全市重点项目推进会上｜强调."""
    noun = "|".join(sorted((n for n, kind in nouns().items() if kind == "meeting" and len(n) > 2), key=lambda n: (-len(n), n)))
    return re.compile(rf"在(?P<name>[^，。]{{2,40}}?(?P<noun>{noun}))上(?:的?讲话(?:中|时)?)?$")


def open_spoken(sentence: EventSentence, start: int, end: int) -> EventTrigger | None:
    """Open the meeting that somebody spoke at: 市委书记Ⓟ在全市重点项目推进会上强调. Weak, as it may have been told before."""
    match = spoken_at().search(sentence.text, start, end)
    if not match or SEVERAL.search(match["name"].replace("全国", "")):
        return None
    who = [p for p in subjects(sentence, start, match.start()) if p.type == "person"]
    said = re.match("强调|指出|要求|讲话|致辞", sentence.text[end:]) is not None
    return (
        EventTrigger("meeting", start, end, match["noun"], ((mentions(who), "speaker"),), None, weak=True, rule=STAGED)
        if said or not who
        else None
    )


@cache
def attended() -> re.Pattern[str]:
    """Return the pattern of an event that is told only by who was there: Ⓟ，Ⓟ｜出席签约仪式."""
    noun = "|".join(sorted((n for n in nouns() if len(n) > 2 or n in ("仪式", "典礼")), key=lambda n: (-len(n), n)))
    return re.compile(rf"(?:出席|参加|主持|见证)(?:了)?(?P<name>[^，。]{{0,24}}?(?P<noun>{noun}))")


def open_attended(sentence: EventSentence, start: int, end: int) -> EventTrigger | None:
    """Open what only its attendance tells: 市领导甲、乙｜出席签约仪式."""
    match = attended().search(sentence.text, start, end)
    if not match or SEVERAL.search(match["name"]) or not re.search("Ⓟ", sentence.text[: match.start()]):
        return None
    about = [p for p in sentence.among(*match.span("name")) if p.type in ("programme", "project")]
    place = place_of(sentence, start, end)
    return EventTrigger(nouns()[match["noun"]], start, end, match["noun"], ((mentions(about), "target"),), place, weak=True, rule=ATTENDED)
