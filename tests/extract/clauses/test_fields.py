"""Labels with their values."""

from __future__ import annotations

import pytest

from kg.extract.clauses.fields import fields, runs
from tests.extract.marked import draft


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("招标人：〔A青河县水利局〕；中标价：48653万元。", [("招标人", "青河县水利局"), ("中标价", "48653万元")]),
        ("〔C望川饲料公司〕法定代表人：〔P苗一禾〕副总经理：〔P石开〕", [("法定代表人", "苗一禾"), ("副总经理", "石开")]),
        ("名单公布。指挥长：〔P苗一禾〕。", [("指挥长", "苗一禾")]),
        ("〔P苗一禾〕激动地对记者们大声地说道：好。", []),
        ("比分为2:51。", []),
    ],
    ids=["a notice", "blanks lost", "after a stop", "speech", "numbers"],
)
def test_a_label_has_the_value_behind_it(marked: str, found: list[tuple[str, str]]) -> None:
    made = draft(marked)
    assert [(f.label, made.text[f.start : f.end].strip()) for f in fields(made)] == found


def test_other_words_part_two_runs() -> None:
    made = draft("招标人：〔A青河县水利局〕；中标人：〔C望川建工〕。会后宣读了名单，组长：〔P苗一禾〕。")
    assert [[f.label for f in run] for run in runs(made)] == [["招标人", "中标人"], ["组长"]]
