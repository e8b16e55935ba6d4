"""kg extract: write the page JSON only."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import DateOption, ReaderOption, YearOption, fail, out, run
from kg.errors import KgError
from kg.lexicon.messages import say
from kg.stages import READERS


def extract(
    pages: Annotated[list[Path], typer.Argument(help="Pages or folders of pages.", metavar="PAGE...")],
    output: Annotated[Path, typer.Option("--output", "-o", help="Output folder; one JSON file per page.")] = Path("exports/pages"),
    date: DateOption = None,
    year: YearOption = None,
    reader: ReaderOption = READERS[0],
) -> None:
    """Write each page's articles, entities, relations, events and attributes as JSON, with page spans.

    The format is that of the gold pages (ontology/page.schema.json).

    \b
    Example:
      kg extract seeds/*.txt -o /tmp/pages
    """
    try:
        made = run(pages, reader=reader, date=date, year=year)
        written = made.save_pages(output)
    except KgError as error:
        fail(error)
    for path in written:
        out.print(say(f"wrote {path}"), markup=False)
    if not made.is_whole:
        raise typer.Exit(2)
