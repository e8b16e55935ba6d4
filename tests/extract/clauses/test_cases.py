"""Which words before a name keep it from being a subject."""

from __future__ import annotations

import pytest

from kg import lexicon
from kg.extract.clauses.cases import case_before, cases, is_acted_on, open_phrase


@pytest.mark.parametrize(
    ("before", "case"),
    [
        ("昨日在", "place"),
        ("现在", ""),
        ("总部位于", "seat"),
        ("工程由", "agent"),
        ("昨日与", "partner"),
        ("已为", "recipient"),
        ("针对", ""),
        ("收购了", "object"),
        ("双方就", "topic"),
        ("该厂是", "identity"),
        ("新建的是", ""),
        ("昨日，", ""),
        ("", ""),
    ],
)
def test_the_word_before_a_name_gives_its_case(before: str, case: str) -> None:
    assert case_before(f"{before}甲公司", len(before)) == case


def test_who_acts_in_a_passive_is_not_acted_on_but_a_partner_is() -> None:
    assert [is_acted_on(f"{word}该公司", len(word)) for word in ("由", "在", "与", "帮助", "")] == [False, False, True, True, False]


@pytest.mark.parametrize(
    ("before", "is_open"), [("昨日到", True), ("在甲县的", True), ("在甲县，", False), ("收到", False), ("根据规定", True), ("与", False)]
)
def test_a_preposition_takes_every_name_up_to_the_comma(before: str, is_open: bool) -> None:
    assert bool(open_phrase().search(before)) == is_open


def test_every_word_has_a_case_and_a_reach() -> None:
    rows = lexicon.rows("case_words")
    assert {len(row) for row in rows} == {4}
    assert {row[3] for row in rows} == {"name", "clause"}
    assert len(cases()) == len(rows)
