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


LOOK = """() => {
    const shown = document.body.cloneNode(true), all = [...document.querySelectorAll("*")];
    shown.querySelectorAll("script, style").forEach(e => e.remove());
    shown.querySelectorAll("[hidden]").forEach(e => e.replaceChildren());
    shown.querySelectorAll("[class='']").forEach(e => e.removeAttribute("class"));
    return JSON.stringify({
        words: shown.innerHTML,
        page: [document.documentElement, document.body].map(e => [e.lang, { ...e.dataset, ready: "" }, e.className, e.style.cssText]),
        drawn: [explorer.scene(), explorer.labels(), explorer.camera()],
        given: all.filter(e => e.matches("input, select, textarea, details, dialog") && !e.closest("[hidden]"))
            .map(e => [e.value, e.checked, e.open]),
        scrolled: all.filter(e => e.scrollTop || e.scrollLeft).map(e => [e.id, e.scrollTop, e.scrollLeft]),
        at: [location.hash, document.activeElement.tagName, document.title],
        globals: [Object.keys(window), String(window.print)],
    }, (_, value) => typeof value === "number" ? Number(value.toFixed(6)) : value);
}"""
"""All that can be told of a page of the explorer, as text; what is hidden is left out, for it is made anew when it is shown."""
FOLLOW = """hash => new Promise(done => {
    const before = location.href;
    addEventListener("hashchange", done, { once: true });
    location.hash = hash;
    if (location.href === before) done();
})"""
"""Do what a click on a link does that leads from a page of the explorer to another state of it."""

CLOSE = """() => {
    document.activeElement.blur();
    document.getElementById("live").textContent = "";
    document.querySelectorAll("details[open]").forEach(e => { e.open = false; });
}"""
"""Do what is not in the address of a page and may be left of a visit: what was opened, said, or has the focus."""

Window = tuple[Path, tuple[int, int], str]
"""A file, the size in pixels, the colour scheme of the system."""


class Tab:
    """The one tab of all explorers of a browser: another would cost a process, and each loading half a second of processor time.

    A page that a test leaves is kept for the next test of that file if, led back to where it began and given the window that this test
    wants, it is in every respect as when it was loaded in that window.
    """

    def __init__(self, browser) -> None:
        self.context = browser.new_context(reduced_motion="reduce", accept_downloads=True)
        self.page = self.context.new_page()
        self.shown: Window | None = None
        self.looks: dict[Window, str] = {}


TABS: dict[object, Tab] = {}
"""The tab of each browser."""


class Explorer:
    """A page of the explorer with what went wrong on it and what it asked the network for; it has the tab until it leaves."""

    def __init__(self, browser, file: Path, size: tuple[int, int] = (1400, 880), color_scheme: str = "light") -> None:
        if browser not in TABS or TABS[browser].page.is_closed():
            TABS[browser] = Tab(browser)
        self.tab = TABS[browser]
        self.page, self.context = self.tab.page, self.tab.context
        self.file = file
        self.window = (file, size, color_scheme)
        self.errors: list[str] = []
        self.requests: list[str] = []
        self.heard = {
            "pageerror": lambda error: self.errors.append(str(error)),
            "console": lambda message: self.errors.append(message.text) if message.type in ("error", "warning") else None,
            "request": lambda request: self.requests.append(request.url),
        }
        self.is_loaded = self.tab.shown == self.window or self.is_turned()
        if not self.is_loaded:
            self.page.goto("about:blank")
            self.set_up()
        self.tab.shown = None
        for event, hear in self.heard.items():
            self.page.on(event, hear)

    def is_turned(self) -> bool:
        """Whether the tab shows this file in another window and, given this one, shows it as it was once loaded in this."""
        return self.tab.shown is not None and self.tab.shown[0] == self.file and self.window in self.tab.looks and self.is_as_loaded()

    def set_up(self) -> None:
        """Give the tab the window that this explorer has."""
        _, (width, height), color_scheme = self.window
        self.context.clear_permissions()
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.emulate_media(media="null", color_scheme=color_scheme)

    def leave(self) -> None:
        """Leave the tab to others."""
        for event, hear in self.heard.items():
            self.page.remove_listener(event, hear)
        if self.window in self.tab.looks and self.is_as_loaded():
            self.tab.shown = self.window

    def is_as_loaded(self) -> bool:
        """Go back to where the page began, if need be over a view that is drawn elsewhere, and tell whether all is as it was."""
        from playwright.sync_api import Error

        try:
            self.set_up()
            self.page.evaluate(CLOSE)
            return any(self.looks_as_loaded_after(way) for way in ((), ("",), ("#v=list", "")))
        except Error:
            return False

    def looks_as_loaded_after(self, way: tuple[str, ...]) -> bool:
        """Go to states of the page, one after the other, and tell whether all is as it was when the page was loaded."""
        for hash_ in way:
            self.page.evaluate(FOLLOW, hash_)
            self.settle()
        return self.page.evaluate(LOOK) == self.tab.looks[self.window]

    def load(self, hash_: str = "") -> Explorer:
        """Load the page anew."""
        self.page.goto("about:blank")
        self.page.goto(self.file.as_uri() + hash_)
        self.page.wait_for_selector("html[data-ready]")
        self.settle()
        self.is_loaded = True
        return self

    def open(self, hash_: str = "") -> Explorer:
        """Go to a state of the page; load the page only where it is not there yet."""
        if self.is_loaded:
            self.page.evaluate(FOLLOW, hash_)
            self.settle()
        else:
            self.load(hash_)
            if not hash_ and self.window not in self.tab.looks:
                self.tab.looks[self.window] = self.page.evaluate(LOOK)
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
