"""The network is a view of the facts: every edge is a claim or a role, every value is flat."""

from __future__ import annotations

import networkx as nx

from kg.graph.build import network
from kg.graph.facts import claim_key
from kg.ontology import load
from tests.export.pocket import HOSTILE, entity, pocket, seeds


def test_entities_and_events_are_nodes() -> None:
    graph = network(pocket())
    assert {d["kind"] for _, d in graph.nodes(data=True)} == {"entity", "event"}
    assert sorted(d["name"] for _, d in graph.nodes(data=True)) == sorted(
        [
            "云岭市水务局",
            "云岭高新区",
            "柳河治理工程",
            "柳长河",
            "贺清",
            HOSTILE,
            '调研·“柳河\\环保”<script>" 2021-03-01',
            "开工仪式·柳河治理工程 05-06",
        ]
    )


def test_an_edge_carries_its_claim() -> None:
    claim = pocket().readings[0].claims[0]
    edge = network(pocket())[entity("柳长河")][entity("云岭市水务局")][claim_key(claim)]
    assert {key: edge[key] for key in ("predicate", "status", "confidence", "q_title", "headline", "date", "page", "qualifiers")} == {
        "predicate": "holds_post",
        "status": "stated",
        "confidence": 0.9,
        "q_title": "局长",
        "headline": "柳河治理工程推进",
        "date": "2021-03-01",
        "page": "甲.txt",
        "qualifiers": "title=局长",
    }
    assert edge["quote"] == claim.evidence.quote


def test_an_anaphor_s_claim_reaches_the_entity_it_stands_for() -> None:
    graph = network(pocket())
    assert {d["predicate"] for d in graph[entity(HOSTILE)][entity("柳河治理工程")].values()} == {"invests_in", "undertakes"}


def test_attributes_and_honours_without_a_giver_stand_at_their_node() -> None:
    graph = network(pocket())
    assert graph.nodes[entity("柳河治理工程")]["total_investment"] == "3亿元；3.2亿元"
    assert graph.nodes[entity(HOSTILE)]["honour"] == "省级“专精特新”企业"


def test_what_a_page_denies_is_neither_edge_nor_value() -> None:
    assert "status" not in network(pocket()).nodes[entity("柳河治理工程")]


def test_the_cut_leaves_doubtful_claims_out() -> None:
    predicates = [{d["predicate"] for *_, d in network(pocket(), cut=cut).edges(data=True)} for cut in (0.0, 0.5)]
    assert predicates[0] - predicates[1] == {"oversees"}


def test_every_value_is_flat_and_every_predicate_known() -> None:
    graph = network(seeds())
    assert {type(v) for _, d in graph.nodes(data=True) for v in d.values()} <= {str, int, float, bool}
    assert {type(v) for *_, d in graph.edges(data=True) for v in d.values()} <= {str, int, float, bool}
    known = {*load().predicates, *load().event_roles, "place"}
    assert {d["predicate"] for *_, d in graph.edges(data=True)} <= known
    assert all(d["quote"] for *_, d in graph.edges(data=True))


def test_n_articles_counts_anaphors_and_joined_names() -> None:
    assert network(pocket()).nodes[entity("云岭市水务局")]["n_articles"] == 2


def test_a_claim_whose_ends_are_one_entity_is_no_loop() -> None:
    assert any(claim.predicate == "part_of" for claim in pocket().claims())
    assert list(nx.selfloop_edges(network(pocket()))) == []
