"""Whose it is: every sentence is invented; what it must give stands beside it."""

from __future__ import annotations

from tests.extract.facts_of import attributes

P = "〔J云溪水厂项目〕"


def test_work_that_is_the_largest_governs_what_follows() -> None:
    assert attributes(f"投资规模最大的是{P}，总投资达35亿元。") == [("云溪水厂项目", "total_investment", "35亿元")]


def test_a_contractor_in_a_list_of_works_owns_none_of_their_quantities() -> None:
    text = "①〔J年产糖浆项目〕。由〔C甲公司〕投资建设、〔C乙公司〕总承包，占地96亩。"
    assert attributes(text) == [("年产糖浆项目", "area", "96亩")]
    assert attributes("〔C乙公司〕总承包商会议召开，〔C乙公司〕占地96亩。") == [("乙公司", "area", "96亩")]
