"""What a page has once for sure is searched for everywhere in it: stated and regular short names, tails of chains, people.

All articles of a page share one memory. A remembered form is taken where no longer name stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import ahocorasick

from kg.extract.lens import Candidate, Lens
from kg.extract.people import NOT_AFTER_NAME
from kg.extract.places import parts
from kg.extract.shortnames import STATED, is_short_form, short_pattern, without_place

SURE = 0.7
INNER = ("company", "agency", "institution", "zone")


@dataclass(frozen=True, slots=True)
class Memory:
    """A surface that means a thing of this type wherever the page prints it, and why."""

    surface: str
    type: str
    rule: str


def remember(lenses: Sequence[Lens], chosen: Sequence[Sequence[Candidate]]) -> list[Memory]:
    """Return what the chosen names of a page allow to be searched for, in a fixed order, longest first."""
    found: dict[str, Memory] = {}
    for lens, candidates in zip(lenses, chosen, strict=True):
        for candidate in candidates:
            for memory in memories(lens, candidate):
                found.setdefault(memory.surface, memory)
    return sorted(found.values(), key=lambda m: (-len(m.surface), m.surface, m.type))


def memories(lens: Lens, candidate: Candidate) -> Iterator[Memory]:
    """Yield the surfaces that one chosen name stands under elsewhere."""
    surface = lens.text[candidate.start : candidate.end]
    stated = STATED.match(lens.text, candidate.end)
    if stated:
        yield Memory(stated["short"], candidate.type, "stated short name")
    if candidate.score < SURE and candidate.type not in ("place", "person") and not (candidate.type == "company" and len(surface) > 3):
        return
    if (
        candidate.type == "agency"
        and candidate.parent
        and len(lens.text[candidate.parent[1] : candidate.end]) > 6
        and candidate.parent[0] == candidate.start
    ):
        yield Memory(lens.text[candidate.parent[1] : candidate.end], "agency", "without its zone")
    if candidate.type == "programme" and candidate.rule == "quoted programme":
        yield Memory("“" + surface.split("”")[0].lstrip("“") + "”", "programme", "quoted core")
    if candidate.type == "programme" and len(surface) > 6 and candidate.rule != "document":
        yield Memory(surface, "programme", "again")
    if (candidate.type in ("company", "institution", "zone", "facility") and len(surface) > 3) or candidate.type == "person":
        yield Memory(surface, candidate.type, "again")
    if candidate.type in ("institution", "zone", "facility", "project") and len(without_place(surface)) > 3:
        yield Memory(without_place(surface), candidate.type, "without its place")
    if candidate.type == "place":
        for part in parts(surface):
            if len(part) > 2:
                yield Memory(part, "place", "part of a chain")
    if candidate.type == "facility" and (owner := anatomy_end(surface)):
        yield Memory(surface[owner:], "facility", "without its owner")
    if candidate.parent and candidate.rule == "unit of a company":
        unit = lens.text[candidate.parent[1] : candidate.end]
        if len(unit) > 3:
            yield Memory(unit, "company", "unit again")


OWNER = re.compile(r".+?(?:有限责任公司|股份有限公司|有限公司|集团|公司)(?=[\u3400-\u9fff]{4})")


def anatomy_end(surface: str) -> int:
    """Return where the company ends that a facility's name opens with, 0 if it opens with none."""
    found = OWNER.match(surface)
    return found.end() if found else 0


def recall(lens: Lens, memory: Sequence[Memory]) -> list[Candidate]:
    """Return where an article prints what the page remembers."""
    if not memory:
        return []
    machine = ahocorasick.Automaton()
    for item in memory:
        machine.add_word(item.surface, item)
    machine.make_automaton()
    found = list(machine.iter(lens.text))
    cores = [
        Candidate(last + 2 - len(item.surface), last, "programme", item.rule, 0.7) for last, item in found if item.rule == "quoted core"
    ]
    return cores + [
        Candidate(
            last + 1 - len(item.surface), last + 1, item.type, item.rule, 0.85 if item.type == "person" else 0.75, inner=item.type in INNER
        )
        for last, item in found
        if item.rule != "quoted core" and (item.type != "person" or can_stand(lens, last + 1 - len(item.surface), last + 1))
    ]


def can_stand(lens: Lens, start: int, end: int) -> bool:
    """Whether a remembered person can stand here: words begin and end with the name, or it has three characters and no surname goes on."""
    if NOT_AFTER_NAME.match(lens.text, end):
        return False
    return end - start > 2 or (lens.is_edge(start) and lens.is_edge(end))


def recall_companies(lens: Lens, names: Sequence[str]) -> list[Candidate]:
    """Return the regular short forms of the page's full company names."""
    found = []
    for name in names:
        pattern = short_pattern(name)
        for match in pattern.finditer(lens.text) if pattern else ():
            if is_short_form(match, name):
                found.append(Candidate(match.start(), match.end(), "company", f"short for {name}", 0.8, inner=True))
    return found
