from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from kg.reader import decode, labels

Path = tuple[tuple[int, int, str], ...]


def every_path(scores: np.ndarray, layer: int, at: int = 0) -> Iterator[tuple[float, Path]]:
    """All well-formed paths of a text with their scores, by trying them one by one."""
    kinds = labels.LAYERS[layer]
    if at == len(scores):
        yield 0.0, ()
        return
    for score, rest in every_path(scores, layer, at + 1):
        yield scores[at, 0] + score, rest
        for k, kind in enumerate(kinds):
            yield scores[at, 4 + 4 * k] + score, ((at, at + 1, kind), *rest)
    for end in range(at + 2, len(scores) + 1):
        for score, rest in every_path(scores, layer, end):
            for k, kind in enumerate(kinds):
                own = scores[at, 1 + 4 * k] + scores[at + 1 : end - 1, 2 + 4 * k].sum() + scores[end - 1, 3 + 4 * k]
                yield own + score, ((at, end, kind), *rest)


@pytest.fixture(scope="module")
def windows() -> list[np.ndarray]:
    draw = np.random.default_rng(7)
    return [draw.normal(0, 2, (length, 3, labels.WIDTH)) for length in (4, 3)]


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("layer", [0, 1, 2])
def test_charts_agree_with_trying_every_path(windows: list[np.ndarray], number: int, layer: int) -> None:
    scores, chart = windows[number][:, layer], decode.charts(windows)[number][layer]
    paths = list(every_path(scores, layer))
    total = np.logaddexp.reduce([score for score, _ in paths])
    assert chart.before[-1] == pytest.approx(total)
    assert chart.after[0] == pytest.approx(total)
    assert chart.best == max(paths)[1]
    for start, end, kind in {span for _, path in paths[:4000:37] for span in path}:
        share = sum(np.exp(score - total) for score, path in paths if (start, end, kind) in path)
        assert chart.probability(start, end, kind) == pytest.approx(share, abs=1e-9)


def test_a_foreign_range_or_kind_has_no_probability(windows: list[np.ndarray]) -> None:
    chart = decode.charts(windows)[0][1]
    assert chart.probability(2, 2, "person") == 0
    assert chart.probability(0, 9, "person") == 0
    assert chart.probability(0, 1, "title") == 0


def test_windows_decoded_together_are_the_same_as_alone(windows: list[np.ndarray]) -> None:
    together = decode.charts(windows)
    for window, charts in zip(windows, together, strict=True):
        alone = decode.charts([window])[0]
        for one, other in zip(charts, alone, strict=True):
            assert one.best == other.best
            assert (one.before == other.before).all()
