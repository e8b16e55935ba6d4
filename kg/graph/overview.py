"""What is shown first: projects and their parties, then what links those; the rest is folded into them."""

from __future__ import annotations

import networkx as nx

from kg.graph.facts import EVENT, Facts

LIMIT = 45
"""What can stand on one page with every name to be read."""
PROJECTS = 0.45
"""The share of the limit that projects may take, the first come."""
PARTIES = 0.8
"""The share that projects and their parties may take together."""
BONUS = {"project": 0.12, "company": 0.08, "person": 0.02, "event": 0.0, "place": -0.25, "programme": -0.05}
EVENTS = 0.15
"""The share of the limit that events at which a project met its parties may take before anything else."""
NO_PARTY = ("place", "programme", EVENT)
"""Types that are no party to a project: a place links all and nothing, an event is a link itself."""
LEAST = {EVENT: 2}
"""How many ties to what is shown already a thing needs to be shown with it; other types need one."""


def rank(facts: Facts, importance: dict[str, float], thing: str) -> float:
    """Return how much a thing deserves to be seen first: its importance, projects and companies a little more."""
    return importance[thing] + BONUS.get(facts.things[thing].type, 0.0)


def overview(facts: Facts, graph: nx.Graph, importance: dict[str, float], limit: int = LIMIT) -> tuple[str, ...]:
    """Return the ids to show first, at most ``limit``, in order of rank.

    Projects that are tied to more than a place come first, then their parties, those of several projects before those of one, and the
    events at which projects and others met; then what is tied to these, the highest rank first, an event only between two of them.
    Where there is no project the thing of highest rank is the beginning. Places are left out; if that leaves nothing (a page with
    three names), everything is shown up to ``limit``.
    """
    ranked = sorted(graph, key=lambda n: (-rank(facts, importance, n), n))
    tied = [n for n in ranked if graph.degree(n) and facts.things[n].type != "place"]
    shown = set([n for n in tied if facts.things[n].type == "project" and _is_told(facts, graph, n)][: round(PROJECTS * limit)])
    shown.update(_parties(facts, graph, tied, shown)[: round(PARTIES * limit) - len(shown)])
    met = [n for n in tied if facts.things[n].type == EVENT and _ties(graph, n, shown) >= LEAST[EVENT] and _has_project(facts, graph, n)]
    shown.update(met[: min(round(EVENTS * limit), limit - len(shown))])
    _grow(facts, graph, tied, shown, limit)
    return tuple(n for n in ranked if n in shown) or tuple(ranked[:limit])


def _parties(facts: Facts, graph: nx.Graph, ranked: list[str], shown: set[str]) -> list[str]:
    """Return who is tied to what is shown, those of several before those of one; ``ranked`` is kept among equals."""
    ties = {n: _ties(graph, n, shown) for n in ranked if facts.things[n].type not in NO_PARTY and n not in shown}
    return sorted((n for n in ties if ties[n]), key=lambda n: -ties[n])


def _grow(facts: Facts, graph: nx.Graph, ranked: list[str], shown: set[str], limit: int) -> None:
    """Add what is tied to what is shown, the highest rank first; where nothing more is, another beginning."""
    rest = [n for n in ranked if n not in shown]
    while rest and len(shown) < limit:
        bound = (n for n in rest if _ties(graph, n, shown) >= LEAST.get(facts.things[n].type, 1))
        beginnings = (n for n in rest if facts.things[n].type != EVENT)
        found = next(bound, None) or next(beginnings, None)
        if found is None:
            return
        shown.add(found)
        rest.remove(found)


def _is_told(facts: Facts, graph: nx.Graph, project: str) -> bool:
    return any(facts.things[other].type != "place" for other in graph[project])


def _has_project(facts: Facts, graph: nx.Graph, event: str) -> bool:
    return any(facts.things[other].type == "project" for other in graph[event])


def _ties(graph: nx.Graph, thing: str, shown: set[str]) -> int:
    return sum(other in shown for other in graph[thing])
