"""The explorer of thousands of nodes, in Debian's Chromium."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.conftest import Explorer

pytestmark = pytest.mark.browser


@pytest.fixture
def work(chromium) -> Callable[[Callable[[], Any]], float]:
    """Ask how many seconds of processor time the pages took meanwhile: other work on the machine does not count."""
    session = chromium.new_browser_cdp_session()

    def taken() -> dict[int, float]:
        processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
        return {process["id"]: process["cpuTime"] for process in processes if process["type"] == "renderer"}

    def measure(act: Callable[[], Any]) -> float:
        before = taken()
        act()
        return sum(seconds - before.get(process, 0) for process, seconds in taken().items())

    return measure


def test_five_thousand_nodes_open_in_two_seconds_and_unfold_in_three(chromium, big_file, work):
    explorer = Explorer(chromium, big_file)
    assert work(explorer.load) < 2
    assert explorer.page.evaluate("[explorer.model.nodes.length > 4500, explorer.model.links.length > 18000]") == [True, True]
    assert len(explorer.shown()) < 200
    assert "抽样" in explorer.page.locator("#side > .note").inner_text()
    assert work(lambda: (explorer.page.evaluate("explorer.go({everything: '1'})"), explorer.settle())) < 3
    assert len(explorer.shown()) > 4500
    assert big_file.stat().st_size < 8e6
    assert explorer.errors == []
    explorer.leave()


def test_more_open_on_communities_and_expand_on_demand(chromium, huge_file):
    explorer = Explorer(chromium, huge_file).load()
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
