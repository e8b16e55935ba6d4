"""A private database of SQLite without a name for what a work is too large to hold; it knows nothing of what lies there.

It lies in the system's temporary folder, a small one in its cache alone, and goes when nobody holds it, however the process ends.
"""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from typing import Any
from weakref import finalize

from kg.errors import ExportError

Row = tuple[Any, ...]
CACHE = -16_000
"""PRAGMA cache_size: KiB that stay in memory."""
BATCH = 2048
"""Rows of one table that wait before they are put into it."""


@contextmanager
def spared() -> Iterator[None]:
    """Say in one line what is wrong if SQLite cannot go on. Raises ExportError."""
    try:
        yield
    except sqlite3.Error as error:
        raise ExportError(f"there is no room to work ({error}); is the disk full? TMPDIR names another folder") from error


class Scratch:
    """The tables that ``tables``, statements of SQL, make. Raises ExportError if the disk is full."""

    def __init__(self, tables: str) -> None:
        self._waiting: dict[str, list[Row]] = {}
        with spared():
            self.connection = sqlite3.connect("", isolation_level=None, check_same_thread=False)
            finalize(self, self.connection.close)
            self.connection.executescript(f"PRAGMA cache_size = {CACHE}; PRAGMA journal_mode = OFF; {tables} BEGIN;")

    def put(self, table: str, *row: Any) -> None:
        """Put a row into a table, at once or with others."""
        waiting = self._waiting.setdefault(table, [])
        waiting.append(row)
        if len(waiting) >= BATCH:
            self._flush(table)

    def _flush(self, table: str) -> None:
        if found := self._waiting.pop(table, None):
            with spared():
                self.connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(found[0]))})", found)

    def run(self, sql: str) -> None:
        """Change what is there."""
        for table in tuple(self._waiting):
            self._flush(table)
        with spared():
            self.connection.execute(sql)

    def rows(self, sql: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """Yield the rows of a question, asked when the first is; all that was put before is there."""
        for table in tuple(self._waiting):
            self._flush(table)
        with spared():
            yield from self.connection.execute(sql, values)


def by_key(rows: Iterable[Row]) -> Iterator[Row]:
    """Return rows by their first value, a text; of equal ones in the order given. Meanwhile they lie on the disk."""
    desk = Scratch("CREATE TABLE rows (key TEXT, held BLOB);")
    for row in rows:
        desk.put("rows", row[0], pickle.dumps(row, pickle.HIGHEST_PROTOCOL))
    return (pickle.loads(held) for (held,) in desk.rows("SELECT held FROM rows ORDER BY key, rowid"))


class Along:
    """Rows whose first column ascends, for one who asks for its values in that order; the rows of one value are held."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._groups = groupby(rows, itemgetter(0))
        self._found: list[Row] = []
        self._step()

    def _step(self) -> None:
        self._found = list(next(self._groups, ((), ()))[1])

    def of(self, value: Any) -> list[Row]:
        """Return the rows of a value; those of lesser ones are passed over."""
        while self._found and self._found[0][0] < value:
            self._step()
        return self._found if self._found and self._found[0][0] == value else []
