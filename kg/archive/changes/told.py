"""All that one store says of some statements, as facts that can be set beside those of another store."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from kg.archive.changes.delta import Side
from kg.archive.part import Gathered, head
from kg.graph.facts import Facts
from kg.model import Article, Entity

POST = "holds_post"


@dataclass(slots=True)
class Topics:
    """What facts are about, by ids of NEW: subjects with predicates, bodies with posts, names of dated events."""

    said: set[tuple[str, str]] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)

    def take(self, connection: sqlite3.Connection, side: Side, to: Mapping[str, str]) -> None:
        """Take in what one side has to say."""
        asked, (claims, events) = Gathered(connection, []), side.numbers()
        for subject, predicate, target in asked.each("SELECT subject, predicate, object FROM claims WHERE number IN (%s)", claims):
            self.said.add((to.get(subject, subject), predicate))
            if predicate == POST and target is not None:
                self.bodies.add(to.get(target, target))
        dated = asked.each("SELECT name FROM events WHERE date IS NOT NULL AND number IN (%s)", events)
        self.events |= {name for (name,) in dated}


def numbers(connection: sqlite3.Connection, about: Topics, side: Side, back: Mapping[str, list[str]]) -> tuple[list[int], list[int]]:
    """Return the numbers of all claims and events of a store that are about the same, or that only it has; ``back`` gives older ids."""
    claims, events = map(set, side.numbers())
    for subject, predicate in about.said:
        for id_ in (subject, *back.get(subject, ())):
            found = connection.execute("SELECT number FROM claims WHERE subject = ? AND predicate = ?", (id_, predicate))
            claims |= {number for (number,) in found}
    for body in about.bodies:
        for id_ in (body, *back.get(body, ())):
            found = connection.execute("SELECT number FROM claims WHERE object = ? AND predicate = ?", (id_, POST))
            claims |= {number for (number,) in found}
    for name in about.events:
        events |= {number for (number,) in connection.execute("SELECT event FROM aliases WHERE name = ? AND event IS NOT NULL", (name,))}
    return sorted(claims), sorted(events)


def facts_of(connection: sqlite3.Connection, claims: list[int], events: list[int]) -> Facts:
    """Return claims and events as facts; articles are without their text."""
    return Gathered(connection, []).part(claims, events)


def as_now(old: Facts, to: Mapping[str, str], now: sqlite3.Connection) -> Facts:
    """Return facts of OLD about the things of NEW; a thing that NEW does not know stays as it was."""
    entity_of = {mention: to.get(entity, entity) for mention, entity in old.corpus.entity_of.items()}
    entities = {entity.id: entity for entity in old.corpus.entities if entity.id not in to}
    entities |= {entity.id: entity for entity in entities_of(now, set(entity_of.values()))}
    found = Facts.of(replace(old.corpus, entity_of=entity_of, entities=tuple(entities[id_] for id_ in sorted(entities))))
    return replace(found, articles=old.articles)


def entities_of(connection: sqlite3.Connection, ids: Iterable[str]) -> list[Entity]:
    """Return the entities of these ids that a store has, without their mentions."""
    return list(Gathered(connection, sorted(ids)).entities())


def articles_of(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Article]:
    """Return the articles of these ids that a store has, by id, without their texts."""
    asked = Gathered(connection, [])
    found = asked.each("SELECT id, number FROM articles WHERE id IN (%s) ORDER BY number", sorted(set(ids)))
    return {id_: head(connection, number) for id_, number in found}
