"""What is told of an event once the article has been read: by its headline, by who speaks, by what is talked about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.draft import Draft
from kg.extract.event_grammar import mentions
from kg.extract.event_scenes import Scene, scene
from kg.extract.event_telling import Telling

HEAD = re.compile("^[“]?(?P<who>[ⒶⓏⒸⒾⓁ](?:[、和]?[ⒶⓏⒸⒾ])*)(?P<led>领导)?(?P<verb>召开|举行|举办|会见|视察|督导|检查|调研)")
SPOKE = re.compile("^(?:[^Ⓟ，]{0,12}，)?(?P<who>Ⓟ)[^Ⓟ，。]{0,8}?(?P<verb>强调|指出|要求|介绍|通报|表示|说|发问|提出)")
BEGUN = re.compile("(?:此次|本次|这次|当天|现场|当日)[^，。]{0,6}(?:开工|签约|签订|投产|竣工|奠基)|(?:同日|同时|同批)(?:开工|签约|投产)"
                   "|集中(?:开工|签约|投产)的|(?:开工|签约|投产)的(?:\\d|项目)")
FAILED = re.compile("未能|尚未|原定|原拟|推迟|取消|去年|此前")
ASIDE = re.compile("^(?:据悉|据了解|另悉)|去年|此前|拟投资|尚未")


def complete(draft: Draft, told: Sequence[Telling]) -> None:
    """Give the roles that headline, speeches and the whole article tell."""
    if not told:
        return
    add_headline(draft, told[0])
    body = [scene(draft, s) for s in draft.sentences if s.section == "body"]
    for folded in body:
        read_here(folded, told)
        add_speaker(folded, told)
    add_discussed(body, told)
    add_visit_host(told)


def read_here(folded: Scene, told: Sequence[Telling]) -> None:
    """Let the sentence be evidence for the roles that it gives."""
    for telling in told:
        telling.at = folded.span(0, len(folded.text))


def add_visit_host(told: Sequence[Telling]) -> None:
    """Let the body whose visit it was host the meeting after it that names no host: 市政协视察…。在随后召开的座谈会上，…."""
    visit = next((t for t in told if t.kind == "inspection"), None)
    for event in told:
        if visit is not None and event.kind == "meeting" and not event.who("host") and event.ranges > visit.ranges:
            event.give([m for m in visit.who("inspector") if m.type == "agency"], "host")


def add_headline(draft: Draft, first: Telling) -> None:
    """Let the headline name the host or the inspecting body: 示范区召开…会议, 市政协视察…."""
    head = next((s for s in draft.sentences if s.section == "headline"), None)
    if head is None:
        return
    folded = scene(draft, head)
    read_here(folded, [first])
    match = HEAD.match(folded.text)
    if not match:
        return
    found = mentions(folded.among(*match.span("who")))
    if first.kind in ("meeting", "training") or (first.kind == "talks" and match["led"]):
        first.give(found, "host")
        for mention in found:
            first.change(mention, "host")
    elif first.kind == "inspection":
        first.give([m for m in found if m.type in ("agency", "company")], "inspector")


def add_speaker(folded: Scene, told: Sequence[Telling]) -> None:
    """Let who speaks at an event and has no role in any be a speaker (强调 at a meeting), presenter (介绍) or attendee (表示)."""
    match = SPOKE.match(folded.text)
    if not match:
        return
    party = folded.parties[match.start("who")]
    at = party.mentions[0].start
    event = next((t for t in reversed(told) if t.ranges[0][0] < at), told[0])
    if event.kind == "meeting" and event is not told[0] and match["verb"] in ("强调", "指出", "要求"):
        event.give(party.mentions, "speaker")
    if any(t.role_of(party.mentions[0]) for t in told):
        return
    if event.kind == "meeting" and event.leads:
        event.give(party.mentions, "speaker" if match["verb"] in ("强调", "指出", "要求") else "presenter")
    elif event.kind == "inspection" and event.leads and party.bodies and match["verb"] in ("介绍", "通报"):
        event.give(party.mentions, "presenter")


def add_discussed(body: Sequence[Scene], told: Sequence[Telling]) -> None:
    """Let the projects of the article be what talks are about, and those begun what a 开工 ceremony is for."""
    for event in told:
        if event.kind == "talks":
            for folded in body:
                read_here(folded, [event])
                fresh = [p for p in folded.parties.values() if p.type == "project" and not any(t.role_of(p.mentions[0]) for t in told)]
                event.give(mentions(fresh), "target")
        if event.kind == "meeting" and event.leads and re.search("项目|工程", event.label):
            for folded in body:
                read_here(folded, [event])
                if not ASIDE.search(folded.text):
                    event.give(mentions([p for p in folded.parties.values() if p.type == "project"]), "target")
        if event.kind == "ceremony" and re.search("开工|签约|奠基|投产|竣工", event.label + event.hint):
            add_begun(body, event)


def add_begun(body: Sequence[Scene], event: Telling) -> None:
    """Give target to the projects of the sentences that tell what began: 此次集中开工的6个项目…。其中，Ⓙ…。"""
    listing = False
    for folded in body:
        read_here(folded, [event])
        listing = bool(BEGUN.search(folded.text)) or (listing and folded.text.startswith("其中"))
        if listing and not FAILED.search(folded.text):
            event.give(mentions([p for p in folded.parties.values() if p.type == "project"]), "target")
