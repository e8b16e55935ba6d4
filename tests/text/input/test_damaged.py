"""A file whose reader raises costs one line: damaged archives, PDFs and markup, whatever their readers make of them."""

from __future__ import annotations

import contextlib
import io
import random
import zipfile
from pathlib import Path

import pytest

from kg.errors import PageError
from kg.pipeline import build
from kg.text.input.pages import Notes, load

STORY = "本报讯（记者 田小禾）11月6日，河州市举行重点项目开工仪式，市长陈平原宣布开工。该项目总投资三亿元，由河州水务公司建设。"


def docx_bytes() -> bytes:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph(STORY)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def pdf_bytes(n_pages: int = 1) -> bytes:
    pdfium = pytest.importorskip("pypdfium2")
    document = pdfium.PdfDocument.new()
    for _ in range(n_pages):
        document.new_page(200, 200)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def damaged(data: bytes, seed: int) -> bytes:
    """Change, cut out or double a few bytes, the first eight left alone so that the kind of the file is still told by them."""
    chance = random.Random(seed)
    changed = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(8, len(changed))
        deed = chance.randrange(4)
        if deed == 0:
            changed[at] = chance.randrange(256)
        elif deed == 1:
            del changed[at : at + chance.randint(1, 400)]
        elif deed == 2:
            changed[at:at] = changed[at : at + 50]
        else:
            del changed[max(at, 40) :]
        if len(changed) < 40:
            break
    return bytes(changed)


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_damaged_file_gives_pages_or_one_line(kind: str, tmp_path: Path) -> None:
    whole = docx_bytes() if kind == "docx" else pdf_bytes()
    path = tmp_path / f"page.{kind}"
    lines: list[str] = []
    for seed in range(60):
        path.write_bytes(damaged(whole, seed))
        try:
            load(path)
        except PageError as error:
            lines.append(str(error) if error.advice else "no advice\n")
    assert len(lines) > 10
    assert not [line for line in lines if "\n" in line]


def test_whatever_a_reader_raises_is_that_files_line_and_the_others_are_built(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bad.docx", "w") as archive:
        archive.writestr("word/document.xml", "<w:document")
    (tmp_path / "cut.docx").write_bytes(docx_bytes()[:300])
    (tmp_path / "good.txt").write_text(STORY, encoding="utf-8")
    made = build([tmp_path], workers=1, reader="fast")
    assert [read.page.name for read in made.corpus.pages] == ["good.txt"]
    assert [Path(failure.path).name for failure in made.failures] == ["bad.docx", "cut.docx"]


def test_a_docx_that_unpacks_to_more_than_a_page_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx_bytes())) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        new.writestr("word/media/padding.bin", bytes(300_000_000))
    path = tmp_path / "bomb.docx"
    path.write_bytes(buffer.getvalue())
    with pytest.raises(PageError, match="unpacks to"):
        load(path)


def test_random_bytes_after_a_known_beginning_never_raise_anything_else(tmp_path: Path) -> None:
    chance = random.Random(7)
    for number, lead in enumerate([b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b"<!DOCTYPE html><h1>", "本报讯".encode(), b"\xff\xfe"] * 6):
        path = tmp_path / f"{number}.{['pdf', 'docx', 'html', 'htm', 'txt', 'txt'][number % 6]}"
        path.write_bytes(lead + chance.randbytes(chance.choice([0, 3, 200, 3000])))
        with contextlib.suppress(PageError):
            load(path, Notes())
