"""Where each thing is drawn: communities apart, the important things in their middle, labels never overlapping.

    1  inside each community a spring layout (numpy), pulled to the middle by how central a thing should stand
    2  boxes (symbol and label) pushed apart until none overlaps
    3  communities packed as discs, linked ones near each other, a wide ellipse in all

Springs and packing cost the square of what they place, or more. So a community of more than LARGEST things is laid out in parts
(kg.graph.placement.parts), which are then packed, and many communities are packed part by part: the cost grows with the number of things.

Deterministic: the start is a spiral in sorted order, and nothing asks a clock or a random source. Positions are whole
pixels at zoom 1, x to the right, y down.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.graph.placement.packing import WIDE, Floats, pack, tighten
from kg.graph.placement.parts import parts

Placed = Mapping[str, tuple[float, float]]
"""Things with their places around the middle of their group."""
GOLDEN = math.pi * (3 - math.sqrt(5))
ROUNDS = 120
PUSHES = 300
JAMMED = 20
AT_ONCE = 1 << 18
"""Pairs of things whose springs are computed together."""
LARGEST = 150
"""A group larger than this is laid out in parts."""
TIGHT = 1200
"""Up to so many things communities are drawn together."""


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
    central_first = (sorted(nodes, key=lambda n: (-boxes[n].pull, n)) for nodes in groups.values())
    local = dict(zip(groups, _groups(graph, list(central_first), boxes), strict=True))
    centres = _packed(graph, boxes, local)
    if len(boxes) <= TIGHT:
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


def _groups(graph: nx.Graph, groups: Sequence[list[str]], boxes: Mapping[str, Box]) -> list[Placed]:
    """Lay each group out around its own middle; its things come most central first."""
    placed = [_in_parts(graph, nodes, boxes) if len(nodes) > LARGEST else {} for nodes in groups]
    by_size: dict[int, list[int]] = defaultdict(list)
    for number, nodes in enumerate(groups):
        if len(nodes) <= LARGEST:
            by_size[len(nodes)].append(number)
    for count, numbers in by_size.items():
        at_once = max(1, AT_ONCE // count**2)
        for some in (numbers[at : at + at_once] for at in range(0, len(numbers), at_once)):
            for number, at in zip(some, _sprung(graph, [groups[number] for number in some], boxes), strict=True):
                placed[number] = {n: (float(x), float(y)) for n, (x, y) in zip(groups[number], at, strict=True)}
    return placed


def _sprung(graph: nx.Graph, groups: Sequence[list[str]], boxes: Mapping[str, Box]) -> Iterator[Floats]:
    """Yield the places of groups of one size: springs in all of them together, then boxes pushed apart in each."""
    count = len(groups[0])
    sizes = np.array([[[boxes[n].width, boxes[n].height] for n in nodes] for nodes in groups])
    units = np.sqrt(np.mean(sizes[:, :, 0] * sizes[:, :, 1], axis=1))
    at = np.stack([_spiral(count, float(unit)) for unit in units])
    if count > 1:
        edges = [_edges(graph, nodes) for nodes in groups]
        ends = np.concatenate([ends + number * count for number, (ends, _) in enumerate(edges)])
        pull = np.array([[boxes[n].pull for n in nodes] for nodes in groups])
        at = _spring(at, (ends, np.concatenate([weight for _, weight in edges])), pull, units * 0.62)
        at[:, :, 0] *= WIDE
    for one, size in zip(at, sizes, strict=True):
        stands = apart(one, size) if count > 1 else one
        yield stands - (stands.max(axis=0) + stands.min(axis=0)) / 2


def _in_parts(graph: nx.Graph, nodes: list[str], boxes: Mapping[str, Box]) -> Placed:
    """Lay out the parts of a large group each by itself, then pack them as communities are packed."""
    placed = dict(enumerate(_groups(graph, parts(graph, nodes, LARGEST), boxes)))
    at = _packed(graph.subgraph(nodes), boxes, placed)
    return {n: (x + at[number][0], y + at[number][1]) for number, part in placed.items() for n, (x, y) in part.items()}


def _packed(graph: nx.Graph, boxes: Mapping[str, Box], placed: Mapping[int, Placed]) -> dict[int, tuple[float, float]]:
    """Return where the middle of each group stands, whose things are placed around it."""
    radius = {
        number: max(math.hypot((abs(x) + boxes[n].width / 2) / WIDE, abs(y) + boxes[n].height / 2) for n, (x, y) in group.items())
        for number, group in placed.items()
    }
    return pack(radius, _bonds(graph, {n: number for number, group in placed.items() for n in group}))


def _spiral(count: int, unit: float) -> Floats:
    turn = np.arange(count) * GOLDEN
    far = unit * 0.75 * np.sqrt(np.arange(count))
    return np.stack([far * np.cos(turn), far * np.sin(turn)], axis=1)


def _edges(graph: nx.Graph, nodes: list[str]) -> tuple[NDArray[np.int64], Floats]:
    number = {n: i for i, n in enumerate(nodes)}
    found = sorted((*sorted((number[a], number[b])), float(w)) for a, b, w in graph.subgraph(nodes).edges(data="weight", default=1.0))
    ends = np.array([(a, b) for a, b, _ in found], dtype=np.int64).reshape(-1, 2)
    return ends, np.array([w for _, _, w in found])


def _spring(at: Floats, edges: tuple[NDArray[np.int64], Floats], pull: Floats, unit: Floats) -> Floats:
    """Cool the springs of groups of one size; ``at`` by group and thing, ``edges`` between things numbered through all groups.

    In a group all push each other off (unit²/d), ties draw together (d²/unit), ``pull`` draws to the middle.
    """
    ends, weight = edges
    x, y, heat = at[:, :, 0].copy(), at[:, :, 1].copy(), unit[:, None] * 2
    tie_unit = unit[ends[:, 0] // at.shape[1]]
    for _ in range(ROUNDS):
        off_x, off_y = x[:, :, None] - x[:, None, :], y[:, :, None] - y[:, None, :]
        push = unit[:, None, None] ** 2 / np.maximum(off_x**2 + off_y**2, 1.0)
        force_x, force_y = np.einsum("gij,gij->gi", off_x, push), np.einsum("gij,gij->gi", off_y, push)
        if len(ends):
            flat_x, flat_y = x.ravel(), y.ravel()
            along_x, along_y = flat_x[ends[:, 0]] - flat_x[ends[:, 1]], flat_y[ends[:, 0]] - flat_y[ends[:, 1]]
            draw = np.hypot(along_x, along_y) / tie_unit * np.minimum(weight, 2.0)
            for force, along in ((force_x.ravel(), along_x), (force_y.ravel(), along_y)):
                np.add.at(force, ends[:, 0], -along * draw)
                np.add.at(force, ends[:, 1], along * draw)
        force_x -= x * (0.25 + 1.2 * pull)
        force_y -= y * (0.25 + 1.2 * pull)
        length = np.maximum(np.hypot(force_x, force_y), 1e-9)
        step = np.minimum(length, heat) / length
        x, y, heat = x + force_x * step, y + force_y * step, heat * 0.965
    return np.stack([x, y], axis=2)


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


def _bonds(graph: nx.Graph, group: Mapping[str, int]) -> dict[tuple[int, int], float]:
    bonds: dict[tuple[int, int], float] = defaultdict(float)
    for a, b, weight in graph.edges(data="weight", default=1.0):
        if a in group and b in group and group[a] != group[b]:
            left, right = sorted((group[a], group[b]))
            bonds[left, right] += float(weight)
    return bonds
