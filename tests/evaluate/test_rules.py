"""How often claims are right, by confidence and by rule, counted on hand-made pages."""

from __future__ import annotations

from typing import Any

from kg.evaluate import FAMILIES, judged_claims, precision_of_rules, reliability

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


def test_reliability_counts_facts_by_tenths_of_confidence() -> None:
    bins = reliability(FAMILIES["relations"](GOLD, SYSTEM))
    assert [(b.low, b.n, b.right, round(b.off, 2)) for b in bins] == [(0.3, 1, 1, -0.7), (0.6, 2, 1, 0.15), (0.9, 1, 1, -0.05)]


def test_participants_are_judged_in_their_roles() -> None:
    def told(*events: tuple[str, dict[str, str]]) -> dict[str, Any]:
        made = page()
        made["a.json"]["articles"][0]["events"] = [
            {"kind": kind, "label": "见面", "confidence": 0.9, "roles": [{"who": who, "role": role} for who, role in roles.items()]}
            for kind, roles in events
        ]
        return made

    gold = told(("meeting", {"p": "host", "c": "attendee"}))
    ours = told(("talks", {"d": "guest"}), ("meeting", {"p": "host", "c": "guest"}))
    judged = FAMILIES["events"](gold, ours)
    assert [(j.kind, j.said, j.is_right) for j in judged] == [
        ("talks", "乙公司 guest 见面", False),
        ("meeting", "甲公司 guest 见面", False),
        ("meeting", "王小明 host 见面", True),
    ]


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
