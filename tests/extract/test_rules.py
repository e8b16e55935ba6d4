"""The table of rules."""

from __future__ import annotations

from collections import Counter

from kg.extract.rules import rulebook

PREDICATES = {
    "holds_post",
    "part_of",
    "located_in",
    "undertakes",
    "supplies",
    "invests_in",
    "cooperates_with",
    "oversees",
    "assists",
    "runs",
    "participates_in",
    "recognised_by",
}


def test_every_predicate_has_a_rule() -> None:
    assert {rule.predicate for rule in rulebook()} >= PREDICATES


def test_no_id_is_used_twice() -> None:
    assert [id_ for id_, n in Counter(rule.id for rule in rulebook()).items() if n > 1] == []


def test_every_rule_says_what_it_is_for_and_what_it_must_not_match() -> None:
    assert [rule.id for rule in rulebook() if not (rule.example and rule.not_for and 0 < rule.confidence < 1)] == []
