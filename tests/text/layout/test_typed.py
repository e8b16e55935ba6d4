"""A text typed as one article is one article, its lines on top are its headings in their order, and who wrote it is no heading."""

from __future__ import annotations

import pytest

from kg.text.learned import net
from kg.text.masthead import Masthead, masthead
from tests.text.factory import read

BODY = """　　8月6日，青石县水厂扩建工程通水。县长岳鸣谦到场祝贺，白沙建筑公司经理罗向晚介绍了施工经过。
　　8月7日，岳鸣谦又到白沙镇察看管网，要求年底前接到每个村。
　　水厂日供水三万吨，能供全县一半人口。
"""
STORY = """老街书屋夜里开门

　　从这个月起，老街书屋每晚开到十点。
　　书屋里有四千册书，一半是街坊送的。
"""


@pytest.mark.parametrize(
    ("top", "headline", "others"),
    [
        ("青石县水厂扩建工程通水\n\n", "青石县水厂扩建工程通水", ()),
        ("一根管子接到家\n青石县水厂扩建工程通水\n——管网年底到村\n\n", "青石县水厂扩建工程通水", ("一根管子接到家", "——管网年底到村")),
        ("青石县水厂扩建工程通水\n岳鸣谦要求：年底前接到每个村\n\n", "青石县水厂扩建工程通水", ("岳鸣谦要求：年底前接到每个村",)),
        ("青石县水厂扩建工程\n中标候选人公示\n\n", "青石县水厂扩建工程中标候选人公示", ()),
        ("水龙头里为啥\n又有了自来水？\n\n", "水龙头里为啥又有了自来水？", ()),
        ("", None, ()),
    ],
)
def test_a_typed_article_is_one_with_its_headings_in_order(top: str, headline: str | None, others: tuple[str, ...]) -> None:
    (article,) = read(top + BODY).articles
    assert (article.headline, article.subheads) == (headline, others)
    assert article.text[article.body.start : article.body.end].startswith("8月6日")
    assert article.text[article.body.start : article.body.end].strip().endswith("一半人口。")


@pytest.mark.parametrize(
    "writer",
    ["江 离", "江离", "巴图尔（阳春农机总经理）", "本报记者 江离 发自白沙镇", "整理 江离", "（江离）", "（江离 罗晚秋）"],
)
def test_who_wrote_it_is_no_heading(writer: str) -> None:
    (article,) = read(f"青石县水厂扩建工程通水\n\n　　{writer}\n{BODY}").articles
    assert article.headline == "青石县水厂扩建工程通水"


def test_a_name_in_brackets_below_signs_the_text() -> None:
    (article,) = read(BODY + "　　（江 离）\n").articles
    assert (article.headline, [b.name for b in article.bylines]) == (None, ["江离"])


def test_rows_of_labels_are_text_and_the_name_over_a_date_signs() -> None:
    rows = "　　招标人：白沙镇人民政府\n　　监督部门：县水利局\n　　公示期：3天\n　　青石县招标中心\n　　二〇〇八年八月十六日\n"
    (article,) = read("中标候选人公示\n\n　　青石县水厂扩建工程开标，结果如下。\n" + rows).articles
    assert article.headline == "中标候选人公示"


@pytest.mark.parametrize(
    "text",
    [
        "青石县水厂通水\n\n"
        + BODY
        + "\n老街书屋夜里开门\n\n　　从这个月起，老街书屋每晚开到十点。\n　　书屋里有四千册书，一半是街坊送的。\n",
        "本报讯（记者 江离）" + BODY.strip() + "\n本报讯（记者 罗晚秋）" + BODY.strip().replace("8月", "9月"),
    ],
    ids=["two headings", "two openers"],
)
def test_two_stories_are_not_one(text: str) -> None:
    assert len(read(text).articles) == 2


@pytest.mark.parametrize("crosshead", ["管网年底到村", "二、管网年底到村", "（二）管网年底到村"])
def test_a_heading_between_paragraphs_without_white_space_is_a_crosshead(crosshead: str) -> None:
    first, second, third = BODY.splitlines(keepends=True)
    (article,) = read(f"青石县水厂扩建工程通水\n\n{first}{second}{crosshead}\n{third}").articles
    assert article.headline == "青石县水厂扩建工程通水"
    assert crosshead in article.text[article.body.start : article.body.end]


def test_a_sentence_with_a_telephone_is_text() -> None:
    (article,) = read("青石县水厂停水通知\n\n" + BODY + "　　抢修电话：0391-8810020。\n").articles
    assert article.text[article.body.start : article.body.end].strip().endswith("8810020。")


RECORD = "标题：青石县水厂扩建工程通水\n日期：2021年8月8日\n来源：河州日报\n作者：江离\n\n"


def test_an_archive_s_record_above_a_text_is_title_day_paper_and_writer() -> None:
    page = read(RECORD + BODY)
    (article,) = page.articles
    assert (article.headline, [b.name for b in article.bylines]) == ("青石县水厂扩建工程通水", ["江离"])
    assert masthead(RECORD + BODY) == Masthead("河州日报", "2021-08-08")
    assert {piece.text for piece in page.leftovers} >= {"标题：", "来源：河州日报"}


def test_a_text_from_the_web_is_one_article_with_its_crosshead() -> None:
    paragraphs = [line.strip() for line in BODY.strip().splitlines()]
    text = "\n\n".join(
        ["青石县水厂通水", "2021-08-08 08:12 来源：河州日报 作者：江离", *paragraphs, "管网到村", "据介绍，管网全长九公里。"]
    )
    (article,) = read(text).articles
    assert article.headline == "青石县水厂通水"
    assert "管网到村" in article.text[article.body.start : article.body.end]


def test_headings_of_markdown_and_rules_part_two_stories() -> None:
    one, other = read("# 青石县水厂通水\n\n" + BODY + "\n---\n\n# 老街书屋夜里开门\n\n" + STORY.partition("\n\n")[2]).articles
    assert (one.headline, other.headline) == ("青石县水厂通水", "老街书屋夜里开门")


def test_the_lines_of_many_stories_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []
    read_lines = net.read_lines
    monkeypatch.setattr(net, "read_lines", lambda *given: (calls.append(1), read_lines(*given))[1])
    text = "\n".join(f"青石县第{n}水厂通水\n\n　　8月{n}日，第{n}水厂通水，县长到场祝贺。\n　　水厂日供水三万吨。\n" for n in range(1, 9))
    assert len(read(text).articles) == 8
    assert len(calls) == 1
