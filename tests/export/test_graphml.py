"""networkx, igraph and Gephi's reader find the same keys, types and values in our GraphML.

Gephi's is not run here: its rules are those of its manual and source (``ImporterGraphML``), which reads ``attr.type`` in ``GEPHI``, names a
column by ``attr.name`` and keeps one column for each id of a key.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import igraph
import networkx as nx
import pytest

from kg.export import base
from kg.model import Corpus
from tests.export.pocket import pocket, seeds

XML = "{http://graphml.graphdrawing.org/xmlns}"
GEPHI: Mapping[str, Callable[[str], Any]] = {
    "string": str,
    "int": int,
    "integer": int,
    "long": int,
    "float": float,
    "double": float,
    "boolean": lambda text: {"true": True, "false": False}[text.lower()],
}


@pytest.fixture(params=[pocket, seeds], ids=["pocket", "seeds"])
def written(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    corpus: Corpus = request.param()
    base.write_one(corpus, "graphml", tmp_path / "g.graphml")
    return tmp_path / "g.graphml"


def of_gephi(path: Path, kind: str) -> dict[str, dict[str, Any]]:
    """Read nodes or edges by id as Gephi does."""
    root = ElementTree.parse(path).getroot()
    keys = root.findall(f"{XML}key")
    assert len({key.get("id") for key in keys}) == len(keys)
    columns = {key.get("id"): (key.get("attr.name"), GEPHI[key.get("attr.type", "string")], key.get("for")) for key in keys}
    assert len({(name, on) for name, _, on in columns.values()}) == len(columns)
    found: dict[str, dict[str, Any]] = {}
    for element in root.iter(f"{XML}{kind}"):
        row = found.setdefault(element.get("id", ""), {})
        for data in element.findall(f"{XML}data"):
            name, read, on = columns[data.get("key")]
            assert on in (kind, "all")
            row[str(name)] = read(data.text or "")
    return found


def test_gephi_and_networkx_read_the_same_values_of_the_same_types(written: Path) -> None:
    graph = nx.read_graphml(written, force_multigraph=True)
    nodes, edges = of_gephi(written, "node"), of_gephi(written, "edge")
    assert nodes == dict(graph.nodes(data=True))
    theirs = {key: {name: value for name, value in data.items() if name != "id"} for _, _, key, data in graph.edges(keys=True, data=True)}
    assert {id_: {name: value for name, value in row.items() if name != "id"} for id_, row in edges.items()} == theirs
    of_types: dict[tuple[str, str], set[type]] = {}
    for on, rows in (("node", nodes), ("edge", edges)):
        for row in rows.values():
            for name, value in row.items():
                of_types.setdefault((on, name), set()).add(type(value))
    assert all(len(types) == 1 for types in of_types.values())
    assert of_types["edge", "confidence"] == {float}
    assert of_types["node", "n_articles"] == {int}


def test_igraph_reads_the_same_graph(written: Path) -> None:
    graph, theirs = igraph.Graph.Read_GraphML(str(written)), nx.read_graphml(written, force_multigraph=True)
    ours = [(theirs.nodes[id_], vertex.attributes()) for id_, vertex in zip(theirs.nodes, graph.vs, strict=True)]
    links = {data["claim"]: data for _, _, data in theirs.edges(data=True)}
    ours += [(links[edge["claim"]], edge.attributes()) for edge in graph.es]
    assert len(graph.es) == len(links)
    for row, found in ours:
        for name, value in row.items():
            if name != "id":
                assert found[name] == (pytest.approx(value) if isinstance(value, float) else value)
                assert isinstance(found[name], str) == isinstance(value, str)
