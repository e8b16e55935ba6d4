"""RDF Turtle, written as a stream: no blank nodes, sorted, the same bytes for the same pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import rdflib

from kg.export.rdf.blocks import TYPE, Block
from kg.export.rdf.statements import statements
from kg.export.rdf.terms import prefixes, turtle
from kg.model import Corpus


class Turtle:
    """graph.ttl."""

    name = "turtle"
    suffix = ".ttl"

    def write(self, corpus: Corpus, path: Path) -> None:
        """Write the corpus as Turtle."""
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(lines(statements(corpus)))


def lines(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the Turtle text of the blocks, prefixes first."""
    for prefix, iri in prefixes().items():
        yield f"@prefix {prefix}: <{iri}> .\n"
    for made in blocks:
        yield "\n" + spelled(made) + "\n"


def spelled(made: Block) -> str:
    """Return one block as Turtle: a line for each predicate, objects on the line, graphs left out."""
    parts = []
    for predicate, rows in groupby(made.rows, key=lambda row: row.predicate):
        objects = dict.fromkeys(turtle(row.object) for row in rows)
        parts.append(f"{'a' if predicate == TYPE else turtle(predicate)} {' , '.join(objects)}")
    return f"{turtle(made.subject)} " + " ;\n    ".join(parts) + " ."


def as_rdflib(corpus: Corpus) -> rdflib.Graph:
    """Return the corpus as an rdflib Graph, parsed from the Turtle that is exported."""
    graph = rdflib.Graph()
    graph.parse(data="".join(lines(statements(corpus))), format="turtle")
    return graph
