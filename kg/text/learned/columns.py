"""Two columns that a page prints side by side on the same lines, put one below the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from kg.text.layout.labels import LABEL
from kg.text.layout.lines import Line
from kg.text.squeeze import is_letter_spaced, squeeze, width

GUTTER = re.compile(r"(?<=\S)[ \u3000\u00a0\t]{2,}(?=\S)")
"""The white space between two columns that a line reads across."""
NARROWEST, FEWEST = 5, 3
"""The characters on either side of a gutter that is one by itself, and the neighbouring lines with one that are two columns."""
ALIGNED = 1.0
"""How far from where it mostly begins, in Chinese characters, a line of the right column may begin."""


MARK = re.compile("[，。；！？,;!?]")


@dataclass(frozen=True)
class Row:
    """A line that two columns share; the right one begins at its character ``cut``, behind the last if it prints nothing here."""

    line: Line
    cut: int

    @property
    def halves(self) -> tuple[Line, Line]:
        """The line of the left column and that of the right one; what is not printed has no text."""
        left, right, start = self.line.raw[: self.cut], self.line.raw[self.cut :], self.line.start + self.cut
        return (
            replace(self.line, raw=left, chars=squeeze(left, self.line.start)),
            replace(self.line, raw=right, chars=squeeze(right, start), gap=0, start=start),
        )


def unfold(lines: Sequence[Line], usual: int) -> tuple[list[Line], frozenset[int]]:
    """Return a page's lines with the columns that stand side by side one below the other; ``usual`` is the page's gap between lines.

    The right column comes after the whole of the left one, which may go on beneath it. Two lines with a gutter are cut and
    stay where they are, and so do rows of labels; one line is a headline or a row of names. Columns of names and such, which
    no mark ends, are rows of a list. Second, the starts of all other lines that stood side by side.
    """
    found: list[Line] = []
    columned: set[int] = set()
    at = 0
    for start, rows in shared(lines):
        found += lines[at:start]
        at = start + len(rows)
        left, right = (shown(row.halves[side] for row in rows) for side in (0, 1))
        if len(rows) < FEWEST or are_labels(right):
            found += [half for row in rows for half in shown(row.halves)]
        elif is_list([*left, *right]):
            found += [replace(line, row="cells") for line in (*left, *set_anew(right, usual, usual))]
        else:
            columned.update(line.start for line in (*left, *right))
            end = at + beneath(left, (lines[n] for n in range(at, len(lines))), usual)
            found += [*left, *lines[at:end], *set_anew(right, usual + 1, usual)]
            found += [replace(line, gap=max(usual + 1, line.gap)) for line in lines[end : end + 1]]
            at = min(end + 1, len(lines))
    return [*found, *lines[at:]], frozenset(columned)


def shown(halves: Iterable[Line]) -> list[Line]:
    """Return those of the halves of lines that print something."""
    return [line for line in halves if line.text]


def set_anew(column: Sequence[Line], first: int, usual: int) -> list[Line]:
    """Return a column's lines with the gaps above them that they have where they stand now."""
    return [replace(line, gap=usual if at else first) for at, line in enumerate(column)]


def are_labels(column: Sequence[Line]) -> bool:
    """Whether most lines of a right column open with a label, so that its rows are read across."""
    return sum(bool(LABEL.match(line.text)) for line in column) * 2 > len(column)


def is_list(halves: Sequence[Line]) -> bool:
    """Whether the halves of lines are entries of a list and no running text: most hold no mark that parts or ends sentences."""
    return sum(bool(MARK.search(line.text)) for line in halves) * 4 < len(halves)


def shared(lines: Sequence[Line]) -> Iterator[tuple[int, list[Row]]]:
    """Yield the lines that two columns share, with the number of the first.

    Neighbours with a gutter, and the lines above and below them of which a half begins where theirs do.
    """
    past = 0
    for at in range(len(lines)):
        if at < past:
            continue
        rows: list[Row] = []
        while at + len(rows) < len(lines) and (cut := gutter(lines[at + len(rows)])) is not None:
            rows.append(Row(lines[at + len(rows)], cut))
        if len(rows) < 2:
            continue
        if len(rows) >= FEWEST:
            beside = Beside.of(rows)
            above = beside.rows(lines[n] for n in range(at - 1, past - 1, -1))[::-1]
            below = beside.rows(lines[n] for n in range(at + len(rows), len(lines)))
            rows = [beside.set_in(row) for row in (*above, *rows, *below)]
            at -= len(above)
        yield at, rows
        past = at + len(rows)


def gutter(line: Line) -> int | None:
    """Return where in a line the text right of its one gutter begins, None if it has none."""
    ends = [m.end() for m in GUTTER.finditer(line.raw)]
    if len(ends) != 1 or is_letter_spaced(line.raw):
        return None
    sides = squeeze(line.raw[: ends[0]]), squeeze(line.raw[ends[0] :])
    return ends[0] if min(map(len, sides)) >= NARROWEST else None


@dataclass(frozen=True)
class Beside:
    """Where a right column begins: at the printed width ``column`` if its lines line up, else behind white space ``space``."""

    column: float | None
    space: str

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Beside:
        """Return where the right column of some rows begins."""
        columns = [printed(row.line.raw[: row.cut]) for row in rows]
        middle = median(columns)
        spaces = Counter(space_before(row) for row in rows)
        is_even = sum(abs(column - middle) <= ALIGNED for column in columns) * 3 >= len(columns) * 2
        return cls(middle if is_even else None, spaces.most_common(1)[0][0])

    def rows(self, lines: Iterable[Line]) -> list[Row]:
        """Return the lines from the first on that the columns share; where only the left one prints something, the next line decides."""
        found: list[Row] = []
        held: list[Row] = []
        for line in lines:
            cut = self.cut(line)
            if cut is None:
                if held or self.column is None or printed(line.raw.rstrip()) > self.column:
                    break
                held.append(Row(line, len(line.raw)))
                continue
            found += [*held, Row(line, cut)]
            held.clear()
        return found

    def set_in(self, row: Row) -> Row:
        """Return a row whose right half keeps the white space by which it is set in behind where its column begins."""
        at = row.cut
        while self.column is not None and at and row.line.raw[at - 1].isspace() and printed(row.line.raw[:at]) > self.column + ALIGNED / 2:
            at -= 1
        return replace(row, cut=at)

    def cut(self, line: Line) -> int | None:
        """Return where the right column begins in a line, None if it does not."""
        lead = len(line.raw) - len(line.raw.lstrip())
        ends = [m.end() for m in GUTTER.finditer(line.raw)]
        if self.column is None:
            if printed(line.raw[:lead]) >= NARROWEST:
                return lead
            return ends[0] if len(ends) == 1 and line.raw[: ends[0]].endswith(self.space) else None
        return next((end for end in [lead, *ends] if abs(printed(line.raw[:end]) - self.column) <= ALIGNED), None)


def printed(raw: str) -> float:
    """Return the width of a string with its white space, in Chinese characters."""
    return width(raw.replace("\t", "\u3000"))


def space_before(row: Row) -> str:
    """Return the white space between the two halves of a row."""
    left = row.line.raw[: row.cut]
    return left[len(left.rstrip()) :]


def beneath(left: Sequence[Line], lines: Iterable[Line], usual: int) -> int:
    """Return how many lines below two columns the left one goes on with: it stops in mid-sentence, or its next paragraph is set in."""
    widest, last, size = max(line.width for line in left), left[-1], 0
    sets_in = any(line.is_indented for line in left)
    for line in lines:
        goes_on = not last.ends_sentence or (sets_in and line.is_indented)
        if line.gap > usual or line.width > widest + ALIGNED or not goes_on:
            break
        last, size = line, size + 1
    return size
