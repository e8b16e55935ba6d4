"""The workbench in Debian's Chromium: each view, and the way from a file dropped to a fact decided; nothing asked of any other host."""

from __future__ import annotations

import base64
import io
import shutil
from collections.abc import Iterator

import pytest

pytest.importorskip("starlette", reason="the extra [web] is not installed: pip install 'kg-newspaper[web]'")

from kg.resolve.decisions_file import load_decisions
from tests.browser import hostile
from tests.export.pocket import pocket
from tests.serve.changes.test_jobs import STORY
from tests.serve.conftest import listening, pocket_folder, write  # noqa: F401
from tests.text.input.pictures import drawn

pytestmark = pytest.mark.browser
PROJECT = "柳河治理工程"
SCAN = [
    "本报讯（记者 田小禾）11月6日，河州市",
    "水务局局长陈平原到河州清源水务有限公司",
    "调研。河州清源水务有限公司董事长周立平",
    "说，公司投资3亿元建设河州第二水厂项目。",
]
"""Four printed lines of a story."""


WINDOW = {"width": 1280, "height": 860}


class Bench:
    """A tab on a server, with what went wrong on it and what it asked of others."""

    def __init__(self, browser, url: str) -> None:
        self.url = url
        self.context = browser.new_context(locale="zh-CN", viewport=WINDOW)
        self.page = self.context.new_page()
        self.errors: list[str] = []
        self.elsewhere: list[str] = []
        self.page.set_default_timeout(60_000)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type in ("error", "warning") else None)
        self.page.on(
            "request", lambda asked: self.elsewhere.append(asked.url) if not asked.url.startswith((url, "data:", "blob:")) else None
        )

    def note(self, asked) -> None:
        if not asked.url.startswith((self.url, "data:", "blob:")):
            self.elsewhere.append(asked.url)

    def clear(self) -> None:
        """Make the tab as it was before it was used."""
        self.page.goto("about:blank")
        self.context.clear_cookies()
        self.page.set_viewport_size(WINDOW)
        self.page.emulate_media(color_scheme="null")
        self.errors.clear()
        self.elsewhere.clear()

    def open(self, path: str) -> Bench:
        self.page.goto(self.url + path)
        return self

    def go(self, do: str, *given: str) -> None:
        """Do something (click, press) that leads to another page, and wait for that."""
        with self.page.expect_navigation():
            getattr(self.page, do)(*given)

    def text(self, selector: str = "main") -> str:
        return self.page.locator(selector).inner_text()


@pytest.fixture(scope="module")
def shared_bench(chromium, tmp_path_factory, pocket_folder, written) -> Iterator[Bench]:  # noqa: F811
    """The workbench on the pocket corpus with its explorer, for all tests of a file that change nothing in its folder."""
    folder = shutil.copytree(pocket_folder, tmp_path_factory.mktemp("bench") / "exports")
    shutil.copy(written("pocket", pocket), folder / "graph.html")
    with listening(folder, reader="fast") as url:
        made = Bench(chromium, url)
        yield made
        made.context.close()


@pytest.fixture
def bench(shared_bench) -> Iterator[Bench]:
    """The shared workbench; it must end without an error and without asking anybody else."""
    shared_bench.clear()
    yield shared_bench
    assert shared_bench.errors == []
    assert shared_bench.elsewhere == []


@pytest.fixture
def own_bench(chromium, tmp_path, pocket_folder, written) -> Iterator[Bench]:  # noqa: F811
    """A workbench on a folder of its own, with a file of decisions; it must end without an error and without asking anybody else."""
    folder = shutil.copytree(pocket_folder, tmp_path / "exports")
    shutil.copy(written("pocket", pocket), folder / "graph.html")
    with listening(folder, decisions=tmp_path / "decisions.yaml", reader="fast") as url:
        made = Bench(chromium, url)
        yield made
        made.context.close()
    assert made.errors == []
    assert made.elsewhere == []


def test_from_search_to_dossier_to_the_page_with_its_facts_underlined(bench):
    bench.open("/")
    bench.page.fill("main input[name=q]", "liuchanghe")
    bench.go("press", "main input[name=q]", "Enter")
    bench.go("click", "#names a")
    assert "局长" in bench.text()
    assert bench.page.locator(".fact blockquote").count() >= 2
    bench.go("click", ".fact .source a >> nth=0")
    assert bench.page.locator(".paper mark").count() >= 1
    line = bench.page.locator(".paper mark").first.evaluate("e => getComputedStyle(e).textDecorationLine")
    assert line == "underline"
    colours = bench.page.eval_on_selector_all(".paper a.name", "all => [...new Set(all.map(e => getComputedStyle(e).borderBottomColor))]")
    assert len(colours) >= 3


def test_trace_new_and_questions_with_parameters(bench):
    bench.open("/trace")
    bench.page.fill("main input[name=from]", "柳长河")
    bench.page.fill("main input[name=to]", PROJECT)
    bench.go("press", "main input[name=to]", "Enter")
    assert bench.page.locator(".path .fact blockquote").count() >= 1
    bench.open("/new")
    bench.page.fill("main input[name=since]", "2021-03-01")
    bench.go("press", "main input[name=since]", "Enter")
    assert "柳长河" in bench.text()
    bench.open("/ask?name=posts-of-person")
    bench.page.fill("input[name='set.person']", "柳长河")
    bench.go("click", ".parameters button")
    assert "局长" in bench.text("table")


def test_the_language_changes_and_stays(bench):
    bench.open("/pages")
    bench.go("click", ".language button")
    assert "Characters" in bench.text()
    bench.open("/review")
    assert "skip" in bench.text()


def test_the_graph_runs_inside_its_frame(bench):
    bench.open("/graph")
    frame = bench.page.frame_locator("iframe.explorer")
    frame.locator("html[data-ready]").wait_for(state="attached")
    assert bench.page.frames[-1].evaluate("explorer.model.nodes.length") > 4


def test_the_graph_speaks_the_language_of_the_workbench_and_has_its_theme(bench):
    bench.page.emulate_media(color_scheme="dark")
    known = bench.open("/").page.evaluate("document.querySelector('#names a').getAttribute('href').split('/').at(-1)")
    for language in ("en", "zh-CN"):
        bench.open(f"/graph?lang={language[:2]}&sel={known}")
        frame = bench.page.frame_locator("iframe.explorer")
        frame.locator(f"html[data-ready][lang={language}][data-theme=dark]").wait_for(state="attached")
        frame.locator("#panel h1").wait_for()


VIEWS = ("/", "/?q=柳", "/timeline", "/pages", "/trace?from=柳长河&to=" + PROJECT, "/ask?name=posts-of-person", "/graph", "/new?since=2021")


def test_a_phone_shows_every_view_within_its_width(bench):
    bench.page.set_viewport_size({"width": 390, "height": 844})
    bench.open("/pages")
    found = bench.page.evaluate("document.querySelector('td a').getAttribute('href')")
    bench.open("/timeline")
    line = bench.page.evaluate("document.querySelector('#projects a').getAttribute('href')")
    for language in ("zh", "en"):
        bench.open("/?lang=" + language)
        for path in (*VIEWS, found, line, line.replace("timeline", "name"), "/add", "/review", "/review/second"):
            bench.open(path)
            assert bench.page.evaluate("document.documentElement.scrollWidth") <= 390, path
            wide = bench.page.evaluate(WIDE)
            assert wide == [], path


WIDE = """[...document.querySelectorAll('header *, main *')]
    .filter(one => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.wide, pre, figure.sheet, .cm-editor'))
    .map(one => one.outerHTML.slice(0, 80))"""


def test_from_a_file_dropped_to_a_fact_decided_by_keyboard(own_bench, tmp_path):
    bench = own_bench
    bench.open("/add")
    bench.page.set_input_files("#files", [{"name": "三月.txt", "mimeType": "text/plain", "buffer": STORY.encode()}])
    bench.go("click", "#add button")
    bench.page.locator("#jobs li[data-state=done]").wait_for(timeout=120_000)
    assert "三月.txt: 1" in bench.text("#jobs")
    bench.open("/?q=云溪水厂")
    assert "云溪水厂" in bench.text("#names")
    bench.open("/review")
    first = bench.text("#question")
    bench.page.fill("#who", "王编辑")
    bench.page.locator("body").focus()
    bench.page.locator("#who").blur()
    bench.page.keyboard.press("y")
    bench.page.locator("#decided").wait_for()
    assert bench.text("#question") != first
    bench.page.wait_for_load_state()  # a key pressed before the page's script is there is nobody's
    decided = load_decisions(tmp_path / "decisions.yaml").items
    assert [decision.who for decision in decided] == ["王编辑"]
    bench.page.keyboard.press("s")
    bench.page.wait_for_url("**/review?skip=1")
    bench.page.keyboard.press("u")
    bench.page.locator("#decided").wait_for(state="detached")
    assert load_decisions(tmp_path / "decisions.yaml").items == ()


def test_from_a_scan_dropped_to_a_fact_accepted_with_its_clipping(own_bench, tmp_path):
    bench = own_bench
    pytest.importorskip("rapidocr", reason="the extra [ocr] is not installed: pip install 'kg-newspaper[ocr]'")
    picture = io.BytesIO()
    drawn([SCAN]).save(picture, "PNG")
    bench.open("/add")
    data = bench.page.evaluate_handle(
        """base64 => {
            const bytes = Uint8Array.from(atob(base64), character => character.charCodeAt(0));
            const held = new DataTransfer();
            held.items.add(new File([bytes], "scan.png", { type: "image/png" }));
            return held;
        }""",
        base64.b64encode(picture.getvalue()).decode(),
    )
    with bench.page.expect_navigation():
        bench.page.dispatch_event("#drop", "drop", {"dataTransfer": data})
    bench.page.locator("#jobs li[data-state=done]").wait_for(timeout=240_000)
    assert "scan.png: 1" in bench.text("#jobs")
    bench.open("/?q=河州清源水务有限公司").go("click", "#names a >> nth=0")
    clip = bench.page.locator("img.clip").first
    clip.scroll_into_view_if_needed()
    assert clip.evaluate("picture => picture.decode().then(() => picture.naturalWidth)") > 100
    bench.open("/review")
    bench.page.keyboard.press("y")
    bench.page.locator("#decided li").first.wait_for()
    assert len(load_decisions(tmp_path / "decisions.yaml").items) == 1


def test_what_a_hostile_page_prints_runs_nowhere(chromium, tmp_path):
    with listening(write(tmp_path, hostile.corpus())) as url:
        bench = Bench(chromium, url)
        bench.open("/pages").go("click", "table a")
        for path in (
            bench.page.url.removeprefix(url),
            "/",
            "/?q=公司",
            "/new?since=2020",
            "/review",
            "/ask?query=<script>window.hurt=1</script>",
        ):
            bench.open(path)
            assert bench.page.evaluate("window.hurt") is None
        bench.open("/?q=公司")
        bench.go("click", "#names a >> nth=0")
        assert bench.page.evaluate("window.hurt") is None
        bench.context.close()
    assert bench.elsewhere == []
