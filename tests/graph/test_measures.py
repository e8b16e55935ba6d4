from __future__ import annotations

import networkx as nx
import pytest

from kg.graph import measures
from kg.graph.facts import Facts
from kg.graph.measures import betweenness, communities, measure, weighted
from tests.oracle import SEEDS, corpus


@pytest.fixture(scope="module")
def graph() -> nx.Graph:
    return weighted(Facts.of(corpus(SEEDS)))


def test_importance_lies_between_nothing_and_one(graph):
    found = measure(graph).importance
    assert (min(found.values()) >= 0, max(found.values()) <= 1, len(found)) == (True, True, len(graph))


def test_betweenness_is_exact_below_the_limit_and_says_so(graph):
    found, how = betweenness(graph)
    assert how == "exact"
    assert found == pytest.approx(nx.betweenness_centrality(graph), abs=1e-5)


def test_betweenness_is_sampled_above_the_limit_and_says_so(graph, monkeypatch):
    monkeypatch.setattr(measures, "EXACT_BELOW", 10)
    found, how = betweenness(graph)
    exact = nx.betweenness_centrality(graph)
    best = max(exact, key=lambda n: exact[n])
    assert how.startswith("sampled")
    assert found[best] == pytest.approx(exact[best], rel=0.3)


def test_communities_do_not_depend_on_the_order_of_nodes(graph):
    turned = nx.Graph()
    turned.add_nodes_from(reversed(list(graph)))
    turned.add_edges_from((b, a, data) for a, b, data in reversed(list(graph.edges(data=True))))
    assert communities(turned) == communities(graph)


def test_two_cliques_are_two_communities():
    graph = nx.disjoint_union(nx.complete_graph(5), nx.complete_graph(4))
    graph = nx.relabel_nodes(graph, {n: f"n{n}" for n in graph})
    graph.add_edge("n0", "n5")
    assert [communities(graph)[f"n{i}"] for i in range(9)] == [0, 0, 0, 0, 0, 1, 1, 1, 1]


def test_an_empty_graph_measures_nothing():
    assert measure(nx.Graph()) == measures.Measures({}, {}, {}, "exact")


def test_louvain_gets_whole_weights_for_over_fractions_it_may_never_end(graph, monkeypatch):
    seen = []
    louvain = nx.community.louvain_communities

    def looked_at(numbered, **how):
        seen.extend(weight for *_, weight in numbered.edges(data="weight"))
        return louvain(numbered, **how)

    monkeypatch.setattr(nx.community, "louvain_communities", looked_at)
    communities(graph)
    assert len(seen) == graph.number_of_edges()
    assert all(isinstance(weight, int) and weight > 0 for weight in seen)
