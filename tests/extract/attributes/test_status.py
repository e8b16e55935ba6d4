"""Status: every sentence is invented; what it must give stands beside it."""

from __future__ import annotations

import pytest

from tests.extract.facts_of import attributes

P = "〔J云溪水厂项目〕"


def test_what_is_planned_is_dated_but_has_no_status() -> None:
    assert attributes(f"{P}计划明年6月投产。") == [("云溪水厂项目", "completion", "明年6月")]


def test_listed_projects_share_a_status() -> None:
    assert attributes("〔J云溪水厂项目〕、〔J北岭电站项目〕等5个项目已建设完工。") == [
        ("云溪水厂项目", "status", "建设完工"),
        ("北岭电站项目", "status", "建设完工"),
    ]


def test_plan_of_the_sum_is_no_plan_of_the_signing() -> None:
    assert attributes(f"双方就计划总投资2亿元的{P}成功签约。") == [
        ("云溪水厂项目", "total_investment", "2亿元"),
        ("云溪水厂项目", "status", "签约"),
    ]


def test_works_listed_each_with_its_sum_share_a_status() -> None:
    body = "总投资3亿元的〔J云溪水厂项目〕、总投资2亿元的〔J北岭电站项目〕集中开工。"
    assert [(who, value) for who, key, value in attributes(body) if key == "status"] == [("云溪水厂项目", "开工"), ("北岭电站项目", "开工")]


def test_what_a_rule_is_only_the_basis_of_is_not_its_status() -> None:
    assert attributes("按照《〔G标志管理办法〕》，标志更换工作正在有序推进中。") == []


@pytest.mark.parametrize(
    "clause", ["明天就动工", "资金到位之前不会开工", "务必按时通车", "因环评未批暂缓签约", "原定今年8月完工", "明春就能通水"]
)
def test_what_is_still_to_come_is_no_status(clause: str) -> None:
    assert [row for row in attributes(f"{P}{clause}。") if row[1] == "status"] == []


@pytest.mark.parametrize("clause", ["日前动工", "已于上周通车", "昨日通水"])
def test_what_has_come_is_a_status(clause: str) -> None:
    assert [row[1] for row in attributes(f"{P}{clause}。") if row[1] == "status"] == ["status"]
