"""axe-core finds no serious fault in any view, light or dark, with a panel and without."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import Explorer
from tests.oracle import SEEDS, corpus

pytestmark = pytest.mark.browser
AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
RUN = """axe.run().then(({ violations }) => violations.filter(({ impact }) => ["serious", "critical"].includes(impact))
    .map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" | ")))"""


@pytest.fixture
def checked(chromium, written) -> Iterator[Explorer]:
    if not AXE.exists():
        pytest.skip("no axe-core: npm ci")
    explorer = Explorer(chromium, written("seeds", lambda: corpus(SEEDS))).open()
    yield explorer
    explorer.leave()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_view_has_a_serious_fault(checked, theme):
    page = checked.page
    person, zone = page.evaluate("['person', 'zone'].map(type => explorer.model.nodes.find(node => node.type === type).id)")
    views = page.evaluate("[...document.querySelectorAll('.tabs button')].map(({ id }) => id.replace('view-', ''))")
    assert len(views) >= 4
    for state in [f"v={view}&a={person}&b={zone}" for view in views] + [f"sel={zone}", "grp=1"]:
        checked.open(f"#{state}&t={theme}")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        assert page.evaluate(RUN) == [], state


def test_the_list_of_findings_and_the_help_have_no_serious_fault(checked):
    checked.page.locator("#search").press_sequentially("许昌")
    checked.page.evaluate(AXE.read_text(encoding="utf-8"))
    assert checked.page.evaluate(RUN) == []
    checked.page.keyboard.press("Escape")
    checked.page.click("#help")
    assert checked.page.evaluate(RUN) == []
