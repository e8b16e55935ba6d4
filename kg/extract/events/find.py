"""Events: meetings, inspections, talks, ceremonies, training and others, each once for each article that reports it.

An article is read sentence by sentence. A clause may open an event (``TRIGGERS``); it and the clauses after it give the event its
participants (roles, companions) until another opens, and the whole article the rest (whole_article). Finders return what they
found; only ``EventBuilder.add`` gives a role. What leaders say (强调, 要求 …) opens nothing and adds no target.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kg.extract.draft import Draft, Stretch
from kg.extract.events.ceremonies import SIGNING, UNVEILING, open_signing, open_unveiling
from kg.extract.events.clause import Clause
from kg.extract.events.companions import AFTER_CLAUSES, AFTER_TRIGGER, AT_CLAUSE, BEFORE_CLAUSES
from kg.extract.events.deeds import REPAIR, SERVICE, open_repair, open_service
from kg.extract.events.event import EventBuilder, Participant, RoleRule
from kg.extract.events.gatherings import ATTENDED, GATHERING, open_attended, open_gathering
from kg.extract.events.parties import is_list
from kg.extract.events.roles import CLAUSE_RULES, event_of
from kg.extract.events.sentence import EventSentence, fold_sentence
from kg.extract.events.talks import OF_TWO, TALKS, VISIT_TALKS, open_talks, open_talks_of_two, open_visit_talks
from kg.extract.events.triggers import NOT_REPORTED, EventTrigger
from kg.extract.events.visits import CREW, STOPPED, VISIT, open_crew, open_visit
from kg.extract.events.whole_article import ARTICLE_RULES, Report
from kg.values.dates import with_year

RULES = (GATHERING, ATTENDED, TALKS, OF_TWO, VISIT_TALKS, SIGNING, UNVEILING, VISIT, CREW, STOPPED, REPAIR, SERVICE)

TRIGGERS: tuple[Callable[[Clause], EventTrigger | None], ...] = (
    open_visit_talks,
    open_talks,
    open_talks_of_two,
    open_gathering,
    open_signing,
    open_unveiling,
    open_attended,
    open_crew,
    open_visit,
    open_repair,
    open_service,
)
"""The finders of what a clause opens; the first that finds something ends the search."""

RECENT = 32
"""Events of the article that a clause may be about: the last so many. A report tells of a handful; a page's list of hundreds is no report
that comes back to its first."""

DATE = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]")
NOT_LABEL = re.compile("^(?:(?:本报|新华社)[^，。]{0,16}[讯电])?(?:并且?|又|还|随后|会后|当天|当日)?")
SPEECH = re.compile("强调|指出|(?<![的照实合制按定施])要求(?!$)|表示|认为|希望|说$|他说|她说|叮嘱|告诉记者")


def find_events(draft: Draft) -> None:
    """Add the events of one article to its draft."""
    events: list[EventBuilder] = []
    for stretch in draft.sentences:
        if stretch.section == "body":
            with draft.spared():
                read_sentence(draft, stretch, events)
    if events:
        with draft.spared():
            add_article_roles(draft, events)
    for event in events:
        with draft.spared():
            event.settle()
            if event.is_supported():
                event.write()
            else:
                draft.reject("event", event.label, "too little is named", event.ranges[0][0])


def add_article_roles(draft: Draft, events: Sequence[EventBuilder]) -> None:
    """Give the roles that only the whole article tells, rule by rule."""
    report = Report.of(draft, events)
    for rule in ARTICLE_RULES:
        with draft.spared(rule.id):
            for event in events:
                event.add(rule.participants(report, event))


def read_sentence(draft: Draft, stretch: Stretch, events: list[EventBuilder]) -> None:
    """Read one sentence clause by clause, up to where somebody begins to speak: what it opens and what it adds."""
    sentence = fold_sentence(draft, stretch)
    if not sentence.text:  # a credit alone
        return
    whole = Clause(sentence, 0, len(sentence.text), (), sentence.span(0, len(sentence.text)), tuple(events[-RECENT:]))
    if add_roles(BEFORE_CLAUSES, whole, whole.inspections()[-1:]):
        return
    listed: tuple[int, ...] = ()
    opened = False
    for start, end in sentence.clauses():
        speech = SPEECH.search(sentence.text[start:end])
        stop = start + speech.start() if speech else end
        clause = Clause(sentence, start, stop, listed, sentence.span(min(listed, default=start), end), tuple(events[-RECENT:]))
        opened |= read_clause(draft, clause, events)
        if speech:
            break
        listed = (*listed, *listed_in(sentence, start, end)) if is_list(sentence.text[start:end]) else ()
    add_roles(AFTER_CLAUSES, whole, events)
    if opened:
        add_roles(AFTER_TRIGGER, whole, events)


def read_clause(draft: Draft, clause: Clause, events: list[EventBuilder]) -> bool:
    """Read one clause; return whether it opens an event or continues one."""
    trigger = trigger_of(clause)
    if trigger is not None:
        open_event(draft, clause, trigger, events)
    add_roles(AT_CLAUSE, clause, [event for event in events[-RECENT:] if event.kind == "inspection"][-1:])
    add_roles(CLAUSE_RULES, clause, events)
    return trigger is not None


def add_roles(rules: Sequence[RoleRule[Clause]], clause: Clause, events: Sequence[EventBuilder]) -> bool:
    """Give the roles that rules find in a clause to the event that it is about; return whether they find any."""
    if not events:
        return False
    event = event_of(clause.text, events[-RECENT:])
    found: list[Participant] = []
    for rule in rules:
        with event.draft.spared(rule.id):
            found += rule.participants(clause, event)
    event.add(found)
    return bool(found)


def trigger_of(clause: Clause) -> EventTrigger | None:
    """Return what the clause opens, None if nothing or if its words are those of habits and plans."""
    if not clause.text or NOT_REPORTED.search(clause.text):
        return None
    for find in TRIGGERS:
        with clause.sentence.folded.draft.spared(find.__name__):
            trigger = find(clause)
            if trigger is not None:
                return trigger
    return None


def listed_in(sentence: EventSentence, start: int, end: int) -> list[int]:
    """Return the indices of the parties of a clause but those whom another takes along: Ⓟ带领｜Ⓟ、Ⓟ，深入Ⓛ督查."""
    led = re.compile("(?:带领|率领?(?![先团队]))[^，]*$")
    return [i for i in range(start, end) if i in sentence.parties and not led.search(sentence.text[start:i])]


def open_event(draft: Draft, clause: Clause, trigger: EventTrigger, events: list[EventBuilder]) -> None:
    """Begin an event, or continue the one that the trigger belongs to, and give the roles of the trigger's clause."""
    day = printed_day(draft, clause.sentence)
    event = continued(trigger, events, day)
    if event is None:
        event = new_event(draft, clause, trigger, day, is_first=not events)
        events.append(event)
    for who, role in trigger.roles:
        event.add(clause.give(who, role))
    event.place = event.place or trigger.place


def new_event(draft: Draft, clause: Clause, trigger: EventTrigger, day: str | None, *, is_first: bool) -> EventBuilder:
    """Return a new event without roles; its first range is the clause, from the first of its actors in the sentence on."""
    start, end = clause.sentence.span(clause.start, clause.end)
    floor = clause.sentence.span(0, 1)[0]
    begin = min([clause.range[0], *(m.start for who, _ in trigger.roles for m in who if m.start >= floor)])
    return EventBuilder(
        draft,
        trigger.kind,
        NOT_LABEL.sub("", draft.text[start:end].strip("，。、"))[:60],
        trigger.hint,
        trigger.rule.id,
        trigger.rule.confidence,
        [(begin, clause.range[1])],
        event_date(draft, clause.sentence),
        day,
        trigger.place,
        leads=is_first and sum(s.section == "body" and s.start < start for s in draft.sentences) < 3,
        weak=trigger.weak,
        fallback=trigger.fallback,
    )


def continued(trigger: EventTrigger, events: Sequence[EventBuilder], day: str | None) -> EventBuilder | None:
    """Return the last event of the article that a trigger continues, None if it opens a new one."""
    if trigger.apart:
        return None
    return next((event for event in reversed(events[-RECENT:]) if refers_to(trigger, event) or goes_on_with(trigger, event, day)), None)


def refers_to(trigger: EventTrigger, event: EventBuilder) -> bool:
    """Whether a weak trigger may be about the event: same kind, or the noun of one in that of the other."""
    return trigger.weak and (trigger.kind == event.kind or trigger.hint in event.hint or event.hint in trigger.hint)


def goes_on_with(trigger: EventTrigger, event: EventBuilder, day: str | None) -> bool:
    """Whether trigger and event are one: same kind, no other day printed, no actor that the event does not know."""
    if event.kind != trigger.kind or (day and event.day and day != event.day):
        return False
    return not trigger.actors or any(event.role_of(actor) in ("host", "inspector") for actor in trigger.actors)


def printed_day(draft: Draft, sentence: EventSentence) -> str | None:
    """Return the day that the sentence itself prints, None if it prints none or several."""
    days = {m.group() for m in DATE.finditer(draft.text, *sentence.span(0, len(sentence.text)))}
    return days.pop() if len(days) == 1 else None


def last_date(text: str, stop: int) -> re.Match[str] | None:
    """Return the last date printed before an offset, None if there is none; its 月 leads to it."""
    at = text.rfind("月", 0, stop)
    while at >= 0:
        found = DATE.search(text, max(0, at - len("2021年12")), min(stop, at + len("月30日")))
        if found:
            return found
        at = text.rfind("月", 0, at)
    return None


def event_date(draft: Draft, sentence: EventSentence) -> str | None:
    """Return the date that the sentence prints (11-30), else the article's."""
    start, end = sentence.span(0, len(sentence.text))
    match = DATE.search(draft.text, start, end)
    if match is None and re.search("当日|当天|同日|当晚", draft.text[start:end]):
        match = last_date(draft.text, start)
    if match is None:
        return draft.article.date
    day = f"{int(match[2]):02d}-{int(match[3]):02d}"
    if match[1]:
        return f"{match[1]}-{day}"
    known = draft.article.date if draft.article.date and len(draft.article.date) > len(day) else None
    return with_year(day, known) if known else day
