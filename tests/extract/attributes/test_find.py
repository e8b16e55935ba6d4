"""Attributes and quantities: every sentence is invented; what it must give stands beside it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kg.extract.attributes.find import RULES, find_attributes
from kg.values.quantities import read
from tests.extract.telling import draft_of, values

P = "〔project:云溪水厂项目〕"


def attributes(body: str) -> list[tuple[str, str, str | None]]:
    draft = draft_of(body)
    find_attributes(draft)
    return values(draft)


@pytest.mark.parametrize(
    ("printed", "number", "base"),
    [
        ("48亿元", "4800000000", "CNY"),
        ("1.2亿美元", "120000000", "USD"),
        ("三十余家", "30", "家"),
        ("2.78万千瓦", "27800", "kW"),
        ("3×300吨/时", "900", "t/h"),
        ("8.6平方公里", "8600000", "m2"),
        ("1,043万元", "10430000", "CNY"),
        ("一百二十亿元", "12000000000", "CNY"),
    ],
)
def test_quantity_is_normalised_beside_its_printed_form(printed: str, number: str, base: str) -> None:
    quantity = read(printed)
    assert quantity is not None
    assert (quantity.printed, quantity.number, quantity.base) == (printed, Decimal(number), base)


def test_vague_quantities_say_so() -> None:
    found = [read(printed) for printed in ("约625亩", "300多项", "48亿元")]
    assert [(q.approximate, q.at_least) for q in found if q] == [(True, False), (True, True), (False, False)]


def test_words_are_no_quantity() -> None:
    assert read("若干家") is None


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"{P}总投资约6.9亿元。", ("云溪水厂项目", "total_investment", "约6.9亿元")),
        (f"{P}由〔company:禾晟建设〕承建，总投资6亿元。", ("云溪水厂项目", "total_investment", "6亿元")),
        (f"投资6亿元建设{P}。", ("云溪水厂项目", "total_investment", "6亿元")),
        (f"总投资6亿元的{P}进展顺利，已见雏形。", ("云溪水厂项目", "total_investment", "6亿元")),
        (f"{P}累计完成投资4.1亿元。", ("云溪水厂项目", "completed_investment", "4.1亿元")),
        ("〔zone:青桐产业园〕占地420亩。", ("青桐产业园", "area", "420亩")),
        ("〔zone:青桐产业园〕总建筑面积15万平方米。", ("青桐产业园", "floor_area", "15万平方米")),
        (f"{P}日供水能力由10万吨提高到25万吨。", ("云溪水厂项目", "capacity", "25万吨")),
        ("〔company:禾晟机械〕拥有发明专利37项。", ("禾晟机械", "patents", "37项")),
        ("〔company:禾晟机械〕去年实现产值4.2亿元。", ("禾晟机械", "output", "4.2亿元")),
        ("〔zone:青桐产业园〕现有入园企业26家。", ("青桐产业园", "members", "26家")),
        ("〔zone:青桐产业园〕38家入驻企业受益。", ("青桐产业园", "members", "38家")),
        (f"〔company:禾晟机械〕中标{P}，中标金额5380万元。", ("云溪水厂项目", "contract_amount", "5380万元")),
        (f"{P}尚未开工。", ("云溪水厂项目", "status", "尚未开工")),
        (f"{P}顺利投运。", ("云溪水厂项目", "status", "投运")),
        (f"正在建设的{P}。", ("云溪水厂项目", "status", "正在建设")),
        (f"{P}计划明年6月投产。", ("云溪水厂项目", "completion", "明年6月")),
        (f"去年8月，〔agency:市水务局〕启动{P}。", ("云溪水厂项目", "start", "去年8月")),
        ("自3月1日至5月31日，〔agency:市监局〕开展〔programme:护苗行动〕。", ("护苗行动", "completion", "5月31日")),
        ("〔project:年产30万台水泵项目〕落户本市。", ("年产30万台水泵项目", "capacity", "30万台")),
    ],
)
def test_words_around_a_quantity_say_what_and_whose_it_is(body: str, expected: tuple[str, str, str]) -> None:
    assert expected in attributes(body)


@pytest.mark.parametrize(
    "body",
    [
        "现场签约项目11个，总投资62.8亿元。",
        f"{P}年度计划投资21亿元。",
        f"要确保{P}早日投产。",
        f"{P}计划建成后投运。",
        "〔agency:市监局〕检查企业22家。",
        "〔agency:市监局〕召开工作会议。",
        "〔company:禾晟机械〕同比增长4.2亿元。",
    ],
)
def test_goals_and_sums_of_the_unnamed_are_not_claimed(body: str) -> None:
    assert [a for a in attributes(body) if a[1] != "capacity"] == []


def test_what_is_planned_is_dated_but_has_no_status() -> None:
    assert attributes(f"{P}计划明年6月投产。") == [("云溪水厂项目", "completion", "明年6月")]


def test_listed_projects_share_a_status() -> None:
    assert attributes("〔project:云溪水厂项目〕、〔project:北岭电站项目〕等5个项目已建设完工。") == [
        ("云溪水厂项目", "status", "建设完工"),
        ("北岭电站项目", "status", "建设完工"),
    ]


def test_sum_of_an_unnamed_phase_is_not_the_projects() -> None:
    assert attributes(f"{P}总投资9亿元，一期投资4亿元。") == [("云溪水厂项目", "total_investment", "9亿元")]


def test_quantity_of_nothing_named_is_rejected_with_its_reason() -> None:
    draft = draft_of("现场签约项目11个，总投资62.8亿元。")
    find_attributes(draft)
    assert [(r.what, r.surface, r.reason) for r in draft.rejected] == [("attribute", "62.8亿元", "total_investment of nothing named")]


@pytest.mark.parametrize("body", [f"{P}总投资6亿元。", f"{P}尚未开工。", f"{P}计划明年6月投产。", "〔project:年产30万台水泵项目〕。"])
def test_rule_of_an_attribute_is_in_the_book(body: str) -> None:
    draft = draft_of(body)
    find_attributes(draft)
    assert {c.rule for c in draft.claims} <= {rule.id for rule in RULES}


def test_evidence_runs_from_owner_to_value() -> None:
    draft = draft_of(f"据悉，{P}由〔company:禾晟建设〕承建，总投资6亿元，惠及万家。")
    find_attributes(draft)
    assert draft.claims[0].evidence.quote == "云溪水厂项目由禾晟建设承建，总投资6亿元"


def test_status_at_the_head_of_a_list_is_said_of_all_its_works() -> None:
    body = "其中，开工项目包括〔project:云溪水厂项目〕、〔project:北岭电站项目〕等5个；竣工项目包括〔project:青桐铝材项目〕等3个。"
    assert attributes(body) == [
        ("云溪水厂项目", "status", "开工"),
        ("北岭电站项目", "status", "开工"),
        ("青桐铝材项目", "status", "竣工"),
    ]


def test_sum_of_many_works_is_not_the_first_ones() -> None:
    assert attributes(f"{P}等12个项目一起开工，总投资90亿元。") == [("云溪水厂项目", "status", "开工")]


def test_sum_of_a_part_of_a_zones_works_is_not_the_zones() -> None:
    body = "〔zone:青桐开发区〕谋划项目20项，总投资70亿元，其中新建项目6项，总投资30亿元。"
    assert attributes(body) == [("青桐开发区", "total_investment", "70亿元")]


def test_sum_of_a_work_that_nobody_knows_is_not_the_work_befores() -> None:
    assert attributes(f"{P}总投资2亿元，总投资3亿元的某包装厂项目同日开工。")[:1] == [("云溪水厂项目", "total_investment", "2亿元")]
    assert ("云溪水厂项目", "total_investment", "3亿元") not in attributes(f"{P}总投资2亿元，总投资3亿元的某包装厂项目同日开工。")


def test_company_that_invests_has_no_total_of_its_own() -> None:
    assert attributes("〔company:禾晟机械〕将投资40亿元改造管网。") == []


def test_every_quantity_in_a_name_is_a_capacity() -> None:
    body = "〔project:年产40万平方米陶板和6万套门窗项目〕。"
    assert [value for _, key, value in attributes(body) if key == "capacity"] == ["40万平方米", "6万套"]


def test_day_of_a_ceremony_is_no_beginning_of_the_work() -> None:
    assert attributes(f"3月4日，云溪县举行{P}集中开工仪式。") == []


def test_plan_of_the_sum_is_no_plan_of_the_signing() -> None:
    assert attributes(f"双方就计划总投资2亿元的{P}成功签约。") == [
        ("云溪水厂项目", "total_investment", "2亿元"),
        ("云溪水厂项目", "status", "签约"),
    ]


def test_works_listed_each_with_its_sum_share_a_status() -> None:
    body = "总投资3亿元的〔project:云溪水厂项目〕、总投资2亿元的〔project:北岭电站项目〕集中开工。"
    assert [(who, value) for who, key, value in attributes(body) if key == "status"] == [("云溪水厂项目", "开工"), ("北岭电站项目", "开工")]


def test_work_that_is_the_largest_governs_what_follows() -> None:
    assert attributes(f"投资规模最大的是{P}，总投资达35亿元。") == [("云溪水厂项目", "total_investment", "35亿元")]


def test_what_a_plant_treats_in_a_day_is_its_capacity() -> None:
    assert attributes(f"{P}日处理污水5万吨。") == [("云溪水厂项目", "capacity", "5万吨")]
