"""The network as a view of the facts: entities and events are nodes, what an article says is an edge.

It computes nothing and adds nothing; every value is a flat str, int, float or bool, so that GraphML and GEXF can hold it.

    node  id of an entity or event: kind, type, name, names, located_in, seen_in, n_articles, n_mentions, and each attribute as printed
    edge  subject → object, key = id of the claim: predicate, status, confidence, rule, quote, article, headline, date, page,
          start, end (page offsets of the first span), qualifiers as one text and each qualifier apart
          participant → event likewise, the role as predicate

What a page denies is no edge, nor is a claim whose two ends linking made one entity. A claim without an object is no edge
either: an attribute stands at its node under its own key, an honour that nobody is said to have given under ``honour``;
several values are joined by ``；``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

import networkx as nx

from kg.graph.facts import EVENT, Fact, Facts, Thing
from kg.graph.whereabouts import SeenIn
from kg.model import Article, Corpus, Entity

JOINED = "；"


Values = dict[str, str | int | float | bool]
NAME = "kg"


def network(corpus: Corpus, *, cut: float = 0.0) -> nx.MultiDiGraph:
    """Return the corpus as a MultiDiGraph; facts below the confidence ``cut`` and denied ones are left out."""
    graph, rows = nx.MultiDiGraph(name=NAME), Rows(corpus, cut)
    for thing in rows.things:
        graph.add_node(thing.id, **rows.node(thing))
    for fact in rows.ties:
        graph.add_edge(fact.subject, fact.object, key=fact.id, **rows.edge(fact))
    return graph


class Rows:
    """The network before any graph is made of it: its nodes are ``things``, its edges ``ties``, in order of page and article.

    ``stated`` are the facts that it is made of.
    """

    def __init__(self, corpus: Corpus, cut: float) -> None:
        self.facts = Facts.of(corpus)
        self.stated = [fact for fact in self.facts.facts if fact.status != "denied" and fact.confidence >= cut]
        events = {fact.object for fact in self.stated if fact.family == "role"}
        self.things = [thing for thing in self.facts.things.values() if thing.type != EVENT or thing.id in events]
        self.ties = [fact for fact in self.stated if fact.object not in (None, fact.subject)]
        self._articles = articles_of(corpus)
        self._values = values_of(self.stated)

    def node(self, thing: Thing) -> Values:
        """Return the flat attributes of a thing."""
        return node(self.facts, thing, self._articles.get(thing.id, 0), self._values.get(thing.id, {}))

    def edge(self, fact: Fact) -> Values:
        """Return the flat attributes of a tie."""
        return edge(fact, self.facts.articles[fact.article])


def articles_of(corpus: Corpus) -> dict[str, int]:
    """Return in how many articles each entity is named, pointed at or implied."""
    here = ({corpus.entity_of[m.id] for m in reading.mentions if m.id in corpus.entity_of} for reading in corpus.readings)
    return Counter(entity for entities in here for entity in entities)


def values_of(facts: list[Fact]) -> dict[str, dict[str, str]]:
    """Return the printed values of each thing by attribute, several joined."""
    found: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    for fact in facts:
        for key, value in printed(fact):
            found[fact.subject][key].setdefault(value)
    return {thing: {key: JOINED.join(values) for key, values in rows.items()} for thing, rows in found.items()}


def printed(fact: Fact) -> list[tuple[str, str]]:
    """Return attribute and value as printed; of a fact without a value each qualifier, nothing of one that ties two things."""
    if fact.object is not None or fact.value is None:
        return list(fact.qualifiers) if fact.object is None else []
    counted = dict(fact.qualifiers).get("counted")
    return [(fact.predicate, f"{fact.value}（{counted}）" if counted else fact.value)]


def node(facts: Facts, thing: Thing, n_articles: int, values: Mapping[str, str]) -> Values:
    """Return a node's flat attributes."""
    if thing.entity is None:
        return event_node(thing)
    located_in = JOINED.join(facts.things[place].name for place in facts.seats.get(thing.id, ()))
    return entity_node(thing.entity, located_in, facts.seen_in.get(thing.id), n_articles, values)


def event_node(thing: Thing) -> Values:
    """Return the flat attributes of an event."""
    common: Values = {"label": thing.name, "name": thing.name, "type": thing.type, "kind": "event"}
    return (
        common
        | {
            "event_kind": thing.event.kind,
            "date": thing.event.date or "",
            "quote": thing.event.evidence.quote,
            "article": thing.event.article,
            "claim_status": thing.event.status,
            "confidence": thing.event.confidence,
        }
        if thing.event
        else common
    )


def entity_node(entity: Entity, located_in: str, seen_in: SeenIn | None, n_articles: int, values: Mapping[str, str]) -> Values:
    """Return the flat attributes of an entity; ``values`` are those printed of it, by attribute."""
    common: Values = {"label": entity.name, "name": entity.name, "type": entity.type, "kind": "entity"}
    return (
        common
        | {
            "names": JOINED.join(entity.names),
            "located_in": located_in,
            "seen_in": str(seen_in or ""),
            "n_articles": n_articles,
            "n_mentions": len(entity.mentions),
        }
        | dict(sorted(values.items()))
    )


def edge(fact: Fact, article: Article) -> Values:
    """Return an edge's flat attributes."""
    first = fact.evidence.spans[0]
    flat: Values = {
        "label": fact.predicate,
        "predicate": fact.predicate,
        "family": fact.family,
        "status": fact.status,
        "confidence": fact.confidence,
        "rule": fact.rule,
        "quote": fact.evidence.quote,
        "article": fact.article,
        "headline": article.headline or "",
        "date": article.date or "",
        "page": article.page.name,
        "start": first.start,
        "end": first.end,
        "qualifiers": JOINED.join(f"{key}={value}" for key, value in fact.qualifiers),
    }
    return flat | {f"q_{key}": value for key, value in fact.qualifiers}
