"""Pages of a PDF that give nothing are named, and every page keeps its number."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from kg.errors import PageError
from kg.export.json_files import Pages
from kg.model import Corpus, Page, ReadPage
from kg.text.input import ocr, pdf
from kg.text.input.pages import Notes, load
from kg.text.input.rows import Printed

pdfium: Any = pytest.importorskip("pypdfium2")
STORY = "本报讯（记者 田小禾）11月6日，河州市举行重点项目开工仪式。"


@pytest.fixture(autouse=True)
def without_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_there", lambda: False)


def document(path: Path, *kinds: str) -> Path:
    """Write a PDF whose pages are "blank" or "picture"."""
    made = pdfium.PdfDocument.new()
    for kind in kinds:
        page = made.new_page(200, 200)
        if kind == "picture":
            image = pdfium.PdfImage.new(made)
            image.set_bitmap(pdfium.PdfBitmap.new_native(10, 10, pdfium.raw.FPDFBitmap_BGR))
            image.set_matrix(pdfium.PdfMatrix().scale(100, 100))
            page.insert_obj(image)
            page.gen_content()
    buffer = io.BytesIO()
    made.save(buffer)
    path.write_bytes(buffer.getvalue())
    return path


def test_pictures_between_pages_of_text_are_named_and_blank_pages_are_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = document(tmp_path / "paper.pdf", "blank", "picture", "blank", "picture", "picture")
    texts = iter([STORY, "", "", "", ""])
    monkeypatch.setattr(pdf, "page_text", lambda *_: Printed(next(texts)))
    notes = Notes()
    assert [page.name for page in load(path, notes)] == ["paper.pdf#page=1"]
    assert [error.reason for error in notes.lost] == ["pages 2, 4 and 5 hold no text (a picture)"]
    assert "kg-newspaper[ocr]" in notes.lost[0].advice


def test_a_damaged_page_costs_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = document(tmp_path / "paper.pdf", "blank", "blank")
    texts = iter([RuntimeError("broken"), STORY])

    def page_text(*_: object) -> Printed:
        found = next(texts)
        if isinstance(found, Exception):
            raise found
        return Printed(found)

    monkeypatch.setattr(pdf, "page_text", page_text)
    notes = Notes()
    assert [page.name for page in load(path, notes)] == ["paper.pdf#page=2"]
    assert [error.reason for error in notes.lost] == ["page 1 holds nothing that can be read (damaged)"]


def test_a_scan_is_refused_as_a_whole(tmp_path: Path) -> None:
    with pytest.raises(PageError, match="a scan"):
        load(document(tmp_path / "paper.pdf", "picture"))


def test_the_number_of_a_page_is_in_its_files_name(tmp_path: Path) -> None:
    pages = [Page(f"p{number}", f"paper.pdf#page={number}", STORY) for number in (1, 12)] + [Page("p3", "paper.txt", STORY)]
    Pages().write(Corpus(tuple(ReadPage(page, ()) for page in pages), (), (), {}), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["paper-p1.json", "paper-p12.json", "paper.json"]
