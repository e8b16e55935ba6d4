"""The encoder run by onnxruntime: texts in, charts of spans and scores of links out.

A text is read in windows of whole sentences. Each window is one call of the network, alone and unpadded, so that what it reads
depends on its characters only: not on the batch, the page or the number of workers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import onnxruntime

from kg.errors import KgError
from kg.reader import decode, labels
from kg.reader.characters import BEGIN, END, FIRST, UNKNOWN, fold, paint_span

WEIGHTS = "weights"
LONGEST = 382
"""Characters of a window; the network was trained on windows of this length."""
CONTEXT = 96
"""Characters of whole sentences that a window repeats of the one before it."""
STOP = re.compile(r"[。！？；\n]")
FINE = 4
"""Digits to which probabilities are rounded before anything is decided, so that two machines' last digits do not matter."""


def windows(text: str) -> Iterator[tuple[int, int]]:
    """Yield ranges of whole sentences, LONGEST characters at most, each with some sentences of the one before it."""
    if len(text) <= LONGEST:
        yield 0, len(text)
        return
    ends = [m.end() for m in STOP.finditer(text)] + [len(text)]
    start = 0
    while True:
        fits = [e for e in ends if start < e <= start + LONGEST]
        end = fits[-1] if fits else min(start + LONGEST, len(text))
        yield start, end
        if end >= len(text):
            return
        context = [e for e in ends if end - CONTEXT <= e < end and e > start]
        start = context[0] if context else end


@dataclass(frozen=True)
class Window:
    """One window read: where it lies in the text, its states (T+2,H) with both marks, and its charts."""

    start: int
    end: int
    states: np.ndarray
    charts: tuple[decode.Chart, ...]


@dataclass(frozen=True)
class Scores:
    """Probabilities of links of N nodes: links (N,N,L), status and role (N,N,·), events (N,R), their kinds (N,K) and planned (N)."""

    links: np.ndarray
    status: np.ndarray
    roles: np.ndarray
    events: np.ndarray
    event_kinds: np.ndarray
    planned: np.ndarray


def sigmoid(x: np.ndarray) -> np.ndarray:
    return np.asarray(np.round(1 / (1 + np.exp(-np.clip(x, -40, 40))), FINE))


def softmax(x: np.ndarray) -> np.ndarray:
    grown = np.exp(x - x.max(-1, keepdims=True))
    return np.asarray(np.round(grown / grown.sum(-1, keepdims=True), FINE))


def layers(nodes: Sequence[tuple[int, int, str]]) -> list[int]:
    """Return the layer of each node: 2 for printed values, 1 for a name inside another name, 0 for the rest."""
    names = [(start, end) for start, end, kind in nodes if kind in labels.TYPES]

    def is_inner(start: int, end: int) -> bool:
        return any(a <= start and end <= b and (a, b) != (start, end) for a, b in names)

    return [2 if kind in labels.VALUES else 1 if kind in labels.TYPES and is_inner(start, end) else 0 for start, end, kind in nodes]


class Network:
    """The two graphs and the characters they know."""

    def __init__(self, folder: Any = None) -> None:
        place = folder or files("kg.reader") / WEIGHTS
        try:
            known = json.loads((place / "reader.json").read_text(encoding="utf-8"))
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = options.inter_op_num_threads = 1
            options.log_severity_level = 3
            graphs = [(place / f"{name}.onnx").read_bytes() for name in ("encoder", "links")]
            self._encoder, self._links = (onnxruntime.InferenceSession(g, options, providers=["CPUExecutionProvider"]) for g in graphs)
        except OSError as error:
            raise KgError(f"the reader's weights are missing ({error}); install kg-newspaper again") from error
        self._ids = {c: i for i, c in enumerate(known["characters"], FIRST)}

    def ids(self, text: str) -> list[int]:
        """Return the text's characters as the network numbers them, between the two marks."""
        return [BEGIN, *(self._ids.get(fold(c), UNKNOWN) for c in text), END]

    def read(self, texts: Sequence[str]) -> list[list[Window]]:
        """Read texts; their windows are tagged one by one and decoded side by side."""
        parts = [(n, start, end) for n, text in enumerate(texts) for start, end in windows(text) if end > start]
        states, scores = [], []
        for n, start, end in parts:
            seen, tags = self._encoder.run(None, {"ids": np.array([self.ids(texts[n][start:end])], np.int64)})
            states.append(seen[0])
            scores.append(np.round(tags[0, :, 1:-1].transpose(1, 0, 2), 3))
        found: list[list[Window]] = [[] for _ in texts]
        for (n, start, end), state, chart in zip(parts, states, decode.charts(scores) if scores else [], strict=True):
            found[n].append(Window(start, end, state, chart))
        return found

    def link(self, window: Window, nodes: Sequence[tuple[int, int, str]]) -> Scores:
        """Score the links of nodes (start, end, kind), offsets into the text; all must lie in the window."""
        spans = np.array([[s - window.start + 1, e - window.start + 1] for s, e, _ in nodes], np.int64)
        kinds = np.array([labels.KINDS.index(kind) + 1 for _, _, kind in nodes], np.int64)
        tags = np.zeros((3, len(window.states)), np.int64)
        for (start, end), (_, _, kind), layer in zip(spans, nodes, layers(nodes), strict=True):
            paint_span(tags[layer], start, end, kind, layer)
        out = self._links.run(None, {"states": window.states[None], "tags": tags, "spans": spans, "kinds": kinds})
        links, status, roles, events, event_kinds, planned = out
        return Scores(sigmoid(links), softmax(status), softmax(roles), sigmoid(events), softmax(event_kinds), sigmoid(planned)[:, 0])


@cache
def network() -> Network:
    """Return the network, loaded once; KgError if its weights are not there."""
    return Network()
