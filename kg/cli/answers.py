"""How the answer to a SPARQL query is printed: table, CSV, SPARQL JSON, Turtle."""

from __future__ import annotations

import csv
import io
import json
from itertools import groupby

import pyoxigraph
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.errors import QueryError
from kg.export.rdf.terms import Iri, Lit, prefixes, short, turtle
from kg.graph.sparql.ask import Answer

FORMATS = ("table", "csv", "json", "turtle")
Cell = dict[str, str] | None


def printed(answer: Answer, format_: str) -> str:
    """Return an answer as text. Raises QueryError if that format cannot hold it."""
    if format_ not in FORMATS:
        raise QueryError(f"unknown output format {format_!r}; choose one of {', '.join(FORMATS)}")
    if answer.kind == "graph":
        if format_ not in ("turtle", "table"):
            raise QueryError("CONSTRUCT and DESCRIBE return triples; use --format turtle")
        return as_turtle(answer)
    if format_ == "turtle":
        raise QueryError("SELECT and ASK return rows; use --format table, csv or json")
    return {"table": as_table, "csv": as_csv, "json": as_json}[format_](answer)


def as_turtle(answer: Answer) -> str:
    """Return triples as Turtle with the usual prefixes, sorted, so that the same answer is always the same text."""
    quads = list(pyoxigraph.parse(answer.triples, format=pyoxigraph.RdfFormat.N_TRIPLES))
    lines = [f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in prefixes().items()]
    for subject, rows in groupby(quads, key=lambda quad: spelled(quad.subject)):
        parts = [f"{spelled(quad.predicate)} {spelled(quad.object)}" for quad in rows]
        lines.append(f"\n{subject} " + " ;\n    ".join(parts) + " .\n")
    return "".join(lines)


def spelled(node: pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple) -> str:
    """Spell a term of pyoxigraph as Turtle."""
    if isinstance(node, pyoxigraph.NamedNode):
        return turtle(Iri(node.value))
    if isinstance(node, pyoxigraph.Literal):
        return turtle(Lit(node.value, node.language or "", node.datatype.value))
    return str(node)


def as_json(answer: Answer) -> str:
    """Return rows or truth as SPARQL 1.1 query results JSON."""
    if answer.kind == "ask":
        return json.dumps({"head": {}, "boolean": answer.truth}) + "\n"
    rows = [{column: cell for column, cell in zip(answer.columns, row, strict=True) if cell} for row in answer.rows]
    return json.dumps({"head": {"vars": list(answer.columns)}, "results": {"bindings": rows}}, ensure_ascii=False, indent=1) + "\n"


def as_csv(answer: Answer) -> str:
    """Return rows as SPARQL 1.1 query results CSV: bare values, an unbound cell empty."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    if answer.kind == "ask":
        writer.writerows([["answer"], [str(answer.truth).lower()]])
    else:
        writer.writerow(answer.columns)
        writer.writerows([cell["value"] if cell else "" for cell in row] for row in answer.rows)
    return file.getvalue()


def as_table(answer: Answer) -> str:
    """Return rows as a table for reading, IRIs shortened, and a line that counts them."""
    if answer.kind == "ask":
        return f"{str(answer.truth).lower()}\n"
    table = Table(*answer.columns, show_lines=False)
    for row in answer.rows:
        table.add_row(*(Text(shown(cell)) for cell in row))
    file = io.StringIO()
    console = Console(file=file, width=None if Console().is_terminal else 200, highlight=False, markup=False)
    console.print(table)
    return f"{file.getvalue()}{len(answer.rows)} row{'' if len(answer.rows) == 1 else 's'}\n"


def shown(cell: Cell) -> str:
    """Return a cell for reading: control characters and line ends as spaces."""
    if cell is None:
        return ""
    value = short(cell["value"]) if cell["type"] == "uri" else cell["value"]
    return "".join(c if c.isprintable() else " " for c in value)
