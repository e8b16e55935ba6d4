"""Which characters are surnames, and where one name ends when two are printed without a comma."""

from __future__ import annotations

import functools

from kg.lexicon import words

COMPOUND_LENGTH = 2


@functools.cache
def surnames() -> frozenset[str]:
    """Return all surnames of the lexicon, single and compound."""
    return words("surnames")


def has_surname(name: str) -> bool:
    """Whether a name opens with a surname."""
    return name[:COMPOUND_LENGTH] in surnames() or name[:1] in surnames()


@functools.cache
def common() -> frozenset[str]:
    """Return the surnames that nearly all people of Han names have, and the compound ones."""
    return words("surname_common") | {s for s in surnames() if len(s) > 1}


def has_common_surname(name: str) -> bool:
    """Whether a name opens with a surname that is common: 木果 does not, though 木 is a surname."""
    return name[:COMPOUND_LENGTH] in common() or name[:1] in common()


def split_names(text: str, *, spaced: bool = False) -> list[str]:
    """Cut a run of names at surnames: ``刘亚豪熊骥一`` → 刘亚豪, 熊骥一; up to four characters are one name (沙马木果).

    ``spaced``: every character was set apart, so that four of them may be two names (``郭 飞 李 明``).

    The whole text is one name when no cut gives every part a surname and two to four characters.
    """
    if len(text) <= (3 if spaced else 4) or "·" in text or not text.isalpha():
        return [text]
    return best_cut(text) or [text]


def best_cut(text: str) -> list[str] | None:
    """Return the cut into names with the fewest parts, three characters before two; None if there is none."""
    if not text:
        return []
    for size in (3, 2, 4):
        name = text[:size]
        if len(name) == size and has_surname(name) and (size < 4 or name[:COMPOUND_LENGTH] in surnames()):
            rest = best_cut(text[size:])
            if rest is not None:
                return [name, *rest]
    return None
