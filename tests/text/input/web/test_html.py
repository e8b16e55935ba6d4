"""Web pages of papers: Founder's tables, pages laid out as tables, tables of data, the line of day, source and author."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.pipeline import build

pytest.importorskip("trafilatura")

from kg.text.input.web.furniture import Dateline, dateline, is_furniture
from kg.text.input.web.html import WebArticle, read_html

ABOVE = (
    '<tr><td class="font02">日供水10万吨</td></tr><tr><td class="font01">城北水厂二期开工</td></tr>'
    '<tr><td class="font02">——河州市长邱明远出席</td></tr><tr><td>{credit}</td></tr>'
)
PROPERTIES = (
    "<!--enpproperty <articleid>12</articleid><date>2021-03-04 00:00:00:0</date><author>本报记者 田小禾<br>通讯员 李永</author>"
    "<title>&ldquo;城北水厂&rdquo;二期开工</title><subtitle/><introtitle>日供水10万吨</introtitle>-->"
)
STORY = "<P>　　3月3日，河州市城北水厂二期工程开工。该工程由河州水务集团有限公司投资建设。</P><P>　　工程预计2022年6月建成，邱明远说。</P>"


def page(credit: str, properties: str = "") -> str:
    return (
        "<html><head><title>河州日报数字报-城北水厂二期开工</title></head><body>"
        "<table><tr><td>第A01版：要闻</td><td><a href=x>上一版</a></td></tr></table>"
        f"<table>{ABOVE.format(credit=credit)}<tr><td>{properties}<div id=ozoom><founder-content>{STORY}</founder-content>"
        "</div></td></tr></table><table><tr><td>河州日报社版权所有</td></tr></table></body></html>"
    )


def lines(markup: str) -> tuple[list[str], WebArticle]:
    article = read_html(Path("page.html"), markup)
    return [line for line in article.text.splitlines() if line], article


def test_a_page_of_founders_is_its_headline_its_rows_and_its_paragraphs() -> None:
    found, article = lines(page("本报记者 田小禾 通讯员 李永"))
    assert found == [
        "城北水厂二期开工",
        "日供水10万吨",
        "——河州市长邱明远出席",
        "本报记者 田小禾 通讯员 李永",
        "3月3日，河州市城北水厂二期工程开工。该工程由河州水务集团有限公司投资建设。",
        "工程预计2022年6月建成，邱明远说。",
    ]
    assert (article.newspaper, article.date) == ("河州日报", None)


def test_what_founders_system_knows_of_an_article_stands_for_the_rows() -> None:
    found, article = lines(page("读者来信", PROPERTIES))
    assert found[:4] == ["“城北水厂”二期开工", "日供水10万吨", "本报记者 田小禾", "通讯员 李永"]
    assert "读者来信" not in found
    assert article.date == "2021-03-04"


@pytest.mark.parametrize("credit", ["本报记者 田小禾 通讯员 李永", "2021-03-04 作者：本报记者 田小禾 通讯员 李永"])
def test_the_byline_of_a_founder_page_is_read(credit: str, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(page(credit), encoding="utf-8")
    (read,) = build([path], workers=1, reader="fast").corpus.pages
    assert [(b.role, b.name) for b in read.articles[0].bylines] == [("记者", "田小禾"), ("通讯员", "李永")]
    assert not any("版权" in article.text or "上一版" in article.text for article in read.articles)


def test_a_day_told_in_the_text_is_not_the_pages() -> None:
    text = "河州市城北水厂二期工程预计2022年6月建成，由河州水务集团有限公司投资建设，有关负责人到会讲话。"
    assert lines(f"<html><body><h1>开工</h1><p>{text}</p><p>{text}</p></body></html>")[1].date is None


@pytest.mark.parametrize(
    ("line", "kept", "newspaper", "date"),
    [
        ("2021-03-04 08:30 来源：河州日报 作者：田小禾", "作者：田小禾", "河州日报", "2021-03-04"),
        ("2021年3月4日　来源：河州日报", "", "河州日报", "2021-03-04"),
        ("来源：网络 作者：记者 田小禾 编辑：李永", "记者 田小禾", None, None),
        ("作者：他说这是一次难得的机会。", "作者：他说这是一次难得的机会。", None, None),
    ],
)
def test_the_line_under_a_headline_gives_day_source_and_author(line: str, kept: str, newspaper: str | None, date: str | None) -> None:
    text = "3月3日，河州市城北水厂二期工程开工，该工程由河州水务集团有限公司投资建设，有关负责人到会讲话。"
    found, article = lines(f"<html><body><article><h1>水厂开工</h1><p>{line}</p><p>{text}</p><p>{text[5:]}</p></article></body></html>")
    assert found[1 : 2 + bool(kept)] == ([kept] if kept else []) + [text]
    assert (article.newspaper, article.date) == (newspaper, date)


def test_a_page_laid_out_in_cells_keeps_its_paragraphs() -> None:
    story = ["3月3日，河州高新区管委会与河州远山机械有限公司签约。", "总经理罗佩兰介绍，项目总投资2亿元，达产后年产值5亿元。"] * 2
    rows = "".join(f"<tr><td>{cell}</td></tr>" for cell in ("引进企业", "记者 田小禾 | 通讯员 李永", "<br/>　　".join(story)))
    found = lines(f"<html><body><table>{rows}</table></body></html>")[0]
    assert found[-4:] == story
    assert "记者 田小禾 | 通讯员 李永" in found


def test_the_rows_of_a_table_of_data_are_lines_of_cells() -> None:
    rows = (("姓名", "现任职务"), ("邱明远", "青河市教育局副局长"), ("罗佩兰", "青河市水利局总工程师"))
    table = "".join(f"<tr>{''.join(f'<td><p>{cell}</p></td>' for cell in row)}</tr>" for row in rows)
    text = "根据有关规定，现将市委研究决定的拟任职人选公示如下，公示期为2026年3月12日至3月18日，青河市委组织部受理反映。"
    found = lines(f"<html><body><h1>任前公示</h1><p>{text}</p><table>{table}</table><p>{text}</p></body></html>")[0]
    assert ["\t".join(row) for row in rows] == [line for line in found if "\t" in line]


@pytest.mark.parametrize(
    ("line", "is_the_sites"),
    [
        ("互联网新闻信息服务许可证 4112021000 豫ICP备05000000号", True),
        ("您当前的位置: 首页 > 时政", True),
        ("上一篇：河州市召开会议", True),
        ("打 印", True),
        ("首张经营许可证颁发", False),
        ("河州软件公司提供技术支持", False),
        ("版权所有者为河州日报社，转载须注明来源。", False),
        ("相关新闻发布会举行", False),
    ],
)
def test_a_line_of_the_sites_is_told_from_one_of_the_articles(line: str, is_the_sites: bool) -> None:
    assert is_furniture(line) is is_the_sites


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("2021-03-04 08:15:20 来源：河州日报 作者：田小禾 编辑：周敏", Dateline("2021-03-04", "河州日报", "田小禾")),
        ("发布时间：2021年3月4日08:15 信息来源：河州日报 浏览次数：123 字体：【大 中 小】", Dateline("2021-03-04", "河州日报")),
        ("2021年03月04日　　星期四", Dateline("2021-03-04")),
        ("2021年13月04日", Dateline()),
        ("公示期为2021年3月4日至3月10日", None),
        ("河州市水务局 2021年3月4日", None),
    ],
)
def test_a_line_of_day_source_and_author_is_read(line: str, read: Dateline | None) -> None:
    assert dateline(line) == read
