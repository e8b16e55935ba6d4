"""Events of an article: every sentence is invented; what it must give stands beside it."""

from __future__ import annotations

import pytest

from kg.extract.events.find import RULES, find_events, last_date
from tests.extract.facts_of import draft_of, events


def test_what_a_leader_demands_opens_nothing() -> None:
    assert events("〔P秦望舒〕强调，要到〔C禾晟机械〕检查，召开推进会。") == []


def test_plan_is_no_event() -> None:
    assert events("〔A市发改局〕将于5月召开项目推进会。") == []


@pytest.mark.parametrize("credit", ["本报讯（记者谈笑 通讯员付一！）", "本报讯(记者”%？）"])
def test_a_credit_that_is_a_sentence_by_itself_costs_no_event(credit: str) -> None:
    body = "3月4日，市长〔P佟书〕到〔C禾晟机械〕调研。"
    told = [(kind, date) for kind, date, _ in events(f"{body}{credit}他强调，要抓项目。")]
    assert told == [(kind, date) for kind, date, _ in events(body)] != []


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


def test_that_day_is_the_last_one_printed_before() -> None:
    body = "2020年12月2日，众人散去。3月1日，天气晴好。过了一个月。当天，〔A市水利局〕召开推进会。"
    assert [date for _, date, _ in events(body)] == ["2021-03-01"]
    assert last_date("过了一个月。当天", 8) is None


def test_the_last_date_before_an_offset_is_read_whole() -> None:
    text = "会期2020年12月30日，又3月1日"
    found = [date.group() if (date := last_date(text, stop)) else None for stop in (5, 13, len(text) - 1, len(text))]
    assert found == [None, "2020年12月30日", "2020年12月30日", "3月1日"]
