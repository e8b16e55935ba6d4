"""Blocks of a picture, which has no order of its own, are read as a reader would."""

from __future__ import annotations

import pytest

from kg.text.input.reading_order import in_order
from kg.text.input.turned import Box


def block(name: str, left: float, top: float, right: float, bottom: float) -> list[Box]:
    return [Box(name, 0, left, bottom, right, top)]


def order(*blocks: list[Box]) -> str:
    return "".join(each[0].text for each in in_order(blocks))


PAGES = {
    "columns": ((("b", 110, 900, 200, 500), ("a", 0, 880, 100, 0), ("c", 110, 480, 200, 0)), "abc"),
    "a headline over two columns": ((("h", 0, 1000, 200, 950), ("b", 110, 940, 200, 500), ("a", 0, 940, 100, 500)), "hab"),
    "a banner between two stories": (
        (("d", 110, 400, 200, 0), ("b", 110, 900, 200, 600), ("m", 0, 560, 200, 500), ("c", 0, 400, 100, 0), ("a", 0, 900, 100, 600)),
        "abmcd",
    ),
    "a story beside another": (
        (
            ("k", 220, 1000, 420, 950),
            ("c", 220, 940, 320, 0),
            ("d", 330, 940, 420, 0),
            ("h", 0, 1000, 200, 950),
            ("a", 0, 940, 100, 0),
            ("b", 110, 940, 200, 0),
        ),
        "habkcd",
    ),
    "columns that overlap by a hair": ((("a", 0, 900, 104, 0), ("b", 100, 950, 200, 0)), "ab"),
}


@pytest.mark.parametrize(("blocks", "expected"), PAGES.values(), ids=PAGES.keys())
def test_blocks_are_read_in_order_whatever_order_they_come_in(blocks, expected) -> None:
    assert order(*(block(*each) for each in blocks)) == expected
    assert order(*(block(*each) for each in reversed(blocks))) == expected


def test_blocks_that_surround_one_another_are_all_kept() -> None:
    ring = [block(name, x, y + 60, x + 60, y) for name, x, y in (("a", 0, 0), ("b", 50, 50), ("c", 100, 0), ("d", 50, -50))]
    assert sorted(order(*ring)) == list("abcd")
