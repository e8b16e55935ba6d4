"""The printed lines of a page as the learned readers of layout see them: two stories set side by side stand one below the other."""

from __future__ import annotations

from dataclasses import dataclass

from kg.text.layout.credits import split_tails
from kg.text.layout.labels import record, with_rows
from kg.text.layout.lines import Line, measure, read_lines, usual_gap
from kg.text.layout.pieces import blocks, read_pieces
from kg.text.learned.columns import unfold


@dataclass(frozen=True)
class Sheet:
    """A page's lines with what the whole page says of them.

    ``lines`` as printed, columns that stand side by side one below the other (``kg.text.learned.columns``), ``block[i]`` numbers the
    block line i stands in, ``usual`` is the page's gap between lines of one block, ``ruled[i]`` the kind that the rules of
    ``kg.text.layout.pieces`` give line i. ``columned`` are the starts of lines of running text in two columns side by side.
    """

    lines: list[Line]
    block: list[int]
    usual: int
    ruled: list[str]
    columned: frozenset[int]


def read_sheet(text: str) -> Sheet:
    """Cut a page into lines; every character that prints something is in one of them."""
    titles, fields, below = record(read_lines(text))
    printed = [*sorted([*titles, *fields], key=lambda line: line.start), *below]
    usual = usual_gap(printed)
    lines, columned = unfold(printed, usual)
    measured = measure(blocks(split_tails(with_rows(lines)), usual))
    flat = [line for block in measured for line in block]
    ruled = {at: piece.kind for piece in read_pieces(text) for at in piece.chars.offsets}
    return Sheet(
        flat,
        [number for number, block in enumerate(measured) for _ in block],
        usual,
        [ruled[line.chars.offsets[0]] for line in flat],
        columned,
    )
