"""Exports go into place together or not at all, hold what the build holds, and leave nothing lying about."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kg.errors import ExportError
from kg.export import base
from kg.export.neo4j import Neo4j
from kg.export.settle import aside_in
from kg.model import Corpus
from kg.pipeline import build
from tests.export.pocket import pocket

STORY = "本报讯（记者 方文山）3月5日，云岭市市长柳青川到云岭望川重工有限公司调研。公司总投资{}亿元。\n"


@dataclass
class Made:
    corpus: Corpus
    failures: tuple[Any, ...] = ()
    duplicates: tuple[tuple[str, str], ...] = ()
    faults: tuple[Any, ...] = ()
    remarks: tuple[str, ...] = ()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_pages_of_an_earlier_build_are_gone_and_files_of_others_stay(tmp_path: Path) -> None:
    for number in range(2):
        (tmp_path / f"{number}.txt").write_text(STORY.format(number + 3), encoding="utf-8")
    out = tmp_path / "out"
    build([tmp_path], workers=1, reader="fast").save(out)
    (out / "pages" / "mine.json").write_text('{"document": 1}', encoding="utf-8")
    (out / "pages" / "notes.txt").write_text("", encoding="utf-8")
    (tmp_path / "0.txt").unlink()
    build([tmp_path / "1.txt"], workers=1, reader="fast").save(out)
    assert names(out / "pages") == ["1.json", "mine.json", "notes.txt"]


def test_files_that_stay_as_they_were_are_not_written_anew(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    out = tmp_path / "out"
    for number, cities in enumerate(("云岭", "云岭", "曲平")):
        (tmp_path / "in" / f"{number}.txt").write_text(STORY.format(number + 3).replace("云岭", cities), encoding="utf-8")
        build([tmp_path / "in"], workers=1, reader="fast", archive=out).save(out)
        if number == 1:
            before = {path: path.stat().st_ino for path in out.rglob("*.*")}
    same = {path.name for path, number in before.items() if path.stat().st_ino == number}
    assert same == {"0.json", "1.json"}
    again = {path: path.stat().st_ino for path in out.rglob("*.*")}
    build([tmp_path / "in"], workers=1, reader="fast", archive=out).save(out)
    assert {path: path.stat().st_ino for path in out.rglob("*.*")} == again


@pytest.mark.parametrize(
    ("target", "is_folder"), [("graph.ttl", True), ("pages", False)], ids=["a folder for a file", "a file for a folder"]
)
def test_nothing_is_moved_if_something_else_stands_in_the_way(target: str, is_folder: bool, tmp_path: Path) -> None:
    if is_folder:
        (tmp_path / target).mkdir()
    else:
        (tmp_path / target).write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError, match=target):
        base.save(Made(pocket()), tmp_path, ("facts", "pages", "graphml", "turtle"))
    assert names(tmp_path) == [target]


def test_leftovers_of_a_killed_build_are_cleared_and_those_of_a_running_one_stay(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    for left in (f".kg-{ended.pid}-abc", f".kg-{os.getpid()}-abc", ".kg-notes"):
        (tmp_path / left).mkdir()
    with aside_in(tmp_path) as aside:
        assert aside.is_dir()
    assert names(tmp_path) == sorted([f".kg-{os.getpid()}-abc", ".kg-notes"])


def test_neo4j_files_have_headers_without_rows(tmp_path: Path) -> None:
    Neo4j().write(Corpus((), (), (), {}), tmp_path)
    heads = [next(csv.reader((tmp_path / f"{name}.csv").read_text(encoding="utf-8").splitlines())) for name in ("nodes", "relationships")]
    assert heads == [[":ID", ":LABEL"], [":START_ID", ":END_ID", ":TYPE"]]
