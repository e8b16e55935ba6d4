"""Text set down the page, or turned, is read along its lines and makes no words across them."""

from __future__ import annotations

import pytest

from kg.text.input.pdf import arranged
from kg.text.input.turned import Box

SIZE = 10


def box(character: str, index: int, x: float, y: float) -> Box:
    return Box(character, index, x, y, x + SIZE, y + SIZE, index)


def placed(lines: list[str], way: str, first: int = 0, at: tuple[float, float] = (100, 500)) -> list[Box]:
    """Set lines from a corner: "right" as usual, "down" from right to left, "up" from left to right."""
    found: list[Box] = []
    for number, line in enumerate(lines):
        for place, character in enumerate(line):
            along, across = place * SIZE, number * 1.3 * SIZE
            x, y = {"right": (along, -across), "down": (-across, -along), "up": (across, along)}[way]
            found.append(box(character, first + len(found), at[0] + x, at[1] + y))
    return found


@pytest.mark.parametrize("way", ["right", "down", "up"])
def test_lines_are_read_along_their_way(way: str) -> None:
    assert arranged(placed(["河州市举行重点", "项目开工仪式。"], way)).text == "河州市举行重点\n项目开工仪式。\n"


def test_a_line_set_down_beside_a_column_makes_no_words_with_it() -> None:
    body = placed(["河州市举行重点项目", "开工仪式市长宣布开", "工该项目总投资三亿"], "right")
    headline = placed(["电力公司调研"], "down", first=len(body), at=(190.0, 500.0))
    assert arranged(body + headline).text == "河州市举行重点项目\n开工仪式市长宣布开\n工该项目总投资三亿\n\n电力公司调研\n"


def test_short_lines_under_one_another_are_not_set_down() -> None:
    assert arranged(placed(["一", "二", "三"], "right")).text == "一\n二\n三\n"


@pytest.mark.parametrize("way", ["down", "up"])
def test_short_lines_after_one_set_down_or_up_are_read_as_it_is(way: str) -> None:
    assert arranged(placed(["河州市举行重点", "开", "工仪式"], way)).text == "河州市举行重点\n开\n工仪式\n"


def test_the_last_line_set_down_may_come_first_in_the_file() -> None:
    last, line = placed(["仪式"], "down", at=(87.0, 500.0)), placed(["河州市举行开工"], "down", first=2)
    assert arranged(last + line).text == "河州市举行开工\n仪式\n"


def test_a_line_that_runs_on_to_the_right_is_no_last_line_of_one_set_down() -> None:
    headline = placed(["电力公司调研"], "down", at=(90.0, 500.0))
    body = placed(["河州市举行重点"], "right", first=6, at=(77.0 - 13, 500.0))
    assert arranged(headline + body).text.split() == ["电力公司调研", "河州市举行重点"]


def test_a_quarter_turned_figure_stands_in_its_line_set_down() -> None:
    (line,) = [placed(["投资3亿元"], "down")]
    line[2] = Box("3", 2, -line[2].top, line[2].left, -line[2].bottom, line[2].right, 2, line[2].parts, turn=90)
    assert arranged(line).text == "投资3亿元\n"
