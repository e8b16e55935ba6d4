"""Folded sentences."""

from __future__ import annotations

import pytest

from kg.extract.clauses.folded import fold, sentences
from tests.extract.marked import draft


def text_of(marked: str) -> str:
    made = draft(marked)
    return "".join(fold(made, s.start, s.end).text for s in made.sentences).strip()


@pytest.mark.parametrize(
    ("marked", "folded"),
    [
        ("由〔C甲电力公司〕建设、〔C乙送变电公司〕施工。", "由Ⓒ建设、Ⓒ施工。"),
        ("〔C甲材料有限公司〕（以下简称甲材料）位于〔Z高新区〕。", "Ⓒ位于Ⓩ。"),
        ("开展“〔G护苗〕”行动。", "开展Ⓖ行动。"),
        ("本报讯（记者甲一通讯员乙二）〔A市商务局〕召开会议。", "Ⓐ召开会议。"),
        ("〔A〔Z高新区〕管委会〕出台办法。", "Ⓐ出台办法。"),
        ("7月1日,〔A市商务局〕共办理1,200件。", "7月1日，Ⓐ共办理1,200件。"),
    ],
    ids=["names", "short form in brackets", "quotes around a name", "credit", "outer of two", "half-width comma"],
)
def test_a_sentence_is_folded(marked: str, folded: str) -> None:
    assert text_of(marked) == folded


def test_every_character_of_a_masked_sentence_knows_its_place() -> None:
    made = draft("日前，〔C甲材料有限公司〕（以下简称甲材料）位于〔Z高新区〕。")
    folded = fold(made, 0, len(made.text))
    assert [made.text[s:e] for s, e in zip(folded.starts, folded.ends, strict=True)][:6] == ["日", "前", "，", "甲材料有限公司", "位", "于"]


def test_a_sentence_is_folded_once_until_a_mention_is_added_to_it() -> None:
    made = draft("〔A市商务局〕召开会议。〔A市税务局〕到场。")
    first, second = (folded for _, folded in sentences(made))
    made.name(6, 8, "programme", "test")
    changed, kept = (folded for _, folded in sentences(made))
    assert (first.text, changed.text) == ("Ⓐ召开会议。", "Ⓐ召开Ⓖ。")
    assert kept is second
