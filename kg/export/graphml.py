"""GraphML, for Gephi, yEd and networkx; attributes typed, each edge with the id of its claim.

Written here, an element at a time, and not by networkx, whose writer holds the elements of the whole file; the bytes are the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, tostring

from kg.export.flat import Network
from kg.export.pages import DEFAULT_CUT
from kg.graph.build import NAME, Values
from kg.model import Corpus

TYPES = {str: "string", int: "long", float: "double", bool: "boolean"}
HEAD = """<?xml version='1.0' encoding='utf-8'?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
Keys = dict[tuple[str, str, str], str]
"""The id of a key by its attribute's name and type, and what it is for: an attribute of nodes and one of edges may share a name."""


class GraphMl:
    """graph.graphml."""

    name = "graphml"
    suffix = ".graphml"

    def write(self, corpus: Corpus, path: Path) -> None:
        """Write the network as GraphML, nodes and edges in the order of their ids.

        The id of an edge is that of its claim, which its attribute ``claim`` holds too: igraph stops at one that is named ``id``.
        """
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(lines(Network(corpus, DEFAULT_CUT)))


def lines(rows: Network) -> Iterator[str]:
    """Yield the text of the file: the keys, the last first, then the nodes and edges, each read twice to hold none."""
    keys = {("name", "string", "graph"): "d0"}
    for element, values in elements(rows):
        for name, value in values.items():
            keys.setdefault((name, TYPES[type(value)], element.tag), f"d{len(keys)}")
    yield HEAD
    for (name, type_, of), id_ in reversed(keys.items()):
        yield "  " + tostring(Element("key", {"id": id_, "for": of, "attr.name": name, "attr.type": type_}), "unicode") + "\n"
    yield '  <graph edgedefault="directed">\n'
    for element, values in elements(rows):
        yield f"    {spelled(element, values, keys)}\n"
    yield f'    <data key="d0">{NAME}</data>\n  </graph>\n</graphml>\n'


def elements(rows: Network) -> Iterator[tuple[Element, Values]]:
    """Yield the nodes, then the edges, each empty and with its attributes."""
    for id_, values in rows.nodes():
        yield Element("node", id=id_), values
    for subject, target, id_, values in rows.edges():
        yield Element("edge", source=subject, target=target, id=id_), values | {"claim": id_}


def spelled(element: Element, values: Values, keys: Keys) -> str:
    """Return an element with its attributes, each on a line."""
    element.text = "\n      "
    for name, value in values.items():
        data = SubElement(element, "data", key=keys[name, TYPES[type(value)], element.tag])
        data.text, data.tail = str(value), "\n      "
    element[-1].tail = "\n    "
    return tostring(element, "unicode")
