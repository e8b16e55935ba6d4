"""Gatherings: meetings and others with a name of their own, or reported only by who was there or spoke.

Ⓩ召开…推进会 · …仪式在Ⓩ举行 · Ⓐ主办的…大赛在Ⓛ开幕
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from kg import ontology
from kg.extract.events.clause import Clause
from kg.extract.events.parties import mentions, place_of
from kg.extract.events.sentence import Party
from kg.extract.events.triggers import SEVERAL, EventTrigger, Roles, longest_first, nouns
from kg.extract.rules import Rule
from kg.model import Mention

GATHERING = Rule(
    "event-gathering",
    "event",
    "3月4日，〔Z青桐开发区〕召开〔G“净水”行动〕推进会。 => meeting: host=青桐开发区, target=“净水”行动 [date=03-04]",
    "〔A市发改局〕将于5月召开〔G“净水”行动〕推进会。",
    0.92,
)
ATTENDED = Rule(
    "event-attended",
    "event",
    "市领导〔P甲某〕、〔P乙某〕出席签约仪式。 => ceremony: attendee=甲某、乙某",
    "市领导〔P甲某〕、〔P乙某〕出席各类签约仪式。",
    0.75,
)

HOLD = "主持召开|组织召开|组织开展|召开|举行|举办|组织|开展|承办|主办"
TAKE_PLACE = "召开|举行|举办|开幕|启幕|启动|揭幕|落幕|闭幕|开赛|上演|开演|开跑|开班|开营|拉开帷幕|拉开序幕"
FIRM = ("主持召开", "组织召开", "召开", "举行", "举办")
"""Verbs that open a gathering whoever is named; 开展 and 组织 need a host."""
SUBJECT_MATTER = ("programme", "project", "zone", "company", "facility")


@cache
def held() -> re.Pattern[str]:
    """Return the pattern of a gathering with its verb before its name (召开…会), or after it (…会在…召开)."""
    noun = longest_first(set(nouns()))
    verb_first = rf"(?P<verb>{HOLD})(?:了)?(?P<name>[^，。]{{0,60}}?(?P<noun>{noun}))(?![员室议厅展计])"
    where = "(?:于[^，。]{1,12})?(?:在[^，。]{1,20}?)?(?:正式|隆重|顺利|成功)?"
    name_first = rf"(?P<name2>[^，。]{{0,60}}?(?P<noun2>{noun})){where}(?P<verb2>{TAKE_PLACE})(?!情况|方案|时间)"
    return re.compile(f"{verb_first}|{name_first}")


@dataclass(frozen=True, slots=True)
class Gathering:
    """A gathering as its clause prints it: ``verb`` before its name ("" if it follows), hosts, and the parties inside its name."""

    kind: str
    verb: str
    name: str
    noun: str
    hosts: tuple[Party, ...]
    inside: tuple[Party, ...]
    place: Mention | None

    def named(self, *types: str) -> list[Party]:
        """Return the parties inside the name of these types."""
        return [p for p in self.inside if p.type in types]


def read_gathering(clause: Clause, match: re.Match[str]) -> Gathering:
    """Return the gathering of a match of ``held``."""
    first = match["noun"] is not None
    name, noun = ("name", "noun") if first else ("name2", "noun2")
    if first:
        stop = match.start("verb")
        hosts = held_by(clause, stop) or clause.subjects(stop) or clause.earlier_subjects()
    else:
        hosts = clause.subjects(clause.start)
    place = place_of(clause.sentence, clause.start, clause.end)
    inside = tuple(clause.parties(match, name))
    return Gathering(nouns()[match[noun]], match["verb"] or "", match[name], match[noun], tuple(hosts), inside, place)


HELD_AT = re.compile("(?:[在从]|出席|参加)(?P<who>[ⒶⒸⒾⓏ](?:[、和与]+[ⒶⒸⒾⓏ])*)(?:联合|共同)?$")


def held_by(clause: Clause, stop: int) -> list[Party]:
    """Return the bodies whose meeting is only mentioned: 在Ⓐ｜召开的表彰大会上, 从Ⓐ与Ⓒ｜举行的座谈会上获悉."""
    match = HELD_AT.search(clause.sentence.text, clause.start, stop)
    return clause.parties(match, "who") if match and clause.sentence.text[stop : stop + 8].find("的") > 0 else []


def is_bare_ceremony(it: Gathering) -> bool:
    """Whether only a short noun (揭牌, 签约) says that it is a ceremony, and no verb of holding one."""
    short = it.kind == "ceremony" and len(it.noun) < 3 and it.noun not in ("仪式", "典礼")
    return short and it.verb not in ("", "举行", "举办")


def is_several(it: Gathering) -> bool:
    """Whether the name stands for several: 召开系列会议."""
    return bool(SEVERAL.search(it.name))


def is_of_nobody(it: Gathering) -> bool:
    """Whether nobody is named and the verb is a weak one: 组织培训."""
    return not (it.hosts or it.inside or it.verb in ("", *FIRM))


def is_activity(it: Gathering) -> bool:
    """Whether 开展 or 组织 stands with a meeting or without a host: 组织会议, 开展活动."""
    return it.verb in ("开展", "组织") and (it.kind == "meeting" or not it.hosts)


NO_GATHERING: tuple[Callable[[Gathering], bool], ...] = (is_bare_ceremony, is_several, is_of_nobody, is_activity)


def open_gathering(clause: Clause) -> EventTrigger | None:
    """Open what has a name of its own: Ⓩ召开…推进会; …仪式在Ⓩ举行."""
    match = clause.search(held())
    if not match:
        return None
    it = read_gathering(clause, match)
    if any(is_none(it) for is_none in NO_GATHERING):
        return None
    roles = gathering_roles(it if it.verb or it.hosts else named_hosts(it))
    if it.kind == "inspection":
        roles = tuple((who, "inspector" if role == "host" else role) for who, role in roles)
    return EventTrigger(GATHERING, it.kind, it.noun, roles, it.place)


SIDES = re.compile("[ⒶⒸⒾ](?:[与和、]+[ⒶⒸⒾⓏ])+")
OWN = {"ceremony": "ⒸⒶⒾ"}
"""Whose name at the head of a gathering's makes it the host, by kind; a zone at the head of a ceremony's is where it is."""


def named_hosts(it: Gathering) -> Gathering:
    """Return the gathering with those that its name begins with for hosts: Ⓐ与Ⓒ｜战略合作签约仪式举行."""
    if it.name[0] not in OWN.get(it.kind, "ⒸⒶⒾⓏ") or re.match(".建设|.*班子", it.name):
        return it
    sides = SIDES.match(it.name) if it.kind == "ceremony" else None
    count = sum(char in "ⒶⒸⒾⓏ" for char in sides.group()) if sides else 1
    return replace(it, hosts=it.inside[:count], inside=it.inside[count:])


GROUNDS = re.compile("(?:园|园区|基地|小镇|新城)$")
"""A zone without an administration of its own: at a ceremony it is where, not who (…产业园举行入驻仪式)."""
HELD_BY = re.compile("(?:主办|承办|协办|举办|组织|发起|共同举办)的")
TAKEN_PART = re.compile("由[^，。]*(?:参与|参加|出席)的")
SITTING = re.compile(r"^[“”\d年第]*(?P<body>[ⒶⒾ])[^ⒶⒾⓏⒸⒿⒼ]{0,16}(?:会议|全会|大会|全体会)$")


def gathering_roles(it: Gathering) -> Roles:
    """Return the roles that the clause gives: hosts by the verb or before 主办的, members and subject matter in the name."""
    hosts = [p for p in it.hosts if not is_grounds(it, p)]
    if HELD_BY.search(it.name):
        hosts += it.named(*ontology.bodies())
        it = replace(it, inside=tuple(p for p in it.inside if p.type not in ontology.bodies()))
    if TAKEN_PART.search(it.name):
        return ((mentions(hosts), "host"), (mentions(it.named(*ontology.bodies())), "attendee"))
    return ((mentions(hosts), "host"), members(it), (subject_matter(it), "target"))


def is_grounds(it: Gathering, party: Party) -> bool:
    """Whether a party by the verb is only where a ceremony is held."""
    return it.kind == "ceremony" and party.type == "zone" and bool(GROUNDS.search(party.mentions[0].surface))


def members(it: Gathering) -> tuple[tuple[Mention, ...], str]:
    """Return the bodies in the name and their role.

    A body whose own meeting it is hosts it (召开国土空间规划委员会第五次会议), bodies whose leaders meet or whose staff is trained
    attend (召开党工委、管委会班子会议), and an event of another kind is about them.
    """
    if it.kind == "training":
        return mentions(it.named(*ontology.bodies())), "attendee"
    own = SITTING.match(it.name) and "班子" not in it.name
    return mentions(it.named("agency", "institution")), "host" if own else "target" if it.kind == "other" else "attendee"


def subject_matter(it: Gathering) -> tuple[Mention, ...]:
    """Return the works, programmes, zones and companies in the name, which it is about, but for the place where it is held."""
    return () if it.name.endswith("场活动") else mentions([p for p in it.named(*SUBJECT_MATTER) if p.mentions[0] is not it.place])


@cache
def attended() -> re.Pattern[str]:
    """Return the pattern of an event that is reported only by who was there: Ⓟ，Ⓟ｜出席签约仪式."""
    noun = longest_first({n for n in nouns() if len(n) > 2 or n in ("仪式", "典礼")})
    return re.compile(rf"(?:出席|参加|主持|见证)(?:了)?(?P<name>[^，。]{{0,24}}?(?P<noun>{noun}))")


def open_attended(clause: Clause) -> EventTrigger | None:
    """Open what only its attendance reports: 市领导甲、乙｜出席签约仪式."""
    match = clause.search(attended())
    if not match or SEVERAL.search(match["name"]) or "Ⓟ" not in clause.sentence.text[: match.start()]:
        return None
    about = mentions([p for p in clause.parties(match, "name") if p.type in ("programme", "project")])
    place = place_of(clause.sentence, clause.start, clause.end)
    return EventTrigger(ATTENDED, nouns()[match["noun"]], match["noun"], ((about, "target"),), place, weak=True)
