"""Of a web page the headline, the day, the paper and the whole text are read, and nothing else of the site, whatever its encoding."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import PageError
from kg.text.input.pages import load
from tests.text.input.web.layouts import ABOVE, BODY, FOOT, HEAD, LAYOUTS, NAV, OTHERS, RELATED, SECTIONS, page

pytest.importorskip("trafilatura")
AROUND = ("Founder in tables", "Founder in divisions", "kicker, second headline, authors")
"""Layouts that print more than the headline above the text."""


def write(folder: Path, markup: str, encoding: str = "utf-8", declared: str = "utf-8") -> Path:
    path = folder / "page.html"
    path.write_bytes(markup.replace("{charset}", declared).replace("{{", "{").replace("}}", "}").encode(encoding))
    return path


@pytest.mark.parametrize("kind", LAYOUTS)
@pytest.mark.parametrize(
    ("encoding", "declared"), [("utf-8", "utf-8"), ("gb18030", "gb2312"), ("gb18030", ""), ("gb18030", "utf-8"), ("utf-8", "gb2312")]
)
def test_an_article_is_read_whole_and_alone(kind: str, encoding: str, declared: str, tmp_path: Path) -> None:
    (read,) = load(write(tmp_path, LAYOUTS[kind], encoding, declared))
    lines = read.text.split("\n\n")
    assert lines[0] == HEAD
    assert tuple(line.strip() for line in lines[-3:]) == BODY
    assert (read.newspaper, read.date) == ("清江日报", "2021-03-04")
    for other in (*OTHERS, *SECTIONS, "版权", "许可证", "上一", "相关", "打印", "字号"):
        assert other not in read.text.replace("首页", "") or other in "".join(BODY)
    if kind in AROUND:
        assert [line for line in lines[1:-3] if line in ABOVE] == list(ABOVE)


@pytest.mark.parametrize("kind", LAYOUTS)
def test_a_traditional_page_in_big5_is_read(kind: str, tmp_path: Path) -> None:
    import opencc

    traditional = opencc.OpenCC("s2t").convert(LAYOUTS[kind])
    markup = "".join(character for character in traditional if character.encode("big5hkscs", "ignore"))
    (read,) = load(write(tmp_path, markup, "big5hkscs", "gb2312"))
    assert read.text.startswith("清江市城北水廠二期工程開工\n")
    assert "羅佩蘭出席開工儀式" in read.text


@pytest.mark.parametrize("head", ["清江市新版城市总体规划发布", "清江市织密织牢民生保障网"])
@pytest.mark.parametrize("kind", LAYOUTS)
def test_a_headline_may_end_like_the_name_of_a_site(kind: str, head: str, tmp_path: Path) -> None:
    (read,) = load(write(tmp_path, LAYOUTS[kind].replace(HEAD, head)))
    assert read.text.split("\n\n")[0] == head


def test_lines_that_trafilatura_cleans_or_leaves_out_stay(tmp_path: Path) -> None:
    text = [f"\u200b{BODY[0]}", "一", "名单如下\u200b", BODY[1], *"罗佩兰"]
    (read,) = load(write(tmp_path, page(HEAD, f"<h1>{HEAD}</h1>" + "".join(f"<p>{line}</p>" for line in text))))
    assert read.text.split("\n\n") == [HEAD, *text[:-1], "兰\n"]


def test_a_page_of_links_holds_no_article(tmp_path: Path) -> None:
    with pytest.raises(PageError, match="holds no article text"):
        load(write(tmp_path, page("清江新闻网", NAV + RELATED * 3 + FOOT)))


def test_a_sentence_full_of_links_and_the_cells_of_a_table_stay(tmp_path: Path) -> None:
    linked = "3月3日，<a>清江市</a><a>城北水厂</a><a>二期工程</a>开工，<a>清江市市长罗佩兰</a>出席<a>开工仪式</a>并宣布工程开工。"
    table = "<table><tr><td>姓名</td><td>职务</td></tr><tr><td>罗佩兰</td><td>清江市市长</td></tr></table>"
    (read,) = load(write(tmp_path, page(HEAD, f"{NAV}<h1>{HEAD}</h1><p>{linked}</p>{table}<p>{BODY[1]}</p><p>清江市水务局</p>{RELATED}")))
    assert read.text.split("\n\n")[1:] == [
        "3月3日，清江市城北水厂二期工程开工，清江市市长罗佩兰出席开工仪式并宣布工程开工。",
        "姓名\t职务\n罗佩兰\t清江市市长",
        BODY[1],
        "清江市水务局\n",
    ]


def test_a_fragment_without_body_is_read(tmp_path: Path) -> None:
    (read,) = load(write(tmp_path, f"<h1>{HEAD}</h1>" + "".join(f"<p>{line}</p>" for line in BODY)))
    assert read.text.split("\n\n")[0] == HEAD
    assert BODY[1] in read.text
