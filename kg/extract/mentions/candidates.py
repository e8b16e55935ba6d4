"""A name that a finder proposes, and which of those that overlap stand: the longest, and inside it only what may be a name of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg import ontology
from kg.extract.mentions.rules import NameRule, name_rule
from kg.extract.mentions.tagged import TaggedArticle
from kg.extract.ranges import Overlaps
from kg.model import BREAK
from kg.names.anatomy import BRACKET, trade_words, without_form
from kg.names.gazetteer import gazetteer


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that a finder proposes: article offsets, half-open, and how sure the finder is.

    ``inner`` says that it may stand inside a longer name as a name of its own; ``parent`` is the range of the body that the name says
    it belongs to; ``name`` what it is filed under if that is not what is printed.
    """

    start: int
    end: int
    type: str
    rule: NameRule
    score: float
    inner: bool = False
    parent: tuple[int, int] | None = None
    name: str | None = None

    @property
    def span(self) -> tuple[int, int]:
        """The range, for looking up."""
        return self.start, self.end


def made(
    id_: str,
    start: int,
    end: int,
    *,
    type_: str = "",
    score: float | None = None,
    nests: bool | None = None,
    parent: tuple[int, int] | None = None,
    name: str | None = None,
) -> Candidate:
    """Return the candidate that a rule finds; what is not given is as the rule says. KeyError if there is no such rule."""
    rule = name_rule(id_)
    return Candidate(
        start,
        end,
        type_ or rule.type,
        rule,
        rule.score if score is None else score,
        rule.may_nest if nests is None else nests,
        parent,
        name,
    )


OPENING = {"“": "”", "‘": "’", "《": "》"}

PUBLISHER = re.compile(r"社|报社|报业集团|报业集团公司|新闻网|新闻社|传媒集团|中小学校?|学校|附属中学|附属小学")
"""What makes a longer name of the same body: 某某日报|社, 某某日报|报业集团."""

INNER_TYPES = (*ontology.organisations(), "facility", "project")


def tidied(article: TaggedArticle, candidate: Candidate) -> Candidate:
    """Return the candidate without what no name holds: a paragraph's end before it, a quotation mark that nothing closes.

    总投资3亿元⏎云岭水厂二期扩建工程 is 云岭水厂二期扩建工程; “云岭行动 opened and not closed inside is 云岭行动; nor what says when
    (前云岭市教育局, 会前云岭市教育局).
    """
    text = article.text[candidate.start : candidate.end]
    start = candidate.start + text.rfind(BREAK) + 1
    if article.text[start] in OPENING and OPENING[article.text[start]] not in text:
        start += 1
    if candidate.type in ontology.bodies():
        sums = [match.end() for match in SUM.finditer(article.text, start, candidate.end)]
        start = sums[-1] if sums and candidate.end - sums[-1] > 3 else start
    start = past_former(article, start, candidate.end)
    if start == candidate.start and candidate.type == "company":
        start = with_initials(article.text, start)
    return replace(candidate, start=start) if start != candidate.start and start < candidate.end else candidate


SUM = re.compile(r"\d[\d.,]*(?:万|亿|千)*(?:美元|元|亩)")
"""A sum, which no body's name holds: 投资3亿元|云岭水务有限公司, on a page that prints no marks."""
WHEN = re.compile(r"[会年日目此之节赛战婚产课饭][前后]|[时前原曾现新]任|[原前]")
LED_BY_PLACE = re.compile(r"[\u4e00-\u9fff]{2,3}?[省市县区州盟旗镇乡]")


INITIALS = re.compile(r"(?<![A-Za-z0-9.·&-])(?:[A-Za-z0-9]{1,8}[.·&-])+$")

SEVERAL = re.compile(r"(?<![A-Za-z0-9.·&-])(?:[A-Za-z]{1,3}[.·]){2,}$")
"""Before a Chinese character one letter may only number an item of a list: A.河州远山机械有限公司."""


def with_initials(text: str, start: int) -> int:
    """Return where a name begins with the letters or digits that a mark joins to its first: A.|O.史密斯, 7-|11便利店."""
    pattern = INITIALS if text[start].isascii() and text[start].isalnum() else SEVERAL
    match = pattern.search(text, max(0, start - 20), start)
    return match.start() if match else start


def past_former(article: TaggedArticle, start: int, end: int) -> int:
    """Return where a name begins after a word of time; such a word is cut off only before a place, for brands begin so too (前程)."""
    when = WHEN.match(article.text, start, end)
    if not when or not article.is_edge(start):
        return start
    rest = article.text[when.end() : end]
    stems = (rest[:n] for n in (2, 3))
    led = LED_BY_PLACE.match(rest) or any(stem in gazetteer() or any(article.prints(stem + mark) for mark in "市县区") for stem in stems)
    return when.end() if led and len(rest) > 3 else start


def choose(article: TaggedArticle, found: list[Candidate]) -> list[Candidate]:
    """Return the candidates that stand: longest first, those inside only if they may be."""
    chosen: list[Candidate] = []
    standing: Overlaps[Candidate] = Overlaps()
    for candidate in sorted((tidied(article, c) for c in found), key=lambda c: (-(c.end - c.start), -c.score, c.start, c.type)):
        if all(is_inside(article, candidate, c) for c in standing.over(candidate.start, candidate.end)):
            chosen.append(candidate)
            standing.add(candidate)
    return sorted(chosen, key=lambda c: (c.start, -c.end))


def is_inside(article: TaggedArticle, inner: Candidate, outer: Candidate) -> bool:
    """Whether ``inner`` is a name of its own within ``outer``: 许昌供电公司 in its unit's name, not 某源电气 in 某源电气有限公司."""
    if not (outer.start <= inner.start and inner.end < outer.end and inner.inner and inner.type in INNER_TYPES):
        return False
    if outer.parent == inner.span:
        return True
    if any(forbids(article, inner, outer) for forbids in FORBIDS):
        return False
    if inner.type == "company" and outer.type == "company":
        return opens_unit(article, inner, outer)
    return not inner.rule.is_weak or outer.type in ("project", "facility", "institution")


def in_title(article: TaggedArticle, inner: Candidate, outer: Candidate) -> bool:
    """Whether a document's title goes on before the name, so that the name is one of its words: 《关于|某县|发展…的意见》."""
    return outer.rule.is_document and inner.start != outer.start and article.text[inner.start - 1] != "、"


def in_short_form(_: TaggedArticle, inner: Candidate, outer: Candidate) -> bool:
    """Whether a body is read into a company's short form."""
    return outer.rule.is_short and inner.type == "agency"


def is_publisher(article: TaggedArticle, inner: Candidate, outer: Candidate) -> bool:
    """Whether both are one body, the longer under its form: 某某日报|社, 某某大学|出版有限公司."""
    rest = article.text[inner.end : outer.end]
    if inner.type == "institution" and inner.start == outer.start:
        return bool(PUBLISHER.fullmatch(rest)) or not without_form(rest)
    return inner.type == "company" and outer.type == "institution" and bool(PUBLISHER.fullmatch(rest))


FORBIDS = (in_title, in_short_form, is_publisher)
"""What keeps a name from being one of its own inside a longer one."""


def opens_unit(article: TaggedArticle, inner: Candidate, outer: Candidate) -> bool:
    """Whether a company's name opens that of another company: 许昌供电公司|薛坡运维班; trade and form alone make no other company."""
    rest = without_form(BRACKET.sub("", article.text[inner.end : outer.end]))
    return (
        inner.start == outer.start
        and (article.is_edge(inner.end) or not inner.rule.is_short)
        and bool(rest)
        and trade_words(rest) is None
        and not inner.rule.is_weak
    )
