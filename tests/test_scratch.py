"""What is put into a scratch is there for the next question, and a full disk is told in one line."""

from __future__ import annotations

import gc
import weakref

import pytest

from kg import scratch
from kg.errors import ExportError
from kg.scratch import Along, Scratch, by_key

TABLES = "CREATE TABLE names (number INTEGER PRIMARY KEY, name TEXT);"


def test_rows_that_wait_are_there_when_a_question_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scratch, "BATCH", 2)
    made = Scratch(TABLES)
    for number, name in enumerate("甲乙丙", 1):
        made.put("names", number, name)
    assert list(made.rows("SELECT name FROM names ORDER BY number DESC")) == [("丙",), ("乙",), ("甲",)]
    made.put("names", 4, "丁")
    made.run("DELETE FROM names WHERE number < 4")
    assert list(made.rows("SELECT name FROM names WHERE number > ?", (0,))) == [("丁",)]


def fill(made: Scratch, rows: list[tuple[int, str]]) -> None:
    for row in rows:
        made.put("names", *row)


def test_a_full_disk_is_told() -> None:
    made = Scratch(TABLES)
    made.run("PRAGMA max_page_count = 8")
    rows = [(number, "名" * 100) for number in range(10_000)]
    with pytest.raises(ExportError, match=r"no room to work .*TMPDIR"):
        fill(made, rows)


def test_its_database_is_closed_when_nobody_holds_it() -> None:
    made = Scratch(TABLES)
    gone, connection = weakref.ref(made), made.connection
    del made
    gc.collect()
    assert gone() is None
    with pytest.raises(Exception, match="closed"):
        connection.execute("SELECT 1")


def test_rows_along_a_column_are_passed_over_where_nobody_asks_for_them() -> None:
    along = Along(iter([(1, "甲"), (2, "乙"), (2, "丙"), (4, "丁")]))
    assert [along.of(value) for value in (0, 2, 2, 3, 4, 5)] == [[], [(2, "乙"), (2, "丙")], [(2, "乙"), (2, "丙")], [], [(4, "丁")], []]
    assert Along(()).of(1) == []


def test_rows_come_by_their_first_value_and_equal_ones_as_given() -> None:
    rows = [("丙", 1), ("a", 2), ("甲", 3), ("a", None), ("丙", (4, "x"))]
    assert list(by_key(iter(rows))) == [("a", 2), ("a", None), ("丙", 1), ("丙", (4, "x")), ("甲", 3)]
