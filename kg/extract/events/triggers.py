"""What opens an event: the record of it, the nouns and verbs of the lists, and the words by which a clause reports no single event."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.extract.rules import Rule
from kg.lexicon import rows
from kg.model import Mention

NOT_REPORTED = re.compile(
    "多次|每年|每月|每周|每季|每半年|每逢|"
    "定期|经常|常态化|不定期|将于|将在|拟|计划(?!总?投资)|即将|此前|原定|去年|相继|坚持|各级|历次|届时|筹备"
)
"""Words of habits, plans and the past: a clause with one of them reports no single event of the day."""
SEVERAL = re.compile("[各]|等(?![^，。]{0,12}(?:开工|签约|投产|竣工|揭牌|奠基|启动|通车))|系列|多场|有关|全国")
"""Words by which the name of a gathering names several."""

Roles = tuple[tuple[tuple[Mention, ...], str], ...]
"""Mentions with the role that they are given, in the order to be given."""


@dataclass(frozen=True, slots=True)
class EventTrigger:
    """What a clause opens: the rule that found it, its kind, the noun or verb (``hint``) and the roles that the clause gives.

    ``apart`` says that it does not continue an earlier event of the article, ``weak`` that it is an event only if somebody is said to
    have been there; ``fallback`` are targets for want of a better one.
    """

    rule: Rule
    kind: str
    hint: str
    roles: Roles
    place: Mention | None = None
    apart: bool = False
    weak: bool = False
    fallback: tuple[Mention, ...] = ()

    @property
    def actors(self) -> list[Mention]:
        """Those by whom an event is told from another of its kind: hosts and inspectors."""
        return [mention for who, role in self.roles if role in ("host", "inspector") for mention in who]


@cache
def nouns() -> dict[str, str]:
    """Return noun pattern → kind."""
    return {row[0]: row[1] for row in rows("event_nouns")}


@cache
def verbs(role: str) -> str:
    """Return the verbs of one role as alternatives, longest first."""
    return longest_first({verb for kind, verb in rows("event_verbs") if kind == role})


def longest_first(words: set[str]) -> str:
    """Return words as a regular expression's alternatives, longest first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))
