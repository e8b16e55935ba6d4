"""Articles as somebody would type them: headings and credits on top, then paragraphs of one line each, then who wrote it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from kg.text.layout.credits import BULLETS, is_photo
from kg.text.layout.marks import NEVER_HEADING, OPENER
from kg.text.layout.parts import SIGNATURE_END, Part, Story
from kg.text.layout.pieces import BODY, CREDIT, FURNITURE, HEAD, Piece

SHAPE = re.compile("h*c*h*b+c*|b+c*h+c*")
"""Headings, credits and text; or the headings below all of the text, where the order of printing has put them."""
LETTERS = {HEAD: "h", CREDIT: "c", BODY: "b"}


def typed(pieces: Sequence[Piece]) -> list[Story]:
    """Return the stories of a typed text, furniture apart; none if it is set in columns or its stories cannot be told for sure.

    A story begins at headings with white space above and below. It cannot be told where one ends that has headings (but crossheads) or
    credits between its paragraphs, white space there and no heading above, two openers, two signatures, or bullets before some of its
    paragraphs (before all: a column of briefs).
    """
    groups: list[list[Piece]] = []
    texts = {piece.block for piece in pieces if piece.kind == BODY}
    for printed in pieces:
        piece = as_text(printed, groups[-1][-1]) if groups else printed
        if piece.kind == FURNITURE:
            continue
        if not groups or begins(groups[-1][-1], piece, texts):
            groups.append([])
        groups[-1].append(piece)
    return [story_of(group) for group in groups] if all(is_one(group) for group in groups) else []


def as_text(piece: Piece, above: Piece) -> Piece:
    """Return a sentence with a telephone or an address in it as text if it stands right below text."""
    is_sentence = piece.kind == FURNITURE and piece.ends_sentence
    return replace(piece, kind=BODY) if is_sentence and above.kind == BODY and above.block == piece.block else piece


def begins(above: Piece, piece: Piece, texts: Collection[int]) -> bool:
    """Whether a piece is the first heading of the next story: white space above and below its block, which is none of ``texts``."""
    return piece.kind == HEAD and above.kind != HEAD and above.block != piece.block and piece.block not in texts


MOST = 12
"""Headings of a text; where there are more it is a list."""


def is_one(told: Sequence[Piece]) -> bool:
    """Whether pieces are one article for sure."""
    body = [piece for piece in told if piece.kind == BODY]
    if not body or told.index(body[0]) > MOST:
        return False
    letters = "".join("b" if is_crosshead(told, at) else LETTERS[piece.kind] for at, piece in enumerate(told))
    if not SHAPE.fullmatch(letters) or letters.count("h") > MOST or any(is_set(piece) for piece in body):
        return False
    if told[0].kind == BODY and len({piece.block for piece in body}) > 1:
        return False
    return not is_several(body)


def is_several(body: Sequence[Piece]) -> bool:
    """Whether paragraphs open or are signed more than once, or are partly a list."""
    signed = sum(bool(SIGNATURE_END.search(piece.text[-60:])) for piece in body)
    opened = sum(bool(OPENER.match(piece.text)) for piece in body)
    listed = sum(piece.text[0] in BULLETS for piece in body)
    return signed > 1 or opened > 1 or listed not in (0, 1, len(body))


NUMBERED = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])")


def is_crosshead(told: Sequence[Piece], at: int) -> bool:
    """Whether a heading stands between paragraphs without white space: a numbered one, one over words
    that go on (``据介绍``), or any if the headings on top are set off."""
    if told[at].kind != HEAD:
        return False
    first = next((n for n, piece in enumerate(told) if piece.kind == BODY), len(told))
    if at < first or told[at].block != told[at - 1].block:
        return False
    is_set_off = told[0].kind == HEAD and told[0].block != told[first].block
    goes_on = at + 1 < len(told) and NEVER_HEADING.match(told[at + 1].text) is not None
    return is_set_off or goes_on or NUMBERED.match(told[at].text) is not None


def story_of(told: Sequence[Piece]) -> Story:
    """Return the pieces of one article as a story; a paragraph with a photographer below is a caption."""
    inner = [is_crosshead(told, at) for at in range(len(told))]
    body = [piece for piece, is_inner in zip(told, inner, strict=True) if piece.kind == BODY or is_inner]
    credits = [piece for piece in told if piece.kind == CREDIT]
    made = Story([Part(body, is_caption=bool(credits) and is_photo(credits[-1].raw) and len(body) == 1)])
    made.heads = [piece for piece, is_inner in zip(told, inner, strict=True) if piece.kind == HEAD and not is_inner]
    made.credits = credits
    return made


def is_set(piece: Piece) -> bool:
    """Whether a paragraph is broken into lines as a column is; one of a list may end as its items do."""
    return len(piece.lines) > 1 or not (piece.ends_sentence or piece.text[-1] in "：；:;")
