"""Who with whom and the communities in Debian's Chromium: names are written, in the window, on no other, also on a phone."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Explorer
from tests.oracle import SEEDS, corpus

pytestmark = pytest.mark.browser
LABELS = """(() => {
    const at = explorer.place(0, 0), { left, right } = document.getElementById("canvas").getBoundingClientRect();
    return explorer.labels().map(({ of, font, box }) =>
        ({ of, font, isIn: at.x + box.left >= left && at.x + box.right <= right, box: [box.left, box.top, box.right, box.bottom] }));
})()"""


@pytest.mark.parametrize("size", [(1400, 900), (390, 844)], ids=["laptop", "phone"])
@pytest.mark.parametrize("view", ["v=who", "grp=1"])
def test_names_are_written_in_the_window_and_off_one_another(chromium, written, size, view):
    explorer = Explorer(chromium, written("seeds", lambda: corpus(SEEDS)), size=size).open("#" + view)
    labels = explorer.page.evaluate(LABELS)
    boxes = [label["box"] for label in labels]
    assert len(explorer.shown()) > 20
    assert len(labels) >= 0.95 * len(explorer.shown())
    assert all(label["font"] >= 12 and label["isIn"] for label in labels)
    assert not [
        (a, b)
        for i, a in enumerate(boxes)
        for b in boxes[:i]
        if min(a[2], b[2]) - max(a[0], b[0]) > 0.5 and min(a[3], b[3]) - max(a[1], b[1]) > 0.5
    ]
    explorer.leave()


@pytest.mark.parametrize("size", [(1400, 900), (1920, 1080), (768, 1024), (390, 844)], ids=["laptop", "wide", "tablet", "phone"])
def test_everything_in_the_first_view_is_named(chromium, written, size):
    explorer = Explorer(chromium, written("seeds", lambda: corpus(SEEDS)), size=size).open()
    labels = explorer.page.evaluate(LABELS)
    assert len(labels) == len(explorer.shown()) > 20
    assert all(label["isIn"] for label in labels)
    explorer.leave()


def test_all_tabs_are_in_the_window_of_a_phone_in_both_languages(chromium, written):
    explorer = Explorer(chromium, written("seeds", lambda: corpus(SEEDS)), size=(390, 844))
    for language in ("zh", "en"):
        explorer.open("#l=" + language)
        tabs = explorer.page.evaluate(
            "(({ clientWidth, scrollWidth }) => [clientWidth, scrollWidth])(document.querySelector('.tabs'))",
        )
        assert tabs[1] <= tabs[0], language
    explorer.leave()


def test_a_phone_draws_the_chosen_path_of_a_trace_alone(chromium, written):
    explorer = Explorer(chromium, written("seeds", lambda: corpus(SEEDS)), size=(390, 844)).open()
    people = explorer.page.evaluate("explorer.model.nodes.filter(n => n.type === 'person').sort((a, b) => b.links.length - a.links.length)")
    explorer.open(f"#v=trace&a={people[0]['id']}&b={people[1]['id']}")
    paths = explorer.page.evaluate("explorer.tracedPaths().map(({ nodes }) => nodes)")
    assert len(paths) > 1
    for number, path in enumerate(paths[:2]):
        explorer.page.evaluate(f"explorer.go({{ path: '{number}' }})")
        explorer.settle()
        assert set(explorer.page.evaluate("explorer.scene().nodes.map(({ id }) => id)")) == set(path)
    explorer.leave()
