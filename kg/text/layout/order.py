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

from kg.text.layout.language import NEVER_FIRST, NEVER_LAST, first_closed, left_open, numbers_agree, raggedness, straddle
from kg.text.layout.lines import SENTENCE_END
from kg.text.layout.marks import OPENER
from kg.text.layout.pairs import MARKS, bigrams
from kg.text.layout.pieces import BODY, Piece

REACH = 8
AROUND = REACH + 6
TOPIC = 5.0
MIN_GAIN, MIN_STRAIN = 0.78, 0.45
BROKEN, NEUTRAL, CARRIED, SURE = 1.0, 0.3, 0.6, 0.1


@dataclass(eq=False)
class Chunk:
    """Pieces of one block that stay together; ``is_body`` chunks hold running text, others headings, credits, furniture."""

    pieces: list[Piece]
    is_body: bool
    is_block: bool = False

    @cached_property
    def text(self) -> str:
        """All characters."""
        return "".join(p.text for p in self.pieces)

    @cached_property
    def bigrams(self) -> Counter[str]:
        """Its pairs of neighbouring characters, marks left out."""
        return bigrams(self.text)

    @property
    def is_opened(self) -> bool:
        """Whether it opens as a news story does, so that nothing runs on into it."""
        return bool(OPENER.match(self.text) or (self.is_block and DAY_LEAD.match(self.text)))

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
        self.runs = Counter(self.squeezed[i : i + size] for size in (3, 4) for i in range(len(self.squeezed) - size + 1))
        self._seams: dict[tuple[int, int], float] = {}

    def strain(self, left: Chunk | None, right: Chunk | None) -> float:
        """Return how much is wrong with ``right`` after ``left``, 0…1: a sentence broken off, or one that begins in its middle."""
        is_open = left is not None and left.is_body and not left.is_whole
        if right is None or not right.is_body or right.is_opened:
            return BROKEN if is_open else 0.0
        if left is None or not is_open:
            return orphaned(right.first)
        return min(1.0, max(0.0, NEUTRAL - 0.5 * self.seam(left, right)))

    def seam(self, left: Chunk, right: Chunk) -> float:
        """Return how well ``right`` runs on from the open end of ``left``; higher is better, 0 says nothing."""
        key = (id(left), id(right))
        if key not in self._seams:
            self._seams[key] = self.join(left, right)
        return self._seams[key]

    def join(self, left: Chunk, right: Chunk) -> float:
        """Return how well one body chunk runs on in another."""
        if right.first[0] in NEVER_FIRST and left.last[-1] in NEVER_FIRST + NEVER_LAST and right.first[0] not in "”’）)》":
            return -1.0
        value = min(2.0, straddle(left.last[-6:], right.first[:6]) / 5) - raggedness(left.last[-6:], right.first[:6]) * 0.8
        value += self.said_elsewhere(left, right)
        value += marks_agree(left.text, right.text)
        return value + (0.0 if numbers_agree(left.last, right.first) else -1.0)

    def said_elsewhere(self, left: Chunk, right: Chunk) -> float:
        """Return 1 if the page prints the three or four characters over the join somewhere else too (``昱`` | ``澄光``), else 0."""
        for before, after in ((2, 2), (1, 2), (2, 1)):
            across = left.last[-before:] + right.first[:after]
            if not MARKS.search(across) and self.runs[across] > self.is_printed_so(left, right):
                return 1.0
        return 0.0

    def is_printed_so(self, left: Chunk, right: Chunk) -> int:
        """Return 1 if the page prints the two chunks one after the other, else 0."""
        return int(right.pieces[0].start - left.pieces[-1].end in range(40) and right.pieces[0].start > left.pieces[-1].start)

    def repair(self, min_gain: float) -> None:
        """Move chunks as long as a move makes the page run on clearly better; the best move first.

        After a move only the chunks around both places are weighed anew.
        """
        moves: dict[int, tuple[float, Chunk | None]] = {}
        stale = range(len(self.chunks))
        for _ in range(len(self.chunks)):
            for at in stale:
                gain, _, to = self.best_move(at)
                moves[id(self.chunks[at])] = (gain, self.at(to))
            at = max(range(len(self.chunks)), key=lambda place: moves[id(self.chunks[place])][0], default=0)
            if not self.chunks or moves[id(self.chunks[at])][0] < min_gain:
                return
            target = moves[id(self.chunks[at])][1]
            chunk = self.chunks.pop(at)
            to = self.chunks.index(target) if target is not None else len(self.chunks)
            self.chunks.insert(to, chunk)
            stale = range(max(0, min(at, to) - AROUND), min(len(self.chunks), max(at, to) + AROUND))

    def at(self, index: int) -> Chunk | None:
        """Return a chunk, None beyond the ends."""
        return self.chunks[index] if 0 <= index < len(self.chunks) else None

    def best_move(self, at: int) -> tuple[float, int, int]:
        """Return the gain of the best move of chunk ``at``, and before which chunk it goes."""
        chunk = self.chunks[at]
        before, after = self.at(at - 1), self.at(at + 1)
        best = (0.0, at, at)
        if not chunk.is_body or (chunk.is_opened and chunk.is_whole):
            return best
        eased = self.strain(before, chunk) + self.strain(chunk, after) - self.strain(before, after)
        if eased < -0.05:
            return best
        home = self.kinship(at, at - 1, at + 1)
        for to in range(max(0, at - REACH), min(len(self.chunks), at + REACH) + 1):
            if to in (at, at + 1):
                continue
            left, right = self.at(to - 1), self.at(to)
            eases = eased + self.strain(left, right) - self.strain(left, chunk) - self.strain(chunk, right)
            if eases >= MIN_STRAIN and (eased >= MIN_STRAIN or self.strain(left, chunk) <= SURE):
                best = max(best, (eases + TOPIC * (self.kinship(at, to - 1, to) - home), at, to), key=lambda m: m[0])
        return best

    def kinship(self, at: int, left: int, right: int) -> float:
        """Return how much chunk ``at`` has in common with what stands on either side of the place between ``left`` and ``right``, 0…1."""
        return max(self.likeness(self.chunks[at], self.thread(left, -1, at)), self.likeness(self.chunks[at], self.thread(right, 1, at)))

    def likeness(self, chunk: Chunk, others: Sequence[Chunk]) -> float:
        """Return the cosine of the characteristic pairs of a chunk and of some others together, 0…1."""
        rest: Counter[str] = sum((c.bigrams for c in others), Counter())
        dot = sum(n * rest[pair] * self.weight(pair) ** 2 for pair, n in chunk.bigrams.items() if pair in rest)
        norms = [math.sqrt(sum((n * self.weight(pair)) ** 2 for pair, n in each.items())) for each in (chunk.bigrams, rest)]
        return dot / (norms[0] * norms[1]) if all(norms) else 0.0

    def thread(self, start: int, step: int, but: int) -> list[Chunk]:
        """Return up to three chunks of one story from ``start`` on: not beyond its opener, nor beyond a heading."""
        found: list[Chunk] = []
        for at in range(start, start + 6 * step, step):
            if at == but or not 0 <= at < len(self.chunks):
                continue
            chunk = self.chunks[at]
            if (chunk.is_opened and step > 0) or (found and chunk.is_body != found[-1].is_body and step < 0):
                break
            found.append(chunk)
            if len(found) == 3 or chunk.is_opened or (not chunk.is_body and step > 0):
                break
        return found

    def weight(self, pair: str) -> float:
        """Return how characteristic a pair of characters is on this page."""
        return math.log(1 + len(self.chunks) / self.held.get(pair, 1))

    @cached_property
    def held(self) -> Counter[str]:
        """How many chunks hold each pair of characters."""
        return Counter(pair for c in self.chunks for pair in c.bigrams)


def chunks(pieces: Sequence[Piece]) -> list[Chunk]:
    """Group pieces into chunks: the running text of a block, cut at openers."""
    found: list[Chunk] = []
    for piece in pieces:
        is_body = piece.kind == BODY
        if (
            found
            and is_body
            and found[-1].is_body
            and found[-1].pieces[-1].block == piece.block
            and piece.lines[0].column
            and not OPENER.match(piece.text)
        ):
            found[-1].pieces.append(piece)
        else:
            found.append(Chunk([piece], is_body, not found or found[-1].pieces[-1].block != piece.block))
    return found


def orphaned(text: str) -> float:
    """Return how much a text looks like the second half of a sentence, 0…1: a closing mark or a torn word comes first."""
    if text[0] in NEVER_FIRST or first_closed(text[:120]):
        return BROKEN
    return CARRIED if CARRIES_ON.match(text) else 0.5 * raggedness("", text[:6])


DAY_LEAD = re.compile(r"^\d{1,2}月\d{1,2}[日号](?:至\d{1,2}日)?(?:上午|下午|晚上?|凌晨|中午|清晨)?[，,]")
"""How a block begins that a sentence seldom runs on into: ``12月2日上午，…``."""

CARRIES_ON = re.compile(r"^(?:还[^有是]|并[^非]|且|以?及|和|与|的|了|着|等)")
"""Words that carry a sentence on and have their subject before them: ``还专门设立了…``."""


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


def reorder(pieces: Sequence[Piece], min_gain: float = MIN_GAIN) -> list[Piece]:
    """Return the pieces in reading order; a block is moved when the page gains ``min_gain`` by it."""
    order = Order(pieces)
    order.repair(min_gain)
    return [piece for chunk in order.chunks for piece in chunk.pieces]


def fit(left: Piece, right: Piece) -> float:
    """Return how well the words run on from one piece to the next, 0…1."""
    order = Order([])
    return round(1 - order.strain(Chunk([left], True), Chunk([right], True)), 2)
