"""Runs of text put together into stories: the one set of joins that is likeliest as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kg.text.learned import net
from kg.text.learned.assignment import matched
from kg.text.learned.joins import Joins
from kg.text.learned.net import Array

LEAST = -1.0
"""The log odds over which a join is made; of −3.5 … 0.5 the best on held-out pages and on other papers (docs/reader.md)."""


@dataclass(frozen=True)
class Odds:
    """How likely each join is; all are logarithms.

    ``weight[a, b]``: the odds that run b is what run a goes on with (-inf: too far away), ``after`` the chance that a goes on with b, by a,
    ``before`` that b is led by a, by b, ``stop`` and ``start`` that a run ends and begins a story.
    """

    weight: Array
    after: Array
    before: Array
    stop: Array
    start: Array


def odds(joins: Joins, w: net.Weights, reading: str = "") -> Odds:
    """Return how likely each join is, by the networks ``join``, ``end``, ``begin`` of a ``reading``.

    Both sides choose: the left run among all that could follow it or none, the right one among all that could stand before it or none.
    """
    n = len(joins.ends)
    pairs = net.score(w, f"join{reading}", joins.pairs) if len(joins.pairs) else np.zeros(0, np.float32)
    ends, begins = net.score(w, f"end{reading}", joins.ends), net.score(w, f"begin{reading}", joins.begins)
    dense = np.full((n, n), -np.inf, np.float32)
    dense[joins.left, joins.right] = pairs
    every_end, every_begin = (
        lse(np.concatenate([dense, ends[:, None]], axis=1), 1),
        lse(np.concatenate([dense, begins[None, :]], axis=0), 0),
    )
    after, before, stop, start = dense - every_end[:, None], dense - every_begin[None, :], ends - every_end, begins - every_begin
    weight: Array = np.where(np.isfinite(dense), after - stop[:, None] + before - start[None, :], -np.inf)
    return Odds(*(np.round(each, 4) for each in (weight, after, before, stop, start)))


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
