"""Rows of a table are text, whatever their lines look like."""

from __future__ import annotations

from kg.text.layout.labels import tabled
from kg.text.learned.segments import read_sheet


def rows(text: str) -> list[str]:
    lines = read_sheet(text).lines
    starts = tabled(lines)
    return [line.text for line in lines if line.start in starts]


def test_lines_of_as_many_words_far_apart_are_rows() -> None:
    assert rows("公示\n序号　　姓名　　单位　　职务\n1　　程远　　青石港务局　　副局长\n") == ["序号姓名单位职务", "1程远青石港务局副局长"]


def test_a_headline_set_wide_and_a_row_alone_are_none() -> None:
    assert rows("深　　化　　改　　革\n再　　上　　台　　阶\n") == []
    assert rows("序号　　姓名　　单位　　职务\n青石港务局昨日开会。\n") == []


def test_words_that_the_next_line_has_too_make_rows_where_one_space_parts_them() -> None:
    text = "泵站 水务局 总投资 3 亿元 累计完成 1 亿元\n书屋 图书馆 总投资 2 亿元 累计完成 1 亿元\n"
    assert len(rows(text)) == 2
    assert rows("截至 10 月底， 全市完成投资 3 亿元\n去年 10 月底， 全市完成投资 2 亿元\n") == []


def test_one_wide_space_parts_cells_too() -> None:
    assert len(rows("序号　姓名　单位　职务\n1　程远　青石港务局　副局长\n")) == 2
