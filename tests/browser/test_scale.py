"""The explorer of thousands of nodes, in Debian's Chromium."""

from __future__ import annotations

import time

import pytest

from tests.browser.conftest import Explorer

pytestmark = pytest.mark.browser


def test_five_thousand_nodes_open_on_an_overview_within_three_seconds(chromium, big_file):
    explorer = Explorer(chromium, big_file)
    start = time.monotonic()
    explorer.open()
    assert time.monotonic() - start < 3
    assert explorer.page.evaluate("[explorer.model.nodes.length > 4500, explorer.model.links.length > 18000]") == [True, True]
    assert len(explorer.shown()) < 200
    assert "抽样" in explorer.page.locator("#side > .note").inner_text()
    assert explorer.errors == []
    explorer.leave()


def test_more_open_on_communities_and_expand_on_demand(chromium, huge_file):
    explorer = Explorer(chromium, huge_file).open()
    assert explorer.page.evaluate("explorer.model.nodes.length") > 5000
    assert all(name.startswith("g") for name in explorer.shown())
    before = len(explorer.shown())
    explorer.page.evaluate("explorer.go({selected: explorer.scene().nodes[0].id})")
    explorer.settle()
    explorer.page.click("#open-group")
    explorer.settle()
    assert len(explorer.shown()) > before
    assert explorer.errors == []
    explorer.leave()
