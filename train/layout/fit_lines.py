"""Fit the reader of lines: ``python -m train.layout.fit_lines PAGES --dev PAGES --out PART.npz`` (JAX on a CPU, some minutes)."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from kg.text.learned import lines, net
from train.layout.adam import adam, dense, standard
from train.layout.examples import examples

LONGEST = 640
EDGE = 6


def rows(folder: Path) -> list[tuple[Any, ...]]:
    """Return (numbers, hashed, kinds, follows) of every page of a folder."""
    found = []
    for page in examples(folder):
        follows = [page.truth.follows(at) for at in range(len(page.sheet.lines) - 1)]
        found.append((page.numbers, page.hashed, np.array(page.truth.kind), np.array([*follows, False], np.float32)))
    return found


def stacked(pages: list[tuple[Any, ...]]) -> tuple[Any, ...]:
    """Pad pages to one length: numbers, hashed, kinds, follows, mask of lines, mask of seams."""
    size = max(len(p[0]) for p in pages)
    size = min(LONGEST, -(-size // 64) * 64)
    out = [[] for _ in range(6)]  # type: ignore[var-annotated]
    for numbers, hashed, kinds, follows in pages:
        n = min(len(numbers), size)
        fill = size - n
        mask = np.r_[np.ones(n, np.float32), np.zeros(fill, np.float32)]
        seams = np.r_[np.ones(n - 1, np.float32), np.zeros(fill + 1, np.float32)]
        for column, value in zip(out, (numbers, hashed, kinds, follows), strict=False):
            column.append(np.concatenate([value[:n], np.zeros((fill, *value.shape[1:]), value.dtype)]))
        out[4].append(mask)
        out[5].append(seams)
    return tuple(np.stack(column) for column in out)


def start(pages: list[tuple[Any, ...]], seed: int) -> dict[str, Any]:
    """Return weights to begin with."""
    draw = np.random.default_rng(seed)
    numbers = np.concatenate([p[0] for p in pages])
    mean, scale = standard(numbers)
    d = numbers.shape[1] + 6 * EDGE
    w = {"lines.edges": (draw.normal(size=(lines.HASHED, EDGE)) * 0.1).astype(np.float32), "lines.mean": mean, "lines.scale": scale}
    a, b, c = 96, 96, 64
    top = a + b + c
    dense(w, "lines", "0", d, a, draw)
    dense(w, "lines", "1", 5 * a, b, draw)
    dense(w, "lines", "2", 5 * b, c, draw)
    dense(w, "lines", "k", top, len(lines.KINDS), draw)
    dense(w, "lines", "3", 2 * top, 32, draw)
    dense(w, "lines", "4", 32, 1, draw)
    return w


def one(w: Any, numbers: Any, hashed: Any) -> tuple[Any, Any]:
    return net.lines_of(w, numbers, hashed, jnp)


def loss(w: Any, batch: tuple[Any, ...], key: Any) -> Any:
    numbers, hashed, kinds, follows, mask, seams = batch
    one_key, other_key = jax.random.split(key)
    keep = jax.random.bernoulli(one_key, 0.8, hashed.shape)
    seen = jax.random.bernoulli(other_key, 0.92, (numbers.shape[0], 1, numbers.shape[2]))
    numbers = jnp.where(seen, numbers, w["lines.mean"])
    k, f = jax.vmap(one, in_axes=(None, 0, 0))(w, numbers, jnp.where(keep, hashed, 0))
    logp = jax.nn.log_softmax(k)
    at = jnp.take_along_axis(logp, kinds[..., None], -1)[..., 0]
    seam = jnp.maximum(f, 0) - f * follows + jnp.log1p(jnp.exp(-jnp.abs(f)))
    return -(at * mask).sum() / mask.sum() + (seam * seams).sum() / seams.sum()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=Path, nargs="+")
    parser.add_argument("--dev", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    began = time.time()
    train = [example for folder in args.pages for example in rows(folder)]
    dev = rows(args.dev)
    print(len(train), "pages", sum(len(p[0]) for p in train), "lines", f"{time.time() - began:.0f}s", flush=True)
    w = start(train, args.seed)
    fixed = {name: w.pop(name) for name in ("lines.mean", "lines.scale")}
    draw = np.random.default_rng(args.seed)
    order = sorted(range(len(train)), key=lambda n: len(train[n][0]))
    batches = [stacked([train[n] for n in order[i : i + 6]]) for i in range(0, len(order), 6)]
    grad = jax.jit(jax.value_and_grad(lambda w, batch, key: loss({**w, **fixed}, batch, key)))
    state, key = None, jax.random.PRNGKey(args.seed)
    steps = args.epochs * len(batches)
    done = 0
    for epoch in range(args.epochs):
        total = 0.0
        for at in draw.permutation(len(batches)):
            key, sub = jax.random.split(key)
            value, g = grad(w, batches[at], sub)
            rate = 3e-3 * min(1.0, done / 100) * (1 - done / steps) + 1e-5
            w, state = adam(w, g, state, rate, decay=1e-3)
            total += float(value)
            done += 1
        if epoch % 4 == 3 or epoch == args.epochs - 1:
            print(epoch, f"{total / len(batches):.4f}", report({**w, **fixed}, dev), f"{time.time() - began:.0f}s", flush=True)
    np.savez(args.out, **{name: np.asarray(value) for name, value in {**w, **fixed}.items()})


def report(w: Any, dev: list[tuple[Any, ...]]) -> str:
    """Return the share of lines with the right kind, by kind, and the errors of seams."""
    right = wrong = 0
    by = {kind: [0, 0, 0] for kind in lines.KINDS}
    seams = [0, 0, 0]
    arrays = {name: np.asarray(value) for name, value in w.items()}
    for numbers, hashed, kinds, follows in dev:
        k, f = net.lines_of(arrays, numbers, hashed)
        best = k.argmax(1)
        right += int((best == kinds).sum())
        wrong += int((best != kinds).sum())
        for n, kind in enumerate(lines.KINDS):
            by[kind][0] += int(((best == n) & (kinds == n)).sum())
            by[kind][1] += int((best == n).sum())
            by[kind][2] += int((kinds == n).sum())
        said = f[:-1] > 0
        seams[0] += int((said & (follows[:-1] == 0)).sum())
        seams[1] += int((~said & (follows[:-1] == 1)).sum())
        seams[2] += int((follows[:-1] == 0).sum())
    parts = " ".join(f"{kind} {2 * a / max(1, b + c):.3f}" for kind, (a, b, c) in by.items())
    return f"kinds {right / (right + wrong):.4f} {parts} | seams: {seams[0]} false joins, {seams[1]} false cuts of {seams[2]} cuts"


if __name__ == "__main__":
    main()
