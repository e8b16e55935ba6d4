"""The options of commands that answer for a day, and the archive as of that day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from kg.archive.archive import Archive
from kg.archive.days.dated import limit
from kg.cli.console import report, store

At = Annotated[
    str | None, typer.Option("--at", help="Answer by what was printed up to this day: 2021-02-19, 2021-02 or 2021.", metavar="DATE")
]
Undated = Annotated[bool, typer.Option("--undated", help="With --at: count pages of unknown date as printed before.")]


@contextmanager
def store_at(place: Path, day: str | None, *, undated: bool) -> Iterator[Archive]:
    """Yield the store in a folder or file, as of a day if one is given; a line on stderr says how many undated pages are left out.

    Raises KgError if there is no store or the day is no date.
    """
    with store(place) as archive:
        printed = limit(archive, day, undated=undated) if day else None
        if printed and printed.undated and not undated:
            report(f"{printed.undated} pages of unknown date are left out; --undated counts them as printed before")
        yield archive
