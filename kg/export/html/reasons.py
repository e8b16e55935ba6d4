"""Why the names of a thing were joined to one, for the explorer: each form of words once, in both languages, and what fills it by thing."""

from __future__ import annotations

from collections.abc import Iterable

from kg.lexicon import reasons
from kg.model import Join

JoinedBecause = tuple[int, tuple[str, ...]]
"""The number of a form, and what stands for its {0}, {1} …"""


class Forms:
    """The forms of the reasons asked for so far, in the order in which they were first needed."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}

    def of(self, joins: Iterable[Join]) -> list[JoinedBecause]:
        """Return the reasons of the joins, each once, in the order of their English."""
        return [self._numbered(reason) for reason in sorted({join.reason for join in joins if join.same})]

    def _numbered(self, reason: str) -> JoinedBecause:
        chinese, english, slots = reasons.form(reason)
        return self._numbers.setdefault((chinese, english), len(self._numbers)), slots

    @property
    def rows(self) -> list[dict[str, str]]:
        """The forms by number, in Chinese and in English."""
        return [{"zh": chinese, "en": english} for chinese, english in self._numbers]
