"""Whether one piece of text reads on in another: a small network over the characters at both edges.

It is learned from cut prose (``train.layout.fit_seams``) and knows nothing of pages: only what stands before a cut and what stands behind
it, white space taken out.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.text.learned.net import Array, Weights

SIDE = 16
"""How many characters before and behind a cut are read."""

BRIDGE = 5
"""Of these, how many at the cut itself are read together."""

PAD, UNKNOWN, DIGIT = 0, 1, "0"


@functools.cache
def weights() -> Weights:
    """Return the learned arrays by name; ``characters`` are the code points known, from number 2 on."""
    with resources.as_file(resources.files("kg.text.learned") / "seams.npz") as path, np.load(path) as stored:
        return {name: stored[name] if name == "characters" else stored[name].astype(np.float32) for name in stored.files}


@functools.cache
def vocabulary() -> dict[str, int]:
    """Return the number of each character."""
    return {chr(point): number for number, point in enumerate(weights()["characters"].tolist(), 2)}


def coded(text: str, known: dict[str, int]) -> list[int]:
    """Return the numbers of a text's characters; all digits are alike."""
    return [known.get(DIGIT if c.isdigit() else c, UNKNOWN) for c in text]


def side(w: Any, name: str, ids: Any, np: Any = np) -> tuple[Any, Any]:
    """Return what the SIDE characters on one side of a cut give to the hidden layer and to the bridge; (n, SIDE) → (n, h), (n, b).

    ``name`` is left or right.
    """
    x = w["emb"][ids] + w[f"{name}.at"]
    near = x[:, -BRIDGE:] if name == "left" else x[:, :BRIDGE]
    for layer in ("c", "d"):
        padded = np.pad(x, ((0, 0), (1, 1), (0, 0)))
        x = np.maximum(
            np.concatenate([padded[:, :-2], padded[:, 1:-1], padded[:, 2:]], axis=-1) @ w[f"{name}.{layer}"] + w[f"{name}.{layer}b"], 0
        )
    wide, close = (rows.reshape(rows.shape[0], rows.shape[1] * rows.shape[2]) for rows in (x, near))
    return wide @ w[f"{name}.h"], close @ w[f"{name}.b"]


def meet(w: Any, left: tuple[Any, Any], right: tuple[Any, Any], np: Any = np) -> Any:
    """Return the log odds that what stands left reads on in what stands right; rows of both go together."""
    bridge = np.maximum(left[1] + right[1] + w["bridge"], 0)
    hidden = np.maximum(left[0] + right[0] + bridge @ w["over"] + w["hidden"], 0)
    top = np.maximum(hidden @ w["top"] + w["topb"], 0)
    return (top @ w["out"] + w["outb"])[..., 0]


def edge_ids(texts: Sequence[str], name: str) -> NDArray[np.int32]:
    """Return the numbers of the last (``left``) or first (``right``) SIDE characters of texts; (n, SIDE)."""
    known = vocabulary()
    found = np.full((len(texts), SIDE), PAD, np.int32)
    for row, text in enumerate(texts):
        ids = coded(text[-SIDE:] if name == "left" else text[:SIDE], known)
        if ids and name == "left":
            found[row, -len(ids) :] = ids
        else:
            found[row, : len(ids)] = ids
    return found


def told(name: str, texts: Sequence[str]) -> tuple[Array, Array]:
    """Return what one side of every text gives (``side``), read a piece at a time."""
    w = weights()
    each = [side(w, name, rows) for rows in parts(edge_ids(texts, name))]
    hidden, bridge = zip(*each, strict=True)
    return np.concatenate(hidden), np.concatenate(bridge)


class Edges:
    """The two edges of every text, read once, so that any pair of them is cheap."""

    def __init__(self, ends: Sequence[str], begins: Sequence[str]) -> None:
        self.left, self.right = told("left", ends), told("right", begins)

    def read_on(self, left: NDArray[np.int32], right: NDArray[np.int32]) -> Array:
        """Return the log odds that the end ``left[k]`` reads on in the beginning ``right[k]``; (n,), rounded."""
        w = weights()
        found = [
            meet(w, (self.left[0][a], self.left[1][a]), (self.right[0][b], self.right[1][b]))
            for a, b in zip(parts(left), parts(right), strict=True)
        ]
        joined: Array = np.round(np.concatenate(found), 3)
        return joined


def parts(rows: NDArray[np.int32], size: int = 4096) -> list[NDArray[np.int32]]:
    """Cut rows into pieces, so that memory does not grow with their number; one empty piece if there are none."""
    return [rows[at : at + size] for at in range(0, max(1, len(rows)), size)]
