"""How often claims are right, by confidence and by rule, counted on hand-made pages."""

from __future__ import annotations

from typing import Any

from kg.evaluate import judged_claims, precision_of_rules, reliability

ENTITIES = [
    {"id": "c", "type": "company", "name": "甲公司", "surfaces": ["甲公司"]},
    {"id": "d", "type": "company", "name": "乙公司", "surfaces": ["乙公司"]},
    {"id": "p", "type": "person", "name": "王小明", "surfaces": ["王小明"]},
]


def page(*relations: tuple[str, str, str | None, float, str]) -> dict[str, Any]:
    rows = [
        {"s": s, "p": p, "o": o, "confidence": confidence, "rule": rule, "qualifiers": {} if o else {"honour": "全国 文明单位"}}
        for s, p, o, confidence, rule in relations
    ]
    return {"a.json": {"articles": [{"headline": "一", "entities": ENTITIES, "relations": rows, "events": [], "attributes": []}]}}


GOLD = page(("p", "holds_post", "c", 1.0, ""), ("c", "cooperates_with", "d", 1.0, ""), ("d", "recognised_by", None, 1.0, ""))
SYSTEM = page(
    ("p", "holds_post", "c", 0.95, "post"),
    ("p", "holds_post", "d", 0.65, "post"),
    ("d", "cooperates_with", "c", 0.65, "partner"),
    ("d", "recognised_by", None, 0.3, "honour"),
)


def test_reliability_counts_relations_by_confidence() -> None:
    assert [(b.low, b.n, b.right) for b in reliability(GOLD, SYSTEM) if b.n] == [(0.0, 1, 1), (0.6, 2, 1), (0.9, 1, 1)]


def test_precision_of_rules_counts_a_symmetric_relation_either_way_round_and_an_honour_by_its_words() -> None:
    assert precision_of_rules(GOLD, SYSTEM) == {"honour": (1, 1), "partner": (1, 1), "post": (1, 2)}


def test_a_claim_is_judged_with_what_it_says() -> None:
    told = [(judged.page, judged.said, judged.is_right) for judged in judged_claims(GOLD, SYSTEM)]
    assert told == [
        ("a.json", "王小明 holds_post 甲公司", True),
        ("a.json", "王小明 holds_post 乙公司", False),
        ("a.json", "乙公司 cooperates_with 甲公司", True),
        ("a.json", "乙公司 recognised_by 全国文明单位", True),
    ]


def test_attributes_are_judged_too() -> None:
    gold, system = page(), page()
    gold["a.json"]["articles"][0]["attributes"] = [{"of": "c", "key": "output", "value": "3亿元"}]
    system["a.json"]["articles"][0]["attributes"] = [
        {"of": "c", "key": "output", "value": value, "rule": "attribute-output"} for value in ("3亿元", "4亿元")
    ]
    assert precision_of_rules(gold, system) == {"attribute-output": (1, 2)}
