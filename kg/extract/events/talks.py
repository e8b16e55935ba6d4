"""Talks: who receives or meets whom.

    Ⓟ会见Ⓟ一行 · Ⓟ与来访的Ⓟ座谈 · Ⓟ率团来Ⓛ，并与Ⓛ举行座谈会

The title of a guest names the body that the guest came for; it is a guest too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.events.clause import Clause
from kg.extract.events.parties import mentions
from kg.extract.events.sentence import Party
from kg.extract.events.triggers import EventTrigger
from kg.extract.rules import Rule
from kg.model import Mention

TALKS = Rule(
    "event-talks",
    "event",
    "市长〔P甲某〕会见〔C乙公司〕董事长〔P丙某〕一行。 => talks: host=甲某, guest=丙某、乙公司",
    "市长〔P甲某〕参加会见，〔C乙公司〕董事长〔P丙某〕在座。",
    0.9,
)
OF_TWO = Rule(
    "event-talks-of-two",
    "event",
    "市长〔P甲某〕与来访的〔C乙公司〕董事长〔P丙某〕座谈。 => talks: host=甲某, guest=丙某、乙公司",
    "市长〔P甲某〕多次与〔C乙公司〕董事长〔P丙某〕座谈。",
    0.8,
)
VISIT_TALKS = Rule(
    "event-visit-talks",
    "event",
    "〔A〔L北岭县〕委〕书记〔P甲某〕率团来考察，并与〔L云溪县〕举行座谈会。 => talks: host=云溪县, guest=甲某、北岭县",
    "〔C甲公司〕与〔I乙学院〕举行座谈会。",
    0.8,
)

RECEIVES = re.compile("会见|接见|会谈|会晤|接待")
MEETS = re.compile(
    "(?P<with>[与同和])(?:来访|来考察|到访)?的?[^，。ⓅⒸⒶⒾⓏⓁ]{0,10}(?P<who>Ⓟ(?:[、和]Ⓟ)*)(?:一行"
    "|等)?[^，。ⓅⒸⒶⒾⓏⓁ]{0,10}(?:会谈|座谈|洽谈|会晤)"
)
HOLDS_TALKS = re.compile(
    "(?:与|同)(?P<who>[ⒶⓏⓁⒸⒾ])(?:[^，。]{0,8})?(?:举行|召开|进行|开展)(?:了)?[^，。]{0,12}?(?P<noun>座谈会|座谈|会谈|洽谈|交流座谈)"
)
VISITORS = re.compile("[^，。]{0,6}(?:代表|企业家|客商|考察|一行|嘉宾|客人)")


def open_talks(clause: Clause) -> EventTrigger | None:
    """Open talks by a verb of receiving: 市委书记甲，市长乙｜会见丙公司董事长丁一行."""
    match = clause.search(RECEIVES)
    if not match or re.search("参加|参与|出席|陪同", clause.before(match.start())):
        return None
    hosts, guests = clause.subjects(match.start()), clause.sentence.among(match.end(), clause.end)
    return talks(TALKS, clause, match.group(), hosts, guests) if hosts and guests else None


def open_talks_of_two(clause: Clause) -> EventTrigger | None:
    """Open talks of one with another: 市长甲与来访的乙公司董事长丙一行座谈."""
    match = clause.search(MEETS)
    hosts = [p for p in clause.subjects(match.start()) if p.type == "person"] if match else []
    return talks(OF_TWO, clause, "会谈", hosts, clause.parties(match, "who")) if match and hosts else None


def open_visit_talks(clause: Clause) -> EventTrigger | None:
    """Open talks reported from the visitor's side: 甲区委书记率团来考察，并｜与我市举行座谈会.

    If the words after 与 are the visitors (与我市企业家代表座谈), the sentence's subject is the host.
    """
    match = clause.search(HOLDS_TALKS)
    if not match:
        return None
    subjects = clause.subjects(match.start()) or clause.earlier_subjects()
    people = [p for p in subjects if p.type == "person"]
    others = clause.parties(match, "who")
    if not people:
        return None
    if VISITORS.match(clause.sentence.text, match.end("who")):
        return EventTrigger(VISIT_TALKS, "talks", match["noun"], ((mentions(people), "host"), (mentions(others), "guest")))
    return talks(VISIT_TALKS, clause, match["noun"], others, people)


def talks(rule: Rule, clause: Clause, hint: str, hosts: Sequence[Party], guests: Sequence[Party]) -> EventTrigger:
    """Return talks of hosts with guests and the guests' bodies."""
    roles = ((mentions(hosts), "host"), (mentions(guests), "guest"), (guest_bodies(clause, guests), "guest"))
    return EventTrigger(rule, "talks", hint, roles)


def guest_bodies(clause: Clause, guests: Sequence[Party]) -> tuple[Mention, ...]:
    """Return the bodies that the guests came for; of a committee (某区委书记) that is the place that its name prints."""
    found: list[Mention] = []
    for body in (m for p in guests for m in p.bodies):
        if body.type == "agency" and re.search("(?:委|政府|党组)$", body.surface):
            found += clause.sentence.folded.draft.within(body.start, body.end, "place", outer=False)
        else:
            found.append(body)
    return tuple(found)
