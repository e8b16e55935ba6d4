"""kg check: does an exported graph conform, and are its quotes on the pages?."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import fail
from kg.errors import KgError
from kg.export.rdf.terms import short
from kg.graph.check import check as faults_of
from kg.graph.check import open_graph, texts
from kg.lexicon.messages import say

LISTED = 20


def check(
    graph: Annotated[Path, typer.Argument(help="The exported graph (.ttl, .nq, .jsonld).")] = Path("exports/graph.ttl"),
    pages: Annotated[
        list[Path] | None, typer.Option("--pages", "-p", help="Page files or folders to compare the quotes with.", metavar="PATH")
    ] = None,
    format_: Annotated[str, typer.Option("--format", "-f", help="text or json.")] = "text",
) -> None:
    """Check an exported graph: SHACL shapes, a claim behind every link, and every quote against its page.

    Exit code 0: the graph conforms. 1: it does not. 2: it could not be checked.

    \b
    Example:
      kg check exports/graph.ttl --pages seeds/
    """
    try:
        store = open_graph(graph)
        found = faults_of(store, texts(pages) if pages else None)
    except KgError as error:
        fail(error)
    if format_ == "json":
        rows = [{"node": f.node, "shape": f.shape, "message": f.message, "value": f.value} for f in found]
        sys.stdout.write(json.dumps({"conforms": not found, "triples": len(store), "faults": rows}, ensure_ascii=False, indent=1) + "\n")
    else:
        for fault in found[:LISTED]:
            sys.stdout.write(f"{short(fault.node)}: {say(fault.message)}" + (f" ({fault.value[:60]})\n" if fault.value else "\n"))
        more = f" ({len(found) - LISTED} more; --format json lists all)" if len(found) > LISTED else ""
        read = "quotes compared with the pages" if pages else "quotes not compared with the pages (no --pages given)"
        verdict = "conforms" if not found else f"{len(found)} faults{more}"
        sys.stdout.write(say(f"{graph}: {len(store)} triples, {verdict}; {read}") + "\n")
    if found:
        raise typer.Exit(1)
