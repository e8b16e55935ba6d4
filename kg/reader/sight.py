"""What the network has seen of one article: its windows put together again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from kg.reader import labels
from kg.reader.network import Scores, Window, network
from kg.reading import Node, NodeLinks, ReadSpan

KEPT = 0.05
"""Links less probable than this are not kept."""
LAYER = {kind: tuple(i for i, kinds in enumerate(labels.LAYERS) if kind in kinds) for kind in labels.KINDS}


class ArticleSight:
    """The windows of one article; see ``kg.reading.Sight``. Offsets are the article's."""

    def __init__(self, windows: Sequence[Window]) -> None:
        self.windows = tuple(windows)
        inner = [(a.end + b.start) // 2 for a, b in pairwise(windows)]
        self.owned = list(zip([0, *inner], [*inner, 1 << 60], strict=True)) if windows else []
        self.spans = tuple(sorted(self.best(), key=lambda s: (s.start, -s.end, s.kind)))

    def best(self) -> Iterator[ReadSpan]:
        """Yield each window's spans that begin where it, not its neighbour, is asked."""
        for window, (first, last) in zip(self.windows, self.owned, strict=True):
            for chart in window.charts:
                for start, end, kind in chart.best:
                    if first <= window.start + start < last:
                        yield ReadSpan(window.start + start, window.start + end, kind, round(chart.probability(start, end, kind), 4))

    def probability(self, start: int, end: int, kind: str) -> float:
        """Return how probable it is that ``start:end`` is a span of this kind, in any layer, where the window is asked."""
        for window, (first, last) in zip(self.windows, self.owned, strict=True):
            if first <= start < last and end <= window.end:
                chances = (window.charts[i].probability(start - window.start, end - window.start, kind) for i in LAYER.get(kind, ()))
                return round(max(chances, default=0.0), 4)
        return 0.0

    def is_together(self, start: int, end: int) -> bool:
        """Whether one window holds ``start:end``."""
        return any(window.start <= start and end <= window.end for window in self.windows)

    def link(self, nodes: Sequence[Node]) -> NodeLinks:
        """Return the links of these nodes; a pair that two windows hold has the more probable reading of each label."""
        found = Gathered()
        for window in self.windows:
            inside = [i for i, n in enumerate(nodes) if window.start <= n.start and n.end <= window.end]
            if inside:
                found.add(inside, network().link(window, [(nodes[i].start, nodes[i].end, nodes[i].kind) for i in inside]))
        return NodeLinks(found.pairs, found.status, found.roles, found.events, found.kinds, found.planned)


class Gathered:
    """The links of one article while its windows are asked one by one."""

    def __init__(self) -> None:
        self.pairs: dict[tuple[int, int], dict[str, float]] = {}
        self.status: dict[tuple[int, int], str] = {}
        self.roles: dict[tuple[int, int], str] = {}
        self.events: dict[int, dict[str, float]] = {}
        self.kinds: dict[int, dict[str, float]] = {}
        self.planned: dict[int, float] = {}

    def add(self, inside: Sequence[int], scores: Scores) -> None:
        """Add one window's scores; ``inside`` are the indices of its nodes."""
        for a, b, k in zip(*np.nonzero(scores.links >= KEPT), strict=True):
            if a != b:
                chance = float(scores.links[a, b, k])
                self.add_link((inside[a], inside[b]), labels.LINKS[k], chance, scores.status[a, b], scores.roles[a, b])
        for a, i in enumerate(inside):
            row = {role: float(p) for role, p in zip(labels.EVENT_ROLES, scores.events[a], strict=True) if p >= KEPT}
            if row and max(row.values()) > max(self.events.get(i, {}).values(), default=0.0):
                self.events[i] = row
                self.kinds[i] = {k: float(p) for k, p in zip(labels.EVENT_KINDS, scores.event_kinds[a], strict=True)}
                self.planned[i] = float(scores.planned[a])

    def add_link(self, pair: tuple[int, int], label: str, chance: float, status: np.ndarray, roles: np.ndarray) -> None:
        """Add one label of a pair; its status and role are those of the window that is surest of the pair."""
        held = self.pairs.setdefault(pair, {})
        if chance > max(held.values(), default=0.0):
            self.status[pair] = labels.STATUS[int(status.argmax())]
            self.roles[pair] = labels.ROLES[int(roles.argmax())]
        held[label] = max(chance, held.get(label, 0.0))


def see(texts: Sequence[str]) -> list[ArticleSight]:
    """Return what the network sees of each text; KgError if its weights are not there."""
    return [ArticleSight(windows) for windows in network().read(texts)]
