"""Attributes of an article: every sentence is invented; what it must give stands beside it."""

from __future__ import annotations

import pytest

from kg.extract.attributes.find import RULES, find_attributes
from tests.extract.facts_of import attributes, draft_of

P = "〔J云溪水厂项目〕"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"{P}总投资约6.9亿元。", ("云溪水厂项目", "total_investment", "约6.9亿元")),
        (f"{P}由〔C禾晟建设〕承建，总投资6亿元。", ("云溪水厂项目", "total_investment", "6亿元")),
        (f"投资6亿元建设{P}。", ("云溪水厂项目", "total_investment", "6亿元")),
        (f"总投资6亿元的{P}进展顺利，已见雏形。", ("云溪水厂项目", "total_investment", "6亿元")),
        (f"{P}累计完成投资4.1亿元。", ("云溪水厂项目", "completed_investment", "4.1亿元")),
        ("〔Z青桐产业园〕占地420亩。", ("青桐产业园", "area", "420亩")),
        ("〔Z青桐产业园〕总建筑面积15万平方米。", ("青桐产业园", "floor_area", "15万平方米")),
        (f"{P}日供水能力由10万吨提高到25万吨。", ("云溪水厂项目", "capacity", "25万吨")),
        ("〔C禾晟机械〕拥有发明专利37项。", ("禾晟机械", "patents", "37项")),
        ("〔C禾晟机械〕去年实现产值4.2亿元。", ("禾晟机械", "output", "4.2亿元")),
        ("〔Z青桐产业园〕现有入园企业26家。", ("青桐产业园", "members", "26家")),
        ("〔Z青桐产业园〕38家入驻企业受益。", ("青桐产业园", "members", "38家")),
        (f"〔C禾晟机械〕中标{P}，中标金额5380万元。", ("云溪水厂项目", "contract_amount", "5380万元")),
        (f"项目名称：{P}；中标人：〔C禾晟建设〕，投标报价5380万元。", ("云溪水厂项目", "contract_amount", "5380万元")),
        (f"一、{P}招标人：〔A市水务局〕；第一中标候选人：〔C禾晟建设〕，报价5380万元。", ("云溪水厂项目", "contract_amount", "5380万元")),
        (f"{P}尚未开工。", ("云溪水厂项目", "status", "尚未开工")),
        (f"{P}顺利投运。", ("云溪水厂项目", "status", "投运")),
        (f"正在建设的{P}。", ("云溪水厂项目", "status", "正在建设")),
        (f"{P}计划明年6月投产。", ("云溪水厂项目", "completion", "明年6月")),
        (f"去年8月，〔A市水务局〕启动{P}。", ("云溪水厂项目", "start", "去年8月")),
        ("自3月1日至5月31日，〔A市监局〕开展〔G护苗行动〕。", ("护苗行动", "completion", "5月31日")),
        ("〔J年产30万台水泵项目〕落户本市。", ("年产30万台水泵项目", "capacity", "30万台")),
    ],
)
def test_words_around_a_quantity_say_what_and_whose_it_is(body: str, expected: tuple[str, str, str]) -> None:
    assert expected in attributes(body)


@pytest.mark.parametrize("body", [f"{P}总投资6亿元。", f"{P}尚未开工。", f"{P}计划明年6月投产。", "〔J年产30万台水泵项目〕。"])
def test_rule_of_an_attribute_is_in_the_book(body: str) -> None:
    draft = draft_of(body)
    find_attributes(draft)
    assert {c.rule for c in draft.claims} <= {rule.id for rule in RULES}


def test_evidence_runs_from_owner_to_value() -> None:
    draft = draft_of(f"据悉，{P}由〔C禾晟建设〕承建，总投资6亿元，惠及万家。")
    find_attributes(draft)
    assert draft.claims[0].evidence.quote == "云溪水厂项目由禾晟建设承建，总投资6亿元"


def test_what_the_second_candidate_asks_is_no_contract() -> None:
    body = f"项目名称：{P}；第二中标候选人：〔C禾晟建设〕，投标报价5380万元。"
    assert ("云溪水厂项目", "contract_amount", "5380万元") not in attributes(body)
