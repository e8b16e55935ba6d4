"""From scores of tags to spans: the best path, and how probable any span is.

A path is one of BIOES tags: outside, or a span of one kind from its begin to its end. All paths that are well formed count alike, so
that one pass over the characters needs no matrix of transitions: only what is outside, and for each kind what is inside. All windows
of a page and their three layers go through the pass side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kg.reader import labels

FAR = -1e9
MOST = max(len(kinds) for kinds in labels.LAYERS)


def log_sum(values: np.ndarray) -> np.ndarray:
    """Log of the sum of exponentials over the last axis."""
    top = values.max(-1)
    return np.asarray(top + np.log(np.exp(values - top[..., None]).sum(-1)))


@dataclass(frozen=True)
class Chart:
    """One layer of spans over one text of T characters: what is needed to say how probable a span is.

    ``before[i]`` is the log weight of all paths of the first ``i`` characters that end outside a span, ``after[i]`` of all that
    begin at ``i``; ``begin``, ``inside`` (summed up to each character), ``end``, ``single`` are the scores (T,K) of K kinds.
    """

    kinds: tuple[str, ...]
    before: np.ndarray
    after: np.ndarray
    begin: np.ndarray
    inside: np.ndarray
    end: np.ndarray
    single: np.ndarray
    best: tuple[tuple[int, int, str], ...]

    def probability(self, start: int, end: int, kind: str) -> float:
        """Return the probability that ``start:end`` is a span of this kind; 0 for an empty or foreign range."""
        if not 0 <= start < end <= len(self.begin) or kind not in self.kinds:
            return 0.0
        k = self.kinds.index(kind)
        if end - start == 1:
            own = self.single[start, k]
        else:
            own = self.begin[start, k] + self.inside[end - 1, k] - self.inside[start + 1, k] + self.end[end - 1, k]
        return float(min(1.0, np.exp(self.before[start] + own + self.after[end] - self.before[-1])))


def stacked(scores: Sequence[np.ndarray]) -> tuple[np.ndarray, ...]:
    """Return outside (T,R) and begin, inside, end, single (T,R,K) of R rows: three layers a window, padded with what is outside."""
    length, rows = max(len(s) for s in scores), 3 * len(scores)
    outside = np.zeros((length, rows))
    four = np.full((4, length, rows, MOST), FAR)
    for w, score in enumerate(scores):
        for layer, kinds in enumerate(labels.LAYERS):
            row = 3 * w + layer
            outside[: len(score), row] = score[:, layer, 0]
            for place in range(4):
                four[place, : len(score), row, : len(kinds)] = score[:, layer, 1 + place : 1 + 4 * len(kinds) : 4]
    return outside, *four


def charts(scores: Sequence[np.ndarray]) -> list[tuple[Chart, ...]]:
    """Return the charts of each window's three layers from scores (T,3,W); windows may differ in length."""
    stack = stacked(scores)
    outside, begin, inside, end, single = stack
    length, rows, count = begin.shape
    before, after = np.zeros((length + 1, rows)), backward(stack)
    best, held, best_held = np.zeros(rows), np.full((rows, count), FAR), np.full((rows, count), FAR)
    opened = np.zeros((length, rows, count), bool)  # the best open span goes on over this character
    came = np.zeros((length, rows), np.int32)  # 0: outside; 1 + k: a span of kind k ends; 1 + count + k: a span of one character
    row = np.empty((rows, 1 + 2 * count))
    for i in range(length):
        row[:, 0], row[:, 1 : 1 + count], row[:, 1 + count :] = outside[i], end[i], single[i]
        fresh = begin[i] + before[i][:, None]
        top = row.copy()
        row[:, 0] += before[i]
        row[:, 1 : 1 + count] += held
        row[:, 1 + count :] += before[i][:, None]
        before[i + 1] = log_sum(row)
        top[:, 0] += best
        top[:, 1 : 1 + count] += best_held
        top[:, 1 + count :] += best[:, None]
        came[i] = top.argmax(1)
        new, on = begin[i] + best[:, None], best_held + inside[i]
        opened[i] = on > new
        best_held = np.maximum(new, on)
        best = top[np.arange(rows), came[i]]
        held = np.logaddexp(fresh, held + inside[i])
    summed = np.concatenate([np.zeros((1, rows, count)), np.cumsum(np.maximum(inside, FAR), 0)])
    found = []
    for w, score in enumerate(scores):
        size = len(score)
        layers = []
        for layer, kinds in enumerate(labels.LAYERS):
            r, k = 3 * w + layer, len(kinds)
            spans = walk(came[:size, r], opened[:size, r], kinds)
            parts = (begin[:size, r, :k], summed[: size + 1, r, :k], end[:size, r, :k], single[:size, r, :k])
            layers.append(Chart(kinds, before[: size + 1, r], after[: size + 1, r], *parts, spans))
        found.append(tuple(layers))
    return found


def backward(stack: tuple[np.ndarray, ...]) -> np.ndarray:
    """Return the log sums over all readings of what follows each character (T + 1,R); ``stack`` is that of ``stacked``."""
    outside, begin, inside, end, single = stack
    length, rows, count = begin.shape
    after, open_after, row = np.zeros((length + 1, rows)), np.full((rows, count), FAR), np.empty((rows, 1 + 2 * count))
    for i in range(length - 1, -1, -1):
        row[:, 0] = outside[i] + after[i + 1]
        row[:, 1 : 1 + count] = begin[i] + open_after
        row[:, 1 + count :] = single[i] + after[i + 1][:, None]
        after[i] = log_sum(row)
        open_after = np.logaddexp(end[i] + after[i + 1][:, None], inside[i] + open_after)
    return after


def walk(came: np.ndarray, opened: np.ndarray, kinds: tuple[str, ...]) -> tuple[tuple[int, int, str], ...]:
    """Follow the best path back and return its spans in order."""
    spans, at = [], len(came)
    while at > 0:
        way = int(came[at - 1])
        if way == 0:
            at -= 1
        elif way > MOST:
            spans.append((at - 1, at, kinds[way - 1 - MOST]))
            at -= 1
        else:
            start = at - 2
            while opened[start, way - 1]:
                start -= 1
            spans.append((start, at, kinds[way - 1]))
            at = start
    return tuple(reversed(spans))
