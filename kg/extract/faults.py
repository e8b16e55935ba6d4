"""Bugs of kg that reading an article ran into: each costs one finding and is reported, and everything else of the page is kept.

A finder that raises is a bug, whatever the page prints; ``kg build`` names it on stderr and in report.json. ``Draft.spared`` is what
guards the finders; KG_DEBUG=1 in the environment lets the exception through.
"""

from __future__ import annotations

import os
import traceback
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).parent.parent
SHARED = frozenset({"clauses", "draft.py"})
"""What of kg/extract all finders stand on: that it raised says less than who called it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One exception: the page's file name, the article's id and number (from 0), where in kg it was raised, and what, in one line."""

    page: str
    article: str
    number: int
    where: str
    reason: str

    def __str__(self) -> str:
        return (
            f"{self.page}: article {self.number + 1}: kg stumbled in {self.where} ({self.reason}) and lost what it would have found there; "
            "this is a fault of kg: please report it with the page; KG_DEBUG=1 shows more"
        )


def is_debugging() -> bool:
    """Whether the environment asks for tracebacks (KG_DEBUG)."""
    return bool(os.environ.get("KG_DEBUG"))


def reason_of(error: BaseException) -> str:
    """Return an exception in one line: ``KeyError: 'body'``."""
    return " ".join(f"{type(error).__name__}: {error}".split())


def where(error: BaseException) -> str:
    """Return where in kg an exception comes from: ``extract/relations/runs.py:88 find_programmes``.

    That is the innermost line of a finder; of the package, if no finder was running.
    """
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(PACKAGE)]
    inside = [(Path(frame.filename).relative_to(PACKAGE), frame) for frame in frames]
    finders = [row for row in inside if row[0].parts[0] == "extract" and not SHARED.intersection(row[0].parts)]
    for path, frame in reversed(finders or inside):
        return f"{path.as_posix()}:{frame.lineno} {frame.name}"
    return "an unknown place"
