"""A page's stories: by rules where the page prints how they begin, else as the likeliest arrangement that was learned.

A paper that opens its stories with 本报讯（记者…） tells where each begins; the rules of ``kg.text.layout`` are sure there, unless they
leave a story in mid-sentence or a heading without one. All other pages are arranged by ``kg.text.learned``.
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

OPENED = 0.25
"""The share of stories with an opener from which on a page is divided by rules."""
SHORT = 300
"""Characters below which a text is no page to arrange, and is divided by rules too."""


def arrange_page(text: str) -> tuple[list[Story], list[Piece]]:
    """Return the stories of a page in printed order and the pieces that belong to none."""
    pieces = read_pieces(text)
    if stories := typed(pieces):
        read_ordered(text, stories)
        taken = {piece.start for story in stories for part in story.parts for piece in part.pieces}
        return stories, [piece for piece in pieces if piece.kind == FURNITURE and piece.start not in taken]
    stories, left = divide(reorder(pieces))
    told = [story for story in stories if not story.is_caption]
    if told and (len(text) < SHORT or is_told(told, left)):
        return stories, left
    with threadpool_limits(1):  # pages are read in parallel anyway, and threads of several processes on few cores wait for each other
        stories, left = arrange(text)
    return (stories, left) if stories else undivided(left)


def is_told(stories: Sequence[Story], left: Sequence[Piece]) -> bool:
    """Whether a page tells the rules where its stories begin: many have an opener, none ends in mid-sentence, no heading is ``left``."""
    if any(piece.kind == HEAD for piece in left):
        return False
    return sum(story.is_opened for story in stories) >= OPENED * len(stories) and not any(is_torn(story) for story in stories)


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
