"""Pages of Founder's publishing system, in which most Chinese papers put their issues on the web: a table whose last cell holds the text.

肩题 / 标题 / 副题 / 作者        the rows above, one cell each
<div id="ozoom"><founder-content><p>…       the text
<!--enpproperty <date>2021-03-04 …</date><author>…</author>…-->     what the system knows of the article
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

SIGNS = re.compile(r"<founder-content|id=[\"']?ozoom\b|<!--\s*enpproperty", re.I)
"""Any of them makes a page one of Founder's."""
PROPERTIES = re.compile(r"<!--\s*enpproperty(.*?)-->", re.S | re.I)
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
OF_ISSUE = re.compile(r"^\s*([\u4e00-\u9fff]{1,12}?报)(?:数字报|电子版|电子报|多媒体|\s*[-_—|])")
"""A page's title: 河州日报数字报-标题."""
FIELDS = ("introtitle", "title", "subtitle", "author")
"""What stands above the text, in the order in which it is printed."""


@dataclass(frozen=True, slots=True)
class FounderPage:
    """What stands above an article's text, line by line, its paragraphs, and what its metadata say."""

    above: tuple[str, ...]
    paragraphs: tuple[str, ...]
    newspaper: str | None = None
    date: str | None = None


def read_founder(markup: str, tree: Any) -> FounderPage | None:
    """Read a page of Founder's from its markup and the parsed tree (lxml); None if it is none or its text is not where it should be."""
    if tree is None or not SIGNS.search(markup):
        return None
    content = next(iter(tree.xpath("//founder-content")), None)
    if content is None:
        content = next(iter(tree.xpath("//*[@id='ozoom']")), None)
    paragraphs = tuple(lines(content)) if content is not None else ()
    if not paragraphs:
        return None
    known = properties(markup)
    above = tuple(line for name in FIELDS for line in known.get(name, "").splitlines() if line.strip()) if known.get("title") else ()
    date = DATE.match(known.get("date", ""))
    title = tree.findtext(".//title") or ""
    issue = OF_ISSUE.match(title)
    return FounderPage(
        tuple(headline_first(above or tuple(rows_above(content)), known.get("title") or title)),
        paragraphs,
        issue[1] if issue else None,
        date.group() if date else None,
    )


def headline_first(above: Sequence[str], title: str) -> list[str]:
    """Return the lines above a text with its headline first, the longest line that the page's title holds, as other web pages have it."""
    named = max((line for line in above if line in title), key=len, default=None)
    return ([named] if named else []) + [line for line in above if line != named]


def properties(markup: str) -> dict[str, str]:
    """Return what the system's comment says of the article, by field, entities resolved and tags taken out."""
    found = PROPERTIES.search(markup)
    fields = re.findall(r"<(\w+)>(.*?)</\1>", found[1], re.S) if found else []
    return {name.lower(): html.unescape(re.sub(r"<br\s*/?>", "\n", value)).strip() for name, value in fields}


def lines(element: Any) -> Iterator[str]:
    """Yield the paragraphs of an element: what its blocks and line breaks part."""
    text = ""
    for event in walk(element):
        if event is None:
            if text.strip():
                yield tidy(text)
            text = ""
        else:
            text += event
    if text.strip():
        yield tidy(text)


def walk(element: Any) -> Iterator[str | None]:
    """Yield the text of an element in order, None where a block or line begins or ends; scripts and comments are left out."""
    if not isinstance(element.tag, str) or element.tag in ("script", "style"):
        return
    is_block = element.tag in ("p", "br", "div", "tr", "td", "table", "li", "h1", "h2", "h3")
    if is_block:
        yield None
    yield element.text or ""
    for child in element:
        yield from walk(child)
        yield child.tail or ""
    if is_block:
        yield None


def rows_above(content: Any) -> Iterator[str]:
    """Yield the texts of the cells that stand above the text in its table, in printed order."""
    cell = next((e for e in content.iterancestors() if e.tag in ("td", "th")), None)
    table = next((e for e in content.iterancestors() if e.tag == "table"), None)
    if cell is None or table is None:
        return
    for other in table.iter("td", "th"):
        if other is cell:
            return
        if other.find(".//td") is None and other.find(".//a") is None:
            yield from lines(other)


def tidy(text: str) -> str:
    """Return a paragraph without the white space of the markup; one space stands for a run of them."""
    return re.sub(r"[ \t\r\n\xa0]+", " ", text).strip(" \u3000")
