"""Events of an article: every sentence is invented; what it must give stands beside it."""

from __future__ import annotations

from kg.extract.events.find import RULES, find_events
from tests.extract.facts_of import draft_of, events


def test_what_a_leader_demands_opens_nothing() -> None:
    assert events("〔P秦望舒〕强调，要到〔C禾晟机械〕检查，召开推进会。") == []


def test_plan_is_no_event() -> None:
    assert events("〔A市发改局〕将于5月召开项目推进会。") == []


def test_event_of_an_article_without_names_is_rejected_not_dropped() -> None:
    draft = draft_of("3月4日，市里召开专题会议。")
    find_events(draft)
    assert [(r.what, r.reason) for r in draft.rejected] == [("event", "too little is named")]


def test_rule_of_an_event_is_in_the_book() -> None:
    draft = draft_of("3月4日，市长〔P佟书〕到〔C禾晟机械〕调研。")
    find_events(draft)
    assert {e.rule for e in draft.events} <= {rule.id for rule in RULES}


def test_evidence_of_an_event_is_what_the_page_prints() -> None:
    draft = draft_of("3月4日，市长〔P佟书〕到〔C禾晟机械〕调研。")
    find_events(draft)
    assert draft.events[0].evidence.quote == "市长佟书到禾晟机械调研"


def test_meeting_on_another_day_is_another_meeting() -> None:
    body = "3月4日，〔A市水利局〕召开推进会。3月9日，〔A市水利局〕召开调度会。"
    assert [date for _, date, _ in events(body)] == ["2021-03-04", "2021-03-09"]


def test_meeting_of_december_told_in_march_is_of_the_year_before() -> None:
    assert [date for _, date, _ in events("12月30日，〔A市水利局〕召开推进会。")] == ["2020-12-30"]
