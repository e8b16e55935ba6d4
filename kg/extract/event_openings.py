"""What a clause may open: a gathering with a name, an inspection with a target, talks, a signing. Knows patterns, writes nothing.

    gathering    Ⓩ召开…推进会 · …仪式在Ⓩ举行
    inspection   Ⓟ到Ⓩ、Ⓛ调研… · Ⓟ先后来到Ⓒ、Ⓒ · Ⓐ对Ⓒ、Ⓒ进行检查
    talks        Ⓟ会见Ⓟ一行
    signing      Ⓒ与Ⓒ在Ⓩ签署…协议
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kg.extract.event_scenes import Party, Scene
from kg.extract.event_telling import Telling
from kg.lexicon import rows
from kg.model import Mention

SPEECH = re.compile("强调|指出|要求|表示|认为|希望|说$|说[，：“]|他说|她说|会议(?:强调|指出|要求|认为)|提出|叮嘱")
REPEATED = re.compile("多次|每年|每月|每周|定期|经常|常态化|不定期|曾|将于|将在|拟|计划|即将|此前|原定|去年")
BEFORE = re.compile("^(?:会前|会后|会见前|会见后|揭牌前|揭牌后|签约前|座谈前|座谈会前|仪式前|活动前|此前|期间|随后)")
ACTORS = "ⓅⒸⒶⒾⓏⓁ"
SITES = "ⒸⒶⒾⓏⓁⒿⒻⒼⓅ"


@dataclass(frozen=True, slots=True)
class Opening:
    """What a clause opens: ``roles`` in the order to be given; ``apart`` if it cannot go on with an earlier event."""

    kind: str
    start: int
    end: int
    roles: tuple[tuple[tuple[Mention, ...], str], ...]
    place: Mention | None = None
    apart: bool = False


@cache
def nouns() -> dict[str, str]:
    """Return noun pattern → kind."""
    return {noun: kind for noun, kind in rows("event_nouns")}


@cache
def verbs(role: str) -> str:
    """Return the verbs of one role as alternatives, longest first."""
    found = {verb for kind, verb in rows("event_verbs") if kind == role}
    return "|".join(sorted(found, key=lambda verb: (-len(verb), verb)))


@cache
def gathering() -> re.Pattern[str]:
    """Return the pattern of a gathering told with its verb before its name, or after it."""
    noun = "|".join(sorted(nouns(), key=lambda n: (-len(n), n)))
    return re.compile(rf"(?P<verb>主持召开|组织召开|组织开展|召开|举行|举办|组织|开展)(?:了)?(?P<name>[^，。]{{0,60}}?(?P<noun>{noun}))(?![员室])"
                      rf"|(?P<name2>[^，。]{{0,60}}(?P<noun2>{noun}))(?P<where>于.{{0,12}})?(?:在(?P<place>[^，。]{{1,20}}?))?(?P<verb2>召开|举行|举办)")


def opening(folded: Scene, start: int, end: int, pending: Sequence[int], told: Sequence[Telling]) -> Opening | None:
    """Return what the clause opens, None if nothing."""
    clause = folded.text[start:end]
    if REPEATED.search(clause):
        return None
    return (open_talks(folded, start, end, pending) or open_gathering(folded, start, end, pending)
            or open_signing(folded, start, end) or open_inspection(folded, start, end, pending, told))


def people(parties: Sequence[Party]) -> tuple[Mention, ...]:
    """Return the mentions of parties, in order."""
    return tuple(m for p in parties for m in p.mentions)


def subjects(folded: Scene, start: int, stop: int, pending: Sequence[int]) -> list[Party]:
    """Return who stands before the verb at ``stop``: the list carried over and the clause's own names but those after 在, 到, 对."""
    kept = [folded.parties[i] for i in pending]
    for index in range(start, stop):
        if index in folded.parties and folded.text[index] in ACTORS and not is_oblique(folded, start, index):
            kept.append(folded.parties[index])
    return kept


def is_oblique(folded: Scene, start: int, index: int) -> bool:
    """Whether a letter stands in a place or object phrase of its clause: 在Ⓩ, 位于Ⓛ的Ⓒ, 为Ⓒ."""
    before = folded.text[start:index]
    run = re.search(rf"(?:在|位于|到|对|为|从|向|来到|走进|是)[^{ACTORS}]{{0,8}}(?:[{SITES}](?:的|[、和与及]|[上内里]的?)?)*$", before)
    return bool(run)


def is_modifier(folded: Scene, index: int, end: int) -> bool:
    """Whether a place letter only says where the next one is: Ⓩ的Ⓕ, Ⓛ上的Ⓒ, 位于ⓁⒸ."""
    rest = folded.text[index + 1 : end]
    return folded.text[index] in "ⓏⓁ" and bool(re.match(rf"[^，。、和与及{SITES}]{{0,4}}的[^，。、{SITES}]{{0,12}}[{SITES}]", rest))


def targets(folded: Scene, start: int, end: int) -> list[Party]:
    """Return what is visited in an index range: every site that is not only the place of another."""
    return [folded.parties[i] for i in range(start, end)
            if i in folded.parties and folded.text[i] in SITES and not is_modifier(folded, i, end)]


def place_of(folded: Scene, start: int, end: int) -> Mention | None:
    """Return the place that the clause prints as such: 在Ⓩ, 在位于Ⓛ的, Ⓛ上的Ⓒ."""
    for index in range(start, end):
        if folded.text[index] in "ⓏⓁⒻⒸ" and re.search("(?:在|位于)$", folded.text[start:index]):
            return folded.parties[index].mentions[0]
    for index in range(start, end):
        if is_modifier(folded, index, end):
            return folded.parties[index].mentions[0]
    return None


TALKS = re.compile("(?:会见|接见|会谈|会晤)(?:了)?")


def open_talks(folded: Scene, start: int, end: int, pending: Sequence[int]) -> Opening | None:
    """Open talks: 市委书记甲，市长乙｜会见丙公司董事长丁一行; who is received is a guest, and so is the body in their titles."""
    match = TALKS.search(folded.text, start, end)
    if not match or re.search("参加$|参与$|出席$", folded.text[start : match.start()]) or match.end() >= end:
        return None
    hosts, guests = subjects(folded, start, match.start(), pending), folded.among(match.end(), end)
    if not hosts or not guests:
        return None
    bodies = tuple(m for p in guests for m in p.bodies)
    return Opening("talks", start, end, ((people(hosts), "host"), (people(guests), "guest"), (bodies, "guest")))


def open_gathering(folded: Scene, start: int, end: int, pending: Sequence[int]) -> Opening | None:
    """Open what has a name of its own: Ⓩ召开…推进会; …仪式在Ⓩ举行."""
    match = gathering().search(folded.text, start, end)
    if not match:
        return None
    noun, name = ("noun", "name") if match["noun"] else ("noun2", "name2")
    kind = nouns()[match[noun]]
    hosts = subjects(folded, start, match.start("verb") if match["verb"] else start, pending)
    inside = folded.among(match.start(name), match.end(name))
    if not is_single(match, name) or not (hosts or inside):
        return None
    place = place_of(folded, start, end)
    return Opening(kind, start, end, gathering_roles(kind, hosts, inside, place), place)


def is_single(match: re.Match[str], name: str) -> bool:
    """Whether the name is of one gathering: not 专项行动, 讲座、座谈等活动, 各类会议."""
    return not re.search("[、各]|等|系列|活动中|多场|有关|相关会|全国|常委会会议$", match[name][-12:]) or "班子" in match[name]


def gathering_roles(kind: str, hosts: Sequence[Party], inside: Sequence[Party], place: Mention | None) -> tuple[tuple[tuple[Mention, ...], str], ...]:
    """Return the roles that the opening clause gives: hosts by the verb, targets and sitting bodies by the name."""
    kept = [p for p in hosts if not (kind == "ceremony" and p.type == "zone")]
    sitting = [p for p in inside if p.type in ("agency", "institution")]
    discussed = [p for p in inside if p.type in ("programme", "project", "zone", "company", "facility") and p.mentions[0] is not place]
    return ((people(kept), "host"), (people(sitting), "attendee"), (people(discussed), "target"))


SIGNING = re.compile("(?P<who>[ⒸⒶⒾⓏ](?:[与和、][ⒸⒶⒾⓏ])+)在(?P<place>[ⓏⓁⒻ])(?:正式)?(?:签署|签订|签约)")


def open_signing(folded: Scene, start: int, end: int) -> Opening | None:
    """Open a signing at a place: 甲公司与乙公司在丙园区签署收购协议."""
    match = SIGNING.search(folded.text, start, end)
    if not match:
        return None
    place = folded.parties[match.start("place")].mentions[0]
    return Opening("ceremony", start, end, ((people(folded.among(*match.span("who"))), "attendee"),), place)


@cache
def looking() -> re.Pattern[str]:
    """Return the pattern of the verbs of looking."""
    return re.compile(rf"(?P<look>{verbs('inspect')})|(?P<go>{verbs('visit')})")


LEAD = re.compile("带队|率队|带领|率领|组织|率|一行|牵头")
CREW = re.compile("(?:代表们|委员们|执法人员|检查组|督导组|调研组|考察团|代表团|一行人|他们|他|她|一行)")


def open_inspection(folded: Scene, start: int, end: int, pending: Sequence[int], told: Sequence[Telling]) -> Opening | None:
    """Open or go on with an inspection: a named or known inspector, a verb of looking or going, and what is looked at."""
    match = looking().search(folded.text, start, end)
    if not match:
        return None
    actors = [p for p in subjects(folded, start, match.start(), pending) if p.type in ("person", "agency", "company", "zone", "place", "institution")]
    earlier = [t for t in told if t.kind == "inspection"]
    crew = CREW.search(folded.text[start : match.start()]) or not folded.among(start, match.start())
    if not actors and not (earlier and crew):
        return None
    seen = targets(folded, match.end(), end)
    about = re.search(rf"对([^，。]*?)(?:进行|开展)?[^，。]{{0,8}}{re.escape(match.group())}", folded.text[start:end])
    if about:
        seen += targets(folded, start + about.start(1), start + about.end(1))
    if not match["look"] and not (seen and (earlier or looking_later(folded, end))):
        return None
    apart = bool(BEFORE.match(folded.text[start:end].lstrip("，"))) and any(t.kind != "inspection" for t in told)
    return Opening("inspection", start, end, ((people(actors), "inspector"), (people(seen), "target")), place_of(folded, start, end), apart)


def looking_later(folded: Scene, end: int) -> bool:
    """Whether a later clause of the sentence has a verb of looking: 到Ⓒ、Ⓒ，｜实地察看进展."""
    return bool(re.search(verbs("inspect"), folded.text[end:]))
