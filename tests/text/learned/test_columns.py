"""Columns that stand side by side are read one below the other."""

from __future__ import annotations

from kg.text.layout.lines import read_lines
from kg.text.learned.columns import unfold

TWO = """\
　　市水务局昨日启用的新　　　港务公司上月吞吐量比
泵站日供水四万吨，城西　　　去年同月增长一成二，
的水压从此不再低。　　　　　创下历年新高。
"""


def unfolded(text: str) -> list[str]:
    return [line.text for line in unfold(read_lines(text), 0)[0]]


def test_the_right_column_comes_after_the_left_one() -> None:
    left = ["市水务局昨日启用的新", "泵站日供水四万吨，城西", "的水压从此不再低。"]
    assert unfolded(TWO) == [*left, "港务公司上月吞吐量比", "去年同月增长一成二，", "创下历年新高。"]


def test_the_left_column_goes_on_beneath_until_its_sentence_ends() -> None:
    text = TWO.replace("的水压从此不再低。　　　　　", "的水压从此不再低，夜里　　　") + "也洗得成澡。\n夜市开张\n"
    assert unfolded(text)[2:5] == ["的水压从此不再低，夜里", "也洗得成澡。", "港务公司上月吞吐量比"]
    assert unfolded(text)[-1] == "夜市开张"


def test_short_halves_belong_to_the_columns_that_they_line_up_with() -> None:
    text = "老 渡　　　　　　　　　　　　（柳 岸）\n" + TWO.replace("　　市水务局", "供水的市水务局")
    lines = unfolded(text.replace("供水的市水务局昨日启用的新　　　", "供水的市水务局昨日启用　　　"))
    assert (lines[0], lines[4]) == ("老渡", "（柳岸）")


def test_a_line_of_the_right_column_alone_is_its_own() -> None:
    assert unfolded(TWO + "　　　　　　　　　　　　　　（柳 岸）\n市水文站测得\n")[-2:] == ["（柳岸）", "市水文站测得"]


def test_lists_side_by_side_are_rows_in_the_order_of_their_columns() -> None:
    text = "一、先进集体    二、先进工作者\n市水务局泵站    程远 市港务局调度员\n市图书馆外借部    柳岸 老街书屋管理员\n"
    lines, _ = unfold(read_lines(text), 0)
    assert [line.text for line in lines][:4] == ["一、先进集体", "市水务局泵站", "市图书馆外借部", "二、先进工作者"]
    assert {line.row for line in lines} == {"cells"}


def test_rows_of_labels_stay_rows() -> None:
    rows = (
        "招标人：青石港务局　　　招标代理：青石招标公司",
        "报价：一千二百万元　　　　项目经理：程远先生",
        "工期：二百四十天　　　　　监督部门：市交通局",
    )
    text = "\n".join(rows)
    assert unfolded(text)[:2] == ["招标人：青石港务局", "招标代理：青石招标公司"]


def test_two_lines_with_a_gutter_are_cut_where_they_stand() -> None:
    assert unfolded("抢修不停电线路  情暖敬老院老人\n泵站昨起供水了  书屋夜里也开门\n")[:2] == ["抢修不停电线路", "情暖敬老院老人"]


def test_one_line_with_a_gap_stays_whole() -> None:
    assert unfolded("抢修不停电线路  情暖敬老院老人\n本报讯 昨日，市供电公司到敬老院检修线路。")[0] == "抢修不停电线路情暖敬老院老人"


def test_every_character_keeps_its_offset() -> None:
    lines, *_ = unfold(read_lines(TWO), 0)
    assert sorted(at for line in lines for at in line.chars.offsets) == [at for at, c in enumerate(TWO) if not c.isspace()]
    assert all(TWO[at] == c for line in lines for at, c in zip(line.chars.offsets, line.chars.text, strict=True))


def test_a_paragraph_of_the_right_column_is_still_set_in() -> None:
    lines, _ = unfold(read_lines(TWO.replace("　　　港务公司上月吞吐", "　　　　　港务公司上月吞")), 0)
    assert next(line for line in lines if line.text.startswith("港务公司")).is_indented
    assert not next(line for line in lines if line.text.startswith("去年同月")).is_indented
