"""Which part of a large graph one file holds, and what it says of the rest: a browser can draw and a reader can take in only so much.

Without other wishes it is the most telling part: what most and surest facts tie, projects and companies a little before others
(kg.graph.overview). An event is taken with all who took part in it, or not at all.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from kg import ontology
from kg.archive.part import Part
from kg.export.html.wanted import Wanted
from kg.graph.facts import EVENT, Fact, Facts, event_key
from kg.graph.overview import rank
from kg.graph.query import find
from kg.graph.trace import is_hub
from kg.lexicon.messages import entries
from kg.model import Article, Corpus, Reading, ReadPage

HOW = "kg export -f html -o part.html --around … --hops 2 | --since 2021-02-19 | --paper … | --html-nodes 10000"


def part_of(corpus: Corpus, asked: Wanted) -> tuple[Corpus, Facts, dict[str, list[str]]]:
    """Return the part of a corpus that is asked for, its facts, and what to say of the rest: sentences by language, none if all is there.

    Raises NameLookupError if nothing has the name that the part is to be around.
    """
    whole = Facts.of(corpus)
    if asked.is_for_all and len(whole.things) <= asked.nodes:
        return corpus, whole, {}
    facts = [fact for fact in whole.facts if asked.fits(whole.articles[fact.article])]
    order = ranked(whole, facts, is_of_some=bool(asked.since or asked.paper))
    if asked.around:
        far = distances(whole, facts, find(whole, asked.around).id, asked.hops)
        order = sorted((id_ for id_ in order if id_ in far), key=lambda id_: far[id_])
    kept = taken(whole, order, asked.nodes)
    part = limited(corpus, kept, asked.fits)
    made = Facts.of(part)
    held = Part(
        part, made.things, made.facts, made.articles, seats_in(whole, kept), {i: at for i, at in whole.seen_in.items() if i in kept}
    )
    return part, held, note(whole, held, asked)


def seats_in(whole: Facts, kept: set[str]) -> dict[str, tuple[str, ...]]:
    """Return the places where pages say that the things kept are, as far as these are kept too."""
    found = {id_: tuple(place for place in at if place in kept) for id_, at in whole.seats.items() if id_ in kept}
    return {id_: at for id_, at in found.items() if at}


def ranked(whole: Facts, facts: Iterable[Fact], *, is_of_some: bool) -> list[str]:
    """Return the things that facts touch, the most telling first; all others after them, unless only some articles are asked for."""
    strength: dict[str, float] = defaultdict(float) if is_of_some else dict.fromkeys(whole.things, 0.0)
    for fact in facts:
        for end in {fact.subject, fact.object} - {None}:
            strength[end or ""] = strength.get(end or "", 0.0) + fact.confidence
    most = max(map(math.log1p, strength.values()), default=0.0) or 1.0
    importance = {id_: math.log1p(sure) / most for id_, sure in strength.items()}
    return sorted(strength, key=lambda id_: (-round(rank(whole, importance, id_), 6), id_))


def distances(whole: Facts, facts: Iterable[Fact], start: str, hops: int) -> dict[str, int]:
    """Return the things within so many ties of one, with how many; no way leads on through a place or a newspaper."""
    tied: dict[str, list[str]] = defaultdict(list)
    for fact in facts:
        if fact.object is not None:
            tied[fact.subject].append(fact.object)
            tied[fact.object].append(fact.subject)
    found, edge = {start: 0}, [start]
    for hop in range(1, hops + 1):
        ways = (other for id_ in edge if id_ == start or not is_hub(whole.things[id_]) for other in tied[id_])
        edge = [other for other in dict.fromkeys(ways) if other not in found]
        found |= dict.fromkeys(edge, hop)
    return found


def taken(whole: Facts, order: Iterable[str], nodes: int) -> set[str]:
    """Return the first things, at most ``nodes``; with an event all who took part in it."""
    kept: set[str] = set()
    for id_ in order:
        parties = whole.neighbours(id_) if whole.things[id_].event else ()
        more = {id_, *parties} - kept
        if len(kept) + len(more) <= nodes:
            kept |= more
    return kept


def limited(corpus: Corpus, kept: set[str], fits: Callable[[Article], bool]) -> Corpus:
    """Return what the articles that fit say of the things kept, and of nothing else; articles that then say nothing are left out."""
    entity_of = {mention: entity for mention, entity in corpus.entity_of.items() if entity in kept}
    readings = [part_of_reading(reading, entity_of, kept) for reading in corpus.readings if fits(reading.article)]
    telling = tuple(reading for reading in readings if reading.claims or reading.events)
    articles = {reading.article.id for reading in telling}
    entities = tuple(
        replace(entity, mentions=tuple(filter(entity_of.__contains__, entity.mentions))) for entity in corpus.entities if entity.id in kept
    )
    return Corpus(tuple(pages_of(corpus, articles)), telling, entities, entity_of)


def pages_of(corpus: Corpus, articles: set[str]) -> Iterator[ReadPage]:
    """Yield the pages of some articles (ids) with these alone."""
    for read in corpus.pages:
        kept = tuple(article for article in read.articles if article.id in articles)
        if kept:
            yield replace(read, articles=kept, leftovers=())


def part_of_reading(reading: Reading, entity_of: Mapping[str, str], kept: set[str]) -> Reading:
    """Return what an article says of the things kept."""
    return replace(
        reading,
        mentions=tuple(mention for mention in reading.mentions if mention.id in entity_of),
        claims=tuple(c for c in reading.claims if c.subject in entity_of and (c.object is None or c.object in entity_of)),
        events=tuple(event for event in reading.events if event_key(event) in kept),
        rejected=(),
    )


def note(whole: Facts, held: Facts, asked: Wanted) -> dict[str, list[str]]:
    """Return what the file says of what it leaves out, by language: how much it holds, what is left out by type, how to ask for more."""
    out = Counter(thing.type for id_, thing in whole.things.items() if id_ not in held.things)
    numbers = [f"{n:,}" for n in (len(held.things), len(whole.things), len(held.facts), len(whole.facts))]
    return {
        language: [
            said(language, "This file holds {}: {} of {} things, {} of {} facts", what(language, asked), *numbers),
            said(language, "Left out: {}", ", ".join(f"{label(language, type_)} {n:,}" for type_, n in in_order(out)) or "0"),
            said(language, "Another part: {}", HOW),
        ]
        for language in ("zh", "en")
    }


def said(language: str, entry: str, *values: object) -> str:
    """Return an entry of the catalogue of messages in a language, its slots filled."""
    return (entries()[entry] if language == "zh" else entry).format(*values)


def what(language: str, asked: Wanted) -> str:
    """Return which part was asked for."""
    wishes = [(asked.around, "around {}, up to {} ties away"), (asked.since, "printed since {}"), (asked.paper, "of the paper {}")]
    return "; ".join(said(language, entry, wish, asked.hops) for wish, entry in wishes if wish) or said(language, "the most telling part")


def label(language: str, type_: str) -> str:
    """Return what a type of things is called."""
    if type_ == EVENT:
        return said(language, "event")
    term = ontology.load().types[type_]
    return term.label_zh if language == "zh" else term.label_en


def in_order(counted: Counter[str]) -> list[tuple[str, int]]:
    """Return types with their numbers, the most first."""
    return sorted(counted.items(), key=lambda row: (-row[1], row[0]))
