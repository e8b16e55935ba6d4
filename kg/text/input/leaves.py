"""Pages that come from a printed side: pictures of it opened and read, pages of a PDF drawn, and the picture that a ``Sheet`` speaks of."""

from __future__ import annotations

import hashlib
import importlib
import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import PageError
from kg.model import Sheet
from kg.pool import renew
from kg.text.input import ocr

if TYPE_CHECKING:
    from PIL.Image import Image

IMAGES = {b"\x89PNG": "PNG", b"\xff\xd8\xff": "JPEG", b"GIF8": "GIF", b"II*\x00": "TIFF", b"MM\x00*": "TIFF", b"BM": "BMP"}
OCR_TOOL = "OCR reads it: pip install 'kg-newspaper[ocr]', or give its text"
BLURRED = "OCR finds none: is it a page, upright and sharp?"
DPI = 200
"""Dots per inch at which a PDF's picture pages are drawn to be read; a line of 9 points is 25 pixels high."""
LONGEST = 6400
"""Pixels of the longer side beyond which a picture is made smaller."""
MOST = 400_000_000
"""Pixels beyond which a picture is not opened."""
DOUBTFUL = 0.85
"""A page read with less confidence is remarked."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a file, ``number`` of ``total``: its text, how that was got, where its characters stand; ``remark`` is for its user."""

    text: str
    source: str
    number: int
    total: int
    sheet: Sheet
    remark: str = ""


def image_kind(data: bytes) -> str | None:
    """Return the name of the kind of picture that a file holds, None if it is none."""
    kind = next((name for magic, name in IMAGES.items() if data.startswith(magic)), None)
    return None if kind == "BMP" and 0 not in data[:64] else kind


def read_pictures(path: Path, data: bytes, kind: str, lost: list[PageError]) -> Iterator[Leaf]:
    """Yield the pages of a picture, one for each frame; frames that give nothing go to ``lost``.

    Raises PageError if it is damaged, too large, holds nothing that can be read, or the extra [ocr] is not installed.
    """
    if not ocr.is_there():
        raise PageError(path, f"is a {kind} image", OCR_TOOL)
    file, frames = digest(data), opened(path, data)
    blank = []
    for number, picture in enumerate(frames, 1):
        renew()
        leaf = leaf_of(fitted(picture), file, number, len(frames), f"image/{kind.lower()}; ocr")
        if any(map(str.isalnum, leaf.text)):
            yield leaf
        else:
            blank.append(number)
    if len(blank) == len(frames):
        raise PageError(path, f"is a {kind} image without text", BLURRED)
    lost += [PageError(path, f"{pages(blank)} no text", BLURRED)] if blank else []


def pages(numbers: list[int]) -> str:
    """Return the subject and verb of a sentence on pages: ``page 3 holds``, ``pages 3, 4 and 9 hold``."""
    if len(numbers) == 1:
        return f"page {numbers[0]} holds"
    return f"pages {', '.join(map(str, numbers[:-1]))} and {numbers[-1]} hold"


def leaf_of(picture: Image, file: str, number: int, total: int, source: str) -> Leaf:
    """Read a picture as a page."""
    scan = ocr.read_picture(picture)
    width, height = scan.size
    sheet = Sheet(file, number, width, height, scan.printed.runs(height), scan.turn, scan.confidence)
    left_out = f", {scan.unread} {'line' if scan.unread == 1 else 'lines'} left out as unreadable" if scan.unread else ""
    doubt = f"read by OCR, mean confidence {scan.confidence:.2f}".replace("0.", ".") + left_out
    return Leaf(scan.printed.text, source, number, total, sheet, doubt if scan.confidence < DOUBTFUL else "")


def opened(path: Path, data: bytes) -> list[Image]:
    """Return the frames of a picture, upright as its EXIF says. Raises PageError if it is damaged or too large."""
    images: Any = importlib.import_module("PIL.Image")
    ops: Any = importlib.import_module("PIL.ImageOps")
    sequence: Any = importlib.import_module("PIL.ImageSequence")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", images.DecompressionBombWarning)
            image = images.open(io.BytesIO(data))
            if image.width * image.height > MOST:
                raise PageError(path, f"is a picture of more than {MOST // 1_000_000} million pixels", "save it smaller")
            frames = sequence.Iterator(image) if image.format == "TIFF" else [image]
            return [on_white(ops.exif_transpose(frame)) for frame in frames]
    except (OSError, ValueError, SyntaxError, images.DecompressionBombError) as error:
        raise PageError(
            path, f"is a damaged {image_kind(data)} image ({type(error).__name__})", "save it anew where it was made"
        ) from error


def on_white(picture: Image) -> Image:
    """Return a picture in RGB, what is transparent in it as white."""
    if "A" in picture.getbands() or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        ground = clear.copy()
        ground.paste((255, 255, 255, 255), (0, 0, *clear.size))
        ground.alpha_composite(clear)
        picture = ground
    return picture.convert("RGB")


def fitted(picture: Image) -> Image:
    """Return a picture no longer than LONGEST."""
    return picture.reduce(-(-max(picture.size) // LONGEST)) if max(picture.size) > LONGEST else picture


def render(page: Any, dpi: float = DPI) -> Image:
    """Return the picture of a PDF's page, no longer than LONGEST."""
    scale = min(dpi / 72, LONGEST / max(page.get_size()))
    drawn: Image = page.render(scale=scale).to_pil()
    return drawn.convert("RGB")


def picture_of(sheet: Sheet, path: Path, dpi: float) -> Image:
    """Return the straightened picture of a sheet, drawn anew from its file; of a PDF at ``dpi``.

    Raises PageError if the file is not the one that the sheet was read from, or what opens it is not installed.
    """
    data = path.read_bytes()
    if digest(data) != sheet.file:
        raise PageError(path, "is not the file that the page was read from", "give that one, or run kg build again")
    if image_kind(data):
        picture = fitted(opened(path, data)[sheet.number - 1])
    else:
        pdfium: Any = importlib.import_module("pypdfium2")
        document = pdfium.PdfDocument(data)
        picture = render(document[sheet.number - 1], dpi)
        document.close()
    return ocr.straightened(picture, sheet.turn)


def digest(data: bytes) -> str:
    """Return what a file is known by: the SHA-256 of its bytes, in hex."""
    return hashlib.sha256(data).hexdigest()
