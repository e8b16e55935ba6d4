"""Which line of a story's headings is the headline where print decides."""

from __future__ import annotations

import numpy as np

from kg.text.layout.lines import read_lines
from kg.text.learned.fragments import HEAD, Fragment
from kg.text.learned.roles import glued

BODY = "泵站昨起供水，城西的水压从此不再低，住高楼的人家夜里也洗得成澡了。"


def told(text: str, headline: list[float]) -> list[int]:
    """The roles of heading lines all of which a network takes for headlines, as sure as ``headline`` says."""
    lines = read_lines(text)
    kinds = np.zeros((len(lines), 7), np.float32)
    group = Fragment(HEAD, lines, 0, len(lines) - 1, kinds.mean(0), kinds, -9.0, -9.0)
    logits = np.array([[0.0, sure, 0.0] for sure in headline], np.float32)
    return glued(np.ones(len(lines), np.int64), [group], logits, BODY).tolist()


def test_of_two_long_lines_the_likelier_is_the_headline() -> None:
    assert told("城西泵站昨日起正式供水\n住高楼的人家夜里也能洗澡了", [3.0, 1.0]) == [1, 2]
    assert told("老街书屋夜里也开门迎客\n城西泵站昨日起正式供水了", [1.0, 3.0]) == [0, 1]


def test_a_short_headline_may_break_over_two_lines() -> None:
    assert told("城里的水\n到底往哪儿排？", [3.0, 1.0]) == [1, 1]


def test_a_couplet_set_with_spaces_is_one_headline_and_the_line_below_none() -> None:
    assert told("一 桥 飞 架 东 西\n两 岸 从 此 同 城\n泵站也开了工", [2.0, 2.0, 1.5]) == [1, 1, 2]
