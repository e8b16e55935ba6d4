"""kg pages: a page as understood, before anything is extracted from it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from kg.cli.console import fail, out
from kg.errors import KgError
from kg.lexicon.messages import say, tell
from kg.model import WEAK_SEAM, Article, Leftover, Locality, ReadPage, to_dict
from kg.text.articles import read_page
from kg.text.input.pages import load

AROUND = 12


def pages(
    files: Annotated[list[Path], typer.Argument(help="Pages: text, PDF, HTML, DOCX or pictures.", metavar="PAGE...")],
    full: Annotated[bool, typer.Option("--full", help="Print whole bodies instead of their first and last words.")] = False,
    seams: Annotated[bool, typer.Option("--seams", help="List all seams, not only the weak ones.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, one page per line.")] = False,
) -> None:
    """Show how pages are understood: articles in order, headlines, credits, dates, places, seams with scores, leftover text.

    \b
    Example:
      kg pages seeds/000_f8f61edb9dd622e5.txt
    """
    failures: list[KgError] = []
    for file in files:
        try:
            loaded = load(file)
        except KgError as error:
            failures.append(error)
            continue
        for page in loaded:
            read = read_page(page)
            if as_json:
                out.out(json.dumps(to_dict(read), ensure_ascii=False), highlight=False)
            else:
                show(read, full=full, seams=seams)
    if failures:
        fail("; ".join(str(error) for error in failures))


def show(read: ReadPage, *, full: bool, seams: bool) -> None:
    """Print one page."""
    page = read.page
    weak = sum(seam.score < WEAK_SEAM for article in read.articles for seam in article.seams)
    out.print(Text(f"{page.name}  {page.source}  {page.id}", style="bold"))
    printed = [page.newspaper or "", page.date or "", place(read.locality)]
    out.print(Text("  " + "  ".join(word for word in printed if word)))
    if read.locality.evidence:
        because = f"  because: {', '.join(read.locality.evidence)} (confidence {read.locality.confidence:.2f})"
        out.print(Text(say(because), style="dim"))
    out.print(Text(say(f"  {len(read.articles)} articles, {weak} weak seams, {len(read.leftovers)} leftover pieces") + "\n"))
    for article in read.articles:
        for line in lines(article, read.locality, full=full, seams=seams):
            out.print(line)
        out.print()
    for leftover in read.leftovers:
        out.print(left(leftover))
    out.print()


def place(locality: Locality) -> str:
    """Return a locality in words: province, city, county, zone."""
    return " ".join(name for name in (locality.province, locality.city, locality.county, locality.zone) if name)


def lines(article: Article, page: Locality, *, full: bool, seams: bool) -> Iterator[Text]:
    """Yield the printed lines of one article."""
    yield Text(f"{article.number + 1:2d}  {article.headline or tell('(no headline)')}", style="bold green")
    for subhead in article.subheads:
        yield Text(f"      {subhead}", style="green")
    facts = [tell(article.kind), article.date or "", "、".join(f"{b.role} {b.name}" for b in article.bylines)]
    if (article.locality.county, article.locality.zone) != (page.county, page.zone):
        facts.append(" ".join(name for name in (article.locality.county, article.locality.zone) if name))
    yield Text("      " + " · ".join(fact for fact in facts if fact), style="cyan")
    paragraphs = article.shown[article.body.start : article.body.end].split("\n")[:-1]
    yield from (Text(f"      {text}") for text in (paragraphs if full else [shortened(paragraphs)]))
    for seam in article.seams:
        if seams or seam.score < WEAK_SEAM:
            before, after = article.shown[max(0, seam.at - AROUND) : seam.at], article.shown[seam.at : seam.at + AROUND]
            style = "red" if seam.score < WEAK_SEAM else "dim"
            told = say(f"seam {seam.score:.2f} ({seam.reason})")
            yield Text(f"      {told}: …{before}|{after}…".replace("\n", ""), style=style)


def shortened(paragraphs: list[str]) -> str:
    """Return the first and last words of a body."""
    whole = "".join(paragraphs)
    size = tell("({} characters, {} paragraphs)", len(whole), len(paragraphs))
    return whole if len(whole) <= 70 else f"{whole[:40]} … {whole[-24:]}  {size}"


def left(leftover: Leftover) -> Text:
    """Return the line for a piece that is in no article."""
    text = leftover.text if len(leftover.text) <= 60 else leftover.text[:57] + "…"
    return Text(
        f"    {say(leftover.kind):10s} {leftover.spans[0].start:6d}  {text}", style="yellow" if leftover.kind == "unplaced" else "dim"
    )
