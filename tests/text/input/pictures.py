"""Pictures of small pages for tests: columns of lines in a font of Debian's, and what an OCR that never errs would read in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from kg.text.input import ocr

FONT = Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc")
SIZE, STEP = 32, 46
STORY = [
    "本报讯（记者 田小禾）11月6日，河州市",
    "举行重点项目开工仪式，市长陈平原宣布",
    "开工。该项目总投资3亿元，由河州清源",
    "水务有限公司建设，明年12月建成。",
]


def drawn(columns: list[list[str]], wide: int = 680, stacked: str = "") -> Any:
    """Draw columns of lines side by side, and one line set down the page at the right."""
    if not FONT.exists():
        pytest.skip(f"no {FONT} here: apt install fonts-noto-cjk")
    from PIL import Image, ImageDraw, ImageFont

    font = ImageFont.truetype(str(FONT), SIZE)
    height = STEP * max(*map(len, columns), len(stacked) + 2) + 100
    picture = Image.new("RGB", (wide * len(columns) + 60 + 100 * bool(stacked), height), "white")
    pen = ImageDraw.Draw(picture)
    for number, lines in enumerate(columns):
        for row, line in enumerate(lines):
            pen.text((40 + number * wide, 40 + row * STEP), line, "black", font)
    for row, character in enumerate(stacked):
        pen.text((60 + len(columns) * wide, 40 + row * int(SIZE * 1.2)), character, "black", font)
    return picture


@dataclass
class Seen:
    """An engine that finds the lines it is given and reads their words, each with its confidence."""

    lines: list[tuple[str, tuple[float, float, float, float], float]]
    unread: Iterator[int] = field(init=False)

    def __call__(self, _picture: Any, *, use_det: bool, **_: Any) -> Any:
        """Answer as rapidocr does: lines found, or one line read."""
        if use_det:
            self.unread = iter(range(len(self.lines)))
            boxes = [[(x, y), (r, y), (r, b), (x, b)] for _, (x, y, r, b), _ in self.lines]
            return SimpleNamespace(boxes=boxes or None)
        text, _, confidence = self.lines[next(self.unread)]
        bare = [character for character in text if not character.isspace()]
        word = SimpleNamespace(word_cols=[[n] for n in range(len(bare))], line_txt_len=len(bare))
        return SimpleNamespace(txts=(text,), scores=[confidence], word_results=(word,))


def seen_in(columns: list[list[str]], wide: int = 680, confidence: float = 0.99) -> Seen:
    """Return the engine that reads what ``drawn`` draws."""
    return Seen(
        [
            (line, (40 + number * wide, 40 + row * STEP, 40 + number * wide + SIZE * len(line), 40 + row * STEP + SIZE + 8), confidence)
            for number, lines in enumerate(columns)
            for row, line in enumerate(lines)
        ]
    )


def instead(monkeypatch: pytest.MonkeyPatch, seen: Seen) -> None:
    """Have an engine read in place of rapidocr, on pages that stand upright."""
    monkeypatch.setattr(ocr, "engine", lambda: seen)
    monkeypatch.setattr(ocr, "lying", lambda *_: 0)
