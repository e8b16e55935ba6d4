"""What the whole article adds to its events once all are known: its headline, who speaks, what is talked about or begun.

Each way is a ``RoleRule`` over a ``Report``, asked for each event of the article, in the order of ``ARTICLE_RULES``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.extract.draft import Draft
from kg.extract.events.event import EVERY_ROLE, EventBuilder, Participant, RoleRule, participants
from kg.extract.events.parties import mentions
from kg.extract.events.sentence import EventSentence, Party, fold_sentence

Said = tuple[EventSentence, re.Match[str], Party]
"""A sentence that begins with a speaker, its words of saying, and who that is."""


@dataclass(frozen=True, slots=True)
class Report:
    """An article with its events: headline (None if it has none), the sentences of its body, and the events in printed order.

    ``speeches`` are the sentences that begin with a speaker, by the id of the event at which he speaks.
    """

    headline: EventSentence | None
    body: tuple[EventSentence, ...]
    events: tuple[EventBuilder, ...]
    speeches: dict[int, list[Said]]

    @classmethod
    def of(cls, draft: Draft, events: Sequence[EventBuilder]) -> Report:
        """Return the report of a draft."""
        head = next((s for s in draft.sentences if s.section == "headline"), None)
        body = tuple(folded for s in draft.sentences if s.section == "body" and (folded := fold_sentence(draft, s)).text)
        folded_head = fold_sentence(draft, head) if head else None
        return cls(folded_head if folded_head and folded_head.text else None, body, tuple(events), speeches(body, events))


HEAD = re.compile("^[“]?(?P<who>[ⒶⓏⒸⒾⓁ](?:[、和]?[ⒶⓏⒸⒾ])*)(?P<led>领导)?(?P<verb>召开|举行|举办|会见|视察|督导|检查|调研)")


def by_headline(report: Report, event: EventBuilder) -> Iterable[Participant]:
    """Find the host or the inspecting body of the first event in the headline: 示范区召开…会议, 市政协视察…, 市领导会见…."""
    sentence = report.headline
    match = HEAD.match(sentence.text) if sentence and event is report.events[0] else None
    if not sentence or not match:
        return []
    found, range_ = mentions(sentence.among(*match.span("who"))), sentence.range
    if event.kind == "inspection":
        return participants([m for m in found if m.type in ("agency", "company")], "inspector", range_)
    if event.kind == "talks" and not match["led"]:
        return []
    return participants(found, "host", range_, replaces=EVERY_ROLE)


SPOKE = re.compile(
    "^(?:[^Ⓟ，]{0,12}，|在[^Ⓟ，]{0,40}上，)?(?P<who>Ⓟ)[^Ⓟ，。]{0,8}?(?P<verb>强调|指出|要求|介绍|通报|表示|说|发问|提出"
    "|(?P<stands>代表(?=[ⒶⒸⒾⓁⓏ](?![^。]*(?:签|接受|领取|颁|授)))))"
)


@dataclass(frozen=True, slots=True)
class Speech:
    """Who speaks in a sentence, by what verb, at which of the events."""

    party: Party
    verb: str
    stands_for: bool
    event: EventBuilder
    events: tuple[EventBuilder, ...]

    @property
    def is_leader(self) -> bool:
        """Whether the verb is one of leaders: 强调, 指出, 要求."""
        return self.verb in ("强调", "指出", "要求")

    @property
    def led_visit(self) -> bool:
        """Whether the speaker led an inspection that is told before the event."""
        visits = (e for e in self.events if e.kind == "inspection" and e.ranges < self.event.ranges)
        return any(visit.role_of(self.party.mentions[0]) == "inspector" for visit in visits)

    @property
    def is_unknown(self) -> bool:
        """Whether the speaker has a role in no event of the article."""
        return not any(event.role_of(self.party.mentions[0]) for event in self.events)


def speaks_after_visit(speech: Speech) -> bool:
    """Whether a leader speaks at a later meeting of the article, or anybody who led the visit before it."""
    if speech.event.kind != "meeting" or speech.event is speech.events[0]:
        return False
    return speech.is_leader or speech.led_visit


def attends_and_speaks(speech: Speech) -> bool:
    """Whether who is known to attend speaks as a leader or for a body: Ⓟ代表Ⓐ…."""
    attends = speech.event.kind in ("meeting", "ceremony") and speech.event.role_of(speech.party.mentions[0]) == "attendee"
    return attends and (speech.is_leader or speech.stands_for)


def leads_meeting(speech: Speech) -> bool:
    """Whether a leader without a role speaks in an article that opens with the meeting."""
    return speech.event.kind == "meeting" and speech.event.leads and speech.is_leader and speech.is_unknown


def reports_to_meeting(speech: Speech) -> bool:
    """Whether somebody else without a role speaks in an article that opens with the meeting."""
    return speech.event.kind == "meeting" and speech.event.leads and not speech.is_leader and speech.is_unknown


def briefs_inspectors(speech: Speech) -> bool:
    """Whether somebody with a title and without a role explains what is seen in an article that opens with the inspection."""
    explains = bool(speech.party.bodies) and speech.verb in ("介绍", "通报")
    return explains and speech.event.kind == "inspection" and speech.event.leads and speech.is_unknown


SPEAKERS: tuple[tuple[Callable[[Speech], bool], str], ...] = (
    (attends_and_speaks, "speaker"),
    (speaks_after_visit, "speaker"),
    (leads_meeting, "speaker"),
    (reports_to_meeting, "presenter"),
    (briefs_inspectors, "presenter"),
)
"""The role of who speaks, by the first condition that holds."""


def by_speech(report: Report, event: EventBuilder) -> Iterator[Participant]:
    """Find who speaks at the event: Ⓟ强调, Ⓟ介绍, Ⓟ代表Ⓐ…."""
    for sentence, match, party in report.speeches.get(id(event), ()):
        speech = Speech(party, match["verb"], match["stands"] is not None, event, report.events)
        role = next((role for holds, role in SPEAKERS if holds(speech)), None)
        if role:
            yield from participants(party.mentions, role, sentence.range, replaces=("attendee",) if attends_and_speaks(speech) else ())


def speeches(body: Sequence[EventSentence], events: Sequence[EventBuilder]) -> dict[int, list[Said]]:
    """Return the sentences that begin with a speaker, by the id of the last event reported before him, the first event if none is."""
    starts: list[int] = []
    lasts: list[int] = []
    for start, number in sorted((event.ranges[0][0], number) for number, event in enumerate(events)):
        starts.append(start)
        lasts.append(max(number, lasts[-1] if lasts else 0))
    found: dict[int, list[Said]] = {}
    for sentence in body:
        match = SPOKE.match(sentence.text)
        party = sentence.parties[match.start("who")] if match else None
        if match and party:
            before = bisect_left(starts, party.mentions[0].start)
            found.setdefault(id(events[lasts[before - 1] if before else 0]), []).append((sentence, match, party))
    return found


def works_discussed(report: Report, _: EventBuilder) -> Iterator[Participant]:
    """Find the projects without a role in the article, which its talks are about."""
    for sentence in report.body:
        works = [p for p in projects(sentence) if not any(e.role_of(p.mentions[0]) for e in report.events)]
        yield from participants(mentions(works), "target", sentence.range)


ASIDE = re.compile("^(?:据悉|据了解|另悉)|去年|此前|拟投资|尚未")


def works_met_about(report: Report, event: EventBuilder) -> Iterator[Participant]:
    """Find the projects of an article that opens with a meeting about projects (重点项目推进会)."""
    if event.leads and re.search("项目|工程", event.label):
        for sentence in report.body:
            if not ASIDE.search(sentence.text):
                yield from participants(mentions(projects(sentence)), "target", sentence.range)


BEGIN = "开工|签约|投产|竣工|奠基"
WORKS = "(?:项目|工程)"
BEGUN = re.compile(
    "(?:此次|本次|这次|当天|现场|当日)[^，。]{0,6}(?:开工|签约|签订|投产|竣工|奠基)|(?:同日|同时|同批)(?:开工|签约|投产)"
    r"|集中(?:开工|签约|投产|竣工)的|(?:开工|签约|投产|竣工)的(?:\d|项目)"
    f"|(?:{BEGIN})(?:的)?{WORKS}" + "[^，。]{0,8}(?:包括|分别|有|为|是|涉及|涵盖)"
    r"|(?:这|上述|以上)[^，。]{0,3}[\d一二两三四五六七八九十]+(?:余)?个[^，。]{0,6}" + f"{WORKS}" + "[^，。]{0,4}(?:包括|分别|为|是)"
)
INVESTS = re.compile("(?P<who>[ⒸⒶⒾ])(?:企业|计划|拟|将)*(?:总?投资|出资|斥资)")
FAILED = re.compile("未能|尚未|原定|原拟|推迟|取消|去年|此前")


def works_begun(report: Report, event: EventBuilder) -> Iterator[Participant]:
    """Find the projects of the sentences that list what began: 此次集中开工的6个项目…。其中，Ⓙ…；Ⓙ…。

    Who invests in what is signed for has signed: 本次签约的项目分别是：Ⓒ投资2亿元建设Ⓙ.
    """
    if not re.search(BEGIN, event.title):
        return
    for sentence in listing(report.body):
        yield from participants(mentions(projects(sentence)), "target", sentence.range)
        if "签约" in event.title:
            for match in INVESTS.finditer(sentence.text):
                yield from participants(mentions(sentence.among(*match.span("who"))), "attendee", sentence.range)


def listing(body: Sequence[EventSentence]) -> Iterator[EventSentence]:
    """Yield the sentences that list what began, across semicolons and 其中, but those of what did not begin."""
    in_list, open_list = False, False
    for sentence in body:
        in_list = bool(BEGUN.search(sentence.text)) or (in_list and (open_list or sentence.text.startswith("其中")))
        open_list = sentence.text.endswith(("；", ";"))
        if in_list and not FAILED.search(sentence.text):
            yield sentence


FINISH = re.compile("通车|通水|通航|投产|竣工|揭牌|奠基|投运|投用|启用|开园|开馆|开业|封顶|合龙|下线")


def work_finished(report: Report, event: EventBuilder) -> Iterable[Participant]:
    """Find the one work of which the article says what a ceremony without target is for: Ⓕ建成通车。Ⓟ出席通车仪式."""
    verb = FINISH.search(event.title)
    if not verb or event.who("target"):
        return []
    pattern = re.compile(f"(?P<what>[ⒿⒻⒾⓏ])[^，。ⒿⒻⒾⓏ]{{0,8}}{verb.group()}(?!仪式)")
    sentence, done = next(((s, m) for s in report.body if (m := pattern.search(s.text))), (None, None))
    if not sentence or not done:
        return []
    return participants(mentions(sentence.among(*done.span("what"))), "target", sentence.span(*done.span()))


def host_of_visit(report: Report, event: EventBuilder) -> Iterable[Participant]:
    """Find the host of a meeting without one in the agency whose visit it followed: 市政协视察…。在随后召开的座谈会上，…."""
    visit = next((e for e in report.events if e.kind == "inspection"), None)
    if visit is None or event.who("host") or not event.ranges > visit.ranges:
        return []
    return [Participant(m, "host", (m.start, m.end)) for m in visit.who("inspector") if m.type == "agency"]


def projects(sentence: EventSentence) -> list[Party]:
    """Return the projects of a sentence."""
    return [p for p in sentence.parties.values() if p.type == "project"]


ARTICLE_RULES: tuple[RoleRule[Report], ...] = (
    RoleRule(
        "role-headline",
        by_headline,
        "#〔Z青桐开发区〕召开专题会议¶3月4日，〔P甲某〕主持召开专题会议。 => host=青桐开发区",
        "#〔Z青桐开发区〕风光无限¶3月4日，〔P甲某〕主持召开专题会议。",
        kinds=("meeting", "training", "talks", "inspection"),
    ),
    RoleRule(
        "role-speech",
        by_speech,
        "3月4日，〔A市水利局〕召开推进会。局长〔P甲某〕强调，要抓项目。 => speaker=甲某",
        "3月4日，〔A市水利局〕召开推进会。局长〔P甲某〕年轻，要抓项目。",
    ),
    RoleRule(
        "role-discussed",
        works_discussed,
        "市长〔P甲某〕会见〔C乙公司〕董事长〔P丙某〕。双方就〔J水泵项目〕交流。 => target=水泵项目",
        "市长〔P甲某〕会见〔C乙公司〕董事长〔P丙某〕。双方就〔F水泵车间〕交流。",
        kinds=("talks",),
    ),
    RoleRule(
        "role-met-about",
        works_met_about,
        "3月4日，〔A市水利局〕召开重点项目推进会。〔J水泵项目〕进展快。 => target=水泵项目",
        "3月4日，〔A市水利局〕召开重点项目推进会。据悉，〔J水泵项目〕进展快。",
        kinds=("meeting",),
    ),
    RoleRule(
        "role-begun",
        works_begun,
        "3月4日，〔L云溪县〕举行集中开工仪式。此次开工的项目有〔J水泵项目〕。 => target=水泵项目",
        "3月4日，〔L云溪县〕举行集中开工仪式。此前开工的项目有〔J水泵项目〕。",
        kinds=("ceremony",),
    ),
    RoleRule(
        "role-finished",
        work_finished,
        "〔F云溪大桥〕建成通车。3月4日，市长〔P甲某〕出席通车仪式。 => target=云溪大桥",
        "〔F云溪大桥〕已经检修。3月4日，市长〔P甲某〕出席通车仪式。",
        kinds=("ceremony",),
    ),
    RoleRule(
        "role-visit-host",
        host_of_visit,
        "3月4日，〔A市政协〕视察〔C甲公司〕。在随后召开的座谈会上，〔P乙某〕发言。 => host=市政协",
        "3月4日，〔P丙某〕视察〔C甲公司〕。在随后召开的座谈会上，〔P乙某〕发言。",
        kinds=("meeting",),
    ),
)
