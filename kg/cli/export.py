"""kg export: write the facts of pages or of a build in any format; kg formats: list the formats."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import EXPORTS, DateOption, From, ReaderOption, YearOption, fail, out, run, store
from kg.errors import ExportError, KgError
from kg.export.base import ALIASES, FORMATS, format_of, save, write_one
from kg.lexicon.messages import say
from kg.model import Corpus
from kg.stages import READERS

FORMAT_HELP = f"Format; may be repeated: {', '.join((*FORMATS, *ALIASES))}."


def export(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Pages or folders of pages (default: those of the last kg build).", metavar="[PATH]...")
    ] = None,
    formats: Annotated[list[str] | None, typer.Option("--format", "-f", help=FORMAT_HELP)] = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="Output folder, or output file if there is a single format.")] = EXPORTS,
    source: From = EXPORTS,
    date: DateOption = None,
    year: YearOption = None,
    reader: ReaderOption = READERS[0],
) -> None:
    """Write the graph in other formats: CSV, GraphML, GEXF, JSON-LD, N-Quads, Neo4j, FollowTheMoney and more (kg formats).

    Without PATH it is the graph of the last kg build; --date, --year and --reader are for pages.

    \b
    Example:
      kg export -f csv -f gexf
      kg export seeds/ -f ftm -o /tmp/out
    """
    try:
        chosen = [format_of(name).name for name in (formats or [])]
        if not chosen:
            raise ExportError(f"choose a format: --format {' | '.join(FORMATS)}")
        failed = False
        if paths:
            built = run(paths, reader=reader, date=date, year=year)
            failed = not built.is_whole
            written = save(built, output, chosen) if not is_file(output, chosen) else one(built.corpus, chosen[0], output)
        else:
            with store(source) as archive:
                written = write_all(archive.corpus, chosen, output)
    except KgError as error:
        fail(error)
    for path in written:
        out.print(say(f"wrote {path}"), markup=False)
    if failed:
        raise typer.Exit(2)


def is_file(output: Path, chosen: list[str]) -> bool:
    """Whether the output names a file: there is a single format, it is a file, and the path has a suffix."""
    return len(chosen) == 1 and not format_of(chosen[0]).target.endswith("/") and not output.is_dir() and output.suffix != ""


def one(corpus: Corpus, format_: str, path: Path) -> tuple[Path, ...]:
    """Write one format to one file."""
    write_one(corpus, format_, path)
    return (path,)


def write_all(corpus: Corpus, chosen: list[str], output: Path) -> tuple[Path, ...]:
    """Write a corpus in each of the formats."""
    if is_file(output, chosen):
        return one(corpus, chosen[0], output)
    for name in chosen:
        write_one(corpus, name, output / format_of(name).target.rstrip("/"))
    return tuple(output / format_of(name).target.rstrip("/") for name in chosen)


def formats() -> None:
    """List the formats that kg export can write.

    \b
    Example:
      kg formats
    """
    for row in FORMATS.values():
        out.print(f"{row.name:<9} {row.target:<16} {row.about_zh}; {row.about_en}", markup=False)
