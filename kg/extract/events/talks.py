"""Talks: who receives or meets whom. Knows patterns over folded sentences, writes nothing.

Ⓟ会见Ⓟ一行 · Ⓟ率团来Ⓛ，并与Ⓛ举行座谈会
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.events.parties import mentions, sentence_subjects, subjects
from kg.extract.events.sentence import EventSentence, Party
from kg.extract.events.triggers import EventTrigger
from kg.extract.rules import Rule
from kg.model import Mention

TALKS = Rule("event-talks", "event", "市长甲某会见乙公司董事长丙某一行。", "副市长丁某参加会见。", 0.9)
OF_TWO = Rule("event-talks-of-two", "event", "市长甲某与来访的乙公司董事长丙某座谈。", "双方多次座谈。", 0.8)
VISIT_TALKS = Rule("event-visit-talks", "event", "邻市书记甲某率团来考察，并与我市举行座谈会。", "公司与学院座谈后签约。", 0.8)

TALKS_PATTERN = re.compile("会见|接见|会谈|会晤|接待")


def open_talks(sentence: EventSentence, start: int, end: int, pending: Sequence[int]) -> EventTrigger | None:
    """Open talks: 市委书记甲，市长乙｜会见丙公司董事长丁一行; who is received is a guest, and so is the body in their titles."""
    match = TALKS_PATTERN.search(sentence.text, start, end)
    if not match or re.search("参加|参与|出席|陪同", sentence.text[start : match.start()]):
        return None
    hosts, guests = subjects(sentence, start, match.start(), pending), sentence.among(match.end(), end)
    if not hosts or not guests:
        return None
    bodies = guest_bodies(sentence, guests)
    return EventTrigger(
        "talks", start, end, match.group(), ((mentions(hosts), "host"), (mentions(guests), "guest"), (bodies, "guest")), rule=TALKS
    )


OF_TWO_PATTERN = re.compile(
    "(?P<with>[与同和])(?:来访|来考察|到访)?的?[^，。ⓅⒸⒶⒾⓏⓁ]{0,10}(?P<who>Ⓟ(?:[、和]Ⓟ)*)(?:一行"
    "|等)?[^，。ⓅⒸⒶⒾⓏⓁ]{0,10}(?:会谈|座谈|洽谈|会晤)"
)


def open_talks_of_two(sentence: EventSentence, start: int, end: int, pending: Sequence[int]) -> EventTrigger | None:
    """Open talks told with 与: 市长甲与来访的乙公司董事长丙一行座谈."""
    match = OF_TWO_PATTERN.search(sentence.text, start, end)
    hosts = [p for p in subjects(sentence, start, match.start(), pending) if p.type == "person"] if match else []
    if not match or not hosts:
        return None
    guests = sentence.among(*match.span("who"))
    roles = ((mentions(hosts), "host"), (mentions(guests), "guest"), (guest_bodies(sentence, guests), "guest"))
    return EventTrigger("talks", start, end, "会谈", roles, rule=OF_TWO)


def guest_bodies(sentence: EventSentence, guests: Sequence[Party]) -> tuple[Mention, ...]:
    """Return the bodies that the guests came for; of a committee (某区委书记) that is the place that its name prints."""
    found: list[Mention] = []
    for body in (m for p in guests for m in p.bodies):
        if body.type == "agency" and re.search("(?:委|政府|党组)$", body.surface):
            found += list(sentence.folded.draft.within(body.start, body.end, "place", outer=False))
        else:
            found.append(body)
    return tuple(found)


VISIT_TALKS_PATTERN = re.compile(
    "(?:与|同)(?P<who>[ⒶⓏⓁⒸⒾ])(?:[^，。]{0,8})?(?:举行|召开|进行|开展)(?:了)?[^，。]{0,12}?(?P<noun>座谈会|座谈|会谈|洽谈|交流座谈)"
)


VISITORS = re.compile("[^，。]{0,6}(?:代表|企业家|客商|考察|一行|嘉宾|客人)")


def open_visit_talks(sentence: EventSentence, start: int, end: int, pending: Sequence[int]) -> EventTrigger | None:
    """Open talks told from the visitor's side: 甲区委书记率团来考察，并｜与我市举行座谈会; with the visitors after 与 it is the host's."""
    match = VISIT_TALKS_PATTERN.search(sentence.text, start, end)
    if not match:
        return None
    guests = subjects(sentence, start, match.start(), pending) or sentence_subjects(sentence, start)
    people = [p for p in guests if p.type == "person"]
    if not people:
        return None
    bodies = guest_bodies(sentence, people)
    others = mentions(sentence.among(*match.span("who")))
    if VISITORS.match(sentence.text, match.end("who")):
        return EventTrigger("talks", start, end, match["noun"], ((mentions(people), "host"), (others, "guest")), rule=VISIT_TALKS)
    return EventTrigger(
        "talks", start, end, match["noun"], ((others, "host"), (mentions(people), "guest"), (bodies, "guest")), rule=VISIT_TALKS
    )
