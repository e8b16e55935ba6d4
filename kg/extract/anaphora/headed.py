"""The head of a body's name before a title and a person: 中心 in 中心主任甲, 储备库 in 储备库保管员乙, 校 in 校党委副书记丙."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.anaphora.antecedents import ORGANISATIONS, Finder, nouns
from kg.extract.posts.titles import read_title
from kg.model import Mention

REACH = 12
"""Characters before a person's name in which a head and a title stand."""
LONGEST = 6
"""Characters of the longest head."""
MARK = re.compile(r"[^\w·]|[和与由对在及]")
Headed = tuple[int, int, list[Mention], str, float]


def headed(finder: Finder, start: int, end: int) -> Iterator[Headed]:
    """Yield the heads of names that were printed before: the nearest body whose name ends in the head is meant."""
    people = [m for m in finder.names if m.type == "person" and start <= m.start < end]
    bodies = [m for m in finder.names if m.type in ORGANISATIONS] if people else []
    for person in people:
        tail = before(finder, start, person)
        at = person.start - len(tail)
        for size in heads(tail):
            body = ending_in(tail[:size], [m for m in bodies if m.end <= at])
            if body is not None:
                yield at, at + size, [body], "headed", 0.8
                break


def before(finder: Finder, start: int, person: Mention) -> str:
    """Return the words of the clause right before a person, "" where a name is among them or another word runs into them."""
    tail = MARK.split(finder.text[max(start, person.start - REACH) : person.start])[-1]
    at = person.start - len(tail)
    return tail if finder.free(at, person.start) and not finder.text[at - 1 : at].isalnum() else ""


def heads(tail: str) -> Iterator[int]:
    """Yield the lengths of what stands before a title that the rest of the words is, the longest first."""
    for size in range(min(LONGEST, len(tail) - 1), 0, -1):
        title = read_title(tail[size:], whole=True)
        if title is not None and title.start == 0 and title.kind != "leader":
            yield size


def ending_in(head: str, bodies: list[Mention]) -> Mention | None:
    """Return the last body whose name ends in a head, or in what a noun such as 校 may stand for."""
    noun = nouns().get(head)
    for body in reversed(bodies):
        name = body.name or body.surface
        if noun is not None and body.type in noun.types and noun.suffix.search(name):
            return body
        if noun is None and len(head) > 1 and name.endswith(head) and name != head:
            return body
    return None
