"""The pages of a PDF, by pypdfium2: characters into lines, lines into blocks, by where they stand; pages that are pictures by OCR.

The order of the blocks is that in which the file draws them; ``kg.text.layout.order`` mends it by what they say.
"""

from __future__ import annotations

import datetime
import importlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from kg.errors import PageError
from kg.model import Sheet
from kg.pool import renew
from kg.text.input import ocr
from kg.text.input.glyphs import read_characters
from kg.text.input.leaves import BLURRED, OCR_TOOL, Leaf, digest, leaf_of, pages, render
from kg.text.input.rows import Printed, read_blocks, read_rows, set_out
from kg.text.input.turned import Box, Edges, level

FINE = 4
"""Units of a sheet to a point."""
MADE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")
"""How a PDF spells a date: D:20210219083000+08'00'."""
STAMP = 40
"""So few Chinese characters over a picture are what a scanner's program printed on it."""


def read_pdf(path: Path, data: bytes, lost: list[PageError]) -> Iterator[Leaf]:
    """Yield the pages that hold text, or pictures that OCR reads; pages that give nothing go to ``lost``.

    Raises PageError if the file cannot be opened, is encrypted, holds no text at all (a scan, without the extra [ocr]), or pypdfium2 is
    not installed.
    """
    try:
        pdfium: Any = importlib.import_module("pypdfium2")
    except ModuleNotFoundError as error:
        raise PageError(path, "is PDF, which needs pypdfium2", "pip install 'kg-newspaper[pdf]', or extract its text") from error
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise PageError(path, f"is a PDF that cannot be opened ({error})", "remove its password or repair it") from error
    total, file = len(document), digest(data)
    pictures, damaged, found = [], [], False
    for number in range(1, total + 1):
        renew()
        try:
            leaf, is_scan = read_leaf(pdfium, document[number - 1], file, number, total)
        except Exception:  # noqa: BLE001 – pypdfium2 raises what it likes on a damaged page; the others are read
            damaged.append(number)
            continue
        if leaf:
            found = True
            yield leaf
        elif is_scan:
            pictures.append(number)
    document.close()
    advice = BLURRED if ocr.is_there() else OCR_TOOL
    if not found:
        raise PageError(path, "is a PDF without text (a scan)", advice)
    lost += [PageError(path, f"{pages(pictures)} no text (a picture)", advice)] if pictures else []
    lost += [PageError(path, f"{pages(damaged)} nothing that can be read (damaged)", "repair the PDF")] if damaged else []


def read_leaf(pdfium: Any, page: Any, file: str, number: int, total: int) -> tuple[Leaf | None, bool]:
    """Return a page, None if it gives no Chinese text, and whether it is a picture."""
    printed = page_text(pdfium, page)
    is_scan = is_picture(pdfium, page, printed.text)
    if is_scan and ocr.is_there():
        leaf = leaf_of(render(page), file, number, total, "application/pdf; ocr")
    else:
        leaf = text_leaf(page, printed, file, number, total)
    return (leaf if has_chinese(leaf.text) else None), is_scan


def text_leaf(page: Any, printed: Printed, file: str, number: int, total: int) -> Leaf:
    """Return a page whose text the file holds; its sheet is the page as shown: cropped, and turned as the file says."""
    width, height = page.get_size()
    frame, rotation = page.get_cropbox(), page.get_rotation()
    shown = replace(printed, parts=tuple((at, turned(edges, frame, rotation)) for at, edges in printed.parts))
    sheet = Sheet(file, number, round(width * FINE), round(height * FINE), shown.runs(height, FINE))
    return Leaf(printed.text, "application/pdf", number, total, sheet, left_out(printed.left_out))


def turned(edges: Edges, frame: Edges, rotation: int) -> Edges:
    """Return edges on the page as shown: what ``frame`` shows of it, turned by 0, 90, 180 or 270 degrees clockwise."""
    left, bottom, right, top = edges
    x, y, far, high = frame
    return {
        0: (left - x, bottom - y, right - x, top - y),
        90: (bottom - y, far - right, top - y, far - left),
        180: (far - right, high - top, far - left, high - bottom),
        270: (high - top, left - x, high - bottom, right - x),
    }[rotation]


def is_picture(pdfium: Any, page: Any, text: str) -> bool:
    """Whether a page is drawn and not written: without Chinese characters, or with a stamp's few over a picture of half the page."""
    if not has_chinese(text):
        return next(page.get_objects(), None) is not None
    if sum(map(has_chinese, text)) > STAMP:
        return False
    width, height = page.get_size()
    images = page.get_objects(filter=(pdfium.raw.FPDF_PAGEOBJ_IMAGE,))
    return any(area(image.get_bounds()) > 0.5 * width * height for image in images)


def area(edges: Edges) -> float:
    """Return the area of a rectangle from its left, bottom, right and top."""
    left, bottom, right, top = edges
    return (right - left) * (top - bottom)


def made_on(data: bytes) -> str | None:
    """Return the day on which a PDF says that it was made (ISO), None if it does not or cannot be opened."""
    pdfium: Any = importlib.import_module("pypdfium2")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        return None
    told = MADE.match(document.get_metadata_value("CreationDate"))
    document.close()
    try:
        return datetime.date(*map(int, told.groups())).isoformat() if told else None
    except ValueError:
        return None


def has_chinese(text: str) -> bool:
    """Whether a text holds a Chinese character; Kangxi radicals and compatibility forms, which PDFs are full of, count."""
    return any("\u2e80" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff" for character in text)


def page_text(pdfium: Any, page: Any) -> Printed:
    """Return the text of one page, blocks set apart by blank lines."""
    characters, askew = read_characters(pdfium.raw, page)
    return replace(arranged(characters), left_out=askew)


def arranged(characters: list[Box]) -> Printed:
    """Return characters, in the order of the file, as blocks of lines; text set down or turned is read along its own lines."""
    blocks = [block for run in level(characters) for block in read_blocks(read_rows(run))]
    return set_out(sorted(blocks, key=lambda block: min(row.index for row in block)))


def left_out(askew: str) -> str:
    """Return the remark on the characters of a page of which no line is made; "" if there is none."""
    count = f"{len(askew)} characters that stand" if len(askew) > 1 else "1 character that stands"
    return f"{count} askew left out ({askew[:12]}{'…' if len(askew) > 12 else ''})" if askew else ""
