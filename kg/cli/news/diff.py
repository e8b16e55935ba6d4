"""kg diff: what is new between two archives, or two days of one."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.archive.archive import Archive
from kg.archive.changes import Changes, between, compare
from kg.archive.days.dated import DAY
from kg.cli.console import EXPORTS, From, fail, out, store
from kg.errors import KgError
from kg.export.changes import page, plain, text


class DiffFormat(StrEnum):
    """Output formats."""

    text = "text"
    json = "json"
    html = "html"


OldArgument = Annotated[str, typer.Argument(help="An archive (its folder or kg.sqlite), or a day of --from: 2021-02-19.", metavar="OLD")]
NewArgument = Annotated[str | None, typer.Argument(help="Another archive, or a later day (default: everything).", metavar="[NEW]")]


def diff(
    old: OldArgument,
    new: NewArgument = None,
    name: Annotated[str | None, typer.Option("--name", "-n", help="Only what concerns this name.", metavar="NAME")] = None,
    format: Annotated[DiffFormat, typer.Option(help="Output format.")] = DiffFormat.text,
    undated: Annotated[bool, typer.Option("--undated", help="Count pages of unknown date as printed before.")] = False,
    from_: From = EXPORTS,
) -> None:
    """Tell what is new between two archives, or between two days of one: by name, with quotes.

    A statement is added, strengthened (more independent articles make it), weakened, retracted, or contradicted by a new one. Things are
    known again by their mentions, whatever they are called: they are renamed, joined to another, or split. Between days only what was
    printed meanwhile is new.

    \b
    Example:
      kg diff last-week/ exports/
      kg diff 2021-02-19 --format html > new.html
    """
    try:
        changes = compared(old, new, from_, undated=undated)
        kept = changes.about(meant(name, new if new and not DAY.fullmatch(new) else str(from_))) if name else None
    except KgError as error:
        fail(error)
    if format is DiffFormat.json:
        out.print(json.dumps(plain.changes_json(changes, kept), ensure_ascii=False, indent=1), markup=False)
    elif format is DiffFormat.html:
        sys.stdout.writelines(line + "\n" for line in page.page(changes, kept))
    else:
        print_lines(text.lines(changes, kept))


def compared(old: str, new: str | None, place: Path, *, undated: bool) -> Changes:
    """Return what is new. Raises KgError if a day is none, or OLD is an archive and NEW is missing."""
    if DAY.fullmatch(old) and (new is None or DAY.fullmatch(new)):
        return between(place, old, new, undated=undated)
    if new is None:
        raise KgError(f"{old}: give a second archive to compare with, or a day, as in kg diff 2021-02-19")
    with store(Path(old)) as before, store(Path(new)) as after:
        return compare(before, after)


def meant(name: str, place: str) -> str:
    """Return the id of what a name means in an archive. Raises NameLookupError."""
    with Archive.open(place) as archive:
        return archive.find(name).id


def print_lines(lines: Iterable[str]) -> None:
    """Print lines as they come."""
    for line in lines:
        out.print(line, markup=False)
