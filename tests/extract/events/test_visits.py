"""Inspections: every sentence is invented; what it must give stands beside it."""

from __future__ import annotations

import pytest

from tests.extract.facts_of import events


def test_tour_of_companies_is_one_inspection_with_all_of_them_as_targets() -> None:
    body = (
        "3月4日，〔A市委〕书记〔P秦望舒〕到〔Z青桐开发区〕调研企业生产。〔P秦望舒〕先后来到〔C禾晟机械〕、"
        "〔C朗坤电缆〕和〔C泰屿食品〕，实地察看生产线。副市长〔P佟书〕参加调研。"
    )
    assert events(body) == [
        (
            "inspection",
            "2021-03-04",
            ["秦望舒:inspector", "青桐开发区:target", "禾晟机械:target", "朗坤电缆:target", "泰屿食品:target", "佟书:attendee"],
        )
    ]


def test_place_that_only_says_where_a_company_is_is_no_target() -> None:
    body = "3月4日，副市长〔P佟书〕到位于〔L云溪路〕的〔C禾晟机械〕检查安全生产。"
    assert events(body)[0][2] == ["佟书:inspector", "禾晟机械:target"]


def test_statistics_of_checks_are_no_event() -> None:
    assert events("3月4日起，〔A市监局〕检查经营户318家，责令整改46家。") == []


@pytest.mark.parametrize("verb", ["调研", "督导检查", "走访慰问", "实地察看"])
def test_verbs_of_looking_open_an_inspection(verb: str) -> None:
    assert events(f"3月4日，市长〔P佟书〕{verb}了〔C禾晟机械〕。")[0][2] == ["佟书:inspector", "禾晟机械:target"]


def test_who_comes_to_a_zone_does_not_stem_from_it() -> None:
    body = "3月4日，市政协副主席〔P秦望舒〕一行莅临〔Z青桐开发区〕调研。"
    assert events(body)[0][2] == ["秦望舒:inspector", "青桐开发区:target"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("3月4日，副省长〔P秦望舒〕在市委书记〔P佟书〕等陪同下到〔C禾晟机械〕视察。",
         ["秦望舒:inspector", "佟书:attendee", "禾晟机械:target"]),
        ("3月4日，书记〔P秦望舒〕率四大班子领导〔P佟书〕到〔Z青桐开发区〕察看项目。",
         ["秦望舒:inspector", "佟书:attendee", "青桐开发区:target"]),
        ("3月4日，考察团在〔P秦望舒〕的带领下，参观了〔C禾晟机械〕。", ["秦望舒:inspector", "禾晟机械:target"]),
        ("3月4日，市长〔P秦望舒〕深入〔C禾晟机械〕开展“送清凉”活动。", ["秦望舒:inspector", "禾晟机械:target"]),
        ("3月4日，市长〔P秦望舒〕赴〔C禾晟机械〕拜访董事长〔P佟书〕。",
         ["秦望舒:inspector", "禾晟机械:target", "佟书:target"]),
        ("3月4日，观摩团先后到〔C禾晟机械〕、〔C朗坤电缆〕观摩。市领导〔P佟书〕参加观摩。",
         ["禾晟机械:target", "朗坤电缆:target", "佟书:attendee"]),
    ],
)  # fmt: skip
def test_visit_is_told_in_many_ways(body: str, expected: list[str]) -> None:
    assert [(kind, roles) for kind, _, roles in events(body)] == [("inspection", expected)]
