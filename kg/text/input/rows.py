"""Boxes of characters into rows, rows into blocks, blocks into the text of a page, by where they stand.

A blank line stands between two blocks, two full-width spaces before a line that is set in: the form that ``kg.text.layout`` reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.model import Area, runs_of
from kg.text.input.turned import Box, Part

Block = list[Box]
INDENT = "\u3000\u3000"


@dataclass(frozen=True, slots=True)
class Printed:
    """The text of a sheet, and of each character that prints something its page offset and its edges (left, bottom, right, top).

    ``left_out`` are the characters of the sheet that are not in the text.
    """

    text: str
    parts: tuple[Part, ...] = ()
    left_out: str = ""

    def runs(self, height: float, scale: float = 1.0) -> tuple[int, ...]:
        """Return the runs of the ``Sheet``, which is ``height`` high in the boxes' units and counts ``scale`` of its own to each."""
        areas = [
            (at, Area(left * scale, (height - top) * scale, right * scale, (height - bottom) * scale))
            for at, (left, bottom, right, top) in self.parts
        ]
        return runs_of(areas)


def set_out(blocks: Sequence[Block]) -> Printed:
    """Return the text of blocks one after another."""
    text, parts = "", []
    for block in blocks:
        text += "\n" if text else ""
        for row in block:
            text += INDENT if is_set_in(row, block) else ""
            parts += [(len(text) + at, edges) for at, edges in row.parts]
            text += row.text + "\n"
    return Printed(text, tuple(parts))


def is_set_in(row: Box, block: Block) -> bool:
    """Whether a row begins to the right of its block's edge, as a paragraph's first line does."""
    return len(block) > 1 and row.left - min(each.left for each in block) > 1.2 * row.height


def read_blocks(rows: list[Box]) -> list[Block]:
    """Group rows that stand under one another in one size into blocks, in the order of the file."""
    blocks: list[Block] = []
    for row in sorted(rows, key=lambda box: (-box.top, box.left)):
        above = [block for block in blocks if is_under(block[-1], row)]
        if above:
            min(above, key=lambda block: block[-1].bottom - row.top).append(row)
        else:
            blocks.append([row])
    return sorted(blocks, key=lambda block: min(row.index for row in block))


def is_under(above: Box, row: Box) -> bool:
    """Whether a row stands right under another: near, of one size, and in the same column."""
    apart = above.bottom - row.top
    shared = min(above.right, row.right) - max(above.left, row.left)
    near = -0.6 * row.height < apart < 0.9 * row.height
    alike = 0.75 < row.height / above.height < 1.33
    return near and alike and shared > 0.5 * min(above.right - above.left, row.right - row.left)


def read_rows(characters: list[Box]) -> list[Box]:
    """Put characters that stand side by side on one line together; a gap as wide as half a character becomes a space."""
    rows: dict[int, list[Box]] = {}
    for character in sorted(characters, key=lambda box: box.left):
        level = round(character.middle / 4)
        near = [row for key in (level - 1, level, level + 1) for row in rows.get(key, ()) if is_beside(row, character)]
        if near:
            row = min(near, key=lambda box: abs(character.left - box.right))
            row.add(character, " " if character.left - row.right > 0.45 * row.height else "")
        else:
            rows.setdefault(level, []).append(character)
    return [row for group in rows.values() for row in group]


def is_beside(row: Box, character: Box) -> bool:
    """Whether a character goes on a row: on its line and near, of its size or next to its end in the file (一 has a low box)."""
    big = max(row.height, character.height)
    gap = character.left - row.right
    if abs(row.middle - character.middle) >= 0.4 * big:
        return False
    follows = abs(character.index - row.last) <= 4
    alike = 0.6 < row.height / character.height < 1.7
    return (follows or alike) and -0.8 * big < gap < (1.6 if follows else 0.7) * big
