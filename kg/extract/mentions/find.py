"""Find every name on a page: the finders propose, the page as a whole disposes.

All articles of a page are read together, since a name that one prints in full another prints short; which of those that overlap
stand, ``candidates`` decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.draft import Draft
from kg.extract.mentions.arbitrate import arbitrate, recalled
from kg.extract.mentions.bodies.agencies import find_agencies
from kg.extract.mentions.bodies.departments import find_bare_units, find_faculties, find_units
from kg.extract.mentions.bodies.shared import shared, shared_companies
from kg.extract.mentions.candidates import Candidate, choose
from kg.extract.mentions.companies import find_branded, find_international, find_listed, find_national
from kg.extract.mentions.page_memory import SURE, recall, recall_companies, remember
from kg.extract.mentions.parents import set_parents
from kg.extract.mentions.people.credits import credits, in_credit
from kg.extract.mentions.people.find import find_people, swallows
from kg.extract.mentions.places import find_places
from kg.extract.mentions.programmes import find_programmes
from kg.extract.mentions.rules import name_rule
from kg.extract.mentions.suffixes import find_suffixes
from kg.extract.mentions.tagged import ORGANISATION, PERSON, PLACE, TaggedArticle
from kg.extract.mentions.works.facilities import find_facilities
from kg.extract.mentions.works.projects import find_projects
from kg.extract.mentions.zones import bare_forms, find_bare, find_trade_parks
from kg.reading import Reading


def find_names(drafts: Sequence[Draft], readings: Sequence[Reading]) -> None:
    """Put the names of all articles of one page into their drafts; what was proposed and not taken is rejected there.

    ``readings`` are what a reader proposes of each article. Raises ValueError if there are not as many as drafts.
    """
    views = [TaggedArticle(draft, reading) for draft, reading in zip(drafts, readings, strict=True)]
    first = [propose(article) for article in views]
    chosen = [choose(article, complete(article, found)) for article, found in zip(views, first, strict=True)]
    remembered = remember(views, chosen)
    full = full_companies(views, chosen)
    forms = bare_forms(
        views, [article.text[c.start : c.end] for article, found in zip(views, chosen, strict=True) for c in found if c.type == "zone"]
    )
    for number, (article, found) in enumerate(zip(views, first, strict=True)):
        again = [*recall(article, remembered), *recall_companies(article, full), *find_bare(article, forms)]
        chosen[number] = choose(article, credited(complete(article, [*found, *again])))
    sights = [draft.sight for draft in drafts if draft.sight is not None]
    if len(sights) == len(views):
        chosen = recalled(views, sights, [arbitrate(a, sight, found) for a, sight, found in zip(views, sights, chosen, strict=True)])
    for article, found in zip(views, chosen, strict=True):
        settle(article, found)


def credited(found: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates, those that are only remembered under the rule that finds the same name at this very place, if one does."""
    own = {(c.span, c.type): c.rule for c in sorted(found, key=lambda c: c.score) if not c.rule.is_recall}
    return [replace(c, rule=own.get((c.span, c.type), c.rule)) if c.rule.is_recall else c for c in found]


def full_companies(views: Sequence[TaggedArticle], chosen: Sequence[Sequence[Candidate]]) -> list[str]:
    """Return the full company names of a page, longest first."""
    names = {
        article.text[c.start : c.end]
        for article, found in zip(views, chosen, strict=True)
        for c in found
        if c.type == "company" and c.rule.is_full and c.end - c.start > 4
    }
    return sorted(names, key=lambda name: (-len(name), name))


def propose(article: TaggedArticle) -> list[Candidate]:
    """Return what the finders propose for an article that need no other article."""
    places = find_places(article)
    return [
        *places,
        *find_suffixes(article),
        *find_programmes(article),
        *find_facilities(article),
        *find_national(article),
        *find_international(article),
        *find_listed(article),
        *find_branded(article),
        *find_trade_parks(article),
    ]


def complete(article: TaggedArticle, found: list[Candidate]) -> list[Candidate]:
    """Return the candidates with those that build on others: bodies of places and zones, units of companies, projects, people."""
    of = {type_: [c for c in found if c.type == type_] for type_ in BUILT_ON}
    companies = sorted(of["company"], key=lambda c: (c.start, -c.end))
    more = [
        *find_agencies(article, of["place"], of["zone"], [*companies, *of["facility"]]),
        *find_units(article, companies),
        *find_bare_units(article, companies),
        *find_faculties(article, of["institution"]),
    ]
    barred = credits(article)
    whole = [c for c in [*found, *more] if stands(article, c, barred, of["person"])]
    whole += find_projects(article, whole)
    taken = [c.span for c in whole if c.score >= SURE and c.type not in ("person", "place")]
    return whole + find_people(article, taken, [c for c in whole if c.type == "person"])


BUILT_ON = ("place", "zone", "company", "facility", "institution", "person")


def stands(article: TaggedArticle, candidate: Candidate, barred: Sequence[tuple[int, int]], people: Sequence[Candidate]) -> bool:
    """Whether a candidate is no part of a credit and holds no word beside a person's name that the page knows."""
    if candidate.type in ("person", "institution", "company", "place") and in_credit(candidate, barred):
        return False
    return candidate.type != "person" or not swallows(article, candidate, people)


def settle(article: TaggedArticle, chosen: list[Candidate]) -> None:
    """Write the chosen names into the article's draft."""
    doubles = {(start, end): (name_rule("agency-shared"), names) for start, end, names in shared(article)}
    doubles |= {(start, end): (name_rule("company-shared"), names) for start, end, names in shared_companies(article)}
    for (start, end), (rule, names) in doubles.items():
        for name in names:
            article.draft.share(start, end, rule.type, name, rule.id, score=rule.score)
    for candidate in chosen:
        if any(start <= candidate.start and candidate.end <= end for start, end in doubles):
            continue
        article.draft.name(candidate.start, candidate.end, candidate.type, candidate.rule.id, name=candidate.name, score=candidate.score)
    set_parents(article.draft, chosen)
    refuse(article)


def refuse(article: TaggedArticle) -> None:
    """Record what the tagger proposed and nothing else bears out, credits apart."""
    barred = credits(article)
    taken = [(m.start, m.end) for m in article.draft.mentions]
    for span in article.proposed(PERSON, PLACE, ORGANISATION):
        if not any(start < span.end and span.start < end for start, end in taken):
            credit = any(start < span.end and span.start < end for start, end in barred)
            reason = "stands in a credit" if credit else "no grammar, title or other mention on the page bears it out"
            article.draft.reject(f"tagger {span.kind}", article.of(span), reason, span.start)
