"""The text of a PDF, page by page, lines and columns kept apart, by pypdfium2.

The order is that of the file; where the pen jumps to another column or down past a gap a blank line is set, so that the
blocks can be told apart and put in order by what they say.
"""

from __future__ import annotations

import ctypes
import importlib
import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import PageError

OCR = "read it with an OCR tool first (PaddleOCR, Tesseract with chi_sim, ocrmypdf) and give kg the text"


@dataclass(slots=True)
class Row:
    """Characters on one printed line, with the edges of what they cover in points; y grows upwards."""

    text: str
    left: float
    right: float
    bottom: float
    top: float


def read_pdf(path: Path, data: bytes) -> Iterator[tuple[int, int, str]]:
    """Yield (number, number of pages, text) of every page that holds text.

    Raises PageError if the file cannot be opened, is encrypted, holds no text at all (a scan), or pypdfium2 is not installed.
    """
    try:
        pdfium: Any = importlib.import_module("pypdfium2")
    except ModuleNotFoundError as error:
        raise PageError(path, "is PDF, which needs pypdfium2", "pip install 'kg-newspaper[pdf]', or extract its text") from error
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise PageError(path, f"is a PDF that cannot be opened ({error})", "remove its password or repair it") from error
    total = len(document)
    found = False
    for number in range(total):
        text = page_text(pdfium, document[number])
        if any("\u4e00" <= character <= "\u9fff" for character in text):
            found = True
            yield number + 1, total, text
    document.close()
    if not found:
        raise PageError(path, "is a PDF without text (a scan)", OCR)


def page_text(pdfium: Any, page: Any) -> str:
    """Return the text of one page with a blank line at every jump."""
    rows = list(read_rows(pdfium, page.get_textpage()))
    if not rows:
        return ""
    height = statistics.median(row.top - row.bottom for row in rows)
    parts = [rows[0].text]
    for above, row in zip(rows, rows[1:], strict=False):
        parts.append(("\n\n" if is_jump(above, row, height) else "\n") + row.text)
    return "".join(parts) + "\n"


def is_jump(above: Row, row: Row, height: float) -> bool:
    """Whether a row does not stand right under the one before: in another column, higher up, past a gap, or in another size."""
    apart = above.bottom - row.top
    aside = row.left > above.right or row.right < above.left
    size = (row.top - row.bottom) / max(above.top - above.bottom, 0.1)
    return aside or apart > 1.1 * height or apart < -1.5 * height or not 0.75 < size < 1.35


def read_rows(pdfium: Any, textpage: Any) -> Iterator[Row]:
    """Yield the printed lines in the order of the file; a space is kept where the page shows a gap."""
    row: Row | None = None
    for index in range(textpage.count_chars()):
        character = chr(pdfium.raw.FPDFText_GetUnicode(textpage.raw, index))
        if character in "\r\n\x00\ufffe\x02":
            continue
        left, bottom, right, top = charbox(pdfium, textpage, index)
        if character.isspace() or right <= left:
            if row:
                row.text += " "
            continue
        middle = (bottom + top) / 2
        if row and row.bottom - 1 <= middle <= row.top + 1 and -2 <= left - row.right < 3 * (top - bottom):
            row.text += character
            row.right, row.bottom, row.top = max(row.right, right), min(row.bottom, bottom), max(row.top, top)
            continue
        if row and row.text.strip():
            yield row
        row = Row(character, left, right, bottom, top)
    if row and row.text.strip():
        yield row


def charbox(pdfium: Any, textpage: Any, index: int) -> tuple[float, float, float, float]:
    """Return a character's loose box (left, bottom, right, top): as high as its font, whatever its shape."""
    box = pdfium.raw.FS_RECTF()
    pdfium.raw.FPDFText_GetLooseCharBox(textpage.raw, index, ctypes.byref(box))
    return box.left, box.bottom, box.right, box.top
