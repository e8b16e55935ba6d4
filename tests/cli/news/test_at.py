"""--at DATE: show, trace and query answer by what was printed up to a day."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kg.cli.main import app
from tests.archive.changes.stores import BUILDS, MEETS, OTHER_SUM, POST, corpus_of, store
from tests.graph.small import Says

STARTED = Says("庚项目开工。", value=("庚项目", "status", "开工"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    days = {0: "2021-03-01", 1: "2021-03-05", 2: "2021-03-09", 3: None, 4: "2021-03-05"}
    store(corpus_of({0: POST, 1: BUILDS, 2: OTHER_SUM, 3: MEETS, 4: STARTED}, days), tmp_path, "kg")
    return tmp_path


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(app, [*words, "--from", str(folder)])


def test_show_knows_only_what_was_printed(folder: Path) -> None:
    early, late = run(folder, "show", "庚项目", "--at", "2021-03-06"), run(folder, "show", "庚项目", "--at", "2021-04")
    assert ("3亿元" in early.stdout, "9亿元" in early.stdout) == (True, False)
    assert "9亿元" in late.stdout
    assert early.stderr == "kg: 1 pages of unknown date are left out; --undated counts them as printed before\n"
    assert "2021-03-06 在建，据此前最后所载\n  · 庚项目 开工 2021-03-05 “开工”\n    “庚项目开工。”" in early.stdout
    assert "not a name" in run(folder, "show", "庚项目", "--at", "2021-03-04").stderr


def test_show_tells_who_held_a_post_then(folder: Path) -> None:
    assert (
        "2021-03 在任，据此前最后所载\n  · 丁一 任职于 丙局\n    “丁一任职丙局。”" in run(folder, "show", "丙局", "--at", "2021-03").stdout
    )
    data = json.loads(run(folder, "show", "丙局", "--at", "2021-03", "--json").stdout)
    assert [(post["said"], post["quote"]) for post in data["posts_held"]] == [("2021-03-01", "丁一任职丙局。")]
    assert "在任" not in run(folder, "show", "丙局").stdout


def test_undated_pages_count_if_asked(folder: Path) -> None:
    assert "丁一" not in run(folder, "show", "子二", "--at", "2021-03").stdout
    asked = run(folder, "show", "子二", "--at", "2021-03", "--undated")
    assert ("丁一" in asked.stdout, asked.stderr) == (True, "")


def test_trace_finds_only_paths_that_were_known(folder: Path) -> None:
    assert run(folder, "trace", "壬公司", "庚项目", "--at", "2021-03-05").exit_code == 0
    assert run(folder, "trace", "壬公司", "庚项目", "--at", "2021-03-04").exit_code == 2
    assert run(folder, "trace", "壬公司", "丁一", "--at", "2021-03-05").exit_code == 1


def test_the_shelf_and_queries_are_answered_as_of_the_day(folder: Path) -> None:
    under_way = ("query", "--name", "projects-under-way", "--format", "csv")
    assert run(folder, *under_way, "--at", "2021-03-01").stdout == "project,progress,said,quote\n"
    assert "庚项目,开工,2021-03-05,庚项目开工。" in run(folder, *under_way, "--at", "2021-03-05").stdout
    count = "SELECT (COUNT(?c) AS ?n) WHERE { ?c a kg:Claim }"
    known = [run(folder, "query", count, "--format", "csv", "--at", day).stdout.split()[1] for day in ("2021-03-01", "2021-03-05", "2021")]
    assert known == ["1", "4", "5"]


@pytest.mark.parametrize("words", [("show", "丙局"), ("trace", "丙局", "丁一"), ("query", "ASK { ?s ?p ?o }")])
def test_what_is_no_day_is_refused(words: tuple[str, ...], folder: Path) -> None:
    done = run(folder, *words, "--at", "gestern")
    assert (done.exit_code, done.stderr) == (2, "kg: gestern: is no date; write it as 2021-02-19, 2021-02 or 2021\n")


def test_a_given_graph_has_no_days(folder: Path) -> None:
    done = run(folder, "query", "ASK { ?s ?p ?o }", "--graph", "x.ttl", "--at", "2021")
    assert (done.exit_code, "--at needs the store" in done.stderr) == (2, True)
