"""The offline explorer in Debian's Chromium, a point of the issue a test. The corpus is the gold of the five seeds."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ElementTree

import networkx as nx
import pytest

from tests.browser.conftest import Explorer
from tests.oracle import SEEDS, corpus

pytestmark = pytest.mark.browser
ZONE = "焦作市示范区（高新区）"


def test_opens_from_disk_without_a_request_and_under_three_megabytes(seeds_page):
    seeds_page.requests.clear()
    seeds_page.load()
    assert seeds_page.requests == [seeds_page.file.as_uri()]
    assert seeds_page.file.stat().st_size < 3_000_000


def test_the_first_view_has_few_things_and_no_symbols_lie_on_one_another(seeds_page):
    nodes = seeds_page.page.evaluate("explorer.scene().nodes.map(n => [n.x, n.y, n.size])")
    assert 30 <= len(nodes) <= 45
    near = [(a, b) for i, a in enumerate(nodes) for b in nodes[:i] if abs(a[0] - b[0]) < a[2] + b[2] and abs(a[1] - b[1]) < a[2] + b[2]]
    assert near == []


@pytest.mark.parametrize("size", [(1400, 900), (1920, 1080), (390, 844)], ids=str)
def test_every_name_of_the_first_view_can_be_read(chromium, written, size):
    explorer = Explorer(chromium, written("seeds", lambda: corpus(SEEDS)), size=size).open()
    names = explorer.page.evaluate("explorer.labels()")
    boxes = [(n["box"]["left"], n["box"]["top"], n["box"]["right"], n["box"]["bottom"]) for n in names]
    assert len(names) >= 0.9 * len(explorer.shown())
    assert all(name["font"] >= 12 for name in names)
    assert explorer.zoom() == 1
    assert [(a, b) for i, a in enumerate(boxes) for b in boxes[:i] if meets(a, b)] == []
    at = "id => (n => [n.x, n.y])(nodes.find(n => n.id === id))"
    ends = f"(({{ nodes, edges }}) => edges.map(e => [e.from, e.to].map({at})))(explorer.scene())"
    lines = explorer.page.evaluate(ends)
    assert [(box, line) for box in boxes for line in lines if passes_through(line, box)] == []
    explorer.leave()


def meets(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return min(a[2], b[2]) > max(a[0], b[0]) and min(a[3], b[3]) > max(a[1], b[1])


def passes_through(line: list[list[float]], box: tuple[float, ...], steps: int = 400) -> bool:
    """Whether a line has a point in a box: looked at step by step, not by the page's own geometry."""
    (x, y), (to_x, to_y) = line
    points = ((x + (to_x - x) * i / steps, y + (to_y - y) * i / steps) for i in range(steps + 1))
    return any(box[0] < px < box[2] and box[1] < py < box[3] for px, py in points)


def test_projects_come_first_and_events_are_marks_on_the_link_they_make(seeds_page):
    types = seeds_page.page.evaluate("explorer.scene().nodes.map(n => [explorer.model.nodes[n.id].type, n.size, n.label])")
    projects, events = ([one for one in types if one[0] == kind] for kind in ("project", "event"))
    assert len(projects) >= 18
    assert len(projects) > len(events) > 0
    assert {size for _, size, _ in events} == {6}
    assert all("·" in label for _, _, label in events)


def test_raising_the_confidence_only_removes(seeds_page):
    for view in ("", "&v=who", "&all=1", "&grp=1"):
        before = None
        for least in (0, 40, 60, 80, 95):
            seeds_page.open(f"#conf={least}{view}")
            shown = set(seeds_page.page.evaluate("explorer.scene().nodes.map(n => n.id)"))
            assert before is None or shown <= before
            before = shown


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("西继讯达", "西继迅达"),
        ("xijixunba", "西继迅达"),
        ("党工委副书记", "党工委副书记"),
        ("48亿元", "48亿元"),
        ("焦炉改造提升", "焦炉改造提升"),
    ],
    ids=["a wrong character", "a wrong letter", "a post", "a sum", "words"],
)
def test_the_search_on_top_finds(seeds_page, typed, found):
    seeds_page.page.locator("#search").press_sequentially(typed)
    assert any(found in option for option in seeds_page.page.locator("#search-options li").all_inner_texts())
    seeds_page.page.keyboard.press("Enter")
    seeds_page.settle()
    assert seeds_page.page.locator("#panel").is_visible()


def test_the_search_on_top_finds_headlines_and_reporters(seeds_page):
    headline, reporter = seeds_page.page.evaluate(
        "(a => [a.find(x => x.headline).headline, a.find(x => x.bylines?.length).bylines[0][1]])(explorer.model.articles)"
    )
    for words in (headline, reporter):
        assert seeds_page.page.evaluate("words => explorer.find(words).some(hit => 'article' in hit)", words)


def test_weak_nodes_are_folded_until_asked_for(seeds_page):
    few = len(seeds_page.shown())
    seeds_page.page.click("#unfold")
    seeds_page.settle()
    assert len(seeds_page.shown()) == seeds_page.page.evaluate("explorer.model.nodes.length") > few


def test_legend_is_in_both_languages_and_filters(seeds_page):
    row = seeds_page.page.locator("#types .check", has_text="项目").first
    assert "project" in row.inner_text()
    row.locator("input").click()
    seeds_page.settle()
    assert "ht=project" in seeds_page.page.url
    assert not seeds_page.page.evaluate("explorer.scene().nodes.some(n => explorer.model.nodes[n.id].type === 'project')")


@pytest.mark.parametrize("typed", ["西继迅达", "xijixunda", "xjxd", "XJXD"], ids=["characters", "pinyin", "initials", "capitals"])
def test_search_finds_by(seeds_page, typed):
    seeds_page.page.keyboard.press("/")
    seeds_page.page.keyboard.type(typed)
    assert "西继迅达" in seeds_page.page.locator("#search-options li").first.inner_text()
    seeds_page.page.keyboard.press("Enter")
    seeds_page.settle()
    assert "西继迅达" in seeds_page.page.locator("#panel h1").inner_text()
    assert any("西继迅达" in name for name in seeds_page.shown())


def test_search_finds_by_another_name(seeds_page):
    assert seeds_page.page.evaluate("explorer.findNames('森源电气')[0].name") == "河南森源电气股份有限公司"


def test_the_theme_is_what_the_reader_chose_or_else_the_systems(chromium, written):
    explorer = Explorer(chromium, written("seeds", lambda: corpus(SEEDS)), color_scheme="dark").open()
    surface = "getComputedStyle(document.getElementById('stage')).backgroundColor"
    dark = explorer.page.evaluate(surface)
    explorer.page.emulate_media(color_scheme="light")
    explorer.settle()
    light = explorer.page.evaluate(surface)
    assert light == "rgb(255, 255, 255)" != dark
    explorer.page.click("#theme")
    explorer.settle()
    assert explorer.page.evaluate(surface) == dark
    explorer.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert explorer.page.evaluate(surface) == light
    explorer.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert explorer.page.evaluate(surface) == dark
    assert explorer.errors == []
    explorer.leave()


def test_state_is_in_the_hash_and_back_and_forward_work(seeds_page):
    seeds_page.open("#sel=" + seeds_page.id_of("宫卫红"))
    seeds_page.page.click("#view-who")
    seeds_page.settle()
    seeds_page.page.go_back()
    seeds_page.settle()
    assert seeds_page.page.locator("#panel h1").inner_text() == "宫卫红"
    seeds_page.page.go_forward()
    seeds_page.settle()
    assert seeds_page.page.locator("#view-who").get_attribute("aria-pressed") == "true"


def test_filters_narrow_by_article_date_confidence_and_sources(seeds_page):
    article = seeds_page.page.evaluate("explorer.model.facts[0].article")
    seeds_page.open("#art=" + seeds_page.page.evaluate("explorer.model.articles[explorer.model.facts[0].article].id"))
    assert seeds_page.page.evaluate("article => explorer.visibleFacts().every(f => f.article === article)", article)
    seeds_page.open("#all=1&from=2020-11-01&to=2020-12-31&und=0")
    assert seeds_page.page.evaluate(
        "explorer.visibleFacts().length > 0"
        " && explorer.visibleFacts().every(f => /2020-1[12]-/.test(explorer.model.articles[f.article].date))"
    )
    seeds_page.open("#src=2")
    assert seeds_page.page.evaluate("explorer.visibleFacts().every(f => f.sources >= 2)")
    seeds_page.open("#conf=95")
    assert seeds_page.shown() == []
    assert "没有符合" in seeds_page.page.locator("#hint").inner_text()


def test_visible_part_is_taken_away_as_csv_with_quotes(seeds_page):
    rows = list(csv.DictReader(io.StringIO(seeds_page.take("csv").decode("utf-8-sig"))))
    assert len(rows) > 50
    assert all(row["quote"] for row in rows)


def test_visible_part_is_taken_away_as_graphml_that_networkx_reads(seeds_page, tmp_path):
    (tmp_path / "g.graphml").write_bytes(seeds_page.take("graphml"))
    graph = nx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    assert set(nx.get_node_attributes(graph, "name").values()) == set(seeds_page.shown())
    assert graph.number_of_edges() > 50


def test_visible_part_is_taken_away_as_svg_and_png(seeds_page):
    svg = ElementTree.fromstring(seeds_page.take("svg"))
    assert len(svg.findall(".//{http://www.w3.org/2000/svg}path")) == len(seeds_page.shown())
    assert seeds_page.take("png").startswith(b"\x89PNG")


def test_keyboard_walks_opens_and_closes(seeds_page):
    seeds_page.page.focus("#canvas")
    seeds_page.page.keyboard.press("ArrowRight")
    seeds_page.settle()
    first = seeds_page.page.locator("#panel h1").inner_text()
    seeds_page.page.focus("#canvas")
    seeds_page.page.keyboard.press("ArrowLeft")
    seeds_page.settle()
    assert seeds_page.page.locator("#panel h1").inner_text() != first
    seeds_page.page.keyboard.press("Escape")
    seeds_page.settle()
    assert seeds_page.page.locator("#panel").is_hidden()
    seeds_page.page.keyboard.press("?")
    assert seeds_page.page.locator("[role=dialog]").is_visible()


def test_every_control_has_a_name_for_screen_readers(seeds_page):
    seeds_page.open("#sel=" + seeds_page.id_of(ZONE))
    nameless = seeds_page.page.evaluate("""[...document.querySelectorAll('button, input, select, a[href], [role=application]')].filter(e =>
        !(e.getAttribute('aria-label') || e.textContent.trim() || e.title || e.closest('label')?.textContent.trim()))
        .map(e => e.outerHTML)""")
    assert nameless == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_enough_contrast(chromium, written, scheme):
    explorer = Explorer(chromium, written("seeds", lambda: corpus(SEEDS)), color_scheme=scheme).open()
    low = explorer.page.evaluate("""() => {
        const css = getComputedStyle(document.documentElement), get = (n) => css.getPropertyValue('--' + n).trim();
        const linear = (c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
        const light = (hex) => { const v = [1, 3, 5].map(i => linear(parseInt(hex.slice(i, i + 2), 16) / 255));
            return 0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2]; };
        const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
        return [['ink', 'surface'], ['ink', 'page'], ['ink', 'soft'], ['ink', 'mark'], ['faint', 'surface'],
            ['faint', 'soft'], ['good', 'soft'], ['low', 'soft'],
            ['surface', 'strong'],
            ['surface', 'faint'], ['accent', 'surface']].filter(([a, b]) => ratio(get(a), get(b)) < 4.5);
    }""")
    assert low == []
    explorer.leave()


def test_narrow_window_keeps_everything_in_reach(chromium, written):
    explorer = Explorer(chromium, written("seeds", lambda: corpus(SEEDS)), size=(390, 780)).open()
    assert explorer.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert explorer.page.locator("#side").is_hidden()
    explorer.page.click("#menu")
    explorer.page.wait_for_selector("#types", state="visible")
    explorer.page.keyboard.press("Escape")
    explorer.open("#sel=" + explorer.id_of(ZONE))
    assert explorer.page.locator("#panel h1").is_visible()
    assert explorer.page.locator("#canvas").bounding_box()["height"] > 150
    explorer.leave()


def test_english_is_one_click_away(seeds_page):
    seeds_page.page.click("#language")
    seeds_page.settle()
    assert seeds_page.page.locator("#view-who").inner_text() == "Who with whom"
    assert seeds_page.page.evaluate("document.documentElement.lang") == "en"


def test_the_view_is_also_a_table(seeds_page):
    shown = set(seeds_page.shown())
    seeds_page.page.click("#view-list")
    seeds_page.settle()
    assert {row.strip() for row in seeds_page.page.locator("#list tbody th").all_inner_texts()} == shown


def test_the_list_sorts_by_a_column_and_turns_pages(seeds_page):
    seeds_page.open("#v=list&all=1")
    assert seeds_page.page.locator("#list tbody tr").count() == 50
    seeds_page.page.click("#sort-tiescol")
    seeds_page.settle()
    ties = [int(text) for text in seeds_page.page.locator("#list tbody td:nth-child(3)").all_inner_texts()]
    assert ties == sorted(ties, reverse=True)
    first = seeds_page.page.locator("#list tbody th").first.inner_text()
    seeds_page.page.click("#leaf-on")
    seeds_page.settle()
    assert seeds_page.page.locator("#list tbody th").first.inner_text() != first
    assert "o=tiescol" in seeds_page.page.url


def test_a_dossier_holds_every_quote_of_a_thing(seeds_page):
    seeds_page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    seeds_page.open("#sel=" + seeds_page.id_of(ZONE))
    seeds_page.page.click("#copy-dossier")
    seeds_page.settle()
    copied = seeds_page.page.evaluate("navigator.clipboard.readText()")
    quotes = seeds_page.page.evaluate(
        f"explorer.model.nodes.find(n => n.name === '{ZONE}').facts.map(f => explorer.quoteText(explorer.model.facts[f]))"
    )
    assert len(quotes) > 10
    assert all(quote in copied for quote in quotes)
    assert copied.count("—— ") == len(quotes)


def test_a_dossier_is_printed_alone(seeds_page):
    seeds_page.open("#sel=" + seeds_page.id_of(ZONE))
    seeds_page.page.evaluate("window.print = () => {}")
    seeds_page.page.click("#print-dossier")
    seeds_page.page.emulate_media(media="print")
    assert seeds_page.page.locator("#dossier mark").count() > 10
    assert seeds_page.page.locator("#panel").is_hidden()
    seeds_page.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert seeds_page.page.locator("#dossier").inner_text() == ""


def test_on_a_phone_no_number_or_date_is_broken_and_theme_and_help_are_there(chromium, written):
    explorer = Explorer(chromium, written("seeds", lambda: corpus(SEEDS)), size=(390, 844)).open("#v=list&all=1")
    assert explorer.page.locator("#theme").is_visible()
    assert explorer.page.locator("#help").is_visible()
    lines = explorer.page.evaluate(
        "[...document.querySelectorAll('#list td.number, #list td.date .whole')].map(cell => { const r = document.createRange();"
        " r.selectNodeContents(cell); return new Set([...r.getClientRects()].map(box => Math.round(box.top))).size; })"
    )
    assert max(lines) == 1
    assert explorer.page.evaluate("document.documentElement.scrollWidth") <= 390
    explorer.leave()


BROKEN = [
    "#sel=<script>",
    "#v=nothing&sel=a~b~c",
    "#sel=@x~y",
    "#art=none",
    "#conf=x&src=-1",
    "#p=99&v=trace",
    "#open=g999,zz&grp=1",
    "#sel=g99999",
]


@pytest.mark.parametrize("hash_", BROKEN)
def test_a_broken_hash_breaks_nothing(seeds_page, hash_):
    seeds_page.open(hash_)
    assert seeds_page.page.locator("#top").is_visible()


def test_a_page_opened_at_a_broken_hash_is_whole(seeds_page):
    seeds_page.load("#" + "&".join(part for broken in BROKEN for part in broken[1:].split("&")))
    assert seeds_page.page.locator("#top").is_visible()
