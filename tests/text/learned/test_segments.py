"""Lines that two columns share are two lines; nothing is lost."""

from __future__ import annotations

from kg.text.layout.lines import read_lines
from kg.text.learned.segments import across, read_sheet

BESIDE = "市水务局昨日启用新泵站   港务公司上月吞吐量增长\n日供水能力达到四万吨   一成二，创下历年新高\n"


def test_two_columns_on_one_line_are_two_lines() -> None:
    assert [line.text for line in across(read_lines(BESIDE))][:2] == ["市水务局昨日启用新泵站", "港务公司上月吞吐量增长"]


def test_one_line_with_a_gap_stays_whole() -> None:
    first, *_ = across(read_lines("抢修不停电线路  情暖敬老院老人\n本报讯 昨日，市供电公司到敬老院检修线路。"))
    assert first.text == "抢修不停电线路情暖敬老院老人"


def test_every_character_is_in_one_line() -> None:
    offsets = [at for line in read_sheet(BESIDE).lines for at in line.chars.offsets]
    assert sorted(offsets) == [at for at, c in enumerate(BESIDE) if not c.isspace()]
