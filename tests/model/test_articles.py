"""Where the cells of a table part in an article's text."""

from __future__ import annotations

import pytest

from tests.text.factory import read

TABLE = "项目进度\n\n{}\n{}\n"


def parted(*rows: str) -> list[str]:
    """The lines of the one article of a page, their cells parted by a bar."""
    (article,) = read(TABLE.format(*rows)).articles
    marked = "".join("|" * (at in article.cell_edges) + c for at, c in enumerate(article.text))
    return marked.strip().split("\n")[-2:]


def test_spaces_between_words_part_the_cells_of_a_row() -> None:
    one, other = "泵站工程 青石水务 总投资 3 亿元 累计完成 1 亿元 完工", "书屋工程 市图书馆 总投资 2 亿元 累计完成 1 亿元 装修"
    assert parted(one, other)[0] == "泵站工程|青石水务|总投资3亿元|累计完成1亿元|完工"


@pytest.mark.parametrize(
    "line",
    [
        "青 石 泵 站 昨 日 启 用，城西的水压从此不再低。",
        "青石泵站 昨日启用。城西 的水压 从此不再低。",
        "《办实事 开新局 见行动》活动昨日启动，",
    ],
)
def test_other_spaces_part_none(line: str) -> None:
    assert "|" not in "".join(parted(line, "市水务局的人说，这座泵站每天能供四万吨水。"))


def test_rules_part_cells_and_are_no_characters() -> None:
    one, other = "│泵站工程│青石水务│三亿元│完工│", "│书屋工程│市图书馆│二亿元│装修│"
    assert parted(one, other) == ["泵站工程|青石水务|三亿元|完工", "书屋工程|市图书馆|二亿元|装修"]
