"""Every control of the explorer, there and back, and each after each other: no error, no stale name or tip, what is told is drawn.

The short form takes one control of each kind, in one language a size: there and back in the first window and in one of the others, and each
pair of kinds in one of the three. KG_SOAK=1 (``make soak``) takes all of them at every size in both languages.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import Explorer
from tests.oracle import SEEDS, corpus
from tests.soak import SOAK, times

pytestmark = pytest.mark.browser
WALKER = Path(__file__).with_name("walk.js").read_text(encoding="utf-8")
SIZES = [(1400, 900), (1920, 1080), (390, 844)]
KINDS = [
    "view-graph",
    "view-who",
    "view-trace",
    "view-list",
    "view-time",
    "view-place",
    "unfold",
    "groups",
    "show-project",
    "only-show-company",
    "show-r-host",
    "article",
    "from",
    "conf",
    "src",
    "reset",
    "select",
    "unfold-one",
    "theme",
]
"""One control of each kind; what the longer walk adds are more of the same kind."""
LANGUAGES = ("zh", "en")
WALKS = (
    [(size, LANGUAGES[i % 2]) for i, size in enumerate(SIZES)]
    if not SOAK
    else [(size, language) for size in SIZES for language in LANGUAGES][: times(1, len(SIZES) * len(LANGUAGES))]
)


def name_of(walk: tuple[tuple[int, int], str]) -> str:
    return f"{walk[0][0]}x{walk[0][1]}-{walk[1]}"


@pytest.fixture(scope="module", params=WALKS, ids=name_of)
def walk(request) -> tuple[tuple[int, int], str]:
    """A size and a language; all tests of one are run one after the other."""
    return request.param


@pytest.fixture
def walker(walk, chromium, written) -> Iterator[Explorer]:
    size, language = walk
    explorer = Explorer(chromium, written("seeds", lambda: corpus(SEEDS)), size=size).open().open("#l=" + language)
    explorer.page.evaluate(WALKER)
    yield explorer
    assert explorer.errors == []
    explorer.page.evaluate("delete window.walker")
    explorer.leave()


def test_every_control_goes_there_and_back(walk, walker):
    names = walker.page.evaluate("walker.names()")
    assert set(KINDS) <= set(names)
    kinds, number = [*KINDS, "language", "help"], SIZES.index(walk[0])
    chosen = names if SOAK else kinds[number - 1 :: 2] if number else kinds
    assert walker.page.evaluate("names => walker.thereAndBack(names)", chosen) == []


def test_every_control_follows_every_other(walk, walker):
    names, rounds = (walker.page.evaluate("walker.names()"), {}) if SOAK else (KINDS, {"part": SIZES.index(walk[0]), "parts": len(SIZES)})
    assert walker.page.evaluate("([names, rounds]) => walker.allPairs(names, rounds)", [names, rounds]) == []


@pytest.mark.parametrize("walk", WALKS if SOAK else WALKS[-1:], indirect=True, ids=name_of)
def test_theme_language_and_view_survive_a_reload(walker):
    walker.page.evaluate("explorer.go({view: 'who', theme: 'dark', language: 'en', confidence: '40'})")
    walker.settle()
    before = walker.page.evaluate("walker.picture()")
    walker.page.reload()
    walker.page.wait_for_selector("html[data-ready]")
    walker.page.evaluate(WALKER)
    assert walker.page.evaluate("walker.picture()") == before


def test_a_tip_goes_with_what_it_is_about(walker):
    at = walker.page.evaluate("(({ x, y }) => explorer.place(x, y))(explorer.scene().nodes[0])")
    walker.page.mouse.move(at["x"], at["y"])
    assert walker.page.locator("#tip").is_visible()
    walker.page.evaluate("explorer.go({view: 'who'})")
    walker.settle()
    assert walker.page.evaluate("walker.faults()") == []
