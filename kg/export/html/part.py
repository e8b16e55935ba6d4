"""Which part of a large graph one file holds, and what it says of the rest: a browser can draw and a reader can take in only so much.

Without other wishes it is the most telling part: what most and surest facts tie, projects and companies a little before others
(kg.graph.overview). An event is taken with all who took part in it, or not at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from kg import ontology
from kg.archive.part import Part
from kg.export.html.survey import Survey, taken
from kg.export.html.wanted import Wanted
from kg.graph.facts import EVENT, Facts, Thing, event_key
from kg.graph.query import find
from kg.graph.trace import is_hub
from kg.graph.whereabouts import seats, seen_in
from kg.lexicon.messages import entries
from kg.model import Article, Corpus, Entity, Reading, ReadPage
from kg.resolve.desk.outcome import by_id

HOW = "kg export -f html -o part.html --around … --hops 2 | --since 2021-02-19 | --paper … | --html-nodes 10000"


def part_of(corpus: Corpus, asked: Wanted) -> tuple[Corpus, Facts, dict[str, list[str]]]:
    """Return the part of a corpus that is asked for, its facts, and what to say of the rest: sentences by language, none if all is there.

    Raises NameLookupError if nothing has the name that the part is to be around.
    """
    if asked.is_for_all and len(corpus.entities) <= asked.nodes:
        whole = Facts.of(corpus)
        if len(whole.things) <= asked.nodes:
            return corpus, whole, {}
    start = find(Facts.of(corpus), asked.around).id if asked.around else ""
    survey = Survey(corpus, asked.fits, is_tied=bool(start))
    ranked: Iterable[tuple[str, str]] = survey.ranked(is_of_some=bool(asked.since or asked.paper))
    if start:
        far = survey.within(start, asked.hops, partial(is_passed_by, by_id(corpus.entities)))
        ranked = sorted((row for row in ranked if row[0] in far), key=lambda row: far[row[0]])
    kept = taken(survey, ranked, asked.nodes)
    part = limited(corpus, kept, asked.fits)
    made = Facts.of(part)
    held = Part(part, made.things, made.facts, made.articles, seats_in(corpus, kept), seen_in(corpus, kept))
    return part, held, note(survey, held, asked)


def is_passed_by(entities: Mapping[str, Entity], thing: str) -> bool:
    """Whether no way leads on through a thing: a place or a newspaper."""
    entity = entities.get(thing)
    return entity is not None and is_hub(Thing(entity.id, entity.type, entity.name, ()))


def seats_in(corpus: Corpus, kept: set[str]) -> dict[str, tuple[str, ...]]:
    """Return the places where pages say that the things kept are, as far as these are kept too."""
    found = {id_: tuple(place for place in at if place in kept) for id_, at in seats(corpus, kept).items()}
    return {id_: at for id_, at in found.items() if at}


def limited(corpus: Corpus, kept: set[str], fits: Callable[[Article], bool]) -> Corpus:
    """Return what the articles that fit say of the things kept, and of nothing else; articles that then say nothing are left out."""
    held = [entity for entity in corpus.entities if entity.id in kept]
    entity_of = {mention: entity.id for entity in held for mention in entity.mentions}
    readings = (part_of_reading(reading, entity_of, kept) for reading in corpus.readings if fits(reading.article))
    telling = tuple(reading for reading in readings if reading.claims or reading.events)
    articles = {reading.article.id for reading in telling}
    return Corpus(tuple(pages_of(corpus, articles)), telling, tuple(held), entity_of)


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


def note(whole: Survey, held: Facts, asked: Wanted) -> dict[str, list[str]]:
    """Return what the file says of what it leaves out, by language: how much it holds, what is left out by type, how to ask for more."""
    things = whole.by_type
    out = things - Counter(thing.type for thing in held.things.values())
    numbers = [f"{n:,}" for n in (len(held.things), things.total(), len(held.facts), whole.n_facts)]
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
