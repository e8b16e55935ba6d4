"""Where the explorer's symbols stand and what their labels say: two layouts of one graph.

``unfolded`` everything, ``who`` who works with whom. The main points the page places itself, for the window that it has
(templates/scenes/first_view.js).
"""

from __future__ import annotations

import re

import networkx as nx

from kg.graph.facts import EVENT, Facts, Thing
from kg.graph.measures import Measures, communities
from kg.graph.overview import BONUS
from kg.graph.placement.layout import Box, layout
from kg.graph.who_with_whom import Tie

LINE = 9
"""Characters of a label's line; a label has two at most."""
CJK = 0x2E80
NARROW = 0.55
OPENING = "（《“(〔【"
"""Marks that end no line."""
CENTRAL = {"project": 0.35, "company": 0.3, EVENT: 0.25, "zone": 0.2, "agency": 0.15}
"""How far a type is drawn to the middle of its community, before its importance."""


def label(name: str, tail: str = "") -> str:
    """Fold a name into at most two lines of LINE characters: `国网某某供电公司带电作业班` → `国网某某供电公司⏎带电作业班`.

    Of a longer one the head is kept, and ``tail`` after it: of an event its kind and whom it is about, and its date.
    """
    name, tail = printable(name), printable(tail)
    if wide(name) > 2 * LINE:
        name = _head(name.removesuffix(tail), 2 * LINE - 1 - wide(tail)) + "…" + tail
    width = wide(name)
    if width <= LINE + 1:
        return name
    half = len(_head(name, max(width / 2, min(LINE, width - 4)) + 0.5))
    if name[half - 1] in OPENING:
        half -= 1
    return name[:half] + "\n" + name[half:]


def wide(text: str) -> float:
    """Return how wide a text is, in Chinese characters: a Latin letter or digit is about half of one."""
    return sum(1.0 if ord(c) >= CJK else NARROW for c in text)


def _head(text: str, width: float) -> str:
    """Return as much of the beginning as is no wider than ``width``."""
    taken = 0.0
    for number, character in enumerate(text):
        taken += wide(character)
        if taken > width:
            return text[:number]
    return text


def shown_name(thing: Thing) -> str:
    """Return the label of a thing."""
    return label(thing.name, f" {thing.event.date}" if thing.event and thing.event.date else "")


def printable(text: str) -> str:
    """Show control and direction marks as ␦, so that no name can reverse or hide what stands beside it."""
    return re.sub("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]", "␦", text)


def weight(thing: Thing, measures: Measures) -> float:
    """Return how large a thing is drawn, 0…1: its importance, and a little more for what people ask for first."""
    return round(min(1.0, measures.importance[thing.id] + max(0.0, BONUS.get(thing.type, 0.0))), 4)


def font(weight: float) -> int:
    """Return the size of a label's characters at zoom 1."""
    return round(17 + 15 * weight)


def size(weight: float) -> int:
    """Return the radius of a symbol at zoom 1."""
    return round(9 + 20 * weight)


def _box(thing: Thing, weight: float) -> Box:
    lines = shown_name(thing).split("\n")
    width = max(wide(line) for line in lines) * font(weight)
    return Box(
        max(width, 2 * size(weight)) + 14,
        2 * size(weight) + len(lines) * font(weight) * 1.2 + 16,
        min(1.0, CENTRAL.get(thing.type, 0.0) + 0.6 * weight),
    )


def places(facts: Facts, graph: nx.Graph, measures: Measures, ties: list[Tie]) -> dict[str, dict[str, tuple[int, int]]]:
    boxes = {n: _box(facts.things[n], weight(facts.things[n], measures)) for n in graph}
    tied = nx.Graph()
    tied.add_nodes_from(sorted({end for t in ties for end in (t.a, t.b)}))
    tied.add_weighted_edges_from((t.a, t.b, t.worth) for t in ties)
    among = communities(tied)
    return {
        "unfolded": layout(graph, boxes, measures.community),
        "who": layout(tied, {n: boxes[n] for n in tied}, among, 24.0),
    }
