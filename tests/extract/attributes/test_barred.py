"""What the words beside a value rule out: every sentence is invented."""

from __future__ import annotations

import pytest

from kg.extract.attributes.barred import barred, is_count_of_works
from tests.extract.facts_of import draft_of

P = "〔J云溪水厂项目〕"


def reason(body: str, value: str, key: str) -> str:
    draft = draft_of(body)
    start = draft.text.index(value)
    return barred(draft, start, start + len(value), key)


@pytest.mark.parametrize(
    ("body", "value", "key"),
    [
        ("〔C甲水务〕注册资本3000万元。", "3000万元", "total_investment"),
        (f"{P}日供水能力由10万吨提高到25万吨。", "10万吨", "capacity"),
        ("〔F云溪电厂〕建两台机组，单机容量125万千瓦。", "125万千瓦", "capacity"),
        ("〔C甲供电〕结算上网电量7702万千瓦时。", "7702万千瓦时", "output"),
        (f"{P}占地9亩。参加开工的10个项目，总投资53亿元。", "53亿元", "total_investment"),
        (f"{P}已完成投资2亿元。", "2亿元", "total_investment"),
        (f"{P}明年3月进场打桩。", "明年3月", "completion"),
        (f"{P}截至3月底完成路基一半。", "3月底", "completion"),
        (f"{P}今年6月试运行。", "今年6月", "completion"),
        ("〔G沧河焕新行动〕启动，首批申报的23家门店待定。", "23家", "members"),
        (f"{P}开工日期：2019年3月8日。", "2019年3月8日", "completion"),
    ],
)
def test_words_beside_a_value_rule_out_what_it_cannot_be(body: str, value: str, key: str) -> None:
    assert reason(body, value, key)


@pytest.mark.parametrize(
    ("body", "value", "key"),
    [
        (f"{P}日供水能力由10万吨提高到25万吨。", "25万吨", "capacity"),
        (f"{P}总投资3亿元。", "3亿元", "total_investment"),
        (f"{P}多方筹资760万元。", "760万元", "total_investment"),
        (f"{P}明年3月竣工。", "明年3月", "completion"),
        (f"{P}库容量惊人，达40万方。", "40万方", "capacity"),
    ],
)
def test_what_the_words_bear_out_or_leave_open_is_not_ruled_out(body: str, value: str, key: str) -> None:
    assert reason(body, value, key) == ""


@pytest.mark.parametrize(
    ("text", "value", "is_works"),
    [
        ("青桐产业园已开工项目共计15个。", "15个", True),
        ("青桐产业园今年实施6项重点工程。", "6项", True),
        ("青桐产业园现有在建项目32个。", "32个", True),
        ("青桐产业园现有企业32家。", "32家", False),
        ("青桐商会现有分会6个。", "6个", False),
        ("青桐项目现有员工80人。", "80人", False),
    ],
)
def test_a_count_of_works_is_known(text: str, value: str, is_works: bool) -> None:
    at = text.index(value)
    assert is_count_of_works(text, at, at + len(value)) is is_works
