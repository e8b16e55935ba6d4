"""What the explorer tells of a thing, of two and of the way between them, in Debian's Chromium; the corpus is the gold of the seeds."""

from __future__ import annotations

import re

import pytest

from kg.graph.facts import Facts
from kg.graph.trace import trace
from tests.browser.conftest import Explorer
from tests.oracle import SEEDS, corpus

pytestmark = pytest.mark.browser
ZONE = "焦作市示范区（高新区）"


def test_entity_panel_opens_a_quote_that_its_article_prints(seeds_page):
    seeds_page.open("#sel=" + seeds_page.id_of("平煤神马集团"))
    assert "产能 120万吨" in seeds_page.page.locator("#panel").inner_text()
    seeds_page.page.locator("#panel .fact summary").first.click()
    quote = seeds_page.page.locator("#panel .fact mark").first.inner_text()
    assert quote in seeds_page.page.evaluate("explorer.model.articles.map(a => a.text.replaceAll('\\n', '')).join('|')")
    assert "《" in seeds_page.page.locator("#panel figcaption").first.inner_text()


def test_article_is_read_with_the_quote_marked_and_names_as_links(seeds_page):
    seeds_page.open("#sel=" + seeds_page.id_of("平煤神马集团"))
    seeds_page.page.locator("#panel .fact summary").first.click()
    seeds_page.page.locator("#panel .actions button").first.click()
    seeds_page.settle()
    assert seeds_page.page.locator("#panel .paper mark").count() >= 1
    assert seeds_page.page.locator("#panel .paper a.name").count() > 3


def test_every_quote_in_the_file_is_the_facts_own(seeds_page):
    told = seeds_page.page.evaluate("explorer.model.facts.map(f => [f.id, explorer.quoteText(f)])")
    facts = {fact.id: fact.evidence.quote for fact in Facts.of(corpus(SEEDS)).facts}
    assert {id_: quote.replace("…", "") for id_, quote in told} == {id_: quote.replace("…", "") for id_, quote in facts.items()}


def test_a_project_shows_its_life_line_each_step_with_its_quote(seeds_page):
    project = seeds_page.page.evaluate("explorer.model.nodes[[...explorer.model.lifeLines].find(([, life]) => life.steps.length)[0]].id")
    seeds_page.open("#sel=" + project)
    assert "进程" in seeds_page.page.locator("#panel").inner_text()
    assert seeds_page.page.locator("#panel .life mark").first.is_visible()


def test_edge_panel_tells_all_between_two(seeds_page):
    a, b = seeds_page.id_of("许昌供电公司"), seeds_page.id_of("扶贫光伏电站项目")
    seeds_page.open(f"#sel={a}~{b}")
    text = seeds_page.page.locator("#panel").inner_text()
    assert "许昌供电公司 参与 扶贫光伏电站项目" in text
    assert "可信度" in text
    assert "单一来源" in text
    assert seeds_page.page.locator("#panel mark").first.is_visible()


def test_who_with_whom_shows_only_actors_and_says_through_what(seeds_page):
    seeds_page.page.click("#view-who")
    seeds_page.settle()
    assert seeds_page.page.evaluate("[...new Set(explorer.scene().nodes.map(n => explorer.model.nodes[n.id].type))].sort()") == [
        "agency",
        "company",
        "institution",
        "person",
    ]
    tie = seeds_page.page.evaluate(
        """(({ nodes, ties }) => { const tie = ties.find(t => t.via.some(v => v.through >= 0)), via = tie.via.find(v => v.through >= 0);
            return [nodes[tie.a].id, nodes[tie.b].id, nodes[via.through].name]; })(explorer.model)"""
    )
    seeds_page.open(f"#v=who&sel={tie[0]}~{tie[1]}")
    assert tie[2] in seeds_page.page.locator("#panel").inner_text()


PAIRS = [
    ("宫卫红", "许海玲"),
    ("宫卫红", "深圳华侨城福美投资有限公司"),
    ("许昌供电公司", "扶贫光伏电站项目"),
    ("平煤神马集团", "襄城县人民政府"),
    ("河南森源电气股份有限公司", "平顶山高新区应急管理局"),
]


@pytest.mark.parametrize(("a", "b"), PAIRS, ids=[f"pair{i}" for i in range(len(PAIRS))])
def test_trace_finds_the_paths_of_kg_trace(seeds_page, a, b):
    start, end = seeds_page.id_of(a), seeds_page.id_of(b)
    seeds_page.open(f"#v=trace&a={start}&b={end}")
    ours = trace(Facts.of(corpus(SEEDS)), start, end, 5)
    prices = seeds_page.page.evaluate("explorer.tracedPaths().map(p => p.price)")
    assert prices[0] == pytest.approx(ours[0].cost, abs=0.01)
    assert prices == pytest.approx([path.cost for path in ours], abs=0.01)
    assert seeds_page.page.locator("#trace .steps").first.locator("> li").count() == len(ours[0].steps)
    assert seeds_page.page.locator("#trace mark").count() >= 1


def test_trace_is_picked_by_typing_two_names(seeds_page):
    seeds_page.page.click("#view-trace")
    for box, typed in (("#trace-a", "gwh"), ("#trace-b", "许海玲")):
        seeds_page.page.locator(box).press_sequentially(typed)
        seeds_page.page.locator(box).press("Enter")
        seeds_page.settle()
    assert seeds_page.page.locator("#trace .paths > li").count() == 5


def test_closing_the_panel_from_within_gives_the_keys_back_to_the_graph(seeds_page):
    seeds_page.open("#sel=" + seeds_page.id_of("宫卫红"))
    seeds_page.page.focus("#close")
    seeds_page.page.keyboard.press("Enter")
    seeds_page.settle()
    assert seeds_page.page.evaluate("document.activeElement.id") == "canvas"


def test_a_quote_is_copied_with_its_source_line(seeds_page):
    seeds_page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    seeds_page.open("#sel=" + seeds_page.id_of("平煤神马集团"))
    seeds_page.page.locator("#panel .fact summary").first.click()
    seeds_page.page.locator("#panel .actions button").nth(1).click()
    seeds_page.settle()
    assert "已复制" in seeds_page.page.locator("#panel .note").first.inner_text()
    copied = seeds_page.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“")
    assert "\n—— 《" in copied


def test_print_shows_the_panel_without_controls(seeds_page):
    seeds_page.open("#sel=" + seeds_page.id_of(ZONE))
    seeds_page.page.emulate_media(media="print")
    assert seeds_page.page.locator("#top").is_hidden()
    assert seeds_page.page.locator("#panel h1").is_visible()


READ_CARDS = """async ([language, most]) => {
    const shown = new Set(), found = [];
    const isNew = ({ joined }) => joined?.slice(0, 30).filter(([form]) => !shown.has(form) && shown.add(form)).length;
    for (const node of explorer.model.nodes.filter(isNew).slice(0, most)) {
        location.hash = `#l=${language}&sel=${node.id}`;
        await new Promise(done => addEventListener("hashchange", () => setTimeout(done), { once: true }));
        document.querySelectorAll("#panel details").forEach(e => { e.open = true; });
        const said = document.querySelector("#panel").cloneNode(true);
        said.querySelectorAll("mark, blockquote, h1, .alias").forEach(e => e.remove());
        found.push(said.textContent);
    }
    return found;
}"""
"""The text of as many cards, opened up, as show every reason for joining names, without what pages print."""


def test_no_english_sentence_stands_in_a_chinese_card(chromium, seeds_export):
    english = re.compile("[a-z]{2,},? [a-z]{2,}|[a-z]+_[a-z]+")
    explorer = Explorer(chromium, seeds_export / "graph.html").open()
    chinese = explorer.page.evaluate(READ_CARDS, ["zh", 1000])
    assert sum("合并依据" in card for card in chinese) > 20
    assert [found.group() for card in chinese if (found := english.search(card))] == []
    assert all(english.search(card) for card in explorer.page.evaluate(READ_CARDS, ["en", 5])), "what is looked for would be seen"
    explorer.leave()
