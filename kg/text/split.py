"""Divide the pieces of a page into articles: which bodies go together, and which headings go with which body.

Bodies are told apart by their openers, their closing credits and the headings between them; a heading goes to the body before or after
it by the words they share. It knows nothing of roles, dates or places.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kg.text.pieces import BODY, CREDIT, FURNITURE, HEAD, OPENER, Piece

SIGNATURE_END = re.compile(r"[（(][^（）()，。]{2,40}[）)]$")
MARKS = re.compile(r"[^\w%]+")


@dataclass(eq=False)
class Part:
    """Body pieces between two gaps, in printed order."""

    pieces: list[Piece] = field(default_factory=list)

    @cached_property
    def text(self) -> str:
        """All characters."""
        return "".join(p.text for p in self.pieces)

    @cached_property
    def bigrams(self) -> Counter[str]:
        """All pairs of neighbouring characters, marks left out."""
        return bigrams(self.text)

    @property
    def is_opened(self) -> bool:
        """Whether it opens as a news story does."""
        return bool(OPENER.match(self.text))


@dataclass(eq=False)
class Story:
    """An article in the making: heading pieces, credit pieces and body pieces."""

    parts: list[Part] = field(default_factory=list)
    heads: list[Piece] = field(default_factory=list)
    credits: list[Piece] = field(default_factory=list)


def bigrams(text: str) -> Counter[str]:
    """Count the pairs of neighbouring characters inside runs without marks."""
    return Counter(run[i : i + 2] for run in MARKS.split(text) for i in range(len(run) - 1))


@dataclass(eq=False)
class Gap:
    """What stands between two parts: headings and credits, in printed order."""

    pieces: list[Piece] = field(default_factory=list)


def divide(pieces: Sequence[Piece]) -> tuple[list[Story], list[Piece]]:
    """Return the stories of a page in printed order and the pieces that belong to none."""
    furniture = [p for p in pieces if p.kind == FURNITURE]
    parts, gaps = alternate([p for p in pieces if p.kind != FURNITURE])
    if not parts:
        return [], list(pieces)
    weight = weights(parts)
    stories, left = [Story([parts[0]])], list(furniture)
    bounds = []
    for at in range(1, len(parts)):
        bounds.append(is_boundary(parts[at - 1], gaps[at], parts[at], weight))
    groups: list[list[int]] = [[0]]
    for at, bound in enumerate(bounds, 1):
        if bound:
            groups.append([])
        groups[-1].append(at)
    stories = [Story([parts[i] for i in group]) for group in groups]
    for story, group in zip(stories, groups, strict=True):
        for inner in group[1:]:
            for piece in gaps[inner].pieces:
                if piece.kind == CREDIT:
                    story.credits.append(piece)
                else:
                    story.parts[story.parts.index(parts[inner])].pieces.insert(0, piece)
    edges = [gaps[group[0]] for group in groups] + [gaps[len(parts)]]
    give_heads(stories, edges, weight, left)
    return stories, left


def alternate(pieces: Sequence[Piece]) -> tuple[list[Part], list[Gap]]:
    """Return the parts and the gaps around them: one gap more than parts; an opener begins a part."""
    parts: list[Part] = []
    gaps: list[Gap] = [Gap()]
    fresh = True
    for piece in pieces:
        if piece.kind in (HEAD, CREDIT):
            if not fresh:
                gaps.append(Gap())
                fresh = True
            gaps[-1].pieces.append(piece)
            continue
        if piece.kind == BODY and not fresh and (OPENER.match(piece.text) or SIGNATURE_END.search(parts[-1].pieces[-1].text)):
            gaps.append(Gap())
            fresh = True
        if fresh:
            parts.append(Part())
            fresh = False
        parts[-1].pieces.append(piece)
    if not fresh:
        gaps.append(Gap())
    return parts, gaps


def weights(parts: Sequence[Part]) -> dict[str, float]:
    """Return how telling each pair of characters is on this page: rare in its parts is telling."""
    seen = Counter(pair for part in parts for pair in part.bigrams)
    return {pair: math.log(1 + len(parts) / n) for pair, n in seen.items()}


def shared(text: str, part: Part, weight: dict[str, float]) -> float:
    """Return how much of a heading's telling pairs a part holds, 0…1."""
    pairs = bigrams(text)
    total = sum(weight.get(pair, 1.0) for pair in pairs)
    return sum(weight.get(pair, 1.0) for pair in pairs if pair in part.bigrams) / total if total else 0.0


def is_boundary(before: Part, gap: Gap, after: Part, weight: dict[str, float]) -> bool:
    """Whether a new article begins after this gap."""
    if after.is_opened or any(p.kind == CREDIT for p in gap.pieces) or SIGNATURE_END.search(before.pieces[-1].text):
        return True
    heads = [p for p in gap.pieces if p.kind == HEAD]
    text = "".join(p.text for p in heads)
    if len(heads) == 1 and len(heads[0].lines) == 1 and len(text) <= 20 and not before.is_opened:
        return False
    return True


def give_heads(stories: list[Story], edges: Sequence[Gap], weight: dict[str, float], left: list[Piece]) -> None:
    """Divide each gap between the story before it and the one after it so that the words shared are most."""
    count = len(stories)
    best: list[dict[bool, tuple[float, list[int]]]] = [{False: (0.0, [])}]
    for at, gap in enumerate(edges):
        following: dict[bool, tuple[float, list[int]]] = {}
        for has_head, (score, path) in sorted(best[-1].items()):
            for cut in range(len(gap.pieces) + 1):
                first, second = gap.pieces[:cut], gap.pieces[cut:]
                if (first and at == 0) or (second and at == count):
                    continue
                value = score + worth(first, stories[at - 1] if at else None, has_head, weight) \
                    + worth(second, stories[at] if at < count else None, False, weight)
                if at and not has_head and not any(p.kind == HEAD for p in first):
                    value -= 0.5 if stories[at - 1].parts[0].is_opened else 0.2
                state = any(p.kind == HEAD for p in second)
                if state not in following or value > following[state][0]:
                    following[state] = (value, [*path, cut])
        best.append(following)
    _, path = max(best[-1].values(), key=lambda item: item[0])
    for at, (gap, cut) in enumerate(zip(edges, path, strict=True)):
        for story, given in ((stories[at - 1] if at else None, gap.pieces[:cut]), (stories[at] if at < count else None, gap.pieces[cut:])):
            if story is None:
                left += given
                continue
            story.heads += [p for p in given if p.kind == HEAD]
            story.credits += [p for p in given if p.kind == CREDIT]


def worth(given: Sequence[Piece], story: Story | None, has_head: bool, weight: dict[str, float]) -> float:
    """Return how well these headings and credits suit a story."""
    if story is None or not given:
        return 0.0
    heads = [p for p in given if p.kind == HEAD]
    credits = [p for p in given if p.kind == CREDIT]
    value = 0.0
    if heads:
        pairs = max(shared("".join(p.text for p in heads), part, weight) for part in story.parts)
        value += pairs * math.sqrt(len(heads)) - (1.0 if has_head else 0.0) + 0.05
    if credits:
        value += -0.5 if story.parts[0].is_opened else 0.3
    return value
