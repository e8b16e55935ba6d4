"""The order in which the blocks of a printed sheet are read, by where they stand.

After T. M. Breuel, "High performance document layout analysis" (2003): of two blocks that share a column the upper comes first; else
the left one does, unless a block over both their columns (a banner) stands between them. ``kg.text.layout.order`` mends the rest by
what the blocks say.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kg.text.input.rows import Block

SHARED = 0.1
"""Blocks stand in one column if they share more than this part of the narrower one's width."""


def in_order(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks in reading order; where the rule goes in a circle, first the block with the least before it, then the upper."""
    if len(blocks) < 2:
        return list(blocks)
    edges = np.array([extent(block) for block in blocks])
    before = precedence(edges)
    waiting = before.sum(0)
    left, top = edges[:, 0], edges[:, 3]
    rest, order = list(range(len(blocks))), []
    while rest:
        first = min(rest, key=lambda at: (waiting[at], -top[at], left[at]))
        rest.remove(first)
        order.append(first)
        waiting = waiting - before[first]
    return [blocks[at] for at in order]


def extent(block: Block) -> tuple[float, float, float, float]:
    """Return the edges of a block on the page: left, bottom, right, top; y grows upwards."""
    lefts, bottoms, rights, tops = zip(*(edges for row in block for _, edges in row.parts), strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def precedence(edges: np.ndarray) -> np.ndarray:
    """Return (n, n) truth values: whether block i comes before block j, from edges (n, 4)."""
    left, bottom, right, top = edges.T
    middle = (bottom + top) / 2
    width = np.maximum(right - left, 1e-6)
    overlap = np.minimum(right[:, None], right) - np.maximum(left[:, None], left)
    shares = overlap > SHARED * np.minimum(width[:, None], width)
    above = shares & (middle[:, None] > middle)
    beside = ~shares & (left[:, None] < left)
    for one, other in np.argwhere(beside):
        low, high = sorted((middle[one], middle[other]))
        beside[one, other] = not (shares[one] & shares[other] & (middle > low) & (middle < high)).any()
    return np.asarray(above | beside)
