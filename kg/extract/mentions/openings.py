"""What a unit's name opens with: the name of its body, or the noun by which its own staff call that body.

山岭煤矿安全监察局|清远分局 names two bodies; the network is less sure of the inner name than of the whole, but the whole, once it stands
and goes on with a unit, bears the inner one out. A works paper that never prints its own body's name calls it 总局 or 集团公司: there
the noun is the name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg import ontology
from kg.extract.mentions.candidates import Candidate
from kg.extract.mentions.rules import LEARNED
from kg.extract.mentions.tagged import TaggedArticle
from kg.extract.ranges import Overlaps
from kg.lexicon import alternatives
from kg.names.heads import heads, is_head, opening_head
from kg.names.short import is_short_form
from kg.reading import Sight

OPENS = 0.3
"""Least probability, of all types of bodies together, of a name that a unit's name opens with (docs/reader.md)."""
UNIT = re.compile(
    rf"(?:第?[一二三四五六七八九十百\d]+)?[一-鿿]{{0,8}}?(?:{alternatives('unit_ends')}|[一二三四五六七八九十]公司)(?<!办事处)(?<!会社)(?<!总部)"
)
"""What after a body's name makes the whole that of its unit."""
READ_ALONE, TIMES = 0.5, 2
"""Least probability of a noun as the name of a body or a reference to one, and how often a page must print such nouns."""


def openings(article: TaggedArticle, sight: Sight, named: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the bodies that the names of units open with and that are not among the names yet."""
    taken = {c.span for c in named}
    for whole in named:
        if whole.type in (*ontology.bodies(), "facility"):
            for end in range(whole.start + 3, whole.end - 1):
                span = whole.start, end
                surface = article.text[whole.start : end]
                if span in taken or is_head(surface) or not UNIT.fullmatch(article.text, end, whole.end):
                    continue
                chances = {type_: sight.probability(*span, type_) for type_ in ontology.bodies()}
                type_ = max(ontology.bodies(), key=lambda t: chances[t])
                if sum(chances.values()) >= OPENS:
                    taken.add(span)
                    yield Candidate(*span, type_, LEARNED, min(1.0, sum(chances.values())), inner=True)


def nouns_alone(pages: Sequence[tuple[TaggedArticle, Sight, Sequence[Candidate]]]) -> list[list[Candidate]]:
    """Return for each article of a page the nouns by which it calls a body that it does not name: 总局 and the 总局 of 总局计划处.

    They are filed under the one body so called that other articles of the page name (清远分局), under the noun itself if none does.
    """
    printed = [{article.text[c.start : c.end]: c.type for c in found if c.type in ontology.bodies()} for article, _, found in pages]
    found = [list(nouns(article, sight, named)) for article, sight, named in pages]
    times = Counter(article.text[c.start : c.end] for (article, _, _), own in zip(pages, found, strict=True) for c in own)
    of_page = {name: type_ for names in printed for name, type_ in names.items()}
    called = {noun: bodies_called(noun, of_page) for noun, n in times.items() if n >= TIMES}
    kept: list[list[Candidate]] = []
    for (article, _, _), names, own in zip(pages, printed, found, strict=True):
        kept.append([])
        for c in own:
            noun = article.text[c.start : c.end]
            bodies = called.get(noun)
            if bodies is not None and len(bodies) <= 1 and not bodies_called(noun, names):
                kept[-1].append(replace(c, name=next(iter(bodies), None)))
    return kept


def bodies_called(noun: str, names: Mapping[str, str]) -> set[str]:
    """Return the names, each with its type, of which a noun may be the end; of a short form and its full name the full one."""
    head = heads()[noun]
    of_noun = {
        n for n, type_ in names.items() if type_ == head.type and n.endswith(head.endings) and not is_head(n) and opening_head(n) is None
    }
    return {n for n in of_noun if not any(is_short_form(n, other, head.type) for other in of_noun)}


def nouns(article: TaggedArticle, sight: Sight, named: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield where an article prints a noun that may be a body's only name: by itself, and at the front of a unit's name."""
    taken = Overlaps(named)
    for whole in named:
        head = opening_head(article.text[whole.start : whole.end]) if whole.type in ontology.bodies() else None
        if head is not None and head.is_alone:
            yield Candidate(whole.start, whole.start + head.size, head.type, LEARNED, whole.score, inner=True)
    for span in sight.spans:
        head = heads().get(article.text[span.start : span.end])
        is_body = span.kind.removeprefix("~") in ontology.bodies() and span.probability >= READ_ALONE
        if head is not None and head.is_alone and is_body and not taken.touches(span.start, span.end):
            yield Candidate(span.start, span.end, head.type, LEARNED, span.probability, inner=True)
