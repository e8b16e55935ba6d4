"""The saved queries: titled in two languages, standard SPARQL, and with the right answers on the five real pages.

The answers are in tests/golden/questions, one CSV for each question; they come from the gold, not from what kg reads, so that
they test the questions and nothing else.
"""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from rdflib.plugins.sparql import prepareQuery

from kg.cli.answers import printed
from kg.errors import QueryError
from kg.export import base
from kg.graph.sparql.ask import Answer, ask, refuse
from kg.graph.sparql.kept import Kept
from kg.graph.sparql.saved_queries import Question, question, questions, read
from kg.ontology import queries
from tests.export.pocket import pocket, seeds

GOLDEN = Path(__file__).parents[2] / "golden" / "questions"
ZONE = "平顶山高新区"
ASKED: dict[str, dict[str, str]] = {
    "best-connected": {},
    "brokers": {"a": "焦作市示范区（高新区）党工委", "b": "焦作市示范区（高新区）管委会"},
    "co-attendance": {"person": "宫卫红"},
    "companies-in-several-projects": {"min": "1"},
    "concurrent-posts": {"min": "2"},
    "contradictions-values": {"name": "焦作市示范区（高新区）"},
    "evidence": {"name": "恩诺格汽车尾气治理"},
    "holders-of-post": {"title": "党工委书记"},
    "honours": {"organisation": "同心传动"},
    "largest-sums": {},
    "money-into-zone": {"zone": "国家许昌经济技术开发区"},
    "names": {"name": "河南森源电气股份有限公司"},
    "partners": {"organisation": "平煤神马集团"},
    "posts-held": {"person": "宫卫红"},
    "posts-of-person": {"person": "宫卫红"},
    "programmes": {"organisation": "长葛市工商业联合会"},
    "project-life-line": {"project": "120万吨焦炉改造提升项目"},
    "projects-of-zone": {"zone": "魏都高新技术产业园"},
    "projects-under-way": {},
    "several-sources": {"min": "2"},
    "single-source": {"name": "平煤神马集团"},
    "suppliers-of-project": {"project": "山东海阳核电厂一期核能对外供热工程"},
    "tenants": {"zone": ZONE},
    "two-steps": {"a": "吕沛", "b": "程正伟"},
    "units-of": {"organisation": ZONE},
    "visits-before-and-after": {"company": "弘洋管业有限公司"},
    "who-met": {"person": "程正伟"},
    "who-works-with-whom": {"organisation": "恩诺格"},
    "who-wrote": {"name": "吕沛"},
}
POCKET: dict[str, dict[str, str]] = {
    "companies-in-several-projects": {"zone": "云岭高新区", "min": "1"},
    "contradictions-posts": {},
    "contradictions-values": {},
    "doubtful": {"below": "0.5"},
    "joins": {},
    "not-yet": {},
    "money-into-zone": {"zone": "云岭高新区"},
    "visits-before-and-after": {},
}


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("shelf")
    for name, corpus in (("seeds", seeds()), ("pocket", pocket())):
        base.write_one(corpus, "turtle", folder / f"{name}.ttl")
    return {name: folder / f"{name}.ttl" for name in ("seeds", "pocket")}


@pytest.fixture(scope="module")
def slow(graphs: dict[str, Path]) -> rdflib.Graph:
    return rdflib.Graph().parse(graphs["seeds"])


@pytest.fixture(scope="module")
def kept(graphs: dict[str, Path]) -> Iterator[dict[str, Kept]]:
    """The same graphs, each loaded once for all questions."""
    held = {name: Kept(graph) for name, graph in graphs.items()}
    yield held
    for graph in held.values():
        graph.close()


def answer(graph: Kept, name: str, values: dict[str, str]) -> Answer:
    text = question(name).fill(values)
    refuse(text)
    return graph.ask(text, seconds=30)


@pytest.mark.parametrize(
    ("corpus", "name", "values"),
    [*(("seeds", n, v) for n, v in ASKED.items()), *(("pocket", n, v) for n, v in POCKET.items())],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_the_answer_is_the_golden_one(
    corpus: str, name: str, values: dict[str, str], kept: dict[str, Kept], request: pytest.FixtureRequest
) -> None:
    made = printed(answer(kept[corpus], name, values), "csv")
    path = GOLDEN / f"{corpus}-{name}.csv"
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made, encoding="utf-8")
    assert made == path.read_text(encoding="utf-8")
    assert len(made.splitlines()) > 1


def test_every_question_has_a_golden_answer() -> None:
    assert {q.name for q in questions()} == set(ASKED) | set(POCKET)


@pytest.mark.parametrize("found", [q for q in questions() if q.text.count("LIMIT ") > 1], ids=lambda q: q.name)
def test_ending_a_sub_query_early_changes_no_row(found: Question, kept: dict[str, Kept]) -> None:
    """Both end after two rows, the one also inside; rows that sort alike may change places."""
    sub = len(re.findall(r"LIMIT \d+", found.text)) - 1
    ends = re.sub(r"LIMIT \d+", "LIMIT 2", found.text)
    goes_on = re.sub(r"LIMIT \d+", "LIMIT 1000000", ends, count=sub)
    if found.name == "doubtful":  # its inner LIMIT only tells where to begin
        ends = goes_on
    keys = re.findall(r"\?(\w+)", found.text[found.text.rindex("ORDER BY") :])
    graph = kept["seeds" if found.name in ASKED else "pocket"]
    early, late = (graph.ask(text, seconds=30) for text in (ends, goes_on))
    at = [early.columns.index(key) for key in keys]
    assert [[row[i] for i in at] for row in early.rows] == [[row[i] for i in at] for row in late.rows]
    assert early.rows


@pytest.mark.parametrize("name", ["tenants", "concurrent-posts", "honours"])
def test_table_csv_and_json_say_the_same(name: str, kept: dict[str, Kept]) -> None:
    found = answer(kept["seeds"], name, ASKED[name])
    rows = list(csv.reader(io.StringIO(printed(found, "csv"))))
    told = json.loads(printed(found, "json"))
    assert rows[0] == told["head"]["vars"]
    assert rows[1:] == [[b.get(v, {"value": ""})["value"] for v in told["head"]["vars"]] for b in told["results"]["bindings"]]
    table = "".join(printed(found, "table").split())
    assert all("".join(cell.split()) in table for row in rows for cell in row if len(cell) < 12)


@pytest.mark.parametrize("found", questions(), ids=lambda q: q.name)
def test_a_question_is_standard_sparql_as_it_stands_and_filled(found: Question) -> None:
    values = {p.key: "柳河" if p.pattern.endswith("@zh") else "3" for p in found.parameters}
    for text in (found.text, found.fill(values)):
        pyoxigraph.Store().query(text)
        refuse(text)
    prepareQuery(found.fill(values))  # what is filled in are literals, in the place of others
    assert found.title_zh != found.title_en
    assert all(f"#: {p.key}\n" in found.text for p in found.parameters)


@pytest.mark.parametrize("name", ["posts-of-person", "holders-of-post", "tenants", "honours", "partners", "names"])
def test_rdflib_answers_alike(name: str, graphs: dict[str, Path], slow: rdflib.Graph) -> None:
    text = question(name).fill(ASKED[name])
    fast = [[cell["value"] if cell else None for cell in row] for row in ask(text, graphs["seeds"]).rows]
    assert sorted(map(str, fast)) == sorted(str([None if c is None else str(c) for c in row]) for row in slow.query(text))  # type: ignore[union-attr]


@pytest.mark.skipif(shutil.which("roqet") is None, reason="needs Debian's rasqal-utils")
def test_rasqal_reads_the_same_links(graphs: dict[str, Path], tmp_path: Path) -> None:
    """Rasqal knows SPARQL 1.0 and little more, so the question is a plain one."""
    prefix = "PREFIX kg: <https://w3id.org/kg-org-project/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"
    query = prefix + "SELECT ?s ?o WHERE { ?x kg:undertakes ?y . ?x rdfs:label ?s . ?y rdfs:label ?o }"
    (tmp_path / "q.rq").write_text(query, encoding="utf-8")
    command = ["roqet", "-q", "-r", "csv", "-D", str(graphs["seeds"]), str(tmp_path / "q.rq")]
    told = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30).stdout
    assert sorted(csv.reader(io.StringIO(told))) == sorted(csv.reader(io.StringIO(printed(ask(query, graphs["seeds"]), "csv"))))


def test_a_value_is_put_in_as_a_literal_and_cannot_break_out() -> None:
    text = question("who-met").fill({"person": '柳" } . ?x ?y "长河\\'})
    assert '?p kg:name "柳\\" } . ?x ?y \\"长河\\\\"@zh .' in text
    refuse(text)


@pytest.mark.parametrize(
    ("name", "values", "message"),
    [
        ("nothing", {}, "no saved query is called 'nothing'; there are best-connected, brokers"),
        ("who-met", {"zone": "x"}, "saved query who-met has no parameter zone; its parameters: person"),
        ("brokers", {"a": "x"}, "saved query brokers needs --set b=…"),
        ("concurrent-posts", {"min": "two"}, "min must be a number, not 'two'"),
    ],
)
def test_what_is_asked_wrongly_is_said(name: str, values: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        question(name).fill(values)


def test_a_file_without_a_title_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.rq").write_text("# title@en: x\nASK {}", encoding="utf-8")
    with pytest.raises(QueryError, match="needs a '# title@zh: '"):
        read(tmp_path / "x.rq")


def test_there_are_twenty_saved_queries_and_more() -> None:
    assert len(queries()) >= 20
