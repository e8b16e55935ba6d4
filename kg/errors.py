"""Every error that kg raises on purpose.

    KgError
    ├── PageError        a file cannot be read as a page: missing, empty, binary, unknown encoding, no article
    ├── OntologyError    ontology/ is missing something or contradicts itself
    ├── ClaimError       a claim, event or mention that its page does not bear out
    ├── DecisionError    decisions.yaml is malformed or contradicts itself
    ├── NameLookupError  a name that nothing answers to, or that several things answer to
    ├── QueryError       a SPARQL query that cannot be parsed, is not allowed, or ran too long
    └── ExportError      an export that cannot be written or read back

Each carries what it is about as attributes and says in one line what, where, and what to do.
"""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path


def spelled(path: str | Path) -> str:
    """Return a path as messages and exports spell it: bytes that are no UTF-8 and control characters as ``%D0``, the rest as it is."""
    printed = []
    for character in str(path):
        if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
            printed += [f"%{byte:02X}" for byte in os.fsencode(character)]
        else:
            printed.append(character)
    return "".join(printed)


class KgError(Exception):
    """Anything that is the input's fault or the user's, never a bug: the CLI prints it in one line and exits 2."""


class PageError(KgError):
    """A file that cannot be read as a newspaper page."""

    def __init__(self, path: str | Path, reason: str, advice: str = "") -> None:
        self.path = spelled(path)
        self.reason = reason
        self.advice = advice
        super().__init__(f"{self.path}: {reason}" + (f"; {advice}" if advice else ""))


class OntologyError(KgError):
    """A term that ontology/kg.ttl does not define, or defines twice."""


class ClaimError(KgError):
    """A claim whose evidence is not on its page."""


class DecisionError(KgError):
    """A decisions file that cannot be replayed."""


class NameLookupError(KgError):
    """A name that no entity answers to, or that several do; ``candidates`` lists what is near."""

    def __init__(self, name: str, candidates: tuple[str, ...], message: str) -> None:
        self.name = name
        self.candidates = candidates
        super().__init__(message)


class QueryError(KgError):
    """A SPARQL query that cannot be run; ``place`` is the line and column (from 1) where it goes wrong, None if that is nowhere."""

    def __init__(self, reason: str, place: tuple[int, int] | None = None) -> None:
        self.reason = reason
        self.place = place
        super().__init__(f"line {place[0]}, column {place[1]}: {reason}" if place else reason)


class ExportError(KgError):
    """An output that cannot be written, or that does not say what the facts say."""
