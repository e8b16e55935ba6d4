"""The head of a body's name before a title and a person: 中心 in 中心主任甲, 储备库 in 储备库保管员乙, 校 in 校党委副书记丙."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg import ontology
from kg.extract.anaphora.antecedents import Finder, Named, nouns
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
    ending = Endings(finder)
    for person in [m for m in finder.names if m.type == "person" and start <= m.start < end]:
        tail = before(finder, start, person)
        at = person.start - len(tail)
        for size in heads(tail):
            body = ending.last(tail[:size], at)
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


class Endings:
    """The bodies of an article by what their names end in."""

    def __init__(self, finder: Finder) -> None:
        self.finder = finder
        self.named: dict[str, Named] = {}
        for body in finder.names:
            if body.type in ontology.organisations():
                name = body.name or body.surface
                for size in range(2, min(LONGEST, len(name) - 1) + 1):
                    self.named.setdefault(name[-size:], Named()).add(body, body)

    def last(self, head: str, offset: int) -> Mention | None:
        """Return the last body before an offset whose name ends in a head, or in what a noun such as 校 may stand for."""
        noun = nouns().get(head)
        named = self.finder.of_kind(noun)[0] if noun else self.named.get(head)
        found = named.last(offset) if named else None
        return found if found and found.type in ontology.organisations() else None
