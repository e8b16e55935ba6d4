"""What a learned reader proposes of one article: its words, the spans it takes for names, the links between them.

The records stand below the reader that fills them and the extractors that judge them, so that neither knows the other. A proposal is no
fact: what becomes of it is decided in kg.extract. All offsets are article offsets (code points, half-open).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Word:
    """One word as the reader cuts it: offsets into the text given; ``tag`` as LAC names it (PER, ORG, LOC, TIME, v, n …)."""

    start: int
    end: int
    tag: str


@dataclass(frozen=True, slots=True)
class ReadSpan:
    """A span that the reader takes for something: ``kind`` in the reader's own words (PER, company …), ``probability`` in 0…1.

    A reader that gives no probability of its own (a CRF's best path) proposes with 1.
    """

    start: int
    end: int
    kind: str
    probability: float = 1.0


@dataclass(frozen=True, slots=True)
class Node:
    """A span that may stand at an end of a link: article offsets, and its kind in the reader's words (company, ~company, title …)."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class NodeLinks:
    """What the reader sees between the nodes of one article, by index of node; probabilities in 0…1.

    ``pairs[i, j]`` holds the labels of the ordered pair that are not improbable, ``status`` and ``roles`` the most probable status and
    project role of such a pair; ``events[i]`` the roles that a node plays in an event, ``kinds[i]`` the kind of that event, ``planned[i]``
    whether it is yet to be.
    """

    pairs: Mapping[tuple[int, int], Mapping[str, float]] = field(default_factory=dict)
    status: Mapping[tuple[int, int], str] = field(default_factory=dict)
    roles: Mapping[tuple[int, int], str] = field(default_factory=dict)
    events: Mapping[int, Mapping[str, float]] = field(default_factory=dict)
    kinds: Mapping[int, Mapping[str, float]] = field(default_factory=dict)
    planned: Mapping[int, float] = field(default_factory=dict)

    def probability(self, left: int, right: int, label: str) -> float:
        """Return the probability of a label between two nodes, 0 where it was not worth keeping."""
        return self.pairs.get((left, right), {}).get(label, 0.0)


class Sight(Protocol):
    """What a network has seen of one article, for asking: it is read once and answers for any span and any set of nodes."""

    @property
    def spans(self) -> tuple[ReadSpan, ...]:
        """The spans that it reads, of all layers, in order of start."""

    def probability(self, start: int, end: int, kind: str) -> float:
        """Return how probable it is that ``start:end`` is a span of this kind."""

    def link(self, nodes: Sequence[Node]) -> NodeLinks:
        """Return the links of these nodes; nodes too far apart to be read together have none."""

    def is_together(self, start: int, end: int) -> bool:
        """Whether ``start:end`` was read at once, so that what stands at its ends could be linked."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reader proposes of one article.

    ``spans`` are in order of start and may overlap; ``words`` are in order and cover the text without gaps, empty if the reader cuts none.
    """

    spans: tuple[ReadSpan, ...] = ()
    words: tuple[Word, ...] = ()
