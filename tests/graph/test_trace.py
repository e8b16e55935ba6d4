from __future__ import annotations

import networkx as nx
import pytest

from kg.graph.facts import Facts
from kg.graph.query import find, paths
from kg.graph.trace import is_hub, ties, trace
from tests.graph.small import Says, told
from tests.oracle import SEEDS, corpus

TYPES = {
    "丁一": "person",
    "戊二": "person",
    "乙河市": "place",
    "庚项目": "project",
    "辛日报社": "institution",
    "壬公司": "company",
    "癸局": "agency",
}


def things(facts: Facts, path) -> list[str]:
    return [facts.things[t].name for t in path.things]


def tied(*pairs: tuple[str, str], confidence: float = 0.8, **extra) -> Facts:
    return Facts.of(
        told(TYPES, tuple(Says(f"{a}与{b}。", ((a, "participates_in", b),), confidence=extra.get(a + b, confidence)) for a, b in pairs))
    )


def test_a_path_goes_round_by_a_project_and_not_through_the_city():
    facts = tied(("丁一", "乙河市"), ("戊二", "乙河市"), ("丁一", "壬公司"), ("壬公司", "庚项目"), ("戊二", "庚项目"))
    assert [things(facts, p) for p in paths(facts, "丁一", "戊二")] == [["丁一", "壬公司", "庚项目", "戊二"]]


def test_a_newspaper_links_nobody():
    facts = tied(("丁一", "辛日报社"), ("戊二", "辛日报社"), ("丁一", "癸局"), ("戊二", "癸局"))
    assert [things(facts, p) for p in paths(facts, "丁一", "戊二")] == [["丁一", "癸局", "戊二"]]


def test_a_way_only_through_the_city_says_so():
    facts = tied(("丁一", "乙河市"), ("戊二", "乙河市"))
    (path,) = paths(facts, "丁一", "戊二")
    assert path.through_hub


def test_a_city_can_be_an_end():
    facts = tied(("丁一", "癸局"), ("癸局", "乙河市"))
    (path,) = paths(facts, "丁一", "乙河市")
    assert (things(facts, path), path.through_hub) == (["丁一", "癸局", "乙河市"], False)


def test_sure_facts_make_the_shorter_way():
    facts = tied(("丁一", "癸局"), ("戊二", "癸局"), ("丁一", "壬公司"), ("戊二", "壬公司"), 丁一壬公司=0.2)
    assert things(facts, paths(facts, "丁一", "戊二")[0]) == ["丁一", "癸局", "戊二"]


def test_a_detour_past_a_better_path_is_left_out():
    facts = tied(("丁一", "癸局"), ("癸局", "壬公司"), ("壬公司", "戊二"), ("癸局", "戊二"))
    assert [things(facts, p) for p in paths(facts, "丁一", "戊二")] == [["丁一", "癸局", "戊二"]]


def test_what_is_denied_links_nobody():
    denied = Says("丁一否认持股壬公司。", (("丁一", "invests_in", "壬公司"),), status="denied")
    facts = Facts.of(told(TYPES, (denied, Says("戊二在壬公司。", (("戊二", "holds_post", "壬公司"),)))))
    assert paths(facts, "丁一", "戊二") == ()


@pytest.mark.parametrize(("name", "hub"), [("辛日报社", True), ("乙河市", True), ("癸局", False), ("庚项目", False)])
def test_hubs_are(name, hub):
    facts = tied(("辛日报社", "乙河市"), ("癸局", "庚项目"))
    assert is_hub(find(facts, name)) is hub


def test_first_path_is_the_cheapest_of_all_by_another_algorithm():
    facts = Facts.of(corpus(SEEDS))
    graph = ties(facts)
    graph.remove_nodes_from([t for t, thing in facts.things.items() if is_hub(thing)])
    component = sorted(max(nx.connected_components(graph), key=lambda part: (len(part), min(part))))
    for a, b in list(zip(component, component[7:], strict=False))[::9]:
        assert trace(facts, a, b, 1)[0].cost == pytest.approx(nx.bellman_ford_path_length(graph, a, b), abs=0.002)


def test_every_step_of_every_path_has_a_quote():
    facts = Facts.of(corpus(SEEDS))
    for path in paths(facts, "宫卫红", "许海玲"):
        assert all(step.facts and step.facts[0].evidence.quote for step in path.steps)
