"""Fit the reader of joins: ``python -m train.layout.fit_joins PAGES --dev DEV --lines LINES.npz --out JOINS.npz``.

With ``--first JOINS.npz``, which had not seen PAGES either, those of the second reading (``kg.text.learned.whole``).
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from kg.text.learned import net
from kg.text.learned.chains import odds
from kg.text.learned.fragments import TEXT, Fragment, of
from kg.text.learned.joins import read_joins
from kg.text.learned.whole import SECOND, read_again
from train.layout.adam import adam, dense, standard
from train.layout.examples import examples as pages
from train.layout.truth import Truth

PAIRS, SINGLES = 16384, 1024


def examples(folder: Path, w: net.Weights, *, again: bool = False) -> list[dict[str, Any]]:
    """Return the numbers of every page's joins with which are true; ``again``: those of the second reading."""
    found = []
    for page in pages(folder):
        every = page.fragments(w)
        texts = of(TEXT, every)
        if len(texts) < 2:
            continue
        joins = read_joins(texts, every)
        joins = read_again(texts, every, joins, odds(joins, w)) if again else joins
        nexts = successors(texts, page.truth)
        label = np.array([nexts[i] == j for i, j in zip(joins.left, joins.right, strict=True)], np.float32)
        found.append({"joins": joins, "label": label, "next": np.array(nexts)})
    return found


def successors(texts: list[Fragment], truth: Truth) -> list[int]:
    """Return for each run of text the number of the one that goes on with it, -1 if its story ends with it."""
    starts = [(truth.article[t.first], truth.first[t.first]) for t in texts]
    found = []
    for at, t in enumerate(texts):
        article, order = truth.article[t.last], truth.last[t.last]
        later = [
            (starts[n][1], n)
            for n in range(len(texts))
            if n != at and starts[n][0] == article >= 0 and starts[n][1] > order and not truth.repeat[texts[n].first]
        ]
        found.append(min(later)[1] if later and not truth.repeat[t.last] else -1)
    return found


def batched(pages: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """Lay pages one after another up to PAIRS pairs and SINGLES runs a batch."""
    batches, group, pairs, singles = [], [], 0, 0
    for page in pages:
        p, n = len(page["label"]), len(page["next"])
        if group and (pairs + p > PAIRS or singles + n > SINGLES - 1):
            batches.append(laid(group))
            group, pairs, singles = [], 0, 0
        if p <= PAIRS and n < SINGLES:
            group.append(page)
            pairs, singles = pairs + p, singles + n
    return [*batches, laid(group)] if group else batches


def laid(group: list[dict[str, Any]]) -> tuple[Any, ...]:
    """Make one batch of pages; what fills it up belongs to a run of its own that counts for nothing."""
    left, right, shift = [], [], 0
    for page in group:
        left.append(page["joins"].left + shift)
        right.append(page["joins"].right + shift)
        shift += len(page["next"])
    rows = np.concatenate([p["joins"].pairs for p in group])
    single = np.concatenate([p["joins"].ends for p in group])
    label = np.concatenate([p["label"] for p in group])
    a, b = np.concatenate(left), np.concatenate(right)
    has_next, has_last = np.zeros(SINGLES, np.float32), np.zeros(SINGLES, np.float32)
    np.add.at(has_next, a, label)
    np.add.at(has_last, b, label)
    truly = np.concatenate([p["next"] >= 0 for p in group])
    mask = np.zeros(SINGLES, np.float32)
    mask[:shift] = 1
    mask_next = mask.copy()
    mask_next[:shift] *= (has_next[:shift] > 0) | ~truly
    fill, more = PAIRS - len(rows), SINGLES - len(single)
    return (
        np.concatenate([rows, np.zeros((fill, rows.shape[1]), np.float32)]),
        np.concatenate([single, np.zeros((more, single.shape[1]), np.float32)]),
        np.r_[a, np.full(fill, SINGLES - 1)].astype(np.int32),
        np.r_[b, np.full(fill, SINGLES - 1)].astype(np.int32),
        np.r_[label, np.zeros(fill, np.float32)].astype(np.float32),
        has_next, has_last, mask_next, mask,
    )  # fmt: skip


def chosen(score: Any, at: Any, alone: Any, label: Any, has: Any, mask: Any) -> Any:
    """Return the cross-entropy of choosing for each run the true pair or none."""
    top = jnp.maximum(jax.ops.segment_max(score, at, SINGLES), alone)
    top = jax.lax.stop_gradient(top)
    total = jax.ops.segment_sum(jnp.exp(score - top[at]), at, SINGLES) + jnp.exp(alone - top)
    true = jax.ops.segment_sum(score * label, at, SINGLES) + alone * (1 - has)
    return ((jnp.log(total) + top - true) * mask).sum() / mask.sum()


DROPPED = 0.1
"""The share of numbers that a step of training does not see."""


def dropped(rows: Any, mean: Any, key: Any) -> Any:
    """Return rows some of whose columns hold their mean, the others as much more."""
    kept = jax.random.uniform(key, (1, rows.shape[1])) > DROPPED
    return mean + (rows - mean) * kept / (1 - DROPPED)


def loss(w: Any, batch: tuple[Any, ...], key: Any) -> Any:
    rows, single, a, b, label, has_next, has_last, mask_next, mask = batch
    if key is not None:
        one, two = jax.random.split(key)
        rows, single = dropped(rows, w["join.mean"], one), dropped(single, w["end.mean"], two)
    s = net.score_of(w, "join", rows, jnp)
    ends, begins = net.score_of(w, "end", single, jnp), net.score_of(w, "begin", single, jnp)
    return chosen(s, a, ends, label, has_next, mask_next) + chosen(s, b, begins, label, jnp.minimum(has_last, 1), mask)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=Path, nargs="+")
    parser.add_argument("--dev", type=Path, required=True)
    parser.add_argument("--lines", type=Path, required=True, help="packed readers of lines, which had not seen PAGES")
    parser.add_argument("--first", type=Path, help="packed readers of joins, which had not seen PAGES: fits those of the second reading")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=30)
    parser.add_argument("--seed", type=int, nargs="+", default=[1], help="one network each, in OUT with the seed before its suffix")
    args = parser.parse_args()
    began = time.time()
    with np.load(args.lines) as stored:
        reader = {name: stored[name] for name in stored.files}
    if args.first:
        with np.load(args.first) as stored:
            reader |= {name: stored[name] for name in stored.files}
    again = args.first is not None
    train = [example for folder in args.pages for example in examples(folder, reader, again=again)]
    dev = examples(args.dev, reader, again=again)
    print(len(train), "pages", sum(len(p["label"]) for p in train), "pairs", f"{time.time() - began:.0f}s", flush=True)
    for seed in args.seed:
        w = fit(train, dev, seed, args.epochs, began)
        out = args.out.with_name(f"{args.out.stem}{seed}.npz")
        np.savez(out, **{name.replace(".", f"{SECOND}." if again else ".", 1): value for name, value in w.items()})


def fit(train: list[dict[str, Any]], dev: list[dict[str, Any]], seed: int, epochs: int, began: float) -> dict[str, Any]:
    """Return the networks ``join``, ``end`` and ``begin`` that one seed comes to."""
    draw = np.random.default_rng(seed)
    w: dict[str, Any] = {}
    for name, rows in (("join", "pairs"), ("end", "ends"), ("begin", "begins")):
        table = np.concatenate([getattr(p["joins"], rows) for p in train])
        w[f"{name}.mean"], w[f"{name}.scale"] = standard(table)
        wide = (48, 24) if name == "join" else (24, 12)
        dense(w, name, "0", table.shape[1], wide[0], draw)
        dense(w, name, "1", wide[0], wide[1], draw)
        dense(w, name, "2", wide[1], 1, draw)
    fixed = {name: w.pop(name) for name in list(w) if name.endswith((".mean", ".scale"))}
    grad = jax.jit(jax.value_and_grad(lambda w, batch, key: loss({**w, **fixed}, batch, key)))
    valued = jax.jit(lambda w, batch: loss({**w, **fixed}, batch, None))
    tests = batched(dev)
    state, key, done = None, jax.random.PRNGKey(seed), 0
    steps = epochs * len(batched(train))
    for epoch in range(epochs):
        total = 0.0
        batches = batched([train[n] for n in draw.permutation(len(train))])
        for batch in batches:
            key, own = jax.random.split(key)
            value, g = grad(w, batch, own)
            rate = 4e-3 * min(1.0, done / 60) * max(0.02, 1 - done / steps)
            w, state = adam(w, g, state, rate, decay=3e-3)
            total += float(value)
            done += 1
        if epoch % 10 == 9:
            held = sum(float(valued(w, batch)) for batch in tests) / len(tests)
            told = f"{total / len(batches):.4f} dev {held:.4f}"
            print(epoch, told, report({**w, **fixed}, dev), f"{time.time() - began:.0f}s", flush=True)
    return {name: np.asarray(value) for name, value in {**w, **fixed}.items()}


def report(w: Any, dev: list[dict[str, Any]]) -> str:
    """Return how often the best next run is the true one."""
    arrays = {name: np.asarray(value) for name, value in w.items()}
    right = total = true_ends = said_ends = both = 0
    for page in dev:
        joins = page["joins"]
        s = net.score_of(arrays, "join", joins.pairs)
        ends = net.score_of(arrays, "end", joins.ends)
        for i, nxt in enumerate(page["next"]):
            own = joins.left == i
            best = int(joins.right[own][s[own].argmax()]) if own.any() and s[own].max() > ends[i] else -1
            right += best == nxt
            total += 1
            true_ends += nxt < 0
            said_ends += best < 0
            both += best < 0 and nxt < 0
    return f"next right {right / total:.4f} of {total}; ends F1 {2 * both / (true_ends + said_ends):.4f}"


if __name__ == "__main__":
    main()
