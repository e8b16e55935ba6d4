"""Events: meetings, inspections, talks, ceremonies, training and others, each once for each article that tells it.

The article is read sentence by sentence (``sentence``). A clause may open an event (gatherings, talks, ceremonies, visits, deeds);
clauses after it give it participants (roles) until another opens. What leaders say (强调, 要求 …) opens nothing and adds no target.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.draft import Draft, Stretch
from kg.extract.events.builder import EventBuilder
from kg.extract.events.ceremonies import SIGNING, STAGED, UNVEILING
from kg.extract.events.deeds import GIFT, REPAIR, SERVICE, open_deed
from kg.extract.events.gatherings import ATTENDED, FOLLOWUP, GATHERING, named_trigger
from kg.extract.events.parties import is_list, mentions
from kg.extract.events.roles import add_companions, add_organisers, add_present, add_roles
from kg.extract.events.sentence import EventSentence, fold_sentence
from kg.extract.events.talks import OF_TWO, TALKS, VISIT_TALKS
from kg.extract.events.triggers import EventTrigger
from kg.extract.events.visits import CREW, STOPPED, VISIT, add_visitors, open_crew, open_visit, stopped_at
from kg.extract.events.whole_article import complete

RULES = (GATHERING, FOLLOWUP, ATTENDED, STAGED, TALKS, OF_TWO, VISIT_TALKS, SIGNING, UNVEILING, VISIT, CREW, STOPPED, REPAIR, GIFT, SERVICE)

DATE = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]")
NOT_LABEL = re.compile("^(?:(?:本报|新华社)[^，。]{0,16}[讯电])?(?:并且?|又|还|随后|会后|当天|当日)?")
SPEECH = re.compile("强调|指出|(?<![的照实合制按定施])要求(?!$)|表示|认为|希望|说$|他说|她说|叮嘱|告诉记者")


def find_events(draft: Draft) -> None:
    """Add the events of one article to its draft."""
    told: list[EventBuilder] = []
    for stretch in draft.sentences:
        if stretch.section == "body":
            read_sentence(draft, stretch, told)
    complete(draft, told)
    for event in told:
        event.settle()
        if event.is_told():
            event.write()
        else:
            draft.reject("event", event.label, "too little is named", event.ranges[0][0])


def read_sentence(draft: Draft, stretch: Stretch, told: list[EventBuilder]) -> None:
    """Read one sentence: what it opens, what it adds; stop where somebody begins to speak."""
    sentence = fold_sentence(draft, stretch)
    pending: list[int] = []
    opened = False
    if add_visitors(sentence, told):
        return
    for start, end in sentence.clauses():
        clause = sentence.text[start:end]
        here = sentence.span(min(pending, default=start), end)
        for event in told:
            event.at = here
        speech = SPEECH.search(clause)
        stop = start + speech.start() if speech else end
        found = find_trigger(sentence, start, stop, pending, told)
        if found is not None:
            open_event(draft, sentence, found, told, here)
            opened = True
        stopped = stopped_at(sentence, start, end, told)
        if stopped is not None:
            visit = next(t for t in reversed(told) if t.kind == "inspection")
            visit.at = here[0], next((sentence.span(*c)[1] for c in sentence.clauses() if c[0] > end), here[1])
            visit.give(mentions(stopped[0]), "target")
            visit.give(mentions(stopped[1]), "attendee")
        add_roles(sentence, start, stop, pending, told)
        if speech:
            break
        named = [i for i in range(start, end) if i in sentence.parties and not taken(sentence, start, i)]
        pending = [*pending, *named] if is_list(clause) else []
    add_present(sentence, told)
    add_organisers(sentence, told, opened=opened)
    if opened:
        add_companions(sentence, told)


def taken(sentence: EventSentence, start: int, index: int) -> bool:
    """Whether the party is only taken along by the one before: Ⓟ带领｜Ⓟ、Ⓟ，深入Ⓛ督查."""
    return bool(re.search("(?:带领|率领?(?![先团队]))[^，]*$", sentence.text[start:index]))


def find_trigger(
    sentence: EventSentence, start: int, stop: int, pending: Sequence[int], told: Sequence[EventBuilder]
) -> EventTrigger | None:
    """Return what the clause opens: something with a name, a crew's visit, a visit, or a deed."""
    if start >= stop:
        return None
    return (
        named_trigger(sentence, start, stop, pending)
        or open_crew(sentence, start, stop)
        or open_visit(sentence, start, stop, pending, told)
        or open_deed(sentence, start, stop, pending)
    )


def open_event(draft: Draft, sentence: EventSentence, found: EventTrigger, told: list[EventBuilder], here: tuple[int, int]) -> None:
    """Begin an event, or go on with the one that the opening belongs to; ``here`` is the article range that is being read."""
    span = sentence.span(found.start, found.end)
    day = printed_day(draft, sentence)
    joined = belongs(found, told, day)
    if joined is None:
        label = NOT_LABEL.sub("", draft.text[span[0] : span[1]].strip("，。、"))[:60]
        here = min([here[0], *(m.start for who, _ in found.roles for m in who if m.start >= sentence.span(0, 1)[0])]), here[1]
        joined = EventBuilder(draft, found.kind, label, found.hint, [here], event_date(draft, sentence), found.place)
        joined.rule, joined.confidence = found.rule.id, found.rule.confidence
        joined.at, joined.day = here, day
        joined.weak, joined.fallback = found.weak, found.fallback
        joined.leads = not told and sum(s.section == "body" and s.start < span[0] for s in draft.sentences) < 3
        told.append(joined)
    for who, role in found.roles:
        joined.give(who, role)
    joined.place = joined.place or found.place


def belongs(found: EventTrigger, told: Sequence[EventBuilder], day: str | None) -> EventBuilder | None:
    """Return the event of the article that an opening goes on with: same kind, no actor that it does not know, no other day printed."""
    if found.apart:
        return None
    for event in reversed(told):
        if found.weak and (found.hint in event.hint or event.hint in found.hint or found.kind == event.kind):
            return event
        if event.kind != found.kind or (day and event.day and day != event.day):
            continue
        actors = [m for who, role in found.roles if role in ("host", "inspector") for m in who]
        if not actors or any(event.role_of(a) in ("host", "inspector") for a in actors):
            return event
    return None


def printed_day(draft: Draft, sentence: EventSentence) -> str | None:
    """Return the day that the sentence itself prints, None if it prints none or several."""
    days = {m.group() for m in DATE.finditer(draft.text, *sentence.span(0, len(sentence.text)))}
    return days.pop() if len(days) == 1 else None


def event_date(draft: Draft, sentence: EventSentence) -> str | None:
    """Return the date that the sentence prints (11-30), else the article's."""
    start, end = sentence.span(0, len(sentence.text))
    match = DATE.search(draft.text, start, end)
    if match is None and re.search("当日|当天|同日|当晚", draft.text[start:end]):
        match = next(reversed(list(DATE.finditer(draft.text, 0, start))), None)
    if match is None:
        return draft.article.date
    day = f"{int(match[2]):02d}-{int(match[3]):02d}"
    if match[1]:
        return f"{match[1]}-{day}"
    return draft.article.date if draft.article.date and draft.article.date.endswith(day) else day
