"""Characters on a page by where they stand, and which of them are set down the page or turned, found by how each follows the last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

LEAST = 4
"""So many characters one below the other are a line set down; fewer are a chance of short lines."""

CLOSE = 1.2
"""Characters of a line are no more than so many widths from middle to middle; lines are more apart."""
MIRRORED = 360
"""What the ``turn`` of mirror writing is more."""

Edges = tuple[float, float, float, float]
"""Left, bottom, right and top in points or pixels; y grows upwards."""
Part = tuple[int, Edges]
"""Where in a text a character is, and its edges."""


@dataclass(slots=True)
class Box:
    """Characters that stand together, and the edges of what they cover in points; y grows upwards.

    ``index`` is the first of the characters in the file, ``last`` the one farthest right. ``parts`` says of each character where in
    ``text`` it is and its own edges (left, bottom, right, top) on the page. ``turn`` is the degrees clockwise by which the page must be
    turned back to read them upright, MIRRORED more if they are mirror-written; the four edges are those to one who reads so.
    """

    text: str
    index: int
    left: float
    bottom: float
    right: float
    top: float
    last: int = -1
    parts: list[Part] = field(default_factory=list)
    turn: int = 0

    def __post_init__(self) -> None:
        self.parts = self.parts or [(0, (self.left, self.bottom, self.right, self.top))]

    @property
    def height(self) -> float:
        """The height in points."""
        return max(self.top - self.bottom, 0.1)

    @property
    def middle(self) -> float:
        """Half-way between bottom and top."""
        return (self.bottom + self.top) / 2

    def add(self, other: Box, gap: str = "") -> None:
        """Put another box to the right of this one."""
        at = len(self.text) + len(gap)
        self.parts += [(at + place, edges) for place, edges in other.parts]
        self.text += gap + other.text
        self.index, self.last = min(self.index, other.index), other.index
        self.right = max(self.right, other.right)
        self.bottom, self.top = min(self.bottom, other.bottom), max(self.top, other.top)


def level(characters: Sequence[Box]) -> list[list[Box]]:
    """Return characters, in the order of the file, by the turn in which they are read.

    Those that run down or up the page without being turned, as in Chinese vertical setting, are turned to run to the right. Lines set down
    follow one another from right to left; those that run up from left to right.
    """
    turns = [box.turn for box in characters]
    lines: list[range] = []
    at = 0
    for turn, steps in groupby(step(one, other) for one, other in pairwise(characters)):
        line = range(at, at + len(list(steps)) + 1)
        if turn is not None and len(line) >= LEAST:
            turns[line.start : line.stop] = [turn] * len(line)
            lines += [line] if any(box.turn != turn for box in characters[line.start : line.stop]) else []
        at = line.stop - 1
    for line in lines:
        lines += short_lines(characters, turns, line)
    groups: dict[int, list[Box]] = {}
    for box, turn in zip(characters, turns, strict=True):
        groups.setdefault(turn, []).append(facing(box, turn))
    return [groups[turn] for turn in sorted(groups)]


def short_lines(characters: Sequence[Box], turns: list[int], line: range) -> list[range]:
    """Give the turn of a line to one of fewer than LEAST characters that is next on the page, as a paragraph's last; return its place.

    pdfium gives lines that begin at one height from left to right, so that it stands before or after the line in the order of the file.
    """
    turn, first = turns[line.start], characters[line.start]
    found = []
    for short in (run_after(characters, line.stop, turn), run_before(characters, line.start, turn)):
        if short and len(short) < LEAST and turns[short.start] != turn and is_next_line(first, characters[short.start], turn):
            turns[short.start : short.stop] = [turn] * len(short)
            found.append(short)
    return found


def run_after(characters: Sequence[Box], start: int, turn: int) -> range:
    """Return the run of characters from a place on, each right after the last read in ``turn``; none if it goes on."""
    end = start + 1
    while end < len(characters) and step(characters[end - 1], characters[end]) == turn:
        end += 1
    goes_on = end < len(characters) and is_beside(characters[end - 1], characters[end], characters[end - 1].turn, CLOSE)
    return range(start, start if start == len(characters) or goes_on else end)


def run_before(characters: Sequence[Box], end: int, turn: int) -> range:
    """Return the run of characters up to a place, each right after the last to one who reads in ``turn``; none if it has begun."""
    start = end - 1
    while start > 0 and step(characters[start - 1], characters[start]) == turn:
        start -= 1
    begun = start > 0 and is_beside(characters[start - 1], characters[start], characters[start].turn, CLOSE)
    return range(end if end == 0 or begun else start, end)


def is_next_line(first: Box, other: Box, turn: int) -> bool:
    """Whether a character that is not turned begins the line after the one that ``first`` begins, in its size."""
    if not is_quarter_off(other, turn):
        return False
    above, below = facing(first, turn), facing(other, turn)
    is_alike = 0.75 < below.height / above.height < 1.33
    return is_alike and abs(below.left - above.left) < 0.7 * above.height and 0.7 < (above.middle - below.middle) / above.height < 3


def step(one: Box, other: Box) -> int | None:
    """Return the turn in which a character stands right after the one before it in the file, None if in none.

    Of a line set down the Chinese characters stand upright, Latin letters and figures a quarter turned.
    """
    turns = dict.fromkeys((one.turn, other.turn, *((turn_on(one.turn, 90), turn_on(one.turn, 270)) if one.turn == other.turn else ())))
    return next((turn for turn in turns if is_beside(one, other, turn)), None)


def is_beside(one: Box, other: Box, turn: int, farthest: float = 1.9) -> bool:
    """Whether a character stands right after another, no more than ``farthest`` widths away, to one who reads in ``turn``."""
    if not all(box.turn == turn or is_quarter_off(box, turn) for box in (one, other)):
        return False
    before, after = facing(one, turn), facing(other, turn)
    height = max(before.height, after.height)
    apart = (after.left + after.right - before.left - before.right) / (before.right - before.left + after.right - after.left or 1)
    return abs(before.middle - after.middle) < 0.35 * height and 0.5 < apart < farthest


def turn_on(turn: int, degrees: int) -> int:
    """Return a turn turned further."""
    return turn if turn >= MIRRORED else (turn + degrees) % 360


def is_quarter_off(box: Box, turn: int) -> bool:
    """Whether a box, written along a side of the page, is a quarter turned to one who reads in ``turn``."""
    return box.turn % 90 == 0 and max(box.turn, turn) < MIRRORED and (turn - box.turn) % 360 in (90, 270)


def facing(box: Box, turn: int) -> Box:
    """Return a box as it lies to one who reads in ``turn``, its own or one a quarter off."""
    if turn == box.turn:
        return box
    if (turn - box.turn) % 360 == 90:
        return replace(box, turn=turn, left=-box.top, right=-box.bottom, bottom=box.left, top=box.right)
    return replace(box, turn=turn, left=box.bottom, right=box.top, bottom=-box.right, top=-box.left)
