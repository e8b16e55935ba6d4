"""Divide the pieces of a page into articles: which bodies go together, judged by openers, closing credits and headings between them.

Where an article begins ``kg.text.layout.boundary`` decides, which heading goes to which body ``kg.text.layout.assign``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.text.layout.assign import give_heads
from kg.text.layout.boundary import begins_anew, is_boundary, is_dated_anew
from kg.text.layout.credits import is_photo
from kg.text.layout.gaps import may_begin, speak
from kg.text.layout.marks import LEAD, NEVER_HEADING, OPENER
from kg.text.layout.order import reorder
from kg.text.layout.parts import Gap, Part, Story, alike, weights
from kg.text.layout.pieces import BODY, CREDIT, FURNITURE, HEAD, Piece

WITHIN, LEAST_KINSHIP, MANY_OPENED = 0.4, 0.1, 3
SCENE = re.compile(r"(?:现场|合影|全景|一角|外景|效果图|鸟瞰图|场景|资料图片?|资料照片)[。]?$|^(?:图为|上图|下图|左图|右图)")
"""The words of a caption that has no credit: ``发货仪式现场``."""


FIRST_PICTURE = re.compile(r"^(?:上|左|大|主)图|^图[一1①]")
"""The first of several captions under one credit: ``上图：…`` / ``下图：…``."""


def divide(pieces: Sequence[Piece]) -> tuple[list[Story], list[Piece]]:
    """Return the stories of a page in printed order and the pieces that belong to none."""
    left = [p for p in pieces if p.kind == FURNITURE]
    parts, gaps = alternate(pieces)
    if not parts:
        return [], list(pieces)
    weight = weights(parts)
    groups: list[list[int]] = [[0]]
    for at in range(1, len(parts)):
        if is_boundary([parts[i] for i in groups[-1]], gaps[at], parts[at], weight):
            groups.append([])
        groups[-1].append(at)
    stories = [Story([parts[i] for i in group]) for group in groups]
    for story, group in zip(stories, groups, strict=True):
        for inner in group[1:]:
            keep_crossheads(story, parts[inner], gaps[inner])
    edges = [gaps[group[0]] for group in groups] + [gaps[len(parts)]]
    give_heads(stories, edges, weight, left)
    for story in stories:
        story.credits += [c for part in story.parts for c in part.credits]
    return adopt(stories, weight), left


def adopt(stories: Sequence[Story], weight: dict[str, float]) -> list[Story]:
    """Give parts that have no opener, heading or credit of their own to the neighbouring story that is about the same things.

    What stands before such a story's beginning goes behind its lead, and its blocks are put in order anew.
    """
    kept = list(stories)
    for story in stories:
        if not is_unclaimed(story) or len(kept) < 2:
            continue
        at = kept.index(story)
        near = [n for n in kept[max(0, at - 1) : at + 2] if n is not story and not n.is_caption]
        close = max(near, key=lambda n: kinship(story, n, weight), default=None)
        if close is None or not may_take(close, story, weight):
            continue
        if kept.index(close) < at:
            close.parts += story.parts
        else:
            close.parts[1:1] = story.parts
        close.parts = [Part(reorder([p for part in close.parts for p in part.pieces], WITHIN))]
        kept.remove(story)
    return kept


def is_unclaimed(story: Story) -> bool:
    """Whether a story has nothing that marks it as one: no opener, heading, credit or signature; a caption is one."""
    return not (story.is_opened or story.heads or story.credits or story.is_caption or story.parts[-1].is_signed)


def may_take(close: Story, story: Story, weight: dict[str, float]) -> bool:
    """Whether an unclaimed story can belong to the one beside it."""
    if kinship(story, close, weight) < LEAST_KINSHIP:
        return False
    return not begins_apart(story.parts[0]) and not is_dated_anew(close.parts, story.parts[0])


DAY_ONLY = re.compile(r"^\d{1,2}日[，,上下晚]")
"""``14日，市委…``: a day of the month that the page is of."""


def begins_apart(part: Part) -> bool:
    """Whether a part begins a story for sure: below white space that parts stories, or with a day or so below a credit."""
    return part.is_parted or (part.is_below_credit and bool(LEAD.match(part.text) or DAY_ONLY.match(part.text)))


def kinship(one: Story, other: Story, weight: dict[str, float]) -> float:
    """Return how alike two stories are, by their parts together."""
    left, right = (Part([p for part in story.parts for p in part.pieces]) for story in (one, other))
    return alike(left, right, weight)


def keep_crossheads(story: Story, part: Part, gap: Gap) -> None:
    """Put the headings inside a story into its body and its credits with it."""
    story.credits += [p for p in gap.pieces if p.kind == CREDIT]
    part.pieces[:0] = [p for p in gap.pieces if p.kind == HEAD]


def alternate(pieces: Sequence[Piece]) -> tuple[list[Part], list[Gap]]:
    """Return the parts and the gaps around them: one gap more than parts; an opener begins a part, a caption is one."""
    made = Alternation(pieces)
    for piece in pieces:
        made.add(piece)
    return made.parts, made.gaps


class Alternation:
    """The parts and gaps of a page while its pieces are added in printed order.

    ``is_fresh``: a gap stands open, so that body text begins a part; ``is_ruled``: furniture stands there, after a full stop.
    """

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.parts: list[Part] = []
        self.gaps = [Gap()]
        self.is_fresh = True
        self.is_ruled = False
        self.is_on_parting = speak(pieces)
        self.is_among_opened = sum(bool(OPENER.match(piece.text)) for piece in pieces) >= MANY_OPENED

    def add(self, piece: Piece) -> None:
        """Add the next piece of the page."""
        if piece.kind == FURNITURE:
            self.is_ruled = bool(self.parts) and self.parts[-1].pieces[-1].ends_sentence
        elif piece.kind == BODY:
            self._add_body(piece)
        else:
            self._add_mark(piece)
            self.is_fresh = True

    def _begin(self, part: Part) -> None:
        self.parts.append(part)
        self.gaps.append(Gap())

    def _add_mark(self, piece: Piece) -> None:
        """Add a heading or credit: to the gap, unless it is a caption's."""
        caption = take_caption(self.parts, self.gaps) if piece.kind == CREDIT and is_photo(piece.raw) else None
        if caption:
            caption.credits.append(piece)
        elif piece.kind == HEAD and SCENE.search(piece.text):
            self._begin(Part([piece], is_caption=True))
        else:
            self.gaps[-1].pieces.append(piece)

    def _add_body(self, piece: Piece) -> None:
        parted = self.is_on_parting and bool(self.parts) and is_parted(self.parts[-1].pieces[-1], piece)
        if (
            self.is_fresh
            or self.is_ruled
            or parted
            or OPENER.match(piece.text)
            or self.parts[-1].is_signed
            or begins_anew(self.parts[-1], piece)
        ):
            gap = self.gaps[-1]
            gap.runs_on = bool(gap.pieces) and gap.pieces[-1].block == piece.block
            part = Part(
                is_below_rule=self.is_ruled,
                is_parted=parted,
                is_on_parting=self.is_on_parting,
                is_among_opened=self.is_among_opened,
                is_below_credit=any(p.kind == CREDIT for p in gap.pieces),
            )
            self._begin(part)
            self.is_fresh = self.is_ruled = False
        self.parts[-1].pieces.append(piece)


def is_parted(last: Piece, piece: Piece) -> bool:
    """Whether white space after a full stop stands before a piece that could begin a story."""
    return last.block != piece.block and last.ends_sentence and may_begin(piece.text)


def take_caption(parts: list[Part], gaps: list[Gap]) -> Part | None:
    """Make a caption of what stands right before a photographer's credit; None if that is a story.

    A heading is its caption when nothing else is; else the last paragraph is, or the whole part when it is one.
    """
    if gaps[-1].pieces:
        last = gaps[-1].pieces[-1]
        if last.kind != HEAD:
            return None
        gaps[-1].pieces.pop()
        parts.append(Part([last], is_caption=True))
        gaps.append(Gap())
        return parts[-1]
    if not parts:
        return None
    part = parts[-1]
    if part.is_caption:
        return part
    at = len(part.pieces) - 1
    while at > 0 and (
        not part.pieces[at - 1].ends_sentence or NEVER_HEADING.match(part.pieces[at].text) or FIRST_PICTURE.match(part.pieces[at - 1].text)
    ):
        at -= 1
    chain = part.pieces[at:]
    if OPENER.match(chain[0].text):
        return None
    if at:
        del part.pieces[at:]
        parts.append(Part(chain, is_caption=True))
        gaps.append(Gap())
    parts[-1].is_caption = True
    return parts[-1]
