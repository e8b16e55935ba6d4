"""Small networks as plain arrays: what ``train.layout`` learned, run in numpy. It knows nothing of pages."""

from __future__ import annotations

import functools
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
Weights = dict[str, Array]
WINDOW = 2
STEPS = (1, 3)
"""How far apart the neighbours of a line are that each of the two window layers looks at."""


@functools.cache
def weights() -> Weights:
    """Return the learned arrays by name."""
    with resources.as_file(resources.files("kg.text.learned") / "layout.npz") as path, np.load(path) as stored:
        return {name: stored[name].astype(np.float32) for name in stored.files}


def windowed(rows: Any, step: int, np: Any = np) -> Any:
    """Return each row with its neighbours ``step`` and ``2·step`` above and below beside it, zeros beyond the ends; (n, d) → (n, 5d)."""
    n = rows.shape[0]
    pad = WINDOW * step
    padded = np.concatenate([np.zeros((pad, rows.shape[1]), rows.dtype), rows, np.zeros((pad, rows.shape[1]), rows.dtype)])
    return np.concatenate([padded[pad + k * step : pad + k * step + n] for k in range(-WINDOW, WINDOW + 1)], axis=1)


def members(w: Weights, name: str) -> list[Weights]:
    """Return the networks ``name`` of a file one by one: several that began from other seeds are stored in one array each."""
    own = {key: value for key, value in w.items() if key.startswith(f"{name}.")}
    return [{key: value[k] for key, value in own.items()} for k in range(len(own[f"{name}.mean"]))]


def read_lines(w: Weights, numbers: Array, hashed: NDArray[np.int32]) -> tuple[Array, Array]:
    """Return for each line the logits of its kinds (n, 7) and of whether the next line goes on with it (n,), the mean of all members."""
    each = [lines_of(member, numbers, hashed) for member in members(w, "lines")]
    kinds, follows = zip(*each, strict=True)
    return np.mean(kinds, axis=0), np.mean(follows, axis=0)


def score(w: Weights, name: str, rows: Array) -> Array:
    """Return the score of every row of numbers by the networks ``name``, the mean of all members; (n, d) → (n,)."""
    found: Array = np.mean([score_of(member, name, rows) for member in members(w, name)], axis=0)
    return found


def lines_of(w: Any, numbers: Any, hashed: Any, np: Any = np) -> tuple[Any, Any]:
    """Return for each line the logits of its kinds (n, 7) and of whether the next line goes on with it (n,); the last says nothing."""
    n = numbers.shape[0]
    table = w["lines.edges"][hashed].reshape(n, -1)
    x = (numbers - w["lines.mean"]) * w["lines.scale"]
    h = np.maximum(np.concatenate([x, table], axis=1) @ w["lines.w0"] + w["lines.b0"], 0)
    h1 = np.maximum(windowed(h, STEPS[0], np) @ w["lines.w1"] + w["lines.b1"], 0)
    h2 = np.maximum(windowed(h1, STEPS[1], np) @ w["lines.w2"] + w["lines.b2"], 0)
    top = np.concatenate([h, h1, h2], axis=1)
    kinds = top @ w["lines.wk"] + w["lines.bk"]
    below = np.concatenate([top[1:], np.zeros((1, top.shape[1]), top.dtype)])
    seam = np.maximum(np.concatenate([top, below], axis=1) @ w["lines.w3"] + w["lines.b3"], 0)
    return kinds, (seam @ w["lines.w4"] + w["lines.b4"])[:, 0]


def score_of(w: Any, name: str, rows: Any, np: Any = np) -> Any:
    """Return the score of every row of numbers by the two-layer network ``name``; (n, d) → (n,)."""
    x = (rows - w[f"{name}.mean"]) * w[f"{name}.scale"]
    h = np.maximum(x @ w[f"{name}.w0"] + w[f"{name}.b0"], 0)
    h = np.maximum(h @ w[f"{name}.w1"] + w[f"{name}.b1"], 0)
    return (h @ w[f"{name}.w2"] + w[f"{name}.b2"])[:, 0]
