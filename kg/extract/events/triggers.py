"""What opens an event: the record of it, the nouns and verbs of the lists, and what shows that nothing is told of one event."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from kg.extract.rules import Rule
from kg.lexicon import rows
from kg.model import Mention

UNTOLD = re.compile(
    "多次|每年|每月|每周|每季|每半年|每逢|"
    "定期|经常|常态化|不定期|将于|将在|拟|计划(?!总?投资)|即将|此前|原定|去年|相继|坚持|各级|历次|届时|筹备"
)
SEVERAL = re.compile("[各]|等(?![^，。]{0,12}(?:开工|签约|投产|竣工|揭牌|奠基|启动|通车))|系列|多场|有关|全国")

Given = tuple[tuple[tuple[Mention, ...], str], ...]


@dataclass(frozen=True, slots=True)
class EventTrigger:
    """What a clause opens: index range, the noun or verb, ``roles`` in the order to be given.

    ``apart`` says that it cannot go on with an earlier event of the article, ``weak`` that it needs somebody who was there;
    ``fallback`` is what was visited if no better target is named; ``rule`` is what found it.
    """

    kind: str
    start: int
    end: int
    hint: str
    roles: Given
    place: Mention | None = None
    apart: bool = False
    weak: bool = False
    fallback: tuple[Mention, ...] = ()
    rule: Rule = field(kw_only=True)


@cache
def nouns() -> dict[str, str]:
    """Return noun pattern → kind."""
    return {row[0]: row[1] for row in rows("event_nouns")}


@cache
def verbs(role: str) -> str:
    """Return the verbs of one role as alternatives, longest first."""
    found = {verb for kind, verb in rows("event_verbs") if kind == role}
    return "|".join(sorted(found, key=lambda verb: (-len(verb), verb)))
