"""Look-ups by name in the store, by the same rules as kg.graph.query, and full-text search over names and articles.

Only the index is asked: no look-up reads every record.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from kg.archive.part import head
from kg.errors import NameLookupError
from kg.graph.whereabouts import SeenIn
from kg.lexicon.messages import called
from kg.names.anatomy import plain
from kg.names.near import NEAR, likeness, meant, sounds
from kg.text.plain import plain_name

CANDIDATES = 8
TRIGRAM = 3
"""Characters that a text needs to be looked for by the index of trigrams; a shorter one is looked for row by row."""
MARKS = ("[", "]")
"""What stands around the text found in ``Hit.snippet``."""


@dataclass(frozen=True, slots=True)
class Named:
    """A thing as an index of names has it: ``type`` of an event is "event"."""

    id: str
    type: str
    name: str


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that holds a text: ``id``, headline, date and page, and the words around the first place, the text in MARKS."""

    id: str
    headline: str | None
    date: str | None
    page: str
    snippet: str


NAMED = """SELECT DISTINCT coalesce(n.id, v.id), coalesce(n.type, 'event'), coalesce(n.name, v.name)
    FROM aliases a LEFT JOIN entities n ON n.id = a.entity LEFT JOIN events v ON v.number = a.event"""
BY_LENGTH = "ORDER BY length(coalesce(n.name, v.name)), coalesce(n.name, v.name), coalesce(n.id, v.id)"


class Names:
    """Looks up names in one store."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def find(self, name: str) -> Named:
        """Return the one thing that ``name`` means: its id, its name or any printed name, also in pinyin, the only name that ends in it
        or holds it.

        Raises NameLookupError if nothing or several things answer; its ``candidates`` are written so that they can be typed back.
        """
        wanted = "".join(name.split())
        if not wanted:
            raise NameLookupError(name, (), "an empty name means nothing; give a printed name or an id")
        if known := self.by_id(wanted):
            return known
        read = plain_name(wanted)
        for answers in chain(self.readings(wanted), self.readings(read) if read != wanted else ()):
            if len(answers) == 1:
                return answers[0]
            if answers:
                raise NameLookupError(
                    name,
                    tuple(map(self.spell, answers[:CANDIDATES])),
                    f"{name}: {len(answers)} things have this name; write one of: " + self.listed(answers),
                )
        near = self.near(wanted)
        advice = "; nearest: " + self.listed(near) if near else ""
        raise NameLookupError(name, tuple(map(self.spell, near)), f"{name}: not a name on these pages" + advice)

    def by_id(self, id_: str) -> Named | None:
        """Return the entity or event of an id, None if there is none."""
        sql = "SELECT id, type, name FROM entities WHERE id = ? UNION ALL SELECT id, 'event', name FROM events WHERE id = ? LIMIT 1"
        row = self.connection.execute(sql, (id_, id_)).fetchone()
        return Named(*row) if row else None

    def readings(self, wanted: str) -> Iterator[list[Named]]:
        """Yield what answers: by name, by any printed name, by the end of an entity's name, by a part of it, by a part of an event's."""
        yield self.where("a.place = 0 AND a.name = ?", wanted)
        yield self.where("a.name = ? AND (a.place > 0 OR a.entity IS NULL)", wanted)
        yield self.where("a.plain = ?", plain(wanted))
        if len(wanted) > 1:
            yield self.where("a.pinyin = ? AND a.entity IS NOT NULL", wanted.lower()) if wanted.isascii() else []
            ending = self.where("substr(a.name, -length(?1)) = ?1 AND a.entity IS NOT NULL", wanted)
            yield ending if len(ending) == 1 else self.where("instr(a.name, ?) AND a.entity IS NOT NULL", wanted)
            yield self.where("a.entity IS NULL AND instr(v.name || char(10) || v.label, ?)", wanted)

    def where(self, condition: str, value: str) -> list[Named]:
        """Return the things with a name of which a condition holds, shortest first."""
        return [Named(*row) for row in self.connection.execute(f"{NAMED} WHERE {condition} {BY_LENGTH}", (value,))]

    def near(self, wanted: str) -> list[Named]:
        """Return the things whose names are most like a text.

        Only names that hold enough of its characters to be so like are compared.
        """
        held = " + ".join(["(instr(a.name, ?) > 0)"] * len(wanted))
        sql = f"{NAMED.replace('SELECT DISTINCT', 'SELECT a.name,')} WHERE 4 * ({held}) >= length(a.name) + ? OR ({held}) = ?"
        scores: dict[Named, float] = {}
        for name, *row in self.connection.execute(sql, (*wanted, len(wanted), *wanted, len(wanted))):
            thing = Named(*row)
            score = likeness(wanted, name)
            if score >= NEAR or set(wanted) <= set(thing.name):
                scores[thing] = max(score, scores.get(thing, 0.0))
        return sorted(scores, key=lambda thing: (-scores[thing], thing.name, thing.id))[:CANDIDATES]

    def nearest(self, name: str) -> Named | None:
        """Return the one entity that a name which nothing has was plainly meant for (kg.names.near.meant), None if there is none."""
        wanted = "".join(name.split())
        held = " + ".join(["(instr(a.name, ?) > 0)"] * len(wanted)) or "0"
        near = f"a.pinyin = ? OR abs(length(a.pinyin) - ?) <= 2 OR 2 * ({held}) >= length(a.name)"
        sql = f"{NAMED.replace('SELECT DISTINCT', 'SELECT a.name,')} WHERE a.entity IS NOT NULL AND ({near})"
        rows = self.connection.execute(sql, (sounds(wanted), len(wanted), *wanted)).fetchall()
        return meant(wanted, [(Named(*row), row[1], own) for own, *row in rows])

    def spell(self, thing: Named) -> str:
        """Return what must be typed to mean this thing: its name, or its id where several share the name."""
        return thing.id if len(self.where("a.place = 0 AND a.name = ?", thing.name)) > 1 else thing.name

    def listed(self, things: Sequence[Named]) -> str:
        """Return candidates as a message lists them."""
        more = f" … ({len(things) - CANDIDATES} more)" if len(things) > CANDIDATES else ""
        spelled = [(thing, self.spell(thing)) for thing in things[:CANDIDATES]]
        return (
            ", ".join(
                f"{spell} ({called(t.type)})" if spell == t.name else f"{t.id} ({t.name}, {self.seen_in(t.id) or called(t.type)})"
                for t, spell in spelled
            )
            + more
        )

    def seen_in(self, id_: str) -> SeenIn | None:
        """Return what the pages of an entity merely suggest of where it is."""
        sql = "SELECT seen_in, seen_in_city FROM entities WHERE id = ? AND seen_in IS NOT NULL"
        row = self.connection.execute(sql, (id_,)).fetchone()
        return SeenIn(head(self.connection, row[0]), row[1]) if row else None

    def like(self, text: str, limit: int) -> list[Named]:
        """Return things with a name, or its pinyin, that holds a text; shortest names first."""
        wanted = "".join(text.split())
        if len(wanted) < TRIGRAM:
            sql = f"{NAMED} WHERE instr(a.name, ?1) OR instr(a.pinyin, lower(?1)) {BY_LENGTH} LIMIT ?2"
        else:
            wanted = phrase(wanted)
            sql = f"{NAMED} WHERE a.number IN (SELECT rowid FROM name_search WHERE name_search MATCH ?1) {BY_LENGTH} LIMIT ?2"
        return [Named(*row) for row in self.connection.execute(sql, (wanted, limit))] if wanted else []

    def articles(self, text: str, limit: int, offset: int) -> list[Hit]:
        """Return the articles whose headline or text holds a text, in the order of the pages."""
        wanted = text.strip()
        if not wanted:
            return []
        what = "a.id, a.headline, a.date, p.name"
        if len(wanted) < TRIGRAM:
            around = "substr(a.text, max(1, instr(a.text, ?1) - 20), 40 + length(?1))"
            sql = f"""SELECT {what}, replace({around}, ?1, '[' || ?1 || ']') FROM articles a JOIN pages p ON p.number = a.page
                WHERE instr(a.text, ?1) ORDER BY a.number LIMIT ?2 OFFSET ?3"""
        else:
            wanted = phrase(wanted)
            sql = f"""SELECT {what}, snippet(article_search, 1, '[', ']', '…', 48) FROM article_search s
                JOIN articles a ON a.number = s.rowid JOIN pages p ON p.number = a.page
                WHERE article_search MATCH ?1 ORDER BY a.number LIMIT ?2 OFFSET ?3"""
        return [Hit(*row) for row in self.connection.execute(sql, (wanted, limit, offset))]


def phrase(text: str) -> str:
    """Return a text as FTS5 looks for it character by character."""
    return '"' + text.replace('"', '""') + '"'
