"""The text of a part of a web page, line by line."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from typing import Any

PROSE = (
    "address article aside blockquote br caption center dd div dl dt figcaption figure footer form header hr li main nav ol p section ul"
)
TABLES = "table tbody td tfoot th thead tr"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = frozenset((*PROSE.split(), *TABLES.split(), *HEADINGS))
"""The elements that begin and end a line."""


def body_of(tree: Any) -> Any:
    """Return the body of a page, all of what is a part of one."""
    body = tree.find("body")
    return tree if body is None else body


def lines(element: Any, until: Any = None) -> Iterator[str]:
    """Yield the paragraphs of an element, up to one of its parts if that is given: what its blocks and line breaks part."""
    text = ""
    for event in walk(element, until):
        text += event or ""
        if event is None:
            if text.strip():
                yield tidy(text)
            text = ""
    if text.strip():
        yield tidy(text)


def walk(element: Any, until: Any) -> Generator[str | None, None, bool]:
    """Yield the text of an element in order, None where a block or line begins or ends; return whether ``until`` was met.

    Scripts and comments are left out.
    """
    if element is until:
        return True
    if not isinstance(element.tag, str) or element.tag in ("script", "style"):
        return False
    if element.tag in BLOCKS:
        yield None
    yield element.text or ""
    for child in element:
        if (yield from walk(child, until)):
            return True
        yield child.tail or ""
    if element.tag in BLOCKS:
        yield None
    return False


def tidy(text: str) -> str:
    """Return a paragraph without the white space of the markup; one space stands for a run of them."""
    return re.sub(r"[ \t\r\n\xa0]+", " ", text).strip(" \u3000")
