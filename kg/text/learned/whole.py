"""What the whole page says of a join, once its stories are roughly known: all that would be joined, and the headings it has in common.

A first arrangement (``kg.text.learned.chains``) tells for each run of text the story that ends with it and the story that begins with it.
Two that tell of one matter say the same words, and are said by the same headings; numbers for a second network.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kg.text.learned.chains import Odds, chain
from kg.text.learned.fragments import HEAD, Fragment, of
from kg.text.learned.joins import REACH, Joins, nearest_head
from kg.text.learned.net import Array
from kg.text.learned.words import weighed

Numbers = NDArray[np.int64]
SECOND = "2"
"""What the names of the second reading's networks end with."""
LOWEST = -10.0
"""Log probabilities and log odds below it are not told apart."""


@dataclass(frozen=True)
class Draft:
    """Of each run of text, by a first arrangement: the run after it and before it (-1: none), the number of its story and its first run."""

    after: Numbers
    before: Numbers
    number: Numbers
    first: Numbers

    @classmethod
    def of(cls, order: Sequence[Sequence[int]]) -> Draft:
        """Return what chains of runs say of each run."""
        found = np.full((4, sum(map(len, order))), -1)
        for number, runs in enumerate(order):
            found[2, runs], found[3, runs] = number, runs[0]
            for a, b in pairwise(runs):
                found[0, a], found[1, b] = b, a
        return cls(*found)


def read_again(texts: Sequence[Fragment], every: Sequence[Fragment], joins: Joins, odds: Odds) -> Joins:
    """Return what speaks for every join with what a first arrangement adds to it; ``odds`` are those of ``joins``."""
    order = chain(odds.weight)
    draft = Draft.of(order)
    heads = of(HEAD, every)
    left, right = joins.left, joins.right
    words, _ = weighed([*(t.text for t in texts), *(h.text for h in heads)], 2)
    own = words[: len(texts)]
    titles = words[len(texts) :] if heads else np.zeros_like(words[:1])
    told = gathered(own, order), gathered(own, [runs[::-1] for runs in order])
    alike, said, away = likeness(*told), (likeness(told[0], titles), likeness(told[1], titles)), places_of(texts, heads)
    headed = np.array([nearest_head(t, every) is not None for t in texts], np.float32)
    page = np.array([of_page(draft, order, odds, headed, sum(len(t.text) for t in texts))], np.float32)
    pairs = [
        joins.pairs,
        first_odds(odds, draft, left, right),
        common(own, told, alike, draft, left, right),
        extent(texts, order, left, right),
        between(draft, left, right),
        np.stack([headed[right], headed[draft.first[left]], draft.first[left] <= right], axis=1),
        entitled(likeness(own, titles), said, away, left, right),
        np.repeat(page, len(left), axis=0),
    ]
    alone = [
        joins.ends,
        by_itself(odds, draft),
        extent(texts, order, np.arange(len(texts)), np.arange(len(texts))),
        np.stack([headed, headed[draft.first], *others(alike, draft)], axis=1),
        titled_alone(said, away),
        np.repeat(page, len(texts), axis=0),
    ]
    single = np.concatenate(alone, axis=1).astype(np.float32)
    return Joins(left, right, np.concatenate(pairs, axis=1).astype(np.float32), single, single, joins.alike)


def gathered(rows: Array, order: Sequence[Sequence[int]]) -> Array:
    """Return for each run the sum of its row and of all before it in its chain."""
    found = np.zeros_like(rows)
    for runs in order:
        found[runs] = np.cumsum(rows[runs], axis=0)
    return found


def likeness(one: Array, other: Array) -> Array:
    """Return the cosines of rows; (n, d), (m, d) → (n, m)."""
    size = np.linalg.norm(one, axis=1)[:, None] * np.linalg.norm(other, axis=1)[None, :]
    found: Array = (one @ other.T) / (size + 1e-3)
    return found


def first_odds(odds: Odds, draft: Draft, left: NDArray[np.int32], right: NDArray[np.int32]) -> Array:
    """Return what the first arrangement makes of each join, of what stands against it, and of the joins made instead."""
    after, before = floored(odds.after), floored(odds.before)
    made = draft.after[left]
    return np.stack(
        [
            floored(odds.weight)[left, right] / 5,
            after[left, right] / 3,
            before[left, right] / 3,
            odds.stop[left] / 3,
            odds.start[right] / 3,
            rival(after)[left, right] / 3,
            rival(before.T)[right, left] / 3,
            made == right,
            made >= 0,
            draft.before[right] >= 0,
            draft.number[left] == draft.number[right],
            made_odds(odds.weight, draft.after)[left],
            made_odds(odds.weight.T, draft.before)[right],
        ],
        axis=1,
    )


def floored(numbers: Array) -> Array:
    """Return numbers with LOWEST for all below it."""
    return np.maximum(numbers, LOWEST)


def rival(numbers: Array) -> Array:
    """Return for each place the highest number elsewhere in its row."""
    rows = np.arange(len(numbers))
    best = numbers.argmax(1)
    rest = numbers.copy()
    rest[rows, best] = LOWEST
    found: Array = np.repeat(numbers[rows, best][:, None], numbers.shape[1], axis=1)
    found[rows, best] = rest.max(1)
    return found


def made_odds(weight: Array, others: Numbers) -> Array:
    """Return the log odds of the join made of each run with the one that ``others`` gives it, 0 if none."""
    made: Array = (floored(weight)[np.arange(len(others)), others] / 5 * (others >= 0)).astype(np.float32)
    return made


def by_itself(odds: Odds, draft: Draft) -> Array:
    """Return what the first arrangement says of each run as one that ends or begins a story."""
    return np.stack(
        [
            odds.stop / 3,
            odds.start / 3,
            floored(odds.after).max(1) / 3,
            floored(odds.before).max(0) / 3,
            draft.after >= 0,
            draft.before >= 0,
            made_odds(odds.weight, draft.after),
            made_odds(odds.weight.T, draft.before),
        ],
        axis=1,
    )


def common(own: Array, told: tuple[Array, Array], alike: Array, draft: Draft, left: NDArray[np.int32], right: NDArray[np.int32]) -> Array:
    """Return how alike the story up to the left run and the story from the right run on are, also against the most alike of others."""
    most = others(alike, draft)
    pair = alike[left, right]
    return np.stack(
        [pair, pair - most[0][left], pair - most[1][right], likeness(own, told[1])[left, right], likeness(told[0], own)[left, right]],
        axis=1,
    )


def others(alike: Array, draft: Draft) -> tuple[Array, Array]:
    """Return how alike the story up to each run is to the most alike of other stories, and the story from it on."""
    rest = np.where(draft.number[:, None] == draft.number[None, :], -1, alike)
    return rest.max(1, initial=0), rest.max(0, initial=0)


def extent(texts: Sequence[Fragment], order: Sequence[Sequence[int]], left: NDArray[np.integer], right: NDArray[np.integer]) -> Array:
    """Return how long the story up to the left run and that from the right run on are, in characters and in runs."""
    sizes = np.array([[len(t.text), 1] for t in texts], np.float32)
    up_to, from_on = gathered(sizes, order), gathered(sizes, [runs[::-1] for runs in order])
    return np.stack(
        [
            np.log(up_to[left, 0]) / 3,
            np.log(from_on[right, 0]) / 3,
            np.minimum(up_to[left, 1], 5) / 3,
            np.minimum(from_on[right, 1], 5) / 3,
        ],
        axis=1,
    )


def between(draft: Draft, left: NDArray[np.int32], right: NDArray[np.int32]) -> Array:
    """Return the share of the runs printed between the two of each pair whose whole story lies there, and of those of other stories."""
    size = len(draft.number)
    ends = np.array([np.nonzero(draft.number == n)[0][[0, -1]] for n in range(int(draft.number.max(initial=-1)) + 1)]).reshape(-1, 2)
    lowest, highest = ends[draft.number].T
    found = np.stack([np.ones(len(left)), np.zeros(len(left))], axis=1).astype(np.float32)
    above, below = np.minimum(left, right), np.maximum(left, right)
    for apart in range(2, min(REACH, size - 1) + 1):
        at = np.nonzero(below - above == apart)[0]
        inside, foreign = np.zeros(len(at)), np.zeros(len(at))
        for step in range(1, apart):
            run = above[at] + step
            inside += (lowest[run] > above[at]) & (highest[run] < below[at])
            foreign += (draft.number[run] != draft.number[left[at]]) & (draft.number[run] != draft.number[right[at]])
        found[at] = np.stack([inside, foreign], axis=1) / (apart - 1)
    return found


def places_of(texts: Sequence[Fragment], heads: Sequence[Fragment]) -> Array:
    """Return how far below each run each heading stands, near ones told apart best; (texts, heads)."""
    runs, found = np.array([t.number for t in texts]), np.array([h.number for h in heads] or [0])
    away: Array = np.tanh((found[None, :] - runs[:, None]) / 4).astype(np.float32)
    return away


def entitled(run: Array, said: tuple[Array, Array], away: Array, left: NDArray[np.int32], right: NDArray[np.int32]) -> Array:
    """Return how well the headings that say the story up to the left run say the story from the right run on.

    ``run``, ``said``: how alike each run, the story up to it and the story from it on are to each heading.
    """
    one, two = said
    best_one, best_two = one.argmax(1), two.argmax(1)
    agree = unit(one) @ unit(two).T
    both = np.array([np.minimum(one[a], two[b]).max() for a, b in zip(left, right, strict=True)], np.float32)
    return np.stack(
        [
            agree[left, right],
            best_one[left] == best_two[right],
            one.max(1)[left],
            two.max(1)[right],
            two[right, best_one[left]],
            one[left, best_two[right]],
            both,
            run[left, best_two[right]],
            run[right, best_one[left]],
            away[right, best_two[right]],
            away[left, best_one[left]],
        ],
        axis=1,
    )


def unit(rows: Array) -> Array:
    """Return rows of one length, those of hardly any shorter."""
    found: Array = rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 0.02)
    return found


def titled_alone(said: tuple[Array, Array], away: Array) -> Array:
    """Return how well the best heading says the story up to each run and that from it on, if it is one heading, and where it stands."""
    one, two = said
    rows = np.arange(len(one))
    return np.stack([one.max(1), two.max(1), one.argmax(1) == two.argmax(1), away[rows, two.argmax(1)]], axis=1)


def of_page(draft: Draft, order: Sequence[Sequence[int]], odds: Odds, headed: Array, size: int) -> list[float]:
    """Return how the stories of the page run on and begin; ``size`` are its characters."""
    rows = np.arange(len(draft.after))
    steps = (draft.after - rows)[draft.after >= 0]
    starts = [runs[0] for runs in order]
    return [
        math.log(1 + len(rows)) / 3,
        float(np.mean(steps == 1)) if len(steps) else 1.0,
        float(np.mean(steps < 0)) if len(steps) else 0.0,
        float(headed[starts].mean()),
        float(headed.mean()),
        len(order) / len(rows),
        float(np.exp(odds.stop).mean()),
        float(size / len(order)) / 500,
    ]
