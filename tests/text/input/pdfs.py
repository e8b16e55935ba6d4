"""PDFs written by hand, whose text is set by matrices of the test's own."""

from __future__ import annotations

import math
from pathlib import Path

FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-{way} /DescendantFonts [<< /Type /Font "
    "/Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 "
    "/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 "
    "/Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> >>] >>"
)


def write_pdf(path: Path, content: str, *, form: str = "", rotate: int = 0) -> Path:
    """Write a page of 600 x 800 points; font /H sets across, /V down; ``form`` is drawn where the content says /X Do."""
    resources = "<< /Font << /H 4 0 R /V 5 0 R >> /XObject << /X 7 0 R >> >>"
    stream = "<< {} /Length {} >>\nstream\n{}\nendstream"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Rotate {rotate} /Resources {resources} /Contents 6 0 R >>",
        FONT.format(way="H"),
        FONT.format(way="V"),
        stream.format("", len(content), content),
        stream.format("/Type /XObject /Subtype /Form /BBox [-900 -900 900 900] /Resources << /Font << /H 4 0 R >> >>", len(form), form),
    ]
    data = "%PDF-1.7\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n"
    path.write_bytes((data + f"startxref\n{data.rindex('xref')}\n%%EOF\n").encode("ascii"))
    return path


def text(lines: list[str], matrix: str, *, size: float = 12, font: str = "H", more: str = "") -> str:
    """Return the operators that set lines one after the other in the frame of a text matrix ``a b c d e f``."""
    feed = f"0 {-1.4 * size}" if font == "H" else f"{-1.4 * size} 0"
    shown = "".join(f"<{line.encode('utf-16-be').hex()}> Tj {feed} Td " for line in lines)
    return f"BT /{font} {size} Tf {more} {matrix} Tm {shown} ET\n"


def turned(degrees: float, x: float = 300, y: float = 400, *, wide: float = 1, high: float = 1) -> str:
    """Return the matrix of text turned clockwise, stretched in its own frame; a negative stretch mirrors it."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return " ".join(f"{value:.6f}" for value in (wide * cos, -wide * sin, high * sin, high * cos, x, y))
