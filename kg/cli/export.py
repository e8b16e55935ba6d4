"""kg export: write the facts of pages or of a build in any format; kg formats: list the formats."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from kg.archive.days.dated import day_of
from kg.cli.console import EXPORTS, DateOption, From, HtmlNodes, ReaderOption, YearOption, fail, out, run, store
from kg.errors import ExportError, KgError
from kg.export.base import ALIASES, FORMATS, format_of, save, write_one
from kg.export.html.wanted import NODES, Wanted, wanted
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
    html_nodes: HtmlNodes = NODES,
    around: Annotated[str, typer.Option("--around", help="Of html: the part around this name.", metavar="NAME")] = "",
    hops: Annotated[int, typer.Option("--hops", min=1, max=9, help="With --around: how many ties away.")] = 2,
    since: Annotated[str, typer.Option("--since", help="Of html: what was printed since this day.", metavar="DATE")] = "",
    paper: Annotated[str, typer.Option("--paper", help="Of html: what this paper says.", metavar="NAME")] = "",
) -> None:
    """Write the graph in other formats: CSV, GraphML, GEXF, JSON-LD, N-Quads, Neo4j, FollowTheMoney and more (kg formats).

    Without PATH it is the graph of the last kg build; --date, --year and --reader are for pages. The web page (html) holds the most telling
    things of a large graph, or another part that is asked for, and says what it leaves out.

    \b
    Example:
      kg export -f csv -f gexf
      kg export seeds/ -f ftm -o /tmp/out
      kg export -f html --around 许昌供电公司 --hops 2 -o part.html
    """
    try:
        wanted.set(Wanted(html_nodes, around, hops, day_of(since) if since else "", paper))
        chosen = asked_for(formats or [])
        written, is_whole = (
            of_pages(paths, chosen, output, reader=reader, date=date, year=year) if paths else of_build(source, chosen, output)
        )
    except KgError as error:
        fail(error)
    for path in written:
        out.print(say(f"wrote {path}"), markup=False)
    if not is_whole:
        raise typer.Exit(2)


def asked_for(names: list[str]) -> list[str]:
    """Return the formats to write. Raises ExportError if there is none, or a part is chosen for a format that has no parts."""
    chosen = [format_of(name).name for name in names]
    if not chosen:
        raise ExportError(f"choose a format: --format {' | '.join(FORMATS)}")
    if not wanted.get().is_for_all and "html" not in chosen:
        raise ExportError("--around, --since and --paper choose a part for the format html")
    return chosen


def of_pages(paths: list[Path], chosen: list[str], output: Path, **how: Any) -> tuple[tuple[Path, ...], bool]:
    """Write the graph of pages; return the files, and whether every page was read. ``how`` are options of kg.pipeline.build."""
    built = run(paths, **how)
    return (save(built, output, chosen) if not is_file(output, chosen) else one(built.corpus, chosen[0], output)), built.is_whole


def of_build(source: Path, chosen: list[str], output: Path) -> tuple[tuple[Path, ...], bool]:
    """Write the graph of the last build; return the files, and that nothing failed."""
    with store(source) as archive:
        return write_all(archive.corpus, chosen, output), True


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
