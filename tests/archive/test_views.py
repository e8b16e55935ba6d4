"""The views that docs/archive.md promises say what the records say, names beside ids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kg.archive.archive import Archive
from kg.archive.write import Sqlite
from kg.graph.facts import Facts
from kg.graph.lifelines import lifelines
from kg.graph.who_with_whom import who_with_whom
from kg.model import Sheet
from tests.export.pocket import HOSTILE, pocket, seeds

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    path = tmp_path_factory.mktemp("store") / "kg.sqlite"
    Sqlite().write(seeds(), path)
    with Archive.open(path) as opened:
        yield opened


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Archive]:
    Sqlite().write(pocket(), tmp_path / "kg.sqlite")
    with Archive.open(tmp_path) as opened:
        yield opened


def test_facts_are_all_facts_once_with_names(archive: Archive) -> None:
    facts = Facts.of(seeds())
    rows = archive.connection.execute("SELECT id, subject, predicate, object, value, quote, subject_name FROM facts").fetchall()
    assert sorted(rows, key=str) == sorted(
        ((f.id, f.subject, f.predicate, f.object, f.value, f.evidence.quote, facts.things[f.subject].name) for f in facts.facts), key=str
    )


def test_who_with_whom_holds_the_pairs_that_the_records_tie(archive: Archive) -> None:
    pairs = {(min(a, b), max(a, b)) for a, b in archive.connection.execute("SELECT a, b FROM who_with_whom")}
    assert {(tie.a, tie.b) for tie in who_with_whom(Facts.of(seeds()))} <= pairs


def test_a_project_has_its_timeline(archive: Archive) -> None:
    steps = {(id_, s.stage, s.printed, s.date or s.reported) for id_, line in lifelines(seeds()).items() for s in line.steps}
    assert steps
    assert set(archive.connection.execute("SELECT entity, stage, printed, date FROM project_timeline").fetchall()) == steps


def test_posts_and_money_read_like_sentences(small: Archive) -> None:
    posts = "SELECT person, title, body, status FROM posts ORDER BY id"
    assert set(small.connection.execute(posts)) == {
        ("柳长河", "局长", "云岭市水务局", "stated"),
        ("贺清", "局长", "云岭市水务局", "former"),
    }
    money = "SELECT subject_name, predicate, object_name, printed, amount, unit, status FROM money"
    assert set(small.connection.execute(money)) == {
        (HOSTILE, "invests_in", "柳河治理工程", "约2.5亿元", 2.5e8, "CNY", "planned"),
        ("柳河治理工程", "total_investment", None, "3亿元", 3e8, "CNY", "stated"),
        ("柳河治理工程", "total_investment", None, "3.2亿元", 3.2e8, "CNY", "stated"),
    }


def test_every_table_view_and_column_is_explained(small: Archive) -> None:
    text = (ROOT / "docs" / "archive.md").read_text(encoding="utf-8")
    sql = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%' AND name NOT GLOB '*_search_*'"
    for (name,) in small.connection.execute(sql).fetchall():
        assert f"`{name}`" in text, name
        for _, column, *_ in small.connection.execute(f"PRAGMA table_info({name})"):
            assert column in re.findall(r"\w+", text), f"{name}.{column}"


def test_the_queries_of_the_manual_run(archive: Archive) -> None:
    queries = re.findall(r"```sql\n(.*?)```", (ROOT / "docs" / "archive.md").read_text(encoding="utf-8"), re.DOTALL)
    assert len(queries) >= 4
    for query in queries:
        assert archive.connection.execute(query).fetchall(), query


def test_where_characters_stand_in_print_is_kept_and_can_be_asked(tmp_path: Path) -> None:
    corpus = pocket()
    first = replace(
        corpus.pages[0],
        page=replace(corpus.pages[0].page, sheet=Sheet("f", 2, 400, 600, (0, 3, 10, 20, 70, 40, 4, 6, 10, 45, 50, 65), 1.5, 0.9)),
    )
    Sqlite().write(replace(corpus, pages=(first, *corpus.pages[1:])), tmp_path / "kg.sqlite")
    with Archive.open(tmp_path) as archive:
        assert archive.page(first.page.id).page == first.page
        assert [read.page.sheet for read in archive.corpus.pages[1:]] == [None] * (len(corpus.pages) - 1)
        assert archive.connection.execute("SELECT * FROM boxes").fetchall() == [(1, 0, 3, 10, 20, 70, 40), (1, 4, 6, 10, 45, 50, 65)]
