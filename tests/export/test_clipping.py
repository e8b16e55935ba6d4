"""A clipping shows the printed lines of a quote with its words marked."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("PIL")
from PIL import Image

from kg.errors import ExportError
from kg.export.clipping import GAP, MARK, clipping
from kg.model import Page, Span
from kg.text.input.folders import is_own
from kg.text.input.pages import load
from tests.text.input.pictures import SIZE, STORY, drawn, instead, seen_in

OTHER = ["云岭望川重工有限公司与河州学院签约，", "共建齿轮箱研究中心。"]


@pytest.fixture
def printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Page, Path]:
    """A page of two columns as read from its picture."""
    instead(monkeypatch, seen_in([STORY, OTHER]))
    drawn([STORY, OTHER]).save(tmp_path / "page.png")
    (page,) = load(tmp_path / "page.png")
    return page, tmp_path / "page.png"


def cut(printed: tuple[Page, Path], *words: str) -> Any:
    page, path = printed
    spans = [Span(page.text.index(word), page.text.index(word) + len(word)) for word in words]
    return Image.open(io.BytesIO(clipping(page, spans, path)))


def marked(picture: Any) -> tuple[int, int, int, int]:
    """The box of what is marked."""
    red, _, blue = picture.split()
    bright = Image.eval(red, lambda level: 255 * (level > 200))
    found = Image.composite(Image.eval(blue, lambda level: 255 * (level < 120)), Image.new("L", picture.size), bright).getbbox()
    assert found is not None
    return found


def test_the_words_are_marked_and_stand_in_their_whole_line(printed: tuple[Page, Path]) -> None:
    picture = cut(printed, "清源\n水务")
    left, top, right, bottom = marked(picture)
    assert picture.width == pytest.approx(SIZE * 18 + 1.2 * (SIZE + 8), abs=2 * SIZE)
    assert bottom - top > 2 * SIZE
    assert right - left > 10 * SIZE
    assert top > SIZE
    assert picture.getpixel((5, 5)) == (255, 255, 255)


def test_a_single_word_is_marked_where_it_stands(printed: tuple[Page, Path]) -> None:
    left, _, right, _ = marked(cut(printed, "市长"))
    assert right - left == pytest.approx(2 * SIZE, abs=3)
    assert left == pytest.approx(SIZE * STORY[1].index("市长") + 0.6 * (SIZE + 8), abs=3)


def test_ink_stays_dark_under_the_mark(printed: tuple[Page, Path]) -> None:
    colours = {colour for _, colour in cut(printed, "市长").getcolors(1 << 20)}
    assert MARK in colours
    assert min(map(sum, colours)) < 60


def test_pieces_in_two_columns_are_set_below_one_another(printed: tuple[Page, Path]) -> None:
    one, other, both = cut(printed, "市长"), cut(printed, "研究中心"), cut(printed, "市长", "研究中心")
    assert both.height == one.height + GAP + other.height
    assert both.width == max(one.width, other.width)


def test_the_same_span_gives_the_same_bytes_and_is_never_input(printed: tuple[Page, Path], tmp_path: Path) -> None:
    page, path = printed
    data = clipping(page, [Span(0, 3)], path)
    assert data == clipping(page, [Span(0, 3)], path)
    (tmp_path / "clip.png").write_bytes(data)
    assert is_own(tmp_path / "clip.png")
    assert not is_own(path)


def test_what_has_no_printed_form_is_said_to_have_none(printed: tuple[Page, Path]) -> None:
    page, path = printed
    with pytest.raises(ExportError, match="no printed form"):
        clipping(Page("p1", "page.txt", page.text), [Span(0, 3)], path)
    with pytest.raises(ExportError, match="nothing printed"):
        clipping(page, [Span(len(page.text) - 1, len(page.text))], path)
