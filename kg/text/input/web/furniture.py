"""What of a web page is not its article: lists of links, the site's own lines, the line of day, source and author."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg import lexicon
from kg.text.input.web.markup import BLOCKS, body_of, lines

PROSE = 30
"""So many letters outside links with a full stop among them are a sentence of an article, whatever stands around it."""
DENSE = 0.5
"""A block of which more than this part of the letters are those of links is a list of links."""
DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*(?:日|(?!\d))")
CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?"
SOURCE = re.compile(r"(?:信息|稿件|文章|新闻)?来\s*源\s*[：:]\s*([^\s：:|｜]+)")
AUTHOR = re.compile(r"作\s*者\s*[：:]\s*(\S.{0,60}?)(?=\s*(?:责任编辑|责编|编辑|浏览|阅读|点击|字体|字号|来源|发布|[|｜]|$))")
EDITOR = re.compile(r"(?:责任)?(?:编辑|责编)\s*[：:]\s*[\w·]{2,4}(?:\s+[\w·]{2,4}(?=\s|$))*")
COUNTED = re.compile(
    r"(?:发布|发表|更新|添加|录入)?(?:时间|日期)\s*[：:]|(?:浏览|阅读|点击|访问)(?:次数|量|数)?\s*[：:]?\s*\d*\s*次?|星期[一二三四五六日天]"
    r"|字[体号]\s*[：:]?|[【\[（(]?\s*[大中小]\s*[】\]）)]?(?=\s|[大中小【\[（(】\]|]|$)|评论\s*[：:]?\s*\d+"
)
"""What a site's line on an article holds besides."""
SITE = re.compile(r"(?:网|网站|门户|频道|客户端|[日晚早晨时商快导周]报|都市报|数字报|电子报|电子版|融媒体?|传媒|APP)$")
"""How the name of a site or paper ends."""
LONGEST = 120
"""Letters of a line of the site's own."""
LONGEST_NAME = 8
"""Characters of the name of a site or paper; a headline may end like one."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a site's line on an article says: its day (ISO), whose it is, who wrote it."""

    date: str | None = None
    source: str | None = None
    author: str | None = None


def prune(tree: Any) -> None:
    """Take the lists of links out of a page: blocks of several links without a sentence of their own."""
    body = body_of(tree)
    for block in list(body.iter(*BLOCKS)):
        if block is not body and is_list_of_links(block) and body in block.iterancestors():
            block.drop_tree()


def is_list_of_links(block: Any) -> bool:
    """Whether a block is a list of links."""
    links = list(block.iter("a"))
    if len(links) < 2:
        return False
    linked, whole = sum(letters("".join(link.itertext())) for link in links), letters("".join(block.itertext()))
    return linked > DENSE * whole and not any(is_prose(line) for line in lines(block))


def is_prose(line: str) -> bool:
    """Whether a line is a sentence."""
    return letters(line) >= PROSE and "。" in line


def letters(text: str) -> int:
    """Return how many letters a text holds."""
    return sum(map(str.isalpha, text))


def signature(tree: Any) -> Dateline:
    """Return what the site's own lines say of an article, each from the first that says it."""
    found = [read for block in tree.iter(*BLOCKS) if (read := dateline(spaced(block)))]
    first = (next((value for one in found if (value := getattr(one, name))), None) for name in ("date", "source", "author"))
    return Dateline(*first)


def spaced(block: Any) -> str:
    """Return the text of a block that is no longer than a line, its inner parts set apart; "" of others."""
    parts, length = [], 0
    for part in block.itertext():
        length += len(part.strip())
        if length > LONGEST:
            return ""
        parts.append(part)
    return " ".join(" ".join(parts).split())


def dateline(line: str) -> Dateline | None:
    """Read a site's line on an article; None if a line is something else.

    ``2021-03-04 08:30 来源：河州日报 作者：本报记者 田小禾 浏览次数：12`` → 2021-03-04, 河州日报, 本报记者 田小禾.
    """
    if len(line) > LONGEST or "。" in line:
        return None
    day, source, author = DAY.search(line), SOURCE.search(line), AUTHOR.search(line)
    rest = line
    for found in (AUTHOR, EDITOR, SOURCE, DAY, re.compile(CLOCK), COUNTED):
        rest = found.sub(" ", rest)
    if letters(rest) or not (day or source or author):
        return None
    return Dateline(iso(day) if day else None, source[1] if source else None, author[1].strip() if author else None)


def iso(day: re.Match[str]) -> str | None:
    """Return a printed day as ISO, None if there is no such day."""
    year, month, day_of_month = map(int, day.groups())
    return f"{year}-{month:02}-{day_of_month:02}" if 1 <= month <= 12 and 1 <= day_of_month <= 31 else None


def set_apart(tree: Any) -> None:
    """Put a space after each part of a block that holds a day and no sentence: sites set day, source and author side by side."""
    for block in tree.iter(*BLOCKS):
        text = spaced(block)
        if DAY.search(text) and not re.search("[。，]", text):
            for part in block.iterdescendants():
                part.tail = f" {part.tail or ''}"


def is_name_of_site(line: str) -> bool:
    """Whether a line is no more than the name of a site or paper."""
    return len(line) <= LONGEST_NAME and bool(SITE.search(line)) and line.isalnum()


def is_furniture(line: str) -> bool:
    """Whether a line is the site's and not the article's."""
    bare = "".join(line.split()).replace(":", "：")
    return len(line) <= LONGEST and "。" not in line and bool(site_lines().search(bare))


@cache
def site_lines() -> re.Pattern[str]:
    """Return the pattern of what a site prints around an article."""
    return re.compile("|".join(re.escape(word).replace(r"\^", "^").replace(r"\$", "$") for word in lexicon.ordered("site_lines")))
