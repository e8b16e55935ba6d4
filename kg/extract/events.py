"""Events: meetings, inspections, talks, ceremonies, training and others, each once for each article that tells it.

The article is read sentence by sentence as scenes (event_scenes). A clause may open an event (event_openings); clauses after it give
it participants (出席会议, 陪同检查, 听取汇报) and targets (先后来到A、B和C) until another opens. What leaders say (强调, 要求 …) opens
nothing and adds no target.
"""

from __future__ import annotations

import re

from kg.extract.draft import Draft, Stretch
from kg.extract.event_openings import SPEECH, Opening, opening
from kg.extract.event_roles import add_roles
from kg.extract.event_scenes import Scene, scene
from kg.extract.event_telling import Telling, same
from kg.model import Mention

DATE = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]")


def find_events(draft: Draft) -> None:
    """Add the events of one article to its draft."""
    told: list[Telling] = []
    for sentence in draft.sentences:
        if sentence.section == "body":
            read_sentence(draft, sentence, told)
    add_headline(draft, told)
    for telling in told:
        if is_told(telling):
            telling.write(draft)
        else:
            draft.reject("event", telling.label, "no named participant beside the place", telling.ranges[0][0])


def read_sentence(draft: Draft, sentence: Stretch, told: list[Telling]) -> None:
    """Read one sentence: what it opens, what it adds."""
    folded = scene(draft, sentence)
    pending: list[int] = []
    for start, end in folded.clauses():
        clause = folded.text[start:end]
        found = opening(folded, start, end, pending, told)
        if found is not None:
            open_event(draft, folded, found, told)
        add_roles(folded, start, end, pending, told)
        if SPEECH.search(clause) and told:
            break
        pending = pending + letters(folded, start, end) if is_list(clause) else []


def letters(folded: Scene, start: int, end: int) -> list[int]:
    """Return the indices of the parties in a clause."""
    return [i for i in range(start, end) if i in folded.parties]


LIST = re.compile(r"^(?:以及|和|及|由|会上|其中)?[ⓅⒸⒶⒾⓏⓁ](?:[、和与及]|以及|[ⓅⒸⒶⒾⓏⓁ])*[^ⓅⒸⒶⒾⓏⓁⒿⒻⒼ]{0,8}$")


def is_list(clause: str) -> bool:
    """Whether a clause only names people and bodies, to be followed by what they do: Ⓟ，｜Ⓟ分别参加调研."""
    return bool(LIST.match(clause)) and not re.search("[到在对了]", clause.rstrip("等"))


def open_event(draft: Draft, folded: Scene, found: Opening, told: list[Telling]) -> None:
    """Begin an event, or go on with the one that the opening belongs to."""
    span = folded.span(found.start, found.end)
    joined = belongs(found, told)
    if joined is None:
        joined = Telling(found.kind, label(draft, span), f"event-{found.kind}", [span], event_date(draft, folded), found.place)
        told.append(joined)
    for mentions, role in found.roles:
        joined.give(mentions, role)
    joined.place = joined.place or found.place


def belongs(found: Opening, told: list[Telling]) -> Telling | None:
    """Return the event of the article that an opening goes on with: same kind, and the same main actors or none new."""
    if found.apart:
        return None
    for telling in reversed(told):
        if telling.kind != found.kind:
            continue
        actors = [m for mentions, role in found.roles if role in ("host", "inspector") for m in mentions]
        known = telling.who("host", "inspector")
        if not actors or any(same(a, k) for a in actors for k in known):
            return telling
    return None


def label(draft: Draft, span: tuple[int, int]) -> str:
    """Return a short name for an event: the words that open it, as printed."""
    return draft.text[span[0] : span[1]].strip("，。、")[:60]


def event_date(draft: Draft, folded: Scene) -> str | None:
    """Return the date that the sentence prints (11-30), else the article's."""
    match = DATE.search(draft.text, *folded.span(0, len(folded.text)))
    if match is None:
        return draft.article.date
    day = f"{int(match[2]):02d}-{int(match[3]):02d}"
    if match[1]:
        return f"{match[1]}-{day}"
    return draft.article.date if draft.article.date and draft.article.date.endswith(day) else day


def add_headline(draft: Draft, told: list[Telling]) -> None:
    """Let the headline name the host or the inspecting body of the first event: 示范区召开…会议, 市政协视察…."""
    head = next((s for s in draft.sentences if s.section == "headline"), None)
    if head is None or not told:
        return
    folded = scene(draft, head)
    match = re.match("^[“]?(?P<who>[ⒶⓏⒸⒾⓁ](?:[、和]?[ⒶⓏⒸⒾ])*)(?P<led>领导)?(?P<verb>召开|举行|举办|会见|视察|督导|检查|调研)", folded.text)
    if not match:
        return
    found = [m for p in folded.among(match.start("who"), match.end("who")) for m in p.mentions]
    first = told[0]
    if first.kind in ("meeting", "training") or (first.kind == "talks" and match["led"]):
        first.give(found, "host")
    elif first.kind == "inspection":
        first.give([m for m in found if m.type in ("agency", "company")], "inspector")


def is_told(telling: Telling) -> bool:
    """Whether enough is named for the event to be one: an inspection needs a target, everything a participant."""
    if telling.kind == "inspection":
        return bool(telling.who("inspector")) and (bool(telling.who("target")) or len(telling.roles) > 2)
    return bool(telling.roles)


__all__ = ["Mention", "find_events"]
