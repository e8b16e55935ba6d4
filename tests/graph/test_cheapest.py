from __future__ import annotations

from collections import defaultdict
from itertools import islice, pairwise

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph.cheapest import cheapest

NODES = "abcdefgh"
Edges = dict[tuple[str, str], int]
EDGES = st.dictionaries(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)).filter(lambda pair: pair[0] < pair[1]), st.integers(1, 9))


def made(edges: Edges) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for (one, other), cost in sorted(edges.items(), key=lambda edge: edge[1]):
        found[one][other] = found[other][one] = cost / 4
    return found


@settings(deadline=None)
@given(edges=EDGES, few=st.sampled_from((0, 2, 50)))
def test_paths_are_all_simple_paths_in_the_order_of_their_costs(edges: Edges, few: int) -> None:
    graph = made(edges)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kg.graph.cheapest.FEW", few)
        found = list(cheapest(graph.__getitem__, "a", "h"))
    whole = nx.Graph()
    whole.add_nodes_from("ah")
    whole.add_weighted_edges_from((one, other, cost / 4) for (one, other), cost in edges.items())
    assert {path for _, path in found} == {tuple(path) for path in nx.all_simple_paths(whole, "a", "h")}
    assert len({path for _, path in found}) == len(found)
    assert [cost for cost, _ in found] == sorted(cost for cost, _ in found)
    assert all(cost == sum(graph[one][other] for one, other in pairwise(path)) for cost, path in found)


def test_nothing_leads_from_a_node_to_itself() -> None:
    assert list(cheapest(made({("a", "b"): 1}).__getitem__, "a", "a")) == []


@pytest.mark.parametrize("start", ["city", "m", "a"])
def test_only_what_lies_near_is_read(start: str) -> None:
    edges = {("a", "m"): 4, ("m", "z"): 4, ("a", "n"): 5, ("n", "z"): 5, ("city", "z"): 20}
    edges |= {("city", f"house {n}"): 21 for n in range(2000)} | {(f"house {n}", f"person {n}"): 4 for n in range(2000)}
    graph, read = made(edges), set[str]()

    def neighbours(node: str) -> dict[str, float]:
        read.add(node)
        return graph[node]

    assert next(path for _, path in islice(cheapest(neighbours, start, "z"), 2))[-1] == "z"
    assert len(read) < 20
