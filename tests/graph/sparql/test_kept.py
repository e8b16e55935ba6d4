"""A graph kept loaded: the answers of ``ask``, under the same limits, each from a process of its own."""

from __future__ import annotations

import threading

import pytest

from kg.errors import QueryError
from kg.graph.sparql.ask import ask
from kg.graph.sparql.kept import Kept

TURTLE = "@prefix ex: <http://example.org/> .\n" + "\n".join(f'ex:n{n} ex:is "{n}", ex:n{(n * 7) % 400} .' for n in range(400))
CROSS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@pytest.fixture
def kept(tmp_path):
    graph = tmp_path / "graph.ttl"
    graph.write_text(TURTLE, encoding="utf-8")
    held = Kept(graph)
    yield held
    held.close()


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?s ?o WHERE { ?s ?p ?o } ORDER BY ?s ?o LIMIT 5",
        "ASK { ?s ?p 'no such' }",
        "CONSTRUCT WHERE { <http://example.org/n3> ?p ?o }",
        "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }",
    ],
)
def test_answers_are_those_of_a_process_that_loads_the_graph_itself(kept, query):
    for _ in range(2):
        assert kept.ask(query, seconds=20) == ask(query, kept.graph)


def test_a_query_that_takes_too_long_is_stopped_and_others_are_answered_meanwhile(kept):
    told = []

    def long() -> None:
        try:
            kept.ask(CROSS, seconds=2)
        except QueryError as error:
            told.append(str(error))

    kept.ask("ASK { ?s ?p ?o }", seconds=20)
    thread = threading.Thread(target=long)
    thread.start()
    assert kept.ask("ASK { ?s ?p ?o }", seconds=20).truth is True
    assert thread.is_alive()
    thread.join(20)
    assert told == ["no answer within 2 seconds; narrow the query, or raise the limit with --seconds"]


def test_what_goes_wrong_in_a_query_is_told(kept):
    with pytest.raises(QueryError, match=r"graph\.ttl"):
        kept.ask("SELECT ?x WHERE { SERVICE <http://127.0.0.1:1/> { ?x ?y ?z } }", seconds=20)


def test_a_keeper_that_was_killed_is_started_anew(kept):
    assert kept.ask("ASK { ?s ?p ?o }", seconds=20).truth is True
    first = kept.keeper
    assert kept.ask("ASK { ?s ?p ?o }", seconds=20).truth is True
    assert kept.keeper is first
    first.kill()
    first.wait()
    assert kept.ask("ASK { ?s ?p ?o }", seconds=20).truth is True
    assert kept.keeper is not first


def test_a_keeper_ends_when_it_is_let_go(kept):
    kept.ask("ASK { ?s ?p ?o }", seconds=20)
    kept.close()
    assert kept.keeper.wait(20) == 0


def test_a_graph_too_large_to_be_kept_is_loaded_for_each_query(kept, monkeypatch):
    monkeypatch.setattr("kg.graph.sparql.kept.LARGEST", 10)
    monkeypatch.setattr(kept, "started", lambda: pytest.fail("it was kept"))
    assert kept.ask("ASK { ?s ?p ?o }", seconds=20).truth is True
