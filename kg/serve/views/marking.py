"""A page as it was read, cut into pieces for showing: names with their type, the quotes of one name's facts, doubtful seams.

Knows records alone, no HTML. The pieces of an article, put together, are its text as printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from kg.model import BREAK, WEAK_SEAM, Article, Mention, Span

Named = tuple[int, str, str]
"""Where a name begins, the id of what it means, and its type."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters that are shown alike: ``thing`` and ``type`` of the name it is (of), empty if none; ``marked`` if quoted."""

    text: str
    thing: str = ""
    type: str = ""
    marked: bool = False
    seam: float | None = None
    """The score of a weak seam before it."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: ``kind`` is that of its section ("headline", "subhead", "body", …)."""

    kind: str
    pieces: tuple[Piece, ...]


def blocks(article: Article, mentions: Sequence[Mention], entity_of: Mapping[str, str], quoted: Iterable[Span]) -> list[Block]:
    """Return the paragraphs of an article; ``quoted`` are the page's spans to be marked."""
    names = named(mentions, entity_of, len(article.text))
    wanted = {at for span in quoted for at in range(span.start, span.end)}
    seams = {seam.at: seam.score for seam in article.seams if seam.score < WEAK_SEAM}
    made = []
    for section in article.sections:
        for start, end in paragraphs(article.text, section.start, section.end):
            made.append(Block(section.kind, tuple(pieces(article, start, end, names, wanted, seams))))
    return made


def paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges between the breaks of a section."""
    while start < end:
        stop = text.find(BREAK, start, end)
        stop = end if stop < 0 else stop
        if stop > start:
            yield start, stop
        start = stop + 1


def named(mentions: Sequence[Mention], entity_of: Mapping[str, str], length: int) -> list[Named | None]:
    """Return for each character of an article the outermost name that it is in; the parts of a name are shown as the whole."""
    found: list[Named | None] = [None] * length
    for mention in sorted((m for m in mentions if m.is_name and m.id in entity_of), key=lambda m: (m.start - m.end, m.start, m.type)):
        if not any(found[mention.start : mention.end]):
            found[mention.start : mention.end] = [(mention.start, entity_of[mention.id], mention.type)] * (mention.end - mention.start)
    return found


def pieces(
    article: Article, start: int, end: int, names: Sequence[Named | None], wanted: set[int], seams: Mapping[int, float]
) -> Iterator[Piece]:
    """Yield the pieces of one paragraph."""
    last_seam = 0

    def alike(at: int) -> tuple[int, bool, int]:
        nonlocal last_seam
        last_seam = at if at in seams else last_seam
        name = names[at]
        return (name[0] if name else -1), article.offsets[at] in wanted, last_seam

    for (_, marked, _), group in groupby(range(start, end), key=alike):
        run = list(group)
        _, thing, type_ = names[run[0]] or (0, "", "")
        yield Piece(article.shown[run[0] : run[-1] + 1], thing, type_, marked, seams.get(run[0]))


def marks(text: str, quoted: Iterable[Span]) -> Iterator[tuple[str, bool]]:
    """Yield the runs of a page's text as printed, and whether each is quoted."""
    wanted = {at for span in quoted for at in range(span.start, span.end)}
    for marked, group in groupby(range(len(text)), key=wanted.__contains__):
        run = list(group)
        yield text[run[0] : run[-1] + 1], marked
