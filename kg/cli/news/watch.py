"""kg watch: builds what arrives in a folder."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.archive.archive import Archive
from kg.archive.held import held
from kg.archive.schema import NAME
from kg.cli.build import DECISIONS, Formats, Output, counts, formats_of, run_on
from kg.cli.console import DateOption, ReaderOption, YearOption, fail, out, report
from kg.cli.streams import Interrupted
from kg.errors import ExportError, KgError
from kg.export.changes.editions import editions
from kg.lexicon.messages import say
from kg.stages import READERS
from kg.text.input.folders import SUFFIXES
from kg.text.years import BESIDE

QUIET = 1.0
"""Seconds during which no file that arrives may grow before it is read."""
STEP = 0.2


def watch(
    folder: Annotated[Path, typer.Argument(help="Folder in which pages arrive.", metavar="FOLDER")],
    output: Output = Path("exports"),
    decisions: Annotated[Path, typer.Option("--decisions", help="Decisions to apply, also when they change.")] = DECISIONS,
    date: DateOption = None,
    year: YearOption = None,
    reader: ReaderOption = READERS[0],
    formats: Formats = None,
) -> None:
    """Build what arrives in a folder, and print one line for each edition: its pages, and what is new by them; Ctrl-C ends it.

    What is there already is built first. A file that is still being written is waited for; one that is taken away is retracted. Every
    build goes on from the one before and writes the asked exports.

    \b
    Example:
      kg watch arriving/ -o exports/
    """
    how = {"date": date, "year": year, "reader": reader, "archive": output}
    try:
        wanted = formats_of(formats)
        for changed in arrivals(folder, decisions, output):
            settle(changed)
            for line in built(folder, output, wanted, {**how, "decisions": decisions if decisions.is_file() else None}):
                out.print(line, markup=False)
    except KgError as error:
        fail(error)
    except (Interrupted, KeyboardInterrupt):
        report("no longer watching; no half-written file is left")


def arrivals(folder: Path, decisions: Path, output: Path) -> Iterator[list[Path]]:
    """Yield what is to be looked at: first everything, then the files that came, changed or went, some at a time. Ends with Ctrl-C.

    Raises KgError if there is no such folder, or if watchfiles is not installed.
    """
    if not folder.is_dir():
        raise KgError(f"{folder}: no such folder; make it first")
    try:
        from watchfiles import watch as changes_in
    except ImportError as error:
        raise KgError(f"kg watch needs the extra [watch]; install it with: pip install 'kg-newspaper[watch]' ({error})") from error
    places = [folder, *([decisions] if decisions.is_file() else [])]
    own = output.resolve()

    def is_page(_: object, path: str) -> bool:
        file = Path(path)
        named = file.name == BESIDE or file.name == decisions.name or file.name.lower().endswith(SUFFIXES)
        return named and not file.name.startswith(".") and own not in file.resolve().parents

    changes = changes_in(*places, watch_filter=is_page, rust_timeout=1000, yield_on_timeout=True)
    next(changes)  # from here on nothing that arrives is missed
    yield [path for path in folder.rglob("*") if is_page(None, str(path))]
    report(f"watching {folder}; Ctrl-C ends it")
    for some in changes:
        if some:
            yield sorted(Path(path) for _, path in some)


def settle(paths: Iterable[Path], wait: Callable[[float], None] = time.sleep) -> None:
    """Wait until no file has grown for QUIET seconds; ``wait`` sleeps."""
    told: set[Path] = set()
    still = {path: state(path) for path in paths}
    quiet = 0.0 if any(map(is_recent, still)) else QUIET
    while quiet < QUIET:
        wait(STEP)
        now = {path: state(path) for path in still}
        moved = {path for path in still if now[path] != still[path]}
        for path in sorted(moved - told):
            report(f"{path}: is still being written; waiting until it is whole")
        told |= moved
        still, quiet = now, 0.0 if moved else quiet + STEP


def state(path: Path) -> tuple[int, int] | None:
    """Return what changes while a file is written; None if it is not there."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def is_recent(path: Path) -> bool:
    """Whether a file was written so lately that it may not be whole."""
    known = state(path)
    return known is not None and time.time() - known[1] / 1e9 < QUIET


def built(folder: Path, output: Path, formats: Sequence[str], how: dict[str, Any]) -> Iterator[str]:
    """Build once and yield the lines on what came and went; one line on stderr if there is nothing to build or it cannot be written."""
    with held(output, report), ExitStack() as stack:
        before = stack.enter_context(Archive.open(output)) if is_store(output) else None
        made = run_on([folder], how)
        if not made.corpus.pages:
            report("nothing to write: no page could be read")
            return
        made.save(output, formats)
        if before is None:
            yield say(counts(made))
        else:
            yield from editions(before, stack.enter_context(Archive.open(output)))


def is_store(folder: Path) -> bool:
    """Whether a folder holds a store that this version of kg can go on from."""
    try:
        Archive.open(folder / NAME).close()
    except ExportError:
        return False
    return True
