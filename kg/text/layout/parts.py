"""Parts of a page and stories in the making, and how much two of them have in common. It decides nothing."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kg.text.layout.marks import OPENER
from kg.text.layout.pairs import bigrams
from kg.text.layout.pieces import Piece
from kg.text.squeeze import Squeezed

SIGNATURE_END = re.compile(r"[。！？…”][（(][^（）()，。]{2,40}[）)]$")


@dataclass(eq=False)
class Part:
    """Body pieces between two gaps, in printed order; a caption has its photographer's credit with it.

    ``is_below_rule``: furniture stands right above it (a section title, a date that ends a notice).
    ``is_on_parting``: white space parts stories on this page; ``is_parted``: such space stands above it.
    ``is_among_opened``: many stories of its page open with an opener. ``is_below_credit``: a credit stands right above it.
    """

    pieces: list[Piece] = field(default_factory=list)
    credits: list[Piece] = field(default_factory=list)
    is_caption: bool = False
    is_below_rule: bool = False
    is_parted: bool = False
    is_on_parting: bool = False
    is_among_opened: bool = False
    is_below_credit: bool = False

    @property
    def text(self) -> str:
        """All characters."""
        return "".join(p.text for p in self.pieces)

    @property
    def is_signed(self) -> bool:
        """Whether it ends with a name in brackets: ``…打赢脱贫攻坚战。（张炬）``."""
        return bool(SIGNATURE_END.search("".join(p.text for p in self.pieces[-2:])[-60:]))

    @cached_property
    def bigrams(self) -> Counter[str]:
        """All pairs of neighbouring characters, marks left out."""
        return bigrams(self.text)

    @property
    def is_opened(self) -> bool:
        """Whether it opens as a news story does."""
        return bool(OPENER.match(self.pieces[0].text))


@dataclass(eq=False)
class Gap:
    """What stands between two parts: headings and credits, in printed order.

    ``runs_on``: the part after it stands in the same block.
    """

    pieces: list[Piece] = field(default_factory=list)
    runs_on: bool = False


@dataclass(eq=False)
class Story:
    """An article in the making: heading pieces, credit pieces and body pieces.

    ``headings`` are its headings told apart as (kind, characters), if that is done already; ``joined`` is how sure it is that the piece
    which begins at a page offset goes on with the one before it.
    """

    parts: list[Part] = field(default_factory=list)
    heads: list[Piece] = field(default_factory=list)
    credits: list[Piece] = field(default_factory=list)
    headings: list[tuple[str, list[Squeezed]]] | None = None
    joined: dict[int, float] = field(default_factory=dict)

    @property
    def is_opened(self) -> bool:
        """Whether any of its parts opens as a news story does."""
        return any(part.is_opened for part in self.parts)

    @property
    def is_caption(self) -> bool:
        """Whether it is a photo's caption."""
        return self.parts[0].is_caption


def weights(parts: Sequence[Part]) -> dict[str, float]:
    """Return how characteristic each pair of characters is on this page: the rarer in its parts, the more."""
    seen = Counter(pair for part in parts for pair in part.bigrams)
    return {pair: math.log(1 + len(parts) / n) for pair, n in seen.items()}


def shared(text: str, story: Story, weight: dict[str, float]) -> float:
    """Return how much of a heading's characteristic pairs a story holds, 0…1."""
    pairs = bigrams(text)
    total = sum(weight.get(pair, 1.0) for pair in pairs)
    found = sum(weight.get(pair, 1.0) for pair in pairs if any(pair in part.bigrams for part in story.parts))
    return found / total if total else 0.0


def alike(left: Part, right: Part, weight: dict[str, float]) -> float:
    """Return the cosine of two parts' characteristic pairs, 0…1."""
    dot = sum(n * right.bigrams[pair] * weight.get(pair, 1.0) ** 2 for pair, n in left.bigrams.items() if pair in right.bigrams)
    norms = [math.sqrt(sum((n * weight.get(pair, 1.0)) ** 2 for pair, n in part.bigrams.items())) for part in (left, right)]
    return dot / (norms[0] * norms[1]) if all(norms) else 0.0
