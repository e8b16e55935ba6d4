"""The titles before a name, link by link: 市委副书记、市长A → two links.

It knows folded sentences and titles; at which body a title is held is ``bodies``' business.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.extract.clauses.bounds import clause_start
from kg.extract.clauses.folded import Folded
from kg.extract.clauses.patterns import ANY
from kg.extract.posts.titles import Title, read_title

SPLIT = re.compile(r"(?<=[长记任员理监裁席官师事表人委])(?:兼|及|暨|和|兼任)(?=[^兼及暨和]{2,10}$)")

NOW = re.compile(r"(?<=[、，])(?:现任|新任|现为|现)$")
"""What parts a post held now from one that is over: 原甲局局长、现任|乙局局长."""

EDGE = "、，,：:。；;！？!?“”‘’（）()《》—…\n"


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a chain of titles: ``title``, the index of its body's letter (-1: none printed), where it begins."""

    title: Title
    body: int
    start: int


def read_chain(folded: Folded, end: int) -> list[Link]:
    """Read the titles that end right before index ``end``, first printed first: 市委副书记、市长 → two links."""
    links: list[Link] = []
    while end > 0:
        begin = end
        while begin > 0 and folded.text[begin - 1] not in ANY + EDGE:
            begin -= 1
        found = links_of(folded, begin, end)
        if not found:
            break
        end = found[0].start
        if now := NOW.search(folded.text, 0, end):
            found[0] = replace(found[0], title=replace(found[0].title, is_now=True))
            end = now.start()
        links[:0] = found
        if end == 0 or folded.text[end - 1] not in "、，" or (folded.text[end - 1] == "，" and not goes_on(folded, end - 1)):
            break
        end -= 1
    return links


def goes_on(folded: Folded, comma: int) -> bool:
    """Whether the chain goes on before a comma: the clause there is nothing but a body and its title (市政协副主席，市工商联主席甲)."""
    begin = clause_start(folded.text, comma, "、")
    return folded.text[begin : begin + 1] in "ⒸⒶⒾⓏ" and read_title(folded.text[begin + 1 : comma], whole=True) is not None


def links_of(folded: Folded, begin: int, end: int) -> list[Link]:
    """Read one stretch between marks: a body's letter and its title, or two titles joined by 兼 or 及; [] if it is no title."""
    return next((links for read in READINGS if (links := read(folded, begin, end)) is not None), [])


def after_de(folded: Folded, begin: int, end: int) -> list[Link] | None:
    """Read Ⓒ的总经理; None if no 的 stands there."""
    if not folded.text.startswith("的", begin) or folded.text[begin - 1 : begin] not in ("Ⓒ", "Ⓐ", "Ⓘ"):
        return None
    title = read_title(folded.text[begin + 1 : end], whole=False)
    return [Link(title, begin - 1, begin - 1)] if title and not title.start else []


def one_letter_head(folded: Folded, begin: int, end: int) -> list[Link] | None:
    """Read 市工信局长, where the name has taken the title's first letter."""
    if folded.text[begin:end] != "长" or folded.text[begin - 1 : begin] not in ("Ⓐ", "Ⓘ"):
        return None
    last = folded.at[begin - 1][0].surface[-1]
    return [Link(Title(last + "长", "body", "stated", 0), begin - 1, begin - 1)]


def group_member(folded: Folded, begin: int, end: int) -> list[Link] | None:
    """Read 县政府党组成员."""
    is_group = folded.text[begin - 1 : begin] == "Ⓐ" and folded.at[begin - 1][0].surface.endswith("党组")
    return [Link(Title("成员", "body", "stated", 0), begin - 1, begin - 1)] if folded.text[begin:end] == "成员" and is_group else None


def head_of_government(folded: Folded, begin: int, end: int) -> list[Link] | None:
    """Read 政府旗长: the head of the place."""
    text = folded.text[begin:end]
    head = read_title(text[2:], whole=True) if text.startswith("政府") and not body_before(folded, begin) else None
    return [Link(replace(head, text=text), -1, begin)] if head and head.kind == "place" else None


def two_titles(folded: Folded, begin: int, end: int) -> list[Link] | None:
    """Read 董事长兼总经理."""
    text, has_body = folded.text[begin:end], body_before(folded, begin)
    cut = SPLIT.search(text)
    first = read_title(text[: cut.start()], whole=has_body) if cut else None
    second = read_title(text[cut.end() :], whole=True) if cut else None
    return [link(first, begin, has_body), Link(second, -1, begin + cut.end())] if cut and first and second else None


def one_title(folded: Folded, begin: int, end: int) -> list[Link] | None:
    """Read one title, of the body before it if nothing stands between them."""
    text, has_body = folded.text[begin:end], body_before(folded, begin)
    title = read_title(text, whole=has_body)
    if title is None and has_body:
        title, has_body = read_title(text, whole=False), False
    return [link(title, begin, has_body)] if title else None


def body_before(folded: Folded, begin: int) -> bool:
    """Whether a name that may be a post's body stands right before an index."""
    return begin > 0 and folded.text[begin - 1] in "ⒸⒶⒾⓏⓁⒻⒿ"


READINGS = (after_de, one_letter_head, group_member, head_of_government, two_titles, one_title)
"""How a stretch of titles is read, in this order; the first that is not None settles it."""


def link(title: Title, begin: int, has_body: bool) -> Link:
    """Return the link of a title read from index ``begin`` on."""
    return Link(title, begin - 1 if has_body else -1, begin - 1 if has_body else begin + title.start)
