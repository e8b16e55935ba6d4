"""kg trace: how two names are connected, with quotes."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

import typer

from kg.cli.console import EXPORTS, From, fail, out
from kg.cli.news.at import At, Undated, store_at
from kg.errors import KgError
from kg.export.answers import path_json
from kg.graph.facts import Fact, Facts
from kg.graph.sentences import doubts, sentence, source, way
from kg.graph.trace import Path
from kg.lexicon.messages import facts_language, tell


class TraceFormat(StrEnum):
    """Output formats."""

    text = "text"
    json = "json"
    md = "md"
    html = "html"


def trace(
    a: Annotated[str, typer.Argument(help="Name of a person, organisation, project, place or event.", metavar="A")],
    b: Annotated[str, typer.Argument(help="Another name.", metavar="B")],
    top: Annotated[int, typer.Option(min=1, max=50, help="Maximum number of paths.")] = 5,
    format: Annotated[TraceFormat, typer.Option(help="Output format.")] = TraceFormat.text,
    at: At = None,
    undated: Undated = False,
    from_: From = EXPORTS,
) -> None:
    """Print the best-evidenced paths between two names, each step with its quote; exit 1 if nothing links them.

    Paths go through projects, posts, meetings and money; a city or a newspaper is used only if there is no other way. With --at, only what
    was printed up to a day counts.

    \b
    Example:
      kg trace 宫卫红 华侨城 --top 3
    """
    try:
        with store_at(from_, at, undated=undated) as archive:
            start, end = archive.find(a), archive.find(b)
            if start.id == end.id:
                fail(f"{a} and {b} are the same: {start.name}")
            facts, found = archive.trace(start.id, end.id, top)
    except KgError as error:
        fail(error)
    out.print("\n".join(WRITERS[format](facts, start.name, end.name, found)), markup=False)
    if not found:
        raise typer.Exit(1)


def as_text(facts: Facts, a: str, b: str, found: tuple[Path, ...]) -> Iterator[str]:
    """Yield the lines of the plain text."""
    if not found:
        yield tell("{} and {}: no path that a page bears out", a, b)
    for number, path in enumerate(found, 1):
        yield tell("path {}  {}", number, way(facts, path)) + (tell("  (only by way of a place or newspaper)") if path.through_hub else "")
        last_evidence = None
        for step in path.steps:
            fact = step.facts[0]
            yield f"  · {said(facts, fact)}" + (tell("  ({} more)", len(step.facts) - 1) if len(step.facts) > 1 else "")
            if fact.evidence == last_evidence:  # two steps through one event share a quote, which is printed once
                yield f"    {tell('(quote as above)')}"
                continue
            last_evidence = fact.evidence
            yield f"    “{fact.evidence.quote}”"
            yield f"    —— {origin(facts, fact)}{doubts(fact, facts_language())}"
        yield ""


def said(facts: Facts, fact: Fact) -> str:
    """Return a fact as a sentence in the language chosen."""
    return sentence(facts, fact, facts_language())


def origin(facts: Facts, fact: Fact) -> str:
    """Return where a fact stands, in the language chosen."""
    return source(facts.articles[fact.article], facts_language())


def as_json(facts: Facts, a: str, b: str, found: tuple[Path, ...]) -> Iterator[str]:
    """Yield one JSON document."""
    yield json.dumps({"from": a, "to": b, "paths": [path_json(facts, path) for path in found]}, ensure_ascii=False, indent=1)


def as_markdown(facts: Facts, a: str, b: str, found: tuple[Path, ...]) -> Iterator[str]:
    """Yield Markdown; characters of the text that Markdown would interpret are escaped."""
    yield f"# {plain(a)} — {plain(b)}"
    if not found:
        yield "\n" + tell("No path that a page bears out.")
    for number, path in enumerate(found, 1):
        yield f"\n## {tell('Path {}: {}', number, plain(way(facts, path)))}\n"
        for count, step in enumerate(path.steps, 1):
            fact = step.facts[0]
            where = plain(origin(facts, fact))
            yield f"{count}. {plain(said(facts, fact))}\n   > {plain(fact.evidence.quote)}\n   >\n   > —— {where}"


def plain(text: str) -> str:
    """Return text escaped for Markdown."""
    lead = "\\" if text[:1] in ("+", "-") else ""
    return lead + "".join("\\" + c if c in "\\`*_[]<>#|~&" else " " if c < " " else c for c in text)


def as_html(facts: Facts, a: str, b: str, found: tuple[Path, ...]) -> Iterator[str]:
    """Yield a self-contained page: no script, no external style, everything escaped."""
    title = html.escape(f"{a} — {b}")
    yield f'<!DOCTYPE html>\n<html lang="zh-CN">\n<meta charset="utf-8">\n<meta name="generator" content="kg">\n<title>{title}</title>'
    yield "<style>body{font:16px/1.7 sans-serif;max-width:46em;margin:2em auto;padding:0 1em}cite{color:#555;font-size:.85em}</style>"
    yield f"<h1>{title}</h1>"
    if not found:
        yield f"<p>{tell('No path that a page bears out.')}</p>"
    for path in found:
        yield f"<h2>{html.escape(way(facts, path))}</h2>\n<ol>"
        for step in path.steps:
            fact = step.facts[0]
            yield (
                f"<li>{html.escape(said(facts, fact))}<blockquote>{html.escape(fact.evidence.quote)}<br>"
                f"<cite>{html.escape(origin(facts, fact))}</cite></blockquote></li>"
            )
        yield "</ol>"
    yield "</html>"


WRITERS = {TraceFormat.text: as_text, TraceFormat.json: as_json, TraceFormat.md: as_markdown, TraceFormat.html: as_html}
