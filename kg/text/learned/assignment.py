"""What goes with what, each with one at most, as the whole that is best (the assignment problem)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kg.text.learned.net import Array

LARGEST = 400
"""Rows that hang together beyond which the best pair is taken first; the method below costs their cube."""


def matched(gain: Array) -> list[int]:
    """Return the column of each row, -1 for none, no column twice, so that the gains are most in all; only gains over 0 count."""
    found = [-1] * len(gain)
    for rows, columns in parts(gain > 0):
        part = np.where(gain[np.ix_(rows, columns)] > 0, gain[np.ix_(rows, columns)], 0)
        if len(rows) > LARGEST:
            pairs = best_first(part)
        else:
            none = np.zeros((len(rows), len(rows)), part.dtype)
            pairs = [(n, k) for n, k in enumerate(assigned(-np.concatenate([part, none], axis=1))) if k < len(columns) and part[n, k] > 0]
        for n, k in pairs:
            found[rows[n]] = columns[k]
    return found


def parts(linked: NDArray[np.bool_]) -> list[tuple[list[int], list[int]]]:
    """Return the rows and columns that hang together, each row with a link in one of them; (n, m) of truth values."""
    left, right = (each.tolist() for each in np.nonzero(linked))
    whole = list(range(sum(linked.shape)))

    def root(at: int) -> int:
        while whole[at] != at:
            whole[at] = at = whole[whole[at]]
        return at

    for row, column in zip(left, right, strict=True):
        whole[root(row)] = root(len(linked) + column)
    found: dict[int, tuple[list[int], list[int]]] = {}
    for row in sorted(set(left)):
        found.setdefault(root(row), ([], []))[0].append(row)
    for column in sorted(set(right)):
        found[root(len(linked) + column)][1].append(column)
    return list(found.values())


def best_first(gain: Array) -> list[tuple[int, int]]:
    """Return rows with their columns, the pair that gains most first."""
    rows, columns = np.nonzero(gain > 0)
    taken_rows: set[int] = set()
    taken_columns: set[int] = set()
    found = []
    for _, row, column in sorted(zip(-gain[rows, columns], rows.tolist(), columns.tolist(), strict=True)):
        if row not in taken_rows and column not in taken_columns:
            taken_rows.add(row)
            taken_columns.add(column)
            found.append((row, column))
    return found


def assigned(cost: Array) -> list[int]:
    """Return the column of each row that makes the least sum of costs, no column twice (Hungarian method); rows ≤ columns."""
    rows, columns = cost.shape
    u, v, held = [0.0] * (rows + 1), np.zeros(columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        held[0], at = row, 0
        least, way = np.full(columns + 1, np.inf), [0] * (columns + 1)
        used = np.zeros(columns + 1, bool)
        while held[at]:
            used[at] = True
            free = np.nonzero(~used[1:])[0] + 1
            reduced = cost[held[at] - 1, free - 1] - u[held[at]] - v[free]
            for column, value in zip(free[reduced < least[free]].tolist(), reduced[reduced < least[free]].tolist(), strict=True):
                least[column], way[column] = value, at
            following = int(free[least[free].argmin()])
            delta = float(least[following])
            for column in np.nonzero(used)[0].tolist():
                u[held[column]] += delta
                v[column] -= delta
            least[free] -= delta
            at = following
        while at:
            held[at] = held[way[at]]
            at = way[at]
    found = [0] * rows
    for column in range(1, columns + 1):
        if held[column]:
            found[held[column] - 1] = column - 1
    return found
