"""Frames, widths and tables part what words alone would join."""

from __future__ import annotations

import math

import numpy as np
import pytest

from kg.text.layout.lines import read_lines
from kg.text.learned import net
from kg.text.learned.barriers import barriers, frames, width_of
from kg.text.learned.fragments import TEXT, of, read_fragments
from kg.text.learned.segments import read_sheet


@pytest.mark.parametrize(("upper", "lower"), [("┌──────┐", "└──────┘"), ("┏━━━━━━┓", "┗━━━━━━┛"), ("□□□□□□□□", "□□□□□□□□")])
def test_what_stands_between_two_edges_is_framed(upper: str, lower: str) -> None:
    assert frames(read_lines(f"泵站供水\n{upper}\n停水公告\n{lower}\n书屋开门\n")) == [0, 1, 1, 1, 0]


@pytest.mark.parametrize(
    "text", ["泵站\n────────\n书屋\n────────\n港口\n────────\n夜市\n", "泵站\n└──────┘\n书屋\n", "泵站\n——\n书屋\n——\n"]
)
def test_other_rules_frame_nothing(text: str) -> None:
    assert not any(frames(read_lines(text)))


def test_a_column_is_as_wide_as_its_full_lines() -> None:
    full = ["从此不再为水发愁人人", "都说这是一件好事情啊", "老街的书屋夜里也开门", "港口的泊位能靠三万吨"]
    assert width_of(read_lines("\n".join(["　　泵站昨起供水城西", *full, "的散货轮船，"]))) == 10
    assert math.isnan(width_of(read_lines("泵站昨起供水\n书屋夜里开门\n")))


NOTICE = """泵站昨日启用，城西的水压从此不再低，住高楼的人家夜里也洗得成澡了。

┌────────────┐
停水公告
因检修管道，明晨六时至八时停水，请各用户提前蓄水。
└────────────┘

市水务局的人说，这座泵站每天能供四万吨水，往后还要再添两台机组。
"""


def test_a_run_in_a_frame_goes_on_in_none_outside() -> None:
    sheet = read_sheet(NOTICE)
    every = read_fragments(sheet, net.weights())
    texts = of(TEXT, every)
    first, notice, last = (next(n for n, t in enumerate(texts) if word in t.text) for word in ("高楼", "管道", "机组"))
    against = barriers(texts, every, sheet)
    assert against[first, notice] > 0
    assert against[notice, last] > 0
    assert against[first, last] == 0


TABLE = """青石港昨日公布重点项目进度，泵站已经完工，书屋还在装修。

一季度项目进度

泵站工程 水务局 总投资 3 亿元 累计完成 1 亿元 完工
书屋工程 图书馆 总投资 2 亿元 累计完成 1 亿元 装修
泊位工程 港务局 总投资 5 亿元 累计完成 4 亿元 在建
"""


def test_a_table_under_its_heading_is_a_story_of_its_own() -> None:
    sheet = read_sheet(TABLE)
    every = read_fragments(sheet, net.weights())
    texts = of(TEXT, every)
    at = next(n for n, t in enumerate(texts) if "累计完成" in t.text)
    against = barriers(texts, every, sheet)
    assert np.isinf(against[at]).all()
    assert np.isinf(against[:, at]).all()
