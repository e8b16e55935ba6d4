"""The printed lines of a page: what each holds, how wide it is, and how the lines fall into blocks.

It knows the geometry of a page; it knows nothing of articles.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.text.squeeze import Squeezed, is_letter_spaced, squeeze, width

SENTENCE_END = re.compile(r"[。！？!?…；;][”’」』）)》】]*(?:[（(][^（）()，。]{2,40}[）)])?$")
"""A line that ends a sentence: ``…高质量发展。`` or ``…真是辛苦你们了！”``."""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: ``raw`` as printed, ``chars`` squeezed, ``gap`` the blank lines above it (page top: 99).

    ``column`` is the width of the lines around it, in Chinese characters; 0 where lines do not line up. ``counted`` says that
    this page's lines line up by number of characters, Latin ones too, and not by printed width. ``row`` says that it is a row, whole
    though no mark ends it: "cells" of a table or list, "label" where words and a colon open it; "" is none (``kg.text.layout.labels``).
    """

    raw: str
    chars: Squeezed
    gap: int
    start: int
    column: float = 0.0
    counted: bool = False
    row: str = ""

    @property
    def text(self) -> str:
        """The line without white space."""
        return self.chars.text

    @property
    def width(self) -> float:
        """The width in Chinese characters: printed, or counted where the page's lines line up so."""
        return float(len(self.text)) if self.counted else width(self.text)

    @property
    def is_indented(self) -> bool:
        """Whether the line opens with white space as a paragraph's first line does."""
        return self.raw[:1] in ("\u3000", "\t") or self.raw[:2] == "  " or self.raw[:2] == "\u00a0\u00a0"

    @property
    def ends_sentence(self) -> bool:
        """Whether the line ends with a full stop, whatever closes after it."""
        return bool(SENTENCE_END.search(self.text))

    @property
    def slack(self) -> float:
        """How far the line stops before its column does, in characters; 0 where there is no column."""
        if not self.column or is_letter_spaced(self.raw):
            return 0.0
        return self.column - self.width

    @property
    def is_wide(self) -> bool:
        """Whether the line runs clearly beyond its column."""
        return self.column > 0 and self.width > self.column + 1.6


MARKDOWN = re.compile(r"^#{1,6} +(?=\S)")
"""How Markdown marks a heading."""


def read_lines(text: str) -> list[Line]:
    """Cut a page into its printed lines, blank ones left out; every character keeps its page offset. A mark of Markdown is no character."""
    lines: list[Line] = []
    gap, at = 99, 0
    for whole in text.split("\n"):
        raw = MARKDOWN.sub("", whole)
        start = at + len(whole) - len(raw)
        chars = squeeze(raw, start)
        if chars.text:
            lines.append(Line(raw, chars, gap, start))
            gap = 0
        else:
            gap += 1
        at += len(whole) + 1
    return lines


def measure(blocks: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Give every line the width of the column it stands in: the commonest width among the lines around it.

    A block of five lines or more is its own measure; a smaller one takes that of the blocks around it. Lines of a page with
    one paragraph a line (no column at all) get 0.
    """
    flat = [line for block in blocks for line in block]
    counted = evenness([float(len(line.text)) for line in flat]) > evenness([line.width for line in flat]) + 0.02
    flat = [replace(line, counted=counted) for line in flat]
    widths = [round(line.width * 2) / 2 for line in flat]
    measured, start = [], 0
    for block in blocks:
        end = start + len(block)
        measured.append([replace(flat[at], column=column_at(widths, at, start, end)) for at in range(start, end)])
        start = end
    return measured


def evenness(widths: Sequence[float]) -> float:
    """Return the share of neighbouring lines that are as wide as each other, within half a character."""
    pairs = [(a, b) for a, b in pairwise(widths) if a >= 7 and b >= 7]
    return sum(abs(a - b) <= 0.5 for a, b in pairs) / len(pairs) if pairs else 0.0


def column_at(widths: Sequence[float], at: int, start: int, end: int) -> float:
    """Return the width of the column of line ``at`` in the block ``start:end``, or in its surroundings if the block is too small."""
    if end - start >= 5 and (found := column_width(Counter(w for w in widths[max(start, at - 12) : min(end, at + 13)] if w >= 7))):
        return found
    return column_width(Counter(w for w in widths[max(0, at - 12) : at + 13] if w >= 7))


def column_width(near: Counter[float]) -> float:
    """Return the width at which most of these line widths crowd, 0 if they do not crowd or crowd beyond 60 characters."""
    best, most = 0.0, 0
    for value in sorted(near):
        crowd = sum(n for other, n in near.items() if abs(other - value) <= 1)
        if crowd >= most:
            best, most = value, crowd
    total = sum(near.values())
    if not total or most < max(3, 0.4 * total) or best > 60:
        return 0.0
    crowd_sum = sum(other * n for other, n in near.items() if abs(other - best) <= 1)
    return crowd_sum / most


def usual_gap(lines: Sequence[Line]) -> int:
    """Return how many blank lines this page sets between two lines of one column: 0, or 1 when it is double-spaced."""
    gaps = Counter(line.gap for line in lines[1:])
    single = gaps[0]
    return 0 if not gaps or single * 4 >= sum(gaps.values()) else min(g for g, _ in gaps.most_common(1))
