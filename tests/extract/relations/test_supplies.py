"""Who supplies."""

from __future__ import annotations

from tests.extract.marked import facts


def test_an_unread_name_before_the_verb_is_not_replaced_by_another() -> None:
    assert facts("〔C甲公司〕增产。泓某环保为〔J水厂工程〕中标人，泓某环保与〔C乙公司〕签约。") == []
