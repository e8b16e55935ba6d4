"""Divide the pieces of a page into articles: which bodies go together, told by openers, closing credits and headings between them.

It knows nothing of roles, dates or places; which heading goes to which body ``kg.text.layout.assign`` decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.text.dates import days_apart
from kg.text.layout.assign import give_heads
from kg.text.layout.credits import is_photo
from kg.text.layout.gaps import may_begin, most_alike, speak
from kg.text.layout.marks import LEAD, NEVER_HEADING, OPENER, STRONG_LEAD
from kg.text.layout.order import reorder
from kg.text.layout.pairs import bigrams
from kg.text.layout.parts import SIGNATURE_END, Gap, Part, Story, alike, weights
from kg.text.layout.pieces import CREDIT, FURNITURE, HEAD, Piece

SHORTEST, WITHIN = 80, 0.4
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
    """Give parts that have no opener, heading or credit of their own to the story beside them that tells of the same things.

    What stands before such a story's beginning goes behind its lead, and its blocks are put in order anew.
    """
    kept = list(stories)
    for story in stories:
        if story.is_opened or story.heads or story.credits or story.is_caption or len(kept) < 2 or story.parts[-1].is_signed:
            continue
        at = kept.index(story)
        near = [n for n in kept[max(0, at - 1) : at + 2] if n is not story and not n.is_caption]
        close = max(near, key=lambda n: kinship(story, n, weight), default=None)
        if (
            close is None
            or kinship(story, close, weight) < 0.1
            or begins_apart(story.parts[0])
            or is_dated_anew(close.parts, story.parts[0])
        ):
            continue
        if kept.index(close) < at:
            close.parts += story.parts
        else:
            close.parts[1:1] = story.parts
        close.parts = [Part(reorder([p for part in close.parts for p in part.pieces], WITHIN))]
        kept.remove(story)
    return kept


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
    parts: list[Part] = []
    gaps: list[Gap] = [Gap()]
    fresh = True

    def begin(part: Part) -> None:
        parts.append(part)
        gaps.append(Gap())

    ruled = False
    parting = speak(pieces)
    opened = sum(bool(OPENER.match(piece.text)) for piece in pieces) >= MANY_OPENED
    for piece in pieces:
        if piece.kind == FURNITURE:
            ruled = bool(parts) and parts[-1].pieces[-1].ends_sentence
        elif piece.kind == CREDIT and is_photo(piece.raw) and (caption := take_caption(parts, gaps)):
            caption.credits.append(piece)
            fresh = True
        elif piece.kind == HEAD and SCENE.search(piece.text):
            begin(Part([piece], is_caption=True))
            fresh = True
        elif piece.kind in (HEAD, CREDIT):
            gaps[-1].pieces.append(piece)
            fresh = True
        else:
            parted = parting and bool(parts) and is_parted(parts[-1].pieces[-1], piece)
            if fresh or ruled or OPENER.match(piece.text) or parts[-1].is_signed or parted or begins_anew(parts[-1], piece):
                gaps[-1].runs_on = bool(gaps[-1].pieces) and gaps[-1].pieces[-1].block == piece.block
                credited = any(p.kind == CREDIT for p in gaps[-1].pieces)
                begin(Part(is_below_rule=ruled, is_parted=parted, is_on_parting=parting, is_among_opened=opened, is_below_credit=credited))
                fresh = ruled = False
            parts[-1].pieces.append(piece)
    return parts, gaps


def begins_anew(part: Part, piece: Piece) -> bool:
    """Whether a piece may begin a story with no heading above it: a new block that opens with a date."""
    last = part.pieces[-1]
    is_new = piece.block != last.block or piece.lines[0].is_indented or not piece.lines[0].column
    return is_new and last.ends_sentence and bool(LEAD.match(piece.text) or SIGNATURE_END.search(piece.text))


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


def is_boundary(story: Sequence[Part], gap: Gap, after: Part, weight: dict[str, float]) -> bool:
    """Whether a new article begins after this gap; ``story`` are the parts of the article above it so far."""
    before = story[-1]
    if after.is_opened or before.is_signed or before.is_caption or after.is_caption or any(p.kind == CREDIT for p in gap.pieces):
        return True
    whole = Part([p for part in story for p in part.pieces])
    likeness = max(alike(before, after, weight), alike(whole, after, weight))
    if after.is_below_rule and likeness < RULED:
        return True
    heads = "".join(p.text for p in gap.pieces)
    is_crosshead = len(gap.pieces) == 1 and len(heads) <= SHORT_CROSSHEAD
    if is_crosshead and after.is_on_parting and len({p.block for p in (before.pieces[-1], *gap.pieces, after.pieces[0])}) == 1:
        return False
    if is_dated_anew(story, after) and not is_crosshead and likeness < OTHER_DAY:
        return True
    if after.is_parted and not gap.pieces and likeness < most_alike(after.text, whole.text) * (SELDOM if after.is_among_opened else 1.0):
        return True
    if not gap.pieces:
        may = not after.is_parted or begins_anew(before, after.pieces[0])
        return may and len(before.text) > SHORTEST and likeness < unlike(story, after)
    if len(gap.pieces) > 3 or len(heads) > LONGEST_CROSSHEAD:
        return True
    limit = 0.07 + 0.05 * (len(gap.pieces) > 1) - 0.03 * is_crosshead - 0.03 * gap.pieces[0].lines[0].is_indented
    limit *= min(1.0, len(after.text) / FULL_PART, len(before.text) / FULL_PART)
    return likeness < limit + 0.1 * told_at_once(heads, after) + 0.03 * bool(LEAD.match(after.text))


UNLIKE, UNLIKE_DATED, RULED, OTHER_DAY, FULL_PART = 0.05, 0.115, 0.15, 0.5, 200
FAR, MANY_OPENED, SELDOM = 10, 3, 0.15


def is_dated_anew(story: Sequence[Part], after: Part) -> bool:
    """Whether a part opens a block with a day far from the one its story began with: ``12月2日，…`` under ``本报讯 10月12日，…``."""
    if not STRONG_LEAD.match(after.text) or story[-1].pieces[-1].block == after.pieces[0].block or not story[-1].pieces[-1].ends_sentence:
        return False
    apart = days_apart(story[0].text, after.text)
    return apart is not None and apart > FAR


def unlike(story: Sequence[Part], after: Part) -> float:
    """Return how little two parts must have in common for the second to be a new story; more may be common when it opens with a day."""
    is_block = story[-1].pieces[-1].block != after.pieces[0].block and after.pieces[0].lines[0].column > 0
    return UNLIKE_DATED if is_block and STRONG_LEAD.match(after.text) else UNLIKE


LONGEST_CROSSHEAD, SHORT_CROSSHEAD = 44, 14


def told_at_once(heading: str, after: Part) -> bool:
    """Whether the first words after a heading say it over again, as a news item's do and a cross-heading's do not."""
    pairs = bigrams(heading)
    lead = bigrams(after.text[:80])
    return sum(pair in lead for pair in pairs) >= 0.5 * len(pairs)
