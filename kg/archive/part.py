"""The part of the store around some things, as ``Facts``: what ``kg show`` prints, without reading the rest."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from kg.archive import rows
from kg.archive.corpus import bylines
from kg.graph.facts import Facts
from kg.graph.whereabouts import SeenIn
from kg.model import Article, Claim, Corpus, Entity, Event, Page, Reading, Role

MANY = 500
"""Ids in one statement at most."""


@dataclass(frozen=True)
class Part(Facts):
    """The facts that touch some things, complete; of the things at their other ends only type and names are known.

    Articles are without their text, which ``Archive.article`` reads; ``seats`` and ``seen_in`` are those of the things asked for.
    """

    located: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    seen: Mapping[str, SeenIn] = field(default_factory=dict)

    @cached_property
    def seats(self) -> dict[str, tuple[str, ...]]:
        """The ids of the places where pages say that a thing is, by its id."""
        return dict(self.located)

    @cached_property
    def seen_in(self) -> dict[str, SeenIn]:
        """What the pages of a thing merely suggest of where it is, by its id."""
        return dict(self.seen)


def around(connection: sqlite3.Connection, things: Iterable[str]) -> Part:
    """Return all facts that touch these things (ids of entities and events); an id that the store has not is passed over."""
    gathered = Gathered(connection, sorted(set(things)))
    return gathered.part(gathered.numbers("claims", ("subject", "object")), gathered.events_touched())


def within(connection: sqlite3.Connection, things: Iterable[str]) -> Part:
    """Return the facts that tie these things to one another; those of their events are complete."""
    gathered = Gathered(connection, sorted(set(things)))
    sql = f"SELECT number FROM claims WHERE subject = ? AND object IN ({', '.join('?' * len(gathered.things))})"
    claims = sorted(number for one in gathered.things for (number,) in connection.execute(sql, (one, *gathered.things)))
    return gathered.part(claims, gathered.numbers("events", ("id",)))


class Gathered:
    """Rows being gathered around some things; ``entity_of`` and ``ids`` are of the mentions seen so far."""

    def __init__(self, connection: sqlite3.Connection, things: list[str]) -> None:
        self.connection = connection
        self.things = things
        self.articles: dict[int, Article] = {}
        self.ids: dict[int, str] = {}
        self.entity_of: dict[str, str] = {}

    def part(self, claims: list[int], events: list[int]) -> Part:
        """Return the facts that these claims and events are, given by their numbers."""
        said: dict[int, tuple[list[Claim], list[Event]]] = defaultdict(lambda: ([], []))
        for at, claim in self.claims(claims):
            said[at][0].append(claim)
        for at, event in self.events(events):
            said[at][1].append(event)
        entities = tuple(self.entities())
        located, seen = self.places()
        ordered = sorted(said, key=lambda at: self.orders[at])
        readings = tuple(Reading(self.articles[at], (), tuple(said[at][0]), tuple(said[at][1])) for at in ordered)
        facts = Facts.of(Corpus((), readings, entities, self.entity_of))
        articles = {article.id: article for article in self.articles.values()}
        return Part(facts.corpus, facts.things, facts.facts, articles, located, seen)

    def numbers(self, table: str, columns: Iterable[str]) -> list[int]:
        """Return the numbers of the rows that name one of the things in one of the columns, in order."""
        found = {n for column in columns for (n,) in self.each(f"SELECT number FROM {table} WHERE {column} IN (%s)", self.things)}
        return sorted(found)

    def events_touched(self) -> list[int]:
        """Return the numbers of the events that are one of the things or in which one of them took part, in order."""
        taking_part = {event for (event,) in self.each("SELECT event FROM participants WHERE entity IN (%s)", self.things)}
        return sorted(taking_part | set(self.numbers("events", ("id",))))

    def each(self, sql: str, values: Iterable[Any]) -> Iterator[Any]:
        """Yield the rows of a query for many values, which take the place of ``%s``."""
        listed = list(values)
        for at in range(0, len(listed), MANY):
            some = listed[at : at + MANY]
            yield from self.connection.execute(sql % ", ".join("?" * len(some)), some).fetchall()

    def claims(self, numbers: list[int]) -> Iterator[tuple[int, Claim]]:
        """Yield claims with the number of their article."""
        self.note_mentions("SELECT subject_mention, object_mention FROM claims WHERE number IN (%s)", numbers)
        sql = (
            f"SELECT c.article, {rows.EVIDENCE}, {rows.CLAIM} FROM claims c JOIN evidence e ON e.number = c.evidence WHERE c.number IN (%s)"
        )
        for at, *row in self.each(f"{sql} ORDER BY c.number", numbers):
            article = self.article(at)
            yield at, rows.claim_of(article.id, row[3:], rows.evidence_of(article.page.id, article.id, row[:3]), self.ids)

    def events(self, numbers: list[int]) -> Iterator[tuple[int, Event]]:
        """Yield events with the number of their article."""
        self.note_mentions("SELECT mention, NULL FROM participants WHERE event IN (%s)", numbers)
        roles: dict[int, list[Role]] = defaultdict(list)
        sql = "SELECT event, mention, role FROM participants WHERE event IN (%s) AND is_place = 0 ORDER BY number"
        for event, mention, role in self.each(sql, numbers):
            roles[event].append(Role(self.ids[mention], role))
        sql = f"SELECT v.number, v.article, {rows.EVIDENCE}, {rows.EVENT} FROM events v JOIN evidence e ON e.number = v.evidence"
        for number, at, *row in self.each(f"{sql} WHERE v.number IN (%s) ORDER BY v.number", numbers):
            article = self.article(at)
            evidence = rows.evidence_of(article.page.id, article.id, row[:3])
            yield at, rows.event_of(article.id, row[3:], evidence, tuple(roles[number]), self.ids)

    def note_mentions(self, sql: str, numbers: list[int]) -> None:
        """Note ids and entities of the mentions that a query returns the numbers of."""
        wanted = {number for row in self.each(sql, numbers) for number in row if number is not None} - self.ids.keys()
        sql = f"SELECT m.number, m.entity, a.id, {rows.MENTION} FROM mentions m JOIN articles a ON a.number = m.article"
        for number, entity, article, *row in self.each(f"{sql} WHERE m.number IN (%s)", sorted(wanted)):
            self.ids[number] = rows.mention_of(article, row).id
            if entity is not None:
                self.entity_of[self.ids[number]] = entity

    def article(self, number: int) -> Article:
        """Return an article without its text."""
        if number not in self.articles:
            self.articles[number] = head(self.connection, number)
        return self.articles[number]

    @cached_property
    def orders(self) -> dict[int, int]:
        """The place of each article among the readings."""
        return dict(self.each("SELECT number, reading FROM articles WHERE number IN (%s)", self.articles))

    def entities(self) -> Iterator[Entity]:
        """Yield the entities asked for and all that are at the other ends, by id, without their mentions."""
        wanted = sorted({*self.things, *self.entity_of.values()})
        names: dict[str, list[str]] = defaultdict(list)
        for entity, name in self.each("SELECT entity, name FROM aliases WHERE entity IN (%s) AND place > 0 ORDER BY number", wanted):
            names[entity].append(name)
        for id_, type_, name, scope in self.each("SELECT id, type, name, scope FROM entities WHERE id IN (%s) ORDER BY id", wanted):
            yield Entity(id_, type_, name, tuple(names[id_]), (), scope)

    def places(self) -> tuple[dict[str, tuple[str, ...]], dict[str, SeenIn]]:
        """Return where pages say that the things are, and what they merely suggest."""
        located, seen = {}, {}
        sql = "SELECT id, located_in_json, seen_in, seen_in_city FROM entities WHERE id IN (%s)"
        for id_, places, article, city in self.each(sql, self.things):
            if places is not None:
                located[id_] = tuple(json.loads(places))
            if article is not None:
                seen[id_] = SeenIn(head(self.connection, article), city)
        return located, seen


def head(connection: sqlite3.Connection, number: int) -> Article:
    """Return an article and its page without their texts."""
    sql = """SELECT a.id, a.place, a.headline, a.subheads_json, a.date, a.kind, a.locality_json,
        p.id, p.name, p.source, p.newspaper, p.date, p.year, p.dated_by
        FROM articles a JOIN pages p ON p.number = a.page WHERE a.number = ?"""
    id_, place, headline, subheads, date, kind, locality, page, name, *known = connection.execute(sql, (number,)).fetchone()
    return Article(
        id_,
        Page(page, name, "", *known),
        place,
        "",
        (),
        (),
        headline,
        tuple(json.loads(subheads)),
        bylines(connection, number),
        date,
        kind,
        locality=rows.locality_of(locality),
    )
