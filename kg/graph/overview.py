"""What is shown first: the important things that form connected groups; the rest is folded into them."""

from __future__ import annotations

import networkx as nx

from kg.graph.facts import Facts

LIMIT = 84
LEAST = {"project": 1, "place": 5}
"""How many links a thing of this type needs; other types need two."""
SMALLEST = 3
STEP = 8
"""How many more are tried at a time, as long as the connected groups stay within the limit."""
BONUS = {"project": 0.12, "company": 0.08, "person": 0.02, "event": 0.0, "place": -0.25, "programme": -0.05}


def rank(facts: Facts, importance: dict[str, float], thing: str) -> float:
    """Return how much a thing deserves to be seen first: its importance, projects and companies a little more."""
    return importance[thing] + BONUS.get(facts.things[thing].type, 0.0)


def overview(facts: Facts, graph: nx.Graph, importance: dict[str, float], limit: int = LIMIT) -> tuple[str, ...]:
    """Return the ids to show first, at most ``limit``, in order of rank.

    A thing with one tie (but for a project: it is what people ask for), a place with few ties and a group of fewer than
    SMALLEST fold away; if that leaves nothing (a page with three names), everything is shown up to ``limit``.
    """
    ranked = sorted(graph, key=lambda n: (-rank(facts, importance, n), n))
    kept = [n for n in ranked if graph.degree(n) >= LEAST.get(facts.things[n].type, 2)]
    shown: set[str] = set()
    for taken in range(limit, max(limit, len(kept)) + STEP, STEP):
        linked = {n for part in nx.connected_components(graph.subgraph(kept[:taken])) if len(part) >= SMALLEST for n in part}
        if len(linked) > limit:
            break
        shown = linked
    return tuple(n for n in ranked if n in shown) or tuple(ranked[:limit])
