"""CSV for `neo4j-admin database import full`: typed headers, one node file and one relationship file.

neo4j-admin database import full --nodes=nodes.csv --relationships=relationships.csv --multiline-fields=true kg
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kg.export.flat import Network
from kg.export.pages import DEFAULT_CUT
from kg.graph.build import Values
from kg.model import Corpus
from kg.ontology import load

Row = tuple[tuple[str, ...], Values]
"""The fixed cells of a row, and its properties."""
TYPES = {str: "string", int: "long", float: "double", bool: "boolean"}


class Neo4j:
    """neo4j/: nodes.csv, relationships.csv."""

    name = "neo4j"
    suffix = ""

    def write(self, corpus: Corpus, path: Path) -> None:
        """Write both files into the folder ``path``."""
        path.mkdir(parents=True, exist_ok=True)
        rows = Network(corpus, DEFAULT_CUT)
        write_rows(path / "nodes.csv", (":ID", ":LABEL"), lambda: labelled(rows))
        write_rows(path / "relationships.csv", (":START_ID", ":END_ID", ":TYPE"), lambda: tied(rows))


def labelled(rows: Network) -> Iterator[Row]:
    """Yield the nodes."""
    return (((id_, label(values)), values) for id_, values in rows.nodes())


def tied(rows: Network) -> Iterator[Row]:
    """Yield the relationships, each with the id of its claim."""
    return (((s, o, str(values["predicate"]).upper()), values | {"id": id_}) for s, o, id_, values in rows.edges())


def label(values: Mapping[str, Any]) -> str:
    """Return the labels of a node: the local name of its class, and Entity or Event."""
    known = load().types.get(values["type"])
    return f"Entity;{known.iri.rpartition('#')[2]}" if known else f"Event;{load().event_kinds[values['event_kind']].iri.rpartition('#')[2]}"


def write_rows(path: Path, fixed: Sequence[str], rows: Callable[[], Iterator[Row]]) -> None:
    """Write rows under a header that names the ``fixed`` columns and each property with its type; a missing value is an empty cell.

    The rows are read twice, for the header and for the lines, to hold none.
    """
    typed = columns(values for _, values in rows())
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*fixed, *(f"{key}:{type_}" for key, type_ in typed.items())])
        for head, values in rows():
            writer.writerow([*head, *(cell(values.get(key)) for key in typed)])


def columns(rows: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return property → Neo4j type, sorted by name."""
    found: dict[str, str] = {}
    for values in rows:
        for key, value in values.items():
            found[key] = TYPES[type(value)] if found.get(key, TYPES[type(value)]) == TYPES[type(value)] else "string"
    return dict(sorted(found.items()))


def cell(value: Any) -> Any:
    """Return a value as Neo4j reads it."""
    return "" if value is None else str(value).lower() if isinstance(value, bool) else value
