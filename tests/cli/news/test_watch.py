"""kg watch: one line an edition; a file that is still being written is waited for; Ctrl-C ends it cleanly."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import pytest
from typer.testing import CliRunner

from kg.cli.main import app
from kg.cli.news.watch import settle
from kg.export.changes.editions import editions
from tests.archive.changes.stores import BUILDS, POST, POST_AGAIN, corpus_of, opened
from tests.archive.stories import STORIES, bytes_of
from tests.export.pocket import pocket

ROOT = Path(__file__).parents[3]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(STORIES[0], encoding="utf-8")
    return tmp_path


@pytest.fixture
def watching(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """The command at work on ``in``, its two streams in one."""
    options = ["-o", "out", "--reader", "fast", "--format", "report"]
    with subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "kg.cli.main", "watch", "in", *options],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        limit = Timer(120, process.kill)
        limit.start()
        yield process
        limit.cancel()
        process.kill()


def line_with(process: subprocess.Popen[str], words: str) -> str:
    """The first line from now on that holds some words."""
    assert process.stdout
    seen = []
    for line in process.stdout:
        seen.append(line)
        if words in line:
            return line
    raise AssertionError(f"no line with {words!r}: {seen}")


def test_what_arrives_is_built_when_it_is_whole_and_ctrl_c_ends_it(
    folder: Path, watching: subprocess.Popen[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert line_with(watching, "pages").startswith("1 pages, 1 articles, ")
    line_with(watching, "watching in")
    half = len(STORIES[2]) // 2
    with (folder / "in" / "c.txt").open("w", encoding="utf-8") as file:
        file.write(STORIES[2][:half])
        file.flush()
        subprocess.run(["sleep", "0.7"], check=True)
        file.write(STORIES[2][half:])
    told = line_with(watching, "c.txt  ")
    assert told.startswith("c.txt  1 个版面，1 篇文章 · 新增：")
    (folder / "in" / "a.txt").unlink()
    assert line_with(watching, "已撤") == "a.txt  已撤\n"
    watching.send_signal(signal.SIGINT)
    line_with(watching, "no longer watching; no half-written file is left")
    assert watching.wait(30) == 0
    monkeypatch.chdir(folder)
    assert CliRunner().invoke(app, ["build", "in", "-o", "fresh", "--reader", "fast", "--format", "report"]).exit_code == 0
    assert bytes_of(folder / "out")["kg.sqlite"] == bytes_of(folder / "fresh")["kg.sqlite"]


def test_a_file_that_grows_is_waited_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("甲", encoding="utf-8")
    waited = []

    def grow(seconds: float) -> None:
        waited.append(seconds)
        if len(waited) < 4:
            path.write_text("甲" * (len(waited) + 1), encoding="utf-8")

    settle([path], grow)
    assert sum(waited) == pytest.approx(3 * 0.2 + 1.0)
    assert capsys.readouterr().err == f"kg: {path}: is still being written; waiting until it is whole\n"


def test_files_that_have_been_there_for_long_are_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("甲", encoding="utf-8")
    os.utime(path, (1, 1))
    settle([path, tmp_path / "gone.txt"], lambda _: pytest.fail("it waits"))


def test_the_pages_of_one_day_of_a_paper_are_one_line(tmp_path: Path) -> None:
    with opened(corpus_of({0: POST}), tmp_path, "old") as old, opened(corpus_of({1: BUILDS, 2: POST_AGAIN}), tmp_path, "new") as new:
        assert list(editions(old, new)) == [
            "1.txt  1 个版面，1 篇文章 · 新增：2",
            "2.txt  1 个版面，1 篇文章",
            "0.txt  已撤",
        ]
    with opened(corpus_of({0: POST}), tmp_path, "before") as old, opened(pocket(), tmp_path, "after") as new:
        assert next(iter(editions(old, new))).startswith("乙.txt  1 个版面")
        assert any(line.startswith("云岭日报 2021-03-02  1 个版面，1 篇文章 · ") for line in editions(old, new))


def test_there_must_be_a_folder(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["watch", str(tmp_path / "none")])
    assert (done.exit_code, done.stderr) == (2, f"kg: {tmp_path / 'none'}: no such folder; make it first\n")
