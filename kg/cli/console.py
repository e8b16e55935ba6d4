"""What the commands share: the two consoles, failing, running the pipeline with progress, reading a build.

Exit codes: 0 done; 1 a check failed; 2 bad input or usage.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from rich.console import Console
from rich.text import Text

from kg.archive.archive import Archive
from kg.archive.schema import NAME
from kg.cli.streams import harmless, told
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.pipeline import Build

From = Annotated[Path, typer.Option("--from", help="A folder written by kg build, its kg.sqlite, or a facts.json.")]
EXPORTS = Path("exports")
FAULTS_PRINTED = 20
"""A rule that fails on every page must not bury the rest."""


class HarmlessConsole(Console):
    """A console that no text of a page can give orders to: what is printed is made ``harmless`` first."""

    def print(self, *objects: Any, **options: Any) -> None:
        """Print strings and texts without their control characters."""
        super().print(*map(shown, objects), **options)


def shown(printed: Any) -> Any:
    """Return a string or Text as a terminal may print it."""
    if isinstance(printed, Text):
        return Text(harmless(printed.plain), style=printed.style)
    return harmless(printed) if isinstance(printed, str) else printed


out = HarmlessConsole(soft_wrap=True, highlight=False)
err = Console(stderr=True, soft_wrap=True, highlight=False)


def fail(message: str | KgError, code: int = 2) -> NoReturn:
    """Print one line on stderr and exit with this code."""
    report(str(message))
    raise typer.Exit(code)


def report(message: str) -> None:
    """Print one line on stderr; no character of the text is taken for markup."""
    told(message)


READER_HELP = "full: with the learned network, which reads unfamiliar papers better; fast: tagger and rules alone."
ReaderOption = Annotated[str, typer.Option("--reader", help=READER_HELP)]
DateOption = Annotated[str | None, typer.Option("--date", help="Day of the pages that print none: 2021-02-19.", metavar="DAY")]
HtmlNodes = Annotated[int, typer.Option("--html-nodes", min=1, help="Things that the web page holds at most.")]
YearOption = Annotated[int | None, typer.Option("--year", min=1900, max=2100, help="Year of the pages that print none.")]


def run(paths: Sequence[Path], **options: Any) -> Build:
    """Build from these paths with a progress bar, if stderr is a terminal; one line for each file that failed and each bug in kg.

    ``options`` are those of kg.pipeline.build.
    """
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from kg.pipeline import build

    columns = (
        TextColumn("[bold]kg[/] reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*columns, console=err, transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("", total=None)

        def step(name: str, done: int, total: int) -> None:
            bar.update(task, description=name, completed=done, total=total)

        made = build(paths, progress=step, **options)
    for failure in made.failures:
        report(failure.message)
    for fault in made.faults[:FAULTS_PRINTED]:
        report(str(fault))
    if len(made.faults) > FAULTS_PRINTED:
        report(f"{len(made.faults) - FAULTS_PRINTED} more faults of kg on these pages; report.json lists them all")
    for remark in made.remarks:
        report(remark)
    for rejected in made.corpus.rejected:
        if rejected.what == "decision":
            report(f"decision without effect: {rejected.surface}: {rejected.reason}")
    for path, name in made.duplicates:
        report(f"{path}: has the same text as {name} and was skipped")
    return made


@contextmanager
def store(place: Path) -> Iterator[Archive]:
    """Yield the store in a folder or file. Raises ExportError, which says to run kg build, if there is none."""
    if place.suffix != ".json":
        with Archive.open(place if place.suffix else place / NAME) as archive:
            yield archive
        return
    from kg.archive.write import Sqlite
    from kg.export.facts import read

    with TemporaryDirectory(prefix="kg-") as folder:
        Sqlite().write(read(place), Path(folder) / NAME)
        with Archive.open(Path(folder) / NAME) as archive:
            yield archive
