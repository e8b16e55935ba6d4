"""The printed lines of a page as the learned readers of layout see them: two stories set side by side on one line are two lines here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.text.layout.credits import split_tails
from kg.text.layout.labels import record
from kg.text.layout.lines import Line, measure, read_lines, usual_gap
from kg.text.layout.pieces import blocks, read_pieces
from kg.text.squeeze import is_letter_spaced, squeeze

GUTTER = re.compile(r"(?<=\S)[ \u3000\u00a0\t]{2,}(?=\S)")
"""The white space between two columns that a line reads across."""

NARROWEST = 5


@dataclass(frozen=True)
class Sheet:
    """A page's lines with what the whole page says of them.

    ``lines`` in printed order, ``block[i]`` numbers the block line i stands in, ``usual`` is the page's gap between lines of one block,
    ``ruled[i]`` the kind that the rules of ``kg.text.layout.pieces`` give line i.
    """

    lines: list[Line]
    block: list[int]
    usual: int
    ruled: list[str]


def read_sheet(text: str) -> Sheet:
    """Cut a page into lines; every character that prints something is in one of them."""
    titles, fields, below = record(read_lines(text))
    printed = [*sorted([*titles, *fields], key=lambda line: line.start), *below]
    lines = across(printed)
    usual = usual_gap(printed)
    measured = measure(blocks(split_tails(lines), usual))
    flat = [line for block in measured for line in block]
    ruled = {at: piece.kind for piece in read_pieces(text) for at in piece.chars.offsets}
    return Sheet(
        flat,
        [number for number, block in enumerate(measured) for _ in block],
        usual,
        [ruled[line.chars.offsets[0]] for line in flat],
    )


def across(lines: Sequence[Line]) -> list[Line]:
    """Cut lines at a gutter when the lines above or below have one too; one line with a gap is a headline or a row of names."""
    cuts = [gutter(line) for line in lines]
    found: list[Line] = []
    for at, line in enumerate(lines):
        near = [cuts[n] for n in (at - 1, at + 1) if 0 <= n < len(cuts)]
        if cuts[at] is None or not any(near):
            found.append(line)
            continue
        begin = cuts[at] or 0
        left, right = line.raw[:begin], line.raw[begin:]
        found.append(Line(left, squeeze(left, line.start), line.gap, line.start))
        found.append(Line(right, squeeze(right, line.start + begin), 0, line.start + begin))
    return found


def gutter(line: Line) -> int | None:
    """Return where in a line the text right of a gutter begins, None if it has no gutter."""
    if is_letter_spaced(line.raw):
        return None
    ends = [m.end() for m in GUTTER.finditer(line.raw)]
    for end in ends:
        left, right = (re.sub(r"\s", "", part) for part in (line.raw[:end], line.raw[end:]))
        if len(left) >= NARROWEST and len(right) >= NARROWEST and len(ends) == 1:
            return end
    return None
