"""What later clauses add to an event: who attended, spoke, presided, briefed, accompanied. Knows patterns, opens nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extract.event_openings import ACTORS, people, subjects, verbs
from kg.extract.event_scenes import Party, Scene
from kg.extract.event_telling import Telling, same
from kg.model import Mention

HINT = {"meeting": "会议|大会|推进会|座谈|会$|推介会|活动", "talks": "会见|会谈|座谈", "inspection": "调研|视察|督导|检查|考察|察看|观摩|走访|慰问",
        "ceremony": "仪式|揭牌|典礼|开工|签约", "training": "培训|讲座", "other": "活动"}
HEARD = re.compile("听取(?:了)?(?P<who>[^，。]{0,40}?)(?:关于|的|工作|对|就|相关|有关)?[^，。Ⓟ]{0,30}汇报|听取(?:了)?(?P<who2>[ⒸⒶⒾ])关于")
WITH = re.compile("在(?P<who>Ⓟ(?:[、和]Ⓟ)*)(?:等)?(?:的)?陪同下")
TOOK = re.compile("带领(?P<who>[ⒶⓅⒸⒾ](?:[、和及][ⒶⓅⒸⒾ])*)(?:等)?(?:主要|相关)?(?:负责人|负责同志)?")
ROLES = {"attend": "attendee", "speak": "speaker", "preside": "host", "brief": "presenter"}


@cache
def role_verb() -> re.Pattern[str]:
    """Return the pattern of the verbs that give a role."""
    return re.compile("|".join(f"(?P<{name}>{verbs(name)})" for name in ("preside", "speak", "attend", "brief")))


def add_roles(folded: Scene, start: int, end: int, pending: Sequence[int], told: Sequence[Telling]) -> None:
    """Give roles of one clause to the event that it is about."""
    if not told:
        return
    clause = folded.text[start:end]
    for pattern, role in ((HEARD, "presenter"), (WITH, "attendee"), (TOOK, "attendee")):
        match = pattern.search(folded.text, start, end)
        if match:
            group = "who" if match["who"] is not None else "who2"
            told_of(clause, told).give(briefing(folded.among(*match.span(group))), role)
    match = role_verb().search(folded.text, start, end)
    if not match or HEARD.search(clause):
        return
    kind = next(name for name in ROLES if match[name])
    role = "speaker" if kind == "attend" and re.search(f"{verbs('speak')}", folded.text[match.end() : end]) else ROLES[kind]
    who = [p for p in subjects(folded, start, match.start(), pending) if p.type != "place"]
    event = told_of(clause, told)
    for party in who:
        event.give(party.mentions, side(party, event) if role == "attendee" else role)


def briefing(parties: Sequence[Party]) -> tuple[Mention, ...]:
    """Return who briefs: the people if any are named, else the bodies."""
    named = [p for p in parties if p.type == "person"]
    return people(named or [p for p in parties if p.type in ("agency", "company", "institution")])


def told_of(clause: str, told: Sequence[Telling]) -> Telling:
    """Return the event that a clause of roles is about: the last one of a kind that it names, else the last."""
    for telling in reversed(told):
        if re.search(HINT[telling.kind], clause):
            return telling
    return told[-1]


def side(party: Party, event: Telling) -> str:
    """Return guest for one who came with the guests (its title names their body), attendee for the others."""
    guests = event.who("guest")
    if event.kind == "talks" and any(same(body, guest) or is_short(body, guest) for body in party.bodies for guest in guests):
        return "guest"
    return "attendee"


def is_short(body: Mention, guest: Mention) -> bool:
    """Whether one surface is the other with characters left out: 澜岳控股 of 香港澜岳控股有限公司."""
    short, long = sorted((body.surface, guest.surface), key=len)
    rest = iter(long)
    return len(short) > 1 and guest.type != "person" and all(char in rest for char in short)


__all__ = ["ACTORS", "add_roles"]
