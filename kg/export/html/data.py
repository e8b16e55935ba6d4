"""What the HTML explorer needs to know, as plain lists and numbers: it chooses and places, the scripts only draw.

Things, facts and articles are numbered in a fixed order and refer to one another by number, which keeps the file small.
Every key is described in templates/data.d.ts, which the scripts are type-checked with; a test holds the two together.
Where things stand: positions.py; what is derived over articles: derived.py; labels of types and relations: terms.py.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from pypinyin import Style, lazy_pinyin

from kg.export.html.derived import clashes, lives, same_happenings, supports
from kg.export.html.positions import places, shown_name, weight
from kg.export.html.reasons import Forms, JoinedBecause
from kg.export.html.terms import terms
from kg.export.html.where import where
from kg.graph.accounts.issues import Sources
from kg.graph.accounts.reprints import groups
from kg.graph.facts import Fact, Facts, Thing
from kg.graph.measures import Measures, measure, weighted
from kg.graph.overview import overview, rank
from kg.graph.trace import is_hub, passing_cost, step_cost
from kg.graph.who_with_whom import ACTORS, Tie, who_with_whom
from kg.model import BREAK, Article, Corpus, Evidence, Reading

SEARCHED = 60
"""Characters of a name that can be searched by pinyin."""
TIES_PER_ACTOR = 6


def explorer(corpus: Corpus, facts: Facts | None = None) -> dict[str, Any]:
    """Return everything the explorer shows, ready for JSON; ``facts`` are those of the corpus, if at hand."""
    facts = Facts.of(corpus) if facts is None else facts
    graph = weighted(facts)
    measures = measure(graph)
    importance = dict(measures.importance)
    shown = set(overview(facts, graph, importance))
    order = sorted(facts.things, key=lambda n: (-rank(facts, importance, n), n))
    number = {id_: i for i, id_ in enumerate(order)}
    articles = {reading.article.id: i for i, reading in enumerate(corpus.readings)}
    ties = _kept_ties(who_with_whom(facts))
    positions = places(facts, graph, measures, ties)
    page_number = {read.page.id: i for i, read in enumerate(corpus.pages)}
    fact_number = {fact.id: i for i, fact in enumerate(facts.facts)}
    entity_number = {mention: number[entity] for mention, entity in corpus.entity_of.items()}
    first = groups(reading.article for reading in corpus.readings)
    sources = supports(facts, first)
    divisions, at = where(facts)
    forms = Forms()
    joined = {id_: _joined(facts.things[id_], forms) for id_ in order}
    return {
        "terms": terms(),
        "pages": [{"name": read.page.name, "newspaper": read.page.newspaper} for read in corpus.pages],
        "articles": [_article(reading, page_number, entity_number) for reading in corpus.readings],
        "nodes": [
            _node(facts, facts.things[id_], measures, positions, number, at.get(id_)) | joined[id_] | _main(id_, shown) for id_ in order
        ],
        "reasons": forms.rows,
        "facts": [_fact(fact, number, articles, facts.articles[fact.article], sources[fact.id]) for fact in facts.facts],
        "links": [
            [number[a], number[b], step_cost(between), [fact_number[f.id] for f in between]] for (a, b), between in facts.by_pair.items()
        ],
        "ties": [_tie(tie, number, fact_number) for tie in ties],
        "sameEvents": same_happenings(facts, number),
        "clashes": clashes(facts, fact_number, first),
        "divisions": divisions,
        "lifeLines": lives(facts, number, fact_number),
        "communities": _communities(facts, measures, order, number),
        "betweenness": measures.betweenness_by,
    }


def _tie(tie: Tie, number: Mapping[str, int], fact_number: Mapping[str, int]) -> list[Any]:
    via = [[-1 if v.through is None else number[v.through], v.worth, [fact_number[f.id] for f in v.facts]] for v in tie.via]
    return [number[tie.a], number[tie.b], tie.worth, via]


def keys(names: Iterable[str]) -> list[str]:
    """Return what a name can be searched by: `许继` → 许继, xuji, xj."""
    found: dict[str, None] = {}
    for name in dict.fromkeys(names):
        short = name[:SEARCHED]
        for key in (name[:200].lower(), "".join(lazy_pinyin(short)).lower(), "".join(lazy_pinyin(short, style=Style.FIRST_LETTER)).lower()):
            found.setdefault(re.sub(r"\s", "", key))
    return list(found)


def _node(
    facts: Facts,
    thing: Thing,
    measures: Measures,
    positions: Mapping[str, Mapping[str, tuple[int, int]]],
    number: Mapping[str, int],
    at: list[Any] | None,
) -> dict[str, Any]:
    about = facts.by_thing[thing.id]
    made: dict[str, Any] = {
        "id": thing.id,
        "type": thing.type,
        "name": thing.name,
        "keys": keys((thing.name, *thing.names)),
        "label": shown_name(thing),
        "weight": weight(thing, measures),
        "importance": measures.importance[thing.id],
        "community": measures.community[thing.id],
        "passing": passing_cost(facts, thing),
        "hub": is_hub(thing),
        "positions": {layout: places[thing.id] for layout, places in positions.items() if thing.id in places},
    }
    optional: dict[str, Any] = {
        "aliases": [name for name in thing.names if name != thing.name],
        "at": at,
        "seats": [number[place] for place in facts.seats.get(thing.id, ())],
        "seenIn": str(facts.seen_in.get(thing.id, "")),
        "seen": _range(facts, about),
    }
    if thing.event:
        event = {"kind": thing.event.kind, "date": thing.event.date, "status": thing.event.status}
        optional["event"] = {key: value for key, value in event.items() if value}
    return made | {key: value for key, value in optional.items() if value}


def _main(thing: str, shown: set[str]) -> dict[str, Any]:
    return {"isMain": True} if thing in shown else {}


def _joined(thing: Thing, forms: Forms) -> dict[str, list[JoinedBecause]]:
    found = forms.of(thing.entity.joins) if thing.entity else []
    return {"joined": found} if found else {}


def _range(facts: Facts, about: tuple[Fact, ...]) -> list[str]:
    dates = facts.dates(about)
    dates = tuple(d for d in dates if len(d.split("-")[0]) == 4) or dates
    return [dates[0], dates[-1]] if dates else []


def _fact(fact: Fact, number: Mapping[str, int], articles: Mapping[str, int], article: Article, sources: Sources) -> dict[str, Any]:
    made: dict[str, Any] = {
        "id": fact.id,
        "family": fact.family,
        "subject": number[fact.subject],
        "predicate": fact.predicate,
        "article": articles[fact.article],
        "ranges": ranges(article, fact.evidence),
        "confidence": round(fact.confidence, 2),
        "offset": fact.evidence.spans[0].start,
    }
    optional = {
        "object": None if fact.object is None else number[fact.object],
        "value": fact.value,
        "qualifiers": [list(q) for q in fact.qualifiers] or None,
        "status": None if fact.status == "stated" else fact.status,
        "weak": fact.evidence.crosses_weak_seam or None,
        "sources": sources.independent if sources.independent > 1 else None,
        "tellings": sources.articles if sources.articles > sources.independent else None,
        "onePage": True if sources.articles > 1 and sources.is_one_page else None,
    }
    return made | {key: value for key, value in optional.items() if value is not None}


def ranges(article: Article, evidence: Evidence) -> list[list[int]]:
    """Return the evidence's place in the article's text, as the fewest half-open ranges.

    Characters of the page that the article holds twice (a headline that is also the first line) are taken where the quote runs on.
    """
    places = _places(article.offsets)
    found: list[list[int]] = []
    for span in evidence.spans:
        for here in (places[offset] for offset in range(span.start, span.end) if offset in places):
            end = found[-1][1] if found else -2
            if end in here or (end + 1 in here and article.text[end] == BREAK):
                found[-1][1] = (end if end in here else end + 1) + 1
            else:
                found.append([here[0], here[0] + 1])
    return found


@lru_cache(maxsize=16)
def _places(offsets: tuple[int, ...]) -> dict[int, list[int]]:
    """Return for each page offset where it stands in the article; the facts of an article are asked for together."""
    places: dict[int, list[int]] = {}
    for at, page in enumerate(offsets):
        if page >= 0:
            places.setdefault(page, []).append(at)
    return places


def _article(reading: Reading, pages: Mapping[str, int], entities: Mapping[str, int]) -> dict[str, Any]:
    article = reading.article
    made = {
        "id": article.id,
        "page": pages[article.page.id],
        "number": article.number + 1,
        "headline": article.headline,
        "date": article.date,
        "bylines": [[b.role, b.name] for b in article.bylines],
        "text": article.text,
        "sections": [[s.kind, s.start, s.end] for s in article.sections],
        "names": _named(reading, entities),
    }
    return {key: value for key, value in made.items() if value not in (None, [])}


def _named(reading: Reading, entities: Mapping[str, int]) -> list[list[int]]:
    """Return where the article prints names: start, end, number of the thing; of nested names the outer."""
    found: list[list[int]] = []
    for mention in sorted(reading.mentions, key=lambda m: (m.start, -m.end, m.id)):
        if mention.is_name and mention.id in entities and (not found or mention.start >= found[-1][1]):
            found.append([mention.start, mention.end, entities[mention.id]])
    return found


def _kept_ties(ties: tuple[Tie, ...]) -> list[Tie]:
    """Keep the strongest ties of each actor, so that one meeting of forty does not bury the rest."""
    count: dict[str, int] = defaultdict(int)
    kept = []
    for tie in ties:
        if min(count[tie.a], count[tie.b]) < TIES_PER_ACTOR:
            kept.append(tie)
            count[tie.a] += 1
            count[tie.b] += 1
    return kept


def _communities(facts: Facts, measures: Measures, order: list[str], number: Mapping[str, int]) -> list[list[int]]:
    """Return for each community the three things that name it: projects, companies, zones and bodies before people and events."""
    found: dict[int, list[int]] = defaultdict(list)
    for telling in (True, False):
        for id_ in order:
            if (facts.things[id_].type in ("project", "zone", *ACTORS[1:])) == telling:
                found[measures.community[id_]].append(number[id_])
    return [found[c][:3] for c in sorted(found)]
