"""The text of a PDF, page by page, by pypdfium2: characters into lines, lines into blocks, by where they stand.

The order of the blocks is that in which the file draws them; ``kg.text.layout.order`` mends it by what they say. A blank line stands
between two blocks, two full-width spaces before a line that is set in.
"""

from __future__ import annotations

import ctypes
import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.errors import PageError
from kg.text.input.turned import Box, level
from kg.text.squeeze import is_blank

OCR = "read it with an OCR tool first (PaddleOCR, Tesseract with chi_sim, ocrmypdf) and give kg the text"


def read_pdf(path: Path, data: bytes, lost: list[PageError]) -> Iterator[tuple[int, int, str]]:
    """Yield (number, number of pages, text) of every page that holds text; pages that are pictures or damaged go to ``lost``.

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
    pictures, damaged, found = [], [], False
    for number in range(total):
        try:
            page = document[number]
            text = page_text(pdfium, page)
            is_picture = not has_chinese(text) and next(page.get_objects(), None) is not None
        except Exception:  # noqa: BLE001 – pypdfium2 raises what it likes on a damaged page; the others are read
            damaged.append(number + 1)
            continue
        if has_chinese(text):
            found = True
            yield number + 1, total, text
        elif is_picture:
            pictures.append(number + 1)
    document.close()
    if not found:
        raise PageError(path, "is a PDF without text (a scan)", OCR)
    lost += [PageError(path, f"{pages(pictures)} no text (a picture)", OCR)] if pictures else []
    lost += [PageError(path, f"{pages(damaged)} nothing that can be read (damaged)", "repair the PDF")] if damaged else []


def has_chinese(text: str) -> bool:
    """Whether a text holds a Chinese character; Kangxi radicals and compatibility forms, which PDFs are full of, count."""
    return any("\u2e80" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff" for character in text)


def pages(numbers: list[int]) -> str:
    """Return the subject and verb of a sentence on pages: ``page 3 holds``, ``pages 3, 4 and 9 hold``."""
    if len(numbers) == 1:
        return f"page {numbers[0]} holds"
    return f"pages {', '.join(map(str, numbers[:-1]))} and {numbers[-1]} hold"


def page_text(pdfium: Any, page: Any) -> str:
    """Return the text of one page, blocks set apart by blank lines."""
    return arranged(read_characters(pdfium, page.get_textpage()))


def arranged(characters: list[Box]) -> str:
    """Return characters, in the order of the file, as blocks of lines; text set down or turned is read along its own lines."""
    blocks = [block for run in level(characters) if run for block in read_blocks(read_rows(run))]
    blocks.sort(key=lambda block: min(row.index for row in block))
    return "\n\n".join("\n".join(set_in(row, block) for row in block) for block in blocks) + "\n" if blocks else ""


def set_in(row: Box, block: list[Box]) -> str:
    """Return a row's text, with two full-width spaces before it when it is set in from its block's edge."""
    edge = min(each.left for each in block)
    return ("\u3000\u3000" if row.left - edge > 1.2 * row.height and len(block) > 1 else "") + row.text


def read_blocks(rows: list[Box]) -> list[list[Box]]:
    """Group rows that stand under one another in one size into blocks, in the order of the file."""
    blocks: list[list[Box]] = []
    for row in sorted(rows, key=lambda box: (-box.top, box.left)):
        above = [block for block in blocks if is_under(block[-1], row)]
        if above:
            min(above, key=lambda block: block[-1].bottom - row.top).append(row)
        else:
            blocks.append([row])
    return sorted(blocks, key=lambda block: min(row.index for row in block))


def is_under(above: Box, row: Box) -> bool:
    """Whether a row stands right under another: near, of one size, and in the same column."""
    apart = above.bottom - row.top
    shared = min(above.right, row.right) - max(above.left, row.left)
    near = -0.6 * row.height < apart < 0.9 * row.height
    alike = 0.75 < row.height / above.height < 1.33
    return near and alike and shared > 0.5 * min(above.right - above.left, row.right - row.left)


def read_rows(characters: list[Box]) -> list[Box]:
    """Put characters that stand side by side on one line together; a gap as wide as half a character becomes a space."""
    rows: dict[int, list[Box]] = {}
    for character in sorted(characters, key=lambda box: box.left):
        level = round(character.middle / 4)
        near = [row for key in (level - 1, level, level + 1) for row in rows.get(key, ()) if is_beside(row, character)]
        if near:
            row = min(near, key=lambda box: abs(character.left - box.right))
            row.add(character, " " if character.left - row.right > 0.45 * row.height else "")
        else:
            rows.setdefault(level, []).append(character)
    return [row for group in rows.values() for row in group]


def is_beside(row: Box, character: Box) -> bool:
    """Whether a character goes on a row: on its line and near, of its size or next to its end in the file (一 has a low box)."""
    big = max(row.height, character.height)
    gap = character.left - row.right
    if abs(row.middle - character.middle) >= 0.4 * big:
        return False
    follows = abs(character.index - row.last) <= 4
    alike = 0.6 < row.height / character.height < 1.7
    return (follows or alike) and -0.8 * big < gap < (1.6 if follows else 0.7) * big


def read_characters(pdfium: Any, textpage: Any) -> list[Box]:
    """Return the characters that print something, with their loose boxes: as high as the font, whatever the shape."""
    found = []
    box = pdfium.raw.FS_RECTF()
    for index in range(textpage.count_chars()):
        character = chr(pdfium.raw.FPDFText_GetUnicode(textpage.raw, index))
        if is_blank(character) or character in "\x00\x02\ufffe":
            continue
        pdfium.raw.FPDFText_GetLooseCharBox(textpage.raw, index, ctypes.byref(box))
        found.append(Box(character, index, box.left, box.bottom, box.right, box.top, index))
    return found
