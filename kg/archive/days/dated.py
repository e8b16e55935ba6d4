"""The store as of a day: an open ``Archive`` that from then on answers by what was printed up to that day.

A page is printed on its issue date; where none is known, at the earliest on the last full day that its articles report on; else at the
end of its year. A page of which not even the year is known is undated: left out, and counted, unless it is asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.archive.schema import script
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.archive.archive import Archive

DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
"""A day, or its month or year, of which the last day counts."""
END = "-99-99"
"""Sorts after every month and day."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What a day leaves of an archive: ``pages`` printed up to it, ``later`` ones, and ``undated`` ones, which are left out if asked."""

    day: str
    pages: int
    later: int
    undated: int


def day_of(text: str) -> str:
    """Return a day, month or year as written (2021-02-19, 2021-02, 2021). Raises KgError for anything else."""
    if not DAY.fullmatch(text):
        raise KgError(f"{text}: is no date; write it as 2021-02-19, 2021-02 or 2021")
    return text


def limit(archive: Archive, day: str, *, undated: bool = False) -> Printed:
    """Let an archive answer by the pages printed up to a day (all of it; a month or year to its end), and ``undated`` ones if asked.

    To be called once, before anything is asked of the archive. Raises KgError if ``day`` is no date.
    """
    until = (day_of(day) + END)[:10]
    connection = archive.connection
    connection.executescript(script("days/days"))
    connection.execute(
        "INSERT INTO temp.printed_pages SELECT page FROM temp.days WHERE day <= ? OR (? AND day IS NULL) ORDER BY page", (until, undated)
    )
    connection.execute(
        "INSERT INTO temp.printed SELECT number FROM main.articles WHERE page IN (SELECT page FROM temp.printed_pages) ORDER BY number"
    )
    counted = connection.execute("SELECT count(*) FILTER (WHERE day <= ?1), count(*) FILTER (WHERE day > ?1) FROM temp.days", (until,))
    pages, later = counted.fetchone()
    (unknown,) = connection.execute("SELECT count(*) FROM temp.days WHERE day IS NULL").fetchone()
    connection.executescript(script("days/dated"))
    return Printed(day, pages, later, unknown)
