"""One Chromium for all browser tests, Debian's own, with every request it makes written down."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.export.html.data import explorer
from kg.export.html.page import filled
from tests.browser import hostile
from tests.browser.big import big
from tests.oracle import SEEDS, corpus

CHROMIUM = Path("/usr/bin/chromium")
ARGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    """The browser; the tests are skipped, and say so, where there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install playwright")
    if not CHROMIUM.exists():
        pytest.skip("no /usr/bin/chromium: apt install chromium")
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=str(CHROMIUM), args=ARGS)
        yield browser
        browser.close()


TABS: dict[object, object] = {}
"""The tab of each browser."""


def tab_of(browser):
    """The one tab of all explorers: one for each test would cost a process and the compiling of the page each time."""
    if browser not in TABS or TABS[browser].is_closed():
        TABS[browser] = browser.new_context(reduced_motion="reduce", accept_downloads=True).new_page()
    return TABS[browser]


class Explorer:
    """A page of the explorer with what went wrong on it and what it asked the network for; it has the tab until it leaves."""

    def __init__(self, browser, file: Path, size: tuple[int, int] = (1400, 880), color_scheme: str = "light") -> None:
        self.page = tab_of(browser)
        self.context = self.page.context
        self.file = file
        self.errors: list[str] = []
        self.requests: list[str] = []
        self.heard = {
            "pageerror": lambda error: self.errors.append(str(error)),
            "console": lambda message: self.errors.append(message.text) if message.type in ("error", "warning") else None,
            "request": lambda request: self.requests.append(request.url),
        }
        self.page.goto("about:blank")
        self.context.clear_permissions()
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        self.page.emulate_media(media="null", color_scheme=color_scheme)
        for event, hear in self.heard.items():
            self.page.on(event, hear)

    def leave(self) -> None:
        """Leave the tab to others."""
        for event, hear in self.heard.items():
            self.page.remove_listener(event, hear)

    def open(self, hash_: str = "") -> Explorer:
        self.page.goto("about:blank")
        self.page.goto(self.file.as_uri() + hash_)
        self.page.wait_for_selector("html[data-ready]")
        self.settle()
        return self

    def id_of(self, name: str) -> str:
        return self.page.evaluate("name => explorer.model.nodes.find(node => node.name === name).id", name)

    def shown(self) -> list[str]:
        return self.page.evaluate("explorer.scene().nodes.map(({ id }) => explorer.model.nodes[id]?.name ?? id)")

    def zoom(self) -> float:
        return self.page.evaluate("explorer.zoom()")

    def take(self, what: str) -> bytes:
        """Download the visible part in one of the forms."""
        self.page.click("#take summary")
        with self.page.expect_download() as download:
            self.page.click(f"#take-{what}")
        return download.value.path().read_bytes()

    def settle(self) -> None:
        """Wait until the page has taken a changed address and has drawn twice since."""
        self.page.evaluate("new Promise(done => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done))))")


@pytest.fixture
def seeds_page(chromium, written) -> Iterator[Explorer]:
    """The explorer of the five gold pages, opened; it must end without an error and without a request."""
    explorer = Explorer(chromium, written("seeds", lambda: corpus(SEEDS))).open()
    yield explorer
    assert explorer.errors == []
    assert [url for url in explorer.requests if not url.startswith(("file:", "data:", "blob:", "about:"))] == []
    explorer.leave()


@pytest.fixture
def hostile_page(chromium, written) -> Iterator[Explorer]:
    """The explorer of a corpus that means harm; no text of it may have run."""
    explorer = Explorer(chromium, written("hostile", hostile.corpus)).open()
    yield explorer
    assert explorer.page.evaluate("window.hurt") is None
    assert explorer.errors == []
    explorer.leave()


@pytest.fixture(scope="session")
def big_data() -> str:
    """What the explorer knows of about 5,000 nodes and 20,000 links, as JSON; it takes seconds to place them."""
    return json.dumps(explorer(big(5000, 280)))


@pytest.fixture(scope="session")
def big_file(big_data: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """About 5,000 nodes and 20,000 links."""
    file = tmp_path_factory.mktemp("big") / "big.html"
    file.write_text(filled(json.loads(big_data)), encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def huge_file(big_data: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """More than 5,000 nodes, the last of them printed a second time under another name: opens on communities."""
    data = json.loads(big_data)
    again = [{**node, "id": node["id"] + "-again", "name": node["name"] + "又"} for node in data["nodes"][-1000:]]
    data["nodes"] += again
    file = tmp_path_factory.mktemp("huge") / "huge.html"
    file.write_text(filled(data), encoding="utf-8")
    return file
