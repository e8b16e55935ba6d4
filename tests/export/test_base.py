"""Exports are written whole or not at all."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from kg.errors import ExportError
from kg.export import base
from kg.export.rdf.turtle import Turtle
from kg.model import Corpus
from kg.ontology import read
from tests.export.pocket import pocket, seeds


@dataclass
class Made:
    corpus: Corpus
    failures: tuple[Any, ...] = ()
    duplicates: tuple[tuple[str, str], ...] = ()
    faults: tuple[Any, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass
class Failed:
    path: str
    message: str


def test_save_returns_the_paths_in_the_order_asked_for(tmp_path: Path) -> None:
    written = base.save(Made(pocket()), tmp_path, ("graphml", "turtle", "pages"))
    assert [p.relative_to(tmp_path).as_posix() for p in written] == ["graph.graphml", "graph.ttl", "pages/乙.json", "pages/甲.json"]


def test_a_failing_format_leaves_the_old_files_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "graph.graphml").write_text("old", encoding="utf-8")

    def broken(_self: Turtle, _corpus: Corpus, path: Path) -> None:
        path.write_text("half", encoding="utf-8")
        raise KeyboardInterrupt

    monkeypatch.setattr(Turtle, "write", broken)
    with pytest.raises(KeyboardInterrupt):
        base.save(Made(pocket()), tmp_path, ("graphml", "turtle"))
    assert [(p.name, p.read_text(encoding="utf-8")) for p in tmp_path.iterdir()] == [("graph.graphml", "old")]


def test_files_of_others_in_the_folder_stay(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "mine.json").write_text("{}", encoding="utf-8")
    base.save(Made(pocket()), tmp_path, ("pages",))
    assert (tmp_path / "pages" / "mine.json").exists()


def test_a_folder_that_cannot_be_written_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ExportError, match="cannot be written .*choose another folder with -o"):  # noqa: RUF043
        base.save(Made(pocket()), tmp_path / "file" / "exports", ("turtle",))


def test_the_report_lists_the_files_that_failed(tmp_path: Path) -> None:
    [path] = base.save(Made(pocket(), (Failed("x.txt", "x.txt: empty"),)), tmp_path, ("report",))
    assert json.loads(path.read_text(encoding="utf-8"))["failed"] == [{"file": "x.txt", "reason": "x.txt: empty"}]


@pytest.mark.parametrize("corpus", [pocket(), seeds()], ids=["pocket", "seeds"])
def test_page_json_keeps_its_schema(corpus: Corpus, tmp_path: Path) -> None:
    base.save(Made(corpus), tmp_path, ("pages",))
    validator = jsonschema.Draft202012Validator(json.loads(read("page.schema.json")))
    faults = [
        error.message
        for path in sorted((tmp_path / "pages").iterdir())
        for error in validator.iter_errors(json.loads(path.read_text(encoding="utf-8")))
    ]
    assert faults == []


def test_the_page_json_of_the_real_pages_keeps_its_schema(seeds_export: Path) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(read("page.schema.json")))
    faults = [
        error.message
        for path in sorted((seeds_export / "pages").iterdir())
        for error in validator.iter_errors(json.loads(path.read_text(encoding="utf-8")))
    ]
    assert faults == []
