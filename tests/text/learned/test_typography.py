"""What the setting of a page settles stands, whatever a network makes of the line."""

from __future__ import annotations

import numpy as np
import pytest

from kg.text.learned.lines import KINDS
from kg.text.learned.segments import read_sheet
from kg.text.learned.typography import briefs, settled, signatures


def kinds(text: str, told: str) -> list[str]:
    """The kinds of a page's lines if a network were sure of those that ``told`` names by their first letters."""
    sheet, names = read_sheet(text), {name[0]: name for name in KINDS}
    logits = np.zeros((len(sheet.lines), len(KINDS)), np.float32)
    for at, letter in enumerate(told):
        logits[at, KINDS.index(names[letter])] = 5.0
    return [KINDS[at] for at in settled(sheet, logits).argmax(1)]


@pytest.mark.parametrize(
    "line", ["（市妇联 2011年3月2日）", "（数据来源：市统计局 截至2011年2月）", "（2011年3月2日市人大常委会第三次会议通过）"]
)
def test_whose_a_notice_is_and_of_what_day_is_a_subhead(line: str) -> None:
    assert kinds(f"泵站昨日启用，城西水压不再低。\n{line}\n", "bb")[1] == "subhead"


def test_other_words_in_brackets_are_no_heading() -> None:
    assert kinds("泵站昨日启用，城西水压不再低。\n（右图为泵站）\n", "bh")[1] != "headline"


@pytest.mark.parametrize(("line", "kind"), [("温 良", "byline"), ("老 渡", "byline"), ("通 告", "headline"), ("温良恭", "headline")])
def test_a_name_set_apart_under_a_heading_is_who_wrote(line: str, kind: str) -> None:
    assert kinds(f"过日子好比行船\n{line}\n船到桥头，未必都直。\n", "hhb")[1] == kind


def test_what_stands_over_a_subhead_with_a_dash_is_a_headline() -> None:
    assert kinds("路灯为什么不亮？\n——问市政工程处\n", "bs")[0] == "headline"
    assert kinds("他说，灯是好灯，\n——就是没人管。\n", "bs")[0] == "body"


def test_a_name_and_a_date_under_the_last_sentence_sign_a_notice() -> None:
    assert signatures(read_sheet("停水期间请提前蓄水。\n青石自来水公司\n二〇一一年三月二日\n夜市开张\n")) == {1, 2}
    assert signatures(read_sheet("夜市开张\n青石自来水公司\n二〇一一年三月二日\n")) == frozenset()


def test_rows_are_text() -> None:
    text = "泵站 水务局 总投资 3 亿元 累计完成 1 亿元\n书屋 图书馆 总投资 2 亿元 累计完成 1 亿元\n"
    assert set(kinds(text, "hh")) <= {"body", "caption"}


def test_the_words_that_close_a_notice_are_no_heading() -> None:
    assert kinds("凡申请者请向港务局报名。\n特此公告\n", "bh")[1] != "headline"


BRIEFS = """港城短波
●市水务局昨日启用新泵站，城西的水压从此不再低，夜里也洗得成澡。
●老街书屋从这个月起每晚开到十点，管书的把自家的台灯也搬了来。
"""


def opened(text: str, told: str) -> frozenset[int]:
    """The numbers of the lines at which briefs begin if a network were sure of the kinds that ``told`` names."""
    sheet, names = read_sheet(text), {"h": "headline", "b": "body"}
    logits = np.zeros((len(sheet.lines), len(KINDS)), np.float32)
    for at, letter in enumerate(told):
        logits[at, KINDS.index(names[letter])] = 5.0
    return briefs(sheet, logits)


def test_every_bullet_under_the_name_of_a_column_opens_a_brief() -> None:
    assert opened(BRIEFS, "hbb") == {1, 2}


def test_a_list_in_a_story_and_entries_of_a_list_are_no_briefs() -> None:
    assert opened(BRIEFS.replace("港城短波", "书记在会上说，今年要办好两件实事。"), "bbb") == frozenset()
    assert opened("港城名录\n●市水务局\n●老街书屋\n●港务公司。\n", "hbbb") == frozenset()
