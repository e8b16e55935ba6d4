"""Find every name on a page: the finders propose, the page as a whole disposes.

All articles of a page are read together, since a name that one prints in full another prints short; which of those that overlap
stand, ``candidates`` decides.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.draft import Draft
from kg.extract.mentions.agencies import find_agencies, shared, shared_companies
from kg.extract.mentions.candidates import Candidate, choose
from kg.extract.mentions.companies import find_branded, find_international, find_listed, find_national
from kg.extract.mentions.departments import find_bare_units, find_faculties, find_units
from kg.extract.mentions.facilities import find_facilities
from kg.extract.mentions.page_memory import recall, recall_companies, remember
from kg.extract.mentions.parents import set_parents
from kg.extract.mentions.people import credits, find_people, in_credit, swallows
from kg.extract.mentions.places import find_places
from kg.extract.mentions.programmes import find_programmes
from kg.extract.mentions.projects import find_projects
from kg.extract.mentions.suffixes import find_tails
from kg.extract.mentions.tagged import ORGANISATION, PERSON, PLACE, Lens, lenses
from kg.extract.mentions.zones import bare_forms, find_bare, find_trade_parks


def find_names(drafts: Sequence[Draft]) -> None:
    """Put the names of all articles of one page into their drafts; what was proposed and not taken is rejected there."""
    views = lenses(drafts)
    first = [propose(lens) for lens in views]
    chosen = [choose(lens, complete(lens, found)) for lens, found in zip(views, first, strict=True)]
    remembered = remember(views, chosen)
    full = full_companies(views, chosen)
    forms = bare_forms(
        views, [lens.text[c.start : c.end] for lens, found in zip(views, chosen, strict=True) for c in found if c.type == "zone"]
    )
    for lens, found in zip(views, first, strict=True):
        recalled = [*recall(lens, remembered), *recall_companies(lens, full), *find_bare(lens, forms)]
        settle(lens, choose(lens, complete(lens, [*found, *recalled])))


def full_companies(views: Sequence[Lens], chosen: Sequence[Sequence[Candidate]]) -> list[str]:
    """Return the full company names of a page, longest first."""
    names = {
        lens.text[c.start : c.end]
        for lens, found in zip(views, chosen, strict=True)
        for c in found
        if c.type == "company" and c.rule.startswith("tail") and c.end - c.start > 4
    }
    return sorted(names, key=lambda name: (-len(name), name))


def propose(lens: Lens) -> list[Candidate]:
    """Return what the finders propose for an article that need no other article."""
    places = find_places(lens)
    return [
        *places,
        *find_tails(lens),
        *find_programmes(lens),
        *find_facilities(lens),
        *find_national(lens),
        *find_international(lens),
        *find_listed(lens),
        *find_branded(lens),
        *find_trade_parks(lens),
    ]


def complete(lens: Lens, found: list[Candidate]) -> list[Candidate]:
    """Return the candidates with those that build on others: bodies of places and zones, units of companies, people."""
    places = [c for c in found if c.type == "place"]
    zones = [c for c in found if c.type == "zone"]
    companies = sorted((c for c in found if c.type == "company"), key=lambda c: (c.start, -c.end))
    sites = [c for c in found if c.type == "facility"]
    more = [
        *find_agencies(lens, places, zones, [*companies, *sites]),
        *find_units(lens, companies),
        *find_bare_units(lens, companies),
        *find_faculties(lens, [c for c in found if c.type == "institution"]),
    ]
    barred = credits(lens)
    known = [c for c in found if c.type == "person"]
    whole = [
        c
        for c in [*found, *more]
        if (c.type not in ("person", "institution", "company", "place") or not in_credit(c, barred))
        and not (c.type == "person" and swallows(lens, c, known))
    ]
    whole += find_projects(lens, whole)
    return whole + find_people(
        lens, [c.span for c in whole if c.score >= 0.7 and c.type not in ("person", "place")], [c for c in whole if c.type == "person"]
    )


def settle(lens: Lens, chosen: list[Candidate]) -> None:
    """Write the chosen names into the article's draft."""
    doubles = {(start, end): ("agency", names) for start, end, names in shared(lens)}
    doubles |= {(start, end): ("company", names) for start, end, names in shared_companies(lens)}
    for (start, end), (type_, names) in doubles.items():
        for name in names:
            lens.draft.share(start, end, type_, name, "one name for two bodies", score=0.9)
    for candidate in chosen:
        if any(start <= candidate.start and candidate.end <= end for start, end in doubles):
            continue
        lens.draft.name(candidate.start, candidate.end, candidate.type, candidate.rule, name=candidate.name, score=candidate.score)
    set_parents(lens.draft, chosen)
    refuse(lens)


def refuse(lens: Lens) -> None:
    """Record what the tagger proposed and nothing else bears out, credits apart."""
    barred = credits(lens)
    taken = [(m.start, m.end) for m in lens.draft.mentions]
    for word in lens.tagged(PERSON, PLACE, ORGANISATION):
        if not any(start < word.end and word.start < end for start, end in taken):
            credit = any(start < word.end and word.start < end for start, end in barred)
            reason = "stands in a credit" if credit else "no grammar, title or other mention on the page bears it out"
            lens.draft.reject(f"tagger {word.tag}", lens.of(word), reason, word.start)
