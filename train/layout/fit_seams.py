"""Fit the reader of seams: ``python -m train.layout.fit_seams READER/weights.pkl OUT.npz`` (JAX on a CPU, a quarter of an hour).

It is shown the corpus cut at any character, right after what stands before the cut and after something else: another place of the same
passage, of another one, or the beginning of one. Headed passages are kept for the pages of ``train.layout.pages``, so that the other
networks are shown this one's word on text that it has not seen.
"""

from __future__ import annotations

import argparse
import pickle
import re
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from corpus.marked import read
from kg.text.learned import seams
from kg.text.learned.net import Array
from train.layout.adam import adam

CORPUS = Path(__file__).parents[2] / "corpus"
NEVER_FIRST, NEVER_LAST = frozenset("，。、；：！？）》”’,%"), frozenset("（《“‘")
STOPS = frozenset("。！？”；")
GROUP, GROUPS = 8, 64
"""Cuts taken from one passage and its neighbours, and passages a step."""

WIDE, INNER, HIDDEN, TOP, OVER = 96, (192, 128), 256, 64, 256


def texts(paths: Sequence[Path], *, headed: bool) -> list[str]:
    """Return the passages of files without white space; ``headed`` says whether those with a headline too."""
    found = [re.sub(r"\s+", "", p.text) for path in paths for p in read(path) if headed or not p.headline]
    return [text for text in found if len(text) >= 30]


class Prose:
    """Passages as one row of character numbers and all places where they may be cut."""

    def __init__(self, passages: Sequence[str], known: dict[str, int]) -> None:
        rows: list[int] = []
        cuts, stops, begins = [], [], []
        for text in passages:
            rows += [seams.PAD] * seams.SIDE
            start = len(rows)
            begins.append(start)
            rows += seams.coded(text, known)
            for at in range(4, len(text) - 4):
                if text[at] not in NEVER_FIRST and text[at - 1] not in NEVER_LAST:
                    cuts.append(start + at)
                    stops.append(text[at - 1] in STOPS)
        self.rows = np.array(rows + [seams.PAD] * seams.SIDE, np.int32)
        self.cuts, self.begins = np.array(cuts), np.array(begins)
        self.stopped = np.flatnonzero(stops)

    def draw(self, draw: np.random.Generator, groups: int) -> tuple[Array, Array]:
        """Return what stands left of GROUP cuts of each of ``groups`` places, and right of them, then right of the passages' beginnings."""
        middle = draw.integers(len(self.cuts), size=groups)
        near = middle[:, None] + draw.integers(-150, 150, size=(groups, GROUP))
        near = np.clip(near, 0, len(self.cuts) - 1)
        stop = self.stopped[np.clip(np.searchsorted(self.stopped, near), 0, len(self.stopped) - 1)]
        at = self.cuts[np.where(draw.random(near.shape) < 0.2, stop, near)].reshape(-1)
        begin = self.begins[draw.integers(len(self.begins), size=groups)]
        left = self.rows[at[:, None] + np.arange(-seams.SIDE, 0)]
        right = self.rows[np.concatenate([at, begin])[:, None] + np.arange(seams.SIDE)]
        return left, right


def others(draw: np.random.Generator, groups: int) -> Any:
    """Return for every cut the numbers of its own right side, two of its group, three of any, one beginning; (cuts, 7)."""
    n = groups * GROUP
    own = np.arange(n)
    group = own - own % GROUP
    shift = draw.permuted(np.tile(np.arange(1, GROUP), (n, 1)), axis=1)[:, :2]
    near = group[:, None] + (own[:, None] % GROUP + shift) % GROUP
    far = (own[:, None] + draw.integers(GROUP, n - GROUP, size=(n, 3))) % n
    begin = n + draw.integers(groups, size=(n, 1))
    return np.concatenate([own[:, None], near, far, begin], axis=1)


def start(known: dict[str, int], weights: Path, draw: np.random.Generator) -> dict[str, Any]:
    """Return weights to begin with: the encoder's table of characters by its main directions, the rest drawn."""
    stored = pickle.loads(weights.read_bytes())
    table, characters = np.array(stored["params"]["encoder"]["word"], np.float32), stored["characters"]
    specials = len(table) - len(characters)
    table -= table.mean(0)
    main = table @ np.linalg.svd(table, full_matrices=False)[2][:WIDE].T
    main /= 2 * main.std()
    place = {c: n + specials for n, c in enumerate(characters)}
    emb = (draw.normal(size=(len(known) + 2, WIDE)) * 0.3).astype(np.float32)
    for c, n in known.items():
        if c in place:
            emb[n] = main[place[c]]
    w = {"emb": emb, "bridge": np.zeros(OVER, np.float32), "hidden": np.zeros(HIDDEN, np.float32)}

    def dense(name: str, inner: int, outer: int) -> None:
        w[name] = (draw.normal(size=(inner, outer)) * np.sqrt(2 / inner)).astype(np.float32)

    for name in ("left", "right"):
        w[f"{name}.at"] = np.zeros((seams.SIDE, WIDE), np.float32)
        for layer, inner, outer in zip("cd", (WIDE, *INNER), INNER, strict=False):
            dense(f"{name}.{layer}", 3 * inner, outer)
            w[f"{name}.{layer}b"] = np.zeros(outer, np.float32)
        dense(f"{name}.h", seams.SIDE * INNER[-1], HIDDEN)
        dense(f"{name}.b", seams.BRIDGE * WIDE, OVER)
    dense("over", OVER, HIDDEN)
    dense("top", HIDDEN, TOP)
    dense("out", TOP, 1)
    return {**w, "topb": np.zeros(TOP, np.float32), "outb": np.zeros(1, np.float32)}


def odds(w: Any, left: Any, right: Any, pairs: Any, key: Any = None) -> Any:
    """Return the log odds of the pairs (cuts, 7); with a key, some characters are hidden."""
    if key is not None:
        one, two = jax.random.split(key)
        left = jnp.where(jax.random.bernoulli(one, 0.92, left.shape), left, seams.UNKNOWN)
        right = jnp.where(jax.random.bernoulli(two, 0.92, right.shape), right, seams.UNKNOWN)
    a, b = seams.side(w, "left", left, jnp), seams.side(w, "right", right, jnp)
    return seams.meet(w, (a[0][:, None], a[1][:, None]), (b[0][pairs], b[1][pairs]), jnp)


def loss(w: Any, left: Any, right: Any, pairs: Any, key: Any) -> Any:
    z = odds(w, left, right, pairs, key)
    sign = jnp.where(jnp.arange(z.shape[1]) == 0, 1.0, -1.0)
    weight = jnp.where(jnp.arange(z.shape[1]) == 0, 3.0, 1.0)
    single = (jnp.logaddexp(0, -sign * z) * weight).mean()
    return single - jax.nn.log_softmax(z, axis=1)[:, 0].mean() * 0.5


def report(w: Any, dev: Prose, stops: Sequence[int]) -> str:
    """Return how often the true side is likelier than a false one, and likeliest of seven, in mid-sentence and after a stop.

    ``stops`` are the numbers of STOPS.
    """
    draw = np.random.default_rng(5)
    z, after = [], []
    for _ in range(8):
        left, right = dev.draw(draw, GROUPS)
        z.append(np.asarray(odds_now(w, left, right, others(draw, GROUPS))))
        after.append(np.isin(left[:, -1], stops))
    rows, stopped = np.concatenate(z), np.concatenate(after)
    found = []
    for name, own in (("inside", ~stopped), ("after a stop", stopped)):
        r = rows[own]
        pairs = (r[:, :1] > r[:, 1:]).mean()
        area = (np.sort(r[:, 1:].reshape(-1)).searchsorted(r[:, 0]) / r[:, 1:].size).mean()
        found.append(f"{name}: pairs {pairs:.3f} area {area:.3f} best {(r.argmax(1) == 0).mean():.3f}")
    return ", ".join(found)


odds_now = jax.jit(odds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path, help="the reader's weights, for its table of characters")
    parser.add_argument("out", type=Path)
    parser.add_argument("--steps", type=int, default=8000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    prose = texts(sorted(CORPUS.glob("p[0-9]*.txt")), headed=False)
    counts = Counter(seams.DIGIT if c.isdigit() else c for text in prose for c in text)
    characters = sorted(c for c, n in counts.items() if n > 1)
    known = {c: n for n, c in enumerate(characters, 2)}
    stops = [n for c, n in known.items() if c in STOPS]
    train, dev = Prose(prose, known), Prose(texts([CORPUS / "dev.txt", CORPUS / "dev2.txt"], headed=True), known)
    print(len(prose), "passages", len(train.cuts), "cuts", len(known), "characters", flush=True)
    draw = np.random.default_rng(args.seed)
    w: Any = start(known, args.weights, draw)
    grad = jax.jit(jax.value_and_grad(loss))
    state, key, began, total = None, jax.random.PRNGKey(args.seed), time.time(), 0.0
    for step in range(1, args.steps + 1):
        left, right = train.draw(draw, GROUPS)
        key, sub = jax.random.split(key)
        value, g = grad(w, left, right, others(draw, GROUPS), sub)
        w, state = adam(w, g, state, 2e-3 * min(1.0, step / 200) * (1 - step / args.steps) + 1e-5, decay=1e-2)
        total += float(value)
        if step % 500 == 0 or step == args.steps:
            print(step, f"{total / 500:.4f}", report(w, dev, stops), f"{time.time() - began:.0f}s", flush=True)
            total = 0.0
            held = {name: np.asarray(a, np.float16) for name, a in w.items()}
            np.savez_compressed(args.out, characters=np.array([ord(c) for c in characters], np.int32), **held)


if __name__ == "__main__":
    main()
