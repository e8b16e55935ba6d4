"""A corpus into the store: page by page, then what linking made of them. The same corpus makes the same bytes."""

from __future__ import annotations

import sqlite3
from collections.abc import Container, Iterable, Mapping
from itertools import chain, count
from pathlib import Path
from typing import Any

from pypinyin import lazy_pinyin

from kg import ids
from kg.archive import links, rows
from kg.archive.noted import Stored
from kg.archive.rows import Row, dumped
from kg.archive.schema import VERSION, made
from kg.graph.event_names import event_name
from kg.graph.facts import PLACE_ROLE, claim_key, event_key
from kg.graph.lifelines import LIVES, event_steps, steps_of
from kg.graph.whereabouts import seats, seen_in
from kg.model import Article, Claim, Corpus, Entity, Event, Evidence, Reading, Rejected
from kg.names.anatomy import plain
from kg.resolve.desk.outcome import by_id
from kg.values.quantities import read as quantity

CACHE = -16_000
"""PRAGMA cache_size: KiB of what is known of mentions that stay in memory."""


class Sqlite:
    """kg.sqlite: the store, as an exporter."""

    name = "sqlite"
    suffix = ".sqlite"

    def __init__(self) -> None:
        self.built: Stored | None = None

    def note(self, built: Stored) -> None:
        """Keep what the corpus does not hold: files that failed, bugs of kg."""
        self.built = built

    def write(self, corpus: Corpus, path: Path) -> None:
        """Write the store to ``path``, which must not exist. Raises ExportError if it cannot be written."""
        with made(path, links.fill) as connection:
            writer = Writer(connection, corpus, self.built.stale if self.built else {})
            writer.write(notes(self.built) if self.built else ())
            kept = sorted(self.built.kept, key=lambda one: one.path) if self.built else ()
            writer.insert("files", ((k.path, k.content, k.signature, int(k.has_messages), k.reading) for k in kept))


class Writer:
    """One store being filled. Numbers of rows count from 1 in the order of pages and articles.

    ``here`` holds the numbers of the mentions of the article that is being written; those of all lie in the temporary table ``named``, with
    the place of each in its entity, so that memory holds one article.
    """

    def __init__(self, connection: sqlite3.Connection, corpus: Corpus, stale: Mapping[str, str]) -> None:
        self.connection = connection
        self.stale = stale
        self.corpus = corpus
        self.articles: dict[str, int] = {}
        self.here: dict[str, int] = {}
        self.entities = by_id(corpus.entities)
        self.works = Works(self.entities)
        self.numbers = {
            table: count(1)
            for table in ("mentions", "evidence", "claims", "events", "participants", "aliases", "joins", "steps", "rejected")
        }

    def write(self, noted: Iterable[Row]) -> None:
        """Write everything."""
        self.insert("meta", sorted({"schema_version": str(VERSION), "about": "written by kg; docs/archive.md explains the tables"}.items()))
        self.pages()
        self.places()
        for number, reading in enumerate(self.corpus.readings, 1):
            self.insert("rejected", (self.rejected(r, number) for r in reading.rejected))
            self.reading(reading)
        self.insert("rejected", (self.rejected(r, None) for r in self.corpus.rejected))
        self.connection.execute("CREATE INDEX mentions_entity ON mentions (entity, place_in_entity)")
        self.names()
        self.insert("old_ids", sorted(self.corpus.aliases.items()))
        self.joins()
        decided = enumerate(self.corpus.decisions, 1)
        self.insert("decisions", ((number, d.kind, dumped(d.names), d.to, d.who, d.when, d.why) for number, d in decided))
        self.insert("notes", ((number, *row) for number, row in enumerate(noted, 1)))

    def insert(self, table: str, found: Iterable[Row]) -> None:
        """Insert rows that hold a value for every column."""
        for row in found:
            self.connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)

    def places(self) -> None:
        """Note the place of each mention in its entity."""
        self.connection.execute(f"PRAGMA temp.cache_size = {CACHE}")
        self.connection.execute("CREATE TEMP TABLE named (id TEXT PRIMARY KEY, place INTEGER, number INTEGER) WITHOUT ROWID")
        places = ((mention, place) for entity in self.corpus.entities for place, mention in enumerate(entity.mentions))
        self.connection.executemany("INSERT INTO named VALUES (?, ?, NULL)", places)

    def number(self, mention: str) -> int:
        """Return the number of a mention's row."""
        if mention in self.here:
            return self.here[mention]
        ((number,),) = self.connection.execute("SELECT number FROM named WHERE id = ?", (mention,))
        return int(number)

    def pages(self) -> None:
        """Insert pages and articles."""
        order = {reading.article.id: number for number, reading in enumerate(self.corpus.readings, 1)}
        for number, read in enumerate(self.corpus.pages, 1):
            self.insert("pages", [rows.page_row(number, read, self.stale.get(read.page.id))])
            for article in read.articles:
                known = self.articles.setdefault(article.id, len(self.articles) + 1)
                self.insert("articles", [rows.article_row(known, number, article, order.get(article.id))])
                self.insert(
                    "bylines", ((known, place, b.role, b.name, rows.spans_json(b.spans)) for place, b in enumerate(article.bylines))
                )

    def reading(self, reading: Reading) -> None:
        """Insert what one article says."""
        article, entity_of = reading.article, self.corpus.entity_of
        at = self.articles[article.id]
        self.here = {}
        for mention in reading.mentions:
            id_ = mention.id
            self.here[id_] = number = next(self.numbers["mentions"])
            found = self.connection.execute("UPDATE named SET number = ? WHERE id = ? RETURNING place", (number, id_)).fetchall()
            self.insert("mentions", [rows.mention_row(number, at, mention, entity_of.get(id_), found[0][0] if found else None)])
        known: dict[Evidence, int] = {}
        seen: set[str] = set()
        for claim in reading.claims:
            self.claim(claim, article, self.evidence(claim.evidence, known), seen)
        for event in reading.events:
            self.event(event, article, self.evidence(event.evidence, known), seen)

    def evidence(self, evidence: Evidence, known: dict[Evidence, int]) -> int:
        """Insert evidence, once for all facts of an article that rest on it, and return its number."""
        if evidence not in known:
            known[evidence] = next(self.numbers["evidence"])
            first, last = evidence.spans[0], evidence.spans[-1]
            place = (known[evidence], self.articles[evidence.article], first.start, last.end)
            self.insert("evidence", [(*place, evidence.quote, int(evidence.crosses_weak_seam), rows.spans_json(evidence.spans))])
        return known[evidence]

    def claim(self, claim: Claim, article: Article, evidence: int, seen: set[str]) -> None:
        """Insert a claim, and the step in a project's life that it says."""
        number, id_, entity_of = next(self.numbers["claims"]), claim_key(claim), self.corpus.entity_of
        subject = entity_of.get(claim.subject)
        printed = claim.value if claim.value is not None else claim.qualifier("amount")
        sum_ = quantity(printed) if printed else None
        ends = (subject, claim.predicate, entity_of.get(claim.object or ""), claim.value, dumped(dict(claim.qualifiers)))
        told = (claim.status, claim.confidence, claim.rule, evidence)
        mentions = (self.number(claim.subject), self.number(claim.object) if claim.object else None)
        amount = (float(sum_.number), sum_.base, sum_.dimension) if sum_ else (None, None, None)
        self.insert("claims", [(number, id_, self.articles[claim.article], *ends, *told, *mentions, int(id_ in seen), *amount)])
        if id_ not in seen and subject in self.works and claim.value is not None:
            for step in steps_of(claim, article):
                life = (step.stage, step.printed, step.date, step.reported, int(step.planned))
                self.insert("steps", [(next(self.numbers["steps"]), subject, *life, number, None)])
        seen.add(id_)

    def event(self, event: Event, article: Article, evidence: int, seen: set[str]) -> None:
        """Insert an event, who took part in it, and the step that it is in a project's life."""
        number, id_, entity_of = next(self.numbers["events"]), event_key(event), self.corpus.entity_of
        name = event_name(event, entity_of, self.entities)
        told = (event.kind, event.label, event.date, event.status, event.confidence, event.rule, evidence)
        place = self.number(event.place) if event.place else None
        self.insert("events", [(number, id_, self.articles[event.article], name, *told, place, None)])
        self.insert("aliases", [(next(self.numbers["aliases"]), None, number, 0, name, plain(name), "")])
        roles = [(role.who, role.role, 0) for role in event.roles] + ([(event.place, PLACE_ROLE, 1)] if event.place else [])
        for who, role, is_place in roles:
            fact = ids.claim_id(id_, entity_of[who], role)
            row = (next(self.numbers["participants"]), fact, number, role, entity_of[who], self.number(who), is_place)
            self.insert("participants", [(*row, int(fact in seen))])
            seen.add(fact)
        for work, step in event_steps(event, entity_of, self.works, article):
            life = (step.stage, step.printed, step.date, step.reported, int(step.planned))
            self.insert("steps", [(next(self.numbers["steps"]), work, *life, None, number)])

    def names(self) -> None:
        """Insert entities with where they are, and all their names."""
        known, suggested = seats(self.corpus), seen_in(self.corpus)
        for number, entity in enumerate(self.corpus.entities, 1):
            at, seen = known.get(entity.id), suggested.get(entity.id)
            where = (dumped(at) if at else None, self.articles[seen.article.id] if seen else None, seen.city if seen else None)
            (named_in,) = self.connection.execute("SELECT count(DISTINCT article) FROM mentions WHERE entity = ?", (entity.id,)).fetchone()
            what = (entity.id, entity.type, entity.name, entity.scope)
            self.insert("entities", [(number, *what, *where, len(entity.mentions), named_in, None)])
            for place, name in enumerate((entity.name, *entity.names)):
                row = (next(self.numbers["aliases"]), entity.id, None, place, name, plain(name), pinyin(name))
                self.insert("aliases", [row])

    def joins(self) -> None:
        """Insert why mentions are one entity, entity by entity, and why others were kept apart."""
        of = "(SELECT number FROM named WHERE id = ?)"
        found = ((join, entity.id) for entity in self.corpus.entities for join in entity.joins)
        for join, entity in chain(found, ((refusal, None) for refusal in self.corpus.refusals)):
            row = (next(self.numbers["joins"]), entity, join.left, join.right, int(join.same), join.reason)
            self.connection.execute(f"INSERT INTO joins VALUES (?, ?, {of}, {of}, ?, ?)", row)
        self.connection.execute("DROP TABLE named")

    def rejected(self, rejected: Rejected, reading: int | None) -> Row:
        """Return something proposed and not taken as a row."""
        r = rejected
        return (next(self.numbers["rejected"]), reading, r.article, r.what, r.surface, r.reason, r.start)


class Works(Container[str]):
    """The ids of the projects and facilities among some entities."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        self._entities = entities

    def __contains__(self, id_: object) -> bool:
        return id_ in self._entities and self._entities[str(id_)].type in LIVES


def pinyin(name: str) -> str:
    """Return a name in pinyin without tones and blanks: 许继 → xuji."""
    return "".join(lazy_pinyin(name)).lower()


def notes(built: Stored) -> Iterable[Row]:
    """Yield kind, file, text and detail of what befell the files of a build."""
    details: Mapping[str, Any]
    for failure in sorted(built.failures, key=lambda f: (f.path, f.message)):
        yield "failure", failure.path, failure.message, "{}"
    for fault in built.faults:
        details = {"article": fault.article, "number": fault.number, "where": fault.where, "reason": fault.reason}
        yield "fault", fault.page, str(fault), dumped(details)
    for path, name in sorted(built.duplicates):
        yield "duplicate", path, f"has the same text as {name}", dumped({"same_text_as": name})
    for remark in sorted(built.remarks):
        yield "remark", "", remark, "{}"
