"""Characters on a page by where they stand, and which of them are set down the page or turned, found by how each follows the last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

LEAST = 4
"""So many characters one below the other are a line set down; fewer are a chance of short lines."""

Edges = tuple[float, float, float, float]
"""Left, bottom, right and top in points or pixels; y grows upwards."""
Part = tuple[int, Edges]
"""Where in a text a character is, and its edges."""


@dataclass(slots=True)
class Box:
    """Characters that stand together, and the edges of what they cover in points; y grows upwards.

    ``index`` is the first of the characters in the file, ``last`` the one farthest right. ``parts`` says of each character where in
    ``text`` it is and its own edges (left, bottom, right, top) on the page, however the box is turned.
    """

    text: str
    index: int
    left: float
    bottom: float
    right: float
    top: float
    last: int = -1
    parts: list[Part] = field(default_factory=list)

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
    """Return the characters that run to the right as they are, then those that run down and up the page, turned to run to the right.

    Lines set down follow one another from right to left, as in Chinese vertical setting; those that run up from left to right.
    """
    ways = [""] * len(characters)
    at = 0
    for way, steps in groupby(step(one, other) for one, other in pairwise(characters)):
        n = len(list(steps))
        if way and n + 1 >= LEAST:
            ways[at : at + n + 1] = [way] * (n + 1)
        at += n
    of = {way: [box for box, its in zip(characters, ways, strict=True) if its == way] for way in ("", "down", "up")}
    down = [replace(b, left=-b.top, right=-b.bottom, bottom=b.left, top=b.right) for b in of["down"]]
    up = [replace(b, left=b.bottom, right=b.top, bottom=-b.right, top=-b.left) for b in of["up"]]
    return [of[""], down, up]


def step(one: Box, other: Box) -> str:
    """Return "down" or "up" if a character stands right below or above the one before it in the file, else ""."""
    height = max(one.height, other.height)
    if abs((one.left + one.right) - (other.left + other.right)) >= 0.7 * height:
        return ""
    apart = (other.middle - one.middle) / height
    return "down" if -1.9 < apart < -0.5 else "up" if 0.5 < apart < 1.9 else ""
