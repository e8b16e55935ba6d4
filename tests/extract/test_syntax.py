"""Masked sentences, lists and subjects."""

from __future__ import annotations

import pytest

from kg.extract.syntax import coordinated, is_denied, mask, subject_of
from tests.extract.marked import draft


def folded(marked: str) -> str:
    made = draft(marked)
    return "".join(mask(made, s.start, s.end).text for s in made.sentences).strip()


@pytest.mark.parametrize(
    ("marked", "masked"),
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
def test_a_sentence_is_folded(marked: str, masked: str) -> None:
    assert folded(marked) == masked


def test_every_character_of_a_masked_sentence_knows_its_place() -> None:
    made = draft("日前，〔C甲材料有限公司〕（以下简称甲材料）位于〔Z高新区〕。")
    masked = mask(made, 0, len(made.text))
    assert [made.text[s:e] for s, e in zip(masked.starts, masked.ends, strict=True)][:6] == ["日", "前", "，", "甲材料有限公司", "位", "于"]


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
        ("〔A市商务局〕召开会议。会议强调，要落实政策。", "落实", ["市商务局"]),
        ("位于〔L南谯区〕的〔C甲公司〕拟投资建厂。", "投资", ["甲公司"]),
        ("〔L许昌市〕民营经济活跃。〔C甲公司〕获奖，又扩产。", "扩产", ["甲公司"]),
    ],
    ids=["clauses back", "not the place", "asked to act", "sentence back", "after its place", "attribute is none"],
)
def test_the_subject_is_found(marked: str, at: str, subject: list[str]) -> None:
    made = draft(marked)
    assert [m.surface for m in subject_of(made, made.text.index(at))] == subject


def test_a_sentence_that_denies_is_known() -> None:
    assert is_denied("针对网传的说法，甲公司予以否认。")
    assert not is_denied("甲公司予以确认。")
