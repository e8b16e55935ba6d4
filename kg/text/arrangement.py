"""A page's stories: by rules where the page prints how they begin, else as the likeliest arrangement that was learned.

A paper that opens its stories with 本报讯（记者…） tells where each begins; the rules of ``kg.text.layout`` are sure there, unless they
leave a story in mid-sentence or a heading without one. Where only some stories are opened so, the rules are believed if what was learned
sees the stories begin or end at the same places. All other pages are arranged by ``kg.text.learned``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from threadpoolctl import threadpool_limits

from kg.text.layout.lines import SENTENCE_END
from kg.text.layout.order import reorder
from kg.text.layout.parts import Part, Story
from kg.text.layout.pieces import BODY, FURNITURE, HEAD, Piece, read_pieces
from kg.text.layout.split import divide
from kg.text.layout.typed import typed
from kg.text.learned.arrange import arrange
from kg.text.learned.roles import read_ordered

OPENED, SOME = 0.6, 0.25
"""The shares of stories with an opener from which on a page is divided by rules, and from which on it is if what was learned agrees."""
AGREED = 0.86
"""The share of the beginnings or of the ends of stories in which both then agree (F1); all measured on held-out pages (docs/reader.md)."""
SHORT = 300
"""Characters below which a text is no page to arrange, and is divided by rules too."""


def arrange_page(text: str) -> tuple[list[Story], list[Piece]]:
    """Return the stories of a page in printed order and the pieces that belong to none."""
    pieces = read_pieces(text)
    if stories := typed(pieces):
        read_ordered(text, stories)
        taken = {piece.start for story in stories for part in story.parts for piece in part.pieces}
        return stories, [piece for piece in pieces if piece.kind == FURNITURE and piece.start not in taken]
    ruled, left = divide(reorder(pieces))
    told = [story for story in ruled if not story.is_caption]
    share = opened(told, left)
    if told and (len(text) < SHORT or share >= OPENED):
        return ruled, left
    with threadpool_limits(1):  # pages are read in parallel anyway, and threads of several processes on few cores wait for each other
        stories, rest = arrange(text)
    if not stories:
        return undivided(rest)
    return (ruled, left) if share >= SOME and agreement(told, stories) >= AGREED else (stories, rest)


def opened(stories: Sequence[Story], left: Sequence[Piece]) -> float:
    """Return the share of stories that have an opener; 0 if one of them ends in mid-sentence or a heading is ``left``."""
    if not stories or any(piece.kind == HEAD for piece in left) or any(is_torn(story) for story in stories):
        return 0.0
    return sum(story.is_opened for story in stories) / len(stories)


def agreement(one: Sequence[Story], other: Sequence[Story]) -> float:
    """Return in how many of their beginnings two sets of stories agree, or of their ends if those are more, 0…1."""
    begins, ends = ([{offsets[at] for offsets in map(offsets_of, stories)} for stories in (one, other)] for at in (0, -1))
    return max(2 * len(mine & its) / max(1, len(mine) + len(its)) for mine, its in (begins, ends))


def offsets_of(story: Story) -> tuple[int, int]:
    """Return the page offsets of the first and the last character of a story's text."""
    return story.parts[0].pieces[0].chars.offsets[0], story.parts[-1].pieces[-1].chars.offsets[-1]


def is_torn(story: Story) -> bool:
    """Whether the text of a story ends in mid-sentence."""
    body = [piece.text for part in story.parts for piece in part.pieces if piece.kind == BODY]
    return bool(body) and not SENTENCE_END.search("".join(body)[-ENDING:])


ENDING = 40
"""The last characters of a story that are searched for a full stop."""


def undivided(pieces: Sequence[Piece]) -> tuple[list[Story], list[Piece]]:
    """Return what a page prints as one story where nothing on it reads as the text of one: a roll of honour, a list, a table."""
    rows = [piece for piece in pieces if piece.kind != FURNITURE]
    story = Story([Part([replace(piece, kind=BODY) for piece in rows])])
    return ([story] if rows else []), [piece for piece in pieces if piece.kind == FURNITURE]
