"""Find every name on a page: the finders propose, the page as a whole disposes.

All articles of a page are read together, since a name that one prints in full another prints short. Longest name wins; inside it only
bodies, zones and facilities are names of their own.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.agencies import find_agencies
from kg.extract.draft import Draft
from kg.extract.lens import Candidate, Lens, lenses
from kg.extract.people import find_people
from kg.extract.places import find_places
from kg.extract.programmes import find_programmes
from kg.extract.projects import find_projects
from kg.extract.tails import find_tails

INNER_TYPES = ("company", "agency", "institution", "zone", "facility", "project")


def find_names(drafts: Sequence[Draft]) -> None:
    """Put the names of all articles of one page into their drafts; what was proposed and not taken is rejected there."""
    for lens in lenses(drafts):
        chosen = choose(candidates(lens))
        for candidate in chosen:
            lens.draft.name(candidate.start, candidate.end, candidate.type, candidate.rule, name=candidate.name, score=candidate.score)


def candidates(lens: Lens) -> list[Candidate]:
    """Return everything that the finders propose for an article."""
    places = find_places(lens)
    tails = find_tails(lens)
    zones = [c for c in tails if c.type == "zone"]
    found = [*places, *tails, *find_agencies(lens, places, zones), *find_programmes(lens), *find_projects(lens)]
    return found + find_people(lens, [c.span for c in found if c.score > 0.7])


def choose(found: list[Candidate]) -> list[Candidate]:
    """Return the candidates that stand: longest first, those inside only if they may be."""
    chosen: list[Candidate] = []
    for candidate in sorted(found, key=lambda c: (-(c.end - c.start), -c.score, c.start, c.type)):
        clash = [c for c in chosen if c.start < candidate.end and candidate.start < c.end]
        if not clash or all(is_inside(candidate, c) for c in clash):
            chosen.append(candidate)
    return sorted(chosen, key=lambda c: (c.start, -c.end))


def is_inside(inner: Candidate, outer: Candidate) -> bool:
    """Whether ``inner`` is a name of its own within ``outer``."""
    return (outer.start <= inner.start and inner.end <= outer.end and inner.span != outer.span and inner.inner
            and inner.type in INNER_TYPES and inner.end < outer.end)
