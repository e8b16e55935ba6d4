"""Text without white space, with a map back to the page: the basis of everything that reads characters.

It knows what white space is and how wide a character is printed; it knows nothing of words.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from kg.model import SIDES, Span


@dataclass(frozen=True, slots=True)
class Squeezed:
    """Characters without white space; ``offsets[i]`` is the page offset of ``text[i]``.

    page      产 业 集⏎聚     text     产业集聚
              0 2 4  6       offsets  (0, 2, 4, 6)
    """

    text: str
    offsets: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.text)

    def __add__(self, other: Squeezed) -> Squeezed:
        return Squeezed(self.text + other.text, self.offsets + other.offsets)

    def cut(self, start: int, end: int | None = None) -> Squeezed:
        """Return the characters ``start:end`` of the squeezed text with their offsets."""
        return Squeezed(self.text[start:end], self.offsets[start:end])


EMPTY = Squeezed("", ())
SILENT = frozenset(SIDES) | frozenset(map(chr, (0x034F, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0), 0xFFFC, 0xFFFD, 0xFFFE, 0xFFFF)))
"""Rules beside text and between cells, joiner of graphemes, selectors of variants, stand-ins for what is lost, and what is no character."""


def squeeze(text: str, start: int = 0) -> Squeezed:
    """Take every white-space character out of ``text``, which begins at page offset ``start``.

    ``str.isspace`` decides, so the full-width space 　 and the no-break space go too; zero-width marks go with them.
    """
    kept = [(character, at) for at, character in enumerate(text, start) if not is_blank(character)]
    return Squeezed("".join(character for character, _ in kept), tuple(at for _, at in kept))


def is_blank(character: str) -> bool:
    """Whether a character prints nothing: white space, controls, marks of width, direction and variant, stand-ins for what is missing."""
    return character.isspace() or character in SILENT or unicodedata.category(character) in ("Cc", "Cf")


def join(parts: Iterable[Squeezed]) -> Squeezed:
    """Return the parts one after another as one text."""
    listed = list(parts)
    return Squeezed("".join(p.text for p in listed), tuple(at for p in listed for at in p.offsets))


def width(text: str) -> float:
    """Return the printed width of a squeezed text in Chinese characters: ``XJ9000`` is 3 wide, ``许继`` is 2."""
    return sum(0.5 if ord(character) < 0x2E80 and character not in "“”‘’—…" else 1.0 for character in text)


def is_letter_spaced(line: str) -> bool:
    """Whether a line is set with a space after every character or two, to fill its column.

    ``产 业 集 聚 效 应 的 不 断 呈 现 ，大 项`` is; ``本报记者 苏杭 通讯员 焦永生`` is not.
    """
    pieces = line.split()
    squeezed = sum(len(piece) for piece in pieces)
    return squeezed >= 5 and len(pieces) >= 4 and len(pieces) * 2 > squeezed


def spans_of(offsets: Iterable[int]) -> tuple[Span, ...]:
    """Return page offsets in reading order as the fewest runs of neighbouring characters."""
    spans: list[Span] = []
    for at in offsets:
        if spans and spans[-1].end == at:
            spans[-1] = Span(spans[-1].start, at + 1)
        else:
            spans.append(Span(at, at + 1))
    return tuple(spans)
