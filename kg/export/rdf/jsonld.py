"""JSON-LD: the statements of the Turtle, with the context of ontology/context.jsonld inside, so that no reader needs the network."""

from __future__ import annotations

import json
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from kg.export.rdf.blocks import TYPE, Block
from kg.export.rdf.statements import statements
from kg.export.rdf.terms import STRING, Iri, Term, escape, short
from kg.model import Corpus
from kg.ontology import read


class JsonLd:
    """graph.jsonld."""

    name = "jsonld"
    suffix = ".jsonld"

    def write(self, corpus: Corpus, path: Path) -> None:
        """Write the corpus as JSON-LD, a line for each node."""
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.write(f'{{"@context": {json.dumps(context(), ensure_ascii=False)},\n"@graph": [')
            for number, made in enumerate(statements(corpus)):
                file.write(("," if number else "") + "\n" + json.dumps(node(made), ensure_ascii=False))
            file.write("\n]}\n")


@cache
def context() -> dict[str, Any]:
    """Return the context of ontology/context.jsonld."""
    found: dict[str, Any] = json.loads(read("context.jsonld"))["@context"]
    return found


def node(made: Block) -> dict[str, Any]:
    """Return one block as a node object; one object stands bare, several in a list."""
    found: dict[str, Any] = {"@id": compact(made.subject)}
    for predicate, rows in groupby(made.rows, key=lambda row: row.predicate):
        values = list(dict.fromkeys(row.object for row in rows))
        if predicate == TYPE:
            found["@type"] = [compact(value) for value in values]
        else:
            spelled = [value_of(predicate, value) for value in values]
            found[compact(predicate)] = spelled[0] if len(spelled) == 1 else spelled
    return found


def compact(node_: Term) -> str:
    """Return an IRI as a prefixed name of the context."""
    return short(node_.value).strip("<>")


def value_of(predicate: Iri, value: Term) -> Any:
    """Return an object: bare where the context says what it is, else with its type or language."""
    known = context().get(compact(predicate), {})
    if isinstance(value, Iri):
        return compact(value) if known.get("@type") == "@id" else {"@id": compact(value)}
    content = without_surrogates(value.value)
    if value.language:
        return content if known.get("@language") == value.language else {"@value": content, "@language": value.language}
    if value.datatype == STRING:
        return {"@value": content} if known else content
    datatype = compact(Iri(value.datatype))
    return content if known.get("@type") == datatype else {"@value": content, "@type": datatype}


def without_surrogates(value: str) -> str:
    """Return text that UTF-8 can hold, as the Turtle has it."""
    return value if value.isprintable() else "".join(escape(c) if "\ud800" <= c <= "\udfff" else c for c in value)
