"""The corpus as things and facts between them: the basis of every question about the graph.

A *thing* is an entity or an event; a *fact* links a thing to another thing or to a value and keeps its evidence. Three
families of facts have one form, so that paths, panels and exports treat them alike:

    relation    a claim between two entities               张三 holds_post 某局
    attribute   a claim with a printed value               某项目 total_investment "48亿元"
    role        one participant of an event (or its place) 张三 host 座谈会

Nothing is computed into a fact that the corpus does not hold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kg import ids
from kg.graph.event_names import event_name
from kg.graph.whereabouts import SeenIn, seats, seen_in
from kg.model import Article, Claim, Corpus, Entity, Event, Evidence
from kg.names.anatomy import plain
from kg.names.near import sounds

EVENT = "event"
PLACE_ROLE = "place"


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity, or an event (``event`` is then its record and ``type`` is "event")."""

    id: str
    type: str
    name: str
    names: tuple[str, ...]
    entity: Entity | None = None
    event: Event | None = None

    @property
    def spellings(self) -> tuple[str, ...]:
        """Its name and all its names."""
        return (self.name, *self.names)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that one article says; ``subject`` and ``object`` are ids of things, ``value`` is an attribute's."""

    id: str
    family: str
    subject: str
    predicate: str
    object: str | None
    evidence: Evidence
    rule: str
    value: str | None = None
    qualifiers: tuple[tuple[str, str], ...] = ()
    confidence: float = 1.0
    status: str = "stated"

    @property
    def article(self) -> str:
        """The id of the article that says it."""
        return self.evidence.article

    def other(self, thing: str) -> str | None:
        """Return the end that is not ``thing``; None for an attribute."""
        return self.object if self.subject == thing else self.subject


def claim_key(claim: Claim) -> str:
    """Return the id of a claim: from its article, its mentions, what it says and its evidence."""
    spans = ",".join(f"{s.start}-{s.end}" for s in claim.evidence.spans)
    return ids.claim_id(
        claim.article,
        claim.subject,
        claim.predicate,
        claim.object or "",
        claim.value or "",
        *(f"{k}={v}" for k, v in claim.qualifiers),
        spans,
    )


def event_key(event: Event) -> str:
    """Return the id of an event: from its article, kind, label and evidence."""
    spans = ",".join(f"{s.start}-{s.end}" for s in event.evidence.spans)
    return ids.event_id(event.article, event.kind, event.label, spans)


class Named:
    """Things by their names, as they are looked for: ``ordered`` by their lengths; ``owners`` are the things of ``spellings``."""

    def __init__(self, things: Iterable[Thing]) -> None:
        self.ordered = sorted(things, key=lambda t: (len(t.name), t.name, t.id))
        self.by_name = grouped((t.name, t) for t in self.ordered)
        self.by_spelling = grouped((name, t) for t in self.ordered for name in t.names)
        self.by_plain = grouped((plain(name), t) for t in self.ordered for name in t.spellings)
        self.spellings = [name for t in self.ordered for name in t.spellings]
        self.owners = [t for t in self.ordered for _ in t.spellings]

    @cached_property
    def by_sound(self) -> dict[str, tuple[Thing, ...]]:
        """The entities by how their names are pronounced."""
        return grouped((sounds(name), t) for t in self.ordered if t.entity for name in t.spellings)


def grouped(named: Iterable[tuple[str, Thing]]) -> dict[str, tuple[Thing, ...]]:
    """Return the things of each key, each once, in their order."""
    found: dict[str, dict[str, Thing]] = defaultdict(dict)
    for key, thing in named:
        found[key].setdefault(thing.id, thing)
    return {key: tuple(things.values()) for key, things in found.items()}


@dataclass(frozen=True)
class Facts:
    """All things and facts of a corpus, indexed; made by ``Facts.of``."""

    corpus: Corpus
    things: Mapping[str, Thing]
    facts: tuple[Fact, ...]
    articles: Mapping[str, Article] = field(default_factory=dict)

    @classmethod
    def of(cls, corpus: Corpus) -> Facts:
        """Index a corpus. A fact stated twice by the same words of an article is kept once."""
        things = {e.id: Thing(e.id, e.type, e.name, e.names, entity=e) for e in corpus.entities}
        entities = {e.id: e for thing in things.values() if (e := thing.entity)}
        claims: dict[str, Fact] = {}
        roles: dict[str, Fact] = {}
        articles: dict[str, Article] = {}
        for reading in corpus.readings:
            articles[reading.article.id] = reading.article
            for claim in reading.claims:
                fact = fact_of_claim(claim, corpus.entity_of)
                claims.setdefault(fact.id, fact)
            for event in reading.events:
                key = event_key(event)
                name = event_name(event, corpus.entity_of, entities)
                things.setdefault(key, Thing(key, EVENT, name, (name,), event=event))
                for fact in facts_of_event(key, event, corpus.entity_of):
                    roles.setdefault(fact.id, fact)
        return cls(corpus, things, (*claims.values(), *roles.values()), articles)

    @cached_property
    def named(self) -> Named:
        """The things by what they are called."""
        return Named(self.things.values())

    @cached_property
    def by_thing(self) -> dict[str, tuple[Fact, ...]]:
        """The facts that touch each thing, in order of page and article."""
        found: dict[str, list[Fact]] = {id_: [] for id_ in self.things}
        for fact in self.facts:
            for end in dict.fromkeys((fact.subject, fact.object)):
                if end is not None:
                    found[end].append(fact)
        return {id_: tuple(facts) for id_, facts in found.items()}

    @cached_property
    def by_pair(self) -> dict[tuple[str, str], tuple[Fact, ...]]:
        """The facts that tie each pair of things; a pair is sorted, self ties are left out."""
        found: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        for fact in self.facts:
            if fact.object is not None and fact.object != fact.subject:
                found[pair(fact.subject, fact.object)].append(fact)
        return {key: tuple(found[key]) for key in sorted(found)}

    def between(self, a: str, b: str) -> tuple[Fact, ...]:
        """Return the facts that tie two things directly, in either direction."""
        return self.by_pair.get(pair(a, b), ())

    def neighbours(self, thing: str) -> tuple[str, ...]:
        """Return the ids of the things tied to ``thing``, each once, in the order of the pages."""
        return tuple(dict.fromkeys(other for fact in self.by_thing[thing] if (other := fact.other(thing)) and other != thing))

    @cached_property
    def seats(self) -> dict[str, tuple[str, ...]]:
        """The ids of the places where pages say that a thing is, by its id."""
        return seats(self.corpus)

    @cached_property
    def seen_in(self) -> dict[str, SeenIn]:
        """What the pages of a thing merely suggest of where it is, by its id."""
        return seen_in(self.corpus)

    def dates(self, facts: Iterable[Fact]) -> tuple[str, ...]:
        """Return the sorted dates of the articles behind these facts, as precise as printed."""
        return tuple(sorted({date for fact in facts if (date := self.articles[fact.article].date)}))


def pair(a: str, b: str) -> tuple[str, str]:
    """Return the two ids in order."""
    return (a, b) if a <= b else (b, a)


def fact_of_claim(claim: Claim, entity_of: Mapping[str, str]) -> Fact:
    """Return what a claim says."""
    target = entity_of[claim.object] if claim.object else None
    return Fact(
        claim_key(claim),
        "relation" if claim.value is None else "attribute",
        entity_of[claim.subject],
        claim.predicate,
        target,
        claim.evidence,
        claim.rule,
        claim.value,
        claim.qualifiers,
        claim.confidence,
        claim.status,
    )


def facts_of_event(key: str, event: Event, entity_of: Mapping[str, str]) -> list[Fact]:
    """Return who had which part in an event, ``key`` its id, and where it was."""
    roles = [(role.who, role.role) for role in event.roles] + ([(event.place, PLACE_ROLE)] if event.place else [])
    return [
        Fact(
            ids.claim_id(key, entity_of[who], role),
            "role",
            entity_of[who],
            role,
            key,
            event.evidence,
            event.rule,
            confidence=event.confidence,
            status=event.status,
        )
        for who, role in roles
    ]
