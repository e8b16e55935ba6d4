"""Where each thing is drawn: communities apart, the important things in their middle, labels never overlapping.

    1  inside each community a spring layout (numpy), pulled to the middle by how central a thing should stand
    2  boxes (symbol and label) pushed apart until none overlaps
    3  communities packed as discs, linked ones near each other, a wide ellipse in all

Deterministic: the start is a spiral in sorted order, and nothing asks a clock or a random source. Positions are whole
pixels at zoom 1, x to the right, y down.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.graph.packing import WIDE, Floats, pack, tighten

GOLDEN = math.pi * (3 - math.sqrt(5))
ROUNDS = 120
PUSHES = 300
JAMMED = 20
LARGEST = 600
"""A group larger than this is packed by its spiral alone: springs cost the square of its size."""


@dataclass(frozen=True, slots=True)
class Box:
    """The room a thing takes: width and height of symbol and label, and ``pull`` in 0…1 to the middle of its community."""

    width: float
    height: float
    pull: float = 0.0


def layout(graph: nx.Graph, boxes: Mapping[str, Box], community: Mapping[str, int], margin: float = 44.0) -> dict[str, tuple[int, int]]:
    """Return a position for every node of ``graph`` that has a box; ``margin`` is the least gap between boxes of two communities."""
    groups: dict[int, list[str]] = defaultdict(list)
    for node in sorted(boxes):
        groups[community[node]].append(node)
    local = {number: _group(graph, sorted(nodes, key=lambda n: (-boxes[n].pull, n)), boxes) for number, nodes in groups.items()}
    radius = {
        number: max(math.hypot((abs(x) + boxes[n].width / 2) / WIDE, abs(y) + boxes[n].height / 2) for n, (x, y) in placed.items())
        for number, placed in local.items()
    }
    centres = pack(radius, _bonds(graph, boxes, community))
    if len(boxes) <= LARGEST * 2:
        shapes = {
            n: (np.array(list(placed.values())), np.array([[boxes[m].width, boxes[m].height] for m in placed]))
            for n, placed in local.items()
        }
        centres = tighten(shapes, centres, margin)
    return {
        n: (round(x + centres[number][0]), round(y + centres[number][1]))
        for number, placed in local.items()
        for n, (x, y) in placed.items()
    }


def _group(graph: nx.Graph, nodes: list[str], boxes: Mapping[str, Box]) -> dict[str, tuple[float, float]]:
    """Lay one community out around its own middle; ``nodes`` come most central first."""
    size = np.array([[boxes[n].width, boxes[n].height] for n in nodes])
    unit = math.sqrt(float(np.mean(size[:, 0] * size[:, 1])))
    at = _spiral(len(nodes), unit)
    if 1 < len(nodes) <= LARGEST:
        at = _spring(at, _edges(graph, nodes), np.array([boxes[n].pull for n in nodes]), unit * 0.62)
        at[:, 0] *= WIDE
        at = apart(at, size)
    middle = (at.max(axis=0) + at.min(axis=0)) / 2
    return {n: (float(x), float(y)) for n, (x, y) in zip(nodes, at - middle, strict=True)}


def _spiral(count: int, unit: float) -> Floats:
    turn = np.arange(count) * GOLDEN
    far = unit * 0.75 * np.sqrt(np.arange(count))
    return np.stack([far * np.cos(turn), far * np.sin(turn)], axis=1)


def _edges(graph: nx.Graph, nodes: list[str]) -> tuple[NDArray[np.int64], Floats]:
    number = {n: i for i, n in enumerate(nodes)}
    found = sorted((*sorted((number[a], number[b])), float(w)) for a, b, w in graph.subgraph(nodes).edges(data="weight", default=1.0))
    ends = np.array([(a, b) for a, b, _ in found], dtype=np.int64).reshape(-1, 2)
    return ends, np.array([w for _, _, w in found])


def _spring(at: Floats, edges: tuple[NDArray[np.int64], Floats], pull: Floats, unit: float) -> Floats:
    """Cool a spring layout: all push each other off (unit²/d), ties draw together (d²/unit), ``pull`` draws to the middle."""
    ends, weight = edges
    x, y, heat = at[:, 0].copy(), at[:, 1].copy(), unit * 2
    for _ in range(ROUNDS):
        off_x, off_y = x[:, None] - x[None, :], y[:, None] - y[None, :]
        push = unit**2 / np.maximum(off_x**2 + off_y**2, 1.0)
        force_x, force_y = np.einsum("ij,ij->i", off_x, push), np.einsum("ij,ij->i", off_y, push)
        if len(ends):
            along_x, along_y = x[ends[:, 0]] - x[ends[:, 1]], y[ends[:, 0]] - y[ends[:, 1]]
            draw = np.hypot(along_x, along_y) / unit * np.minimum(weight, 2.0)
            for force, along in ((force_x, along_x), (force_y, along_y)):
                np.add.at(force, ends[:, 0], -along * draw)
                np.add.at(force, ends[:, 1], along * draw)
        force_x -= x * (0.25 + 1.2 * pull)
        force_y -= y * (0.25 + 1.2 * pull)
        length = np.maximum(np.hypot(force_x, force_y), 1e-9)
        step = np.minimum(length, heat) / length
        x, y, heat = x + force_x * step, y + force_y * step, heat * 0.965
    return np.stack([x, y], axis=1)


def apart(at: Floats, size: Floats) -> Floats:
    """Push overlapping boxes apart, along the axis on which they overlap less, until none does or PUSHES rounds are done.

    What is still jammed after some rounds is blown up a little, so that every crowd comes apart in the end.
    """
    at = at.copy()
    need_x, need_y = ((size[:, None, axis] + size[None, :, axis]) / 2 for axis in (0, 1))
    upper = np.triu(np.ones((len(at), len(at)), dtype=np.bool_), 1)
    for done in range(1, PUSHES + 1):
        hit_x = np.abs(at[:, None, 0] - at[None, :, 0]) < need_x
        left, right = np.nonzero(upper & hit_x & (np.abs(at[:, None, 1] - at[None, :, 1]) < need_y))
        if not len(left):
            break
        crowd = np.sqrt(np.bincount(np.concatenate([left, right]), minlength=len(at)).clip(1))
        gap = at[left] - at[right]
        over = np.stack([need_x[left, right], need_y[left, right]], axis=1) - np.abs(gap)
        axis = (over[:, 1] <= over[:, 0]).astype(np.int64)
        pair = np.arange(len(left))
        push = (over[pair, axis] / 2 + 0.05) * np.where(gap[pair, axis] < 0, -1.0, 1.0)
        np.add.at(at, (left, axis), push / crowd[left])
        np.add.at(at, (right, axis), -push / crowd[right])
        if done % JAMMED == 0:
            at *= 1.06
    return at


def _bonds(graph: nx.Graph, boxes: Iterable[str], community: Mapping[str, int]) -> dict[tuple[int, int], float]:
    shown = set(boxes)
    bonds: dict[tuple[int, int], float] = defaultdict(float)
    for a, b, weight in graph.edges(data="weight", default=1.0):
        if a in shown and b in shown and community[a] != community[b]:
            left, right = sorted((community[a], community[b]))
            bonds[left, right] += float(weight)
    return bonds
