"""kg trace: how two names are connected, with quotes."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

import typer

from kg.cli.console import EXPORTS, From, fail, out, store
from kg.errors import KgError
from kg.export.answers import path_json
from kg.graph.facts import Facts
from kg.graph.sentences import doubts, sentence, source, way
from kg.graph.trace import Path


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
    from_: From = EXPORTS,
) -> None:
    """Print the best-evidenced paths between two names, each step with its quote; exit 1 if nothing links them.

    Paths go through projects, posts, meetings and money; a city or a newspaper is used only if there is no other way.

    \b
    Example:
      kg trace 宫卫红 华侨城 --top 3
    """
    try:
        with store(from_) as archive:
            start, end = archive.find(a), archive.find(b)
            if start.id == end.id:
                fail(f"{a} and {b} are the same: {start.name}")
            facts, found = archive.trace(start.id, end.id, top)
    except KgError as error:
        fail(error)
    out.print("\n".join(WRITERS[format](facts, start.name, end.name, found)), markup=False)
    if not found:
        raise typer.Exit(1)


SAME_QUOTE = "（引文同上）"
"""Two steps through one event share a quote, which is printed once."""


def as_text(facts: Facts, a: str, b: str, found: tuple[Path, ...]) -> Iterator[str]:
    """Yield the lines of the plain text."""
    if not found:
        yield f"{a} 与 {b}：没有找到有原文为证的路径"
    for number, path in enumerate(found, 1):
        yield f"路径 {number}  {way(facts, path)}" + ("  （只能经由地方或报纸相连）" if path.through_hub else "")
        last_evidence = None
        for step in path.steps:
            fact = step.facts[0]
            yield f"  · {sentence(facts, fact)}" + (f"  （另有 {len(step.facts) - 1} 条）" if len(step.facts) > 1 else "")
            if fact.evidence == last_evidence:
                yield f"    {SAME_QUOTE}"
                continue
            last_evidence = fact.evidence
            yield f"    “{fact.evidence.quote}”"
            yield f"    —— {source(facts.articles[fact.article])}{doubts(fact)}"
        yield ""


def as_json(facts: Facts, a: str, b: str, found: tuple[Path, ...]) -> Iterator[str]:
    """Yield one JSON document."""
    yield json.dumps({"from": a, "to": b, "paths": [path_json(facts, path) for path in found]}, ensure_ascii=False, indent=1)


def as_markdown(facts: Facts, a: str, b: str, found: tuple[Path, ...]) -> Iterator[str]:
    """Yield Markdown; characters of the text that Markdown would interpret are escaped."""
    yield f"# {plain(a)} — {plain(b)}"
    if not found:
        yield "\n没有找到有原文为证的路径。"
    for number, path in enumerate(found, 1):
        yield f"\n## 路径 {number}：{plain(way(facts, path))}\n"
        for count, step in enumerate(path.steps, 1):
            fact = step.facts[0]
            origin = plain(source(facts.articles[fact.article]))
            yield f"{count}. {plain(sentence(facts, fact))}\n   > {plain(fact.evidence.quote)}\n   >\n   > —— {origin}"


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
        yield "<p>没有找到有原文为证的路径。</p>"
    for path in found:
        yield f"<h2>{html.escape(way(facts, path))}</h2>\n<ol>"
        for step in path.steps:
            fact = step.facts[0]
            yield (
                f"<li>{html.escape(sentence(facts, fact))}<blockquote>{html.escape(fact.evidence.quote)}<br>"
                f"<cite>{html.escape(source(facts.articles[fact.article]))}</cite></blockquote></li>"
            )
        yield "</ol>"
    yield "</html>"


WRITERS = {TraceFormat.text: as_text, TraceFormat.json: as_json, TraceFormat.md: as_markdown, TraceFormat.html: as_html}
