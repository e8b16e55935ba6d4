"""kg diff: two archives or two days, in three formats; what cannot be compared is one line and exit code 2."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kg.cli.main import app
from tests.archive.changes.stores import BUILDS, POST, POST_AGAIN, corpus_of, store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "exports").mkdir()
    store(corpus_of({0: POST}), tmp_path, "old")
    days = {0: "2021-03-01", 1: "2021-03-05", 2: "2021-03-09"}
    store(corpus_of({0: POST, 1: POST_AGAIN, 2: BUILDS}, days), tmp_path / "exports", "kg")
    return tmp_path


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(app, ["diff", *words, "--from", str(folder / "exports")])


def test_two_archives_are_told_apart(folder: Path) -> None:
    told = run(folder, str(folder / "old.sqlite"), str(folder / "exports")).stdout
    assert told.startswith("新增 2 个版面，撤下 0 个版面\n新增：2 · 印证：1\n")
    assert "  印证（独立来源 1 → 2）  丁一 任职于 丙局\n    “丁一日前到丙局就任。”\n" in told


def test_two_days_of_one_archive_are_told_apart(folder: Path) -> None:
    assert run(folder, "2021-03-01", "2021-03-06").stdout.startswith("2021-03-01 之后至 2021-03-06见报：1 个版面\n印证：1\n")
    assert run(folder, "2021-03-06").stdout.startswith("2021-03-06 之后至 今日见报：1 个版面\n新增：2\n")
    assert "没有新内容" in run(folder, "2021-03-09").stdout


def test_one_name_can_be_asked_for(folder: Path) -> None:
    told = run(folder, "2021-02", "--name", "丙局").stdout
    assert "丁一 任职于 丙局" in told
    assert "庚项目" not in told


def test_json_and_html_are_whole_documents(folder: Path) -> None:
    assert json.loads(run(folder, "2021-02", "--format", "json").stdout)["counts"]["added"] == 3
    page = run(folder, "2021-02", "--format", "html").stdout
    assert page.startswith("<!DOCTYPE html>")
    assert page.rstrip().endswith("</html>")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("old.sqlite",), "give a second archive to compare with"),
        (("2021-02-19", "nowhere"), "no such file"),
        (("2021-02", "--name", "辛酉"), "not a name on these pages"),
    ],
)
def test_what_cannot_be_compared_is_one_line(folder: Path, words: tuple[str, ...], said: str) -> None:
    done = run(folder, *words)
    assert done.exit_code == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
