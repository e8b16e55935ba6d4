"""Events that the network reads, and what it does to those of the rules; the network here is a table."""

from __future__ import annotations

from kg.extract.draft import Draft
from kg.extract.learned.facts import find_facts
from tests.extract import naming
from tests.extract.learned.test_facts import NAMES, Table, draft_of

JOINED = {("陈望山", "event", "青河水务有限公司"): 0.9, ("青河水务有限公司", "event", "陈望山"): 0.9}


def parts(draft: Draft) -> list[tuple[str, str]]:
    """The parts of the only event."""
    (event,) = draft.events
    name = {m.id: m.surface for m in draft.mentions}
    return [(name[r.who], r.role) for r in event.roles]


def test_a_part_in_which_the_network_sees_nothing_is_taken_back_and_told() -> None:
    draft = draft_of({}, {}, {"陈望山": "inspector"})
    mention = {m.surface: m for m in draft.mentions}
    draft.event("meeting", "座谈", [(mention["陈望山"], "inspector"), (mention["青河二水厂"], "target")], [(8, 22)], "a rule")
    find_facts(draft)
    assert parts(draft) == [("陈望山", "inspector")]
    assert ("event", "青河二水厂", "a rule: the network sees no part in it") in [(r.what, r.surface, r.reason) for r in draft.rejected]


def test_an_event_without_any_part_left_is_none() -> None:
    draft = draft_of({}, {}, {})
    mention = {m.surface: m for m in draft.mentions}
    draft.event("inspection", "调研", [(mention["青河二水厂"], "target")], [(8, 22)], "a rule")
    find_facts(draft)
    assert draft.events == []


def test_an_inspection_of_which_one_party_is_told_is_none_and_a_meeting_is_one() -> None:
    told = []
    for kind in ("inspection", "meeting"):
        draft = draft_of({}, {}, {"陈望山": "inspector"})
        draft.event(kind, "调研", [(next(m for m in draft.mentions if m.surface == "陈望山"), "inspector")], [(8, 22)], "a rule")
        find_facts(draft)
        told.append((len(draft.events), "a rule: of this kind of event only one party is told" in {r.reason for r in draft.rejected}))
    assert told == [(0, True), (1, False)]


def test_a_part_of_another_kind_of_which_the_network_is_sure_stands_instead() -> None:
    draft = draft_of({}, {}, {"陈望山": "inspector", "青河水务有限公司": "target"})
    mention = {m.surface: m for m in draft.mentions}
    draft.event("inspection", "调研", [(mention["陈望山"], "attendee"), (mention["青河水务有限公司"], "target")], [(8, 22)], "a rule")
    find_facts(draft)
    assert parts(draft) == [("陈望山", "inspector"), ("青河水务有限公司", "target")]


def test_who_takes_part_together_makes_an_event() -> None:
    joined = {("陈望山", "event", "青河水务有限公司"): 0.9, ("青河水务有限公司", "event", "陈望山"): 0.9}
    draft = draft_of({}, joined, {"陈望山": "inspector", "青河水务有限公司": "target"})
    find_facts(draft)
    (event,) = draft.events
    name = {m.id: m.surface for m in draft.mentions}
    assert event.kind == "inspection"
    assert {(name[r.who], r.role) for r in event.roles} == {("陈望山", "inspector"), ("青河水务有限公司", "target")}


def test_who_takes_part_too_joins_the_event_of_the_rules_with_the_words_that_say_so() -> None:
    joined = {("青河水务有限公司", "event", "云岭市水务局"): 0.9, ("云岭市水务局", "event", "青河水务有限公司"): 0.9}
    draft = draft_of({}, joined, {"云岭市水务局": "organiser", "青河水务有限公司": "target", "陈望山": "visitor"})
    mention = {m.surface: m for m in draft.mentions}
    draft.event("visit", "到访", [(mention["陈望山"], "visitor"), (mention["青河水务有限公司"], "target")], [(12, 22)], "a rule")
    before = draft.events[0].evidence.quote
    find_facts(draft)
    (event,) = draft.events
    name = {m.id: m.surface for m in draft.mentions}
    assert [(name[r.who], r.role) for r in event.roles] == [
        ("陈望山", "visitor"),
        ("青河水务有限公司", "target"),
        ("云岭市水务局", "organiser"),
    ]
    assert event.rule == "a rule"
    assert before in event.evidence.quote
    assert "云岭市水务局" in event.evidence.quote


def test_an_event_has_the_day_that_the_network_joins_to_it() -> None:
    links = {("陈望山", "event", "青河水务有限公司"): 0.9, ("青河水务有限公司", "event", "陈望山"): 0.9}
    for chance, day in ((0.9, "06-12"), (0.3, None)):
        draft = naming.draft(text := "6月12日，陈望山到青河水务有限公司调研。")
        for name in ("陈望山", "青河水务有限公司"):
            start = text.index(name)
            draft.name(start, start + len(name), NAMES[name], "test")
        dated = {**links, ("6月12日", "event_date", "陈望山"): chance}
        draft.sight = Table(text, {"6月12日": "time"}, dated, {"陈望山": "inspector", "青河水务有限公司": "target"})
        find_facts(draft)
        assert [event.date for event in draft.events] == [day]
