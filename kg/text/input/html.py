"""An HTML article as text: title, what stands around it, paragraphs; everything else of the page left out, by trafilatura."""

from __future__ import annotations

import html
import importlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import PageError
from kg.text.input.founder import read_founder

LONGEST_CELL = 60
"""Characters; a table's cell that holds more is a page's column, not a datum."""
SIGNED = re.compile(
    r"(?P<date>\d{4}[-年]\d{1,2}[-月]\d{1,2}日?)?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?\s*(?:来源\s*[：:]\s*(?P<source>\S+))?\s*"
    r"(?:作者\s*[：:]\s*(?P<author>\S.{1,60}?))?\s*(?:编辑\s*[：:].*)?"
)
"""The line under a headline: 2021-03-04 08:30 来源：河州日报 作者：本报记者 田小禾."""
UNDER_HEADLINE = 6
"""Lines among which it stands."""
CELL, ROW = "⇥", "⏎"
"""What stands between the cells and rows of a table of data until its text is extracted."""
PIPE = re.compile(r"(?<!\\)\|")
"""What trafilatura sets between the cells of a row; a printed bar has a backslash before it."""


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
    tree = trafilatura.load_html(markup)
    founder = read_founder(markup, tree)
    if founder:
        return signed([*founder.above, *founder.paragraphs], founder.newspaper, founder.date)
    document = trafilatura.bare_extraction(
        unwrapped(tree),
        include_comments=False,
        include_tables=True,
        favor_recall=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    body = (document.text or "").strip() if document else ""
    if not body:
        raise PageError(path, "holds no article text", "save the article's text and give that")
    title = headline(markup) or (document.title or "").strip()
    lines = blocks(body)
    newspaper = document.sitename if document.sitename and document.sitename.endswith("报") else None
    return signed(([title] if title and title not in lines[0] else []) + lines, newspaper, document.date)


def signed(lines: list[str], newspaper: str | None, date: str | None) -> WebArticle:
    """Return an article of these lines; of the line under its headline that gives day, source and author the author stays as a credit."""
    kept = []
    for number, line in enumerate(lines):
        found = SIGNED.fullmatch(line) if number < UNDER_HEADLINE else None
        if not found or not (found["author"] or found["source"]):
            kept.append(line)
            continue
        date = date or "-".join(part.zfill(2) for part in re.findall(r"\d+", found["date"] or "")) or None
        newspaper = newspaper or (found["source"] if (found["source"] or "").endswith("报") else None)
        if found["author"]:
            kept.append(found["author"] if re.search("记者|通讯员", found["author"]) else f"作者：{found['author']}")
    return WebArticle("\n\n".join(kept) + "\n", newspaper, date)


def headline(markup: str) -> str | None:
    """Return the first heading of the page with its line breaks, tags taken out; None if it has none."""
    match = re.search(r"<h1\b[^>]*>(.*?)</h1>", markup, re.S | re.I)
    if not match:
        return None
    lines = re.split(r"<br\s*/?>", match[1], flags=re.I)
    text = "\n".join(html.unescape(re.sub(r"<[^>]+>|&nbsp;", " ", line)).strip() for line in lines).strip()
    return text or None


def unwrapped(tree: Any) -> Any:
    """Return a page whose cells of prose, by which it is laid out, are blocks like any other, and whose tables of data are paragraphs."""
    for cell in [] if tree is None else list(tree.iter("td", "th")):
        if cell.find(".//td") is None and len("".join(cell.itertext()).strip()) > LONGEST_CELL:
            for element in (cell, *cell.iterancestors("td", "th", "tr", "tbody", "thead", "table")):
                for part in (element, *element.iterchildren("td", "th")):
                    part.tag = "div"
    for table in [] if tree is None else list(tree.iter("table")):
        flatten(table)
    return tree


def flatten(table: Any) -> None:
    """Make a table of data (rows of several cells, no links, no table in it) a paragraph with CELL and ROW between cells and rows, which
    trafilatura might part."""
    rows = [[" ".join("".join(cell.itertext()).split()) for cell in row.iter("td", "th")] for row in table.iter("tr")]
    if sum(len(row) > 1 for row in rows) > 1 and table.find(".//a") is None and table.find(".//table") is None:
        tail = table.tail
        table.clear()
        table.tag, table.tail = "p", tail
        table.text = ROW.join(CELL.join(row) for row in rows if any(row))


def blocks(body: str) -> list[str]:
    """Return the paragraphs of an extracted text; a table of data is one of lines whose cells stand apart by tabs."""
    return [
        text.strip().replace("\\|", "|").replace(CELL, "\t").replace(ROW, "\n")
        for line in body.splitlines()
        for text in (PIPE.split(line) if line.lstrip().startswith("|") or len(PIPE.findall(line)) > 1 else (line,))
        if text.strip(" -:\t\u3000")
    ]
