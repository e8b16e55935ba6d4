"""A page arranged as the likeliest set of stories: lines, runs of text, joins, owners of headings and credits, each learned."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from kg.text.layout.headings import SUBHEAD
from kg.text.layout.parts import Part, Story
from kg.text.layout.pieces import BODY, Piece, cut
from kg.text.layout.pieces import CREDIT as CREDIT_PIECE
from kg.text.layout.pieces import FURNITURE as FURNITURE_PIECE
from kg.text.layout.pieces import HEAD as HEAD_PIECE
from kg.text.learned import net
from kg.text.learned.barriers import barriers
from kg.text.learned.chains import chain, odds
from kg.text.learned.fragments import CREDIT, FURNITURE, HEAD, TEXT, Fragment, of, read_fragments
from kg.text.learned.joins import read_joins
from kg.text.learned.lines import BULLET
from kg.text.learned.owners import Chain, chances, read_owners, settle
from kg.text.learned.roles import read_roles
from kg.text.learned.segments import read_sheet
from kg.text.learned.whole import SECOND, read_again

HEADLINE = 1
LONGEST_CROSSHEAD, LONGEST_RUBRIC = 16, 6


def arrange(text: str) -> tuple[list[Story], list[Piece]]:
    """Return the stories of a page in printed order and the pieces that belong to none."""
    w = net.weights()
    sheet = read_sheet(text)
    every = read_fragments(sheet, w)
    texts, heads, credits = of(TEXT, every), of(HEAD, every), of(CREDIT, every)
    left = [piece_of(f, FURNITURE_PIECE) for f in of(FURNITURE, every)]
    if not texts:
        return [], [*left, *(piece_of(f, HEAD_PIECE) for f in heads), *(piece_of(f, CREDIT_PIECE) for f in credits)]
    joins = read_joins(texts, every)
    weight = odds(read_again(texts, every, joins, odds(joins, w)), w, SECOND).weight
    weight = weight - barriers(texts, every, sheet)
    order = chain(weight)
    chains = [Chain([texts[n] for n in numbers]) for numbers in order]
    briefs = listed(chains)
    head_of = settle(chances(read_owners(heads, chains, every), w, "head", len(chains)), [is_main(f) for f in heads])
    head_of = [NOBODY if k in briefs and is_rubric(head) else k for head, k in zip(heads, head_of, strict=True)]
    credit_of = settle(chances(read_owners(credits, chains, every), w, "credit", len(chains)), [False] * len(credits))
    stories = []
    for k, (numbers, story) in enumerate(zip(order, chains, strict=True)):
        made = story_of(story, owned(heads, head_of, k), owned(credits, credit_of, k), w)
        made.joined = {texts[b].lines[0].chars.offsets[0]: round(1 / (1 + float(np.exp(-weight[a, b]))), 2) for a, b in pairwise(numbers)}
        stories.append(made)
    left += [piece_of(f, HEAD_PIECE) for f in owned(heads, head_of, NOBODY)]
    left += [piece_of(f, CREDIT_PIECE) for f in owned(credits, credit_of, NOBODY)]
    return sorted(stories, key=lambda story: min(p.start for p in story.parts[0].pieces)), left


NOBODY = -1
"""The owner of a heading or credit that no story has (``settle``)."""


def owned(items: Sequence[Fragment], owners: Sequence[int], story: int) -> list[Fragment]:
    """Return the headings or credits of one story, by its number."""
    return [item for item, owner in zip(items, owners, strict=True) if owner == story]


def story_of(story: Chain, heads: Sequence[Fragment], credits: Sequence[Fragment], w: net.Weights) -> Story:
    """Return a chain of runs with its headings and credits as a story."""
    made = Story([Part([p for run in story.runs for p in paragraphs(run)], is_caption=story.caption > 0.5)])
    made.heads = [piece_of(f, HEAD_PIECE) for f in heads]
    made.headings = read_roles(heads, story.text, w)
    made.credits = [piece_of(f, CREDIT_PIECE) for f in credits]
    return made


def listed(chains: Sequence[Chain]) -> frozenset[int]:
    """Return the numbers of the stories that a bullet opens, if there are several."""
    found = [k for k, story in enumerate(chains) if BULLET.match(story.runs[0].text)]
    return frozenset(found if len(found) > 1 else ())


def is_rubric(head: Fragment) -> bool:
    """Whether a group of headings over briefs is the name of their column and of none of them: ``港城短波``."""
    return len(head.lines) == 1 and len(head.text) <= LONGEST_RUBRIC


def is_main(heads: Fragment) -> bool:
    """Whether a group of headings holds a headline and not only kickers or subheads; beside a line that a dash marks there is one."""
    dashed = sum(bool(SUBHEAD.match(line.text)) for line in heads.lines)
    return bool((heads.line_kinds[:, :3].argmax(1) == HEADLINE).any()) or 0 < dashed < len(heads.lines)


def piece_of(fragment: Fragment, kind: str) -> Piece:
    """Return a fragment as one piece."""
    return Piece(kind, tuple(fragment.lines), fragment.number)


def paragraphs(run: Fragment) -> list[Piece]:
    """Cut a run of text into paragraphs; a short line by itself between two of them is a crosshead."""
    groups = cut(run.lines, run.above > 0, frozenset())
    found: list[Piece] = []
    for at, lines in enumerate(groups):
        text = "".join(line.text for line in lines)
        inner = 0 < at < len(groups) - 1 and found[-1].ends_sentence
        is_head = (
            inner
            and not lines[0].row
            and len(lines) == 1
            and len(text) <= LONGEST_CROSSHEAD
            and text[-1] not in "。，；：、！？”…"
            and text[0] not in "“"
        )
        found.append(Piece(HEAD_PIECE if is_head else BODY, tuple(lines), run.number))
    return found
