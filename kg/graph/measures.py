"""How important each thing is, and which things form a community. Nothing here depends on a clock or the hash seed.

Graphs are relabelled to 0…n-1 in the order of their sorted ids before any algorithm that walks sets, so that the same
facts give the same numbers under any PYTHONHASHSEED.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx

from kg.graph.facts import Facts

EXACT_BELOW = 1500
SAMPLES = 100
SEED = 7
WHOLE = 1000
"""Louvain gets whole weights, thousandths: over what is left when fractions are rounded networkx moves a thing back and forth for ever."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Numbers by thing id: ``importance`` in 0…1, ``community`` from 0 (the largest); ``betweenness_by`` says how it was computed."""

    importance: Mapping[str, float]
    betweenness: Mapping[str, float]
    community: Mapping[str, int]
    betweenness_by: str


def weighted(facts: Facts) -> nx.Graph:
    """Return the graph of things; an edge weighs the confidence of its facts, each further one half as much."""
    graph = nx.Graph()
    graph.add_nodes_from(sorted(facts.things))
    for (a, b), between in facts.by_pair.items():
        sure = sorted((f.confidence for f in between), reverse=True)
        graph.add_edge(a, b, weight=round(sum(c / 2**i for i, c in enumerate(sure)), 6))
    return graph


def measure(graph: nx.Graph) -> Measures:
    """Return importance, betweenness and communities of a graph made by ``weighted``."""
    between, how = betweenness(graph)
    strength = {n: math.log1p(graph.degree(n, weight="weight")) for n in graph}
    most, widest = max(strength.values(), default=0) or 1, max(between.values(), default=0) or 1
    importance = {n: round(0.65 * strength[n] / most + 0.35 * math.sqrt(between[n] / widest), 4) for n in graph}
    return Measures(importance, between, communities(graph), how)


def betweenness(graph: nx.Graph) -> tuple[dict[str, float], str]:
    """Return how often each thing lies between others, exact below EXACT_BELOW things, else from sampled sources; and which of the two."""
    names = sorted(graph)
    numbered = nx.convert_node_labels_to_integers(_sorted(graph), ordering="default")
    if len(names) < EXACT_BELOW:
        found, how = nx.betweenness_centrality(numbered), "exact"
    else:
        found, how = nx.betweenness_centrality(numbered, k=min(SAMPLES, len(names)), seed=SEED), f"sampled ({SAMPLES} sources)"
    return {name: round(found[i], 6) for i, name in enumerate(names)}, how


def communities(graph: nx.Graph) -> dict[str, int]:
    """Return each thing's community (Louvain on the weights), numbered by size, then by its first id."""
    names = sorted(graph)
    numbered = nx.convert_node_labels_to_integers(_sorted(graph), ordering="default")
    for _, _, tie in numbered.edges(data=True):
        tie["weight"] = max(1, round(tie["weight"] * WHOLE))
    parts = nx.community.louvain_communities(numbered, weight="weight", resolution=1.1, seed=SEED)
    ordered = sorted((sorted(part) for part in parts), key=lambda part: (-len(part), part[0]))
    return {names[i]: number for number, part in enumerate(ordered) for i in part}


def _sorted(graph: nx.Graph) -> nx.Graph:
    """Return the graph with nodes and edges in sorted order."""
    made = nx.Graph()
    made.add_nodes_from(sorted(graph))
    made.add_weighted_edges_from(sorted((*sorted((a, b)), w) for a, b, w in graph.edges(data="weight", default=1.0)))
    return made
