"""Whose a heading or a credit line is: what speaks for each story of the page, as numbers for a network."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from kg.text.layout.marks import LEAD, OPENER
from kg.text.layout.order import orphaned
from kg.text.layout.parts import SIGNATURE_END
from kg.text.learned import net
from kg.text.learned.assignment import assigned
from kg.text.learned.fragments import CREDIT, FURNITURE, HEAD, TEXT, Fragment, Wording, grams
from kg.text.learned.net import Array


@dataclass(eq=False)
class Chain(Wording):
    """Runs of text that make one story, in reading order."""

    runs: list[Fragment]

    @cached_property
    def text(self) -> str:  # type: ignore[override]
        """All characters."""
        return "".join(run.text for run in self.runs)

    @cached_property
    def caption(self) -> float:
        """How likely it is a caption, 0…1."""
        sizes = [len(run.text) for run in self.runs]
        return sum(run.caption * size for run, size in zip(self.runs, sizes, strict=True)) / sum(sizes)

    @cached_property
    def begins(self) -> list[float]:
        """What its beginning and end say."""
        return [
            math.log(1 + len(self.text)) / 3,
            self.caption,
            float(len(self.runs)) / 3,
            float(bool(OPENER.match(self.text))),
            float(bool(LEAD.match(self.text))),
            orphaned(self.text),
            float(self.runs[-1].ends_sentence),
            float(bool(SIGNATURE_END.search(self.text[-60:]))),
        ]


@dataclass
class Owners:
    """Numbers of every (heading or credit, story): ``item[k]``, ``chain[k]``; and of each item alone, as one that no story has."""

    item: NDArray[np.int32]
    chain: NDArray[np.int32]
    pairs: Array
    alone: Array


def read_owners(items: Sequence[Fragment], chains: Sequence[Chain], every: Sequence[Fragment]) -> Owners:
    """Return what speaks for each of ``chains`` as the owner of each of ``items``."""
    held = Counter(gram for chain in chains for gram in chain.grams)
    whose = {run.number: (n, place) for n, chain in enumerate(chains) for place, run in enumerate(chain.runs)}
    texts = [f.number for f in every if f.group == TEXT]
    rows, single = [], []
    for part in items:
        weights = {g: weight(held[g], len(chains)) for g in grams(part.text)}
        shares, leads = shared(weights, [chain.grams for chain in chains]), shared(weights, [chain.lead for chain in chains])
        own = itself(part, every)
        at = bisect_left(texts, part.number)
        before, after = [-1, *texts, -1][at : at + 2]
        top = [*sorted(shares, reverse=True)[:2], 0.0, 0.0]
        single.append([*own, top[0], top[0] - top[1]])
        for k, chain in enumerate(chains):
            rival = top[1] if shares[k] == top[0] else top[0]
            place = where(part, chain, every, (whose.get(before), whose.get(after)), k)
            rows.append([shares[k], leads[k], shares[k] - rival, leads[k] - best_but(leads, k), *place, *chain.begins, *own])
    numbers = np.arange(len(items) * len(chains), dtype=np.int32)
    return Owners(numbers // max(1, len(chains)), numbers % max(1, len(chains)), table_of(rows), table_of(single))


def weight(times: int, chains: int) -> float:
    """Return what a pair of characters weighs that ``times`` of the page's stories hold: the rarer, the more."""
    return math.log(1 + chains / times) if times else 1.0


def table_of(rows: Sequence[Sequence[float]]) -> Array:
    """Return rows as a table; of no rows one of one column."""
    return np.array(rows, np.float32).reshape(len(rows), len(rows[0]) if rows else 1)


def shared(weights: Mapping[str, float], held: Sequence[Collection[str]]) -> list[float]:
    """Return for each story the share of a heading's character pairs, by weight, that it holds too."""
    total = sum(weights.values()) or 1.0
    return [sum(v for g, v in weights.items() if g in pairs) / total for pairs in held]


def best_but(values: Sequence[float], but: int) -> float:
    """Return the largest value but the one at an index, 0 if there is no other."""
    return max((value for n, value in enumerate(values) if n != but), default=0.0)


def itself(part: Fragment, every: Sequence[Fragment]) -> list[float]:
    """Return what a heading or credit says by itself."""
    above = every[part.number - 1].group if part.number else ""
    below = every[part.number + 1].group if part.number + 1 < len(every) else ""
    gap = every[part.number + 1].lines[0].gap if below else 4
    return [
        math.log(1 + len(part.text)) / 2,
        min(len(part.lines), 4) / 2,
        min(part.lines[0].gap, 4) / 2,
        min(gap, 4) / 2,
        max(-9.0, min(part.above, 9.0)) / 4,
        max(-9.0, min(part.below, 9.0)) / 4,
        *np.exp(part.kinds).tolist(),
        float(part.text[0] in "—-"),
        float(part.text[0] in "（("),
        float("摄" in part.text or "供图" in part.text),
        *(float(above == g) for g in (TEXT, HEAD, CREDIT, FURNITURE, "")),
        *(float(below == g) for g in (TEXT, HEAD, CREDIT, FURNITURE, "")),
    ]


def where(
    part: Fragment, chain: Chain, every: Sequence[Fragment], beside: tuple[tuple[int, int] | None, tuple[int, int] | None], k: int
) -> list[float]:
    """Return where a heading stands to a story: above its first run, below its last, between two of them, or how far away."""
    first, last = chain.runs[0], chain.runs[-1]
    before, after = beside
    distance = first.first - part.last if first.number > part.number else first.last - part.first
    nearest = min((abs(run.number - part.number), run.number) for run in chain.runs)[1]
    low, high = sorted((nearest, part.number))
    between = [every[n].group for n in range(low + 1, high)]
    width = float(np.median([line.width for line in part.lines])), float(np.median([line.width for line in every[nearest].lines]))
    direct = first.number == part.number + 1
    return [
        float(after == (k, 0)),
        float(after is not None and after[0] == k and after[1] > 0),
        float(before == (k, len(chain.runs) - 1)),
        float(before is not None and before[0] == k and before[1] < len(chain.runs) - 1),
        float(direct),
        float(direct and first.lines[0].gap == 0),
        float(last.number == part.number - 1),
        float(last.number == part.number - 1 and part.lines[0].gap == 0),
        math.log(1 + abs(distance)) / 3 * (1 if distance > 0 else 0),
        math.log(1 + abs(distance)) / 3 * (1 if distance <= 0 else 0),
        math.log(1 + high - low) / 2,
        float(nearest > part.number),
        min(between.count(TEXT), 4) / 2,
        min(between.count(HEAD), 3) / 2,
        min(between.count(CREDIT), 3) / 2,
        float(min(run.number for run in chain.runs) < part.number < max(run.number for run in chain.runs)),
        max(-10.0, min(width[0] - width[1], 10.0)) / 5,
    ]


NONE = 5.0
"""What speaks against a heading that no story has: of 0 … 8 the least from which on headlines are best (docs/reader.md)."""


def chances(owners: Owners, w: net.Weights, name: str, stories: int) -> Array:
    """Return the log probability of each owner of each item; the last column is that it has none; (items, stories + 1)."""
    n = len(owners.alone)
    scores = np.full((n, stories + 1), -30.0, np.float32)
    if n:
        scores[:, -1] = net.score(w, f"{name}.none", owners.alone) - (NONE if name == "head" else 0)
        if stories:
            scores[owners.item, owners.chain] = net.score(w, name, owners.pairs)
    top = scores.max(1, keepdims=True) if n else scores
    found: Array = np.round(scores - top - np.log(np.exp(scores - top).sum(1, keepdims=True)), 4) if n else scores
    return found


def settle(chance: Array, is_main: Sequence[bool]) -> list[int]:
    """Return the owner of each item, -1 for none: the likeliest whole in which no story has two items that are ``is_main``."""
    stories = chance.shape[1] - 1
    main = [n for n, each in enumerate(is_main) if each]
    owner = [int(k) if k < stories else -1 for k in chance.argmax(1)] if len(is_main) else []
    none = np.repeat(chance[main, -1:], len(main), axis=1)
    for n, k in zip(main, assigned(-np.concatenate([chance[main, :-1], none], axis=1)), strict=True):
        owner[n] = k if k < stories else -1
    return owner
