"""Text of a PDF that is turned, mirrored, stretched or drawn in a form is read along its own lines; what stands askew is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import Page, Span
from kg.text.input import ocr
from kg.text.input.pages import Notes, load
from tests.text.input.pdfs import text, turned, write_pdf

pytest.importorskip("pypdfium2")
STORY = ["本报讯河州市水务局一月调研一期工程。"]
ABOVE = text(STORY, turned(0, 30, 700))
LINES = ["河州市举行一项重点项目", "开工仪式，投资3.5亿元。"]
READ = f"{STORY[0]}\n\n{LINES[0]}\n{LINES[1]}\n"


@pytest.fixture(autouse=True)
def without_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_there", lambda: False)


def read(folder: Path, content: str, *, form: str = "", rotate: int = 0) -> tuple[Page, list[str]]:
    notes = Notes()
    (page,) = load(write_pdf(folder / "page.pdf", content, form=form, rotate=rotate), notes)
    return page, [remark.partition("page.pdf: ")[2] for remark in notes.remarks]


@pytest.mark.parametrize("degrees", [0, 2, 10, -20, 90, 180, 270])
def test_turned_and_leaning_lines_are_read(tmp_path: Path, degrees: int) -> None:
    assert read(tmp_path, ABOVE + text(LINES, turned(degrees)))[0].text == READ


@pytest.mark.parametrize(("wide", "high"), [(2, 1), (0.5, 1), (1, 2), (-1, 1), (1, -1)])
def test_stretched_and_mirrored_lines_are_read(tmp_path: Path, wide: float, high: float) -> None:
    assert read(tmp_path, ABOVE + text(LINES, turned(0, wide=wide, high=high)))[0].text == READ


@pytest.mark.parametrize("scale", [50, 200])
def test_lines_of_a_horizontal_scale_are_read(tmp_path: Path, scale: int) -> None:
    assert read(tmp_path, ABOVE + text(LINES, turned(0), more=f"{scale} Tz"))[0].text == READ


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_page_shown_turned_is_read_whichever_way_its_text_lies(tmp_path: Path, rotate: int) -> None:
    for degrees in (rotate, -rotate, 0):
        assert read(tmp_path, text(LINES, turned(degrees)), rotate=rotate)[0].text == "\n".join([*LINES, ""])


def test_the_last_line_of_a_vertical_font_is_read_down_however_short(tmp_path: Path) -> None:
    lines = ["河州市举行一项", "重点项目，一二", "月。"]
    assert read(tmp_path, text(lines, turned(0), font="V"))[0].text == "\n".join([*lines, ""])


def test_a_watermark_is_left_out_and_told(tmp_path: Path) -> None:
    page, remarks = read(tmp_path, ABOVE + text(["内部资料请勿外传请勿外传"], turned(-45)))
    assert page.text == STORY[0] + "\n"
    assert remarks == ["12 characters that stand askew left out (内部资料请勿外传请勿外传)"]


SPAN = "/Span << /ActualText <FEFF{}> >> BDC {} EMC "


def test_a_glyph_with_its_actual_text_in_a_form_stands_where_the_form_is_drawn(tmp_path: Path) -> None:
    form = "".join(SPAN.format(f"{ord(sign):04x}", text([sign], f"1 0 0 -1 {30 + 12 * n} 30")) for n, sign in enumerate("一水公司"))
    page, _ = read(tmp_path, ABOVE + "q .5 0 0 -.5 300 400 cm /X Do Q", form=form)
    assert page.text == f"{STORY[0]}\n\n一水公司\n"
    assert page.sheet is not None
    at = page.text.rindex("水")
    ((_, box),) = page.sheet.boxes([Span(at, at + 1)])
    assert (box.left / 4, box.bottom / 4) == pytest.approx((321, 800 - 385), abs=2)


def test_characters_under_one_actual_text_stand_side_by_side(tmp_path: Path) -> None:
    span = SPAN.format("河州市水".encode("utf-16-be").hex(), text(["河州市水"], turned(0)))
    assert read(tmp_path, ABOVE + span + text(["务局开工"], turned(0, 348)))[0].text == f"{STORY[0]}\n\n河州市水务局开工\n"


@pytest.mark.parametrize("degrees", [10, 90, 180])
def test_the_place_of_a_turned_character_is_that_on_the_page(tmp_path: Path, degrees: int) -> None:
    page, _ = read(tmp_path, text(["河"], turned(degrees)))
    assert page.sheet is not None
    ((_, box),) = page.sheet.boxes([Span(0, 1)])
    assert (box.left + box.right) / 8 == pytest.approx({10: 306.8, 90: 304.5, 180: 294}[degrees], abs=1)
    assert (box.top + box.bottom) / 8 == pytest.approx(800 - {10: 403.4, 90: 394, 180: 395.5}[degrees], abs=1)
