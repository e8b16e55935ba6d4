"""The table of rules."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli.main import app
from kg.cli.rules import row_of, tell
from kg.extract.rules import Rule, rulebook

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
    assert "invest-buys" in result.output
    assert "〔C甲公司〕以3860万欧元收购〔C乙公司〕51%的股权。 => 甲公司 > 乙公司 [amount=3860万欧元]" in result.output


def test_a_predicate_that_no_rule_makes_is_bad_usage() -> None:
    assert CliRunner().invoke(app, ["rules", "--predicate", "nonsense"]).exit_code == 2


def test_gold_without_its_pages_is_bad_usage() -> None:
    assert CliRunner().invoke(app, ["rules", "--gold", "somewhere"]).exit_code == 2


def test_an_explained_rule_shows_its_texts_and_asks_for_gold() -> None:
    result = CliRunner().invoke(app, ["rules", "--explain", "oversees-called-in"])
    assert result.exit_code == 0
    assert "for: 〔A市生态环境局〕约谈〔C甲公司〕、〔C乙公司〕。 => 市生态环境局 > 甲公司、乙公司" in result.output
    assert "not: 〔A市生态环境局〕约访专家，〔C甲公司〕到场。" in result.output
    assert "give --gold and --pages" in result.output


def test_a_rule_that_is_not_there_is_answered_with_the_nearest() -> None:
    result = CliRunner().invoke(app, ["rules", "--explain", "oversees-caled-in"])
    assert result.exit_code == 2
    assert "no rule is called 'oversees-caled-in'; the nearest are oversees-called-in," in result.stderr


def test_a_text_that_does_not_hold_is_printed_as_a_fault(capsys: pytest.CaptureFixture[str]) -> None:
    rule = Rule("oversees-called-in", "oversees", "〔A甲局〕约见〔C乙公司〕。 => 甲局 > 乙公司", "〔A甲局〕开会。", 0.8)
    tell(row_of(rule, None), rule)
    assert capsys.readouterr().out.splitlines()[1:] == ["    fault: the example does not give 甲局 > 乙公司"]


def test_an_explained_rule_shows_the_gold_lines_that_it_is_right_and_wrong_on(tmp_path: Path) -> None:
    gold, pages = tmp_path / "gold", tmp_path / "pages"
    for folder in (gold, pages):
        folder.mkdir()
    text = "云溪工程开工\n\n本报讯 3月4日，110千伏云溪变电站由云岭恒远建工有限公司承建，柳河大桥工程由云岭恒通路桥有限公司承建。\n"
    (pages / "a.txt").write_text(text, encoding="utf-8")
    names = {"e1": ("company", "云岭恒远建工有限公司"), "e2": ("facility", "110千伏云溪变电站")}
    entities = [{"id": id_, "type": type_, "name": name, "surfaces": [name]} for id_, (type_, name) in names.items()]
    article = {"headline": "云溪工程开工", "entities": entities, "relations": [{"s": "e1", "p": "undertakes", "o": "e2"}]}
    (gold / "a.json").write_text(json.dumps({"document": "a.txt", "articles": [article]}), encoding="utf-8")
    result = CliRunner().invoke(app, ["rules", "--explain", "works-passive", "--gold", str(gold), "--pages", str(pages)])
    assert "right: 1\n    a.json: 云岭恒远建工有限公司 undertakes 110千伏云溪变电站\n        110千伏云溪变电站由" in result.output
    assert "wrong (not in the gold): 1\n    a.json: 云岭恒通路桥有限公司 undertakes 柳河大桥工程\n" in result.output
