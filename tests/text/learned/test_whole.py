"""What a first arrangement adds: who else could stand there, what lies between, which headings two parts of the page have in common."""

from __future__ import annotations

import numpy as np
import pytest

from kg.text.learned import net, whole
from kg.text.learned.chains import odds
from kg.text.learned.fragments import TEXT, of, read_fragments
from kg.text.learned.joins import read_joins
from kg.text.learned.segments import read_sheet

PAGE = """青石港二号泊位昨起试靠

　　昨天清晨六点，青石港二号泊位
靠上第一条散货船。船长吕沛把缆绳
抛上岸时，岸上响起一阵掌声。

老街书屋夜里也开门

　　从这个月起，老街书屋每晚开到
十点。管书的罗向晚今年六十二岁，
他把自家的台灯也搬了来。

　　这个泊位能靠三万吨级货轮，青石港
去年三月动工，总投资二点八亿元。
"""
DRAFT = whole.Draft.of([[0, 2], [1], [3]])


def test_a_story_knows_the_run_after_and_before_each_run_and_its_first() -> None:
    assert [each.tolist() for each in (DRAFT.after, DRAFT.before, DRAFT.number, DRAFT.first)] == [
        [2, -1, -1, -1],
        [-1, -1, 0, -1],
        [0, 1, 0, 2],
        [0, 1, 0, 3],
    ]


def test_the_rival_of_the_best_is_the_second_and_of_all_others_the_best() -> None:
    assert whole.rival(np.array([[1.0, 5.0, 3.0]], np.float32)).tolist() == [[5.0, 3.0, 5.0]]


@pytest.mark.parametrize(
    ("left", "right", "inside", "foreign"),
    [(0, 1, 1.0, 0.0), (0, 2, 1.0, 1.0), (0, 3, 0.5, 0.5), (3, 0, 0.5, 0.5)],
    ids=["nothing between", "a whole story", "a story and a part of its own", "the same from below"],
)
def test_what_lies_between_two_runs_is_a_whole_story_or_not(left: int, right: int, inside: float, foreign: float) -> None:
    found = whole.between(DRAFT, np.array([left], np.int32), np.array([right], np.int32))
    assert found.tolist() == [[inside, foreign]]


def test_two_parts_under_one_heading_agree_and_parts_under_two_do_not() -> None:
    said = np.array([[1, 0], [0, 1], [0.9, 0]], np.float32)
    left, right = np.array([0, 0], np.int32), np.array([2, 1], np.int32)
    agree, same, *_ = whole.entitled(said, (said, said), np.zeros((3, 2), np.float32), left, right).T
    assert agree[0] > 0.9 > 0.1 > agree[1]
    assert same.tolist() == [1.0, 0.0]


@pytest.mark.parametrize("text", [PAGE, "只有一行字。", "没有标题的一段话，\n第二行。\n\n\n另一段话开始。"])
def test_every_join_and_every_run_has_as_many_numbers_as_the_networks_ask(text: str) -> None:
    every, w = read_fragments(read_sheet(text), net.weights()), net.weights()
    texts = of(TEXT, every)
    joins = read_joins(texts, every)
    again = whole.read_again(texts, every, joins, odds(joins, w))
    assert again.ends.shape == (len(texts), w[f"end{whole.SECOND}.mean"].shape[-1])
    assert not len(joins.left) or again.pairs.shape == (len(joins.left), w[f"join{whole.SECOND}.mean"].shape[-1])
    assert np.isfinite(again.pairs).all()
    assert np.isfinite(again.ends).all()
