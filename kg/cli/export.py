"""kg export: the facts in any of the formats, from pages or from a build; kg formats: which formats there are."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import EXPORTS, From, corpus_from, fail, out, run
from kg.errors import ExportError, KgError
from kg.export.base import FORMATS, format_of, save, write_one
from kg.model import Corpus


def export(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Pages or folders of pages (default: what kg build read).", metavar="[PATH]...")
    ] = None,
    formats: Annotated[
        list[str] | None, typer.Option("--format", "-f", help=f"A format, or several: {', '.join(FORMATS)}; see kg formats.")
    ] = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder to write to; for one format, also a file.")] = EXPORTS,
    source: From = EXPORTS,
) -> None:
    """Write the graph in other formats: GraphML, GEXF, JSON-LD, N-Quads, CSV, Neo4j, FollowTheMoney and more.

    \b
    Example:
      kg export --format gexf --format tables
      kg export seeds/ --format ftm -o /tmp/out
    """
    try:
        chosen = [format_of(name).name for name in (formats or [])]
        if not chosen:
            raise ExportError(f"say which: --format {' | '.join(FORMATS)}")
        failed = False
        if paths:
            built = run(paths)
            failed = not built.is_whole
            written = save(built, output, chosen) if not is_file(output, chosen) else one(built.corpus, chosen[0], output)
        else:
            written = told(corpus_from(source), chosen, output)
    except KgError as error:
        fail(error)
    for path in written:
        out.print(f"wrote {path}", markup=False)
    if failed:
        raise typer.Exit(2)


def is_file(output: Path, chosen: list[str]) -> bool:
    """Whether the output is named as one file: one format that is a file, and the suffix that this format has."""
    return len(chosen) == 1 and not format_of(chosen[0]).target.endswith("/") and not output.is_dir() and output.suffix != ""


def one(corpus: Corpus, format_: str, path: Path) -> tuple[Path, ...]:
    """Write one format to one file."""
    write_one(corpus, format_, path)
    return (path,)


def told(corpus: Corpus, chosen: list[str], output: Path) -> tuple[Path, ...]:
    """Write a corpus that was read back."""
    if is_file(output, chosen):
        return one(corpus, chosen[0], output)
    for name in chosen:
        write_one(corpus, name, output / format_of(name).target.rstrip("/"))
    return tuple(output / format_of(name).target.rstrip("/") for name in chosen)


def formats() -> None:
    """List the formats that kg export and kg build write.

    \b
    Example:
      kg formats
    """
    for row in FORMATS.values():
        out.print(f"{row.name:<9} {row.target:<16} {row.about_zh}; {row.about_en}", markup=False)
