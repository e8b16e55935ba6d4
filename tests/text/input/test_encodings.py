"""Bytes of any kind: read on where a few are wrong, said where; and a word where what comes out is no Chinese."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.pipeline import build
from kg.text.input.encodings import decode, is_prose
from kg.text.input.pages import Notes, load

STORY = "本报讯（记者 田小禾）11月6日，河州市举行重点项目开工仪式，市长陈平原宣布开工。\n该项目总投资三亿元，由河州水务公司建设。\n" * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("wrong", [b"\xff", b"\xff\x80\xff"], ids=["one bad byte", "three"])
def test_a_bad_byte_costs_itself(encoding: str, wrong: bytes) -> None:
    data = STORY.encode(encoding)
    if encoding == "utf-16":
        wrong = b"\x00\xdc"
    at = len(STORY[:70].encode(encoding))
    found = decode(data[:at] + wrong + data[at:])
    assert found is not None
    assert found.encoding.startswith(encoding.removesuffix("-sig"))
    assert len(found.text) - len(STORY) <= 4
    assert found.flaws
    assert found.text.endswith(STORY[-40:])


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_a_file_cut_within_its_last_character_is_read(encoding: str) -> None:
    found = decode(STORY.rstrip().encode(encoding)[:-1])
    assert found is not None
    assert found.text.startswith(STORY[:100])


def test_a_nul_costs_nothing_and_is_told_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(STORY.replace("该项目", "该\0项目", 1).encode())
    notes = Notes()
    (page,) = load(path, notes)
    assert page.text.count("\0") == 1
    assert notes.remarks == [f"{path}: is damaged in 1 place and was read without (line 2, column 2); its encoding seems to be utf-8"]
    made = build([path], workers=1, reader="fast")
    assert made.is_whole
    assert made.remarks == tuple(notes.remarks)


@pytest.mark.parametrize("encoding", ["hz", "utf-7"])
def test_seven_bit_encodings_are_read(encoding: str) -> None:
    text = STORY.replace("～", "")
    found = decode(text.encode(encoding))
    assert found is not None
    assert found.text == text


STRANGE = {
    "utf-8 read as latin": STORY.encode().decode("latin-1").replace("\x85", " "),
    "utf-8 read as gbk": STORY.encode().decode("gbk", "ignore"),
    "english": "The city held a ceremony to mark the start of work on the project, and the mayor declared it open. " * 3,
    "japanese": "市は重点プロジェクトの起工式を行い、市長がその開始を宣言しました。このプロジェクトの総投資額はおよそ三億円です。" * 2,
}


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE.keys())
def test_what_reads_as_no_chinese_prose_is_remarked(text: str, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(text, encoding="utf-8")
    notes = Notes()
    load(path, notes)
    assert [remark for remark in notes.remarks if "no Chinese prose" in remark]


def test_chinese_prose_and_short_texts_are_not_remarked() -> None:
    assert is_prose(STORY)
    assert is_prose("ABC Group Ltd")


MARKUP = "<html><head>{}<script>" + "function f(a,b){{return a+b;}}" * 90 + "</script></head><body>{}</body></html>"
TRADITIONAL = "本報訊（記者 田小禾）十一月六日，河州市舉行重點項目開工儀式，市長陳平原宣布開工，這個項目由河州水務公司建設。裏碁恒銹"


@pytest.mark.parametrize("declared", ["", "<meta charset='gb2312'>", "<meta charset='utf-8'>", "<meta charset='iso-8859-1'>"])
@pytest.mark.parametrize(("encoding", "story"), [("gb18030", STORY), ("big5hkscs", TRADITIONAL), ("cp950", TRADITIONAL), ("utf-8", STORY)])
def test_a_web_page_of_much_markup_is_read_whatever_encoding_it_declares(encoding: str, story: str, declared: str) -> None:
    markup = MARKUP.format(declared, story)
    found = decode(markup.encode(encoding))
    assert found is not None
    assert found.text == markup


def test_a_script_with_signs_of_seven_bit_encodings_stays_as_it_is() -> None:
    markup = MARKUP.format("", "var a=~{b};c+ZYhb-d;" * 9)
    found = decode(markup.encode("ascii"))
    assert found is not None
    assert found.text == markup
