"""Put the blocks of a page in the order in which they are read, by what the text says.

Text pulled out of a PDF runs down the columns as the file holds them: a block may stand inside another article. A block is moved when
the text runs on clearly better where it goes, and where it leaves. It knows nothing of headlines or bylines.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.text.language import NEVER_FIRST, NEVER_LAST, first_closed, left_open, numbers_agree, raggedness, straddle
from kg.text.lines import SENTENCE_END
from kg.text.pieces import BODY, OPENER, Piece

REACH = 8
MIN_GAIN = 1.6
FRESH, BARRED = 0.4, -1.0


@dataclass(eq=False)
class Chunk:
    """Pieces of one block that stay together; ``is_body`` chunks hold running text, others headings, credits, furniture."""

    pieces: list[Piece]
    is_body: bool

    @cached_property
    def text(self) -> str:
        """All characters."""
        return "".join(p.text for p in self.pieces)

    @property
    def is_opened(self) -> bool:
        """Whether it opens as a news story does, so that nothing runs on into it."""
        return bool(OPENER.match(self.text))

    @cached_property
    def is_whole(self) -> bool:
        """Whether its last sentence is whole."""
        return bool(SENTENCE_END.search(self.text))

    @cached_property
    def last(self) -> str:
        """Its last paragraph, or what of it the chunk holds."""
        return self.pieces[-1].text

    @cached_property
    def first(self) -> str:
        """Its first paragraph, or what of it the chunk holds."""
        return self.pieces[0].text


class Order:
    """The chunks of a page in reading order, and how well each runs on in the next."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.chunks = chunks(pieces)
        self.squeezed = "".join(c.text for c in self.chunks)
        self.pairs = Counter(self.squeezed[i : i + 4] for i in range(len(self.squeezed) - 3))
        self._seams: dict[tuple[int, int], float] = {}

    def seam(self, left: Chunk | None, right: Chunk | None) -> float:
        """Return how well ``right`` follows ``left``; higher is better, 0 says nothing."""
        if left is None or right is None:
            return 0.0 if left is None and (right is None or not right.is_body) or left is not None and left.is_whole else BARRED
        if not left.is_body:
            return begins(right.first) if right.is_body and not right.is_opened else 0.0
        if not right.is_body or right.is_opened:
            return 0.0 if left.is_whole else BARRED
        key = (id(left), id(right))
        if key not in self._seams:
            self._seams[key] = self.join(left, right)
        return self._seams[key]

    def join(self, left: Chunk, right: Chunk) -> float:
        """Return how well one body chunk runs on in another."""
        if left.is_whole:
            return begins(right.first)
        if right.first[0] in NEVER_FIRST and left.last[-1] in NEVER_FIRST + NEVER_LAST and right.first[0] not in "”’）)》":
            return BARRED
        value = min(2.0, straddle(left.last[-6:], right.first[:6]) / 5) - raggedness(left.last[-6:], right.first[:6]) * 0.8
        across = left.last[-2:] + right.first[:2]
        if self.pairs[across] > self.is_printed_so(left, right):
            value += 1.0
        value += marks_agree(left.text, right.text)
        return value + (0.0 if numbers_agree(left.last, right.first) else -1.0)

    def is_printed_so(self, left: Chunk, right: Chunk) -> int:
        """Return 1 if the page prints the two chunks one after the other, else 0."""
        return int(right.pieces[0].start - left.pieces[-1].end in range(0, 40) and right.pieces[0].start > left.pieces[-1].start)

    def repair(self) -> None:
        """Move chunks as long as a move makes the page run on clearly better."""
        for _ in range(len(self.chunks)):
            found = max((self.best_move(at) for at in range(len(self.chunks))), default=(0.0, 0, 0), key=lambda m: m[0])
            if found[0] < MIN_GAIN:
                return
            _, at, to = found
            chunk = self.chunks.pop(at)
            self.chunks.insert(to if to < at else to - 1, chunk)

    def at(self, index: int) -> Chunk | None:
        """Return a chunk, None beyond the ends."""
        return self.chunks[index] if 0 <= index < len(self.chunks) else None

    def best_move(self, at: int) -> tuple[float, int, int]:
        """Return the gain of the best move of chunk ``at``, and before which chunk it goes."""
        chunk = self.chunks[at]
        if not chunk.is_body or chunk.is_opened:
            return (0.0, at, at)
        before, after = self.at(at - 1), self.at(at + 1)
        here = self.seam(before, chunk) + self.seam(chunk, after) - self.seam(before, after)
        if here > 0.9:
            return (0.0, at, at)
        best = (0.0, at, at)
        for to in range(max(0, at - REACH), min(len(self.chunks), at + REACH) + 1):
            if to in (at, at + 1):
                continue
            left, right = self.at(to - 1), self.at(to)
            if left is None or not left.is_body:
                continue
            there = self.seam(left, chunk) + self.seam(chunk, right) - self.seam(left, right)
            best = max(best, (there - here, at, to), key=lambda m: m[0])
        return best


def chunks(pieces: Sequence[Piece]) -> list[Chunk]:
    """Group pieces into chunks: the running text of a block, cut at openers."""
    found: list[Chunk] = []
    for piece in pieces:
        is_body = piece.kind == BODY
        if found and is_body and found[-1].is_body and found[-1].pieces[-1].block == piece.block and not OPENER.match(piece.text):
            found[-1].pieces.append(piece)
        else:
            found.append(Chunk([piece], is_body))
    return found


def begins(text: str) -> float:
    """Return how well a text begins a sentence: badly with a closing mark or a torn word."""
    if text[0] in NEVER_FIRST or first_closed(text[:120]):
        return BARRED
    return FRESH - raggedness("", text[:6]) * 0.8


def marks_agree(left: str, right: str) -> float:
    """Return whether quotations and brackets left open on one side are closed on the other: good, bad or nothing to say."""
    opened = left_open(re.split(r"[。！？](?![”’）])", left)[-1] if "“" not in left[-200:] else left[-200:])
    wanted = first_closed(right[:200])
    if wanted and opened and wanted[0] == opened[-1]:
        return 0.8
    if wanted and not opened:
        return -0.8
    if opened and not wanted and opened[-1] in "（(《":
        return -0.8
    return 0.0


def reorder(pieces: Sequence[Piece]) -> tuple[list[Piece], dict[int, float]]:
    """Return the pieces in reading order, and for the page offset at which a chunk begins how well it follows the one before (0…1)."""
    order = Order(pieces)
    order.repair()
    scores: dict[int, float] = {}
    for left, right in zip(order.chunks, order.chunks[1:], strict=False):
        if left.is_body and right.is_body:
            scores[right.pieces[0].start] = round(1 / (1 + math.exp(-1.2 * order.seam(left, right) - 0.6)), 2)
    return [p for chunk in order.chunks for p in chunk.pieces], scores
