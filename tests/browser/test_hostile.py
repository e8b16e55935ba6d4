"""Names that mean harm are shown, and leave, as text."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ElementTree

import pytest

from kg.export.html.positions import printable
from tests.browser.hostile import NAMES

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", list(NAMES.values()), ids=list(NAMES))
def test_hostile_text_is_shown_as_text(hostile_page, name):
    hostile_page.open("#sel=" + hostile_page.id_of(name))
    printed = printable(name)
    assert hostile_page.page.locator("#panel h1").text_content() == (printed if len(printed) <= 200 else printed[:199] + "…")
    hostile_page.page.locator("#panel .fact summary").first.click()
    hostile_page.page.locator("#panel mark").first.wait_for()


@pytest.mark.parametrize("view", ["graph", "who", "trace", "list"])
def test_hostile_text_runs_in_no_view(hostile_page, view):
    a, b = hostile_page.id_of(NAMES["script"]), hostile_page.id_of(NAMES["image"])
    hostile_page.open(f"#v={view}&all=1&a={a}&b={b}&sel={a}")
    assert hostile_page.page.locator("main img, main script, aside img, aside script, aside svg[onload]").count() == 0


@pytest.mark.parametrize("what", ["csv", "svg", "graphml"])
def test_hostile_text_leaves_as_text(hostile_page, what):
    taken = hostile_page.take(what).decode("utf-8-sig")
    if what == "csv":
        assert not any(cell.startswith(("=", "+", "@")) for row in csv.reader(io.StringIO(taken)) for cell in row)
    else:
        ElementTree.fromstring(taken)
        assert "<script>" not in taken
