"""kg build: read pages, write the graph, Turtle, HTML and a report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from kg.archive.held import held
from kg.cli.console import DateOption, HtmlNodes, ReaderOption, YearOption, fail, out, report, run
from kg.errors import KgError, PageError
from kg.export.base import format_of
from kg.export.html.wanted import NODES, Wanted
from kg.lexicon.messages import say
from kg.model import Page
from kg.pipeline import DEFAULT_FORMATS, Build
from kg.proposers.endpoint import Endpoint
from kg.proposers.proposer import Proposer, ProposerError, installed
from kg.stages import READERS
from kg.text.input.folders import files
from kg.text.input.pages import load

DECISIONS = Path("decisions.yaml")
DECISIONS_HELP = "Decisions to apply (default: decisions.yaml in the current folder, if there is one)."
DecisionsOption = Annotated[Path | None, typer.Option("--decisions", help=DECISIONS_HELP)]


Paths = Annotated[list[Path], typer.Argument(help="Pages (txt, pdf, html, docx, png, jpg, tif) or folders.", metavar="PATH...")]
Output = Annotated[Path, typer.Option("--output", "-o", help="Output folder; created if it does not exist.")]
Workers = Annotated[int | None, typer.Option(min=1, help="Number of worker processes (default: one per core).")]
SCHEDULER_HELP = "Scheduler of a Dask cluster that reads the pages (docs/cluster.md): tcp://host:8786."
Scheduler = Annotated[str | None, typer.Option("--scheduler", help=SCHEDULER_HELP, metavar="ADDRESS")]
Formats = Annotated[
    list[str] | None, typer.Option("--format", "-f", help="Write the store and these formats only (kg formats); may be repeated.")
]
Fresh = Annotated[bool, typer.Option("--fresh", help="Read all pages again, whatever the folder holds.")]
Llm = Annotated[str, typer.Option(help="Address of an OpenAI-compatible endpoint that proposes further facts.", metavar="URL")]
Model = Annotated[str, typer.Option(help="Its model.")]
ProposerNames = Annotated[list[str] | None, typer.Option("--proposer", help="An installed proposer of facts.", metavar="NAME")]
KeepMissing = Annotated[bool, typer.Option("--keep-missing", help="Keep the pages of the last build whose files are gone.")]


def build(
    paths: Paths,
    output: Output = Path("exports"),
    decisions: DecisionsOption = None,
    workers: Workers = None,
    scheduler: Scheduler = None,
    date: DateOption = None,
    year: YearOption = None,
    reader: ReaderOption = READERS[0],
    formats: Formats = None,
    fresh: Fresh = False,
    keep_missing: KeepMissing = False,
    html_nodes: HtmlNodes = NODES,
    llm: Llm = "",
    model: Model = "",
    proposer: ProposerNames = None,
) -> None:
    """Read newspaper pages and write the graph extracted from them.

    Writes kg.sqlite, which the other commands read, graph.html (open it in a browser), graph.ttl, graph.graphml, pages/*.json, report.json.
    A page that cannot be read is reported on stderr, the others are still built, and the exit code is 2. The next build into the same
    folder reads only files that are new or have changed and retracts those that are gone; one that fails keeps what it gave before.
    What --llm or --proposer proposes is taken only if the page prints its quote and its names, and is marked; pages leave this machine
    only with --llm, which tells first how much goes where (key: KG_LLM_KEY).

    A page's day or year is what it prints, else what --date or --year says, else a line of pages.yaml in its folder
    (A*.txt: {date: 2021-02-19}), else its path (2021-02-19/A3.txt) or a full date in its text. With none of these it stays unknown.

    \b
    Example:
      kg build seeds/ -o exports/
    """
    how: dict[str, Any] = {"decisions": decisions or (DECISIONS if DECISIONS.is_file() else None), "date": date, "year": year}
    how |= {"workers": workers, "scheduler": scheduler, "reader": reader, "keep_missing": keep_missing}
    try:
        how |= {"archive": None if fresh else output, "proposers": chosen(llm, model, proposer or [], paths)}
        print_summary(*build_into(output, paths, formats, how, Wanted(html_nodes)))
    except KgError as error:
        fail(error)


def chosen(llm: str, model: str, names: list[str], paths: list[Path]) -> tuple[Proposer, ...]:
    """Return the proposers asked for, and tell what each will cost. Raises KgError if one is not there."""
    if bool(llm) != bool(model):
        raise ProposerError("--llm and --model belong together: --llm http://127.0.0.1:11434/v1 --model qwen3")
    found: list[Proposer] = [installed(name) for name in names] + ([Endpoint(llm, model)] if llm else [])
    if found:
        texts = [page.text for file in files(paths)[0] for page in readable(file)]
        for one in found:
            report(f"{one.name}: {one.cost(texts)}")
    return tuple(found)


def readable(file: Path) -> tuple[Page, ...]:
    """Return the pages of a file, none if it cannot be read (which is told when it is its turn)."""
    try:
        return load(file)
    except PageError:
        return ()


def build_into(
    output: Path, paths: list[Path], formats: list[str] | None, how: dict[str, Any], asked: Wanted
) -> tuple[Build, tuple[Path, ...]]:
    """Build and write, and meanwhile hold the folder; ``how`` are options of kg.pipeline.build, ``asked`` is of the web page."""
    with held(output, report):
        made = run_on(paths, how)
        if not made.corpus.pages:
            fail("nothing to write: no page could be read")
        return made, made.save(output, formats_of(formats), asked)


def run_on(paths: list[Path], how: dict[str, Any]) -> Build:
    """Build, and say on stderr why an earlier build is not gone on from; ``how`` are options of kg.pipeline.build."""
    made = run(paths, **how)
    if made.unused:
        report(f"{made.unused}; all files are read anew, and pages of files that are gone are not kept")
    return made


def formats_of(names: list[str] | None) -> tuple[str, ...]:
    """Return the formats to write: the store and those named, else the usual ones. Raises ExportError if there is no such format."""
    return ("sqlite", *(format_of(name).name for name in names)) if names else DEFAULT_FORMATS


def counts(made: Build) -> str:
    """Return how much a build holds."""
    n_articles = sum(len(read.articles) for read in made.corpus.pages)
    n_claims, n_events = sum(1 for _ in made.corpus.claims()), sum(1 for _ in made.corpus.events())
    linked = f"{len(made.entities)} entities, {n_claims} claims, {n_events} events"
    return f"{len(made.corpus.pages)} pages, {n_articles} articles, {linked}"


def print_summary(made: Build, written: tuple[Path, ...]) -> None:
    """Print counts, the files written, and what to do next; exit with 2 if a file was not read or a finder failed."""
    out.print(say(counts(made)), markup=False)
    changes = {"as before": made.n_same, "gone": len(made.retracted), "kept as of an earlier build": len(made.stale)}
    if any(changes.values()):
        counted = ", ".join(f"{number} {what}" for what, number in changes.items() if number)
        out.print(say(f"  of the last build: {counted}"), markup=False)
    for path in written:
        out.print(say(f"  wrote {path}"), markup=False)
    html = next((path for path in written if path.suffix == ".html"), None)
    if html:
        told = f"Open {html} in a browser; ask with: kg query --name who-works-with-whom; read one name with: kg show NAME"
        out.print(say(told), markup=False)
    if not made.is_whole:
        raise typer.Exit(2)
