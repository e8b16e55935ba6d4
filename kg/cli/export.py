"""kg export: write the facts of pages or of a build in any format; kg formats: list the formats."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.archive.days.dated import day_of
from kg.cli.console import EXPORTS, DateOption, From, HtmlNodes, ReaderOption, YearOption, fail, out, run, store
from kg.errors import ExportError, KgError
from kg.export.base import ALIASES, FORMATS, format_of, save, write_one
from kg.export.html.wanted import NODES, Wanted
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
        part = Wanted(html_nodes, around, hops, day_of(since) if since else "", paper)
        asked = Asked(asked_for(formats or [], part), output, part)
        written, is_whole = asked.of_pages(paths, reader=reader, date=date, year=year) if paths else (asked.of_build(source), True)
    except KgError as error:
        fail(error)
    for path in written:
        out.print(say(f"wrote {path}"), markup=False)
    if not is_whole:
        raise typer.Exit(2)


def asked_for(names: list[str], part: Wanted) -> tuple[str, ...]:
    """Return the formats to write. Raises ExportError if there is none, or a part is chosen for a format that has no parts."""
    chosen = tuple(format_of(name).name for name in names)
    if not chosen:
        raise ExportError(f"choose a format: --format {' | '.join(FORMATS)}")
    if not part.is_for_all and not any(FORMATS[name].has_parts for name in chosen):
        raise ExportError("--around, --since and --paper choose a part for the format html")
    return chosen


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be written: the formats (one at least), the output file or folder, and the part for those formats that have parts."""

    formats: tuple[str, ...]
    output: Path
    part: Wanted

    def of_pages(self, paths: list[Path], **how: Any) -> tuple[tuple[Path, ...], bool]:
        """Write the graph of pages; return the files, and whether every page was read. ``how`` are options of kg.pipeline.build."""
        built = run(paths, **how)
        return self.one(built.corpus) if self.is_file else save(built, self.output, self.formats, self.part), built.is_whole

    def of_build(self, source: Path) -> tuple[Path, ...]:
        """Write the graph of the last build; return the files."""
        with store(source) as archive:
            return self.one(archive.corpus) if self.is_file else self.all(archive.corpus)

    @property
    def is_file(self) -> bool:
        """Whether the output names a file: there is a single format, it is a file, and the path has a suffix."""
        is_one = len(self.formats) == 1 and not FORMATS[self.formats[0]].target.endswith("/")
        return is_one and not self.output.is_dir() and self.output.suffix != ""

    def one(self, corpus: Corpus) -> tuple[Path, ...]:
        """Write the one format to the output file."""
        write_one(corpus, self.formats[0], self.output, self.part)
        return (self.output,)

    def all(self, corpus: Corpus) -> tuple[Path, ...]:
        """Write each of the formats into the output folder."""
        paths = {name: self.output / FORMATS[name].target.rstrip("/") for name in self.formats}
        for name, path in paths.items():
            write_one(corpus, name, path, self.part)
        return tuple(paths[name] for name in self.formats)


def formats() -> None:
    """List the formats that kg export can write.

    \b
    Example:
      kg formats
    """
    for row in FORMATS.values():
        out.print(f"{row.name:<9} {row.target:<16} {row.about_zh}; {row.about_en}", markup=False)
