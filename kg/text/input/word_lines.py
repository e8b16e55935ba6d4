"""What Word shows of the elements of a document: paragraphs, text boxes and table rows in order, one a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HOLDERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "Choice", "Fallback"})
"""Elements around paragraphs and rows that show nothing themselves."""
UNSEEN = frozenset({"del", "moveFrom", "rt", "txbxContent", "pPr", "rPr", "instrText", "delText", "sdtPr"})
MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def local(element: Any) -> str:
    """Return an element's name without its namespace; "" of a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: Any) -> Iterator[Any]:
    """Yield the parts of an element; of one that is written for newer and for older programs the newer, if there is one."""
    for child in element:
        if local(child) == "AlternateContent":
            versions = sorted((one for one in child if local(one) in ("Choice", "Fallback")), key=lambda one: local(one) != "Choice")
            yield from versions[:1]
        elif not (local(child) == "sdt" and is_empty_form(child)):
            yield child


def is_empty_form(control: Any) -> bool:
    """Whether a content control holds nothing but the hint to fill it in: sdtPr/showingPlcHdr."""
    return any(local(one) == "showingPlcHdr" for properties in control if local(properties) == "sdtPr" for one in properties)


def lines(element: Any) -> Iterator[str]:
    """Yield what Word shows of a body, cell or text box: paragraphs, the text boxes anchored in each, table rows, in their order.

    Tracked insertions are text, deletions are not; a paragraph whose end is deleted goes on in the next. Content controls and smart
    tags are what they hold.
    """
    begun = ""
    for child in children(element):
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
    for child in children(row):
        if local(child) == "tc":
            yield child
        elif local(child) in HOLDERS:
            yield from cells(child)


def boxes(element: Any) -> Iterator[Any]:
    """Yield the outermost text boxes inside a paragraph, and letters drawn as a picture (WordArt), whose text is an attribute."""
    for child in children(element):
        if local(child) == "txbxContent":
            yield child
        elif local(child) == "textpath" and child.get("string"):
            yield drawn(child)
        elif local(child) not in UNSEEN:
            yield from boxes(child)


def drawn(letters: Any) -> Any:
    """Return letters drawn as a picture as a box that holds them."""
    box = letters.makeelement(f"{{{WORD}}}txbxContent")
    box.append(paragraph(box, letters.get("string")))
    return box


def paragraph(near: Any, text: str) -> Any:
    """Return a paragraph of this text, for the document of ``near``."""
    made, run, held = (near.makeelement(f"{{{WORD}}}{name}") for name in ("p", "r", "t"))
    made.append(run)
    run.append(held)
    held.text = text
    return made


def shown(element: Any) -> Iterator[str]:
    """Yield the characters that a paragraph shows, without text boxes, deletions, hidden text, field codes and the readings of ruby."""
    for child in children(element):
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
