"""Whether a new article begins after a gap between two parts of a page: by openers, credits, days, white space and words in common.

It looks at one gap and the parts around it; it moves nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.text.dates import days_apart
from kg.text.layout.gaps import most_alike
from kg.text.layout.marks import LEAD, STRONG_LEAD
from kg.text.layout.pairs import bigrams
from kg.text.layout.parts import SIGNATURE_END, Gap, Part, alike
from kg.text.layout.pieces import CREDIT, Piece


def is_boundary(story: Sequence[Part], gap: Gap, after: Part, weight: dict[str, float]) -> bool:
    """Whether a new article begins after this gap; ``story`` are the parts of the article above it so far."""
    joint = Joint(story, gap, after, weight)
    for applies, verdict in VERDICTS:
        if applies(joint):
            return verdict
    return begins_below_headings(joint) if gap.pieces else begins_without_heading(joint)


@dataclass(eq=False)
class Joint:
    """A gap between the story so far and the next part, and what the two have in common."""

    story: Sequence[Part]
    gap: Gap
    after: Part
    weight: dict[str, float]

    @property
    def before(self) -> Part:
        """The part right above the gap."""
        return self.story[-1]

    @property
    def heading(self) -> str:
        """All characters of the gap."""
        return "".join(piece.text for piece in self.gap.pieces)

    @property
    def is_crosshead(self) -> bool:
        """Whether the gap is one short heading, as stands inside a story."""
        return len(self.gap.pieces) == 1 and len(self.heading) <= SHORT_CROSSHEAD

    @cached_property
    def whole(self) -> Part:
        """The story so far as one part."""
        return Part([piece for part in self.story for piece in part.pieces])

    @cached_property
    def likeness(self) -> float:
        """How alike the next part is to the one before or to the whole story, whichever is more, 0…1."""
        return max(alike(self.before, self.after, self.weight), alike(self.whole, self.after, self.weight))


def is_marked(joint: Joint) -> bool:
    """Whether an opener, a signature, a credit or a caption parts two articles."""
    if joint.after.is_opened or joint.before.is_signed or joint.before.is_caption or joint.after.is_caption:
        return True
    return any(piece.kind == CREDIT for piece in joint.gap.pieces)


def is_other_below_rule(joint: Joint) -> bool:
    """Whether furniture stands in the gap and the next part is about something else."""
    return joint.after.is_below_rule and joint.likeness < RULED


def is_crosshead_in_block(joint: Joint) -> bool:
    """Whether a short heading stands inside one block on a page whose white space parts stories."""
    blocks = {piece.block for piece in (joint.before.pieces[-1], *joint.gap.pieces, joint.after.pieces[0])}
    return joint.is_crosshead and joint.after.is_on_parting and len(blocks) == 1


def is_of_another_day(joint: Joint) -> bool:
    """Whether the next part opens with a far day and is about something else."""
    return is_dated_anew(joint.story, joint.after) and not joint.is_crosshead and joint.likeness < OTHER_DAY


def is_other_below_white_space(joint: Joint) -> bool:
    """Whether white space alone stands in the gap and the next part is about something else."""
    if not joint.after.is_parted or joint.gap.pieces:
        return False
    return joint.likeness < most_alike(joint.after.text, joint.whole.text) * (SELDOM if joint.after.is_among_opened else 1.0)


VERDICTS: tuple[tuple[Callable[[Joint], bool], bool], ...] = (
    (is_marked, True),
    (is_other_below_rule, True),
    (is_crosshead_in_block, False),
    (is_of_another_day, True),
    (is_other_below_white_space, True),
)
"""What settles whether a new article begins, in this order; the first that applies decides."""


def begins_without_heading(joint: Joint) -> bool:
    """Whether an article begins where no heading stands: after enough text, with little in common."""
    if joint.after.is_parted and not begins_anew(joint.before, joint.after.pieces[0]):
        return False
    return len(joint.before.text) > SHORTEST and joint.likeness < unlike(joint.story, joint.after)


def begins_below_headings(joint: Joint) -> bool:
    """Whether an article begins below these headings: many or long ones, or little in common for the kind of heading."""
    gap, after = joint.gap, joint.after
    if len(gap.pieces) > 3 or len(joint.heading) > LONGEST_CROSSHEAD:
        return True
    limit = 0.07 + 0.05 * (len(gap.pieces) > 1) - 0.03 * joint.is_crosshead - 0.03 * gap.pieces[0].lines[0].is_indented
    limit *= min(1.0, len(after.text) / FULL_PART, len(joint.before.text) / FULL_PART)
    return joint.likeness < limit + 0.1 * is_said_again(joint.heading, after) + 0.03 * bool(LEAD.match(after.text))


UNLIKE, UNLIKE_DATED, RULED, OTHER_DAY, FULL_PART = 0.05, 0.115, 0.15, 0.5, 200
SHORTEST, FAR, SELDOM = 80, 10, 0.15


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


def is_said_again(heading: str, after: Part) -> bool:
    """Whether the first words after a heading say it over again, as a news item's do and a cross-heading's do not."""
    pairs = bigrams(heading)
    lead = bigrams(after.text[:80])
    return sum(pair in lead for pair in pairs) >= 0.5 * len(pairs)


def begins_anew(part: Part, piece: Piece) -> bool:
    """Whether a piece may begin a story with no heading above it: a new block that opens with a date or ends with a signature."""
    last = part.pieces[-1]
    is_new = piece.block != last.block or piece.lines[0].is_indented or not piece.lines[0].column
    return is_new and last.ends_sentence and bool(LEAD.match(piece.text) or SIGNATURE_END.search(piece.text))
