"""Divide the pieces of a page into articles: which bodies go together, and which headings go with which body.

Bodies are told apart by their openers, their closing credits and the headings between them; a heading goes to the body before or after
it by the words they share. It knows nothing of roles, dates or places.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kg.text.credits import is_photo
from kg.text.headings import is_body_name
from kg.text.marks import LEAD, NEVER_HEADING, OPENER
from kg.text.order import reorder
from kg.text.pairs import bigrams
from kg.text.pieces import CREDIT, FURNITURE, HEAD, Piece

SIGNATURE_END = re.compile(r"[。！？…”][（(][^（）()，。]{2,40}[）)]$")
SHORTEST, WITHIN = 80, 0.4
SCENE = re.compile(r"(?:现场|合影|全景|一角|外景|效果图|鸟瞰图|场景|资料图片?|资料照片)[。]?$|^(?:图为|上图|下图|左图|右图)")
"""The words of a caption that has no credit: ``发货仪式现场``."""


FIRST_PICTURE = re.compile(r"^(?:上|左|大|主)图|^图[一1①]")
"""The first of several captions under one credit: ``上图：…`` / ``下图：…``."""


@dataclass(eq=False)
class Part:
    """Body pieces between two gaps, in printed order; a caption has its photographer's credit with it.

    ``is_below_rule``: furniture stands right above it (a section title, a date that ends a notice).
    """

    pieces: list[Piece] = field(default_factory=list)
    credits: list[Piece] = field(default_factory=list)
    is_caption: bool = False
    is_below_rule: bool = False

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
    """What stands between two parts: headings and credits, in printed order."""

    pieces: list[Piece] = field(default_factory=list)


@dataclass(eq=False)
class Story:
    """An article in the making: heading pieces, credit pieces and body pieces."""

    parts: list[Part] = field(default_factory=list)
    heads: list[Piece] = field(default_factory=list)
    credits: list[Piece] = field(default_factory=list)

    @property
    def is_opened(self) -> bool:
        """Whether any of its parts opens as a news story does."""
        return any(part.is_opened for part in self.parts)

    @property
    def is_caption(self) -> bool:
        """Whether it is a photo's caption."""
        return self.parts[0].is_caption


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
        if close is None or kinship(story, close, weight) < 0.1:
            continue
        if kept.index(close) < at:
            close.parts += story.parts
        else:
            close.parts[1:1] = story.parts
        close.parts = [Part(reorder([p for part in close.parts for p in part.pieces], WITHIN))]
        kept.remove(story)
    return kept


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
            if fresh or ruled or OPENER.match(piece.text) or parts[-1].is_signed or begins_anew(parts[-1], piece):
                begin(Part(is_below_rule=ruled))
                fresh = ruled = False
            parts[-1].pieces.append(piece)
    return parts, gaps


def begins_anew(part: Part, piece: Piece) -> bool:
    """Whether a piece may begin a story with no heading above it: a new block that opens with a date."""
    last = part.pieces[-1]
    is_new = piece.block != last.block or piece.lines[0].is_indented or not piece.lines[0].column
    return is_new and last.ends_sentence and bool(LEAD.match(piece.text) or SIGNATURE_END.search(piece.text))


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
    while at > 0 and (not part.pieces[at - 1].ends_sentence or NEVER_HEADING.match(part.pieces[at].text)
                      or FIRST_PICTURE.match(part.pieces[at - 1].text)):
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


def weights(parts: Sequence[Part]) -> dict[str, float]:
    """Return how telling each pair of characters is on this page: rare in its parts is telling."""
    seen = Counter(pair for part in parts for pair in part.bigrams)
    return {pair: math.log(1 + len(parts) / n) for pair, n in seen.items()}


def shared(text: str, story: Story, weight: dict[str, float]) -> float:
    """Return how much of a heading's telling pairs a story holds, 0…1."""
    pairs = bigrams(text)
    total = sum(weight.get(pair, 1.0) for pair in pairs)
    found = sum(weight.get(pair, 1.0) for pair in pairs if any(pair in part.bigrams for part in story.parts))
    return found / total if total else 0.0


def alike(left: Part, right: Part, weight: dict[str, float]) -> float:
    """Return the cosine of two parts' telling pairs, 0…1."""
    dot = sum(n * right.bigrams[pair] * weight.get(pair, 1.0) ** 2 for pair, n in left.bigrams.items() if pair in right.bigrams)
    norms = [math.sqrt(sum((n * weight.get(pair, 1.0)) ** 2 for pair, n in part.bigrams.items())) for part in (left, right)]
    return dot / (norms[0] * norms[1]) if all(norms) else 0.0


def is_boundary(story: Sequence[Part], gap: Gap, after: Part, weight: dict[str, float]) -> bool:
    """Whether a new article begins after this gap; ``story`` are the parts of the article above it so far."""
    before = story[-1]
    if after.is_opened or before.is_signed or before.is_caption or after.is_caption or any(p.kind == CREDIT for p in gap.pieces):
        return True
    whole = Part([p for part in story for p in part.pieces])
    likeness = max(alike(before, after, weight), alike(whole, after, weight))
    if after.is_below_rule and likeness < RULED:
        return True
    if not gap.pieces:
        return len(before.text) > SHORTEST and likeness < UNLIKE
    heads = "".join(p.text for p in gap.pieces)
    if len(gap.pieces) > 3 or len(heads) > LONGEST_CROSSHEAD:
        return True
    is_crosshead = len(gap.pieces) == 1 and len(heads) <= SHORT_CROSSHEAD
    limit = 0.07 + 0.05 * (len(gap.pieces) > 1) - 0.03 * is_crosshead - 0.03 * gap.pieces[0].lines[0].is_indented
    limit *= min(1.0, len(after.text) / FULL_PART, len(before.text) / FULL_PART)
    return likeness < limit + 0.1 * told_at_once(heads, after) + 0.03 * bool(LEAD.match(after.text))


UNLIKE, RULED, FULL_PART = 0.05, 0.15, 200
LONGEST_CROSSHEAD, SHORT_CROSSHEAD = 44, 14


def told_at_once(heading: str, after: Part) -> bool:
    """Whether the first words after a heading say it over again, as a news item's do and a cross-heading's do not."""
    pairs = bigrams(heading)
    lead = bigrams(after.text[:80])
    return sum(pair in lead for pair in pairs) >= 0.5 * len(pairs)


def give_heads(stories: list[Story], edges: Sequence[Gap], weight: dict[str, float], left: list[Piece]) -> None:
    """Divide each gap between the story before it and the one after it so that the words shared are most."""
    best: dict[bool, tuple[float, list[int]]] = {False: (0.0, [])}
    for at, gap in enumerate(edges):
        before = stories[at - 1] if at else None
        after = stories[at] if at < len(stories) else None
        following: dict[bool, tuple[float, list[int]]] = {}
        for has_head, (score, path) in sorted(best.items()):
            for cut in range(len(gap.pieces) + 1):
                value = score + worth(gap.pieces[:cut], before, weight, has_head=has_head) + worth(gap.pieces[cut:], after, weight)
                value -= TORN * is_torn(gap, cut, before)
                headed = has_head or any(p.kind == HEAD for p in gap.pieces[:cut])
                if before and not headed and not before.is_caption:
                    value -= 0.5 if before.is_opened else 0.3
                state = any(p.kind == HEAD for p in gap.pieces[cut:])
                if state not in following or value > following[state][0]:
                    following[state] = (value, [*path, cut])
        best = following
    _, path = max(best.values(), key=lambda item: item[0])
    for at, (gap, cut) in enumerate(zip(edges, path, strict=True)):
        give(stories[at - 1] if at else None, gap.pieces[:cut], left)
        give(stories[at] if at < len(stories) else None, gap.pieces[cut:], left)


TORN = 0.4


def is_torn(gap: Gap, cut: int, before: Story | None) -> bool:
    """Whether a cut of a gap goes through a block of its own: the lines of one block of headings belong to one story."""
    if not 0 < cut < len(gap.pieces) or before is None:
        return False
    block = gap.pieces[cut].block
    return gap.pieces[cut - 1].block == block != before.parts[-1].pieces[-1].block


def give(story: Story | None, pieces: Sequence[Piece], left: list[Piece]) -> None:
    """Hand headings and credits to a story, or to what is left over."""
    if story is None:
        left += pieces
        return
    story.heads += [p for p in pieces if p.kind == HEAD]
    story.credits += [p for p in pieces if p.kind == CREDIT]


def worth(given: Sequence[Piece], story: Story | None, weight: dict[str, float], *, has_head: bool = False) -> float:
    """Return how well these headings and credits suit a story; -0.1 for each piece that no story takes."""
    if story is None:
        return -0.1 * len(given)
    heads = [p for p in given if p.kind == HEAD]
    value = 0.0
    if heads:
        each = [shared(p.text, story, weight) for p in heads]
        value += sum(each) - (0.8 if has_head else 0.0) - (0.2 if story.is_caption else 0.0)
        value -= 0.5 * all(is_body_name(p.text) for p in heads)
        value -= 0.6 * sum(p.text.startswith("—") for p in heads[:-1])
    if len(heads) < len(given):
        value += -0.5 if story.is_opened or story.is_caption or story.credits else 0.3
    return value
