"""Give each heading and credit to the body before or after it, by the words they share. It knows nothing of where bodies begin."""

from __future__ import annotations

from collections.abc import Sequence

from kg.text.layout.headings import is_body_name
from kg.text.layout.parts import Gap, Story, shared
from kg.text.layout.pieces import CREDIT, HEAD, Piece


def give_heads(stories: list[Story], edges: Sequence[Gap], weight: dict[str, float], left: list[Piece]) -> None:
    """Divide each gap between the story before it and the one after it so that the words shared are most.

    A dynamic program over the gaps: its state is whether the story so far has a heading, its path the cut of every gap.
    """
    best: dict[bool, tuple[float, list[int]]] = {False: (0.0, [])}
    for at, gap in enumerate(edges):
        before, after = around(stories, at)
        following: dict[bool, tuple[float, list[int]]] = {}
        for has_head, (score, path) in sorted(best.items()):
            for cut in range(own_credits(gap, before), len(gap.pieces) + 1):
                value = score + worth(gap.pieces[:cut], before, weight, has_head=has_head) + worth(gap.pieces[cut:], after, weight)
                value -= TORN * is_torn(gap, cut, before)
                value -= lack_of_heading(before, has_head=has_head or holds_head(gap.pieces[:cut]))
                state = holds_head(gap.pieces[cut:])
                if state not in following or value > following[state][0]:
                    following[state] = (value, [*path, cut])
        best = following
    _, path = max(best.values(), key=lambda item: item[0])
    for at, (gap, cut) in enumerate(zip(edges, path, strict=True)):
        before, after = around(stories, at)
        give(before, gap.pieces[:cut], left)
        give(after, gap.pieces[cut:], left)


def around(stories: Sequence[Story], at: int) -> tuple[Story | None, Story | None]:
    """Return the stories before and after gap ``at``; None before the first and after the last."""
    return stories[at - 1] if at else None, stories[at] if at < len(stories) else None


def holds_head(pieces: Sequence[Piece]) -> bool:
    """Whether a heading is among these pieces."""
    return any(piece.kind == HEAD for piece in pieces)


def lack_of_heading(story: Story | None, *, has_head: bool) -> float:
    """Return what it costs that a story has no heading: a caption needs none, a news story with an opener most."""
    if story is None or has_head or story.is_caption:
        return 0.0
    return 0.5 if story.is_opened else 0.3


def own_credits(gap: Gap, before: Story | None) -> int:
    """Return how many pieces of a gap are the story's before it for sure: credits in its last block, which ends with them."""
    if before is None:
        return 0
    last, found = before.parts[-1].pieces[-1], 0
    while found < len(gap.pieces) and gap.pieces[found].kind == CREDIT and gap.pieces[found].block == last.block and last.ends_sentence:
        found += 1
    closes = found and (found == len(gap.pieces) or gap.pieces[found].block != last.block) and not gap.runs_on
    return found if closes else 0


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
