"""The table of rules."""

from __future__ import annotations

from collections import Counter

from typer.testing import CliRunner

from kg.cli.main import app
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
    assert [rule.id for rule in rulebook() if not (rule.example and rule.counter and 0 < rule.confidence < 1)] == []


def test_the_command_prints_each_rule_with_its_sentence() -> None:
    result = CliRunner().invoke(app, ["rules", "--predicate", "invests_in"])
    assert result.exit_code == 0
    assert "invest-holds" in result.output
    assert "〔C甲集团〕仍持有〔C乙公司〕34%股权。 => 甲集团 > 乙公司 [amount=34%]" in result.output


def test_a_predicate_that_no_rule_makes_is_bad_usage() -> None:
    assert CliRunner().invoke(app, ["rules", "--predicate", "nonsense"]).exit_code == 2


def test_gold_without_its_pages_is_bad_usage() -> None:
    assert CliRunner().invoke(app, ["rules", "--gold", "somewhere"]).exit_code == 2
