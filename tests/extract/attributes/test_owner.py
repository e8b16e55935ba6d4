"""Whose it is: every sentence is invented; what it must give stands beside it."""

from __future__ import annotations

from tests.extract.facts_of import attributes

P = "〔J云溪水厂项目〕"


def test_work_that_is_the_largest_governs_what_follows() -> None:
    assert attributes(f"投资规模最大的是{P}，总投资达35亿元。") == [("云溪水厂项目", "total_investment", "35亿元")]
