"""Pages of Founder's publishing system, in which most Chinese papers put their issues on the web: a table whose last cell holds the text.

肩题 / 标题 / 副题 / 作者        the rows above, one cell each
<div id="ozoom"><founder-content><p>…       the text
<!--enpproperty <date>2021-03-04 …</date><author>…</author>…-->     what the system knows of the article
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kg.text.input.web.furniture import DAY, is_name_of_site
from kg.text.input.web.markup import lines

SIGNS = re.compile(r"<founder-content|id=[\"']?ozoom\b|<!--\s*enpproperty", re.I)
"""Any of them makes a page one of Founder's."""
PROPERTIES = re.compile(r"<!--\s*enpproperty(.*?)-->", re.S | re.I)
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
OF_ISSUE = re.compile(r"^\s*([\u4e00-\u9fff]{1,12}?报)(?:数字报|电子版|电子报|多媒体|\s*[-_—|])")
"""A page's title: 河州日报数字报-标题."""
SHORTEST = 4
"""Characters of a headline."""
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
    if not SIGNS.search(markup):
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
        tuple(headline_first(above or lines_above(content, title), known.get("title") or title)),
        paragraphs,
        issue[1] if issue else None,
        date.group() if date else None,
    )


def headline_first(above: Sequence[str], title: str) -> list[str]:
    """Return the lines above a text with its headline first, the longest line that the page's title holds, as other web pages have it."""
    named = max((line for line in above if is_of_title(line, title)), key=len, default=None)
    return ([named] if named else []) + [line for line in above if line != named]


def properties(markup: str) -> dict[str, str]:
    """Return what the system's comment says of the article, by field, entities resolved and tags taken out."""
    found = PROPERTIES.search(markup)
    fields = re.findall(r"<(\w+)>(.*?)</\1>", found[1], re.S) if found else []
    return {name.lower(): html.unescape(re.sub(r"<br\s*/?>", "\n", value)).strip() for name, value in fields}


def lines_above(content: Any, title: str) -> list[str]:
    """Return what is printed above a text: what stands before it in the nearest element that also holds its headline, else in its table."""
    for outer in content.iterancestors():
        above = list(lines(outer, until=content))
        if any(is_of_title(line, title) for line in above):
            return above
    table = next(content.iterancestors("table"), None)
    return list(lines(table, until=content)) if table is not None else []


def is_of_title(line: str, title: str) -> bool:
    """Whether a line is the headline, or a line of it, that the page's title names, and not its paper or day."""
    bare = "".join(line.split())
    return len(bare) >= SHORTEST and bare in "".join(title.split()) and not is_name_of_site(bare) and not DAY.search(bare)
