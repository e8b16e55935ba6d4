"""Words at both edges of a cut tell whether the text reads on."""

from __future__ import annotations

import numpy as np
import pytest

from kg.text.learned import seams


def odds(left: str, *rights: str) -> list[float]:
    edges = seams.Edges([left], rights)
    return edges.read_on(np.zeros(len(rights), np.int32), np.arange(len(rights), dtype=np.int32)).tolist()


@pytest.mark.parametrize(
    ("left", "right", "other"),
    [
        ("双方解除合同，首付款由为船厂开立保", "函的银行退还给买方。", "该行动由三个部门联合开展。"),
        ("工程明年三月完工，届时列车可以直接开", "到港区的码头。", "下一步，全市将严查酒后驾驶。"),
        ("会议由市委副书记、", "市长主持，各县区负责人参加。", "亩产达到六百公斤。"),
    ],
)
def test_what_goes_on_reads_on_better_than_what_does_not(left: str, right: str, other: str) -> None:
    own, foreign = odds(left, right, other)
    assert own > 0 > foreign


def test_a_pair_is_read_alike_alone_and_among_others() -> None:
    rights = ["函的银行退还给买方。", "该行动由三个部门联合开展。", "到港区的码头。"]
    left = "双方解除合同，首付款由为船厂开立保"
    assert odds(left, *rights) == pytest.approx([odds(left, right)[0] for right in rights], abs=0.002)


def test_all_digits_are_alike_and_strange_characters_are_read() -> None:
    assert odds("总投资1", "6亿元。") == odds("总投资8", "3亿元。")
    assert len(odds("鿿鿾", "𠀀")) == 1


def test_no_pairs_are_no_odds() -> None:
    none = np.zeros(0, np.int32)
    assert seams.Edges([], []).read_on(none, none).shape == (0,)
