"""Lines that go on with one another for sure, put together: runs of text, groups of headings, credits, furniture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from statistics import median

import numpy as np

from kg.text.layout.lines import SENTENCE_END, Line
from kg.text.layout.pairs import MARKS
from kg.text.learned import lines as line_reader
from kg.text.learned import net
from kg.text.learned.net import Array
from kg.text.learned.segments import Sheet
from kg.text.learned.typography import briefs, settled, signatures
from kg.text.squeeze import Squeezed, join

TEXT, HEAD, CREDIT, FURNITURE = "text", "head", "credit", "furniture"
GROUPS = {TEXT: ("body", "caption"), HEAD: ("kicker", "headline", "subhead"), CREDIT: ("byline",), FURNITURE: ("furniture",)}
COLUMNS = {group: [line_reader.KINDS.index(kind) for kind in kinds] for group, kinds in GROUPS.items()}
SURE, NEXT, OTHER = 1.0, 0.0, 4.0
"""The logits above which a line goes on with the one above it: over white space, without, and where the two look like different groups."""
SURER = {TEXT: 2.0, HEAD: 1.0}
"""What a line must be surer: what is cut in two is put together again (``joins``, ``owners``), two stories in one never part."""

LEAD_LENGTH, EDGE = 120, 8


class Wording:
    """What is compared of a text, be it a run or a whole story."""

    text: str

    @cached_property
    def grams(self) -> frozenset[str]:
        """The pairs and triples of neighbouring characters."""
        return frozenset(grams(self.text))

    @cached_property
    def lead(self) -> frozenset[str]:
        """Those of its first words."""
        return frozenset(grams(self.text[:LEAD_LENGTH]))


@dataclass(eq=False)
class Fragment(Wording):
    """Lines ``first`` to ``last`` of a sheet.

    ``kinds`` are the mean log probabilities of line_reader.KINDS, ``line_kinds`` those of each line; ``above`` and ``below`` are the
    logits that the text goes on over its edges, ``number`` counts the fragments of the page. ``is_brief``: a bullet opens it, and a story.
    """

    group: str
    lines: list[Line]
    first: int
    last: int
    kinds: Array
    line_kinds: Array
    above: float
    below: float
    number: int = 0
    is_brief: bool = False

    @cached_property
    def text(self) -> str:  # type: ignore[override]
        """All characters without white space."""
        return "".join(line.text for line in self.lines)

    @property
    def chars(self) -> Squeezed:
        """All characters with their page offsets."""
        return join(line.chars for line in self.lines)

    @cached_property
    def width_above(self) -> float:
        """The middle width of its first lines, in Chinese characters."""
        return median(line.width for line in self.lines[:EDGE])

    @cached_property
    def width_below(self) -> float:
        """The middle width of its last lines."""
        return median(line.width for line in self.lines[-EDGE:])

    @cached_property
    def ends_sentence(self) -> bool:
        """Whether it ends with a full stop, or with a row of a record or table."""
        return bool(SENTENCE_END.search(self.text[-60:]) or self.lines[-1].row)

    @cached_property
    def caption(self) -> float:
        """How likely it is a caption rather than a body, 0…1."""
        body, caption = (float(np.exp(self.kinds[line_reader.KINDS.index(kind)])) for kind in ("body", "caption"))
        return caption / (body + caption + 1e-9)


def grams(text: str) -> list[str]:
    """Return the pairs and triples of neighbouring characters, none over a mark."""
    return [run[i : i + size] for run in MARKS.split(text) for size in (2, 3) for i in range(len(run) - size + 1)]


def read_fragments(sheet: Sheet, w: net.Weights) -> list[Fragment]:
    """Cut a sheet into fragments in printed order."""
    return group(sheet, *net.read_lines(w, *line_reader.matrix(sheet))) if sheet.lines else []


def group(sheet: Sheet, kinds: Array, follows: Array) -> list[Fragment]:
    """Cut a sheet into fragments where the next line does not go on for sure, or is of another group."""
    logp = log_kinds(sheet, kinds)
    runs: list[list[int]] = []
    signed, opened = signatures(sheet), briefs(sheet, logp)
    for at in range(len(sheet.lines)):
        is_row = at > 0 and sheet.lines[at - 1].row == sheet.lines[at].row == "cells"
        is_signed = at in signed and group_of(logp[at - 1 : at]) == TEXT
        if runs and at not in opened and (is_row or is_signed or follows[at - 1] > least(sheet, logp, at)):
            runs[-1].append(at)
        else:
            runs.append([at])
    found = made_of(sheet, logp, follows, runs)
    return [replace(f, is_brief=f.first in opened) for f in found]


def log_kinds(sheet: Sheet, kinds: Array) -> Array:
    """Return the log probabilities of each line's kinds, with what the rules and the setting of the page say of them."""
    kinds = settled(sheet, kinds)
    logp: Array = kinds - kinds.max(1, keepdims=True)
    logp -= np.log(np.exp(logp).sum(1, keepdims=True))
    return logp


def made_of(sheet: Sheet, logp: Array, follows: Array, runs: Sequence[Sequence[int]]) -> list[Fragment]:
    """Return the fragments of ``runs``, each the numbers of its lines; ``logp`` are the log probabilities of the kinds of each line."""
    found: list[Fragment] = []
    for run in runs:
        mean = logp[run].mean(0)
        above = float(follows[run[0] - 1]) if run[0] else -9.0
        below = float(follows[run[-1]]) if run[-1] + 1 < len(sheet.lines) else -9.0
        lines = [sheet.lines[at] for at in run]
        found.append(Fragment(group_of(logp[run]), lines, run[0], run[-1], mean, logp[run], above, below, len(found)))
    return found


def least(sheet: Sheet, logp: Array, at: int) -> float:
    """Return how sure it must be that line ``at`` goes on with the one above it."""
    above, here = group_of(logp[at - 1 : at]), group_of(logp[at : at + 1])
    if above != here:
        return OTHER
    return SURER.get(here, 0.0) + (SURE if sheet.lines[at].gap > sheet.usual else NEXT)


def group_of(logp: Array) -> str:
    """Return the likeliest group of lines that are all of one; (lines, kinds)."""
    each = np.exp(logp)
    return max(COLUMNS, key=lambda g: float(np.log(each[:, COLUMNS[g]].sum(1) + LEAST).sum()))


LEAST = 1e-12


def of(group_: str, fragments: Sequence[Fragment]) -> list[Fragment]:
    """Return the fragments of one group in printed order."""
    return [f for f in fragments if f.group == group_]
