"""What stands against reading one run of text after another, whatever their words say: frames, columns of another width, tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from kg.text.layout.lines import Line
from kg.text.learned.fragments import HEAD, Fragment
from kg.text.learned.joins import nearest_head
from kg.text.learned.lines import RULE
from kg.text.learned.net import Array
from kg.text.learned.segments import Sheet

OPENING, CLOSING, SHORTEST = "┌┏╔╭", "└┗╚╰", 6
"""How the upper and the lower edge of a frame begin, and the fewest marks of one."""
RUNS, HEADS = 2, 2
"""The most runs of text and groups of headings in a frame; more stand between two rules that are none."""
FRAMED, WIDER = 6.0, 2.0
"""What it takes from the log odds that only one of two runs stands in a frame, and that their columns are not as wide."""
FULL, ALIKE, APART, BROADEST = 4, 0.6, 1.2, 35.0
"""The fewest full lines that show how wide a column is, how far lines of one differ and lines of two, and where a line is no column's."""


def barriers(texts: Sequence[Fragment], every: Sequence[Fragment], sheet: Sheet) -> Array:
    """Return what to take from the log odds that the right run goes on from the left one; (texts, texts)."""
    frame, width = framed(texts, every, sheet.lines), np.array([width_of(t.lines) for t in texts])
    found: Array = FRAMED * (frame[:, None] != frame[None, :]).astype(np.float32)
    found += WIDER * (np.abs(width[:, None] - width[None, :]) > APART)
    for at, t in enumerate(texts):
        if is_table(t):
            found[at, :] = np.inf
        if t.is_brief or (is_table(t) and nearest_head(t, every) is not None):
            found[:, at] = np.inf
    return found


def is_table(t: Fragment) -> bool:
    """Whether a run of text is a table: it ends its story, and under a heading of its own it begins it."""
    return sum(line.row == "cells" for line in t.lines) * 5 >= len(t.lines) * 4


def framed(texts: Sequence[Fragment], every: Sequence[Fragment], lines: Sequence[Line]) -> np.ndarray:
    """Return the number of the frame that each run stands in, 0 if in none."""
    of_line = frames(lines)
    runs, heads = Counter(of_line[t.first] for t in texts), Counter(of_line[f.first] for f in every if f.group == HEAD)
    held = [of_line[t.first] for t in texts]
    return np.array([number if runs[number] <= RUNS and heads[number] <= HEADS else 0 for number in held], np.int64)


def frames(lines: Sequence[Line]) -> list[int]:
    """Return the number of the frame that each line stands in, 0 if in none: between two edges, or the only two rules of one mark."""
    rules = [(at, line.text) for at, line in enumerate(lines) if len(line.text) >= SHORTEST and RULE.match(line.text)]
    pairs: list[tuple[int, int]] = []
    opened, plain = -1, dict[str, list[int]]()
    for at, text in rules:
        if text[0] in OPENING:
            opened = at
        elif text[0] in CLOSING and opened >= 0:
            pairs.append((opened, at))
            opened = -1
        elif len(set(text)) == 1:
            plain.setdefault(text[0], []).append(at)
    pairs += [(found[0], found[1]) for found in plain.values() if len(found) == 2]
    held = [0] * len(lines)
    for number, (first, last) in enumerate(pairs, 1):
        held[first : last + 1] = [number] * (last + 1 - first)
    return held


def width_of(lines: Sequence[Line]) -> float:
    """Return how wide the full lines of a run are, those that open or end no paragraph; NaN if few are, or not alike."""
    inner = [a for a, b in pairwise(lines) if not (a.is_indented or b.is_indented or a.ends_sentence)]
    widths = [line.width for line in inner]
    if len(widths) < FULL:
        return float("nan")
    like = {width: sum(abs(width - other) <= ALIKE for other in widths) for width in widths}
    best = max(widths, key=lambda width: (like[width], width))
    return best if like[best] * 10 >= len(widths) * 7 and best < BROADEST else float("nan")
