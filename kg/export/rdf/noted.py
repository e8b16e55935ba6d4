"""What articles say that is written with other subjects than theirs, noted on the disk until these come: direct links, and posts held."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from itertools import groupby
from operator import itemgetter

from kg.export.rdf.blocks import Row
from kg.scratch import Along, Scratch

TABLES = """
CREATE TABLE links (subject TEXT, row BLOB);
CREATE TABLE memberships (person TEXT, body TEXT, title TEXT, claim TEXT, date TEXT, status TEXT);
"""
Seen = tuple[str, str, str]
"""A claim that attests a membership, the date of its article ("" if unknown), and its status."""


class Noted(Scratch):
    """Links and memberships by the entities that they are written with."""

    def __init__(self) -> None:
        super().__init__(TABLES)

    def link(self, subject: str, row: Row) -> None:
        """Note a row of an entity."""
        self.put("links", subject, pickle.dumps(tuple(row), pickle.HIGHEST_PROTOCOL))

    def membership(self, person: str, body: str, title: str, seen: Seen) -> None:
        """Note that a claim gives somebody a title at a body."""
        self.put("memberships", person, body, title, *seen)

    def links(self) -> Callable[[str], list[Row]]:
        """Return what gives the rows that were noted of an entity; it is to be asked for the entities in the order of their ids."""
        along = Along(self.rows("SELECT subject, row FROM links ORDER BY subject, rowid"))
        return lambda subject: [Row(*pickle.loads(row)) for _, row in along.of(subject)]

    def titles(self) -> Iterator[str]:
        """Yield the titles, in order."""
        yield from (title for (title,) in self.rows("SELECT DISTINCT title FROM memberships ORDER BY title"))

    def holders(self) -> Iterator[tuple[tuple[str, str], list[str]]]:
        """Yield body and title, in order, with the people who held the post."""
        rows = self.rows("SELECT DISTINCT body, title, person FROM memberships ORDER BY body, title, person")
        for (body, title), found in groupby(rows, itemgetter(0, 1)):
            yield (body, title), [person for _, _, person in found]

    def memberships(self) -> Iterator[tuple[tuple[str, str, str], list[Seen]]]:
        """Yield person, body and title, in order, with what attests it, in the order in which it was noted."""
        sql = "SELECT person, body, title, claim, date, status FROM memberships ORDER BY person, body, title, rowid"
        for (person, body, title), found in groupby(self.rows(sql), itemgetter(0, 1, 2)):
            yield (person, body, title), [(claim, date, status) for *_, claim, date, status in found]
