"""The timeline and the map of places in Debian's Chromium. The corpus is the gold of the seeds."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Explorer
from tests.oracle import SEEDS, corpus

pytestmark = pytest.mark.browser
CITY = "许昌市"


def test_the_timeline_tells_unknown_years_apart_and_jumps_by_month(seeds_page):
    seeds_page.page.click("#view-time")
    seeds_page.settle()
    headings = seeds_page.page.locator("#time h2").all_inner_texts()
    assert headings[0].startswith("2020年")
    assert any("2月（年份不明）" in heading for heading in headings)
    assert headings[-1].startswith("日期不明")
    assert len(headings) == seeds_page.page.locator("#time .months button").count()
    seeds_page.page.locator("#time .months button").last.focus()
    seeds_page.page.keyboard.press("Enter")
    assert "日期不明" in seeds_page.page.evaluate("document.activeElement.textContent")


def test_the_timeline_opens_quotes_and_follows_the_filters(seeds_page):
    seeds_page.open("#v=time")
    line = seeds_page.page.locator("#time li", has_text="会见·深圳华侨城福美投资").first
    line.locator("summary").first.click()
    seeds_page.settle()
    assert line.locator("mark").first.is_visible()
    assert "程正伟" in line.inner_text()
    seeds_page.open("#v=time&ht=event")
    assert "会见·" not in seeds_page.page.locator("#time").inner_text()
    seeds_page.open("#v=time&conf=100")
    assert "没有符合" in seeds_page.page.locator("#time").inner_text()


def test_what_is_opened_from_a_view_of_words_stands_beside_it(seeds_page):
    for view in ("time", "place"):
        seeds_page.open("#v=" + view)
        seeds_page.page.locator(f"#{view} a.thing").first.click()
        seeds_page.settle()
        assert f"v={view}" in seeds_page.page.url
        assert seeds_page.page.locator("#panel h1, #panel article").first.is_visible()


def test_places_tell_what_a_page_states_from_what_is_only_seen_there(seeds_page):
    seeds_page.page.click("#view-place")
    seeds_page.settle()
    city = seeds_page.page.locator(".areas > .area", has=seeds_page.page.locator("h3", has_text=CITY))
    text = city.inner_text()
    assert city.locator(".placed.stated", has_text="扶贫光伏电站项目").first.is_visible()
    assert "未说在哪里，见于此地的报道" in text
    assert seeds_page.page.evaluate(
        """[...document.querySelectorAll('#place .seen .placed')].every(placed =>
            explorer.model.nodes.some(n => n.seenIn && n.at?.[1] === 'seen' && placed.textContent.startsWith(n.name.slice(0, 8))))"""
    )
    button = seeds_page.page.locator("#place .sketch button", has_text="河南")
    button.click()
    assert "河南省" in seeds_page.page.evaluate("document.activeElement.textContent")


@pytest.mark.parametrize("size", [(390, 844), (1920, 1080)], ids=["phone", "wide"])
@pytest.mark.parametrize("view", ["time", "place"])
def test_views_of_words_fit_their_window(chromium, written, view, size):
    explorer = Explorer(chromium, written("seeds", lambda: corpus(SEEDS)), size=size).open()
    for language in ("zh", "en"):
        explorer.open(f"#v={view}&l={language}")
        assert explorer.page.evaluate("document.documentElement.scrollWidth") <= size[0]
        assert explorer.page.evaluate(f"(sheet => sheet.scrollWidth - sheet.clientWidth)(document.getElementById('{view}'))") <= 0
    assert explorer.errors == []
    explorer.leave()
