"""Whose money it is."""

from __future__ import annotations

from tests.extract.marked import facts


def test_where_money_is_spent_is_not_who_spends_it() -> None:
    found = facts("〔C甲公司〕在〔L青川县〕投资12亿元建设〔J乙项目〕。")
    assert [fact for fact in found if "located_in" not in fact] == ["甲公司 undertakes 乙项目", "甲公司 invests_in 乙项目"]
