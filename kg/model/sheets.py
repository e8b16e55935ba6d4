"""Where on the printed sheet the characters of a page stand: what a quote's clipping is cut by.

A sheet has units of its own (``width`` by ``height``, origin at the top left, after it was turned straight); whoever draws it at
another size scales them. Characters that stand evenly on one line share a strip, so that a page's boxes are a few thousand numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.model.articles import Span

EVEN = 0.2
"""Characters share a strip as long as none stands farther than this from where an even setting puts it, in heights of the line."""
LONGEST = 64
"""Characters of a strip; so many are looked at for each that is added."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on a sheet in its units; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """The height in units of the sheet."""
        return self.bottom - self.top

    def __or__(self, other: Area) -> Area:
        """Return the smallest rectangle that holds both."""
        return Area(min(self.left, other.left), min(self.top, other.top), max(self.right, other.right), max(self.bottom, other.bottom))


@dataclass(frozen=True, slots=True)
class Strip:
    """Characters ``start`` to ``end`` (page offsets, code points, half-open), set evenly from the left to the right of ``box``."""

    start: int
    end: int
    box: Area

    def part(self, start: int, end: int) -> Area:
        """Return the box of the characters from ``start`` to ``end``, which lie in this strip."""
        each = (self.box.right - self.box.left) / (self.end - self.start)
        left = self.box.left + each * (start - self.start)
        return Area(left, self.box.top, left + each * (end - start), self.box.bottom)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The printed side that a page was read from.

    ``file`` is the SHA-256 of the file's bytes (hex), ``number`` the sheet's place in it from 1 on, ``turn`` the degrees counter-clockwise
    by which it was turned to stand straight, ``confidence`` the mean of the OCR's (0…1), None where the file holds text. ``runs`` holds
    six numbers a strip: start, end, left, top, right, bottom.
    """

    file: str
    number: int
    width: int
    height: int
    runs: tuple[int, ...]
    turn: float = 0.0
    confidence: float | None = None

    def strips(self) -> Iterator[Strip]:
        """Yield the strips in the order of the page."""
        for at in range(0, len(self.runs), 6):
            start, end, left, top, right, bottom = self.runs[at : at + 6]
            yield Strip(start, end, Area(left, top, right, bottom))

    def boxes(self, spans: Iterable[Span]) -> list[tuple[Strip, Area]]:
        """Return where the characters of some spans stand, each with the strip that holds it; white space stands nowhere."""
        wanted = list(spans)
        return [
            (strip, strip.part(max(span.start, strip.start), min(span.end, strip.end)))
            for strip in self.strips()
            for span in wanted
            if span.start < strip.end and strip.start < span.end
        ]


def runs_of(characters: Sequence[tuple[int, Area]]) -> tuple[int, ...]:
    """Return the runs of a sheet from its characters, each with its page offset, in the order of the page."""
    found: list[int] = []
    begun: list[tuple[int, Area]] = []
    for at, box in characters:
        if begun and not (at == begun[-1][0] + 1 and len(begun) < LONGEST and is_even([*begun, (at, box)])):
            found += run_of(begun)
            begun = []
        begun.append((at, box))
    return (*found, *(run_of(begun) if begun else ()))


def run_of(characters: Sequence[tuple[int, Area]]) -> tuple[int, ...]:
    """Return the six numbers of one strip."""
    whole = characters[0][1]
    for _, box in characters[1:]:
        whole |= box
    edges = (round(whole.left), round(whole.top), round(whole.right), round(whole.bottom))
    return (characters[0][0], characters[-1][0] + 1, *edges)


def is_even(characters: Sequence[tuple[int, Area]]) -> bool:
    """Whether characters stand on one line, evenly from left to right."""
    first, last = characters[0][1], characters[-1][1]
    slack = EVEN * max(first.height, last.height)
    if last.left <= first.left or abs(first.bottom - last.bottom) > slack:
        return False
    each = (last.right - first.left) / len(characters)
    return all(abs(box.left - first.left - each * n) <= slack for n, (_, box) in enumerate(characters))
