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


@pytest.mark.parametrize("counted", ["省、市、县三级重点项目86个", "国家、省、市重点项目43个", "省级和市级重点工程12项"])
def test_a_counted_set_is_told_with_all_its_levels(counted: str) -> None:
    made = draft_of(f"〔Z青桐产业园〕实施{counted}，总投资512亿元。")
    find_attributes(made)
    assert [(c.value, c.qualifier("counted")) for c in made.claims] == [("512亿元", counted)]


@pytest.mark.parametrize(
    ("body", "owners"),
    [
        ("下发《〔G关于下达养护资金的通知〕》，〔L我市=沧河市〕共争取补助资金4120万元。", []),
        ("印发《〔G关于下达治理资金的通知〕》，〔L云岭县〕获得补助资金860万元。", []),
        ("印发《〔G扶持资金管理办法〕》，今年〔Z青桐产业园〕争取扶持资金90万元。", []),
        ("下发《〔G关于下达养护补助资金的通知〕》，〔L云岭县〕争取补助资金41万元。", ["关于下达养护补助资金的通知"]),
        ("〔L云岭县〕出台《〔G稳就业补贴办法〕》，安排补贴资金3000万元。", ["稳就业补贴办法"]),
        ("〔L云岭县〕推进〔G高素质农民培育计划〕，争取补助资金50万元。", ["高素质农民培育计划"]),
    ],
)
def test_what_somebody_gets_is_not_all_that_a_notice_gives(body: str, owners: list[str]) -> None:
    assert [owner for owner, key, _ in attributes(body) if key == "funding"] == owners


def test_a_sum_of_a_counted_set_keeps_the_set() -> None:
    made = draft_of("〔Z青桐产业园〕实施重点项目291个，总投资1043亿元。")
    find_attributes(made)
    assert [(c.value, c.qualifier("counted")) for c in made.claims] == [("1043亿元", "重点项目291个")]


def test_a_sum_of_one_work_counts_nothing() -> None:
    made = draft_of("〔J云溪水厂项目〕总投资12亿元，是全市12个重点项目之一。")
    find_attributes(made)
    assert [(c.value, c.qualifier("counted")) for c in made.claims] == [("12亿元", None)]


@pytest.mark.parametrize(
    ("body", "areas"),
    [
        ("〔J云溪停车场项目〕占地30余亩（1亩≈666.67平方米），正在铺渣。", ["30余亩"]),
        ("〔J云溪停车场项目〕占地2公顷（1公顷=15亩），正在铺渣。", ["2公顷"]),
        ("〔J云溪停车场项目〕占地一亩合666.67平方米的计算为准。", []),
        ("〔J云溪停车场项目〕占地1.1亩，合同已签。", ["1.1亩"]),
    ],
    ids=["about", "equal", "in words", "a measure of its own"],
)
def test_what_a_unit_is_in_another_measures_nothing(body: str, areas: list[str]) -> None:
    assert [value for _, key, value in attributes(body) if key == "area"] == areas


def test_sum_of_a_counted_set_in_its_own_sentence_is_not_the_work_befores() -> None:
    body = f"{P}总投资11.8亿元，占地21亩。本次集中开工的10个重大项目，总投资53.68亿元。"
    assert [row for row in attributes(body) if row[1] == "total_investment"] == [("云溪水厂项目", "total_investment", "11.8亿元")]


def test_what_is_bought_is_not_made() -> None:
    assert attributes("〔C青河供电公司〕为53座电站结算上网电量7702万度。") == []
    assert attributes("〔C青河供电公司〕去年发电量7702万度。") == [("青河供电公司", "output", "7702万度")]


def test_capacity_of_one_machine_is_not_the_plants() -> None:
    assert attributes("〔F青河电站〕建两台机组，单机容量125万千瓦。") == []
    assert attributes("〔F青河电站〕总装机容量250万千瓦。") == [("青河电站", "capacity", "250万千瓦")]


def test_people_beside_a_work_are_no_members_of_it() -> None:
    assert attributes("〔J10千伏青河线路改造工程〕途经的敬老院里住着96位老人。") == []


def test_sum_of_a_bid_is_of_the_work_won() -> None:
    body = "确定〔C望川水务集团〕为〔J云溪污水厂项目〕中标单位，中标价1.36亿元。"
    assert attributes(body) == [("云溪污水厂项目", "contract_amount", "1.36亿元")]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            "项目名称：〔J云溪水厂工程〕；招标人：〔A云溪县水利局〕；中标价：48653万元。",
            [("云溪水厂工程", "contract_amount", "48653万元")],
        ),
        ("工程名称：〔J云溪大桥〕；开工日期：2019年3月8日。", [("云溪大桥", "start", "2019年3月8日")]),
        ("项目名称：〔J云溪水厂工程〕、〔J云溪大桥工程〕；中标价：48653万元。", []),
    ],
    ids=["a sum", "a day", "of two works"],
)
def test_a_notice_gives_the_work_that_it_names_its_values(body: str, found: list[tuple[str, str, str]]) -> None:
    assert attributes(body) == found


def test_the_next_of_a_list_of_sums_is_of_its_own_name() -> None:
    text = "〔J村道养护工程〕补助资金20万元、日常保洁补助资金9万元。"
    assert attributes(text) == [("村道养护工程", "funding", "20万元")]
    assert attributes("〔J云溪水厂项目〕总投资3亿元、占地面积20亩。") == [
        ("云溪水厂项目", "total_investment", "3亿元"),
        ("云溪水厂项目", "area", "20亩"),
    ]
