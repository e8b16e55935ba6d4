"""Which files are read: whatever a folder holds, every page of it, and no output of kg's own."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from kg.errors import spelled
from kg.pipeline import build
from kg.text.input.folders import files

STORY = "本报讯（记者 方文山）3月5日，云岭市市长柳青川到云岭望川重工有限公司调研。公司总投资{}亿元的齿轮箱项目已经开工。\n"


@pytest.mark.skipif(sys.platform != "linux", reason="file names are text on other systems")
def test_file_names_that_are_no_utf8_are_read_escaped_and_kept_apart(tmp_path: Path) -> None:
    names = [*("新闻".encode("gbk") + b".txt", "新闻".encode("gbk") + b"2.txt"), "新闻.txt".encode(), b"a\x1b[31m\nb.txt"]
    for number, name in enumerate(names):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(STORY.format(number + 3), encoding="utf-8")
    made = build([tmp_path], workers=1, reader="fast")
    assert sorted(read.page.name for read in made.corpus.pages) == ["%D0%C2%CE%C5.txt", "%D0%C2%CE%C52.txt", "a%1B[31m%0Ab.txt", "新闻.txt"]
    made.save(tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out" / "pages").iterdir()) == [
        "%D0%C2%CE%C5.json",
        "%D0%C2%CE%C52.json",
        "a%1B[31m%0Ab.json",
        "新闻.json",
    ]


def test_a_bad_file_of_an_unreadable_name_is_reported_in_utf8(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xd0.txt")).write_bytes(b"")
    (tmp_path / "good.txt").write_text(STORY.format(3), encoding="utf-8")
    made = build([tmp_path], workers=1, reader="fast")
    made.save(tmp_path / "out")
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert [row["file"] for row in report["failed"]] == [f"{tmp_path}/%D0.txt"]


@pytest.mark.parametrize(
    ("path", "printed"),
    [("新闻　a.txt", "新闻　a.txt"), ("\udcd0.txt", "%D0.txt"), ("a\u202eb\x07", "a%E2%80%AEb%07"), ("9%.txt", "9%.txt")],
)
def test_a_path_is_spelled_without_what_no_output_can_hold(path: str, printed: str) -> None:
    assert spelled(path) == printed


def test_own_outputs_and_hidden_files_are_no_input(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(STORY.format(3), encoding="utf-8")
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / "licence.txt").write_text("text", encoding="utf-8")
    build([tmp_path], workers=1, reader="fast").save(tmp_path / "exports")
    found, lost = files([tmp_path])
    assert [path.name for path in found] == ["page.txt"]
    assert lost == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may enter every folder")
def test_an_unreadable_folder_is_named_and_the_others_are_searched(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(STORY.format(3), encoding="utf-8")
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o000)
    found, lost = files([tmp_path])
    closed.chmod(0o700)
    assert [path.name for path in found] == ["page.txt"]
    assert [(error.path, error.reason) for error in lost] == [(str(closed), "cannot be searched (Permission denied)")]


def test_a_folder_that_the_system_will_not_list_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page.txt").write_text(STORY.format(3), encoding="utf-8")
    (tmp_path / "closed").mkdir()
    scandir = os.scandir

    def guarded(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    found, lost = files([tmp_path])
    assert [path.name for path in found] == ["page.txt"]
    assert [error.reason for error in lost] == ["cannot be searched (Permission denied)"]


def test_a_link_that_leads_nowhere_and_a_pipe_are_named(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("本报讯（记者 田小禾）河州市开工。", encoding="utf-8")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "moved.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "notes.md").symlink_to(tmp_path / "moved.md")
    found, lost = files([tmp_path])
    assert [path.name for path in found] == ["page.txt"]
    assert [Path(error.path).name for error in lost] == ["gone.txt", "pipe.txt"]
