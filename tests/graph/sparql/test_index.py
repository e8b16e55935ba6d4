"""A large graph is kept loaded beside its file, and answers as the file does."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.export import base
from kg.graph.sparql import index
from kg.graph.sparql.ask import ask
from kg.pipeline import Build
from tests.export.pocket import pocket

NAMES = "SELECT ?x ?n WHERE { ?x a kg:Person ; rdfs:label ?n } ORDER BY ?x ?n"


@pytest.fixture(params=["turtle", "nquads"])
def graph(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(index, "LARGE", 0)
    path = tmp_path / base.format_of(request.param).target
    base.write_one(pocket(), request.param, path)
    return path


def stores(graph: Path) -> list[str]:
    return sorted(path.name for path in graph.with_name(graph.name + ".index").iterdir())


def test_a_large_graph_is_loaded_once_and_answers_alike(graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = ask(NAMES, graph)
    assert stores(graph) == [index.index_of(graph).name]
    monkeypatch.setattr(index, "make", pytest.fail)
    assert ask(NAMES, graph) == first
    monkeypatch.setattr(index, "LARGE", 1 << 40)
    assert ask(NAMES, graph) == first
    assert len(first.rows) == 2


def test_a_graph_written_anew_is_loaded_anew(graph: Path) -> None:
    ask(NAMES, graph)
    before = stores(graph)
    graph.write_text(graph.read_text(encoding="utf-8").replace("贺清", "贺渊"), encoding="utf-8")
    os.utime(graph, ns=(0, 4_711_000_000_000))
    assert [row[1] and row[1]["value"] for row in ask(NAMES, graph).rows if row[1] and row[1]["value"] == "贺渊"] == ["贺渊"]
    assert len(stores(graph)) == 1
    assert stores(graph) != before


def test_a_build_brings_the_store_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "LARGE", 0)
    built = Build(pocket())
    for _ in range(2):
        built.save(tmp_path, ("sqlite", "turtle"))
        assert stores(tmp_path / "graph.ttl") == [index.index_of(tmp_path / "graph.ttl").name]


def test_a_graph_that_is_small_again_has_no_store(graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index.renew(graph)
    assert len(stores(graph)) == 1
    monkeypatch.setattr(index, "LARGE", 1 << 40)
    index.renew(graph)
    assert [path.name for path in graph.parent.iterdir()] == [graph.name]


def test_where_no_store_can_be_written_the_file_is_loaded(graph: Path) -> None:
    graph.with_name(graph.name + ".index").write_text("", encoding="utf-8")
    assert len(ask(NAMES, graph).rows) == 2


def test_a_file_that_is_no_rdf_leaves_no_store(graph: Path) -> None:
    graph.write_text("<a:b> <a:c> nothing", encoding="utf-8")
    with pytest.raises(QueryError, match=rf"{graph.name}: "):
        ask(NAMES, graph)
    assert stores(graph) == []
