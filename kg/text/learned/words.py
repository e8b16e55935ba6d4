"""The n-grams of characters that several texts have, as rows of numbers to compare them by."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np

from kg.text.layout.pairs import MARKS
from kg.text.learned.net import Array

CELLS = 1 << 24
"""Texts times n-grams that are compared at once; of more texts those that most of them have."""


def weighed(texts: Sequence[str], size: int) -> tuple[Array, Array]:
    """Return how often each text has the n-grams of several texts, rare ones weighing more, and the squares of what is its alone.

    (texts, n-grams), CELLS at most, and (texts,); no n-gram goes over a mark.
    """
    counts = [Counter(run[at : at + size] for run in MARKS.split(text) for at in range(len(run) - size + 1)) for text in texts]
    held = Counter(gram for count in counts for gram in count)
    shared = [gram for gram, times in held.items() if times > 1]
    if len(shared) * len(texts) > CELLS:
        shared = sorted(shared, key=lambda gram: -held[gram])[: CELLS // len(texts)]
    column = {gram: n for n, gram in enumerate(shared)}
    rows, rest = np.zeros((len(texts), max(1, len(column))), np.float32), np.zeros(len(texts), np.float32)
    for row, count in enumerate(counts):
        for gram, times in count.items():
            weight = math.log(1 + len(texts) / held[gram]) * (1 + math.log(times))
            if gram in column:
                rows[row, column[gram]] = weight
            else:
                rest[row] += weight * weight
    return rows, rest
