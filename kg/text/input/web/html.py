"""An HTML article as text: title, what stands around it, paragraphs; everything else of the page left out, by trafilatura."""

from __future__ import annotations

import importlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import PageError
from kg.text.input.web.founder import SHORTEST, read_founder
from kg.text.input.web.furniture import SITE, Dateline, dateline, is_furniture, is_name_of_site, is_prose, prune, set_apart, signature
from kg.text.input.web.markup import BLOCKS, HEADINGS, body_of, lines

LONGEST_CELL = 60
"""Characters; a table's cell that holds more is a page's column, not a datum."""
UNDER_HEADLINE = 6
"""Lines among which it stands."""
LATEST = 8
"""Lines between a headline and its text, among which it may be repeated."""
TELLING = 12
"""Characters of a line that is hardly found in a text by chance."""
PARTS = re.compile(r"\s*(?:[_|｜]|[-—–]+)\s*")
"""What stands between a headline and the name of the site in a page's title."""
ADVICE = "save the article's text and give that"
CELL, ROW = "⇥", "⏎"
"""What stands between the cells and rows of a table of data until its text is extracted."""


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
    if tree is None:
        raise PageError(path, "holds no article text", ADVICE)
    printed, title = signature(tree), title_of(tree)
    prune(tree)
    set_apart(tree)
    founder = read_founder(markup, tree)
    if founder:
        return signed([*founder.above, *founder.paragraphs], founder.newspaper, founder.date, printed)
    article = extracted(trafilatura, tree, headline(tree, title), printed)
    if article is None:
        raise PageError(path, "holds no article text", ADVICE)
    return article


def extracted(trafilatura: Any, tree: Any, heading: str, printed: Dateline) -> WebArticle | None:
    """Return the article of a page that is cleared of lists of links, by what trafilatura finds of it; None if that is nothing."""
    own = list(lines(body_of(unwrapped(tree))))
    kicker = kicker_of(tree, heading)
    document = trafilatura.bare_extraction(
        tree,
        include_comments=False,
        include_tables=True,
        favor_recall=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    body = selected(own, document.text or "") if document else range(0)
    text = [line for line in own[body.start : body.stop] if not is_furniture(line)]
    if not text:
        return None
    around = [*lines_above(own[: body.start], kicker, heading), *text]
    repeated = {bare(heading), *map(bare, heading.splitlines())}
    rest = [line for number, line in enumerate(around) if number > LATEST or not (bare(line) in repeated or is_name_of_site(line))]
    papers = (document.sitename, *filter(is_name_of_site, around[:LATEST]))
    newspaper = next((name for name in papers if name and name.endswith("报")), None)
    return signed([*filter(None, [heading]), *map(cells, rest)], newspaper, None if printed.date else document.date, printed)


def selected(own: Sequence[str], found: str) -> range:
    """Return which of a page's lines are its article: those that trafilatura found, and sentences among and beside them that it left out.

    It chooses well, but runs paragraphs together.
    """
    whole = letters_of(found)
    chosen = [letters_of(line) in whole or is_prose(line) for line in own]
    telling = [at for at, line in enumerate(own) if chosen[at] and (is_prose(line) or len(line) >= TELLING)]
    telling = telling or [at for at, _ in enumerate(own) if chosen[at]]
    if not telling:
        return range(0)
    start, stop = telling[0], telling[-1] + 1
    while start > 0 and chosen[start - 1]:
        start -= 1
    while stop < len(own) and chosen[stop]:
        stop += 1
    return range(start, stop)


def letters_of(text: str) -> str:
    """Return the letters and figures of a text, which stay as they are however it is cleaned."""
    return "".join(filter(str.isalnum, text))


def lines_above(own: Sequence[str], kicker: Sequence[str], heading: str) -> list[str]:
    """Return what stands around a headline above an article (kicker, second headline, authors) from the lines before its text."""
    at = next((at for at in reversed(range(len(own))) if own[at] in heading.splitlines()), None)
    after = [] if at is None or len(own) - at > LATEST else own[at:]
    return [line for line in (*kicker, *after) if len(line) < LONGEST_CELL and not is_furniture(line)]


def kicker_of(tree: Any, heading: str) -> list[str]:
    """Return the line that stands right before the headline beside it; none if it is a link or there is no such line."""
    for block in tree.iter(*BLOCKS):
        before = block.getprevious()
        if before is None or before.tag not in BLOCKS or list(lines(block)) != heading.splitlines():
            continue
        return list(lines(before))[-1:] if before.find(".//a") is None else []
    return []


def bare(text: str) -> str:
    """Return text without white space."""
    return "".join(text.split())


def signed(text: list[str], newspaper: str | None, date: str | None, printed: Dateline) -> WebArticle:
    """Return an article of these lines; of the line under its headline that gives day, source and author the author stays as a credit.

    ``printed`` is what such a line says anywhere on the page.
    """
    kept, author = [], printed.author
    for number, line in enumerate(text):
        found = dateline(line) if number < UNDER_HEADLINE else None
        if not found or not (found.author or found.source):
            kept.append(line)
        elif found.author:
            author = found.author
    if author and not any(author in line for line in kept):
        kept.insert(1, credit(author))
    source = printed.source if (printed.source or "").endswith("报") else None
    return WebArticle("\n\n".join(kept) + "\n", newspaper or source, date or printed.date)


def credit(author: str) -> str:
    """Return the credit of an author as papers print it."""
    return author if re.search("记者|通讯员", author) else f"作者：{author}"


def title_of(tree: Any) -> str:
    """Return what a page calls itself: its title, else that which it gives to those who share it."""
    shared = tree.xpath("//meta[@property='og:title' or @name='ArticleTitle' or @name='articletitle']/@content")
    found: str = (tree.findtext(".//title") or "").strip() or next(iter(shared), "")
    return " ".join(found.split())


def headline(tree: Any, title: str) -> str:
    """Return the headline of a page with its line breaks: the block that its title names, its first heading, or the title's first part.

    Of several blocks one that does not end like a site's name counts before others, then a heading, then one at the title's beginning,
    then the longest.
    """
    whole = bare(title)
    best, rank = "", (False, False, False, 0)
    for block in tree.iter(*BLOCKS, "span", "strong", "b"):
        own = bare("".join(block.itertext()))
        if len(own) < SHORTEST or len(own) > len(whole) or own not in whole:
            continue
        this = (not SITE.search(own), block.tag in HEADINGS, whole.startswith(own), len(own))
        best, rank = max((best, rank), ("\n".join(lines(block)), this), key=lambda one: one[1])
    first = PARTS.split(title)[0].strip()
    return ("" if is_name_of_site(bare(best)) else best) or first_heading(tree) or ("" if is_name_of_site(bare(first)) else first)


def first_heading(tree: Any) -> str:
    """Return the first heading of a page that is no link and not the name of the site; "" if it has none."""
    for kind in HEADINGS:
        for block in tree.iter(kind):
            text = "\n".join(lines(block))
            if text and block.find(".//a") is None and not is_name_of_site(bare(text)):
                return text
    return ""


def unwrapped(tree: Any) -> Any:
    """Return a page whose cells of prose, by which it is laid out, are blocks like any other, and whose tables of data are paragraphs."""
    for cell in list(tree.iter("td", "th")):
        if cell.find(".//td") is None and len("".join(cell.itertext()).strip()) > LONGEST_CELL:
            for element in (cell, *cell.iterancestors("td", "th", "tr", "tbody", "thead", "table")):
                for part in (element, *element.iterchildren("td", "th")):
                    part.tag = "div"
    for table in list(tree.iter("table")):
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


def cells(line: str) -> str:
    """Return a line as it is; a table of data as lines whose cells stand apart by tabs."""
    return line.replace(CELL, "\t").replace(ROW, "\n")
