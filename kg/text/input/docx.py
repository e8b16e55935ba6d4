"""A DOCX file as text: its paragraphs and table rows in order, one a line, by python-docx."""

from __future__ import annotations

import importlib
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.errors import PageError

LARGEST = 256_000_000


def read_docx(path: Path, data: bytes) -> str:
    """Return a document's text, paragraphs set apart by blank lines; PageError if it cannot be opened or python-docx is not installed."""
    try:
        docx: Any = importlib.import_module("docx")
    except ModuleNotFoundError as error:
        raise PageError(path, "is DOCX, which needs python-docx", "pip install 'kg-newspaper[docx]', or save it as text") from error
    refuse_bomb(path, data)
    document = docx.Document(io.BytesIO(data))
    return "\n\n".join(line for line in lines(document) if line.strip()) + "\n"


def refuse_bomb(path: Path, data: bytes) -> None:
    """Raise PageError if the archive unpacks to more than any document of a newsroom."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = sum(entry.file_size for entry in archive.infolist())
    if size > LARGEST:
        raise PageError(path, f"unpacks to {size // 1_000_000} MB", "take the pictures out, or save it as text")


def lines(document: Any) -> Iterator[str]:
    """Yield the text of paragraphs and of table rows in the order of the document."""
    for item in document.iter_inner_content():
        if hasattr(item, "rows"):
            for row in item.rows:
                yield "　".join(dict.fromkeys(cell.text.strip() for cell in row.cells if cell.text.strip()))
        else:
            yield str(item.text)
