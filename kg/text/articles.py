"""A page read as a person would read it: its articles, each with headline, credits, date and body in reading order.

It puts the stages of ``kg.text`` together and makes the records; every rule lives in the module it names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg import ids
from kg.model import BREAK, Article, Byline, Leftover, Page, ReadPage, Seam, Section, Span
from kg.text.bylines import read_credit
from kg.text.credits import is_credit, is_name_list
from kg.text.dates import article_date
from kg.text.headings import assign
from kg.text.locality import article_locality, page_locality
from kg.text.order import reorder
from kg.text.pieces import HEAD, read_pieces
from kg.text.split import Story, divide
from kg.text.surnames import has_surname
from kg.text.squeeze import Squeezed, join, squeeze

OPENING = re.compile(r"^[^（(]{0,14}[（(](?P<credit>[^（）()]{1,60})[）)]")
CLOSING = re.compile(r"[（(](?P<credit>[^（）()，。！？]{2,60})[）)]$")


def read_page(page: Page) -> ReadPage:
    """Read one page: articles in printed order, each repaired, and what belongs to none."""
    pieces, scores = reorder(read_pieces(page.text))
    stories, left = divide(pieces)
    articles: list[Article] = []
    for story in stories:
        article = make(page, story, len(articles))
        if article is not None:
            articles.append(article)
    here = page_locality("".join(c for c in page.text if not c.isspace()))
    articles = [replace(article, locality=article_locality(article.text, here)) for article in articles]
    leftovers = [Leftover("furniture", (Span(p.start, p.end),), p.text) for p in left]
    return ReadPage(page, tuple(articles), tuple(leftovers), here)


def make(page: Page, story: Story, number: int) -> Article | None:
    """Make the record of one story."""
    paragraphs, seams_at = body(story)
    credits = [read_credit(page.text, p.start, p.end) for p in story.credits]
    opening, closing, paragraphs = body_credits(page, paragraphs)
    bylines = tuple(dict.fromkeys([*opening, *closing, *(b for c in credits for b in c)]))
    if not paragraphs:
        return None
    heads = assign(story.heads, "".join(p.text for p in paragraphs))
    text, offsets, sections = "", [], []
    for kind, group in [*heads, ("body", paragraphs)]:
        begin = len(text)
        for chars in group:
            text += chars.text + BREAK
            offsets += [*chars.offsets, -1]
        if len(text) > begin:
            sections.append(Section(kind, begin, len(text)))
    headline = next(("".join(c.text for c in group) for kind, group in heads if kind == "headline"), None)
    subheads = tuple(c.text for kind, group in heads if kind != "headline" for c in group)
    start = sections[-1].start
    seams = tuple(Seam(start + at, score) for at, score in seams_at if start + at < len(text))
    id_ = ids.article_id(page.id, text[start:])
    return Article(id_, page, number, text, tuple(offsets), tuple(sections), headline or None, subheads, bylines,
                   article_date(text[start:], page.date), "caption" if story.is_caption else "story", seams)


def body(story: Story) -> tuple[list[Squeezed], list[tuple[int, float]]]:
    """Join the body pieces into paragraphs; a piece that stops in mid-sentence runs on in the next."""
    paragraphs: list[list[Squeezed]] = []
    is_open = False
    for piece in (p for part in story.parts for p in part.pieces):
        if is_open and piece.kind != HEAD:
            paragraphs[-1].append(piece.chars)
        else:
            paragraphs.append([piece.chars])
        is_open = piece.kind != HEAD and not piece.ends_sentence
    return [join(p) for p in paragraphs], []


def body_credits(page: Page, paragraphs: Sequence[Squeezed]) -> tuple[tuple[Byline, ...], tuple[Byline, ...], list[Squeezed]]:
    """Read the credits in the first and the last words of a body; the last are cut off it, the first stay."""
    kept = list(paragraphs)
    opening: tuple[Byline, ...] = ()
    closing: tuple[Byline, ...] = ()
    if kept and re.match(r"本报|【|新华社|\w{1,6}讯", kept[0].text) and (match := OPENING.match(kept[0].text)):
        opening = credit_of(page, kept[0], match.start("credit"), match.end("credit"))
    if kept and (match := CLOSING.search(kept[-1].text)) and is_signature(match["credit"]):
        closing = credit_of(page, kept[-1], match.start("credit"), match.end("credit"))
        kept[-1] = kept[-1].cut(0, match.start())
    return opening, closing, [p for p in kept if p.text]


def is_signature(text: str) -> bool:
    """Whether words in brackets at a body's end sign it: ``张炬``, ``本报记者宇文娟``; a remark does not."""
    return is_credit(text) or (is_name_list(text) and len(text) <= 8 and has_surname(text) and len(text) > 1)


def credit_of(page: Page, chars: Squeezed, start: int, end: int) -> tuple[Byline, ...]:
    """Read the credit at ``chars[start:end]`` with the page's own spaces."""
    return read_credit(page.text, chars.offsets[start], chars.offsets[end - 1] + 1)


__all__ = ["read_page", "squeeze"]
