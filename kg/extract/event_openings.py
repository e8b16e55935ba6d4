"""What a clause opens that has a name or a partner: gatherings, talks, signings, unveilings. Knows patterns, writes nothing.

    gathering    Ⓩ召开…推进会 · …仪式在Ⓩ举行 · Ⓐ主办的…大赛在Ⓛ开幕
    talks        Ⓟ会见Ⓟ一行 · Ⓟ率团来Ⓛ，并与Ⓛ举行座谈会
    signing      Ⓒ与Ⓒ在Ⓩ签署…协议
    unveiling    Ⓘ在Ⓩ揭牌
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.extract import event_rules
from kg.extract.event_grammar import mentions, place_of, sentence_subjects, subjects
from kg.extract.event_scenes import Party, Scene
from kg.extract.rules import Rule
from kg.lexicon import rows
from kg.model import Mention

UNTOLD = re.compile("多次|每年|每月|每周|每季|每半年|每逢|"
                    "定期|经常|常态化|不定期|将于|将在|拟|计划(?!总?投资)|即将|此前|原定|去年|相继|坚持|各级|历次|届时|筹备")
SEVERAL = re.compile("[各]|等(?![^，。]{0,12}(?:开工|签约|投产|竣工|揭牌|奠基|启动|通车))|系列|多场|有关|全国")

Given = tuple[tuple[tuple[Mention, ...], str], ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """What a clause opens: index range, the noun or verb, ``roles`` in the order to be given.

    ``apart`` says that it cannot go on with an earlier event of the article, ``weak`` that it needs somebody who was there;
    ``fallback`` is what was visited if no better target is named; ``rule`` is what found it.
    """

    kind: str
    start: int
    end: int
    hint: str
    roles: Given
    place: Mention | None = None
    apart: bool = False
    weak: bool = False
    fallback: tuple[Mention, ...] = ()
    rule: Rule = event_rules.VISIT


@cache
def nouns() -> dict[str, str]:
    """Return noun pattern → kind."""
    return {row[0]: row[1] for row in rows("event_nouns")}


@cache
def verbs(role: str) -> str:
    """Return the verbs of one role as alternatives, longest first."""
    found = {verb for kind, verb in rows("event_verbs") if kind == role}
    return "|".join(sorted(found, key=lambda verb: (-len(verb), verb)))


@cache
def gathering() -> re.Pattern[str]:
    """Return the pattern of a gathering told with its verb before its name, or after it."""
    noun = "|".join(sorted(nouns(), key=lambda n: (-len(n), n)))
    return re.compile(rf"(?P<verb>主持召开|组织召开|组织开展|召开|举行|举办|组织|开展|承办"
                      rf"|主办)(?:了)?(?P<name>[^，。]{{0,60}}?(?P<noun>{noun}))(?![员室议厅展计])"
                      rf"|(?P<name2>[^，。]{{0,60}}?(?P<noun2>{noun}))(?:于[^，。]{{1,12}})?(?:在[^，。]{{1,20}}?)?(?:正式|隆重|顺利"
                      rf"|成功)?(?P<verb2>召开|举行|举办|开幕|启幕|启动|揭幕|落幕|闭幕|开赛|上演|开演|开跑|开班|开营|拉开帷幕"
                      rf"|拉开序幕)(?!情况|方案|时间)")


def named_opening(folded: Scene, start: int, end: int, pending: Sequence[int]) -> Opening | None:
    """Return the gathering, talks, signing or unveiling that the clause opens, None if it opens none."""
    if UNTOLD.search(folded.text[start:end]):
        return None
    for rule, find in ((event_rules.VISIT_TALKS, open_visit_talks), (event_rules.TALKS, open_talks),
                       (event_rules.OF_TWO, open_talks_of_two), (event_rules.GATHERING, open_gathering)):
        found = find(folded, start, end, pending)
        if found:
            return replace(found, rule=rule)
    for rule, look in ((event_rules.FOLLOWUP, open_followup), (event_rules.SIGNING, open_signing), (event_rules.UNVEILING, open_unveiling),
                       (event_rules.ATTENDED, open_attended),
                       (event_rules.STAGED, open_staged), (event_rules.STAGED, open_spoken)):
        found = look(folded, start, end)
        if found:
            return replace(found, rule=rule)
    return None


TALKS = re.compile("会见|接见|会谈|会晤|接待")


def open_talks(folded: Scene, start: int, end: int, pending: Sequence[int]) -> Opening | None:
    """Open talks: 市委书记甲，市长乙｜会见丙公司董事长丁一行; who is received is a guest, and so is the body in their titles."""
    match = TALKS.search(folded.text, start, end)
    if not match or re.search("参加|参与|出席|陪同", folded.text[start : match.start()]):
        return None
    hosts, guests = subjects(folded, start, match.start(), pending), folded.among(match.end(), end)
    if not hosts or not guests:
        return None
    bodies = guest_bodies(folded, guests)
    return Opening("talks", start, end, match.group(), ((mentions(hosts), "host"), (mentions(guests), "guest"), (bodies, "guest")))


OF_TWO = re.compile("(?P<with>[与同和])(?:来访|来考察|到访)?的?[^，。ⓅⒸⒶⒾⓏⓁ]{0,10}(?P<who>Ⓟ(?:[、和]Ⓟ)*)(?:一行"
                    "|等)?[^，。ⓅⒸⒶⒾⓏⓁ]{0,10}(?:会谈|座谈|洽谈|会晤)")


def open_talks_of_two(folded: Scene, start: int, end: int, pending: Sequence[int]) -> Opening | None:
    """Open talks told with 与: 市长甲与来访的乙公司董事长丙一行座谈."""
    match = OF_TWO.search(folded.text, start, end)
    hosts = [p for p in subjects(folded, start, match.start(), pending) if p.type == "person"] if match else []
    if not match or not hosts:
        return None
    guests = folded.among(*match.span("who"))
    roles = ((mentions(hosts), "host"), (mentions(guests), "guest"), (guest_bodies(folded, guests), "guest"))
    return Opening("talks", start, end, "会谈", roles)


def guest_bodies(folded: Scene, guests: Sequence[Party]) -> tuple[Mention, ...]:
    """Return the bodies that the guests came for; of a committee (某区委书记) that is the place that its name prints."""
    found: list[Mention] = []
    for body in (m for p in guests for m in p.bodies):
        if body.type == "agency" and re.search("(?:委|政府|党组)$", body.surface):
            found += list(folded.masked.draft.within(body.start, body.end, "place", outer=False))
        else:
            found.append(body)
    return tuple(found)


VISIT_TALKS = re.compile("(?:与|同)(?P<who>[ⒶⓏⓁⒸⒾ])(?:[^，。]{0,8})?(?:举行|召开|进行|开展)(?:了)?[^，。]{0,12}?(?P<noun>座谈会|座谈"
                         "|会谈|洽谈|交流座谈)")


VISITORS = re.compile("[^，。]{0,6}(?:代表|企业家|客商|考察|一行|嘉宾|客人)")


def open_visit_talks(folded: Scene, start: int, end: int, pending: Sequence[int]) -> Opening | None:
    """Open talks told from the visitor's side: 甲区委书记率团来考察，并｜与我市举行座谈会; with the visitors after 与 it is the host's."""
    match = VISIT_TALKS.search(folded.text, start, end)
    if not match:
        return None
    guests = subjects(folded, start, match.start(), pending) or sentence_subjects(folded, start)
    people = [p for p in guests if p.type == "person"]
    if not people:
        return None
    bodies = guest_bodies(folded, people)
    others = mentions(folded.among(*match.span("who")))
    if VISITORS.match(folded.text, match.end("who")):
        return Opening("talks", start, end, match["noun"], ((mentions(people), "host"), (others, "guest")))
    return Opening("talks", start, end, match["noun"], ((others, "host"), (mentions(people), "guest"), (bodies, "guest")))


def open_gathering(folded: Scene, start: int, end: int, pending: Sequence[int]) -> Opening | None:
    """Open what has a name of its own: Ⓩ召开…推进会; …仪式在Ⓩ举行."""
    match = gathering().search(folded.text, start, end)
    if not match:
        return None
    noun, name = ("noun", "name") if match["noun"] else ("noun2", "name2")
    kind = nouns()[match[noun]]
    before = match.start("verb") if match["verb"] else start
    hosts = held_by(folded, start, match.start("verb")) if match["verb"] else []
    hosts = hosts or subjects(folded, start, before, pending) or (sentence_subjects(folded, start) if match["verb"] else [])
    inside = folded.among(match.start(name), match.end(name))
    firm = match["verb"] in FIRM or match["verb2"]
    bare = kind == "ceremony" and len(match[noun]) < 3 and match[noun] not in ("仪式", "典礼")
    if bare and match["verb"] not in ("举行", "举办") and not match["verb2"]:
        return None
    if SEVERAL.search(match[name]) or not (hosts or inside or firm) or is_weak(match, kind, hosts):
        return None
    place = place_of(folded, start, end)
    own = "ⒸⒶⒾ" if kind == "ceremony" else "ⒸⒶⒾⓏ"
    if match["verb2"] and not hosts and match[name][0] in own and not re.match(".建设|.*班子", match[name]):
        sides = SIDES.match(match[name]) if kind == "ceremony" else None
        count = len(folded.among(match.start(name), match.start(name) + sides.end())) if sides else 1
        hosts, inside = inside[:count], inside[count:]
    roles = gathering_roles(kind, match[name], hosts, inside, place)
    if kind == "inspection":
        roles = tuple((who, "inspector" if role == "host" else role) for who, role in roles)
    return Opening(kind, start, end, match[noun], roles, place)


HELD_AT = re.compile("(?:[在从]|出席|参加)(?P<who>[ⒶⒸⒾⓏ](?:[、和与]+[ⒶⒸⒾⓏ])*)(?:联合|共同)?$")
SIDES = re.compile("[ⒶⒸⒾ](?:[与和、]+[ⒶⒸⒾⓏ])+")


def held_by(folded: Scene, start: int, stop: int) -> list[Party]:
    """Return the bodies in whose meeting something is told: 在Ⓐ｜召开的表彰大会上, 从Ⓐ与Ⓒ｜举行的座谈会上获悉."""
    match = HELD_AT.search(folded.text, start, stop)
    return folded.among(*match.span("who")) if match and folded.text[stop : stop + 8].find("的") > 0 else []


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


FOLLOWUP = re.compile("在(?:随后|之后|其后)?(?:召开|举行)的(?P<name>[^，。]{0,30}?(?P<noun>座谈会|汇报会|会议|推进会|交流会|反馈会))上")


def open_followup(folded: Scene, start: int, end: int) -> Opening | None:
    """Open the meeting after a visit: 在随后召开的座谈会上，｜Ⓟ通报了….

    Its host is left to be told; the visit's body becomes it (event_after).
    """
    match = FOLLOWUP.search(folded.text, start, end)
    return Opening("meeting", start, end, match["noun"], (), None, True) if match else None


TOLD_DAY = re.compile(r"\d{1,2}月\d{1,2}[日号]|昨[日天]|今[日天]|日前|近日|当天")
SIGNING = re.compile("(?P<who>[ⒸⒶⒾⓏ](?:[与和、][^，。ⒸⒶⒾⓏ]{0,4}[ⒸⒶⒾⓏ])+)在(?P<place>[ⓏⓁⒻ])[^，。]{0,6}(?:签署|签订|签约)")


SIGNED_FOR = re.compile("(?P<who>[ⒸⒶⒾⓏⓁ](?:[与和、][^，。ⒸⒶⒾⓏⓁ]{0,4}[ⒸⒶⒾⓏⓁ])+)[^，。ⒸⒶⒾⓏⓁⒿ]{0,16}"
                        "(?P<what>Ⓙ)(?:[^，。]{0,6}(?:成功|正式|顺利|现场)+签约|[^，。]{0,10}(?:协议|合同)[^，。]{0,4}(?:签署|签订))")


def open_signing(folded: Scene, start: int, end: int) -> Opening | None:
    """Open a signing at a place or for a work: 甲公司与德国乙公司在丙园区签署收购协议; 丁镇与甲公司就戊项目成功签约."""
    match = SIGNING.search(folded.text, start, end)
    worked = SIGNED_FOR.search(folded.text, start, end) if not match else None
    if worked and TOLD_DAY.search(folded.text):
        roles = ((mentions(folded.among(*worked.span("who"))), "attendee"), (mentions(folded.among(*worked.span("what"))), "target"))
        return Opening("ceremony", start, end, "签约", roles)
    if not match:
        return None
    place = folded.parties[match.start("place")].mentions[0]
    who = [p for p in folded.among(*match.span("who")) if p.type != "place"]
    return Opening("ceremony", start, end, "签约", ((mentions(who), "attendee"),), place)


OF_BODIES = ("揭牌", "奠基", "开业", "开园", "揭牌成立", "挂牌成立", "开馆", "授牌")
"""What a body can have done to it; works alone are signed for, begun, finished."""
UNVEILING = re.compile("(?P<what>[ⒾⒸⓏⒻⒿⒶ](?:[、和与][ⒾⒸⓏⒻⒿⒶ])*)(?:等[^，。]{0,12}|新[^，。ⒾⒸⓏⒻⒿⒶ]{0,6}?)?"
                       "(?:在(?P<place>[ⓏⓁⒻⒾⒸ])[^，。]{0,6})?"
                       "(?:今天|昨天|昨日|今日|日前|近日|上午|下午|正式|隆重|同时|集中|顺利|成功)*"
                       "(?P<verb>揭牌|奠基|开业|开园|启用|挂牌成立|揭牌成立|开馆|开工建设|开工(?!作)|(?<!行)动工(?!作)|签约|投产|竣工"
                       "|通车|启动|授牌)(?:[^，。ⒾⒸⓏⒻⒿⒶ]{0,3})$")


def open_unveiling(folded: Scene, start: int, end: int) -> Opening | None:
    """Open the unveiling, start or signing of a thing: 甲研究院在乙开发区揭牌; weak unless the place is told (某项目正式开工)."""
    match = UNVEILING.search(folded.text[:end], start)
    if not match or re.search("[年月日]$|未|没有|后|已|宣布$", folded.text[start : match.start()][-3:]):
        return None
    if match["verb"] not in OF_BODIES and not re.fullmatch("[ⒿⒻ、和与]+", match["what"]):
        return None
    place = folded.parties[match.start("place")].mentions[0] if match["place"] else None
    together = begun_together(folded.text[match.end("what") : match.start("verb")], match["verb"])
    weak = not together and (place is None or match["verb"] not in ("揭牌", "奠基", "授牌", "揭牌成立", "挂牌成立"))
    return Opening("ceremony", start, end, match["verb"], ((mentions(folded.among(*match.span("what"))), "target"),), place, weak=weak)


def begun_together(between: str, verb: str) -> bool:
    """Whether several works begin at one time: Ⓙ等12个项目在Ⓩ｜集中开工, but not Ⓙ等9个项目已投产."""
    counted = verb in ("开工", "开工建设", "奠基", "签约") and re.search(r"[\d一二三四五六七八九十][^，。]{0,8}项目", between)
    return "已" not in between and bool(re.search("集中|同时", between) or counted)


STAGED = re.compile("^(?:签约|开工|揭牌|启动|投产|竣工|奠基|捐赠|发布|开幕)?(?P<noun>仪式|活动|大会|典礼)(?:上|现场)$")


def open_staged(folded: Scene, start: int, end: int) -> Opening | None:
    """Open a ceremony that is only spoken of as known: 仪式上，甲致辞. Weak, as it may have been told before."""
    match = STAGED.match(folded.text[start:end])
    return Opening("ceremony", start, end, match["noun"], (), None, weak=True) if match and match["noun"] != "活动" else None


@cache
def spoken_at() -> re.Pattern[str]:
    """Return the pattern of a meeting that is told only by what was said at it: 在全市重点项目推进会上｜强调."""
    noun = "|".join(sorted((n for n, kind in nouns().items() if kind == "meeting" and len(n) > 2), key=lambda n: (-len(n), n)))
    return re.compile(rf"在(?P<name>[^，。]{{2,40}}?(?P<noun>{noun}))上(?:的?讲话(?:中|时)?)?$")


def open_spoken(folded: Scene, start: int, end: int) -> Opening | None:
    """Open the meeting that somebody spoke at: 市委书记Ⓟ在全市重点项目推进会上强调. Weak, as it may have been told before."""
    match = spoken_at().search(folded.text, start, end)
    if not match or SEVERAL.search(match["name"].replace("全国", "")):
        return None
    who = [p for p in subjects(folded, start, match.start()) if p.type == "person"]
    said = re.match("强调|指出|要求|讲话|致辞", folded.text[end:]) is not None
    return Opening("meeting", start, end, match["noun"], ((mentions(who), "speaker"),), None, weak=True) if said or not who else None


@cache
def attended() -> re.Pattern[str]:
    """Return the pattern of an event that is told only by who was there: Ⓟ，Ⓟ｜出席签约仪式."""
    noun = "|".join(sorted((n for n in nouns() if len(n) > 2 or n in ("仪式", "典礼")), key=lambda n: (-len(n), n)))
    return re.compile(rf"(?:出席|参加|主持|见证)(?:了)?(?P<name>[^，。]{{0,24}}?(?P<noun>{noun}))")


def open_attended(folded: Scene, start: int, end: int) -> Opening | None:
    """Open what only its attendance tells: 市领导甲、乙｜出席签约仪式."""
    match = attended().search(folded.text, start, end)
    if not match or SEVERAL.search(match["name"]) or not re.search("Ⓟ", folded.text[: match.start()]):
        return None
    about = [p for p in folded.among(*match.span("name")) if p.type in ("programme", "project")]
    place = place_of(folded, start, end)
    return Opening(nouns()[match["noun"]], start, end, match["noun"], ((mentions(about), "target"),), place, weak=True)
