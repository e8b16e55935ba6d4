"""The clipping of the printed page behind a quote: its lines as a picture, its words marked."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import ExportError
from kg.model import Area, Page, Sheet, Span, Strip

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 150
"""Dots per inch at which a PDF's page is drawn for its clippings."""
MARK = (255, 226, 90)
"""The colour of a marker pen; the picture is multiplied by it."""
AROUND = 1.5
"""Heights of a line that a clipping shows above and below its words."""
SIDE = 0.6
"""Heights of a line that a clipping shows beside its lines."""
NEAR = 2.5
"""Words farther below the last than so many heights of a line, or beside it, are a piece of their own."""
GAP = 10
"""Pixels between two pieces."""
OWN = "kg"
"""What a clipping says made it, so that it is never read as a page."""


@dataclass(slots=True)
class Piece:
    """Words of a quote that stand together: their boxes, and the lines that hold them."""

    words: list[Area]
    lines: Area

    def holds(self, line: Area) -> bool:
        """Whether a line goes on this piece: right below its last words, or on their line, in their column."""
        last = self.words[-1]
        beside = min(self.lines.right, line.right) - max(self.lines.left, line.left)
        return beside > -last.height and abs(line.top - last.top) < NEAR * max(last.height, line.height)


def clipping(page: Page, spans: Iterable[Span], file: Path) -> bytes:
    """Return a PNG of the places of a page that some spans (code points, half-open) cover, cut out of ``file``, from which it was read.

    Pieces of a quote that stand apart (over a column's end) are set below one another. Raises ExportError if the page has no printed
    form or the spans hold nothing printed, PageError if ``file`` is not the one that the page was read from.
    """
    from kg.text.input.leaves import picture_of

    if page.sheet is None:
        raise ExportError(f"{page.name}: has no printed form to cut a clipping from ({page.source})")
    found = pieces(page.sheet, spans)
    if not found:
        raise ExportError(f"{page.name}: nothing printed stands at these offsets")
    picture = picture_of(page.sheet, file, DPI)
    return as_png(pasted([cut(picture, piece, picture.width / page.sheet.width) for piece in found]))


def printed_page(page: Page, spans: Iterable[Span], file: Path) -> bytes:
    """Return a PNG of a whole page as printed, what some spans (code points, half-open) cover marked; errors as ``clipping``."""
    from kg.text.input.leaves import picture_of

    if page.sheet is None:
        raise ExportError(f"{page.name}: has no printed form ({page.source})")
    picture = picture_of(page.sheet, file, DPI)
    words = [box for span in spans for _, box in page.sheet.boxes([span])]
    return as_png(marked(picture.convert("RGB"), words, picture.width / page.sheet.width))


def pieces(sheet: Sheet, spans: Iterable[Span]) -> list[Piece]:
    """Return the words of some spans in pieces, in the order of the spans, with the whole lines around them."""
    found: list[Piece] = []
    strips = list(sheet.strips())
    for span in spans:
        for strip, words in sheet.boxes([span]):
            line = whole_line(strips, strip)
            if found and found[-1].holds(line):
                found[-1].words.append(words)
                found[-1].lines |= line
            else:
                found.append(Piece([words], line))
    return found


def whole_line(strips: Sequence[Strip], strip: Strip) -> Area:
    """Return the box of the line that a strip is on: with the strips right beside it in the text that stand level with it."""
    at = next(n for n, other in enumerate(strips) if other.start == strip.start)
    line = strip.box
    for way in (range(at - 1, -1, -1), range(at + 1, len(strips))):
        for other in (strips[n].box for n in way):
            level = abs(other.bottom - strip.box.bottom) < 0.5 * strip.box.height
            if not level or max(other.left - line.right, line.left - other.right) > 1.5 * strip.box.height:
                break
            line |= other
    return line


def cut(picture: Image, piece: Piece, scale: float) -> Image:
    """Return a piece cut out of the picture of its sheet, which counts ``scale`` pixels to a unit, with its words marked."""
    high = max(word.height for word in piece.words) * scale
    words = piece.words[0]
    for word in piece.words[1:]:
        words |= word
    edges = (
        max(0, round(piece.lines.left * scale - SIDE * high)),
        max(0, round(words.top * scale - AROUND * high)),
        min(picture.width, round(piece.lines.right * scale + SIDE * high)),
        min(picture.height, round(words.bottom * scale + AROUND * high)),
    )
    return marked(picture.crop(edges), piece.words, scale, edges[0], edges[1])


def marked(picture: Image, words: Iterable[Area], scale: float, left: int = 0, top: int = 0) -> Image:
    """Return a picture that begins at ``left`` and ``top`` of its sheet, ``scale`` pixels to a unit, with words marked as by a pen."""
    from PIL import Image as Images
    from PIL import ImageChops

    ink = Images.new("RGB", picture.size, "white")
    for word in words:
        first, last = (round(x * scale - left) for x in (word.left, word.right))
        high, low = (round(y * scale - top) for y in (word.top, word.bottom))
        ink.paste(MARK, (first, high, last, low))
    return ImageChops.multiply(picture, ink)


def pasted(cuts: Sequence[Image]) -> Image:
    """Return pieces below one another on gray."""
    from PIL import Image as Images

    height = sum(each.height for each in cuts) + GAP * (len(cuts) - 1)
    whole = Images.new("RGB", (max(each.width for each in cuts), height), (128, 128, 128))
    top = 0
    for each in cuts:
        whole.paste(each, (0, top))
        top += each.height + GAP
    return whole


def as_png(picture: Image) -> bytes:
    """Return a picture as PNG that says it is kg's."""
    from PIL.PngImagePlugin import PngInfo

    about = PngInfo()
    about.add_text("Software", OWN)
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", pnginfo=about)
    return buffer.getvalue()
