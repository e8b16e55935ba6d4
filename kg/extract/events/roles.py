"""What clauses add to an event told before: who attended, spoke, presided, briefed, signed; what was discussed. Opens nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extract.events.builder import EventBuilder, is_short, same
from kg.extract.events.parties import mentions, sentence_subjects, subjects
from kg.extract.events.sentence import EventSentence, Party
from kg.extract.events.triggers import verbs
from kg.model import Mention

HINT = {
    "meeting": "会议|大会|推进会|座谈|推介会|动员会",
    "talks": "会见|会谈|座谈",
    "inspection": "调研|视察|督导|检查|考察|察看|观摩|走访|慰问",
    "ceremony": "仪式|揭牌|典礼|开工|签约",
    "training": "培训|讲座",
    "other": "活动",
}
HEARD = re.compile("听取(?:了)?(?:[^，。]*?关于[^，。]*|[^，。]*?(?:汇报|介绍|报告|意见|建议))")
BRIEFS = re.compile("Ⓟ|[ⒶⒸⒾ](?:[、，和与及等的关就对工汇主有相情负两]|$)")
"""Who briefs, not whose meeting is reported of: 听取Ⓐ、Ⓐ工作汇报, but not 听取Ⓐ十届五次会议筹备情况报告."""
WITH = re.compile("在(?P<who>Ⓟ(?:[、，和]Ⓟ)*)(?:等[^，。]{0,8})?(?:的)?陪同下")
TOOK = re.compile("(?:带领|率领|率由|率)(?:[^，。ⒶⓅⒸⒾⓏⓁⒿⒻⒼ]{0,12}(?:领导|班子|成员|干部))?(?P<who>[ⒶⓅⒸⒾ](?:[、和及]+[ⒶⓅⒸⒾ])*)")
ORGANISED = re.compile(
    "(?:由)?(?P<who>[ⒶⒸⒾⓏⓁ](?:[、和与及]+[^，。ⒶⒸⒾⓏⓁ]{0,6}?[ⒶⒸⒾⓏⓁ])*)[^，。ⒶⒸⒾⓏⓁ]{0,6}?(?:主办|承办|协办|联合主办"
    "|共同主办|(?:联合|共同)(?:举办|发起|组织|承办))"
)
PRESENT = re.compile("(?:出席|参加)[^，。Ⓟ]{0,14}的[^，。Ⓟ]{0,8}(?:有|为|包括|是)[：:]?(?P<who>.*)")
DISCUSSED = re.compile("(?:研究审议|审议研究|审议通过|审议|研究讨论|讨论|审定|听取|研究|通报|解读)(?:了)?(?P<what>[^，。]*)")
SIGNED = re.compile("(?P<who>[ⒸⒶⒾⓏ](?:[与和、][^，。ⒸⒶⒾⓏ]{0,4}[ⒸⒶⒾⓏ])+)[^，。]{0,8}(?:签署|签订|签约)(?:了)?(?P<what>[^，。]*)")
LED = re.compile("(?<!由)Ⓟ(?=(?:亲自)?(?:带队|率队|牵头))")
BODIES_SPEAK = re.compile(
    "[ⒶⒸⒾ](?:主要|有关|相关)?(?:负责人|负责同志)[^，。]{0,8}(?:汇报|发言|介绍|通报)|主办|承办|协办|联合举办"
    "|(?:(?<!工)作|做)(?:了)?[^，。]{0,6}(?:汇报|发言|报告|介绍|说明)|分别(?:汇报|发言|介绍|通报)|先后(?:汇报"
    "|发言|介绍)|发言$|汇报$|汇报(?:了)?[^，。]{0,20}情况|通报(?:了)?[^，。]{0,20}情况|主持"
)
REPORT = re.compile("(?:分别|先后|依次|逐一)(?:就[^，。]{1,20})?(?:作了?)?(?:汇报|介绍|发言)|(?:汇报|介绍)了[^，。]{0,20}情况")
"""Reports after which districts and zones are who reports: Ⓛ、Ⓛ、Ⓩ分别汇报了…情况."""
INVITED = re.compile("(?:邀请|特邀|聘请)(?:了|到)?[^，。Ⓟ]{0,16}(?P<who>Ⓟ(?:[、和]Ⓟ)*)")
HERE = re.compile("(?:参加|出席)[^，。Ⓟ]{0,10}(?:仪式|活动|会议|座谈会)的[^，。Ⓟ]{0,12}(?P<who>Ⓟ)")
ROLES = {"preside": "host", "speak": "speaker", "attend": "attendee", "brief": "presenter"}


@cache
def role_verb() -> re.Pattern[str]:
    """Return the pattern of the verbs that give a role."""
    return re.compile("|".join(f"(?P<{name}>{verbs(name)})" for name in ROLES))


def add_roles(sentence: EventSentence, start: int, end: int, pending: Sequence[int], told: Sequence[EventBuilder]) -> None:
    """Give the roles of one clause to the event that it is about."""
    if not told:
        return
    event = told_of(sentence.text[start:end], told)
    heard = add_briefings(sentence, start, end, event)
    led = LED.search(sentence.text, start, end)
    if led and event.kind == "inspection":
        event.give(mentions(sentence.among(*led.span())), "inspector")
    invited = INVITED.search(sentence.text, start, end)
    if invited and event.kind == "training":
        event.give(mentions(sentence.among(*invited.span("who"))), "speaker")
    here = HERE.search(sentence.text, start, end)
    if here:
        event.give(mentions(sentence.among(*here.span("who"))), "attendee")
    if not heard:
        add_verb(sentence, start, end, pending, event)
    if event.kind in ("meeting", "ceremony"):
        add_signers(sentence, start, end, event)


def add_companions(sentence: EventSentence, told: Sequence[EventBuilder]) -> None:
    """Give attendee to those taken along or accompanying, once the sentence has said to what: Ⓟ带领Ⓐ、Ⓐ负责人，到Ⓒ检查."""
    event = told_of(sentence.text, told)
    for pattern in (WITH, TOOK):
        match = pattern.search(sentence.text)
        if match:
            event.give(mentions(sentence.among(*match.span("who"))), "attendee")


def add_organisers(sentence: EventSentence, told: Sequence[EventBuilder], *, opened: bool) -> None:
    """Give host to those who hold the event: 由Ⓐ主办、Ⓒ承办的…节开幕; of an event told before only after 由: 活动由Ⓐ主办."""
    if not told:
        return
    event = told_of(sentence.text, told)
    for match in ORGANISED.finditer(sentence.text):
        held = mentions(sentence.among(*match.span("who")))
        if opened:
            for mention in held:
                event.change(mention, "host")
        if opened or "由" in sentence.text[: match.end("who")]:
            event.give(held, "host")


def add_present(sentence: EventSentence, told: Sequence[EventBuilder]) -> None:
    """Give attendee to a list after its verb: 出席开工仪式的领导有：Ⓟ，Ⓟ."""
    match = PRESENT.search(sentence.text)
    if match and told:
        event = told_of(sentence.text, told)
        event.give(mentions([p for p in sentence.among(*match.span("who")) if p.type != "place"]), "attendee")


def add_briefings(sentence: EventSentence, start: int, end: int, event: EventBuilder) -> bool:
    """Give presenter to who is heard (听取Ⓐ、Ⓐ工作汇报) and target to what a meeting hears of or debates; return whether any is heard."""
    match = HEARD.search(sentence.text, start, end)
    if match:
        about = re.search("关于|对|就", sentence.text[match.start() : match.end()])
        stop = match.start() + about.start() if about else match.end()
        heard = [sentence.parties[i] for i in range(match.start(), stop) if is_briefing(sentence, i)]
        if event.kind == "meeting" and not about and heard_of(sentence, match.start(), match.end()):
            event.give(mentions(sentence.among(match.start(), match.end())), "target")
        people = [p for p in heard if p.type == "person"]
        event.give(mentions(people or heard), "presenter")
    if event.kind == "meeting":
        debated = DISCUSSED.search(sentence.text, start, end)
        if debated:
            event.give(mentions([p for p in sentence.among(*debated.span("what")) if p.type in ("programme", "project")]), "target")
    return match is not None


def is_briefing(sentence: EventSentence, index: int) -> bool:
    """Whether the party at an index of what is heard is the one that briefs, no part of a report's name."""
    if index not in sentence.parties or sentence.text[index - 1 : index] in ("《", "“"):
        return False
    return bool(BRIEFS.match(sentence.text[index : index + 2]))


def heard_of(sentence: EventSentence, start: int, end: int) -> bool:
    """Whether what is heard is the state of works, not those who brief: 听取Ⓙ、Ⓙ、Ⓒ与Ⓘ合作等推进情况汇报."""
    first = sentence.among(start, end)[:1]
    return bool(first) and first[0].type in ("project", "programme", "zone")


def add_verb(sentence: EventSentence, start: int, end: int, pending: Sequence[int], event: EventBuilder) -> None:
    """Give the role that the clause's verb says to its subjects: Ⓟ，Ⓟ｜出席会议."""
    match = role_verb().search(sentence.text, start, end)
    if not match:
        return
    kind = next(name for name in ROLES if match[name])
    speaks = kind == "attend" and re.search(verbs("speak"), sentence.text[match.end() : end])
    role = "speaker" if speaks else ROLES[kind]
    who = [p for p in subjects(sentence, start, match.start(), pending) if p.type in ("person", "agency", "company", "institution")]
    if role == "presenter" and REPORT.search(sentence.text, start, end):
        who = [p for p in subjects(sentence, start, match.start(), pending) if p.type != "facility"]
    if not who and not sentence.among(start, match.start()):
        who = [p for p in sentence_subjects(sentence, start) if p.type in ("person", "agency", "company", "institution")]
    if role != "attendee":
        who = [p for p in who if p.type == "person"] or (who if len(who) > 1 or BODIES_SPEAK.search(sentence.text, start, end) else [])
        role = "speaker" if event.kind == "training" and role == "presenter" else role
    sided = "attendee"
    for party in who:
        sided = side(party, event, sided, listed(sentence, party)) if role == "attendee" else role
        event.give(party.mentions, sided)
        if sided == "speaker" and event.kind in ("meeting", "ceremony", "training") and event.role_of(party.mentions[0]) == "attendee":
            event.change(party.mentions[0], "speaker")


def listed(sentence: EventSentence, party: Party) -> bool:
    """Whether the party stands right after another in a list: Ⓟ、｜Ⓟ."""
    index = next(i for i, p in sentence.parties.items() if p is party)
    return sentence.text[max(0, index - 1) : index] in ("、", "和", "及")


def add_signers(sentence: EventSentence, start: int, end: int, event: EventBuilder) -> None:
    """Let who signs at a meeting attend it, and what they sign for be discussed: 推介会上，甲管委会与乙公司签订协议."""
    match = SIGNED.search(sentence.text, start, end)
    if match and not re.search("去年|此前|曾|已与", sentence.text[start:end]):
        signs_for = "代表" in sentence.text[start : match.start()]
        people = [p for p in subjects(sentence, start, match.start("who")) if signs_for and p.type == "person"]
        event.give(mentions(people or sentence.among(*match.span("who"), "ⒸⒶⒾⓏ")), "attendee")
        event.give(mentions([p for p in sentence.among(match.end("who"), len(sentence.text)) if p.type == "project"]), "target")


def told_of(clause: str, told: Sequence[EventBuilder]) -> EventBuilder:
    """Return the event that a clause of roles is about: the last one that it names by its noun or kind, else the last."""
    for event in reversed(told):
        if event.hint in clause or re.search(HINT[event.kind], clause):
            return event
    return told[-1]


def side(party: Party, event: EventBuilder, before: str, in_list: bool) -> str:
    """Return guest for one who came with the guests, attendee for the others.

    The title names the guests' body (某控股执行总裁甲), or names none and the one listed before is a guest (、中国区首席代表乙),
    or is of the guests' level (副区长, 区工商联主席 of a visiting 区).
    """
    if event.kind != "talks":
        return "attendee"
    guests = event.who("guest")
    if any(came_for(event, body, guest) for body in party.bodies for guest in guests):
        return "guest"
    if before == "guest" and ((in_list and not party.bodies) or is_level(party, guests)):
        return "guest"
    return "attendee"


def came_for(event: EventBuilder, body: Mention, guest: Mention) -> bool:
    """Whether a title's body is the guest's, fully or in short: 区委 and its 区, a company and its short name."""
    return same(event.draft, body, guest) or (guest.type != "person" and is_short(body.surface, guest.surface))


def is_level(party: Party, guests: Sequence[Mention]) -> bool:
    """Whether the title is told by level alone (副区长, 区工商联主席) and that is the level of the guests' place."""
    levels = {g.surface[-1] for g in guests if g.type == "place"}
    body = party.bodies[0].surface if party.bodies else ""
    told = re.match("(?:副|代|常务副)?([省市县区州旗])(?!领导)", party.title) or re.match("([省市县区州旗])", body)
    return told is not None and told.group(1) in levels
