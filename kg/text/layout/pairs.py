"""Pairs of neighbouring characters: what two texts have in common, counted without knowing a word."""

from __future__ import annotations

import re
from collections import Counter

MARKS = re.compile(r"[^\w%]+")


def bigrams(text: str) -> Counter[str]:
    """Count the pairs of neighbouring characters inside runs without marks."""
    return Counter(run[i : i + 2] for run in MARKS.split(text) for i in range(len(run) - 1))
