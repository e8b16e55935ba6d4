"""Articles as somebody would type them: headings and credits on top, then paragraphs of one line each, then who wrote it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.text.layout.credits import BULLETS, is_photo
from kg.text.layout.marks import OPENER
from kg.text.layout.parts import SIGNATURE_END, Part, Story
from kg.text.layout.pieces import BODY, CREDIT, FURNITURE, HEAD, Piece

SHAPE = re.compile("h*c*h*b+c*")
LETTERS = {HEAD: "h", CREDIT: "c", BODY: "b"}


def typed(pieces: Sequence[Piece]) -> list[Story]:
    """Return the stories of a typed text, furniture apart; none if it is set in columns or its stories cannot be told for sure.

    A story begins at headings with white space above and below. It cannot be told where one ends that has headings or credits between its
    paragraphs, white space there and no heading above, two openers, two signatures, or bullets before its paragraphs.
    """
    groups: list[list[Piece]] = []
    for piece in pieces:
        if piece.kind == FURNITURE:
            continue
        if not groups or begins(groups[-1], piece, pieces):
            groups.append([])
        groups[-1].append(piece)
    return [story_of(group) for group in groups] if all(is_one(group) for group in groups) else []


def begins(story: Sequence[Piece], piece: Piece, pieces: Sequence[Piece]) -> bool:
    """Whether a piece is the first heading of the next story, white space above and below its block."""
    if piece.kind != HEAD or story[-1].block == piece.block or story[-1].kind == HEAD:
        return False
    return not any(other.kind == BODY and other.block == piece.block for other in pieces)


def is_one(told: Sequence[Piece]) -> bool:
    """Whether pieces are one article for sure."""
    body = [piece for piece in told if piece.kind == BODY]
    if not SHAPE.fullmatch("".join(LETTERS[piece.kind] for piece in told)) or any(is_set(piece) for piece in body):
        return False
    if told[0].kind == BODY and len({piece.block for piece in body}) > 1:
        return False
    signed = sum(bool(SIGNATURE_END.search(piece.text[-60:])) for piece in body)
    opened = sum(bool(OPENER.match(piece.text)) for piece in body)
    return signed <= 1 and opened <= 1 and sum(piece.text[0] in BULLETS for piece in body) <= 1


def story_of(told: Sequence[Piece]) -> Story:
    """Return the pieces of one article as a story; a paragraph with a photographer below is a caption."""
    body, credits = [piece for piece in told if piece.kind == BODY], [piece for piece in told if piece.kind == CREDIT]
    made = Story([Part(body, is_caption=bool(credits) and is_photo(credits[-1].raw) and len(body) == 1)])
    made.heads, made.credits = [piece for piece in told if piece.kind == HEAD], credits
    return made


def is_set(piece: Piece) -> bool:
    """Whether a paragraph is broken into lines as a column is."""
    return len(piece.lines) > 1 or not piece.ends_sentence
