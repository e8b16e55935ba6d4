"""Reads the tab-separated tables of kg/lexicon/; knows no table's meaning.

A table is UTF-8; lines that start with `#` and empty lines are left out; every other line is split at tabs.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of ``kg/lexicon/NAME`` in printed order, cells stripped; FileNotFoundError if there is no such table."""
    text = files("kg.lexicon").joinpath(name).read_text(encoding="utf-8")
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def column(name: str, index: int = 0) -> tuple[str, ...]:
    """Return one column of a table, longest cell first so that an alternation of it prefers the longest."""
    return tuple(sorted({row[index] for row in rows(name)}, key=lambda cell: (-len(cell), cell)))


@cache
def alternatives(name: str, index: int = 0) -> str:
    """Return a column as a regular expression's alternatives; the cells are taken as they are (they may be patterns)."""
    return "|".join(column(name, index))
