"""What is told of an event once the article has been read: by its headline, by who speaks, by what is talked about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.draft import Draft
from kg.extract.events.builder import EventBuilder
from kg.extract.events.parties import mentions
from kg.extract.events.sentence import EventSentence, fold_sentence
from kg.model import Mention

HEAD = re.compile("^[“]?(?P<who>[ⒶⓏⒸⒾⓁ](?:[、和]?[ⒶⓏⒸⒾ])*)(?P<led>领导)?(?P<verb>召开|举行|举办|会见|视察|督导|检查|调研)")
SPOKE = re.compile(
    "^(?:[^Ⓟ，]{0,12}，|在[^Ⓟ，]{0,40}上，)?(?P<who>Ⓟ)[^Ⓟ，。]{0,8}?(?P<verb>强调|指出|要求|介绍|通报|表示|说|发问|提出"
    "|(?P<stands>代表(?=[ⒶⒸⒾⓁⓏ](?![^。]*(?:签|接受|领取|颁|授)))))"
)
BEGUN = re.compile(
    "(?:此次|本次|这次|当天|现场|当日)[^，。]{0,6}(?:开工|签约|签订|投产|竣工|奠基)|(?:同日|同时|同批)(?:开工|签约|投产)"
    "|集中(?:开工|签约|投产|竣工)的|(?:开工|签约|投产|竣工)的(?:\\d|项目)"
    "|(?:开工|竣工|投产|签约|奠基)(?:的)?(?:项目|工程)[^，。]{0,8}(?:包括|分别|有|为|是|涉及|涵盖)"
    "|(?:这|上述|以上)[^，。]{0,3}[\\d一二两三四五六七八九十]+(?:余)?个[^，。]{0,6}(?:项目|工程)[^，。]{0,4}(?:包括|分别|为|是)"
)
INVESTS = re.compile("(?P<who>[ⒸⒶⒾ])(?:企业|计划|拟|将)*(?:总?投资|出资|斥资)")
FAILED = re.compile("未能|尚未|原定|原拟|推迟|取消|去年|此前")
ASIDE = re.compile("^(?:据悉|据了解|另悉)|去年|此前|拟投资|尚未")


def complete(draft: Draft, told: Sequence[EventBuilder]) -> None:
    """Give the roles that headline, speeches and the whole article tell."""
    if not told:
        return
    add_headline(draft, told[0])
    body = [fold_sentence(draft, s) for s in draft.sentences if s.section == "body"]
    for sentence in body:
        read_here(sentence, told)
        add_speaker(sentence, told)
    add_discussed(body, told)
    add_visit_host(told)


def read_here(sentence: EventSentence, told: Sequence[EventBuilder]) -> None:
    """Let the sentence be evidence for the roles that it gives."""
    for event in told:
        event.at = sentence.span(0, len(sentence.text))


def add_visit_host(told: Sequence[EventBuilder]) -> None:
    """Let the body whose visit it was host the meeting after it that names no host: 市政协视察…。在随后召开的座谈会上，…."""
    visit = next((t for t in told if t.kind == "inspection"), None)
    for event in told:
        if visit is not None and event.kind == "meeting" and not event.who("host") and event.ranges > visit.ranges:
            event.give([m for m in visit.who("inspector") if m.type == "agency"], "host")


def add_headline(draft: Draft, first: EventBuilder) -> None:
    """Let the headline name the host or the inspecting body: 示范区召开…会议, 市政协视察…."""
    head = next((s for s in draft.sentences if s.section == "headline"), None)
    if head is None:
        return
    sentence = fold_sentence(draft, head)
    read_here(sentence, [first])
    match = HEAD.match(sentence.text)
    if not match:
        return
    found = mentions(sentence.among(*match.span("who")))
    if first.kind in ("meeting", "training") or (first.kind == "talks" and match["led"]):
        first.give(found, "host")
        for mention in found:
            first.change(mention, "host")
    elif first.kind == "inspection":
        first.give([m for m in found if m.type in ("agency", "company")], "inspector")


def add_speaker(sentence: EventSentence, told: Sequence[EventBuilder]) -> None:
    """Let who speaks at an event and has no role in any be a speaker (强调 at a meeting), presenter (介绍) or attendee (表示)."""
    match = SPOKE.match(sentence.text)
    if not match:
        return
    party = sentence.parties[match.start("who")]
    at = party.mentions[0].start
    event = next((t for t in reversed(told) if t.ranges[0][0] < at), told[0])
    firm = match["verb"] in ("强调", "指出", "要求")
    if event.kind == "meeting" and event is not told[0] and (firm or led(event, told, party.mentions[0])):
        event.give(party.mentions, "speaker")
    if event.kind in ("meeting", "ceremony") and event.role_of(party.mentions[0]) == "attendee" and (firm or match["stands"]):
        event.change(party.mentions[0], "speaker")
    if any(t.role_of(party.mentions[0]) for t in told):
        return
    if event.kind == "meeting" and event.leads:
        event.give(party.mentions, "speaker" if match["verb"] in ("强调", "指出", "要求") else "presenter")
    elif event.kind == "inspection" and event.leads and party.bodies and match["verb"] in ("介绍", "通报"):
        event.give(party.mentions, "presenter")


def led(event: EventBuilder, told: Sequence[EventBuilder], who: Mention) -> bool:
    """Whether this person led the visit that the meeting followed; what he says, he says there."""
    return any(t.kind == "inspection" and t.role_of(who) == "inspector" and t.ranges < event.ranges for t in told)


def add_discussed(body: Sequence[EventSentence], told: Sequence[EventBuilder]) -> None:
    """Let the projects of the article be what talks are about, and those begun what a 开工 ceremony is for."""
    for event in told:
        if event.kind == "talks":
            for sentence in body:
                read_here(sentence, [event])
                fresh = [p for p in sentence.parties.values() if p.type == "project" and not any(t.role_of(p.mentions[0]) for t in told)]
                event.give(mentions(fresh), "target")
        if event.kind == "meeting" and event.leads and re.search("项目|工程", event.label):
            for sentence in body:
                read_here(sentence, [event])
                if not ASIDE.search(sentence.text):
                    event.give(mentions([p for p in sentence.parties.values() if p.type == "project"]), "target")
        if event.kind == "ceremony" and re.search("开工|签约|奠基|投产|竣工", event.label + event.hint):
            add_begun(body, event)
        if event.kind == "ceremony" and not event.who("target"):
            add_finished(body, event)


def add_finished(body: Sequence[EventSentence], event: EventBuilder) -> None:
    """Let the one work that the article says it of be what a bare ceremony is for: Ⓕ建成通车。Ⓟ出席通车仪式."""
    verb = re.search("通车|通水|通航|投产|竣工|揭牌|奠基|投运|投用|启用|开园|开馆|开业|封顶|合龙|下线", event.label + event.hint)
    if not verb:
        return
    for sentence in body:
        done = re.search(f"(?P<what>[ⒿⒻⒾⓏ])[^，。ⒿⒻⒾⓏ]{{0,8}}{verb.group()}(?!仪式)", sentence.text)
        if done:
            event.at = sentence.span(*done.span())
            event.give(mentions(sentence.among(*done.span("what"))), "target")
            return


def add_begun(body: Sequence[EventSentence], event: EventBuilder) -> None:
    """Give target to the projects of the sentences that tell what began: 此次集中开工的6个项目…。其中，Ⓙ…；Ⓙ…。

    Who invests in what is signed for has signed: 本次签约的项目分别是：Ⓒ投资2亿元建设Ⓙ.
    """
    listing, open_list = False, False
    for sentence in body:
        read_here(sentence, [event])
        listing = bool(BEGUN.search(sentence.text)) or (listing and (open_list or sentence.text.startswith("其中")))
        open_list = sentence.text.endswith(("；", ";"))
        if listing and not FAILED.search(sentence.text):
            event.give(mentions([p for p in sentence.parties.values() if p.type == "project"]), "target")
            if "签约" in event.label + event.hint:
                for match in INVESTS.finditer(sentence.text):
                    event.give(mentions(sentence.among(*match.span("who"))), "attendee")
