from __future__ import annotations

from kg.graph.facts import Facts, claim_key, pair
from kg.graph.measures import measure, weighted
from kg.graph.overview import overview
from kg.graph.query import find, paths
from kg.graph.sentences import sentence, source, way
from tests.graph.small import Says, told
from tests.oracle import SEEDS, corpus

TYPES = {"丁一": "person", "丙局": "agency", "庚项目": "project", "乙河市": "place"}
CORPUS = told(
    TYPES,
    (
        Says("丁一任职丙局。", (("丁一", "holds_post", "丙局"),)),
        Says(
            "丙局拟建庚项目，总投资3亿元。",
            (("丙局", "undertakes", "庚项目"),),
            value=("庚项目", "total_investment", "3亿元"),
            status="planned",
        ),
        Says("丁一调研庚项目。", event=("inspection", {"丁一": "inspector", "庚项目": "target"})),
    ),
)
FACTS = Facts.of(CORPUS)


def test_claims_attributes_and_parts_in_events_are_facts_alike():
    assert [(f.family, f.predicate) for f in FACTS.facts] == [
        ("relation", "holds_post"),
        ("relation", "undertakes"),
        ("attribute", "total_investment"),
        ("role", "inspector"),
        ("role", "target"),
    ]


def test_every_claim_of_the_seeds_is_a_fact_with_its_own_id():
    seeds = corpus(SEEDS)
    facts = {fact.id for fact in Facts.of(seeds).facts}
    assert {claim_key(claim) for claim in seeds.claims()} <= facts


def test_a_pair_has_one_order():
    assert pair("b", "a") == pair("a", "b") == ("a", "b")


def test_facts_between_two_are_found_from_either_side():
    a, b = find(FACTS, "丁一").id, find(FACTS, "丙局").id
    assert FACTS.between(a, b) == FACTS.between(b, a) != ()


def test_facts_are_told_as_sentences():
    assert [sentence(FACTS, fact) for fact in FACTS.facts] == [
        "丁一 任职于 丙局",
        "丙局 承担 庚项目〔计划〕",
        "庚项目的总投资：3亿元",
        "丁一在「调研·庚项目」中为检查者",
        "庚项目在「调研·庚项目」中为对象",
    ]


def test_a_source_names_headline_date_page_and_item():
    assert source(FACTS.articles[FACTS.facts[0].article]) == "《报道0》 · 2021-03-04 · 0.txt · 第 1 篇"


def test_a_way_is_told_by_names():
    assert way(FACTS, paths(FACTS, "丁一", "丙局", 1)[0]) == "丁一 → 丙局"


def test_overview_keeps_a_project_with_one_tie_and_folds_a_place_with_few():
    city = Says("丙局在乙河市。", (("丙局", "located_in", "乙河市"),))
    facts = Facts.of(
        told(
            TYPES,
            (
                Says("丁一任职丙局。", (("丁一", "holds_post", "丙局"),)),
                Says("丙局建庚项目。", (("丙局", "undertakes", "庚项目"),)),
                Says("丁一参与庚项目。", (("丁一", "participates_in", "庚项目"),)),
                city,
            ),
        )
    )
    graph = weighted(facts)
    shown = overview(facts, graph, dict(measure(graph).importance))
    assert {facts.things[n].name for n in shown} == {"丁一", "丙局", "庚项目"}


def test_overview_of_three_names_shows_them_all():
    facts = Facts.of(told(TYPES, (Says("丁一任职丙局。", (("丁一", "holds_post", "丙局"),)),)))
    graph = weighted(facts)
    assert len(overview(facts, graph, dict(measure(graph).importance))) == 2


def test_overview_is_never_larger_than_its_limit():
    facts = Facts.of(corpus(SEEDS))
    graph = weighted(facts)
    assert len(overview(facts, graph, dict(measure(graph).importance), limit=30)) <= 30
