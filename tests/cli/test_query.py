"""kg query, kg check, kg export and kg formats as a user meets them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from kg.cli.check import check
from kg.cli.export import export, formats
from kg.cli.query import query
from kg.export import base
from tests.export.pocket import pocket

app = typer.Typer()
for command in (query, check, export, formats):
    app.command()(command)


def run(*arguments: str | Path, given: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments], input=given)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    for name in ("turtle", "sqlite"):
        base.write_one(pocket(), name, folder / base.format_of(name).target)
    (folder / "pages").mkdir()
    for read_page in pocket().pages:
        (folder / "pages" / read_page.page.name).write_text(read_page.page.text, encoding="utf-8")
    return folder


def test_a_saved_query_is_answered_as_csv(built: Path) -> None:
    done = run("query", "--graph", built / "graph.ttl", "--name", "holders-of-post", "--set", "title=局长", "--format", "csv")
    assert (done.exit_code, list(csv.reader(io.StringIO(done.stdout)))) == (
        0,
        [
            ["body", "title", "person", "seenOn"],
            ["云岭市水务局", "局长", "柳长河", "2021-03-01"],
            ["云岭市水务局", "局长", "贺清", "2021-03-01"],
        ],
    )


def test_a_table_counts_its_rows(built: Path) -> None:
    done = run("query", "--graph", built / "graph.ttl", "SELECT ?n WHERE { ?x a kg:Person ; rdfs:label ?n }")
    assert done.stdout.endswith("2 rows\n")
    assert "柳长河" in done.stdout


@pytest.mark.parametrize(
    ("format_", "expected"), [("table", "true\n"), ("csv", "answer\ntrue\n"), ("json", '{"head": {}, "boolean": true}\n')]
)
def test_ask_is_told_in_each_form(format_: str, expected: str, built: Path) -> None:
    assert run("query", "-g", built / "graph.ttl", "-f", format_, "ASK { ?x a kg:Zone }").stdout == expected


def test_describe_is_sorted_turtle(built: Path) -> None:
    done = run("query", "-g", built / "graph.ttl", "-f", "turtle", "DESCRIBE ?x WHERE { ?x a kg:Zone }")
    assert done.stdout.startswith("@prefix dcterms:")
    assert 'rdfs:label "云岭高新区"@zh' in done.stdout


def test_a_query_is_read_from_a_file_and_from_stdin(built: Path, tmp_path: Path) -> None:
    (tmp_path / "x.rq").write_text("ASK { ?x a kg:Zone }", encoding="utf-8")
    assert run("query", "-g", built / "graph.ttl", tmp_path / "x.rq").stdout == "true\n"
    assert run("query", "-g", built / "graph.ttl", "-", given="ASK { ?x a kg:Ship }").stdout == "false\n"


def test_saved_queries_are_listed_and_one_is_shown() -> None:
    assert "who-works-with-whom\n    谁与谁在哪个项目或行动上共事\n    Who works with whom" in run("query", "--list").stdout
    assert 'kg:name "柳长河"@zh .' in run("query", "--name", "who-met", "--set", "person=柳长河", "--show").stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("query",), "give either a SPARQL query (text, file or -) or --name QUERY"),
        (("query", "ASK {}", "--name", "who-met"), "give either a SPARQL query"),
        (("query", "ASK {}"), "exports/graph.ttl: no such file; create it with: kg build"),
        (("query", "gone.rq"), "gone.rq: cannot be read"),
        (("query", "ASK {}", "--set", "a=b"), "--set works only with --name"),
        (("query", "--name", "who-met", "--set", "person"), "--set person: write it as key=value"),
        (("query", "--name", "who-met", "--set", "person=a", "--set", "person=b"), "--set person is given twice"),
        (("query", "SELECT"), "line 1, column"),
        (("check", "gone.ttl"), "gone.ttl: cannot be read as RDF"),
        (("export",), "choose a format: --format sqlite | turtle | html"),
        (("export", "-f", "docx"), "unknown format 'docx'"),
        (("export", "-f", "gexf"), "exports/kg.sqlite: no such file; run kg build first"),
    ],
)
def test_wrong_use_is_one_line_on_stderr_and_exit_2(arguments: tuple[str, ...], message: str) -> None:
    done = run(*arguments)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith("kg: ")
    assert message in done.stderr


@pytest.mark.parametrize(
    ("query_", "format_", "message"),
    [
        ("ASK {}", "turtle", "use --format table, csv or json"),
        ("DESCRIBE <a:b>", "csv", "use --format turtle"),
        ("ASK {}", "xml", "unknown output format 'xml'; choose one of table, csv, json, turtle"),
    ],
)
def test_a_form_that_does_not_fit_is_said(query_: str, format_: str, message: str, built: Path) -> None:
    done = run("query", "-g", built / "graph.ttl", "-f", format_, query_)
    assert (done.exit_code, message in done.stderr) == (2, True)


def test_check_says_conforms_and_reads_the_quotes(built: Path) -> None:
    done = run("check", built / "graph.ttl", "--pages", built / "pages")
    assert (done.exit_code, done.stdout.endswith("triples, conforms; quotes compared with the pages\n")) == (0, True)


def test_check_names_what_does_not_conform_and_exits_1(built: Path, tmp_path: Path) -> None:
    text = (built / "graph.ttl").read_text(encoding="utf-8")
    (tmp_path / "g.ttl").write_text(text.replace('kg:title "局长"@zh', 'kg:what "局长"@zh'), encoding="utf-8")
    done = run("check", tmp_path / "g.ttl")
    assert (done.exit_code, "a membership has its printed title (0 values)" in done.stdout) == (1, True)
    told = json.loads(run("check", tmp_path / "g.ttl", "--format", "json").stdout)
    assert (told["conforms"], {f["shape"] for f in told["faults"]}) == (False, {"MembershipShape"})


def test_export_writes_from_a_build(built: Path, tmp_path: Path) -> None:
    done = run("export", "--from", built, "-f", "gexf", "-f", "tables", "-o", tmp_path / "out")
    assert (done.exit_code, sorted(p.name for p in (tmp_path / "out").iterdir())) == (0, ["graph.gexf", "tables"])


def test_export_writes_one_format_to_a_named_file(built: Path, tmp_path: Path) -> None:
    assert run("export", "--from", built, "-f", "turtle", "-o", tmp_path / "mine.ttl").exit_code == 0
    assert (tmp_path / "mine.ttl").read_bytes() == (built / "graph.ttl").read_bytes()


def test_formats_lists_every_format() -> None:
    lines = run("formats").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(base.FORMATS)


def test_export_reads_pages_when_it_is_given_some(root: Path, tmp_path: Path) -> None:
    page = sorted((root / "seeds").glob("*.txt"))[3]
    done = run("export", page, "-f", "ftm", "-f", "nquads", "-o", tmp_path / "out")
    assert (done.exit_code, sorted(p.name for p in (tmp_path / "out").iterdir())) == (0, ["graph.ftm.json", "graph.nq"])


def test_a_term_that_the_ontology_lacks_is_named(built: Path) -> None:
    done = run("query", "--from", built, 'SELECT ?x WHERE { ?x kg:bornIn ?y ; a kg:Person ; rdfs:label "kg:no" }')
    assert (done.exit_code, done.stderr.count("ontology has no"), "kg:bornIn" in done.stderr) == (0, 1, True)


def test_csv_is_another_name_of_the_tables(built: Path, tmp_path: Path) -> None:
    assert run("export", "-f", "csv", "--from", built, "-o", tmp_path).exit_code == 0
    assert (tmp_path / "tables" / "claims.csv").is_file()


def test_the_json_of_all_records_is_read_like_the_store(built: Path, tmp_path: Path) -> None:
    assert run("export", "--from", built, "-f", "facts", "-o", tmp_path / "facts.json").exit_code == 0
    assert run("export", "--from", tmp_path / "facts.json", "-f", "sqlite", "-o", tmp_path / "kg.sqlite").exit_code == 0
    assert (tmp_path / "kg.sqlite").read_bytes() == (built / "kg.sqlite").read_bytes()
