"""Ceremonies: every sentence is invented; what it must give stands beside it."""

from __future__ import annotations

from tests.extract.facts_of import events


def test_unveiling_needs_no_word_for_ceremony() -> None:
    body = "3月4日，〔I青桐铝材研究院〕在〔Z青桐开发区〕揭牌。市长〔P佟书〕致辞，〔A市科技局〕负责人参加揭牌仪式。"
    assert events(body) == [("ceremony", "2021-03-04", ["青桐铝材研究院:target", "佟书:speaker", "市科技局:attendee"])]


def test_works_begun_together_are_a_ceremony_but_finished_ones_are_a_state() -> None:
    begun = events("3月4日，〔J水泵项目〕等12个项目在〔Z青桐开发区〕集中开工。")
    assert [(kind, roles) for kind, _, roles in begun] == [("ceremony", ["水泵项目:target"])]
    assert events("〔J水泵项目〕等9个项目已竣工投产。") == []


def test_town_and_company_sign_for_a_work() -> None:
    body = "3月4日，〔L云溪镇〕与〔C禾晟机械〕就计划总投资2亿元的〔J水泵项目〕成功签约。"
    assert events(body)[0][2] == ["云溪镇:attendee", "禾晟机械:attendee", "水泵项目:target"]


def test_what_is_not_yet_unveiled_is_no_event() -> None:
    assert events("3月4日，〔I青桐铝材研究院〕在〔Z青桐开发区〕尚未揭牌。") == []
