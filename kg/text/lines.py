"""The printed lines of a page: what each holds, how wide it is, and how the lines fall into blocks.

It knows the geometry of a page; it knows nothing of articles.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kg.text.squeeze import Squeezed, is_letter_spaced, squeeze, width

SENTENCE_END = re.compile(r"[。！？!?…；;][”’」』）)》】]*(?:[（(][^（）()，。]{2,40}[）)])?$")
"""A line that ends a sentence: ``…高质量发展。`` or ``…真是辛苦你们了！”``."""

PAGE_BREAK = "\x0c"


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: ``raw`` as printed, ``chars`` squeezed, ``gap`` the blank lines above it (page top: 99).

    ``column`` is the width of the lines around it, in Chinese characters; 0 where lines do not line up.
    """

    raw: str
    chars: Squeezed
    gap: int
    start: int
    column: float = 0.0

    @property
    def text(self) -> str:
        """The line without white space."""
        return self.chars.text

    @property
    def width(self) -> float:
        """The printed width in Chinese characters."""
        return width(self.text)

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
        return min(self.column - self.width, self.column - len(self.text) + 0.5)

    @property
    def is_wide(self) -> bool:
        """Whether the line runs clearly beyond its column."""
        return self.column > 0 and self.width > self.column + 1.6


def read_lines(text: str) -> list[Line]:
    """Cut a page into its printed lines, blank ones left out; every character keeps its page offset."""
    lines: list[Line] = []
    gap, at = 99, 0
    for raw in text.split("\n"):
        chars = squeeze(raw, at)
        if chars.text:
            lines.append(Line(raw, chars, gap, at))
            gap = 0
        else:
            gap += 1
        at += len(raw) + 1
    return lines


def measure(blocks: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Give every line the width of the column it stands in: the commonest width among the lines around it.

    A block of five lines or more is its own measure; a smaller one takes that of the blocks around it. Lines of a page with
    one paragraph a line (no column at all) get 0.
    """
    flat = [line for block in blocks for line in block]
    widths = [round(line.width * 2) / 2 for line in flat]
    measured, start = [], 0
    for block in blocks:
        made, end = [], start + len(block)
        for at in range(start, end):
            low, high = (start, end) if len(block) >= 5 else (0, len(flat))
            near = Counter(w for w in widths[max(low, at - 12) : min(high, at + 13)] if w >= 7)
            line = flat[at]
            made.append(Line(line.raw, line.chars, line.gap, line.start, column_width(near)))
        measured.append(made)
        start = end
    return measured


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
