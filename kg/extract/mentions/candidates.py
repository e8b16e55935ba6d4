"""A name that a finder proposes, and which of those that overlap stand: the longest, and inside it only what may be a name of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.extract.mentions.tagged import TaggedArticle
from kg.model import BREAK
from kg.names.anatomy import FORM, trade_words


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that a finder proposes: article offsets, half-open, and how sure the finder is.

    ``inner`` says that it may stand inside a longer name as a name of its own (the 国务院 of 国务院标准化联席会议); ``parent`` is the
    range of the body that the name says it belongs to.
    """

    start: int
    end: int
    type: str
    rule: str
    score: float = 0.8
    inner: bool = False
    parent: tuple[int, int] | None = None
    name: str | None = None

    @property
    def span(self) -> tuple[int, int]:
        """The range, for looking up."""
        return self.start, self.end


OPENING = {"“": "”", "‘": "’", "《": "》"}

PUBLISHER = re.compile(r"社|报社|报业集团|报业集团公司|新闻网|新闻社|传媒集团|中小学校?|学校|附属中学|附属小学")
"""What makes a longer name of the same body: 某某日报|社, 某某日报|报业集团."""

INNER_TYPES = ("company", "agency", "institution", "zone", "facility", "project")


def tidied(article: TaggedArticle, candidate: Candidate) -> Candidate:
    """Return the candidate without what no name holds: a paragraph's end before it, a quotation mark that nothing closes.

    总投资3亿元⏎云岭水厂二期扩建工程 is 云岭水厂二期扩建工程; “云岭行动 opened and not closed inside is 云岭行动.
    """
    text = article.text[candidate.start : candidate.end]
    start = candidate.start + text.rfind(BREAK) + 1
    if article.text[start] in OPENING and OPENING[article.text[start]] not in text:
        start += 1
    return replace(candidate, start=start) if candidate.start < start < candidate.end else candidate


def choose(article: TaggedArticle, found: list[Candidate]) -> list[Candidate]:
    """Return the candidates that stand: longest first, those inside only if they may be."""
    chosen: list[Candidate] = []
    for candidate in sorted((tidied(article, c) for c in found), key=lambda c: (-(c.end - c.start), -c.score, c.start, c.type)):
        clash = [c for c in chosen if c.start < candidate.end and candidate.start < c.end]
        if not clash or all(is_inside(article, candidate, c) for c in clash):
            chosen.append(candidate)
    return sorted(chosen, key=lambda c: (c.start, -c.end))


def is_inside(article: TaggedArticle, inner: Candidate, outer: Candidate) -> bool:
    """Whether ``inner`` is a name of its own within ``outer``: 许昌供电公司 in its unit's name, not 某源电气 in 某源电气有限公司."""
    if not (outer.start <= inner.start and inner.end < outer.end and inner.inner and inner.type in INNER_TYPES):
        return False
    if outer.rule == "document" and inner.start != outer.start and article.text[inner.start - 1] != "、":
        return False
    if outer.rule.startswith("short for") and inner.type == "agency":
        return False
    rest = article.text[inner.end : outer.end]
    if inner.type == "institution" and inner.start == outer.start and (PUBLISHER.fullmatch(rest) or FORM.fullmatch(rest)):
        return False
    if inner.type == "company" and outer.type == "institution" and inner.rule in ("again", "brand and trade"):
        return not PUBLISHER.fullmatch(rest)
    if outer.rule == "unit of a company" and outer.parent == inner.span:
        return True
    if inner.type == "company" and outer.type == "company":
        rest = FORM.sub("", article.text[inner.end : outer.end])
        return (
            inner.start == outer.start
            and (article.is_edge(inner.end) or not inner.rule.startswith("short for"))
            and bool(rest)
            and trade_words(rest) is None
            and inner.rule != "brand and trade"
        )
    return inner.rule != "brand and trade" or outer.type in ("project", "facility")
