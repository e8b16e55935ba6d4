"""What speaks for reading one run of text right after another: language, topic, place on the page; numbers for a network."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.text.layout.gaps import CARRIES_ON
from kg.text.layout.language import NEVER_FIRST, first_closed, left_open, numbers_agree, raggedness, straddle
from kg.text.layout.marks import LEAD, OPENER, STRONG_LEAD
from kg.text.layout.order import marks_agree, orphaned
from kg.text.layout.pairs import MARKS
from kg.text.layout.parts import SIGNATURE_END
from kg.text.learned.fragments import CREDIT, FURNITURE, HEAD, TEXT, Fragment
from kg.text.learned.net import Array
from kg.text.learned.seams import Edges
from kg.text.learned.words import weighed

REACH = 32
"""How many runs of text up and down a page a run is compared with."""


@dataclass
class Joins:
    """Numbers of all pairs (``left[k]``, ``right[k]``) of text fragments, and of each fragment alone as one that ends or begins a story."""

    left: NDArray[np.int32]
    right: NDArray[np.int32]
    pairs: Array
    ends: Array
    begins: Array
    alike: Array


def likeness(texts: Sequence[str], size: int) -> Array:
    """Return the cosines of texts by their character n-grams, rare ones weighing more; (n, n)."""
    rows, rest = weighed(texts, size)
    norm = np.sqrt((rows * rows).sum(1) + rest) + 1e-6
    found: Array = (rows @ rows.T) / norm[:, None] / norm[None, :]
    return found


def read_joins(texts: Sequence[Fragment], every: Sequence[Fragment]) -> Joins:
    """Return what speaks for every join of two runs of text within REACH of each other; ``every`` are all fragments of the page."""
    n = len(texts)
    two, three = likeness([t.text for t in texts], 2), likeness([t.text for t in texts], 3)
    edge = likeness([t.text[:70] for t in texts] + [t.text[-70:] for t in texts], 2)[n:, :n] if n else two
    for each in (two, three):
        np.fill_diagonal(each, 0)
    best2, best3 = two.max(1, initial=0), three.max(1, initial=0)
    indented = sum(t.lines[0].is_indented for t in texts) / max(1, n)
    single = [alone(t, every, indented, (best2[k], best3[k]), k / max(1, n)) for k, t in enumerate(texts)]
    grams, counts = grams_of(texts), counts_of(every)
    above = [nearest_head(t, every) for t in texts]
    near = [(i, j) for i in range(n) for j in range(max(0, i - REACH), min(n, i + REACH + 1)) if i != j]
    left, right = np.array(near, np.int32).reshape(-1, 2).T
    rows = []
    for (i, j), seam in zip(near, read_on(texts, left, right).tolist(), strict=True):
        a, b = texts[i], texts[j]
        between = counts[max(a.number, b.number) - 1] - counts[min(a.number, b.number)]
        rows.append(
            [
                *place(a, b, j - i, between),
                *language(a, b, grams),
                *seam,
                *titled(above[j], a, b),
                two[i, j], three[i, j], edge[i, j],
                two[i, j] - best2[i], two[i, j] - best2[j], three[i, j] - best3[i], three[i, j] - best3[j],
                math.sqrt(max(0.0, two[i, j])), math.sqrt(max(0.0, three[i, j])),
                *single[i][:SHARED_END], *single[j][SHARED_BEGIN:],
            ]
        )  # fmt: skip
    by_itself = np.array(single, np.float32).reshape(n, -1 if n else 1)
    pairs = np.array(rows, np.float32).reshape(len(rows), -1 if rows else 1)
    return Joins(left, right, pairs, by_itself, by_itself, two)


def read_on(texts: Sequence[Fragment], left: NDArray[np.int32], right: NDArray[np.int32]) -> Array:
    """Return how well the right run of each pair reads on from the left one: alone, against the best run to stand right of the left one,
    and against the best to stand left of the right one; (pairs, 3).
    """
    told = [t.text for t in texts]
    odds = Edges(told, told).read_on(left, right)
    best = np.full((2, len(texts)), -99.0, np.float32)
    np.maximum.at(best[0], left, odds)
    np.maximum.at(best[1], right, odds)
    return np.stack([odds, odds - best[0][left], odds - best[1][right]], axis=1).astype(np.float32) / np.float32(4)


def grams_of(texts: Sequence[Fragment]) -> Counter[str]:
    """Return how often the texts print each three and four characters."""
    return Counter(t.text[i : i + size] for t in texts for size in (3, 4) for i in range(len(t.text) - size + 1))


def counts_of(every: Sequence[Fragment]) -> NDArray[np.int64]:
    """Return how many headings, credits and pieces of furniture stand up to each fragment; (fragments, 3)."""
    return np.cumsum([[f.group == g for g in (HEAD, CREDIT, FURNITURE)] for f in every], axis=0)


SHARED_END, SHARED_BEGIN = 21, 14


def alone(t: Fragment, every: Sequence[Fragment], indented: float, best: tuple[float, float], at: float) -> list[float]:
    """Return what a run of text says by itself: first of its end, then of itself, then of its beginning."""
    itself = [
        t.caption,
        math.log(1 + len(t.text)) / 3,
        min(float(np.median([line.width for line in t.lines])), 40) / 20,
        indented,
        best[0],
        best[1],
        at,
    ]
    return [*ending(t, every), *itself, *beginning(t, every, indented)]


def ending(t: Fragment, every: Sequence[Fragment]) -> list[float]:
    """Return what the end of a run of text says."""
    below = every[t.number + 1].group if t.number + 1 < len(every) else ""
    last = t.lines[-1]
    return [
        float(t.ends_sentence),
        float(bool(SIGNATURE_END.search(t.text[-60:]))),
        raggedness(t.text[-6:], ""),
        float(bool(left_open(t.text[-200:]))),
        max(-2.0, min(last.slack, 10.0)) / 5,
        max(-9.0, min(t.below, 9.0)) / 4,
        *(float(below == g) for g in (HEAD, CREDIT, FURNITURE, TEXT, "")),
        float(last.text[-1].isdigit()),
        float(t.text[-1] in "，,、：:"),
        float(len(t.lines) == 1),
    ]


def beginning(t: Fragment, every: Sequence[Fragment], indented: float) -> list[float]:
    """Return what the beginning of a run of text says; ``indented`` is the share of the page's runs that are."""
    above = every[t.number - 1].group if t.number else ""
    first, above_head = t.lines[0], nearest_head(t, every)
    return [
        float(bool(OPENER.match(t.text))),
        float(bool(LEAD.match(t.text))),
        float(bool(STRONG_LEAD.match(t.text))),
        float(bool(CARRIES_ON.match(t.text))),
        float(t.text[0] in NEVER_FIRST),
        float(bool(first_closed(t.text[:120]))),
        orphaned(t.text),
        raggedness("", t.text[:6]),
        float(first.is_indented),
        float(first.is_indented) - indented,
        min(first.gap, 4) / 2,
        max(-9.0, min(t.above, 9.0)) / 4,
        *(float(above == g) for g in (HEAD, CREDIT, FURNITURE, TEXT, "")),
        float(first.text[0] in "“‘《（("),
        float(bool(LISTED.match(t.text))),
        *(heading(above_head, t) if above_head is not None else NO_HEADING),
    ]


LISTED = re.compile(
    r"^(?:[一二三四五六七八九十]{1,2}[、是]|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[、.．]|第[一二三四五六七八九十]|[▲●■★◆○◇△])"
)
"""How an item of a list begins."""

NO_HEADING = [0.0] * 6


def nearest_head(t: Fragment, every: Sequence[Fragment]) -> Fragment | None:
    """Return the group of headings above a run, credits and furniture left out; None if text or nothing stands there."""
    for n in range(t.number - 1, max(-1, t.number - 4), -1):
        if every[n].group == HEAD:
            return every[n]
        if every[n].group == TEXT:
            return None
    return None


def heading(head: Fragment, t: Fragment) -> list[float]:
    """Return what a group of headings right above a run is, and how much of it the run says, and at once."""
    return [
        *np.exp(head.kinds[:3]).tolist(),
        math.log(1 + len(head.text)) / 3,
        said(head, t.grams),
        said(head, t.lead),
    ]


def said(head: Fragment, told: frozenset[str]) -> float:
    """Return the share of a heading's n-grams that a text has."""
    return sum(gram in told for gram in head.grams) / max(1, len(head.grams))


def place(a: Fragment, b: Fragment, apart: int, between: NDArray[np.int64]) -> list[float]:
    """Return how two runs stand to one another on the page."""
    next_to = b.first == a.last + 1
    lines = b.first - a.last if apart > 0 else a.first - b.last
    differ = abs(a.width_below - b.width_above)
    return [
        float(apart > 0),
        float(apart == 1),
        float(apart == 2),
        float(apart == -1),
        math.log(abs(apart)) * (1 if apart > 0 else 0),
        math.log(abs(apart)) * (1 if apart < 0 else 0),
        math.log(max(1, lines)) / 3,
        *(float(min(x, 3)) for x in between),
        float(next_to),
        max(-9.0, min(a.below, 9.0)) / 4 * next_to,
        min(differ, 10.0) / 5,
        float(differ <= 0.6),
        float(differ <= 1.2),
        float(b.lines[0].gap if next_to and b.lines[0].gap < 5 else 0),
    ]


def titled(head: Fragment | None, a: Fragment, b: Fragment) -> list[float]:
    """Return whose the heading above the right run is: a crosshead's words are the left run's as well."""
    if head is None:
        return [0.0] * 3
    return [said(head, a.grams), said(head, a.grams) - said(head, b.grams), float(a.first < head.first)]


def language(a: Fragment, b: Fragment, grams: Counter[str]) -> list[float]:
    """Return how well the words run on."""
    is_open = not a.ends_sentence
    first, last = b.text[:6], a.text[-6:]
    opens = bool(OPENER.match(b.text))
    if not is_open:
        return [0.0] * 7 + [float(b.lines[0].is_indented), float(opens)]
    across = 0
    for before, after in ((2, 2), (1, 2), (2, 1)):
        text = last[-before:] + first[:after]
        if len(text) == before + after and not MARKS.search(text) and grams[text] > 0:
            across += 1
    return [
        1.0,
        min(straddle(last, first), 12.0) / 5,
        across / 2,
        marks_agree(a.text[-300:], b.text[:300]),
        float(numbers_agree(a.text[-12:], b.text[:12])),
        float(b.lines[0].is_indented),
        float(first[0] in NEVER_FIRST and last[-1] in NEVER_FIRST),
        0.0,
        float(opens),
    ]
