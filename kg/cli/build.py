"""kg build: read pages, write the graph, Turtle, HTML and a report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import DateOption, ReaderOption, YearOption, fail, out, report, run
from kg.errors import KgError, PageError
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


def build(
    paths: Annotated[list[Path], typer.Argument(help="Pages (txt, pdf, html, docx, png, jpg, tif) or folders.", metavar="PATH...")],
    output: Annotated[Path, typer.Option("--output", "-o", help="Output folder; created if it does not exist.")] = Path("exports"),
    decisions: DecisionsOption = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Number of worker processes (default: one per core).")] = None,
    date: DateOption = None,
    year: YearOption = None,
    reader: ReaderOption = READERS[0],
    llm: Annotated[str, typer.Option(help="Address of an OpenAI-compatible endpoint that proposes further facts.", metavar="URL")] = "",
    model: Annotated[str, typer.Option(help="Its model.")] = "",
    proposer: Annotated[list[str] | None, typer.Option(help="An installed proposer of facts; may be repeated.", metavar="NAME")] = None,
) -> None:
    """Read newspaper pages and write the graph extracted from them.

    Writes graph.html (open it in a browser), graph.ttl, graph.graphml, pages/*.json and report.json. A page that cannot be
    read is reported on stderr, the others are still built, and the exit code is 2.

    What --llm or --proposer proposes is taken only if the page prints its quote and its names, and is marked; pages leave this machine
    only with --llm, which tells first how much goes where (key: KG_LLM_KEY).

    A page's day or year is what it prints, else what --date or --year says, else a line of pages.yaml in its folder
    (A*.txt: {date: 2021-02-19}), else its path (2021-02-19/A3.txt) or a full date in its text. With none of these it stays unknown.

    \b
    Example:
      kg build seeds/ -o exports/
      kg build my-pages/ --year 2021 --reader fast
    """
    try:
        replayed = decisions or (DECISIONS if DECISIONS.is_file() else None)
        proposers = chosen(llm, model, proposer or [], paths)
        made = run(paths, decisions=replayed, workers=workers, reader=reader, date=date, year=year, proposers=proposers)
        if not made.corpus.pages:
            fail("nothing to write: no page could be read")
        written = made.save(output, DEFAULT_FORMATS)
    except KgError as error:
        fail(error)
    print_summary(made, written)
    if not made.is_whole:
        raise typer.Exit(2)


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


def print_summary(made: Build, written: tuple[Path, ...]) -> None:
    """Print counts, the files written, and what to do next."""
    n_articles = sum(len(read.articles) for read in made.corpus.pages)
    out.print(
        f"{len(made.corpus.pages)} pages, {n_articles} articles, {len(made.entities)} entities, "
        f"{len(made.claims)} claims, {len(made.events)} events",
        markup=False,
    )
    for path in written:
        out.print(f"  wrote {path}", markup=False)
    html = next((path for path in written if path.suffix == ".html"), None)
    if html:
        out.print(
            f"Open {html} in a browser; ask with: kg query --name who-works-with-whom; read one name with: kg show NAME", markup=False
        )
