"""Lines as an OCR reads them, mended by what it cannot see in one line: the page's columns, and that its marks are Chinese."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.text.input.turned import Edges, Part

MARKS = dict(zip("(),:;!?", "（），：；！？", strict=True))
"""Marks that are printed as wide as a Chinese character beside one, and that PP-OCR often takes for the narrow ones."""
WIDE, NEAR, MOST_LIKELY = 0.4, 0.8, 3
"""A gap so wide, in heights of the line, is a gutter if so many other lines end, and as many begin, so near it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line as read: its text, the confidence (0…1), and of each character that prints something its place in the text and its edges."""

    text: str
    confidence: float
    parts: list[Part]
    is_stacked: bool = False

    @property
    def edges(self) -> Edges:
        """Left, bottom, right and top of all its characters."""
        lefts, bottoms, rights, tops = zip(*(edges for _, edges in self.parts), strict=True)
        return min(lefts), min(bottoms), max(rights), max(tops)


def in_chinese(text: str) -> str:
    """Return a text with the marks beside Chinese characters as wide as these: ``条例(草案)`` is 条例（草案）, ``12,500`` stays."""

    def is_beside(at: int) -> bool:
        return any(
            "\u3000" <= other <= "\u9fff" or "\uff01" <= other <= "\uff60" for other in text[max(0, at - 1) : at] + text[at + 1 : at + 2]
        )

    return "".join(MARKS[mark] if mark in MARKS and is_beside(at) else mark for at, mark in enumerate(text))


def cut_at_gutters(lines: Sequence[Line]) -> list[Line]:
    """Return lines of which none runs over the gutter between two columns: headlines side by side are found as one line."""
    lefts, rights = [line.edges[0] for line in lines], [line.edges[2] for line in lines]
    found: list[Line] = []
    for line in lines:
        found += [line] if line.is_stacked else cut(line, lefts, rights)
    return found


def cut(line: Line, lefts: Iterable[float], rights: Iterable[float]) -> list[Line]:
    """Return a line, or its parts on either side of gutters, by where all lines of the page begin and end."""
    _, bottom, _, top = line.edges
    high = top - bottom
    pieces, begin = [], 0
    for n in range(1, len(line.parts)):
        end, start = line.parts[n - 1][1][2], line.parts[n][1][0]
        if start - end > WIDE * high and min(near(end, rights, high), near(start, lefts, high)) >= MOST_LIKELY:
            pieces.append(line.parts[begin:n])
            begin = n
    pieces.append(line.parts[begin:])
    if len(pieces) == 1:
        return [line]
    ends = [piece[0][0] for piece in pieces[1:]] + [len(line.text)]
    return [part_of(line, piece, end) for piece, end in zip(pieces, ends, strict=True)]


def near(place: float, edges: Iterable[float], high: float) -> int:
    """Return how many edges are near a place."""
    return sum(abs(edge - place) < NEAR * high for edge in edges)


def part_of(line: Line, parts: list[Part], end: int) -> Line:
    """Return the part of a line that holds some of its characters; its text ends before ``end``."""
    first = parts[0][0]
    return replace(line, text=line.text[first:end].rstrip(), parts=[(at - first, edges) for at, edges in parts])
