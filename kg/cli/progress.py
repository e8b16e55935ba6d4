"""Running the pipeline from the command line, with progress where somebody looks on."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from kg.cli.console import err, say_wrong
from kg.pipeline import Build, build


def run(paths: Sequence[Path], *, decisions: Path | None = None, workers: int | None = None) -> Build:
    """Build from these paths; a bar on stderr if that is a terminal, a line for each file that failed."""
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

        made = build(paths, decisions=decisions, workers=workers, progress=step)
    for failure in made.failures:
        say_wrong(failure.message)
    for path, name in made.duplicates:
        say_wrong(f"{path}: has the same text as {name} and was read once")
    return made
