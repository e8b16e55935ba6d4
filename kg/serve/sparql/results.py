"""Answers to SPARQL in the forms of the W3C: results as JSON, XML, CSV, TSV; triples as Turtle, N-Triples, RDF/XML, JSON-LD."""

from __future__ import annotations

import json

import pyoxigraph
from pyoxigraph import QueryResultsFormat, RdfFormat

from kg.graph.sparql.ask import Answer, prefixes

RESULTS = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "application/xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
"""Media types for SELECT and ASK; the first is what is sent to who takes anything."""
TRIPLES = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
}
"""Media types for CONSTRUCT and DESCRIBE."""


def offered(answer: Answer) -> tuple[str, ...]:
    """Return the media types that an answer can be sent in, the usual one first."""
    return tuple(TRIPLES if answer.kind == "graph" else RESULTS)


def written(answer: Answer, media_type: str) -> bytes:
    """Return an answer in one of its ``offered`` media types, UTF-8."""
    if answer.kind == "graph":
        triples = pyoxigraph.parse(answer.triples, format=RdfFormat.N_TRIPLES)
        used = {prefix: iri for prefix, iri in prefixes().items() if iri in answer.triples}
        return pyoxigraph.serialize(triples, format=TRIPLES[media_type], prefixes=used) or b""
    found = pyoxigraph.parse_query_results(as_json(answer), format=QueryResultsFormat.JSON)
    return found.serialize(format=RESULTS[media_type]) or b""


def as_json(answer: Answer) -> bytes:
    """Return rows or truth as SPARQL 1.1 Query Results JSON."""
    if answer.kind == "ask":
        return json.dumps({"head": {}, "boolean": answer.truth}).encode()
    rows = [{column: cell for column, cell in zip(answer.columns, row, strict=True) if cell} for row in answer.rows]
    return json.dumps({"head": {"vars": answer.columns}, "results": {"bindings": rows}}, ensure_ascii=False).encode()
