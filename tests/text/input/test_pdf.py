"""Articles printed by Chromium come back whole through the PDF reader, and every character of them has its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import Span
from kg.text.articles import read_page
from kg.text.input.pages import load
from tests.text.factory import body
from tests.text.input.chromium import articles_of, as_html, print_to_pdf

pytest.importorskip("pypdfium2")
pytestmark = pytest.mark.browser


@pytest.mark.parametrize("page", ["p01", "p05"])
def test_articles_in_three_columns_come_back_whole(tmp_path: Path, page: str) -> None:
    articles = articles_of(page)
    printed = print_to_pdf(as_html(articles, columns=3), tmp_path / "page.pdf")
    found = {body(a)[:20]: (a.headline, body(a)) for p in load(printed) for a in read_page(p).articles}
    for article in articles:
        paragraphs = ["".join(p.split()) for p in article["body"]]
        whole = next((text for text in paragraphs if "报记者" not in text[:8]), "")
        headline, read = found[whole[:20]]
        assert headline == ("".join(article["headline"].split()) if article["headline"] else None)
        assert all(p in read for p in paragraphs if not p.startswith(("本报记者", "（")) and not p.endswith(("摄", "）")))


STORY = "11月6日，河州市举行重点项目集中开工仪式。"
BANNERS = ("一城一策一体推进", "一业一证，“一”改到底", "二〇三〇年一期")


def test_a_banner_of_large_type_keeps_its_thin_characters_and_its_boxes_are_as_high_as_the_type(tmp_path: Path) -> None:
    sizes = (40, 90, 120)
    banners = "".join(f"<h1 style='font-size:{size}px;margin:0'>{line}</h1>" for size, line in zip(sizes, BANNERS, strict=True))
    markup = f"<meta charset=utf-8><style>@page{{size:A3;margin:1cm}}div{{column-count:4}}</style>{banners}<div>{STORY * 20}</div>"
    (page,) = load(print_to_pdf(markup, tmp_path / "page.pdf"))
    assert page.sheet is not None
    for size, line in zip(sizes, BANNERS, strict=True):
        assert line in page.text.split("\n")
        at = page.text.index(line)
        for n in range(len(line)):
            ((_, box),) = page.sheet.boxes([Span(at + n, at + n + 1)])
            assert box.height == pytest.approx(size * 0.75 * 4, rel=0.15)


def test_text_on_a_cropped_and_turned_page_stands_where_the_page_shows_it(tmp_path: Path) -> None:
    import pypdfium2

    upright = print_to_pdf(f"<meta charset=utf-8><p style='margin:100px 200px;font-size:40px'>{STORY}</p>", tmp_path / "page.pdf")
    document = pypdfium2.PdfDocument(upright)
    document[0].set_cropbox(20, 30, 580, 760)
    document[0].set_rotation(90)
    document.save(tmp_path / "turned.pdf")
    (page,) = load(tmp_path / "turned.pdf")
    assert page.sheet is not None
    drawn = document[0].render(scale=1).to_pil().convert("L")
    assert (page.sheet.width, page.sheet.height) == pytest.approx((drawn.width * 4, drawn.height * 4), abs=4)
    strips = list(page.sheet.strips())
    whole = strips[0].box
    for strip in strips:
        whole |= strip.box
    ink = drawn.point(lambda level: 255 if level < 128 else 0).getbbox()
    assert ink is not None
    assert (whole.left / 4, whole.top / 4, whole.right / 4, whole.bottom / 4) == pytest.approx(ink, abs=9)
