"""Windows of lines, two-layer scores: the same numbers whatever else is read."""

from __future__ import annotations

import numpy as np

from kg.text.learned import net


def test_a_window_holds_neighbours_and_zeros_beyond_the_ends() -> None:
    rows = np.arange(1, 6, dtype=np.float32)[:, None]
    assert net.windowed(rows, 1)[0].tolist() == [0, 0, 1, 2, 3]
    assert net.windowed(rows, 2)[2].tolist() == [0, 1, 3, 5, 0]


def network(last: float) -> net.Weights:
    one, zero = np.ones((1, 1), np.float32), np.zeros(1, np.float32)
    return {
        "x.mean": zero,
        "x.scale": np.ones(1, np.float32),
        "x.w0": one,
        "x.b0": zero,
        "x.w1": 2 * one,
        "x.b1": zero,
        "x.w2": one,
        "x.b2": zero + np.float32(last),
    }


def test_a_score_is_what_its_arrays_say() -> None:
    assert net.score_of(network(1), "x", np.array([[3.0], [-3.0]], np.float32)).tolist() == [7.0, 1.0]


def test_a_score_of_several_networks_is_their_mean() -> None:
    both = {name: np.stack([network(1)[name], network(4)[name]]) for name in network(1)}
    assert net.score(both, "x", np.array([[3.0], [-3.0]], np.float32)).tolist() == [8.5, 2.5]


def test_weights_are_small() -> None:
    assert sum(array.size for array in net.weights().values()) < 1_000_000
