"""The body of one story: pieces joined into paragraphs, the credit in its first words and the one at its end.

It knows how a body opens and closes; which pieces are its own ``kg.text.layout.split`` has decided.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.names.surnames import has_surname
from kg.text.layout.credits import is_credit, is_name_list
from kg.text.layout.marks import SITE
from kg.text.layout.order import fit
from kg.text.layout.parts import Story
from kg.text.layout.pieces import HEAD, Piece
from kg.text.squeeze import EMPTY, Squeezed, join

OPENING = re.compile(
    rf"^(?:【?本[报刊台网社][^（(【。，]{{0,16}}|【[^】]{{2,14}}】?|新华社[^（(。，]{{2,14}}|{SITE}|\w{{0,6}}[讯电])"
    rf"】?[（(【\[](?P<credit>[^（）()【】]{{1,60}})[）)】\]]"
    rf"|^[（(](?P<bare>(?:本[报刊台网社]|[\w·]{{0,14}}(?:记者|通讯员))[^（）()，。]{{2,50}})[）)]"
)
SPOKEN = re.compile(
    rf"^(?:本[报刊台网社]讯|{SITE})(?P<credit>(?:全媒体)?(?:记者|通讯员)[\u4e00-\u9fff、·，,；]{{2,50}}?)(?:摄影报道|报道)[：:，,]?"
)
"""The words a credit stands in when a story opens: ``本报讯（记者…通讯员…）``, ``新华社北京11月6日电（记者…）``."""

CLOSING = re.compile(r"[（(](?P<credit>[^（）()，。！？]{2,60})[）)]$")
"""The brackets at a story's end: ``…打赢脱贫攻坚战。（张炬）``."""

MOVED = 0.7


@dataclass(frozen=True, slots=True)
class Body:
    """Paragraphs in reading order; ``opening`` is the credit inside the first, ``signature`` the one cut off the last, EMPTY if none.

    ``seams`` are (offset into the paragraphs with a break after each, score, reason) for every join of two blocks.
    """

    paragraphs: tuple[Squeezed, ...]
    opening: Squeezed = EMPTY
    signature: Squeezed = EMPTY
    seams: tuple[tuple[int, float, str], ...] = ()


def read_body(story: Story) -> Body:
    """Join a story's pieces into paragraphs; a piece that stops in mid-sentence runs on in the next, but in no row."""
    paragraphs: list[list[Squeezed]] = []
    seams: list[tuple[int, float, str]] = []
    length, is_open = 0, False
    last: Piece | None = None
    for piece in (p for part in story.parts for p in part.pieces):
        runs_on = is_open and piece.kind != HEAD and not (piece.lines[0].row or (last is not None and last.lines[-1].row == "cells"))
        if not runs_on:
            length += bool(paragraphs)
            paragraphs.append([])
        if last is not None and is_join(last, piece):
            seams.append((length, *seam_of(last, piece, runs_on, story.joined.get(piece.start))))
        paragraphs[-1].append(piece.chars)
        length += len(piece.chars)
        is_open = piece.kind != HEAD and not piece.ends_sentence
        last = piece
    return trimmed([join(group) for group in paragraphs], tuple(seams))


def is_join(left: Piece, right: Piece) -> bool:
    """Whether two pieces stood apart on the page: in two blocks, or each a paragraph of a page without columns."""
    return (left.block != right.block or not right.lines[0].column) and HEAD not in (left.kind, right.kind)


def seam_of(left: Piece, right: Piece, runs_on: bool, sure: float | None = None) -> tuple[float, str]:
    """Return how sure a join is, 0…1, and what was joined: a sentence, two paragraphs, or blocks set in another order than printed.

    ``sure`` is what the arrangement of the page says of it, if anything; else the words over the join decide.
    """
    if sure is not None:
        return sure, "moved" if right.start < left.start or right.block > left.block + 1 else "sentence" if runs_on else "paragraph"
    score = fit(left, right)
    if right.start < left.start or right.block > left.block + 1:
        return round(score * MOVED, 2), "moved"
    return score, "sentence" if runs_on else "paragraph"


def trimmed(paragraphs: list[Squeezed], seams: tuple[tuple[int, float, str], ...]) -> Body:
    """Read the credits in the first and the last words; the last are cut off, the first stay."""
    if not paragraphs:
        return Body(())
    opening = signature = EMPTY
    if match := OPENING.match(paragraphs[0].text) or SPOKEN.match(paragraphs[0].text):
        group = "credit" if match.groupdict().get("credit") else "bare"
        opening = paragraphs[0].cut(match.start(group), match.end(group))
    if (match := CLOSING.search(paragraphs[-1].text)) and is_signature(match["credit"]) and match.start() > 0:
        signature = paragraphs[-1].cut(match.start(), match.end())
        paragraphs[-1] = paragraphs[-1].cut(0, match.start())
    elif match and is_signature(match["credit"]) and len(paragraphs) > 1:
        signature = paragraphs.pop()
    length = sum(len(p) + 1 for p in paragraphs)
    return Body(tuple(paragraphs), opening, signature, tuple(seam for seam in seams if seam[0] < length))


def is_signature(text: str) -> bool:
    """Whether words in brackets at a body's end sign it: ``张炬``, ``本报记者宇文娟``; a remark does not."""
    return is_credit(text) or (is_name_list(text) and 1 < len(text) <= 8 and has_surname(text))
