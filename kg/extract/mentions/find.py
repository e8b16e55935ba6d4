"""Find every name on a page: the finders propose, the page as a whole disposes.

All articles of a page are read together, since a name that one prints in full another prints short; which of those that overlap
stand, ``candidates`` decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from kg.extract.draft import Draft
from kg.extract.mentions.arbitrate import arbitrate, recalled, sure_names
from kg.extract.mentions.bodies.agencies import find_agencies
from kg.extract.mentions.bodies.departments import find_bare_units, find_faculties, find_units
from kg.extract.mentions.bodies.shared import shared, shared_companies
from kg.extract.mentions.candidates import Candidate, choose
from kg.extract.mentions.companies import find_branded, find_international, find_listed, find_national
from kg.extract.mentions.openings import nouns_alone, openings
from kg.extract.mentions.page_memory import SURE, recall, recall_companies, remember
from kg.extract.mentions.parents import set_parents
from kg.extract.mentions.people.credits import credits, in_credit
from kg.extract.mentions.people.find import Scores, best_scores, find_people, swallows
from kg.extract.mentions.people.prefixes import settled
from kg.extract.mentions.places import find_places
from kg.extract.mentions.programmes import find_programmes
from kg.extract.mentions.rules import LEARNED, name_rule
from kg.extract.mentions.suffixes import find_suffixes
from kg.extract.mentions.tagged import ORGANISATION, PERSON, PLACE, TaggedArticle
from kg.extract.mentions.works.edges import trimmed
from kg.extract.mentions.works.facilities import find_facilities
from kg.extract.mentions.works.projects import find_projects
from kg.extract.mentions.zones import bare_forms, find_bare, find_trade_parks
from kg.extract.ranges import Overlaps, Range
from kg.names import organs
from kg.reading import Reading


def find_names(drafts: Sequence[Draft], readings: Sequence[Reading]) -> None:
    """Put the names of all articles of one page into their drafts; what was proposed and not taken is rejected there.

    ``readings`` are what a reader proposes of each article. A finder that raises costs an article what it finds, and nothing else
    (``Draft.spared``). Raises ValueError if there are not as many readings as drafts.
    """
    views = [TaggedArticle(draft, reading) for draft, reading in zip(drafts, readings, strict=True)]
    first = [propose(article) for article in views]
    chosen = [read(article, found) for article, found in zip(views, first, strict=True)]
    remembered = remember(views, chosen)
    full = full_companies(views, chosen)
    forms = bare_forms(
        views, [article.text[c.start : c.end] for article, found in zip(views, chosen, strict=True) for c in found if c.type == "zone"]
    )
    for number, (article, found) in enumerate(zip(views, first, strict=True)):
        again = [*spare(article, recall, remembered), *spare(article, recall_companies, full), *spare(article, find_bare, forms)]
        chosen[number] = read(article, [*found, *again])
    for article, found in zip(views, settled(views, arbitrated(views, chosen)), strict=True):
        with article.draft.spared():
            settle(article, found)


Found = TypeVar("Found")


def spare(article: TaggedArticle, find: Callable[..., Iterable[Found]], *known: object) -> list[Found]:
    """Return what a finder finds in an article, given what is known; nothing if it raises, which is a fault of the draft."""
    found: list[Found] = []
    with article.draft.spared():
        found += list(find(article, *known))
    return found


def read(article: TaggedArticle, found: list[Candidate]) -> list[Candidate]:
    """Return the names of an article that stand among what was found and what builds on it; none if choosing raises."""
    return spare(article, lambda _: choose(article, credited([c for c in complete(article, found) if not article.is_torn(c.start, c.end)])))


def arbitrated(views: Sequence[TaggedArticle], chosen: Sequence[list[Candidate]]) -> list[list[Candidate]]:
    """Return the names of each article as they stand beside what the network has seen of it; where it has seen nothing, as they are."""
    stand = list(chosen)
    seen = [(number, article, article.draft.sight) for number, article in enumerate(views) if article.draft.sight is not None]
    for number, article, sight in seen:
        with article.draft.spared():
            stand[number] = arbitrate(article, sight, stand[number])
    sure = sure_names([(article, stand[number]) for number, article, _ in seen])
    for number, article, sight in seen:
        with article.draft.spared():
            named = recalled(article, sight, stand[number], sure)
            stand[number] = [*named, *openings(article, sight, named)]
    lone = nouns_alone([(article, sight, stand[number]) for number, article, sight in seen])
    for (number, _, _), more in zip(seen, lone, strict=True):
        stand[number] = sorted([*stand[number], *more], key=lambda c: (c.start, -c.end))
    return stand


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


FIRST = (
    find_places,
    find_suffixes,
    find_programmes,
    find_facilities,
    find_national,
    find_international,
    find_listed,
    find_branded,
    find_trade_parks,
)
"""The finders that need nothing found before, and no other article."""


def propose(article: TaggedArticle) -> list[Candidate]:
    """Return what the finders propose for an article that need no other article."""
    return [candidate for find in FIRST for candidate in spare(article, find)]


def complete(article: TaggedArticle, found: list[Candidate]) -> list[Candidate]:
    """Return the candidates with those that build on others: bodies of places and zones, units of companies, projects, people."""
    of = {type_: [c for c in found if c.type == type_] for type_ in BUILT_ON}
    companies = sorted(of["company"], key=lambda c: (c.start, -c.end))
    more = [
        *spare(article, find_agencies, of["place"], of["zone"], [*companies, *of["facility"]]),
        *spare(article, find_units, companies),
        *spare(article, find_bare_units, companies),
        *spare(article, find_faculties, of["institution"]),
    ]
    barred, people = credits(article), best_scores(of["person"])
    whole = [c for c in [*found, *more] if stands(article, c, barred, people)]
    whole += spare(article, find_projects, whole)
    taken = [c for c in whole if c.score >= SURE and c.type not in ("person", "place")]
    return whole + spare(article, find_people, taken, best_scores(c for c in whole if c.type == "person"))


BUILT_ON = ("place", "zone", "company", "facility", "institution", "person")


def stands(article: TaggedArticle, candidate: Candidate, barred: Overlaps[Range], people: Scores) -> bool:
    """Whether a candidate is no part of a credit and holds no word beside a person's name that the page knows."""
    if candidate.type in ("person", "institution", "company", "place") and in_credit(candidate, barred):
        return False
    return candidate.type != "person" or not swallows(article, candidate, people)


def settle(article: TaggedArticle, chosen: list[Candidate]) -> None:
    """Write the chosen names into the article's draft."""
    doubles = {(start, end): (name_rule("agency-shared"), names) for start, end, names in spare(article, shared)}
    doubles |= {(start, end): (name_rule("company-shared"), names) for start, end, names in spare(article, shared_companies)}
    for (start, end), (rule, names) in doubles.items():
        for name in names:
            article.draft.share(start, end, rule.type, name, rule.id, score=rule.score)
    whole = Overlaps(Range(*span) for span in doubles)
    for candidate in bare(article, chosen):
        if any(r.start <= candidate.start and candidate.end <= r.end for r in whole.over(candidate.start, candidate.end)):
            continue
        article.draft.name(candidate.start, candidate.end, candidate.type, candidate.rule.id, name=candidate.name, score=candidate.score)
    with article.draft.spared():
        set_parents(article.draft, chosen)
    refuse(article)


ORGAN = re.compile(f"(?:{organs.alternatives(organs.ANY, organs.FIRM)})(?=(?:原|常务|副|第一|代)*(?:书记|主席|主任|委员|会长))")


def is_own_organ(article: TaggedArticle, candidate: Candidate, firms: list[Candidate]) -> bool:
    """Whether what looks like a body is the beginning of a post in a company's own organ: 甲公司|纪委|书记, 和|团委|书记."""
    organ = ORGAN.match(article.text, candidate.start)
    if candidate.type != "agency" or organ is None or organ.end() != candidate.end:
        return False
    before = max((c for c in firms if c.end <= candidate.start), key=lambda c: c.end, default=None)
    if before is None or re.search("[。；，！？\n]", article.text[before.end : candidate.start]):
        return False
    return before.end == candidate.start or article.text[candidate.start - 1] in "、和及与兼"


def bare(article: TaggedArticle, chosen: list[Candidate]) -> Iterator[Candidate]:
    """Yield the chosen names, projects without verbs at their ends; one of which too little is left is rejected."""
    firms = [c for c in chosen if c.type == "company"]
    for candidate in chosen:
        if is_own_organ(article, candidate, firms):
            continue
        kept = trimmed(article, candidate) if candidate.type == "project" and candidate.rule is LEARNED else candidate
        if kept is None:
            article.draft.reject(candidate.rule.id, article.text[candidate.start : candidate.end], "nothing but verbs", candidate.start)
        else:
            yield kept


def refuse(article: TaggedArticle) -> None:
    """Record what the tagger proposed and nothing else bears out, credits apart."""
    barred = credits(article)
    taken = Overlaps(article.draft.mentions)
    for span in article.proposed(PERSON, PLACE, ORGANISATION):
        if not taken.touches(span.start, span.end):
            credit = barred.touches(span.start, span.end)
            reason = "stands in a credit" if credit else "no grammar, title or other mention on the page bears it out"
            article.draft.reject(f"tagger {span.kind}", article.of(span), reason, span.start)
