"""GraphML, for Gephi, yEd and networkx; attributes typed, each edge with the id of its claim."""

from __future__ import annotations

from pathlib import Path

import networkx as nx

from kg.export.flat import printable
from kg.export.pages import DEFAULT_CUT
from kg.graph.build import network
from kg.model import Corpus


class GraphMl:
    """graph.graphml."""

    name = "graphml"
    suffix = ".graphml"

    def write(self, corpus: Corpus, path: Path) -> None:
        """Write the network as GraphML; keys are numbered, for an attribute of nodes and one of edges may share a name.

        The id of an edge is that of its claim, which its attribute ``claim`` holds too: igraph stops at one that is named ``id``.
        """
        graph = printable(network(corpus, cut=DEFAULT_CUT))
        for *_, values in graph.edges(data=True):
            values["claim"] = values.pop("id")
        nx.write_graphml_xml(graph, path, edge_id_from_attribute="claim")
