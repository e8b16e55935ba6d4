"""The whole store as a ``Corpus``, equal to the one that was written."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from kg.archive import rows
from kg.model import (
    Article,
    Byline,
    Claim,
    Corpus,
    Decided,
    Entity,
    Event,
    Evidence,
    Join,
    Mention,
    Reading,
    ReadPage,
    Rejected,
    Role,
)


def whole(connection: sqlite3.Connection) -> Corpus:
    """Return everything that the store holds."""
    reader = Reader(connection)
    pages = tuple(reader.pages())
    readings = tuple(reader.readings())
    entities = tuple(reader.entities())
    entity_of = {mention: entity.id for entity in entities for mention in entity.mentions}
    decisions = tuple(
        Decided(kind, tuple(json.loads(names)), *more)
        for kind, names, *more in connection.execute('SELECT kind, names_json, "to", who, "when", why FROM decisions ORDER BY number')
    )
    aliases = dict(connection.execute("SELECT old, entity FROM old_ids ORDER BY old").fetchall())
    return Corpus(pages, readings, entities, entity_of, tuple(reader.rejected(None)), reader.joins[None], aliases, decisions)


class Reader:
    """Reads the store front to back; ``articles`` by number, ``ids`` of mentions by number."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.articles: dict[int, Article] = {}
        self.ids: dict[int, str] = {}

    def pages(self) -> Iterator[ReadPage]:
        """Yield the pages with their articles, in order."""
        for number, *row in self.connection.execute(f"SELECT p.number, {rows.PAGE} FROM pages p ORDER BY p.number"):
            page, locality, leftovers = rows.page_of(row)
            found = self.connection.execute(
                f"SELECT a.number, {rows.ARTICLE} FROM articles a WHERE a.page = ? ORDER BY a.number", (number,)
            ).fetchall()
            for at, *article in found:
                self.articles[at] = rows.article_of(article, page, bylines(self.connection, at))
            yield ReadPage(page, tuple(self.articles[at] for at, *_ in found), leftovers, locality)

    def readings(self) -> Iterator[Reading]:
        """Yield what the articles say, in order; after ``pages``."""
        ordered = self.connection.execute("SELECT reading, number FROM articles WHERE reading IS NOT NULL ORDER BY reading").fetchall()
        for reading, at in ordered:
            article = self.articles[at]
            mentions = tuple(self.mentions(at, article))
            evidence = {
                number: rows.evidence_of(article.page.id, article.id, row)
                for number, *row in self.connection.execute(f"SELECT e.number, {rows.EVIDENCE} FROM evidence e WHERE e.article = ?", (at,))
            }
            claims, events = tuple(self.claims(at, article, evidence)), tuple(self.events(at, article, evidence))
            yield Reading(article, mentions, claims, events, tuple(self.rejected(reading)))

    def mentions(self, at: int, article: Article) -> Iterator[Mention]:
        """Yield the mentions of an article, in order."""
        sql = f"SELECT m.number, {rows.MENTION} FROM mentions m WHERE m.article = ? ORDER BY m.number"
        for number, *row in self.connection.execute(sql, (at,)):
            mention = rows.mention_of(article.id, row)
            self.ids[number] = mention.id
            yield mention

    def claims(self, at: int, article: Article, evidence: dict[int, Evidence]) -> Iterator[Claim]:
        """Yield the claims of an article, in order."""
        for row in self.connection.execute(f"SELECT c.evidence, {rows.CLAIM} FROM claims c WHERE c.article = ? ORDER BY c.number", (at,)):
            yield rows.claim_of(article.id, row[1:], evidence[row[0]], self.ids)

    def events(self, at: int, article: Article, evidence: dict[int, Evidence]) -> Iterator[Event]:
        """Yield the events of an article, in order."""
        sql = f"SELECT v.number, v.evidence, {rows.EVENT} FROM events v WHERE v.article = ? ORDER BY v.number"
        for number, quoted, *row in self.connection.execute(sql, (at,)).fetchall():
            yield rows.event_of(article.id, row, evidence[quoted], roles(self.connection, number, self.ids), self.ids)

    def entities(self) -> Iterator[Entity]:
        """Yield the entities, by id; after ``readings``."""
        names: dict[str, list[str]] = defaultdict(list)
        for entity, name in self.connection.execute("SELECT entity, name FROM aliases WHERE place > 0 ORDER BY number"):
            names[entity].append(name)
        mentions: dict[str, list[str]] = defaultdict(list)
        sql = "SELECT entity, number FROM mentions WHERE entity IS NOT NULL ORDER BY entity, place_in_entity"
        for entity, number in self.connection.execute(sql):
            mentions[entity].append(self.ids[number])
        self.joins = self._joins()
        for id_, type_, name, scope in self.connection.execute("SELECT id, type, name, scope FROM entities ORDER BY number"):
            yield Entity(id_, type_, name, tuple(names[id_]), tuple(mentions[id_]), scope, self.joins[id_])

    def _joins(self) -> dict[str | None, tuple[Join, ...]]:
        """Return the joins of each entity, and under None what was kept apart."""
        found: dict[str | None, list[Join]] = defaultdict(list)
        for entity, left, right, same, reason in self.connection.execute(
            'SELECT entity, "left", "right", same, reason FROM joins ORDER BY number'
        ):
            found[entity].append(Join(self.ids[left], self.ids[right], bool(same), reason))
        return defaultdict(tuple, {entity: tuple(joins) for entity, joins in found.items()})

    def rejected(self, reading: int | None) -> Iterator[Rejected]:
        """Yield what was proposed in an article and not taken; for None what linking and decisions put aside."""
        sql = "SELECT article, what, surface, reason, start FROM rejected WHERE reading IS ? ORDER BY number"
        yield from (Rejected(*row) for row in self.connection.execute(sql, (reading,)))


def bylines(connection: sqlite3.Connection, article: int) -> tuple[Byline, ...]:
    """Return the credits of an article."""
    sql = "SELECT role, name, spans_json FROM bylines WHERE article = ? ORDER BY place"
    return tuple(Byline(role, name, rows.spans_of(spans)) for role, name, spans in connection.execute(sql, (article,)))


def roles(connection: sqlite3.Connection, event: int, ids: dict[int, str]) -> tuple[Role, ...]:
    """Return who took part in an event, in printed order."""
    sql = "SELECT mention, role FROM participants WHERE event = ? AND is_place = 0 ORDER BY number"
    found: Any = connection.execute(sql, (event,))
    return tuple(Role(ids[mention], role) for mention, role in found)
