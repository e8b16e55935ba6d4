"""A line set down the page is cut between its characters."""

from __future__ import annotations

import pytest

pytest.importorskip("PIL")
from PIL import Image, ImageDraw

from kg.text.input.scanned.stacked import is_stacked, laid_flat


@pytest.mark.parametrize(("n", "pitch"), [(4, 40), (7, 40), (5, 56), (6, 44)])
def test_the_characters_are_counted_and_laid_side_by_side(n: int, pitch: int) -> None:
    line = Image.new("RGB", (44, n * pitch), "white")
    pen = ImageDraw.Draw(line)
    for number in range(n):
        pen.rectangle((4, number * pitch + 5, 40, (number + 1) * pitch - 6), outline="black", width=4)
    assert is_stacked(line)
    cells = laid_flat(line)
    assert round(cells.pitch) == pitch
    assert cells.strip.size == (44 * n, pitch)
    assert cells.of(44 * (n - 1) + 20) == ((n - 1) * pitch, n * pitch)


def test_a_line_that_runs_to_the_right_is_not_set_down() -> None:
    assert not is_stacked(Image.new("RGB", (200, 40)))
