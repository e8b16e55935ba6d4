"""The store to read: everything as a ``Corpus`` when it is needed, and look-ups that read no more than they return."""

from __future__ import annotations

import json
import pathlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Any

from kg.archive import rows
from kg.archive.corpus import bylines, whole
from kg.archive.names import Hit, Named, Names
from kg.archive.part import Part, around, head
from kg.archive.schema import NAME, opened
from kg.errors import NameLookupError
from kg.model import Article, Corpus, Entity, Evidence, Join, ReadPage

if TYPE_CHECKING:
    from kg.graph.facts import Fact
    from kg.graph.trace import Path


@dataclass(frozen=True, slots=True)
class PageLine:
    """One page in the list of pages; ``stale`` says why its file could not be read when the store was last built, None if it was."""

    id: str
    name: str
    newspaper: str | None
    date: str | None
    city: str | None
    n_articles: int
    stale: str | None


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A thing tied to the one asked for, and how many facts tie them."""

    id: str
    type: str
    name: str
    n_facts: int


@dataclass(frozen=True, slots=True)
class Credit:
    """An article that credits somebody: its id, the role and the name as printed."""

    article: Article
    role: str
    name: str


class Archive:
    """A store that is open for reading; what it says does not change when another build replaces the file.

    One thread at a time may ask it: open one for each thread, which costs a millisecond. Ids are those of every export.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.names = Names(connection)

    @classmethod
    def open(cls, path: str | pathlib.Path) -> Archive:
        """Open a store, given its file or the folder of a build. Raises ExportError if there is none or another version wrote it."""
        file = pathlib.Path(path)
        return cls(opened(file / NAME if file.is_dir() else file))

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @cached_property
    def corpus(self) -> Corpus:
        """Everything: all pages, readings and entities. Reads the whole file."""
        return whole(self.connection)

    def find(self, name: str) -> Named:
        """Return the one thing that a name, full, short or in pinyin, or an id means.

        Raises NameLookupError if nothing or several things answer; its ``candidates`` are written so that they can be typed back.
        """
        return self.names.find(name)

    def nearest(self, name: str) -> Named | None:
        """Return the one entity that a mistyped name was plainly meant for, None if there is none."""
        return self.names.nearest(name)

    def search(self, text: str, limit: int = 20) -> list[Named]:
        """Return things with a name, or its pinyin, that holds a text; shortest names first."""
        return self.names.like(text, limit)

    def search_articles(self, text: str, limit: int = 20, offset: int = 0) -> list[Hit]:
        """Return the articles whose headline or text holds a text, in the order of the pages, with the words around it."""
        return self.names.articles(text, limit, offset)

    def around(self, *things: str) -> Part:
        """Return all facts that touch these things (ids of entities and events), with the things at their other ends."""
        return around(self.connection, things)

    def claims_of(self, id_: str) -> tuple[Fact, ...]:
        """Return the relations and attributes of a thing, in the order of the pages."""
        return tuple(fact for fact in self.around(id_).by_thing.get(id_, ()) if fact.family != "role")

    def events_of(self, id_: str) -> tuple[Fact, ...]:
        """Return the roles of a thing in events (of an event: those of all who took part), in the order of the pages."""
        return tuple(fact for fact in self.around(id_).by_thing.get(id_, ()) if fact.family == "role")

    def entity(self, id_: str) -> Entity:
        """Return an entity with its mentions and the reasons why they are one, also by an old id.

        Raises NameLookupError if there is none.
        """
        row = self._row("SELECT id, type, name, scope FROM entities WHERE id = ?", id_)
        row = row or self._row(
            "SELECT n.id, n.type, n.name, n.scope FROM old_ids o JOIN entities n ON n.id = o.entity WHERE o.old = ?", id_
        )
        if row is None:
            raise NameLookupError(id_, (), f"{id_}: no entity has this id")
        found, type_, name, scope = row
        sql = f"SELECT m.number, a.id, {rows.MENTION} FROM mentions m JOIN articles a ON a.number = m.article WHERE m.entity = ?"
        mentions = {
            number: rows.mention_of(article, values).id
            for number, article, *values in self.connection.execute(f"{sql} ORDER BY m.place_in_entity", (found,))
        }
        joined = self.connection.execute('SELECT "left", "right", same, reason FROM joins WHERE entity = ? ORDER BY number', (found,))
        joins = tuple(Join(mentions[left], mentions[right], bool(same), reason) for left, right, same, reason in joined)
        names = self.connection.execute("SELECT name FROM aliases WHERE entity = ? AND place > 0 ORDER BY number", (found,))
        return Entity(found, type_, name, tuple(name for (name,) in names), tuple(mentions.values()), scope, joins)

    def neighbours(self, id_: str) -> tuple[Neighbour, ...]:
        """Return the things tied to an entity or event: most facts first, then by name."""
        found = self.connection.execute(NEIGHBOURS, {"id": id_})
        return tuple(Neighbour(*row) for row in found)

    def trace(self, a: str, b: str, top: int = 5) -> tuple[Part, tuple[Path, ...]]:
        """Return up to ``top`` best paths between two ids, cheapest first, with the facts of their steps; none if nothing links them."""
        from kg.archive.paths import trace

        return trace(self.connection, a, b, top)

    def quote(self, fact: str) -> Evidence:
        """Return the characters that say a fact, given the id of a claim, an event or a participation.

        Raises NameLookupError if no fact has this id.
        """
        row = self._row(QUOTE, id_ := fact)
        if row is None:
            raise NameLookupError(id_, (), f"{id_}: no fact has this id")
        return rows.evidence_of(row[0], row[1], row[2:])

    def pages(self) -> Iterator[PageLine]:
        """Yield the pages in order, without their texts."""
        sql = """SELECT p.id, p.name, p.newspaper, p.date, p.city, count(a.number), p.stale
            FROM pages p LEFT JOIN articles a ON a.page = p.number GROUP BY p.number ORDER BY p.number"""
        yield from (PageLine(*row) for row in self.connection.execute(sql))

    def page(self, id_: str) -> ReadPage:
        """Return a page with its text and articles. Raises NameLookupError if there is none of this id."""
        row = self._row(f"SELECT p.number, {rows.PAGE} FROM pages p WHERE p.id = ?", id_)
        if row is None:
            raise NameLookupError(id_, (), f"{id_}: no page has this id")
        page, locality, leftovers = rows.page_of(row[1:])
        sql = f"SELECT a.number, {rows.ARTICLE} FROM articles a WHERE a.page = ? ORDER BY a.number"
        found = self.connection.execute(sql, row[:1]).fetchall()
        articles = tuple(rows.article_of(values, page, bylines(self.connection, number)) for number, *values in found)
        return ReadPage(page, articles, leftovers, locality)

    def article(self, id_: str) -> Article:
        """Return an article with its text. Raises NameLookupError if there is none of this id."""
        row = self._row("SELECT p.id FROM articles a JOIN pages p ON p.number = a.page WHERE a.id = ?", id_)
        if row is None:
            raise NameLookupError(id_, (), f"{id_}: no article has this id")
        return next(article for article in self.page(row[0]).articles if article.id == id_)

    def credits(self, *names: str) -> Iterator[Credit]:
        """Yield the articles, without their texts, that credit somebody of one of these names."""
        sql = f"SELECT article, role, name FROM bylines WHERE name IN ({', '.join('?' * len(names))}) ORDER BY article, place"
        for article, role, name in self.connection.execute(sql, names).fetchall():
            yield Credit(head(self.connection, article), role, name)

    def notes(self) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
        """Yield kind (failure, fault, duplicate, remark), file, text and details of what befell the files of the last build."""
        for kind, file, text, detail in self.connection.execute("SELECT kind, file, text, detail_json FROM notes ORDER BY number"):
            yield kind, file, text, json.loads(detail)

    def files(self) -> list[pathlib.Path]:
        """Return the files that were read, as they were given to the build; only of a store that kg build wrote."""
        return [pathlib.Path(path) for (path,) in self.connection.execute("SELECT path FROM files ORDER BY path")]

    def _row(self, sql: str, value: str) -> tuple[Any, ...] | None:
        found: tuple[Any, ...] | None = self.connection.execute(sql, {"id": value} if ":id" in sql else (value,)).fetchone()
        return found


NEIGHBOURS = """
SELECT x.other, coalesce(n.type, 'event'), coalesce(n.name, (SELECT name FROM events WHERE id = x.other LIMIT 1)), count(*)
FROM (SELECT object AS other FROM claims WHERE subject = :id AND object IS NOT NULL AND NOT is_repeat
    UNION ALL SELECT subject FROM claims WHERE object = :id AND NOT is_repeat
    UNION ALL SELECT v.id FROM participants r JOIN events v ON v.number = r.event WHERE r.entity = :id AND NOT r.is_repeat
    UNION ALL SELECT r.entity FROM events v JOIN participants r ON r.event = v.number WHERE v.id = :id AND NOT r.is_repeat) x
LEFT JOIN entities n ON n.id = x.other
WHERE x.other <> :id GROUP BY x.other ORDER BY count(*) DESC, coalesce(n.name, ''), x.other"""
QUOTE = f"""
SELECT p.id, a.id, {rows.EVIDENCE}
FROM (SELECT evidence FROM claims WHERE id = :id UNION ALL SELECT evidence FROM events WHERE id = :id
    UNION ALL SELECT v.evidence FROM participants r JOIN events v ON v.number = r.event WHERE r.id = :id LIMIT 1) f
JOIN evidence e ON e.number = f.evidence JOIN articles a ON a.number = e.article JOIN pages p ON p.number = a.page"""
