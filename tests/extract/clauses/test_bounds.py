"""Where a clause begins and ends."""

from __future__ import annotations

import pytest

from kg.extract.clauses.bounds import clause_end, clause_start, clauses

TEXT = "昨日，甲公司、乙公司签约：投资1,200万元；开工。"


def test_a_text_is_cut_at_its_marks_but_not_at_a_pause_or_inside_a_number() -> None:
    assert [TEXT[start:end] for start, end in clauses(TEXT)] == ["昨日", "甲公司、乙公司签约", "投资1,200万元", "开工"]


def test_further_marks_may_end_a_clause() -> None:
    assert [TEXT[start:end] for start, end in clauses(TEXT, "、")][1:3] == ["甲公司", "乙公司签约"]


@pytest.mark.parametrize(
    ("at", "clause"), [("昨日", "昨日"), ("乙公司", "甲公司、乙公司签约"), ("00万", "投资1,200万元"), ("开工", "开工")]
)
def test_a_clause_is_found_from_within(at: str, clause: str) -> None:
    index = TEXT.index(at)
    assert TEXT[clause_start(TEXT, index) : clause_end(TEXT, index)] == clause


def test_half_width_marks_end_a_clause_too() -> None:
    assert clauses("甲,乙;丙:3") == [(0, 1), (2, 3), (4, 5), (6, 7)]


def test_without_a_mark_all_is_one_clause() -> None:
    assert (clause_start("甲公司", 2), clause_end("甲公司", 0), clauses(""), clauses("，。")) == (0, 3, [], [])
