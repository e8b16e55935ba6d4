"""kg show and kg trace on a small store: what they print, in every format, and how they fail."""

from __future__ import annotations

import html.parser
import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from kg.archive.write import Sqlite
from kg.cli.show import show
from kg.cli.trace import trace
from tests.graph.small import Says, told

app = typer.Typer()
app.command()(show)
app.command()(trace)
TYPES = {"丁一": "person", "丙局": "agency", "壬公司": "company", "庚项目": "project", "<b>癸公司": "company", "子二": "person"}


@pytest.fixture
def store(tmp_path: Path) -> Path:
    corpus = told(
        TYPES,
        (
            Says("丁一任职丙局。", (("丁一", "holds_post", "丙局"),)),
            Says("丙局监管庚项目。", (("丙局", "oversees", "庚项目"),)),
            Says("壬公司建设庚项目，总投资3亿元。", (("壬公司", "undertakes", "庚项目"),), value=("庚项目", "total_investment", "3亿元")),
            Says("<b>癸公司供货庚项目。", (("<b>癸公司", "supplies", "庚项目"),)),
            Says("子二来了。"),
        ),
    )
    Sqlite().write(corpus, tmp_path / "kg.sqlite")
    return tmp_path


def run(*words: str, store: Path):
    return CliRunner().invoke(app, [*words, "--from", str(store)])


def test_trace_tells_each_step_with_its_quote(store):
    assert run("trace", "丁一", "壬公司", store=store).stdout == (
        "路径 1  丁一 → 丙局 → 庚项目 → 壬公司\n"
        "  · 丁一 任职于 丙局\n    “丁一任职丙局。”\n    —— 《报道0》 · 2021-03-04 · 0.txt · 第 1 篇 · 可信度 80%\n"
        "  · 丙局 监管 庚项目\n    “丙局监管庚项目。”\n    —— 《报道0》 · 2021-03-04 · 0.txt · 第 1 篇 · 可信度 80%\n"
        "  · 壬公司 承担 庚项目\n    “壬公司建设庚项目，总投资3亿元。”\n    —— 《报道0》 · 2021-03-04 · 0.txt · 第 1 篇 · 可信度 80%\n\n"
    )


def test_two_steps_through_one_event_print_its_quote_once(tmp_path):
    met = Says("丁一会见子二。", event=("talks", {"丁一": "host", "子二": "guest"}))
    Sqlite().write(told(TYPES, (met,)), tmp_path / "kg.sqlite")
    out = run("trace", "丁一", "子二", store=tmp_path).stdout
    assert (out.count("“丁一会见子二。”"), out.count("（引文同上）")) == (1, 1)


def test_trace_as_json_holds_spans_and_ids(store):
    data = json.loads(run("trace", "丁一", "庚项目", "--format", "json", store=store).stdout)
    first = data["paths"][0]["steps"][0]["facts"][0]
    assert (first["predicate"], first["quote"], first["spans"]) == ("holds_post", "丁一任职丙局。", [[4, 11]])


def test_trace_as_markdown_escapes_what_the_page_prints(store):
    out = run("trace", "丁一", "癸公司", "--format", "md", store=store).stdout
    assert out.startswith("# 丁一 — \\<b\\>癸公司\n\n## 路径 1：丁一 → 丙局 → 庚项目 → \\<b\\>癸公司")


def test_trace_as_html_is_one_escaped_page(store):
    out = run("trace", "丁一", "癸公司", "--format", "html", store=store).stdout
    tags = []
    parser = html.parser.HTMLParser()
    parser.handle_starttag = lambda tag, _: tags.append(tag)
    parser.feed(out)
    assert {"b", "script", "img"}.isdisjoint(tags)
    assert "&lt;b&gt;癸公司" in out


@pytest.mark.parametrize("kind", ["text", "md", "html", "json"])
def test_names_that_nothing_links_end_with_exit_1(store, kind):
    result = run("trace", "丁一", "子二", "--format", kind, store=store)
    assert result.exit_code == 1
    assert "没有找到" in result.stdout or json.loads(result.stdout)["paths"] == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("trace", "丁一", "丁一"), "are the same"),
        (("trace", "丁一", "无此人"), "not a name on these pages"),
        (("show", "公司"), "2 things have this name"),
    ],
    ids=["same", "unknown", "ambiguous"],
)
def test_a_name_that_cannot_be_meant_is_one_line_and_exit_2(store, words, says):
    result = run(*words, store=store)
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stderr.count("\n") == 1


def test_show_tells_all_that_is_known_with_quotes(store):
    out = run("show", "庚项目", store=store).stdout
    assert out.startswith("庚项目  〔项目〕  project-")
    assert "庚项目的总投资：3亿元\n    “壬公司建设庚项目，总投资3亿元。”" in out
    assert [line for line in out.splitlines() if line and not line.startswith(" ")][1:] == ["监管", "承担", "总投资", "供应"]


def test_show_tells_a_projects_life_in_order(tmp_path):
    signed = (Says("庚项目投产。", value=("庚项目", "status", "投产")), Says("庚项目签约。", value=("庚项目", "status", "签约")))
    Sqlite().write(told(TYPES, signed), tmp_path / "kg.sqlite")
    assert "进程\n  · 签约 2021-03-04 “签约”\n  · 投产 2021-03-04 “投产”\n" in run("show", "庚项目", store=tmp_path).stdout


def test_show_without_quotes_is_short(store):
    assert "“" not in run("show", "庚项目", "--no-quotes", store=store).stdout


def test_show_as_json_lists_facts(store):
    data = json.loads(run("show", "庚项目", "--json", store=store).stdout)
    assert [fact["predicate"] for fact in data["facts"]] == ["oversees", "undertakes", "total_investment", "supplies"]


def test_a_missing_store_says_to_build_first(tmp_path):
    result = run("show", "庚项目", store=tmp_path / "none")
    assert result.exit_code == 2
    assert "kg build" in result.stderr


def test_show_reads_a_mistyped_name_and_says_so(store):
    shown = run("show", "庚项日", store=store)
    assert shown.stdout.startswith("庚项目  〔项目〕")
    assert "庚项日: not a name on these pages; read as 庚项目" in shown.stderr
    lost = run("show", "辛酉工程", store=store)
    assert (lost.exit_code, lost.stdout) == (2, "")
