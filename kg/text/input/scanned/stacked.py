"""A line of upright characters set down the page, cut into its characters and laid flat: the networks read lines that run to the right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from PIL.Image import Image

TALL = 1.8
"""A line so many times as high as wide is set down the page."""


@dataclass(frozen=True, slots=True)
class Cells:
    """The characters side by side, and how high each stood (``pitch``) in the line set down."""

    strip: Image
    pitch: float
    width: int

    def of(self, x: float) -> tuple[float, float]:
        """Return top and bottom, in the line set down, of the character at ``x`` in the strip."""
        number = int(x // self.width)
        return number * self.pitch, (number + 1) * self.pitch


def is_stacked(line: Image) -> bool:
    """Whether a line is set down the page."""
    return line.height >= TALL * line.width


def laid_flat(line: Image) -> Cells:
    """Return the characters of a line set down side by side; they are as many as leave the least ink where it is cut."""
    gray = np.asarray(line.convert("L"), dtype=np.float32)
    ink = np.abs(gray - np.median(gray)).mean(1)
    most = max(2, round(line.height / line.width * 1.2))
    least = max(2, round(line.height / line.width * 0.6))
    n = min(range(least, most + 1), key=lambda count: (round(cut_ink(ink, count), 3), -count))
    pitch = line.height / n
    strip = line.resize((n * line.width, round(pitch)))
    for number in range(n):
        cell = line.crop((0, round(number * pitch), line.width, round((number + 1) * pitch)))
        strip.paste(cell.resize((line.width, round(pitch))), (number * line.width, 0))
    return Cells(strip, pitch, line.width)


def cut_ink(ink: np.ndarray, n: int) -> float:
    """Return the mean ink of the rows at which a line is cut into ``n`` parts."""
    cuts = [min(len(ink) - 1, round(len(ink) * number / n)) for number in range(1, n)]
    return float(np.mean(ink[cuts]))
