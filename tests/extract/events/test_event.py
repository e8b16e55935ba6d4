"""An event being put together: who takes part, in which role, with what evidence."""

from __future__ import annotations

import pytest

from kg.extract.draft import Draft
from kg.extract.events.event import EVERY_ROLE, EventBuilder, Participant, is_short
from tests.extract.facts_of import draft_of


@pytest.fixture
def draft() -> Draft:
    return draft_of("〔P秦望舒〕到会，〔P佟书〕讲话，〔P秦望舒〕随后离开。")


@pytest.fixture
def event(draft: Draft) -> EventBuilder:
    return EventBuilder(draft, "meeting", "召开会议", "会议", "event-gathering", 0.9, [(0, 5)])


def roles(event: EventBuilder) -> list[tuple[str, str]]:
    return [(mention.surface, role) for mention, role in event.roles]


def test_who_has_a_role_keeps_it(draft: Draft, event: EventBuilder) -> None:
    first, _, again = draft.mentions
    event.add([Participant(first, "attendee", (0, 5)), Participant(again, "host", (11, 18))])
    assert roles(event) == [("秦望舒", "attendee")]
    assert (11, 18) not in event.ranges


def test_role_that_replaces_the_earlier_one_wins(draft: Draft, event: EventBuilder) -> None:
    first, _, again = draft.mentions
    event.add([Participant(first, "attendee", (0, 5)), Participant(again, "speaker", (11, 18), replaces=("attendee",))])
    assert roles(event) == [("秦望舒", "speaker")]


def test_role_replaces_only_what_it_names(draft: Draft, event: EventBuilder) -> None:
    first = draft.mentions[0]
    event.add([Participant(first, "host", (0, 5)), Participant(first, "speaker", (0, 5), replaces=("attendee",))])
    assert roles(event) == [("秦望舒", "host")]
    event.add([Participant(first, "guest", (0, 5), replaces=EVERY_ROLE)])
    assert roles(event) == [("秦望舒", "guest")]


def test_evidence_of_a_participant_becomes_evidence_of_the_event(draft: Draft, event: EventBuilder) -> None:
    event.add([Participant(draft.mentions[1], "speaker", (6, 10))])
    event.write()
    assert [draft.text[s.start : s.end] for s in draft.events[0].evidence.spans] == ["秦望舒到会，佟书讲话"]


def test_participant_outside_the_evidence_is_shown_where_it_is_named(draft: Draft, event: EventBuilder) -> None:
    event.add([Participant(draft.mentions[1], "speaker", (0, 3))])
    event.write()
    assert draft.events[0].evidence.quote == "秦望舒到会，佟书"


@pytest.mark.parametrize(
    ("kind", "given", "supported"),
    [
        ("inspection", {"inspector": 0, "target": 1}, True),
        ("inspection", {"inspector": 0}, False),
        ("inspection", {"target": 0, "attendee": 1}, True),
        ("talks", {"attendee": 0}, False),
        ("meeting", {}, False),
        ("meeting", {"attendee": 0}, True),
    ],
)
def test_event_needs_who_and_an_inspection_also_what(draft: Draft, kind: str, given: dict[str, int], supported: bool) -> None:
    event = EventBuilder(draft, kind, "", "会", "event-gathering", 0.9, [(0, 5)])
    event.add([Participant(draft.mentions[index], role, (0, 5)) for role, index in given.items()])
    assert event.is_supported() is supported


def test_zone_that_describes_what_was_visited_is_the_target_for_want_of_a_better_one(draft: Draft) -> None:
    event = EventBuilder(draft, "inspection", "", "调研", "event-visit", 0.9, [(0, 5)], fallback=(draft.mentions[1],))
    event.settle()
    assert roles(event) == [("佟书", "target")]


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("某岳控股", "香港某岳控股有限公司", True),
        ("某岳公司", "某岳公司检修部", False),
        ("某", "某岳公司", False),
        ("某海", "某岳公司", False),
    ],
)
def test_short_name_leaves_characters_out_but_no_unit(short: str, long: str, expected: bool) -> None:
    assert is_short(short, long) is expected
