"""A graph taken apart into parts that hold together, so that what costs the square of a part costs no more than the whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeVar

import networkx as nx

from kg.graph.measures import communities

Node = TypeVar("Node")
LOOSE = 3
"""Parts smaller than this are thrown together."""


def parts(graph: nx.Graph, nodes: Sequence[Node], largest: int) -> list[list[Node]]:
    """Return ``nodes`` (more than ``largest``) in parts that hold together (networkx' Louvain), each in their order.

    What hangs together with next to nothing comes in pieces of half ``largest``, and so does a graph that is one lump.
    """
    number = communities(graph.subgraph(nodes))
    found: dict[int, list[Node]] = defaultdict(list)
    for node in nodes:
        found[number[node]].append(node)  # type: ignore[index]
    loose = [node for part in found.values() if len(part) < LOOSE for node in part]
    made = [part for part in found.values() if len(part) >= LOOSE] + pieces(loose, largest // 2)
    return made if max(map(len, made)) < 0.9 * len(nodes) else pieces(nodes, largest // 2)


def pieces(nodes: Sequence[Node], size: int) -> list[list[Node]]:
    """Return nodes in pieces of so many."""
    return [list(nodes[at : at + size]) for at in range(0, len(nodes), size)]
