"""Quantities: every sentence is invented; what it must give stands beside it."""

from __future__ import annotations

import pytest

from kg.extract.attributes.find import find_attributes
from tests.extract.facts_of import attributes, draft_of

P = "〔J云溪水厂项目〕"


@pytest.mark.parametrize(
    "body",
    [
        "现场签约项目11个，总投资62.8亿元。",
        f"{P}年度计划投资21亿元。",
        f"要确保{P}早日投产。",
        f"{P}计划建成后投运。",
        "〔A市监局〕检查企业22家。",
        "〔A市监局〕召开工作会议。",
        "〔C禾晟机械〕同比增长4.2亿元。",
    ],
)
def test_goals_and_sums_of_the_unnamed_are_not_claimed(body: str) -> None:
    assert [a for a in attributes(body) if a[1] != "capacity"] == []


def test_sum_of_an_unnamed_phase_is_not_the_projects() -> None:
    assert attributes(f"{P}总投资9亿元，一期投资4亿元。") == [("云溪水厂项目", "total_investment", "9亿元")]


def test_quantity_of_nothing_named_is_rejected_with_its_reason() -> None:
    draft = draft_of("现场签约项目11个，总投资62.8亿元。")
    find_attributes(draft)
    assert [(r.what, r.surface, r.reason) for r in draft.rejected] == [("attribute", "62.8亿元", "total_investment of nothing named")]


def test_sum_of_many_works_is_not_the_first_ones() -> None:
    assert attributes(f"{P}等12个项目一起开工，总投资90亿元。") == [("云溪水厂项目", "status", "开工")]


def test_sum_of_a_part_of_a_zones_works_is_not_the_zones() -> None:
    body = "〔Z青桐开发区〕谋划项目20项，总投资70亿元，其中新建项目6项，总投资30亿元。"
    assert attributes(body) == [("青桐开发区", "total_investment", "70亿元")]


def test_sum_of_a_work_that_nobody_knows_is_not_the_work_befores() -> None:
    assert attributes(f"{P}总投资2亿元，总投资3亿元的某包装厂项目同日开工。")[:1] == [("云溪水厂项目", "total_investment", "2亿元")]
    assert ("云溪水厂项目", "total_investment", "3亿元") not in attributes(f"{P}总投资2亿元，总投资3亿元的某包装厂项目同日开工。")


def test_company_that_invests_has_no_total_of_its_own() -> None:
    assert attributes("〔C禾晟机械〕将投资40亿元改造管网。") == []


def test_every_quantity_in_a_name_is_a_capacity() -> None:
    body = "〔J年产40万平方米陶板和6万套门窗项目〕。"
    assert [value for _, key, value in attributes(body) if key == "capacity"] == ["40万平方米", "6万套"]


def test_what_a_plant_treats_in_a_day_is_its_capacity() -> None:
    assert attributes(f"{P}日处理污水5万吨。") == [("云溪水厂项目", "capacity", "5万吨")]


def test_a_sum_of_a_counted_set_keeps_the_set() -> None:
    made = draft_of("〔Z青桐产业园〕实施重点项目291个，总投资1043亿元。")
    find_attributes(made)
    assert [(c.value, c.qualifier("counted")) for c in made.claims] == [("1043亿元", "重点项目291个")]


def test_a_sum_of_one_work_counts_nothing() -> None:
    made = draft_of("〔J云溪水厂项目〕总投资12亿元，是全市12个重点项目之一。")
    find_attributes(made)
    assert [(c.value, c.qualifier("counted")) for c in made.claims] == [("12亿元", None)]
