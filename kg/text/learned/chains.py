"""Runs of text put together into stories: the one set of joins that is likeliest as a whole, best first."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kg.text.learned import net
from kg.text.learned.fragments import Fragment
from kg.text.learned.joins import Joins
from kg.text.learned.net import Array

LEAST = -2.5
"""The log odds over which a join is made; of −3.5 … 2 the best on held-out pages (docs/reader.md)."""


def odds(joins: Joins, w: net.Weights) -> tuple[Array, Array]:
    """Return for every pair the log odds that the right run is what the left one goes on with, and the odds that each run ends a story.

    Both sides choose: the left run among all that could follow it or none, the right one among all that could stand before it or none.
    """
    n = len(joins.ends)
    pairs = net.score(w, "join", joins.pairs) if len(joins.pairs) else np.zeros(0, np.float32)
    ends, begins = net.score(w, "end", joins.ends), net.score(w, "begin", joins.begins)
    dense = np.full((n, n), -np.inf, np.float32)
    dense[joins.left, joins.right] = pairs
    after = dense - lse(np.concatenate([dense, ends[:, None]], axis=1), 1)[:, None]
    before = dense - lse(np.concatenate([dense, begins[None, :]], axis=0), 0)[None, :]
    stop = ends - lse(np.concatenate([dense, ends[:, None]], axis=1), 1)
    start = begins - lse(np.concatenate([dense, begins[None, :]], axis=0), 0)
    found: Array = np.where(np.isfinite(dense), after - stop[:, None] + before - start[None, :], -np.inf)
    return np.round(found, 4), np.round(np.exp(stop), 4)


def lse(rows: Array, axis: int) -> Array:
    """Return the log of the sum of exponentials along an axis."""
    top = rows.max(axis)
    found: Array = top + np.log(np.exp(rows - np.expand_dims(top, axis)).sum(axis))
    return found


def chain(texts: Sequence[Fragment], weight: Array, least: float = LEAST) -> list[list[int]]:
    """Join runs into stories, the likeliest join first; each run follows one at most and is followed by one at most, none comes twice."""
    n = len(texts)
    following, leading = [-1] * n, [-1] * n
    whole = list(range(n))

    def root(at: int) -> int:
        while whole[at] != at:
            at = whole[at]
        return at

    left, right = np.nonzero(weight > least)
    order = sorted(zip(-weight[left, right], left.tolist(), right.tolist(), strict=True))
    for _, a, b in order:
        if following[a] < 0 and leading[b] < 0 and root(a) != root(b):
            following[a], leading[b] = b, a
            whole[root(b)] = root(a)
    chains = []
    for at in range(n):
        if leading[at] < 0:
            story = [at]
            while following[story[-1]] >= 0:
                story.append(following[story[-1]])
            chains.append(story)
    return chains
