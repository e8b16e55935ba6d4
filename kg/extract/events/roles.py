"""What a clause adds to an event that the article has reported: who attended, spoke, presided, briefed, signed; what was discussed.

Each way of saying it is a ``RoleRule``; those of ``CLAUSE_RULES`` read one clause, in this order. They open no event.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from kg import ontology
from kg.extract.events.clause import Clause
from kg.extract.events.event import EventBuilder, Participant, RoleRule, is_short, same
from kg.extract.events.parties import mentions
from kg.extract.events.sentence import EventSentence, Party
from kg.extract.events.triggers import verbs
from kg.model import Mention

RoleFinder = Callable[[Clause, EventBuilder], Iterable[Participant]]


HINT = {
    "meeting": "会议|大会|推进会|座谈|推介会|动员会",
    "talks": "会见|会谈|座谈",
    "inspection": "调研|视察|督导|检查|考察|察看|观摩|走访|慰问",
    "ceremony": "仪式|揭牌|典礼|开工|签约",
    "training": "培训|讲座",
    "other": "活动",
}
"""Words that refer to an event of a kind."""
ACTORS = ("person", *ontology.bodies())


def event_of(text: str, events: Sequence[EventBuilder]) -> EventBuilder:
    """Return the event that words are about: the last one that they refer to by its noun or kind, else the last; IndexError if none."""
    said = {kind for kind, hint in HINT.items() if re.search(hint, text)}
    return next((e for e in reversed(events) if e.kind in said or e.hint in text), events[-1])


HEARD = re.compile("听取(?:了)?(?:[^，。]*?关于[^，。]*|[^，。]*?(?:汇报|介绍|报告|意见|建议))")
ABOUT = re.compile("关于|对|就")
BRIEFS = re.compile("Ⓟ|[ⒶⒸⒾ](?:[、，和与及等的关就对工汇主有相情负两]|$)")
"""Who briefs, not whose meeting is reported of: 听取Ⓐ、Ⓐ工作汇报, but not 听取Ⓐ十届五次会议筹备情况报告."""


def heard(clause: Clause, event: EventBuilder) -> Iterator[Participant]:
    """Find who is heard (听取Ⓐ、Ⓐ工作汇报) and, at a meeting, the works whose state is heard of (听取Ⓙ、Ⓙ推进情况汇报)."""
    match = clause.search(HEARD)
    if not match:
        return
    about = ABOUT.search(clause.sentence.text, *match.span())
    parties = clause.sentence.among(*match.span())
    if event.kind == "meeting" and not about and parties and parties[0].type in ("project", "programme", "zone"):
        yield from clause.give(mentions(parties), "target")
    stop = about.start() if about else match.end()
    briefing = [clause.sentence.parties[i] for i in range(match.start(), stop) if is_briefing(clause.sentence, i)]
    people = [p for p in briefing if p.type == "person"]
    yield from clause.give(mentions(people or briefing), "presenter")


def is_briefing(sentence: EventSentence, index: int) -> bool:
    """Whether the party at an index of what is heard is the one that briefs, no part of a report's name."""
    if index not in sentence.parties or sentence.text[index - 1 : index] in ("《", "“"):
        return False
    return bool(BRIEFS.match(sentence.text[index : index + 2]))


DEBATED = re.compile("(?:研究审议|审议研究|审议通过|审议|研究讨论|讨论|审定|听取|研究|通报|解读)(?:了)?(?P<what>[^，。]*)")


def debated(clause: Clause, _: EventBuilder) -> Iterable[Participant]:
    """Find the programmes and projects that are debated: 会议审议了Ⓖ."""
    match = clause.search(DEBATED)
    found = clause.parties(match, "what") if match else []
    return clause.give(mentions([p for p in found if p.type in ("programme", "project")]), "target")


LED = re.compile("(?<!由)(?P<who>Ⓟ)(?=(?:亲自)?(?:带队|率队|牵头))")
INVITED = re.compile("(?:邀请|特邀|聘请)(?:了|到)?[^，。Ⓟ]{0,16}(?P<who>Ⓟ(?:[、和]Ⓟ)*)")
WHO_ATTENDS = re.compile("(?:参加|出席)[^，。Ⓟ]{0,10}(?:仪式|活动|会议|座谈会)的[^，。Ⓟ]{0,12}(?P<who>Ⓟ)")


def by_pattern(pattern: re.Pattern[str], role: str) -> RoleFinder:
    """Return the finder of those in the group ``who`` of a pattern, for one role."""

    def find(clause: Clause, _: EventBuilder) -> list[Participant]:
        match = clause.search(pattern)
        return clause.give(clause.mentions(match, "who"), role) if match else []

    return find


ROLES = {"preside": "host", "speak": "speaker", "attend": "attendee", "brief": "presenter"}
BODIES_SPEAK = re.compile(
    "[ⒶⒸⒾ](?:主要|有关|相关)?(?:负责人|负责同志)[^，。]{0,8}(?:汇报|发言|介绍|通报)|主办|承办|协办|联合举办|主持"
    "|(?:(?<!工)作|做)(?:了)?[^，。]{0,6}(?:汇报|发言|报告|介绍|说明)|(?:分别|先后)(?:汇报|发言|介绍)|分别通报"
    "|(?:发言|汇报)$|(?:汇报|通报)(?:了)?[^，。]{0,20}情况"
)
"""Words by which a body alone speaks; else only people do."""
REPORT = re.compile("(?:分别|先后|依次|逐一)(?:就[^，。]{1,20})?(?:作了?)?(?:汇报|介绍|发言)|(?:汇报|介绍)了[^，。]{0,20}情况")
"""Reports after which districts and zones are who reports: Ⓛ、Ⓛ、Ⓩ分别汇报了…情况."""


@cache
def role_verb() -> re.Pattern[str]:
    """Return the pattern of the verbs that give a role."""
    return re.compile("|".join(f"(?P<{name}>{verbs(name)})" for name in ROLES))


def by_verb(clause: Clause, event: EventBuilder) -> Iterable[Participant]:
    """Find the subjects of a verb that gives a role: Ⓟ，Ⓟ｜出席会议; who attends and then speaks is a speaker."""
    match = clause.search(role_verb())
    if not match or clause.search(HEARD):
        return []
    verb = next(name for name in ROLES if match[name])
    who = verb_subjects(clause, match.start(), reports=verb == "brief" and clause.search(REPORT) is not None)
    if verb == "attend" and not re.search(verbs("speak"), clause.sentence.text[match.end() : clause.end]):
        return attendees(clause, event, who)
    role = "speaker" if verb == "attend" or (verb == "brief" and event.kind == "training") else ROLES[verb]
    promoted = role == "speaker" and event.kind in ("meeting", "ceremony", "training")
    return clause.give(mentions(who_speak(clause, who)), role, replaces=("attendee",) if promoted else ())


def verb_subjects(clause: Clause, stop: int, *, reports: bool) -> list[Party]:
    """Return the subjects of a role's verb at ``stop``: people and bodies, and of reports districts and zones too."""
    subjects = clause.subjects(stop)
    who = [p for p in subjects if p.type != "facility"] if reports else [p for p in subjects if p.type in ACTORS]
    if who or clause.sentence.among(clause.start, stop):
        return who
    return [p for p in clause.earlier_subjects() if p.type in ACTORS]


def who_speak(clause: Clause, who: Sequence[Party]) -> Sequence[Party]:
    """Return the people, or the bodies if there are several or the words are those by which a body speaks."""
    people = [p for p in who if p.type == "person"]
    return people or (who if len(who) > 1 or clause.search(BODIES_SPEAK) else [])


def attendees(clause: Clause, event: EventBuilder, who: Sequence[Party]) -> Iterator[Participant]:
    """Find who attends; at talks each on the side of the hosts (attendee) or of the guests."""
    guests, role = event.who("guest"), "attendee"
    for party in who:
        role = side(event, party, guests, after_guest=role == "guest", in_list=is_listed(clause.sentence, party))
        guests += party.mentions if role == "guest" else ()
        yield from clause.give(party.mentions, role)


def is_listed(sentence: EventSentence, party: Party) -> bool:
    """Whether the party stands right after another in a list: Ⓟ、｜Ⓟ."""
    index = next(i for i, p in sentence.parties.items() if p is party)
    return sentence.text[max(0, index - 1) : index] in ("、", "和", "及")


def side(event: EventBuilder, party: Party, guests: Sequence[Mention], *, after_guest: bool, in_list: bool) -> str:
    """Return guest for one who came with the guests, attendee for the others.

    The title names the guests' body (某控股执行总裁甲), or names none and the one listed before is a guest (、中国区首席代表乙),
    or is of the guests' level (副区长, 区工商联主席 of a visiting 区).
    """
    if event.kind != "talks":
        return "attendee"
    if any(came_for(event, body, guest) for body in party.bodies for guest in guests):
        return "guest"
    return "guest" if after_guest and ((in_list and not party.bodies) or is_of_level(party, guests)) else "attendee"


def came_for(event: EventBuilder, body: Mention, guest: Mention) -> bool:
    """Whether a title's body is the guest's, fully or in short: 区委 and its 区, a company and its short name."""
    return same(event.draft, body, guest) or (guest.type != "person" and is_short(body.surface, guest.surface))


def is_of_level(party: Party, guests: Sequence[Mention]) -> bool:
    """Whether the title names only a level (副区长, 区工商联主席) and that is the level of the guests' place."""
    levels = {g.surface[-1] for g in guests if g.type == "place"}
    body = party.bodies[0].surface if party.bodies else ""
    level = re.match("(?:副|代|常务副)?([省市县区州旗])(?!领导)", party.title) or re.match("([省市县区州旗])", body)
    return level is not None and level.group(1) in levels


SIGNED = re.compile("(?P<who>[ⒸⒶⒾⓏ](?:[与和、][^，。ⒸⒶⒾⓏ]{0,4}[ⒸⒶⒾⓏ])+)[^，。]{0,8}(?:签署|签订|签约)(?:了)?(?P<what>[^，。]*)")


def signers(clause: Clause, _: EventBuilder) -> Iterator[Participant]:
    """Find who signs at a meeting or ceremony, and the projects signed for: 推介会上，甲管委会与乙公司签订Ⓙ协议."""
    match = clause.search(SIGNED)
    if not match or re.search("去年|此前|曾|已与", clause.text):
        return
    people = [p for p in clause.subjects(match.start("who")) if p.type == "person"] if "代表" in clause.before(match.start()) else []
    yield from clause.give(mentions(people or clause.sentence.among(*match.span("who"), "ⒸⒶⒾⓏ")), "attendee")
    after = clause.sentence.among(match.end("who"), len(clause.sentence.text))
    yield from clause.give(mentions([p for p in after if p.type == "project"]), "target")


CLAUSE_RULES: tuple[RoleRule[Clause], ...] = (
    RoleRule(
        "role-heard",
        heard,
        "3月4日，〔A市水利局〕召开推进会，听取〔C甲公司〕、〔C乙公司〕工作汇报。 => presenter=甲公司、乙公司",
        "3月4日，〔A市水利局〕召开推进会，听取关于〔C甲公司〕的报告。",
    ),
    RoleRule(
        "role-debated",
        debated,
        "3月4日，〔A市水利局〕召开专题会议，审议了〔G净水规划〕。 => target=净水规划",
        "3月4日，〔A市水利局〕召开专题会议，表扬了〔G净水规划〕。",
        kinds=("meeting",),
    ),
    RoleRule(
        "role-led",
        by_pattern(LED, "inspector"),
        "3月4日，〔A市水利局〕检查〔C甲公司〕，局长〔P乙某〕带队。 => inspector=乙某",
        "3月4日，〔A市水利局〕检查〔C甲公司〕，经理〔P乙某〕带路。",
        kinds=("inspection",),
    ),
    RoleRule(
        "role-invited",
        by_pattern(INVITED, "speaker"),
        "3月4日，〔A市水利局〕举办业务培训，邀请了专家〔P甲某〕。 => speaker=甲某",
        "3月4日，〔A市水利局〕举办业务培训，表扬了专家〔P甲某〕。",
        kinds=("training",),
    ),
    RoleRule(
        "role-who-attends",
        by_pattern(WHO_ATTENDS, "attendee"),
        "3月4日，〔A市水利局〕举行启动仪式，参加仪式的局长〔P甲某〕很高兴。 => attendee=甲某",
        "3月4日，〔A市水利局〕举行启动仪式，看到仪式的局长〔P甲某〕很高兴。",
    ),
    RoleRule(
        "role-verb",
        by_verb,
        "3月4日，〔A市水利局〕召开推进会，局长〔P甲某〕主持会议，副局长〔P乙某〕讲话。 => host=甲某, speaker=乙某",
        "3月4日，〔A市水利局〕召开推进会，局长〔P甲某〕工作多年。",
    ),
    RoleRule(
        "role-signed",
        signers,
        "3月4日，〔Z青桐开发区〕举行推介会，〔C甲公司〕与〔C乙公司〕签订〔J水泵项目〕协议。 => attendee=甲公司、乙公司, target=水泵项目",
        "3月4日，〔Z青桐开发区〕举行推介会，〔C甲公司〕与〔C乙公司〕去年签订〔J水泵项目〕协议。",
        kinds=("meeting", "ceremony"),
    ),
)
