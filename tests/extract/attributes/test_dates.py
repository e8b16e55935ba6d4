"""Dates: every sentence is invented; what it must give stands beside it."""

from __future__ import annotations

import pytest

from tests.extract.facts_of import attributes

P = "〔J云溪水厂项目〕"


def test_day_of_a_ceremony_is_no_beginning_of_the_work() -> None:
    assert attributes(f"3月4日，云溪县举行{P}集中开工仪式。") == []


def test_programme_begins_on_the_day_that_a_body_launches_it() -> None:
    assert attributes("9月19日，〔A市监局〕启动〔G护苗行动〕。") == [("护苗行动", "start", "9月19日")]


def test_programme_under_way_on_a_day_did_not_begin_on_it() -> None:
    assert attributes("9月19日，〔A市监局〕开展〔G护苗行动〕。") == []


def test_date_without_a_subject_goes_on_about_the_work_before_only_if_nothing_else_stands_there() -> None:
    assert attributes(f"{P}进展顺利。计划12月投运。") == [("云溪水厂项目", "completion", "12月")]
    assert attributes(f"{P}进展顺利。职工宿舍12月投运。") == []


def test_programme_runs_from_a_day_to_a_day() -> None:
    assert attributes("自3月1日至5月31日，〔A市监局〕开展〔G护苗行动〕。") == [
        ("护苗行动", "start", "3月1日"),
        ("护苗行动", "completion", "5月31日"),
    ]


@pytest.mark.parametrize(
    "body",
    ["12月19日，4个项目在〔Z青桐产业园〕集中开工，总投资31亿元。", "3月6日，6家企业的厂房在〔Z青桐产业园〕开工，总投资9.4亿元。"],
)
def test_what_begins_in_a_zone_and_has_no_name_is_not_the_zone(body: str) -> None:
    assert attributes(body) == []


def test_a_zone_that_begins_itself_has_its_date() -> None:
    assert attributes("〔Z青桐产业园〕2021年3月开工。") == [("青桐产业园", "start", "2021年3月")]
