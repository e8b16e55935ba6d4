"""A DOCX file as text: what Word shows of it, paragraphs and table rows in order, one a line. python-docx opens it."""

from __future__ import annotations

import importlib
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.errors import PageError

LARGEST = 256_000_000
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HOLDERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "AlternateContent", "Choice"})
"""Elements around paragraphs and rows that show nothing themselves."""
UNSEEN = frozenset({"del", "moveFrom", "rt", "txbxContent", "Fallback", "pPr", "rPr", "instrText", "delText", "sdtPr"})
MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read_docx(path: Path, data: bytes) -> tuple[str, str | None]:
    """Return a document's text, paragraphs set apart by blank lines, and the day on which it says that it was made (ISO).

    Raises PageError if it cannot be opened or python-docx is not installed.
    """
    try:
        docx: Any = importlib.import_module("docx")
    except ModuleNotFoundError as error:
        raise PageError(path, "is DOCX, which needs python-docx", "pip install 'kg-newspaper[docx]', or save it as text") from error
    refuse_bomb(path, data)
    document = docx.Document(io.BytesIO(data))
    made = document.core_properties.created
    text = "\n\n".join(line for line in lines(document.element.body) if line.strip()) + "\n"
    return text, made.date().isoformat() if made else None


def refuse_bomb(path: Path, data: bytes) -> None:
    """Raise PageError if the archive unpacks to more than any document of a newsroom."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = sum(entry.file_size for entry in archive.infolist())
    if size > LARGEST:
        raise PageError(path, f"unpacks to {size // 1_000_000} MB", "take the pictures out, or save it as text")


def local(element: Any) -> str:
    """Return an element's name without its namespace; "" of a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def lines(element: Any) -> Iterator[str]:
    """Yield what Word shows of a body, cell or text box: paragraphs, the text boxes anchored in each, table rows, in their order.

    Tracked insertions are text, deletions are not; a paragraph whose end is deleted goes on in the next. Content controls and smart
    tags are what they hold.
    """
    begun = ""
    for child in element:
        name = local(child)
        if name == "p":
            begun += "".join(shown(child))
            if goes_on(child):
                continue
            yield begun
            begun = ""
            for box in boxes(child):
                yield from lines(box)
        elif name == "tr":
            yield "\u3000".join(filter(None, (" ".join(lines(cell)).strip() for cell in cells(child))))
        elif name == "tbl" or name in HOLDERS:
            yield from lines(child)
    if begun:
        yield begun


def goes_on(paragraph: Any) -> bool:
    """Whether the mark that ends a paragraph is deleted, in the properties of the mark: pPr/rPr/del."""
    marks = (rpr for ppr in paragraph if local(ppr) == "pPr" for rpr in ppr if local(rpr) == "rPr")
    return any(local(one) in ("del", "moveFrom") for rpr in marks for one in rpr)


def cells(row: Any) -> Iterator[Any]:
    """Yield the cells of a row, not those of tables within them."""
    for child in row:
        if local(child) == "tc":
            yield child
        elif local(child) in HOLDERS:
            yield from cells(child)


def boxes(element: Any) -> Iterator[Any]:
    """Yield the outermost text boxes inside a paragraph, each once: Word writes them twice, for itself and for older programs."""
    for child in element:
        if local(child) == "txbxContent":
            yield child
        elif local(child) != "Fallback":
            yield from boxes(child)


def shown(element: Any) -> Iterator[str]:
    """Yield the characters that a paragraph shows, without text boxes, deletions, hidden text, field codes and the readings of ruby."""
    for child in element:
        name = local(child)
        if name == "t":
            yield child.text or ""
        elif name in MARKS:
            yield MARKS[name]
        elif name not in UNSEEN and not is_hidden(child):
            yield from shown(child)


def is_hidden(element: Any) -> bool:
    """Whether a run is set as hidden."""
    properties = next((child for child in element if local(child) == "rPr"), ())
    return any(local(one) == "vanish" and one.get(f"{{{WORD}}}val") not in ("0", "false", "off") for one in properties)
