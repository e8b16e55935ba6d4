"""Where a clause begins and ends. It works on an article's text and on folded text alike.

A clause ends at a comma, colon, semicolon, stop or break; 、 ends none, nor does a mark between digits (1,200; 2:51).
"""

from __future__ import annotations

from kg.extract.draft import CLAUSE_END


def is_stop(text: str, index: int) -> bool:
    """Whether the character at ``index`` ends a clause."""
    return CLAUSE_END.match(text, index) is not None


def clause_start(text: str, index: int, more: str = "") -> int:
    """Return where the clause that holds ``index`` begins; ``more`` are further marks that end one."""
    while index > 0 and text[index - 1] not in more and not is_stop(text, index - 1):
        index -= 1
    return index


def clause_end(text: str, index: int) -> int:
    """Return where the clause that holds ``index`` ends, its end mark left out."""
    found = CLAUSE_END.search(text, index)
    return found.start() if found else len(text)


def clauses(text: str, more: str = "") -> list[tuple[int, int]]:
    """Return the clauses of a text as ranges without their end marks, those without a character left out."""
    ends = [i for i, mark in enumerate(text) if mark in more or is_stop(text, i)]
    return [(start, end) for start, end in zip([0, *(i + 1 for i in ends)], [*ends, len(text)], strict=True) if start < end]
