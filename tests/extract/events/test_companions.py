"""What sentences add to an event: every sentence is invented; what it must give stands beside it."""

from __future__ import annotations

from kg.extract.events.find import find_events
from tests.extract.facts_of import draft_of, events


def test_leader_leads_bodies_that_attend() -> None:
    body = "3月4日，副区长〔P佟书〕带领〔A区应急管理局〕、〔A区消防大队〕负责人，到〔C禾晟机械〕检查消防安全。"
    assert events(body)[0][2] == ["佟书:inspector", "区应急管理局:attendee", "区消防大队:attendee", "禾晟机械:target"]


def test_who_accompanies_over_several_clauses_does_not_inspect() -> None:
    body = "3月4日，〔P秦望舒〕一行在县委常委〔P佟书〕，主任〔P栗原〕的陪同下，对〔C禾晟机械〕进行了检查。"
    assert events(body)[0][2] == ["秦望舒:inspector", "佟书:attendee", "栗原:attendee", "禾晟机械:target"]


def test_visitors_before_a_semicolon_inspect_and_hosts_after_it_attend() -> None:
    body = "〔L北岭市〕党政代表团到〔Z青桐开发区〕考察。〔L北岭市〕委书记〔P秦望舒〕，市长〔P佟书〕；市领导〔P栗原〕，〔P沙白〕参加活动。"
    given = events(body)[0][2]
    assert {"秦望舒:inspector", "佟书:inspector", "栗原:attendee", "沙白:attendee"} <= set(given)


def test_companion_is_evidenced_by_the_words_that_name_the_company_it_keeps() -> None:
    draft = draft_of("3月4日，在市长〔P佟书〕陪同下，天气晴好，副省长〔P秦望舒〕到〔C禾晟机械〕视察。")
    find_events(draft)
    assert draft.events[0].evidence.quote == "在市长佟书陪同下…副省长秦望舒到禾晟机械视察"
