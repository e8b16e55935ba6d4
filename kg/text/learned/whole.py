"""What the whole page says of a join, once its stories are roughly known: all that would be joined, and the headings it has in common.

A first arrangement (``kg.text.learned.chains``) tells for each run of text the story that ends with it and the story that begins with it.
Two that tell of one matter say the same words, and are said by the same headings; numbers for a second network.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kg.text.layout.pairs import MARKS
from kg.text.learned.chains import Odds, chain
from kg.text.learned.fragments import HEAD, Fragment, of
from kg.text.learned.joins import REACH, Joins, nearest_head
from kg.text.learned.net import Array

Numbers = NDArray[np.int64]
SECOND = "2"
"""What the names of the second reading's networks end with."""
LOWEST = -10.0
"""Log probabilities and log odds below it are not told apart."""

CELLS = 1 << 24
"""Runs times pairs of characters that are compared at once; of a longer page those that most runs have."""


@dataclass(frozen=True)
class Story:
    """Of each run of text, by a first arrangement: the run after it and before it (-1: none), the number of its story and its first run."""

    after: Numbers
    before: Numbers
    number: Numbers
    first: Numbers

    @classmethod
    def of(cls, order: Sequence[Sequence[int]]) -> Story:
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
    story = Story.of(order)
    heads = of(HEAD, every)
    left, right = joins.left, joins.right
    words = weighed([*(t.text for t in texts), *(h.text for h in heads)])
    own, titles = words[: len(texts)], words[len(texts) :]
    told = gathered(own, order), gathered(own, [runs[::-1] for runs in order])
    alike = likeness(*told)
    headed = np.array([nearest_head(t, every) is not None for t in texts], np.float32)
    page = np.array([of_page(story, order, odds, headed, sum(len(t.text) for t in texts))], np.float32)
    pairs = [
        joins.pairs,
        first_odds(odds, story, left, right),
        common(own, told, alike, story, left, right),
        extent(texts, order, left, right),
        between(story, left, right),
        np.stack([headed[right], headed[story.first[left]], story.first[left] <= right], axis=1),
        entitled(own, told, titles, places_of(texts, heads), left, right),
        np.repeat(page, len(left), axis=0),
    ]
    alone = [
        joins.ends,
        by_itself(odds, story),
        extent(texts, order, np.arange(len(texts)), np.arange(len(texts))),
        np.stack([headed, headed[story.first], *others(alike, story)], axis=1),
        titled_alone(told, titles, places_of(texts, heads)),
        np.repeat(page, len(texts), axis=0),
    ]
    single = np.concatenate(alone, axis=1).astype(np.float32)
    return Joins(left, right, np.concatenate(pairs, axis=1).astype(np.float32), single, single, joins.alike)


def weighed(texts: Sequence[str]) -> Array:
    """Return the pairs of characters that more than one text has, rare ones weighing more; (texts, pairs), CELLS at most."""
    counts = [Counter(run[at : at + 2] for run in MARKS.split(text) for at in range(len(run) - 1)) for text in texts]
    held = Counter(gram for count in counts for gram in count)
    shared = [gram for gram, times in held.items() if times > 1]
    if len(shared) * len(texts) > CELLS:
        shared = sorted(shared, key=lambda gram: -held[gram])[: CELLS // len(texts)]
    column = {gram: n for n, gram in enumerate(shared)}
    rows = np.zeros((len(texts), max(1, len(column))), np.float32)
    for row, count in enumerate(counts):
        for gram, times in count.items():
            if gram in column:
                rows[row, column[gram]] = math.log(1 + len(texts) / held[gram]) * (1 + math.log(times))
    return rows


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


def first_odds(odds: Odds, story: Story, left: NDArray[np.int32], right: NDArray[np.int32]) -> Array:
    """Return what the first arrangement makes of each join, of what stands against it, and of the joins made instead."""
    after, before = floored(odds.after), floored(odds.before)
    made = story.after[left]
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
            story.before[right] >= 0,
            story.number[left] == story.number[right],
            made_odds(odds, story)[left],
            led_odds(odds, story)[right],
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


def made_odds(odds: Odds, story: Story) -> Array:
    """Return the log odds of the join made after each run, 0 if none."""
    rows = np.arange(len(story.after))
    made: Array = (floored(odds.weight)[rows, story.after] / 5 * (story.after >= 0)).astype(np.float32)
    return made


def led_odds(odds: Odds, story: Story) -> Array:
    """Return the log odds of the join made before each run, 0 if none."""
    rows = np.arange(len(story.before))
    led: Array = (floored(odds.weight)[story.before, rows] / 5 * (story.before >= 0)).astype(np.float32)
    return led


def by_itself(odds: Odds, story: Story) -> Array:
    """Return what the first arrangement says of each run as one that ends or begins a story."""
    return np.stack(
        [
            odds.stop / 3,
            odds.start / 3,
            floored(odds.after).max(1) / 3,
            floored(odds.before).max(0) / 3,
            story.after >= 0,
            story.before >= 0,
            made_odds(odds, story),
            led_odds(odds, story),
        ],
        axis=1,
    )


def common(own: Array, told: tuple[Array, Array], alike: Array, story: Story, left: NDArray[np.int32], right: NDArray[np.int32]) -> Array:
    """Return how alike the story up to the left run and the story from the right run on are, also against the most alike of others."""
    most = others(alike, story)
    pair = alike[left, right]
    return np.stack(
        [pair, pair - most[0][left], pair - most[1][right], likeness(own, told[1])[left, right], likeness(told[0], own)[left, right]],
        axis=1,
    )


def others(alike: Array, story: Story) -> tuple[Array, Array]:
    """Return how alike the story up to each run is to the most alike of other stories, and the story from it on."""
    rest = np.where(story.number[:, None] == story.number[None, :], -1, alike)
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


def between(story: Story, left: NDArray[np.int32], right: NDArray[np.int32]) -> Array:
    """Return the share of the runs printed between the two of each pair whose whole story lies there, and of those of other stories."""
    size = len(story.number)
    ends = np.array([np.nonzero(story.number == n)[0][[0, -1]] for n in range(int(story.number.max(initial=-1)) + 1)]).reshape(-1, 2)
    lowest, highest = ends[story.number].T
    found = np.stack([np.ones(len(left)), np.zeros(len(left))], axis=1).astype(np.float32)
    above, below = np.minimum(left, right), np.maximum(left, right)
    for apart in range(2, min(REACH, size - 1) + 1):
        at = np.nonzero(below - above == apart)[0]
        inside, foreign = np.zeros(len(at)), np.zeros(len(at))
        for step in range(1, apart):
            run = above[at] + step
            inside += (lowest[run] > above[at]) & (highest[run] < below[at])
            foreign += (story.number[run] != story.number[left[at]]) & (story.number[run] != story.number[right[at]])
        found[at] = np.stack([inside, foreign], axis=1) / (apart - 1)
    return found


def places_of(texts: Sequence[Fragment], heads: Sequence[Fragment]) -> Array:
    """Return how far below each run each heading stands, near ones told apart best; (texts, heads)."""
    runs, found = np.array([t.number for t in texts]), np.array([h.number for h in heads] or [0])
    away: Array = np.tanh((found[None, :] - runs[:, None]) / 4).astype(np.float32)
    return away


def entitled(own: Array, told: tuple[Array, Array], titles: Array, away: Array, left: NDArray[np.int32], right: NDArray[np.int32]) -> Array:
    """Return how well the headings that say the story up to the left run say the story from the right run on."""
    titles = titles if len(titles) else np.zeros((1, own.shape[1]), np.float32)
    one, two, run = likeness(told[0], titles), likeness(told[1], titles), likeness(own, titles)
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


def titled_alone(told: tuple[Array, Array], titles: Array, away: Array) -> Array:
    """Return how well the best heading says the story up to each run and that from it on, if it is one heading, and where it stands."""
    titles = titles if len(titles) else np.zeros((1, told[0].shape[1]), np.float32)
    one, two = likeness(told[0], titles), likeness(told[1], titles)
    rows = np.arange(len(one))
    return np.stack([one.max(1), two.max(1), one.argmax(1) == two.argmax(1), away[rows, two.argmax(1)]], axis=1)


def of_page(story: Story, order: Sequence[Sequence[int]], odds: Odds, headed: Array, size: int) -> list[float]:
    """Return how the stories of the page run on and begin; ``size`` are its characters."""
    rows = np.arange(len(story.after))
    steps = (story.after - rows)[story.after >= 0]
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
