"""kg build, extract and export take the day or the year of pages that print none, and all say the same of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli.main import app

STORY = "本报讯（记者 方文山）3月5日，云岭市市长柳青川到云岭望川重工有限公司调研。\n"
EXTRACT = ("extract", "page.txt", "-o", "pages")
EXPORT = ("export", "page.txt", "-f", "pages", "-o", ".")
BUILD = ("build", "page.txt", "-o", ".")


@pytest.mark.parametrize("command", [BUILD, EXTRACT, EXPORT], ids=lambda c: c[0])
@pytest.mark.parametrize(
    ("option", "date"),
    [((), "03-05"), (("--year", "2021"), "2021-03-05"), (("--date", "2021-01-04"), "2020-03-05")],
    ids=["none", "year", "day"],
)
def test_a_page_has_the_year_that_it_is_given(command: tuple[str, ...], option: tuple[str, ...], date: str) -> None:
    Path("page.txt").write_text(STORY, encoding="utf-8")
    done = CliRunner().invoke(app, [*command, *option, "--reader", "fast"])
    assert done.exit_code == 0, done.output
    assert [article["date"] for article in json.loads(Path("pages/page.json").read_text(encoding="utf-8"))["articles"]] == [date]


@pytest.mark.parametrize("command", [BUILD, EXTRACT, EXPORT], ids=lambda c: c[0])
def test_a_day_of_no_calendar_is_one_line(command: tuple[str, ...]) -> None:
    Path("page.txt").write_text(STORY, encoding="utf-8")
    done = CliRunner().invoke(app, [*command, "--date", "2021-02-30"])
    assert (done.exit_code, len(done.stderr.splitlines())) == (2, 1)
