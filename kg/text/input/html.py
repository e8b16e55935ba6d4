"""An HTML article as text: title, what stands around it, paragraphs; everything else of the page left out, by trafilatura."""

from __future__ import annotations

import html
import importlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import PageError


@dataclass(frozen=True, slots=True)
class WebArticle:
    """The text of an HTML article, one paragraph a line, and what its metadata say."""

    text: str
    newspaper: str | None = None
    date: str | None = None


def read_html(path: Path, markup: str) -> WebArticle:
    """Extract the article of an HTML page; PageError if trafilatura is not installed or finds no text."""
    try:
        trafilatura: Any = importlib.import_module("trafilatura")
    except ModuleNotFoundError as error:
        raise PageError(path, "is HTML, which needs trafilatura", "pip install 'kg-newspaper[html]', or save the page as text") from error
    document = trafilatura.bare_extraction(markup, include_comments=False, include_tables=True, favor_recall=True, with_metadata=True)
    body = (document.text or "").strip() if document else ""
    if not body:
        raise PageError(path, "holds no article text", "save the article's text and give that")
    title = headline(markup) or (document.title or "").strip()
    lines = [cell for line in body.splitlines() for cell in cells(line)]
    text = "\n\n".join(([title] if title and title not in lines[0] else []) + lines) + "\n"
    newspaper = document.sitename if document.sitename and document.sitename.endswith("报") else None
    return WebArticle(text, newspaper, document.date)


def headline(markup: str) -> str | None:
    """Return the first heading of the page with its line breaks, tags taken out; None if it has none."""
    match = re.search(r"<h1\b[^>]*>(.*?)</h1>", markup, re.S | re.I)
    if not match:
        return None
    lines = re.split(r"<br\s*/?>", match[1], flags=re.I)
    text = "\n".join(html.unescape(re.sub(r"<[^>]+>|&nbsp;", " ", line)).strip() for line in lines).strip()
    return text or None


def cells(line: str) -> list[str]:
    """Return the texts of a line: itself, or the cells of a row of a table, which trafilatura sets between pipes."""
    if line.count("|") < 2 and not line.lstrip().startswith("|"):
        return [line.strip()] if line.strip() else []
    return [cell.strip() for cell in line.split("|") if cell.strip(" -:\t\u3000")]
