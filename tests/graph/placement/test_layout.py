from __future__ import annotations

import random
from itertools import combinations
from time import process_time

import networkx as nx
import pytest

from kg.graph.measures import communities
from kg.graph.placement.layout import Box, layout


def grown(count: int, apart: int) -> tuple[nx.Graph, dict[str, Box], dict[str, int]]:
    """``apart`` stars of ``count`` leaves, each star a community, hubs in a ring."""
    graph, boxes, community = nx.Graph(), {}, {}
    for c in range(apart):
        for i in range(count):
            boxes[f"{c}-{i}"] = Box(90.0, 40.0, 1.0 if i == 0 else 0.1)
            community[f"{c}-{i}"] = c
            graph.add_node(f"{c}-{i}")
            if i:
                graph.add_edge(f"{c}-0", f"{c}-{i}", weight=1.0)
        graph.add_edge(f"{c}-0", f"{(c + 1) % apart}-0", weight=0.5)
    return graph, boxes, community


def overlaps(places: dict[str, tuple[int, int]], boxes: dict[str, Box]) -> list[tuple[str, str]]:
    return [
        (a, b)
        for a, b in combinations(places, 2)
        if abs(places[a][0] - places[b][0]) < (boxes[a].width + boxes[b].width) / 2 - 2
        and abs(places[a][1] - places[b][1]) < (boxes[a].height + boxes[b].height) / 2 - 2
    ]


@pytest.mark.parametrize(("count", "groups"), [(1, 1), (2, 1), (12, 4), (40, 3)])
def test_no_label_lies_on_another(count, groups):
    graph, boxes, community = grown(count, groups)
    assert overlaps(layout(graph, boxes, community), boxes) == []


def scattered(count: int) -> tuple[nx.Graph, dict[str, Box], dict[str, int]]:
    """Things in families of forty, one in seven alone, ten in a hundred ties between families."""
    draw, graph = random.Random(count), nx.Graph()
    names = [f"n{i:05}" for i in range(count)]
    graph.add_nodes_from(names)
    for i in range(count):
        for _ in range(draw.choice((0, 1, 1, 1, 1, 2, 3))):
            far = draw.randrange(count) if draw.random() < 0.1 else min(count - 1, i // 40 * 40 + draw.randrange(40))
            if far != i:
                graph.add_edge(names[i], names[far], weight=1.0)
    return graph, {n: Box(90.0 + 20 * (i % 4), 40.0, min(1.0, graph.degree(n) / 20)) for i, n in enumerate(names)}, communities(graph)


@pytest.mark.parametrize("in_one", [False, True], ids=["many communities", "one community"])
def test_a_large_graph_is_laid_out_in_parts_without_overlaps_and_costs_what_its_parts_cost(in_one: bool) -> None:
    took = []
    for count in (700, 2100):
        graph, boxes, community = scattered(count)
        begin = process_time()
        places = layout(graph, boxes, dict.fromkeys(boxes, 0) if in_one else community)
        took.append(process_time() - begin)
        assert overlaps(places, boxes) == []
    assert took[1] < 6 * took[0]


def test_a_large_graph_in_another_order_stands_the_same() -> None:
    graph, boxes, community = scattered(1500)
    turned = nx.Graph()
    turned.add_nodes_from(reversed(list(graph)))
    turned.add_edges_from((b, a, d) for a, b, d in reversed(list(graph.edges(data=True))))
    assert layout(turned, dict(reversed(boxes.items())), community) == layout(graph, boxes, community)


def test_the_same_graph_in_another_order_stands_the_same():
    graph, boxes, community = grown(12, 4)
    turned = nx.Graph()
    turned.add_nodes_from(reversed(list(graph)))
    turned.add_edges_from((b, a, d) for a, b, d in reversed(list(graph.edges(data=True))))
    assert layout(turned, dict(reversed(boxes.items())), community) == layout(graph, boxes, community)


def test_communities_stand_apart():
    graph, boxes, community = grown(12, 4)
    places = layout(graph, boxes, community, margin=30)
    for a, b in combinations(places, 2):
        if community[a] != community[b]:
            assert abs(places[a][0] - places[b][0]) >= 90 or abs(places[a][1] - places[b][1]) >= 40


def test_what_pulls_to_the_middle_stands_in_the_middle():
    graph, boxes, community = grown(25, 1)
    places = layout(graph, boxes, community)
    far = {n: (x * x / 2 + y * y) ** 0.5 for n, (x, y) in places.items()}
    assert far["0-0"] < sorted(far.values())[6]


def test_nothing_is_laid_out_as_nothing():
    assert layout(nx.Graph(), {}, {}) == {}
