"""kg query: SPARQL on an exported graph, your own or a saved query."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from kg.cli.answers import FORMATS, printed
from kg.cli.console import EXPORTS, From, fail, report
from kg.cli.news.at import At, Undated, store_at
from kg.errors import KgError, QueryError
from kg.export.base import write_one
from kg.graph.sparql.ask import ask
from kg.graph.sparql.saved_queries import Question, question, questions
from kg.graph.sparql.vocabulary import unknown_terms

GRAPH = "graph.ttl"


def query(
    sparql: Annotated[str | None, typer.Argument(help="SPARQL text, a .rq file, or - for stdin.", metavar="[SPARQL]")] = None,
    name: Annotated[str | None, typer.Option("--name", "-n", help="Name of a saved query; see --list.")] = None,
    set_: Annotated[
        list[str] | None, typer.Option("--set", "-s", help="A parameter of the saved query, as key=value.", metavar="KEY=VALUE")
    ] = None,
    graph: Annotated[Path | None, typer.Option("--graph", "-g", help="An exported graph (.ttl, .nq, .jsonld).")] = None,
    at: At = None,
    undated: Undated = False,
    from_: From = EXPORTS,
    format_: Annotated[str, typer.Option("--format", "-f", help=f"{', '.join(FORMATS)} (turtle for CONSTRUCT and DESCRIBE).")] = "table",
    seconds: Annotated[float, typer.Option(min=0.1, help="Time limit in seconds.")] = 30.0,
    list_: Annotated[bool, typer.Option("--list", "-l", help="List the saved queries.")] = False,
    show: Annotated[bool, typer.Option("--show", help="Print the SPARQL instead of running it.")] = False,
) -> None:
    """Query the graph in SPARQL: SELECT, ASK, CONSTRUCT or DESCRIBE. Queries cannot change the graph or reach the network.

    With --at, the graph is that of what was printed up to a day, made from the store.

    The prefixes kg: id: org: foaf: schema: skos: prov: oa: dcterms: rdf: rdfs: are predeclared.

    \b
    Example:
      kg query --name who-works-with-whom
      kg query --name posts-of-person --set person=柳长河 --format csv
      kg query --name posts-held --at 2021-02-19
      kg query "SELECT ?name WHERE { ?x a kg:Company ; rdfs:label ?name }"
    """
    try:
        if list_:
            sys.stdout.write("".join(listed(found) for found in questions()))
            return
        text = chosen(sparql, name, set_ or [])
        for term in dict.fromkeys(term for term, _ in unknown_terms(text)):
            report(f"the ontology has no {term}; the query finds nothing by it (ontology/README.md lists all terms)")
        with nullcontext() if show else graph_at(graph, from_, at, undated=undated) as file:
            sys.stdout.write(printed(ask(text, file, seconds=seconds), format_) if file else text)
    except KgError as error:
        fail(error)


@contextmanager
def graph_at(graph: Path | None, place: Path, day: str | None, *, undated: bool) -> Iterator[Path]:
    """Yield the graph to ask: the one exported, or with a day one made of the store. Raises KgError if that cannot be."""
    if day is None:
        yield graph or place / GRAPH
        return
    if graph is not None:
        raise QueryError("--at needs the store, which --from names; it cannot be used with --graph")
    with store_at(place, day, undated=undated) as archive, TemporaryDirectory(prefix="kg-") as folder:
        yield write_one(archive.corpus, "turtle", Path(folder) / GRAPH)[0]


def chosen(sparql: str | None, name: str | None, settings: list[str]) -> str:
    """Return the query that the arguments ask for. Raises QueryError if they ask for none or for both."""
    if (sparql is None) == (name is None):
        raise QueryError("give either a SPARQL query (text, file or -) or --name QUERY; kg query --list lists the saved queries")
    if name is not None:
        return question(name).fill(parsed(settings))
    if settings:
        raise QueryError("--set works only with --name; write the value into the query instead")
    return given(sparql or "")


def given(sparql: str) -> str:
    """Return the text of a query given as text, file or ``-``. Raises QueryError if a file cannot be read."""
    if sparql == "-":
        return sys.stdin.read()
    if sparql.endswith((".rq", ".sparql")) and "{" not in sparql:
        try:
            return Path(sparql).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise QueryError(f"{sparql}: cannot be read ({error}); give a SPARQL file encoded in UTF-8") from error
    return sparql


def parsed(settings: list[str]) -> dict[str, str]:
    """Return key=value settings as a dict. Raises QueryError for one without ``=`` or given twice."""
    found: dict[str, str] = {}
    for setting in settings:
        key, equals, value = setting.partition("=")
        if not equals or not key:
            raise QueryError(f"--set {setting}: write it as key=value")
        if key in found:
            raise QueryError(f"--set {key} is given twice")
        found[key] = value
    return found


def listed(found: Question) -> str:
    """Return the lines of the list for one saved query."""
    takes = "".join(f"      --set {p.key}=…  {p.about_zh}; {p.about_en}\n" for p in found.parameters)
    return f"{found.name}\n    {found.title_zh}\n    {found.title_en}\n{takes}"
