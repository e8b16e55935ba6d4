"""Names and articles by what is typed: characters of any printed form, pinyin or its initials, a wrong character, words of an article.

An ``Index`` is made once for a snapshot. Names are compared as kg compares them (kg.names.anatomy.plain); likeness is rapidfuzz's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pypinyin import Style, lazy_pinyin
from rapidfuzz import fuzz, process

from kg.graph.facts import Facts, Thing
from kg.graph.sentences import source
from kg.names.anatomy import plain
from kg.text.plain import plain_name

LIKE = 66.0
"""Names of this likeness (0…100) and more are offered where no name holds what was typed: one wrong character in three."""
AROUND = 30
"""Code points shown on each side of what was found in an article."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One spelling of a thing: its letters as compared, in pinyin, and the initials of that."""

    thing: Thing
    spelling: str
    pinyin: str
    initials: str


@dataclass(frozen=True, slots=True)
class Index:
    """All spellings of all entities; events have none of their own."""

    entries: tuple[Entry, ...]

    @classmethod
    def of(cls, facts: Facts) -> Index:
        """Index the names of all entities."""
        return cls(
            tuple(
                Entry(thing, plain(name), "".join(lazy_pinyin(name)).lower(), "".join(lazy_pinyin(name, style=Style.FIRST_LETTER)).lower())
                for thing in facts.things.values()
                if thing.entity
                for name in dict.fromkeys((thing.name, *thing.names))
            )
        )


def found_in(index: Index, facts: Facts, text: str, limit: int, type_: str = "") -> tuple[list[Thing], list[dict[str, Any]]]:
    """Return the entities and the articles that a text means, each best first, ``limit`` of each at most."""
    printed = plain_name("".join(text.split()))
    wanted = plain(printed)
    if not wanted:
        return [], []
    entries = [entry for entry in index.entries if not type_ or entry.thing.type == type_]
    things = list(dict.fromkeys(entry.thing for _, entry in sorted(ranked(entries, facts, wanted), key=lambda pair: pair[0])))
    return things[:limit], [] if type_ else articles(facts, printed, limit)


def ranked(entries: Iterable[Entry], facts: Facts, wanted: str) -> list[tuple[tuple[float, ...], Entry]]:
    """Return the entries that hold what is wanted with what they are sorted by: how, then how much is known of them."""
    entries = list(entries)
    typed = wanted.lower() if wanted.isascii() else ""
    found = [(rank, entry) for entry in entries if (rank := how(entry, wanted, typed)) is not None]
    if not found:
        likest = process.extract(wanted, [entry.spelling for entry in entries], scorer=fuzz.ratio, score_cutoff=LIKE, limit=50)
        found = [(100 - score, entries[number]) for _, score, number in likest]
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


def articles(facts: Facts, wanted: str, limit: int) -> list[dict[str, Any]]:
    """Return the articles that print a text, headlines first, with the words around it."""
    found = []
    for article in facts.articles.values():
        at = article.text.find(wanted)
        if at >= 0:
            shown = article.shown[max(0, at - AROUND) : at + len(wanted) + AROUND].replace("\n", " ")
            spans = [[span.start, span.end] for span in article.page_spans(at, at + len(wanted))]
            found.append(
                {
                    "article": article.id,
                    "headline": article.headline,
                    "date": article.date,
                    "page": article.page.name,
                    "page_id": article.page.id,
                    "source": source(article),
                    "quote": shown,
                    "spans": spans,
                    "in_headline": at < article.body.start,
                }
            )
    return sorted(found, key=lambda row: (not row["in_headline"], row["page"], row["article"]))[:limit]
