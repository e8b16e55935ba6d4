"""The characters in a picture of a page, by rapidocr (PP-OCR's networks, which its wheel holds), with their places and confidence.

The networks find and read single lines; straightening, rows, blocks and reading order are ours. Each line is read by itself and by one
thread, so that what is read depends on the picture only.
"""

from __future__ import annotations

import importlib
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.text.input.reading_order import in_order
from kg.text.input.rows import Printed, read_blocks, read_rows, set_out
from kg.text.input.scanned.lines import Line, cut_at_gutters, in_chinese
from kg.text.input.scanned.stacked import is_stacked, laid_flat
from kg.text.input.turned import Box, Part

if TYPE_CHECKING:
    from PIL.Image import Image

FINDS_AT = 2560
"""Pixels of the longer side at which lines are looked for; they are read in the picture's own size."""
SURE = 0.5
"""Lines read with less confidence are left out."""
STRAIGHT, MOST = 0.15, 5.0
"""Degrees of skew that do no harm, and those above which it is no skew."""
FEW, UPRIGHT, CLEARLY = 6, 0.95, 0.15
"""How many lines tell whether a page stands upright: it does if they are read so well, not if they are read so much better turned."""
LONG = 4
"""Lines longer than so many of their heights tell the skew."""
APART = 100
"""Step of the indices of lines: no line follows another in the file, for a picture has no order of its own."""


class NoOcr(Exception):
    """What reads pictures is not installed, or without its networks."""


@dataclass(frozen=True, slots=True)
class Scan:
    """A picture as read: ``size`` in pixels after it was turned by ``turn`` degrees counter-clockwise, ``unread`` lines left out."""

    printed: Printed
    size: tuple[int, int]
    turn: float
    confidence: float
    unread: int


def is_there() -> bool:
    """Whether pictures can be read."""
    try:
        engine()
    except NoOcr:
        return False
    return True


@cache
def engine() -> Any:
    """Return rapidocr with one thread and the networks of its own wheel. Raises NoOcr: nothing is ever downloaded."""
    try:
        rapidocr: Any = importlib.import_module("rapidocr")
    except ImportError as error:
        raise NoOcr(str(error)) from error
    folder = Path(rapidocr.__file__).parent / "models"
    networks = {part: sorted(folder.glob(f"*_{part}_*.onnx")) for part in ("det", "rec")}
    if not all(networks.values()):
        raise NoOcr("this version of rapidocr comes without its networks")
    importlib.import_module("cv2").setNumThreads(1)
    threads = {f"EngineConfig.onnxruntime.{name}_op_num_threads": 1 for name in ("intra", "inter")}
    paths = {f"{part.capitalize()}.model_path": str(found[-1]) for part, found in networks.items()}
    return rapidocr.RapidOCR(params={"Global.log_level": "critical", "Global.max_side_len": FINDS_AT} | threads | paths)


def read_picture(picture: Image) -> Scan:
    """Read a picture (mode RGB) of a page. Raises NoOcr if that is not installed."""
    upright, quads = picture, find_lines(picture)
    turn = float(lying(picture, quads))
    if turn:
        upright = straightened(picture, turn)
        quads = find_lines(upright)
    askew = skew(quads)
    if askew:
        turn += askew
        upright = straightened(picture, turn)
        quads = find_lines(upright)
    lines = [line for quad in quads if (line := read_line(upright, quad))]
    kept = [line for line in lines if line.confidence >= SURE]
    return Scan(arranged(cut_at_gutters(kept)), upright.size, turn, round(mean_confidence(lines), 3), len(lines) - len(kept))


def mean_confidence(lines: Sequence[Line]) -> float:
    """Return the mean confidence of the characters of some lines, 0 of none."""
    n = sum(len(line.parts) for line in lines)
    return sum(line.confidence * len(line.parts) for line in lines) / n if n else 0.0


def lying(picture: Image, quads: Sequence[Any]) -> int:
    """Return the degrees (0, 90, 180, 270) counter-clockwise that set a page upright, by how well a few of its longest lines are read."""
    longest = sorted(quads, key=lambda quad: -max(math.dist(quad[0], quad[1]), math.dist(quad[0], quad[3])))[:FEW]
    crops = [cropped(picture, quad)[0] for quad in longest]

    def sureness(turn: int) -> float:
        turned = [crop.rotate(turn, expand=True) for crop in crops]
        whole = [[(0, 0), (crop.width, 0), crop.size, (0, crop.height)] for crop in turned]
        return mean_confidence([line for crop, quad in zip(turned, whole, strict=True) if (line := read_line(crop, quad))])

    as_it_is = sureness(0)
    if as_it_is > UPRIGHT or not crops:
        return 0
    best = max((90, 180, 270), key=sureness)
    return best if sureness(best) > as_it_is + CLEARLY else 0


def cropped(picture: Image, quad: Any) -> tuple[Image, int, int]:
    """Return what of a picture is in a quadrangle's box, with its left and top."""
    xs, ys = [x for x, _ in quad], [y for _, y in quad]
    left, top = max(0, math.floor(min(xs))), max(0, math.floor(min(ys)))
    return picture.crop((left, top, max(left + 1, math.ceil(max(xs))), max(top + 1, math.ceil(max(ys))))), left, top


def straightened(picture: Image, turn: float) -> Image:
    """Return a picture turned by some degrees counter-clockwise, on white."""
    from PIL.Image import Resampling

    return picture.rotate(turn, Resampling.BICUBIC, expand=True, fillcolor="white") if turn else picture


def find_lines(picture: Image) -> list[Any]:
    """Return the lines of a picture as quadrangles (4, 2): top left, top right, bottom right, bottom left, in pixels, y downwards."""
    found = engine()(picture, use_det=True, use_cls=False, use_rec=False)
    return [] if found.boxes is None else list(found.boxes)


def skew(quads: Iterable[Any]) -> float:
    """Return the degrees counter-clockwise that straighten a page: the median of its long lines, 0 where that is too little or too much."""
    slopes = []
    for quad in quads:
        (left, top), (right, end) = quad[0], quad[1]
        high = math.dist(quad[0], quad[3])
        if right - left > LONG * high:
            slopes.append(math.degrees(math.atan2(end - top, right - left)))
    middle = sorted(slopes)[len(slopes) // 2] if slopes else 0.0
    return round(middle, 2) if STRAIGHT < abs(middle) < MOST else 0.0


def read_line(picture: Image, quad: Any) -> Line | None:
    """Read one line, None where nothing is read; edges as in the picture, with y upwards."""
    crop, left, top = cropped(picture, quad)
    cells = laid_flat(crop) if is_stacked(crop) else None
    strip = cells.strip if cells else crop
    found = engine()(strip, use_det=False, use_cls=False, use_rec=True, return_word_box=True)
    if not found.txts or not found.txts[0].strip():
        return None
    text, word = found.txts[0], found.word_results[0]
    middles = [(column + 0.5) / word.line_txt_len * strip.width for columns in word.word_cols for column in columns]
    places = [at for at, character in enumerate(text) if not character.isspace()]
    parts: list[Part] = []
    base = picture.height - top
    for at, (begin, end) in zip(places, bounds(middles, strip.height, strip.width), strict=True):
        high, low = cells.of((begin + end) / 2) if cells else (0, crop.height)
        begin, end = (0, crop.width) if cells else (begin, end)
        parts.append((at, (left + begin, base - low, left + end, base - high)))
    return Line(in_chinese(text), float(found.scores[0]), parts, cells is not None)


def bounds(middles: Sequence[float], height: float, width: float) -> list[tuple[float, float]]:
    """Return where the characters of a line begin and end, from their middles: half-way, or as wide as the line is high."""
    half = 0.55 * height
    cuts = [0.0, *((one + other) / 2 for one, other in pairwise(middles)), width]
    return [(max(cuts[n], middle - half), min(cuts[n + 1], middle + half)) for n, middle in enumerate(middles)]


def arranged(lines: Sequence[Line]) -> Printed:
    """Return lines as the text of a page in reading order."""
    flat: list[Box] = []
    stacked: list[Box] = []
    for number, line in enumerate(lines):
        left, bottom, right, top = line.edges
        if line.is_stacked:
            left, bottom, right, top = -top, left, -bottom, right
        box = Box(line.text, number * APART, left, bottom, right, top, number * APART, list(line.parts))
        (stacked if line.is_stacked else flat).append(box)
    return set_out(in_order([block for boxes in (flat, stacked) for block in read_blocks(read_rows(boxes))]))
