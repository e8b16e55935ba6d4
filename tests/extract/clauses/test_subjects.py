"""Lists of names, and who the subject is."""

from __future__ import annotations

import pytest

from kg.extract.clauses.folded import fold
from kg.extract.clauses.patterns import GROUPS
from kg.extract.clauses.subjects import coordinated, subjects_before
from tests.extract.marked import draft


def test_a_list_is_names_with_nothing_but_marks_between() -> None:
    made = draft("他到〔C甲公司〕（简称甲）、〔C乙公司〕和〔C丙厂〕调研，又到〔C丁厂〕。")
    second = made.mentions[1]
    assert [m.surface for m in coordinated(made, second)] == ["甲公司", "乙公司", "丙厂"]


@pytest.mark.parametrize(
    ("marked", "at", "subject"),
    [
        ("〔A市商务局〕加强服务，深入企业，落实政策。", "落实", ["市商务局"]),
        ("在〔Z高新区〕，〔C甲公司〕扩大生产，新建厂房。", "新建", ["甲公司"]),
        ("〔P甲一〕要求〔A市经信局〕、〔C市供电公司〕主动上门，帮助企业。", "帮助", ["市经信局", "市供电公司"]),
        ("位于〔L南谯区〕的〔C甲公司〕拟投资建厂。", "投资", ["甲公司"]),
        ("〔L许昌市〕民营经济活跃。〔C甲公司〕获奖，又扩产。", "扩产", ["甲公司"]),
    ],
    ids=["clauses back", "not the place", "asked to act", "after its place", "attribute is none"],
)
def test_the_subject_is_found(marked: str, at: str, subject: list[str]) -> None:
    made = draft(marked)
    last = made.sentences[-1]
    folded = fold(made, last.start, last.end)
    found = subjects_before(folded, folded.index_of(made.text.index(at)), GROUPS["actor"])
    assert [m.surface for m in found] == subject
