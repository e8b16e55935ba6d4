"""Files in, pages out."""

from __future__ import annotations

from pathlib import Path

from kg import ids
from kg.errors import PageError
from kg.model import Page


def load(path: Path) -> tuple[Page, ...]:
    """Read a file as newspaper pages; PageError if it cannot be read as text."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise PageError(path, f"cannot be read ({error.strerror})", "check the name") from error
    except UnicodeDecodeError as error:
        raise PageError(path, "is not UTF-8 text", "convert it") from error
    if not text.strip():
        raise PageError(path, "is empty", "give a file that holds a page's text")
    return (Page(ids.page_id(text), path.name, text),)
