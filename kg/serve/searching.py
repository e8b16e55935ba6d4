"""Names and articles by what is typed: characters of any printed form, pinyin or its initials, a wrong character, words of an article.

An ``Index`` is made once for a snapshot. Names are compared as kg compares them (kg.names.anatomy.plain); likeness is rapidfuzz's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from pypinyin import Style, lazy_pinyin
from rapidfuzz import fuzz, process

from kg.graph.facts import Facts, Thing
from kg.graph.sentences import source
from kg.model import Article
from kg.names.anatomy import plain
from kg.text.plain import plain_name

LIKE = 66.0
"""Names of this likeness (0…100) and more are offered where no name holds what was typed: one wrong character in three."""
AROUND = 30
"""Code points shown on each side of what was found in an article."""

GAP = "\x00"
"""What stands between two texts and in none."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One spelling of a thing: its letters as compared, in pinyin, and the initials of that."""

    thing: Thing
    spelling: str
    pinyin: str
    initials: str


class Lines:
    """Many short texts as one, so that all that hold something are found without looking at each."""

    def __init__(self, texts: Iterable[str]) -> None:
        kept = list(texts)
        self.text = GAP.join(kept)
        self.starts = [0, *accumulate(len(text) + len(GAP) for text in kept)][: len(kept)]

    def holding(self, part: str) -> Iterator[tuple[int, int]]:
        """Yield the numbers of the texts that hold a part, in order, and where in them it first stands."""
        at = self.text.find(part)
        while at >= 0:
            number = bisect_right(self.starts, at) - 1
            yield number, at - self.starts[number]
            if number + 1 == len(self.starts):
                return
            at = self.text.find(part, self.starts[number + 1])


@dataclass(frozen=True, slots=True)
class Index:
    """All spellings of all entities, for events have none of their own, and the texts of all articles."""

    entries: tuple[Entry, ...]
    spellings: Lines
    pinyins: Lines
    initials: Lines
    articles: tuple[Article, ...]
    texts: Lines

    @classmethod
    def of(cls, facts: Facts) -> Index:
        """Index the names of all entities."""
        entries = tuple(
            Entry(thing, plain(name), "".join(lazy_pinyin(name)).lower(), "".join(lazy_pinyin(name, style=Style.FIRST_LETTER)).lower())
            for thing in facts.things.values()
            if thing.entity
            for name in dict.fromkeys((thing.name, *thing.names))
        )
        articles = tuple(facts.articles.values())
        return cls(
            entries,
            Lines(entry.spelling for entry in entries),
            Lines(entry.pinyin for entry in entries),
            Lines(entry.initials for entry in entries),
            articles,
            Lines(article.text for article in articles),
        )


def found_in(index: Index, facts: Facts, text: str, limit: int, type_: str = "") -> tuple[list[Thing], list[dict[str, Any]]]:
    """Return the entities and the articles that a text means, each best first, ``limit`` of each at most."""
    printed = plain_name("".join(text.split()))
    wanted = plain(printed)
    if not wanted or GAP in printed:
        return [], []
    found = sorted(ranked(index, facts, wanted, type_), key=lambda pair: pair[0])
    things = list(dict.fromkeys(entry.thing for _, entry in found))
    return things[:limit], [] if type_ else articles(index, printed, limit)


def ranked(index: Index, facts: Facts, wanted: str, type_: str) -> list[tuple[tuple[float, ...], Entry]]:
    """Return the entries of a type that hold what is wanted with what they are sorted by: how, then how much is known of them."""
    typed = wanted.lower() if wanted.isascii() else ""
    numbers = {number for number, _ in index.spellings.holding(wanted)}
    if typed:
        numbers |= {number for lines in (index.pinyins, index.initials) for number, _ in lines.holding(typed)}
    entries = [index.entries[number] for number in sorted(numbers)]
    found = [(rank, entry) for entry in entries if type_ in ("", entry.thing.type) and (rank := how(entry, wanted, typed)) is not None]
    if not found:
        some = [entry for entry in index.entries if type_ in ("", entry.thing.type)]
        likest = process.extract(wanted, [entry.spelling for entry in some], scorer=fuzz.ratio, score_cutoff=LIKE, limit=50)
        found = [(100 - score, some[number]) for _, score, number in likest]
    return [
        ((rank, -len(facts.by_thing[entry.thing.id]), len(entry.spelling), number), entry) for number, (rank, entry) in enumerate(found)
    ]


def how(entry: Entry, wanted: str, typed: str) -> float | None:
    """Return how well an entry holds what is wanted, 0 for wholly, None for not at all; ``typed`` are letters of pinyin."""
    if entry.spelling == wanted:
        return 0
    if wanted in entry.spelling:
        return 1 if entry.spelling.startswith(wanted) else 2
    if typed and typed in (entry.pinyin, entry.initials):
        return 3
    if len(typed) > 1 and (entry.pinyin.startswith(typed) or entry.initials.startswith(typed)):
        return 4
    return 5 if len(typed) > 2 and (typed in entry.pinyin or typed in entry.initials) else None


def articles(index: Index, wanted: str, limit: int) -> list[dict[str, Any]]:
    """Return the articles that print a text, headlines first, with the words around it."""
    found = [(index.articles[number], at) for number, at in index.texts.holding(wanted)]
    first = sorted(found, key=lambda hit: (hit[1] >= hit[0].body.start, hit[0].page.name, hit[0].id))[:limit]
    return [told(article, at, at + len(wanted)) for article, at in first]


def told(article: Article, start: int, end: int) -> dict[str, Any]:
    """Return what was found in an article with the words around it."""
    return {
        "article": article.id,
        "headline": article.headline,
        "date": article.date,
        "page": article.page.name,
        "page_id": article.page.id,
        "source": source(article),
        "quote": article.shown[max(0, start - AROUND) : end + AROUND].replace("\n", " "),
        "spans": [[span.start, span.end] for span in article.page_spans(start, end)],
        "in_headline": start < article.body.start,
    }
