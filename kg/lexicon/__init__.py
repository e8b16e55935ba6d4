"""Word lists as data files, read once and on demand.

A file is ``NAME.txt`` (one word per line) or ``NAME.tsv`` (tab-separated columns) in this folder. Lines that begin with ``#`` give
origin and licence and are not data; the first of them say what the list is for.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def lines(file: str) -> list[str]:
    """Return the data lines of a file; FileNotFoundError if there is no such list."""
    text = (files("kg.lexicon") / file).read_text(encoding="utf-8")
    return [line.rstrip() for line in text.split("\n") if line.strip() and not line.startswith("#")]


@cache
def ordered(name: str) -> tuple[str, ...]:
    """Return the words of ``NAME.txt`` as listed, each once."""
    return tuple(dict.fromkeys(lines(f"{name}.txt")))


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of ``NAME.txt`` as a set."""
    return frozenset(ordered(name))


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of ``NAME.tsv``."""
    return tuple(tuple(line.split("\t")) for line in lines(f"{name}.tsv"))


@cache
def alternatives(*names: str) -> str:
    """Return the words of these lists as a regular expression's alternatives, longest first."""
    found = {word for name in names for word in ordered(name)}
    return "|".join(sorted(found, key=lambda word: (-len(word), word)))
