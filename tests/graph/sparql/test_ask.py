"""Asking an exported graph: what is allowed, what is refused and where, and that it ends."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.export import base
from kg.graph.sparql.ask import WORKER, ask, refuse, words
from tests.export.pocket import pocket


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sparql") / "graph.ttl"
    base.write_one(pocket(), "turtle", path)
    return path


def test_select_ask_construct_and_describe_are_answered(graph: Path) -> None:
    select = ask("SELECT ?n WHERE { ?x a kg:Person ; rdfs:label ?n } ORDER BY ?n", graph)
    assert (select.kind, select.columns) == ("select", ("n",))
    assert [row[0] and row[0]["value"] for row in select.rows] == ["柳长河", "贺清"]
    assert ask("ASK { ?x a kg:Zone }", graph).truth is True
    assert ask("CONSTRUCT { ?x a foaf:Agent } WHERE { ?x a kg:Zone }", graph).triples.count("\n") == 1
    assert "云岭高新区" in ask("DESCRIBE ?x WHERE { ?x a kg:Zone }", graph).triples


@pytest.mark.parametrize("suffix", ["nq", "jsonld"])
def test_named_graphs_and_json_ld_are_asked_alike(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"graph.{suffix}"
    base.write_one(pocket(), {"nq": "nquads", "jsonld": "jsonld"}[suffix], path)
    assert len(ask("SELECT ?c WHERE { ?c a kg:Claim }", path).rows) == 11


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?x WHERE { ?x <a:b> }", r"line 1, column \d+: the query does not parse near"),
        ("SELECT ?x\nWHERE { ?x foo:b ?y }", r"line 2, column \d+: .*an undeclared prefix"),
        ("SELEKT ?x", r"line 1, column \d+: the query does not parse"),
        ("", r"line 1, column 1: the query does not parse"),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", "line 1, column 1: INSERT is not allowed here, because it changes the graph"),
        ("\nDELETE WHERE { ?s ?p ?o }", "line 2, column 1: DELETE is not allowed here"),
        ("LOAD <file:///etc/passwd>", "LOAD is not allowed here, because it reads a file"),
        ("DROP ALL", "DROP is not allowed here"),
        (
            "SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }",
            "line 1, column 12: SERVICE is not allowed here, because it queries another server",
        ),
        ("SELECT * { service silent <http://localhost/> { ?s ?p ?o } }", "SERVICE is not allowed"),
        ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "FROM is not allowed here"),
    ],
)
def test_what_is_not_allowed_is_refused_with_its_place(query: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        refuse(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?service ?from 'SERVICE' }",
        'SELECT * { ?s kg:name "LOAD"@zh } # SERVICE',
        "SELECT * { <http://x/SERVICE> ?p ?o }",
        "PREFIX service: <http://x/> SELECT * { ?s service:FROM 'x' }",
        "SELECT * { ?s ?p '''a'b SERVICE c''' }",
        "SELECT * { ?s ?p 'it\\'s FROM' }",
    ],
)
def test_a_forbidden_word_inside_a_string_name_or_comment_is_no_word(query: str) -> None:
    refuse(query)


def test_a_string_cannot_hide_a_service() -> None:
    assert ("SERVICE", 23) in list(words("SELECT * { ?s ?p 'a' . SERVICE <http://x/> { ?a ?b ''' } '''} }"))


def test_a_query_that_runs_on_is_stopped(graph: Path) -> None:
    begin = time.monotonic()
    with pytest.raises(QueryError, match=r"no answer within 0\.5 seconds; narrow the query"):
        ask("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", graph, seconds=0.5)
    assert time.monotonic() - begin < 5


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("gone.ttl", None, "no such file; create it with: kg build"),
        ("g.txt", "", "not a graph kg can query"),
        ("g.ttl", "<a:b> <a:c> nothing", r"g\.ttl: "),
    ],
)
def test_a_graph_that_cannot_be_read_is_said(name: str, content: str | None, message: str, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(QueryError, match=message):
        ask("ASK { ?s ?p ?o }", tmp_path / name)


def test_the_worker_can_open_nothing_once_the_graph_is_loaded(graph: Path) -> None:
    import json
    import subprocess
    import sys

    from kg.graph.sparql.ask import WORKER, prefixes

    code = f"import runpy, json; w = runpy.run_path({str(WORKER)!r}); w['close_the_doors'](); open({str(graph)!r})"
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=False)
    assert "Too many open files" in done.stderr
    task = {
        "graph": str(graph),
        "format": "text/turtle",
        "query": "ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "prefixes": prefixes(),
    }
    done = subprocess.run([sys.executable, "-I", str(WORKER)], input=json.dumps(task), capture_output=True, text=True, check=False)
    assert done.returncode == 1


DEEP = {
    "parentheses": "ASK { FILTER(" + "(" * 20000 + "1" + ")" * 20000 + ") }",
    "braces": "ASK " + "{" * 5000 + "}" * 5000,
    "length": "ASK { FILTER(" + "1+" * 60000 + "1) }",
}


@pytest.mark.parametrize("query", DEEP.values(), ids=DEEP.keys())
def test_a_query_that_would_exhaust_the_parser_is_refused_before_it(query: str) -> None:
    with pytest.raises(QueryError, match=r"nested deeper than|longer than"):
        refuse(query)


def test_brackets_in_texts_do_not_count_and_a_chain_that_parses_too_long_is_refused() -> None:
    refuse('ASK { ?s ?p "' + "(" * 500 + '" }')
    with pytest.raises(QueryError, match="to parse"):
        refuse("ASK { FILTER(" + "1+" * 20000 + "1) }", seconds=0.5)


def test_an_answer_that_takes_too_much_memory_is_one_line(graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many = " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(8))
    monkeypatch.setattr("kg.graph.sparql.ask.WORKER", worker_with(graph.parent, "MEMORY = 2 << 30", "MEMORY = 64 << 20"))
    with pytest.raises(QueryError, match=r"memory|within"):
        ask(f"SELECT (GROUP_CONCAT(STR(?a1)) AS ?x) WHERE {{ {many} }}", graph, seconds=30)


def worker_with(folder: Path, old: str, new: str) -> Path:
    """Return a worker with one line changed."""
    text = WORKER.read_text(encoding="utf-8")
    assert old in text
    path = folder / "worker.py"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path
