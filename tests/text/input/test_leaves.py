"""Pictures as files: what is read, what is said of the doubtful, and one line for what cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("PIL")
from PIL import Image

from kg.errors import PageError
from kg.pipeline import build
from kg.text.input import ocr
from kg.text.input.leaves import picture_of
from kg.text.input.pages import Notes, load
from tests.text.input.pictures import STORY, drawn, instead, seen_in


def see(monkeypatch: pytest.MonkeyPatch, confidence: float = 0.99) -> None:
    instead(monkeypatch, seen_in([STORY], confidence=confidence))


def blank(path: Path, size: tuple[int, int] = (900, 300), **options: object) -> Path:
    Image.new("RGB", size, "white").save(path, **options)
    return path


def test_without_the_extra_a_picture_is_one_line_that_names_it_and_the_other_files_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ocr, "is_there", lambda: False)
    blank(tmp_path / "scan.png")
    (tmp_path / "page.txt").write_text("".join(STORY), encoding="utf-8")
    made = build([tmp_path], workers=1, reader="fast")
    assert [read.page.name for read in made.corpus.pages] == ["page.txt"]
    (failure,) = made.failures
    assert failure.message == f"{tmp_path}/scan.png: is a PNG image; OCR reads it: pip install 'kg-newspaper[ocr]', or give its text"
    assert not made.is_whole


@pytest.mark.parametrize(("name", "kind"), [("a.png", "png"), ("a.jpg", "jpeg"), ("a.tif", "tiff"), ("a.bmp", "bmp")])
def test_every_kind_of_picture_is_read_as_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, kind: str) -> None:
    see(monkeypatch)
    (page,) = load(blank(tmp_path / name))
    assert page.text == "\n".join(STORY) + "\n"
    assert (page.source, page.name) == (f"image/{kind}; ocr", name)
    assert page.sheet is not None
    assert page.sheet.confidence == 0.99


def test_a_tiff_of_two_pages_is_two_pages_and_one_without_text_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    see(monkeypatch)
    first = ocr.engine().lines
    finds = iter([first, []])
    monkeypatch.setattr(ocr, "find_lines", lambda _: [] if not next(finds) else ocr.engine()(None, use_det=True).boxes)
    path = blank(tmp_path / "a.tif", save_all=True, append_images=[Image.new("RGB", (900, 300), "white")])
    notes = Notes()
    assert [page.name for page in load(path, notes)] == ["a.tif#page=1"]
    assert [error.reason for error in notes.lost] == ["page 2 holds no text"]


def test_low_confidence_is_remarked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    see(monkeypatch, 0.71)
    notes = Notes()
    load(blank(tmp_path / "a.png"), notes)
    assert notes.remarks == [f"{tmp_path}/a.png: read by OCR, mean confidence .71"]


def test_a_picture_without_text_and_a_damaged_one_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    see(monkeypatch)
    monkeypatch.setattr(ocr, "find_lines", lambda _: [])
    with pytest.raises(PageError, match="without text"):
        load(blank(tmp_path / "a.png"))
    (tmp_path / "b.png").write_bytes((tmp_path / "a.png").read_bytes()[:60])
    with pytest.raises(PageError, match="damaged PNG image"):
        load(tmp_path / "b.png")


def test_a_photo_that_lies_on_its_side_is_set_upright(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    see(monkeypatch)
    exif = Image.Exif()
    exif[0x0112] = 6
    (page,) = load(blank(tmp_path / "a.jpg", (300, 900), exif=exif))
    assert page.sheet is not None
    assert (page.sheet.width, page.sheet.height) == (900, 300)


def test_a_picture_is_drawn_anew_only_from_the_file_it_was_read_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    see(monkeypatch)
    path = blank(tmp_path / "a.png")
    (page,) = load(path)
    assert page.sheet is not None
    assert picture_of(page.sheet, path, 150).size == (900, 300)
    blank(path, (901, 300))
    with pytest.raises(PageError, match="is not the file"):
        picture_of(page.sheet, path, 150)


def test_a_scan_in_a_pdf_is_read_and_a_page_of_text_beside_it_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pypdfium2")
    see(monkeypatch)
    drawn([STORY]).save(tmp_path / "scan.pdf", resolution=200.0)
    (page,) = load(tmp_path / "scan.pdf")
    assert (page.text, page.source) == ("\n".join(STORY) + "\n", "application/pdf; ocr")
