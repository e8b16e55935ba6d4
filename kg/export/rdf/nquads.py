"""N-Quads: the statements of the Turtle, those that an article says in that article's named graph.

What is ours (entities, their names, joins, posts, pages) stands in the default graph. A direct link that two articles say
stands in both their graphs.
"""

from __future__ import annotations

from pathlib import Path

from kg.export.rdf.statements import statements
from kg.export.rdf.terms import n_triples, thing
from kg.model import Corpus


class NQuads:
    """graph.nq."""

    name = "nquads"
    suffix = ".nq"

    def write(self, corpus: Corpus, path: Path) -> None:
        """Write the corpus as N-Quads, a line for each statement."""
        with path.open("w", encoding="utf-8", newline="\n") as file:
            for made in statements(corpus):
                subject = n_triples(made.subject)
                for row in made.rows:
                    graph = f" {n_triples(thing(row.graph))}" if row.graph else ""
                    file.write(f"{subject} {n_triples(row.predicate)} {n_triples(row.object)}{graph} .\n")
