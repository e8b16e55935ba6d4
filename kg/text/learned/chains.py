"""Runs of text put together into stories: the one set of joins that is likeliest as a whole."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kg.text.learned import net
from kg.text.learned.assignment import matched
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


def chain(weight: Array, least: float = LEAST) -> list[list[int]]:
    """Join runs into stories, so that the joins are likeliest as a whole; each run follows one at most and is followed by one at most.

    Where a whole goes round in a circle, its least likely join is not made.
    """
    gain = np.where(np.isfinite(weight), weight - least, 0)
    following = matched(gain)
    while circles := circles_of(following):
        for circle in circles:
            _, at = min((gain[a, following[a]], a) for a in circle)
            gain[at, following[at]] = 0
        following = matched(gain)
    led = {at for at in following if at >= 0}
    return [walk(first, following) for first in range(len(following)) if first not in led]


def walk(first: int, following: Sequence[int]) -> list[int]:
    """Return what follows one after another from a run on, until nothing does or the first comes again."""
    found = [first]
    while (at := following[found[-1]]) >= 0 and at != first:
        found.append(at)
    return found


def circles_of(following: Sequence[int]) -> list[list[int]]:
    """Return the runs that follow one another in a circle, each circle once."""
    led = {at for at in following if at >= 0}
    chained = {at for first in range(len(following)) if first not in led for at in walk(first, following)}
    found: list[list[int]] = []
    for at in range(len(following)):
        if at not in chained:
            found.append(walk(at, following))
            chained.update(found[-1])
    return found
