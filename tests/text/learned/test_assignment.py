"""Each goes with one at most, and the whole is best."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest

from kg.text.learned import assignment
from kg.text.learned.assignment import matched


def gained(gain: np.ndarray, columns: list[int]) -> float:
    return sum(float(gain[row, column]) for row, column in enumerate(columns) if column >= 0)


@pytest.mark.parametrize("seed", range(20))
def test_no_other_choice_gains_more(seed: int) -> None:
    gain = np.random.default_rng(seed).normal(size=(5, 5)).astype(np.float32)
    best = max(sum(max(0.0, float(gain[row, column])) for row, column in enumerate(order)) for order in permutations(range(5)))
    assert gained(gain, matched(gain)) == pytest.approx(best, abs=1e-5)


def test_what_gains_nothing_goes_with_nothing() -> None:
    assert matched(np.array([[-1.0, 0.0], [2.0, -3.0]], np.float32)) == [-1, 0]


def test_parts_that_do_not_hang_together_are_settled_apart() -> None:
    linked = np.array([[1, 0, 0], [0, 1, 1], [0, 0, 0]], bool)
    assert assignment.parts(linked) == [([0], [0]), ([1], [1, 2])]


def test_of_more_than_can_be_weighed_the_best_pair_is_taken_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assignment, "LARGEST", 1)
    assert matched(np.array([[4.0, 5.0], [0.0, 4.5]], np.float32)) == [1, -1]
