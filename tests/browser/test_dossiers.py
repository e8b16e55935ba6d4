"""The pages of things in Debian's Chromium: stories with their quotes, as a panel and as a page. The corpus is the gold of the seeds."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Explorer
from tests.oracle import SEEDS, corpus

pytestmark = pytest.mark.browser
PERSON = "宫卫红"
PROJECT = "220千伏昌盛变电站"


def test_every_line_of_every_story_opens_a_quote_of_its_article(seeds_page):
    """One of each type, the busiest."""
    chosen = seeds_page.page.evaluate("""[...new Set(explorer.model.nodes.map(n => n.type))].map(type =>
        explorer.model.nodes.filter(n => n.type === type).sort((a, b) => b.facts.length - a.facts.length)[0].id)""")
    texts = seeds_page.page.evaluate("explorer.model.articles.map(a => a.text.replaceAll('\\n', '')).join('|')")
    for id_ in chosen:
        seeds_page.open("#w=1&sel=" + id_)
        seeds_page.page.evaluate("document.querySelectorAll('#panel .fact > details').forEach(line => { line.open = true; })")
        seeds_page.settle()
        lines = seeds_page.page.evaluate(
            "[...document.querySelectorAll('#panel .fact')].map(line => [...line.querySelectorAll('mark')].map(m => m.textContent))"
        )
        assert lines
        assert all(line and all(quote in texts for quote in line) for line in lines)
        captions = seeds_page.page.locator("#panel figcaption").all_inner_texts()
        assert all("第" in caption and "字起" in caption for caption in captions)


def test_a_project_tells_its_course_who_does_what_and_what_is_not_read(seeds_page):
    seeds_page.open("#sel=" + seeds_page.id_of(PROJECT))
    told = seeds_page.page.locator("#panel").inner_text()
    assert "业主 许昌供电公司" in " ".join(told.split())
    assert "未读到：承包方、供应方、出资方、监管方" in told
    assert "02-17（年份不明） 见报" in told
    assert seeds_page.page.locator("#panel .stages .taken").inner_text().startswith("投产")
    assert seeds_page.page.locator("#panel .course mark").first.is_visible()


def test_a_person_is_told_by_posts_and_by_events_with_those_who_were_there(seeds_page):
    seeds_page.open("#sel=" + seeds_page.id_of(PERSON))
    assert "管委会主任" in seeds_page.page.locator("#panel .career").inner_text()
    met = seeds_page.page.locator("#panel .encounters li", has_text="深圳华侨城福美投资").first.inner_text()
    assert "程正伟" in met
    assert "来宾" in met


def test_a_page_of_its_own_is_in_the_hash_and_goes_back(seeds_page):
    seeds_page.open("#sel=" + seeds_page.id_of(PERSON))
    beside = seeds_page.page.locator("#panel").bounding_box()["width"]
    seeds_page.page.click("#widen")
    seeds_page.settle()
    assert seeds_page.page.locator("#panel").bounding_box()["width"] > 2.5 * beside
    seeds_page.page.reload()
    seeds_page.page.wait_for_selector("html[data-ready]")
    assert seeds_page.page.locator("#panel").bounding_box()["width"] > 2.5 * beside
    seeds_page.page.locator("#panel .encounters a").first.click()
    seeds_page.settle()
    assert seeds_page.page.locator("#panel h1").inner_text() != PERSON
    seeds_page.page.go_back()
    seeds_page.settle()
    seeds_page.page.click("#widen")
    seeds_page.settle()
    assert seeds_page.page.locator("#panel").bounding_box()["width"] == beside


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_story_fits_a_phone(chromium, written, language):
    explorer = Explorer(chromium, written("seeds", lambda: corpus(SEEDS)), size=(390, 844)).open()
    for name in (PERSON, PROJECT):
        explorer.open(f"#w=1&l={language}&sel=" + explorer.id_of(name))
        assert explorer.page.evaluate("document.documentElement.scrollWidth") <= 390
        assert explorer.page.evaluate("(panel => panel.scrollWidth - panel.clientWidth)(document.getElementById('panel'))") <= 0
    assert explorer.errors == []
    explorer.leave()
