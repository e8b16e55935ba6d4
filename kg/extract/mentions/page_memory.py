"""What a page has once for sure is searched for everywhere in it: stated and regular short names, suffixes of chains, people.

All articles of a page share one memory. A remembered form is taken where no longer name stands.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import ahocorasick

from kg import ontology
from kg.extract.mentions.candidates import Candidate, made
from kg.extract.mentions.people.ends import NOT_AFTER_NAME
from kg.extract.mentions.rules import name_rule
from kg.extract.mentions.tagged import LONGEST_NAME, TaggedArticle
from kg.extract.mentions.zones import BARE
from kg.names.aliases import STATED
from kg.names.anatomy import dissect, without_place
from kg.names.gazetteer import parts
from kg.names.short import keeps_enough, short_brand, short_pattern

SURE = 0.7


@dataclass(frozen=True, slots=True)
class Memory:
    """A surface that means a thing of this type wherever the page prints it, and why; ``margin`` characters of it on either side are
    marks and no part of the name."""

    surface: str
    type: str
    rule: str
    score: float | None = None
    margin: int = 0

    @property
    def sureness(self) -> float:
        """How sure it is: what the rule says unless this memory knows better."""
        return name_rule(self.rule).score if self.score is None else self.score


def remember(tagged_articles: Sequence[TaggedArticle], chosen: Sequence[Sequence[Candidate]]) -> list[Memory]:
    """Return what the chosen names of a page allow to be searched for, in a fixed order, longest first."""
    found: dict[str, Memory] = {}
    for article, candidates in zip(tagged_articles, chosen, strict=True):
        with article.draft.spared():
            for memory in (memory for candidate in candidates for memory in memories(article, candidate)):
                if memory.surface not in found or memory.sureness > found[memory.surface].sureness:
                    found[memory.surface] = memory
    return sorted(found.values(), key=lambda m: (-len(m.surface), m.surface, m.type))


def memories(article: TaggedArticle, candidate: Candidate) -> Iterator[Memory]:
    """Yield the surfaces that one chosen name stands under elsewhere."""
    surface = article.text[candidate.start : candidate.end]
    stated = STATED.match(article.text, candidate.end)
    if stated:
        yield Memory(stated["short"], candidate.type, "stated-short")
    if candidate.type == "person":
        yield Memory(surface, "person", "again", 0.85 if candidate.score >= SURE else 0.62)
    elif candidate.type == "place":
        known = parts(surface) if len(surface) <= LONGEST_NAME else ()
        yield from (Memory(part, "place", "place-part") for part in known if len(part) > 2)
    elif candidate.score >= SURE or (candidate.type == "company" and len(surface) > 3):
        yield from again(candidate, surface)
        yield from shorter(article, candidate, surface)


def again(candidate: Candidate, surface: str) -> Iterator[Memory]:
    """Yield the name itself; of a quoted programme also the quoted words with their marks."""
    if candidate.type in ("company", "institution", "zone", "facility") and len(surface) > 3:
        yield Memory(surface, candidate.type, "again")
    if candidate.rule.is_quoted:
        yield Memory("“" + surface.split("”")[0].lstrip("“") + "”", "programme", "programme-core", margin=1)
    if candidate.type == "programme" and len(surface) > 6 and not candidate.rule.is_document:
        yield Memory(surface, "programme", "again")


def shorter(article: TaggedArticle, candidate: Candidate, surface: str) -> Iterator[Memory]:
    """Yield what is left of a name without its place, zone, owner or company: 佑某农耕博物馆, 城北污水处理厂, 某县供电公司."""
    rest = HOST.sub("", without_place(surface))
    if candidate.type in PLACED and len(rest) > 3 and rest != surface and not NO_HEAD.match(rest):
        yield Memory(rest, candidate.type, "without-place")
    if candidate.type == "facility" and (owner := owner_end(surface)):
        yield Memory(surface[owner:], "facility", "facility-without-owner")
    if candidate.parent and candidate.parent[0] == candidate.start:
        rest = article.text[candidate.parent[1] : candidate.end]
        if candidate.type == "agency" and len(rest) > 6:
            yield Memory(rest, "agency", "agency-without-zone")
        if candidate.type == "company" and len(rest) > 3:
            yield Memory(rest, "company", "company-unit-again")


PLACED = ("institution", "zone", "facility", "project")
HOST = re.compile(rf"^{BARE}")
"""The zone that a park lies in: 许昌高新区|某某产业园."""

NO_HEAD = re.compile(r"[省市县区州旗镇乡（(]|日报|晚报|早报|晨报|商报|都市报|电视台|广播|新闻")
"""What opens no name without its place: 某州|日报报业集团."""

OWNER = re.compile(r".+?(?:有限责任公司|股份有限公司|有限公司|集团|公司)(?=[\u3400-\u9fff]{4})")


def owner_end(surface: str) -> int:
    """Return where the company ends that a facility's name opens with, 0 if it opens with none."""
    found = OWNER.match(surface)
    return found.end() if found else 0


def recall(article: TaggedArticle, memory: Sequence[Memory]) -> list[Candidate]:
    """Return where an article prints what the page remembers."""
    if not memory:
        return []
    machine = ahocorasick.Automaton()
    for item in memory:
        machine.add_word(item.surface, item)
    machine.make_automaton()
    bodies = ontology.organisations()
    return [
        made(
            item.rule,
            start + item.margin,
            end - item.margin,
            type_=item.type,
            score=item.score,
            nests=item.type in bodies,
        )
        for start, end, item in ((last + 1 - len(item.surface), last + 1, item) for last, item in machine.iter(article.text))
        if item.type != "person" or can_stand(article, start, end)
    ]


def can_stand(article: TaggedArticle, start: int, end: int) -> bool:
    """Whether a remembered person can stand here: words begin and end with the name, or it has three characters and no surname goes on."""
    if NOT_AFTER_NAME.match(article.text, end):
        return False
    return end - start > 2 or (article.is_edge(start) and article.is_edge(end))


def brand_starts(article: TaggedArticle, brands: Collection[str]) -> dict[str, list[int]]:
    """Return where an article prints each of these brands, in either case, found in one pass."""
    starts: dict[str, list[int]] = {brand: [] for brand in brands}
    machine = ahocorasick.Automaton()
    for brand in brands:
        machine.add_word(brand, brand)
    if brands:
        machine.make_automaton()
        for last, brand in machine.iter("".join(c.lower() if len(c.lower()) == 1 else c for c in article.text)):
            starts[brand].append(last + 1 - len(brand))
    return starts


def matches_at(pattern: re.Pattern[str], text: str, brands: Sequence[int], place: int) -> Iterator[re.Match[str]]:
    """Yield what ``pattern.finditer`` does, tried only where a brand stands or its place of ``place`` characters before it."""
    past = 0
    for start in sorted({at - before for at in brands for before in (0, place)}):
        match = pattern.match(text, start) if start >= past else None
        if match:
            yield match
            past = match.end()


def recall_companies(article: TaggedArticle, names: Sequence[str]) -> list[Candidate]:
    """Return the regular short forms of the page's full company names."""
    patterns = {name: pattern for name in names if (pattern := short_pattern(name))}
    at = brand_starts(article, {short_brand(name) for name in patterns})
    found = []
    for name, pattern in patterns.items():
        for match in matches_at(pattern, article.text, at[short_brand(name)], len(dissect(name).place)):
            if keeps_enough(match, name) and (match["trade"] or match["form"] or article.is_edge(match.end())):
                found.append(made("company-short", match.start(), match.end()))
    return found
