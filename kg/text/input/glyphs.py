"""Where the characters of a PDF stand, and how each is turned: by the origin and the matrix that pdfium gives of it.

pdfium's boxes are as high as the font only of upright text; those of one glyph under an ActualText (which Chromium writes for 一, 水, 月,
that share their glyph with a Kangxi radical) are those of its ink, and inside a form they are given in the form's own units.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from itertools import groupby
from typing import Any

from kg.text.input.turned import MIRRORED, Box, Edges
from kg.text.squeeze import is_blank

LOW = 0.6
"""A box lower than this part of its font's size is that of the glyph (一, a comma), not that of the font."""
DESCENT = 0.12
"""The part of a Chinese character's square that is below the baseline, in pdfium's loose boxes."""
STRAIGHT = 3
"""Degrees by which a line may be off a side of the page and still runs along it: a scanner's text layer is never straight."""
LEANING = 25
"""Degrees by which a headline may lean; what leans more and runs along no side of the page is a watermark or part of a drawing."""


def read_characters(raw: Any, page: Any) -> tuple[list[Box], str]:
    """Return the characters that print something, in the order of the file, and those that stand askew, of which no line is made."""
    textpage = page.get_textpage()
    has_forms = any(True for _ in page.get_objects(filter=(raw.FPDF_PAGEOBJ_FORM,), max_depth=1))
    found, askew = [], ""
    for index in range(textpage.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(textpage.raw, index))
        if is_blank(character) or character in "\x00\x02\ufffe":
            continue
        box = read_box(raw, textpage.raw, index, character, has_forms)
        if box:
            found.append(box)
        else:
            askew += character
    return [box for _, same in groupby(found, key=lambda box: box.parts) for box in spread(list(same))], askew


def spread(boxes: list[Box]) -> list[Box]:
    """Set characters that are one glyph (two dashes in one) or share one ActualText side by side; pdfium gives them all one place."""
    if len(boxes) == 1:
        return boxes
    first, found = boxes[0], []
    width, high = (first.right - first.left) / len(boxes), first.height
    left = first.left
    for box in boxes:
        right = left + max(width, high if is_wide(box.text) else high / 2)
        own = left, first.bottom, right, first.top
        found.append(Box(box.text, box.index, *own, box.index, [(0, moved(own, box.turn, back=True))], box.turn))
        left = right
    return found


def read_box(raw: Any, text: Any, index: int, character: str, has_forms: bool) -> Box | None:
    """Return a character where it stands to one who reads along its line, as high as its font; None if it stands askew."""
    box, matrix, x, y = raw.FS_RECTF(), raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box))
    raw.FPDFText_GetMatrix(text, index, ctypes.byref(matrix))
    raw.FPDFText_GetCharOrigin(text, index, ctypes.byref(x), ctypes.byref(y))
    loose, origin = (box.left, box.bottom, box.right, box.top), (x.value, y.value)
    is_misplaced = has_forms and is_in_units_of_form(raw, text, index, matrix, origin)
    if is_misplaced:
        origin = matrix.e, matrix.f
    turn = turn_of((matrix.a, matrix.b, matrix.c, matrix.d), None if is_misplaced else (loose[1] + loose[3]) / 2 - origin[1])
    if turn is None:
        return None
    size = raw.FPDFText_GetFontSize(text, index)
    wide, high = size * math.hypot(matrix.a, matrix.b), size * math.hypot(matrix.c, matrix.d)
    if not is_wide(character):
        wide = wide / 2 if is_misplaced or not turn % 90 else width_of_leaning(loose, turn, high)
    square = square_of(seen(origin, turn), wide, high)
    own = square if is_misplaced or turn % 90 else of_font(moved(loose, turn), square, character)
    edges = own if turn == 0 else moved(own, turn, back=True)
    return Box(character, index, *own, index, [(0, edges)], turn)


def is_in_units_of_form(raw: Any, text: Any, index: int, matrix: Any, origin: tuple[float, float]) -> bool:
    """Whether pdfium gives a character's origin as the form around it counts, and not as the page does."""
    of_object = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(raw.FPDFText_GetTextObject(text, index), ctypes.byref(of_object))
    inside, outside = (of_object.e, of_object.f), (matrix.e, matrix.f)
    return math.dist(inside, origin) < 0.01 < math.dist(inside, outside)


def turn_of(matrix: tuple[float, float, float, float], above: float | None) -> int | None:
    """Return the ``turn`` of a character's box from the linear part of its matrix; None if it stands askew.

    ``above`` is how far above its origin the character is drawn, if that is known: a font that is itself drawn upside down and mirrored
    back by its matrix is upright.
    """
    a, b, c, d = matrix
    angle = math.degrees(math.atan2(-b, a)) % 360
    quarter = round(angle / 90) * 90
    is_mirrored = a * d - b * c < 0 and not (quarter % 360 == 0 and above is not None and above > 0)
    lean = (angle + 180) % 360 - 180
    if abs(angle - quarter) <= STRAIGHT:
        return quarter % 360 + MIRRORED * is_mirrored
    return round(lean) % 360 + MIRRORED * is_mirrored if abs(lean) <= LEANING else None


def seen(point: tuple[float, float], turn: int, *, back: bool = False) -> tuple[float, float]:
    """Return a point of the page as it lies to one who reads in ``turn``; with ``back``, such a point on the page."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    up = -1 if turn >= MIRRORED else 1
    x, y = point
    return (x * cos + up * y * sin, -x * sin + up * y * cos) if back else (x * cos - y * sin, up * (x * sin + y * cos))


def moved(edges: Edges, turn: int, *, back: bool = False) -> Edges:
    """Return the rectangle around what ``seen`` makes of the corners of a rectangle."""
    left, bottom, right, top = edges
    xs, ys = zip(*(seen(corner, turn, back=back) for corner in ((left, bottom), (left, top), (right, bottom), (right, top))), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def square_of(origin: tuple[float, float], width: float, height: float) -> Edges:
    """Return what a font gives a character to stand in, from where its baseline begins."""
    x, y = origin
    return x, y - DESCENT * height, x + width, y + (1 - DESCENT) * height


def width_of_leaning(box: Edges, turn: int, height: float) -> float:
    """Return the width of a leaning character from the upright box around its own."""
    return max(0.0, (box[2] - box[0] - height * abs(math.sin(math.radians(turn)))) / abs(math.cos(math.radians(turn))))


def of_font(box: Edges, square: Edges, character: str) -> Edges:
    """Return the box of a character: its own, or the square of its font where the file gives only its ink."""
    left, bottom, right, top = box
    if top - bottom < LOW * (square[3] - square[1]) and square[1] < (bottom + top) / 2 < square[3]:
        return square if is_wide(character) else (left, square[1], right, square[3])
    return box


def is_wide(character: str) -> bool:
    """Whether a character is as wide as it is high in a Chinese font."""
    return unicodedata.east_asian_width(character) in "WFA"
