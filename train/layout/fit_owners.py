"""Fit whose headings and credits are, and their roles.

python -m train.layout.fit_owners PAGES --dev DEV --lines LINES.npz --out OUT
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from kg.text.learned import lines as line_reader
from kg.text.learned import net, roles
from kg.text.learned.fragments import CREDIT, HEAD, TEXT, Fragment, of
from kg.text.learned.owners import Chain, read_owners
from train.layout.adam import adam, dense, standard
from train.layout.examples import examples as pages
from train.layout.truth import HEADS, Truth

CHAINS, TORN = 40, 0.3


def examples(folder: Path, w: net.Weights) -> dict[str, list[Any]]:
    """Return the numbers of every heading and credit with its true owner, and of every heading line with its true role."""
    found: dict[str, list[Any]] = {"head": [], "credit": [], "role": []}
    draw = np.random.default_rng(7)
    for page in pages(folder):
        truth = page.truth
        every = page.fragments(w)
        texts = of(TEXT, every)
        if not texts:
            continue
        chains = true_chains(texts, truth, draw)
        owner = {}
        for k, c in enumerate(chains):
            article = most(c.runs, truth)
            size = sum(len(r.text) for r in c.runs if truth.article[r.first] == article)
            if article >= 0 and size > owner.get(article, (-1, 0))[1]:
                owner[article] = (k, size)
        for name in (HEAD, CREDIT):
            items = of(name, every)
            owners = read_owners(items, chains, every)
            labels = [owner.get(most([item], truth), (-1, 0))[0] for item in items]
            for n, label in enumerate(labels):
                own = owners.item == n
                found[name].append((owners.pairs[own], owners.alone[n], label))
        for article, (k, _) in owner.items():
            groups = [f for f in of(HEAD, every) if most([f], truth) == article and not truth.repeat[f.first]]
            kinds = [truth.kind[n] for f in groups for n in range(f.first, f.last + 1)]
            if groups and all(line_reader.KINDS[kind] in HEADS for kind in kinds):
                found["role"].append((roles.rows(groups, chains[k].text), np.array(kinds)))
    return found


def true_chains(texts: list[Fragment], truth: Truth, draw: np.random.Generator) -> list[Chain]:
    """Return the stories as they are, some torn as an arrangement of the page may tear them."""
    told: dict[int, list[Fragment]] = {}
    for at, text in enumerate(texts):
        article = truth.article[text.first]
        told.setdefault(article if article >= 0 and not truth.repeat[text.first] else -1 - at, []).append(text)
    chains = []
    for runs in told.values():
        runs.sort(key=lambda run: truth.first[run.first])
        cut = int(draw.integers(1, len(runs))) if len(runs) > 1 and draw.random() < TORN else len(runs)
        chains += [Chain(part) for part in (runs[:cut], runs[cut:]) if part]
    return sorted(chains, key=lambda chain: min(run.number for run in chain.runs))


def most(runs: list[Fragment], truth: Truth) -> int:
    """Return the article that most characters of some fragments are of."""
    sizes: Counter[int] = Counter()
    for run in runs:
        for n in range(run.first, run.last + 1):
            sizes[truth.article[n]] += len(run.lines[n - run.first].text)
    return sizes.most_common(1)[0][0]


def padded(items: list[Any]) -> tuple[Any, ...]:
    """Lay items out as (n, CHAINS, features), the items alone, labels (CHAINS: none) and the mask of stories."""
    items = [i for i in items if 0 < len(i[0]) <= CHAINS]
    d = items[0][0].shape[1]
    pairs, mask = np.zeros((len(items), CHAINS, d), np.float32), np.zeros((len(items), CHAINS), np.float32)
    for n, (rows, _, _) in enumerate(items):
        pairs[n, : len(rows)], mask[n, : len(rows)] = rows, 1
    alone = np.stack([i[1] for i in items])
    labels = np.array([i[2] if i[2] >= 0 else CHAINS for i in items])
    return pairs, alone, labels, mask


def owner_logits(w: Any, name: str, pairs: Any, alone: Any, mask: Any) -> Any:
    n, k, d = pairs.shape
    s = net.score_of(w, name, pairs.reshape(n * k, d), jnp).reshape(n, k) - 1e9 * (1 - mask)
    return jnp.concatenate([s, net.score_of(w, f"{name}.none", alone, jnp)[:, None]], axis=1)


def fit(w: dict[str, Any], make_loss: Any, data: tuple[Any, ...], epochs: int, size: int, seed: int, rate: float) -> dict[str, Any]:
    """Train by AdamW in batches of ``size`` rows."""
    fixed = {name: w.pop(name) for name in list(w) if name.endswith((".mean", ".scale"))}
    grad = jax.jit(jax.value_and_grad(lambda w, batch: make_loss({**w, **fixed}, batch)))
    draw, state, n = np.random.default_rng(seed), None, len(data[0])
    steps, done = epochs * (n // size), 0
    for _ in range(epochs):
        order = draw.permutation(n)
        for i in range(0, n - size + 1, size):
            batch = tuple(column[order[i : i + size]] for column in data)
            _, g = grad(w, batch)
            w, state = adam(w, g, state, rate * min(1.0, done / 60) * max(0.02, 1 - done / steps), 3e-3)
            done += 1
    return {name: np.asarray(value) for name, value in {**w, **fixed}.items()}


def fit_owner(name: str, items: list[Any], dev: list[Any], epochs: int, seed: int) -> dict[str, Any]:
    pairs, alone, labels, mask = padded(items)
    draw = np.random.default_rng(seed)
    w: dict[str, Any] = {}
    for part, table, wide in ((name, pairs[mask > 0], (32, 16)), (f"{name}.none", alone, (16, 8))):
        w[f"{part}.mean"], w[f"{part}.scale"] = standard(table)
        dense(w, part, "0", table.shape[1], wide[0], draw)
        dense(w, part, "1", wide[0], wide[1], draw)
        dense(w, part, "2", wide[1], 1, draw)

    def loss(w: Any, batch: Any) -> Any:
        logp = jax.nn.log_softmax(owner_logits(w, name, batch[0], batch[1], batch[3]))
        return -jnp.take_along_axis(logp, batch[2][:, None], 1).mean()

    w = fit(w, loss, (pairs, alone, labels, mask), epochs, 64, seed, 3e-3)
    for what, rows in (("train", items), ("dev", dev)):
        pairs, alone, labels, mask = padded(rows)
        best = np.asarray(owner_logits(w, name, pairs, alone, mask)).argmax(1)
        print(name, what, len(labels), f"right {(best == labels).mean():.4f}", flush=True)
    return w


def fit_roles(items: list[Any], dev: list[Any], epochs: int, seed: int) -> dict[str, Any]:
    rows, kinds = np.concatenate([i[0] for i in items]), np.concatenate([i[1] for i in items])
    draw = np.random.default_rng(seed)
    w: dict[str, Any] = {}
    w["role.mean"], w["role.scale"] = standard(rows)
    dense(w, "role", "0", rows.shape[1], 32, draw)
    dense(w, "role", "1", 32, len(roles.ROLES), draw)

    def logits(w: Any, rows: Any) -> Any:
        h = jnp.maximum((rows - w["role.mean"]) * w["role.scale"] @ w["role.w0"] + w["role.b0"], 0)
        return h @ w["role.w1"] + w["role.b1"]

    def loss(w: Any, batch: Any) -> Any:
        return -jnp.take_along_axis(jax.nn.log_softmax(logits(w, batch[0])), batch[1][:, None], 1).mean()

    w = fit(w, loss, (rows, kinds), epochs, 64, seed, 3e-3)
    right = sum(bool((np.asarray(logits(w, r)).argmax(1) == k).all()) for r, k in dev)
    print("roles dev: stories with all lines right", f"{right / len(dev):.4f}", flush=True)
    return w


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=Path, nargs="+")
    parser.add_argument("--roles", type=Path, nargs="+", help="pages for the roles of headings, if not PAGES: with kickers and subheads")
    parser.add_argument("--dev", type=Path, required=True)
    parser.add_argument("--lines", type=Path, required=True, help="packed readers of lines, which had not seen PAGES")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=25)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    began = time.time()
    w: dict[str, Any] = {}
    with np.load(args.lines) as stored:
        w_lines = {name: stored[name] for name in stored.files}
    train: dict[str, list[Any]] = {HEAD: [], CREDIT: [], "role": []}
    for folder in args.pages:
        for name, rows in examples(folder, w_lines).items():
            train[name] += rows
    if args.roles:
        train["role"] = [row for folder in args.roles for row in examples(folder, w_lines)["role"]]
    dev = examples(args.dev, w_lines)
    print({name: len(rows) for name, rows in train.items()}, f"{time.time() - began:.0f}s", flush=True)
    for name in (HEAD, CREDIT):
        w.update(fit_owner(name, train[name], dev[name], args.epochs, args.seed))
    w.update(fit_roles(train["role"], dev["role"], args.epochs, args.seed))
    np.savez(args.out, **{name: np.asarray(value) for name, value in w.items()})
    print(args.out.stat().st_size, "bytes", f"{time.time() - began:.0f}s")


if __name__ == "__main__":
    main()
