"""The optimiser and the start of layers, shared by the trainers of layout."""

from __future__ import annotations

from typing import Any

import jax
import jax.numpy as jnp
import numpy as np


def adam(w: Any, g: Any, state: Any, rate: float, decay: float = 0.0) -> tuple[Any, Any]:
    """One step of AdamW."""
    if state is None:
        zeros = jax.tree.map(jnp.zeros_like, w)
        state = (zeros, zeros, 0)
    m, v, t = state
    return _step(w, g, m, v, t + 1, rate, decay)


@jax.jit
def _step(w: Any, g: Any, m: Any, v: Any, t: Any, rate: Any, decay: Any) -> tuple[Any, Any]:
    m = jax.tree.map(lambda a, b: 0.9 * a + 0.1 * b, m, g)
    v = jax.tree.map(lambda a, b: 0.99 * a + 0.01 * b * b, v, g)
    a, b = 1 - 0.9**t, 1 - 0.99**t
    w = jax.tree.map(lambda x, mm, vv: x - rate * ((mm / a) / (jnp.sqrt(vv / b) + 1e-8) + decay * x), w, m, v)
    return w, (m, v, t)


def standard(rows: Any) -> tuple[Any, Any]:
    """Return mean and one over the deviation of each column."""
    return rows.mean(0).astype(np.float32), (1 / (rows.std(0) + 0.05)).astype(np.float32)


def dense(w: dict[str, Any], name: str, layer: str, inner: int, outer: int, draw: np.random.Generator) -> None:
    """Put a layer's first weights into ``w``."""
    w[f"{name}.w{layer}"] = (draw.normal(size=(inner, outer)) * np.sqrt(2 / inner)).astype(np.float32)
    w[f"{name}.b{layer}"] = np.zeros(outer, np.float32)
