"""A page's stories: by rules where the page prints how they begin, else as the likeliest arrangement that was learned.

A paper that opens its stories with 本报讯（记者…） tells where each begins; the rules of ``kg.text.layout`` are sure there.
Other papers' pages are arranged by ``kg.text.learned``.
"""

from __future__ import annotations

from kg.text.layout.order import reorder
from kg.text.layout.parts import Story
from kg.text.layout.pieces import Piece, read_pieces
from kg.text.layout.split import divide
from kg.text.learned.arrange import Likeness, arrange

OPENED, FEW = 0.25, 4
"""The share of stories with an opener from which on a page is divided by rules, and how many stories are too few to be shuffled."""


def arrange_page(text: str, likeness: Likeness | None = None) -> tuple[list[Story], list[Piece]]:
    """Return the stories of a page in printed order and the pieces that belong to none.

    ``likeness``, if given, returns for texts of the page how alike each two are (n, n), by an encoder's embeddings.
    """
    stories, left = divide(reorder(read_pieces(text)))
    told = [story for story in stories if not story.is_caption]
    if len(told) < FEW or sum(story.is_opened for story in told) >= OPENED * len(told):
        return stories, left
    return arrange(text, likeness)
