"""The network prepared for XML formats: characters that XML 1.0 cannot hold become U+FFFD, each edge knows its id."""

from __future__ import annotations

import re
from typing import Any

import networkx as nx

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(value: Any) -> Any:
    """Return text without the characters that XML forbids; other values as they are."""
    return FORBIDDEN.sub("�", value) if isinstance(value, str) else value


def printable(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """Return a copy of the network in a fixed order, with clean text and the claim's id as the edge attribute ``id``."""
    made = nx.MultiDiGraph(name=graph.name)
    for id_, values in sorted(graph.nodes(data=True)):
        made.add_node(id_, **{key: clean(value) for key, value in values.items()})
    for subject, target, key, values in sorted(graph.edges(keys=True, data=True), key=lambda edge: (edge[0], edge[1], edge[2])):
        made.add_edge(subject, target, key=key, id=key, **{name: clean(value) for name, value in values.items()})
    return made
