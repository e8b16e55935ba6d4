"""Whose money it is."""

from __future__ import annotations

from tests.extract.marked import facts


def test_where_money_is_spent_is_not_who_spends_it() -> None:
    found = facts("〔C甲公司〕在〔L青川县〕投资12亿元建设〔J乙项目〕。")
    assert [fact for fact in found if "located_in" not in fact] == ["甲公司 undertakes 乙项目", "甲公司 invests_in 乙项目"]


def test_who_holds_the_shares_that_are_bought_sells_them() -> None:
    found = facts("〔C甲公司〕与〔C乙集团〕签署股权转让协议，以1.26亿元收购〔C后者=乙集团〕持有的〔C丙公司〕51%股权。")
    assert [fact for fact in found if "invests_in" in fact] == ["甲公司 invests_in 丙公司"]


def test_who_only_pays_for_works_does_not_build_them() -> None:
    for words in ("按八二比例出资", "分别出资55%和45%", "各出资一半"):
        found = facts(f"〔J青川铁路〕由〔C甲公司〕与〔C乙公司〕{words}。")
        assert found
        assert not [fact for fact in found if "undertakes" in fact], words
    assert "甲公司 undertakes 青川铁路" in facts("〔J青川铁路〕由〔C甲公司〕投资3亿元建设。")
