"""Examples as arrays: cut to windows, given fresh names, packed together, laid out in tensors of one shape.

One shape means one compilation, and a window holds several passages: what stands in another passage is no party to a fact.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from kg.reader import labels
from kg.reader.characters import BEGIN, END, PAD, SPACE, UNKNOWN, fold, paint_span
from train.decoys import decoys
from train.examples import STOP, Example

LENGTH, NODES = 384, 64
"""Characters of a window with its two marks, and nodes of a window."""

Bank = dict[int, list[list[str]]]


def cut(example: Example, limit: int = LENGTH - 2) -> list[Example]:
    """Cut a long example at its stops into parts of at most ``limit`` characters; links across a cut are lost."""
    ends = [m.end() for m in STOP.finditer(example.text)] + [len(example.text)]
    bounds, begin, last = [], 0, 0
    for end in ends:
        while end - begin > limit:
            stop = last if last > begin else begin + limit
            bounds.append((begin, stop))
            begin = stop
        last = end
    bounds.append((begin, len(example.text)))
    if len(bounds) == 1:
        return [example]
    parts = []
    for number, (a, b) in enumerate(bounds):
        if b > a:
            keep = {i: n for n, i in enumerate(i for i, node in enumerate(example.nodes) if a <= node[0] and node[1] <= b)}
            parts.append(
                replace(
                    example,
                    id=f"{example.id}#{number}",
                    text=example.text[a:b],
                    nodes=[[n[0] - a, n[1] - a, *n[2:]] for i, n in enumerate(example.nodes) if i in keep],
                    links=[(keep[i], keep[j], k) for i, j, k in example.links if i in keep and j in keep],
                    open=[(keep[i], keep[j], k) for i, j, k in example.open if i in keep and j in keep],
                    status=[(keep[i], keep[j], k) for i, j, k in example.status if i in keep and j in keep],
                    roles=[(keep[i], keep[j], k) for i, j, k in example.roles if i in keep and j in keep],
                    events=[(keep[i], *more) for i, *more in example.events if i in keep],
                    events_open=[keep[i] for i in example.events_open if i in keep],
                )
            )
    return parts


def swappable(example: Example) -> dict[str, list[int]]:
    """Return the things whose every name stands alone, with their nodes: no other node overlaps them."""
    found: dict[str, list[int]] = defaultdict(list)
    barred = set()
    for i, (start, end, kind, ids, layer) in enumerate(example.nodes):
        alone = not any(j != i and n[0] < end and start < n[1] for j, n in enumerate(example.nodes))
        if layer == 0 and len(ids) == 1 and kind < len(labels.TYPES):
            found[ids[0]].append(i)
            if not alone:
                barred.add(ids[0])
        elif layer == 1:
            barred.update(ids)
    return {ident: nodes for ident, nodes in found.items() if ident not in barred}


def bank(examples: Iterable[Example]) -> Bank:
    """Collect the names of things, fullest first, by kind."""
    found: Bank = defaultdict(list)
    for example in examples:
        for nodes in swappable(example).values():
            surfaces = sorted({example.text[example.nodes[i][0] : example.nodes[i][1]] for i in nodes}, key=lambda s: (-len(s), s))
            found[example.nodes[nodes[0]][2]].append(surfaces)
    return dict(found)


def swap(example: Example, names: Bank, rng: random.Random, share: float) -> Example:
    """Give a share of an example's things other names of their kind, each surface the other thing's of the same rank."""
    new: dict[int, str] = {}
    for _, nodes in sorted(swappable(example).items()):
        if rng.random() >= share:
            continue
        spans = [example.text[example.nodes[i][0] : example.nodes[i][1]] for i in nodes]
        ranks = {s: r for r, s in enumerate(sorted(set(spans), key=lambda s: (-len(s), s)))}
        other = rng.choice(names[example.nodes[nodes[0]][2]])
        for i, span in zip(nodes, spans, strict=True):
            new[i] = other[min(ranks[span], len(other) - 1)]
    if not new:
        return example
    text, at, shift = [], 0, []
    for i in sorted(new, key=lambda i: example.nodes[i][0]):
        start, end = example.nodes[i][:2]
        text += [example.text[at:start], new[i]]
        shift.append((end, len(new[i]) - (end - start)))
        at = end
    text.append(example.text[at:])

    def moved(offset: int) -> int:
        return offset + sum(d for end, d in shift if end <= offset)

    nodes = []
    for i, node in enumerate(example.nodes):
        start = moved(node[0])
        nodes.append([start, start + len(new[i]) if i in new else moved(node[1]), *node[2:]])
    return replace(example, text="".join(text), nodes=nodes)


@dataclass
class Window:
    """Examples set one behind another, with their offsets (the mark of the beginning is at 0)."""

    parts: list[tuple[int, Example]]
    length: int


def pack(examples: list[Example], rng: random.Random, length: int = LENGTH, nodes: int = NODES) -> list[Window]:
    """Fill windows with examples in random order, the first that has room takes the next."""
    order = list(examples)
    rng.shuffle(order)
    full: list[Window] = []
    room: list[tuple[Window, int]] = []
    for example in order:
        size, count = len(example.text) + 1, min(len(example.nodes), nodes)
        for i, (window, used) in enumerate(room):
            if window.length + size <= length - 1 and used + count <= nodes:
                window.parts.append((window.length, example))
                window.length += size
                room[i] = (window, used + count)
                break
        else:
            room.append((Window([(1, example)], 1 + size), count))
            if len(room) > 12:
                room.sort(key=lambda w: w[0].length)
                full.append(room.pop()[0])
    return full + [w for w, _ in room]


def arrays(
    windows: list[Window], place: dict[str, int], length: int = LENGTH, nodes: int = NODES, rng: random.Random | None = None
) -> dict[str, np.ndarray]:
    """Return the tensors of a batch: B windows, T characters, N nodes, L link labels; with ``rng`` some nodes are decoys.

    ids (B,T) int32, mask (B,T) bool, tags (B,3,T) int32, painted (B,3,T) int32 the same with the decoys;
    spans (B,N,2) int32, kinds (B,N) int32 with 0 for none and kind + 1;
    links (B,N,N,L) bool, open (B,N,N,L) bool; status, roles (B,N,N) int32 with -1 for unknown; events (B,N,R) bool,
    event_kind (B,N) int32 with -1, planned (B,N) float32 with -1, event_open (B,N) bool.
    """
    b, kinds, marks = len(windows), len(labels.LINKS), len(labels.EVENT_ROLES)
    out: dict[str, Any] = {
        "ids": np.full((b, length), PAD, np.int32), "mask": np.zeros((b, length), bool), "tags": np.zeros((b, 3, length), np.int32),
        "painted": np.zeros((b, 3, length), np.int32),
        "spans": np.zeros((b, nodes, 2), np.int32), "kinds": np.zeros((b, nodes), np.int32),
        "links": np.zeros((b, nodes, nodes, kinds), bool), "open": np.zeros((b, nodes, nodes, kinds), bool),
        "status": np.full((b, nodes, nodes), -1, np.int32), "roles": np.full((b, nodes, nodes), -1, np.int32),
        "events": np.zeros((b, nodes, marks), bool), "event_kind": np.full((b, nodes), -1, np.int32),
        "planned": np.full((b, nodes), -1, np.float32), "event_open": np.zeros((b, nodes), bool),
    }  # fmt: skip
    for w, window in enumerate(windows):
        ids, base = out["ids"][w], 0
        ids[0] = BEGIN
        for at, example in window.parts:
            text = example.text[: length - 2]
            ids[at : at + len(text)] = [place.get(fold(c), UNKNOWN) for c in text]
            ids[at + len(text)] = place[SPACE]
            chosen: dict[int, int] = {}
            for i, (start, end, kind, _, layer) in enumerate(example.nodes):
                if base + len(chosen) < nodes and end <= len(text):
                    n = chosen[i] = base + len(chosen)
                    out["spans"][w, n], out["kinds"][w, n] = (at + start, at + end), kind + 1
                    paint_span(out["tags"][w, layer], at + start, at + end, labels.KINDS[kind], layer)
            for name, triples in (("links", example.links), ("open", example.open)):
                for i, j, k in triples:
                    if i in chosen and j in chosen:
                        out[name][w, chosen[i], chosen[j], k] = True
            for name, triples in (("status", example.status), ("roles", example.roles)):
                for i, j, k in triples:
                    if i in chosen and j in chosen:
                        out[name][w, chosen[i], chosen[j]] = k
            for i, role, kind, planned in example.events:
                if i in chosen:
                    n = chosen[i]
                    out["events"][w, n, role], out["event_kind"][w, n], out["planned"][w, n] = True, kind, planned
            for i in example.events_open:
                if i in chosen:
                    out["event_open"][w, chosen[i]] = True
            base += len(chosen)
        out["painted"][w] = out["tags"][w]
        for at, example in window.parts if rng else ():
            for start, end, kind in decoys(example, rng):
                if base < nodes and end <= length - 2 - at:
                    out["spans"][w, base], out["kinds"][w, base] = (at + start, at + end), kind + 1
                    paint_span(out["painted"][w, 2], at + start, at + end, labels.KINDS[kind], 2)
                    base += 1
        end = min(window.length, length - 1)
        ids[end - 1] = END
        out["mask"][w, :end] = True
    return out


def batches(
    examples: list[Example], names: Bank, place: dict[str, int], seed: int, size: int, share: float
) -> Iterator[dict[str, np.ndarray]]:
    """Yield one epoch's batches: names swapped and windows packed afresh from the seed."""
    rng = random.Random(seed)
    fresh = [part for example in examples for part in cut(swap(example, names, rng, share))]
    windows = pack(fresh, rng)
    rng.shuffle(windows)
    for i in range(0, len(windows) - size + 1, size):
        yield arrays(windows[i : i + size], place, rng=rng)
