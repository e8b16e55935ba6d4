"""Communities placed side by side: packed as discs, linked ones close, then drawn together until they nearly touch."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.graph.placement.parts import parts

Floats = NDArray[np.float64]
Shapes = Mapping[int, tuple[Floats, Floats]]
"""For each community the places of its boxes around its own middle, and their widths and heights."""
WIDE = 1.45
"""How much wider than high the whole is."""
GAP = 24.0
TIGHTENINGS = 60
DISCS = 100
"""So many are placed at once: it costs the third power of their number."""


def pack(radius: Mapping[int, float], bonds: Mapping[tuple[int, int], float]) -> dict[int, tuple[float, float]]:
    """Place discs side by side, those that are tied near each other; more than DISCS in parts that are tied, then the parts."""
    if len(radius) <= DISCS:
        return pack_few(radius, bonds)
    tied = nx.Graph()
    tied.add_nodes_from(sorted(radius))
    tied.add_weighted_edges_from((a, b, weight) for (a, b), weight in sorted(bonds.items()))
    groups = parts(tied, sorted(radius, key=lambda n: (-radius[n], n)), DISCS)
    group_of = {n: i for i, group in enumerate(groups) for n in group}
    inner: list[dict[tuple[int, int], float]] = [{} for _ in groups]
    outer: dict[tuple[int, int], float] = defaultdict(float)
    for (a, b), weight in sorted(bonds.items()):
        one, other = sorted((group_of[a], group_of[b]))
        if one == other:
            inner[one][a, b] = weight
        else:
            outer[one, other] += weight
    packed = [pack({n: radius[n] for n in group}, inner[i]) for i, group in enumerate(groups)]
    middles = [middle(group) for group in packed]
    wide = {
        i: max(math.hypot((x - middles[i][0]) / WIDE, y - middles[i][1]) + radius[n] for n, (x, y) in group.items())
        for i, group in enumerate(packed)
    }
    at = pack(wide, outer)
    return {
        n: (x - middles[i][0] + at[i][0], y - middles[i][1] + at[i][1]) for i, group in enumerate(packed) for n, (x, y) in group.items()
    }


def middle(placed: Mapping[int, tuple[float, float]]) -> tuple[float, float]:
    """Return the middle of the places of discs."""
    across, down = zip(*placed.values(), strict=True)
    return (min(across) + max(across)) / 2, (min(down) + max(down)) / 2


def pack_few(radius: Mapping[int, float], bonds: Mapping[tuple[int, int], float]) -> dict[int, tuple[float, float]]:
    """Place discs one after another, each as near as it can stand to those it is tied to; the most tied and largest first."""
    tied = dict.fromkeys(radius, 0.0)
    for ends, weight in bonds.items():
        for n in ends:
            tied[n] += weight
    order = sorted(radius, key=lambda n: (-(radius[n] ** 2) * (1 + math.log1p(tied[n])), n))
    placed: dict[int, tuple[float, float]] = {}
    for number in order:
        drawn = {other: bonds.get((min(number, other), max(number, other)), 0.0) for other in placed}
        placed[number] = _spot(radius[number], [(*placed[o], radius[o], drawn[o]) for o in placed])
    return {n: (x * WIDE, y) for n, (x, y) in placed.items()}


def _spot(radius: float, placed: list[tuple[float, float, float, float]]) -> tuple[float, float]:
    """Return the free spot, touching a placed disc (x, y, radius, bond), that is nearest to the bonds and to the middle."""
    if not placed:
        return 0.0, 0.0
    disc = np.array(placed)
    turn = np.linspace(0, 2 * math.pi, 48, endpoint=False)
    around = disc[:, None, 2] + radius + GAP
    x = (disc[:, 0, None] + around * np.cos(turn)[None, :]).ravel()
    y = (disc[:, 1, None] + around * np.sin(turn)[None, :]).ravel()
    far = np.hypot(x[:, None] - disc[None, :, 0], y[:, None] - disc[None, :, 1])
    free = (far >= disc[None, :, 2] + radius + GAP - 1e-6).all(axis=1)
    total = disc[:, 3].sum()
    cost = np.hypot(x, y) + (far * disc[None, :, 3]).sum(axis=1) / (total or 1.0) * (1.5 if total else 0.0)
    best = int(np.argmin(np.where(free, np.round(cost, 3), np.inf)))
    return float(x[best]), float(y[best])


def tighten(shape: Shapes, centres: dict[int, tuple[float, float]], margin: float) -> dict[int, tuple[float, float]]:
    """Draw the communities to the middle, the nearest first, as far as no box of one comes within ``margin`` of another's."""
    stands = {n: at + np.array(centres[n]) for n, (at, _) in shape.items()}
    for number in sorted(centres, key=lambda n: (math.hypot(centres[n][0] / WIDE, centres[n][1]), n)):
        at, size = shape[number]
        others = [n for n in shape if n != number]
        centre = np.array(centres[number])
        if others:
            other_at = np.concatenate([stands[n] for n in others])
            other_size = np.concatenate([shape[n][1] for n in others])
        for _ in range(TIGHTENINGS if others else 0):
            nearer = [centre * (1 - 0.04 * np.array(way)) for way in ((1, 1), (1, 0), (0, 1))]
            step = next((c for c in nearer if not _touch(at + c, size, other_at, other_size, margin)), None)
            if step is None:
                break
            centre = step
        centres[number] = (float(centre[0]), float(centre[1]))
        stands[number] = at + centre
    return centres


def _touch(at: Floats, size: Floats, others: Floats, other_size: Floats, margin: float) -> bool:
    near_x = np.abs(at[:, None, 0] - others[None, :, 0]) < (size[:, None, 0] + other_size[None, :, 0]) / 2 + margin
    near_y = np.abs(at[:, None, 1] - others[None, :, 1]) < (size[:, None, 1] + other_size[None, :, 1]) / 2 + margin
    return bool(np.any(near_x & near_y))
