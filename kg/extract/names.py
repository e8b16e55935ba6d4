"""Find every name on a page: the finders propose, the page as a whole disposes.

All articles of a page are read together, since a name that one prints in full another prints short. Longest name wins; inside it only
bodies, zones and facilities are names of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.agencies import find_agencies, shared, shared_companies
from kg.extract.belonging import set_parents
from kg.extract.context import find_branded, find_international, find_listed, find_national
from kg.extract.draft import Draft
from kg.extract.facilities import find_facilities
from kg.extract.lens import ORGANISATION, PERSON, PLACE, Candidate, Lens, lenses
from kg.extract.memory import recall, recall_companies, remember
from kg.extract.people import credits, find_people, in_credit, swallows
from kg.extract.places import find_places
from kg.extract.programmes import find_programmes
from kg.extract.projects import find_projects
from kg.extract.tails import find_tails
from kg.extract.units import find_bare_units, find_faculties, find_units
from kg.extract.zones import bare_forms, find_bare, find_trade_parks
from kg.model import BREAK
from kg.names.anatomy import FORM, trade_words

OPENING = {"“": "”", "‘": "’", "《": "》"}

PUBLISHER = re.compile(r"社|报社|报业集团|报业集团公司|新闻网|新闻社|传媒集团|中小学校?|学校|附属中学|附属小学")
"""What makes a longer name of the same body: 某某日报|社, 某某日报|报业集团."""

INNER_TYPES = ("company", "agency", "institution", "zone", "facility", "project")


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


def tidied(lens: Lens, candidate: Candidate) -> Candidate:
    """Return the candidate without what no name holds: a paragraph's end before it, a quotation mark that nothing closes.

    总投资3亿元⏎云岭水厂二期扩建工程 is 云岭水厂二期扩建工程; “云岭行动 opened and not closed inside is 云岭行动.
    """
    text = lens.text[candidate.start : candidate.end]
    start = candidate.start + text.rfind(BREAK) + 1
    if lens.text[start] in OPENING and OPENING[lens.text[start]] not in text:
        start += 1
    return replace(candidate, start=start) if candidate.start < start < candidate.end else candidate


def choose(lens: Lens, found: list[Candidate]) -> list[Candidate]:
    """Return the candidates that stand: longest first, those inside only if they may be."""
    chosen: list[Candidate] = []
    for candidate in sorted((tidied(lens, c) for c in found), key=lambda c: (-(c.end - c.start), -c.score, c.start, c.type)):
        clash = [c for c in chosen if c.start < candidate.end and candidate.start < c.end]
        if not clash or all(is_inside(lens, candidate, c) for c in clash):
            chosen.append(candidate)
    return sorted(chosen, key=lambda c: (c.start, -c.end))


def is_inside(lens: Lens, inner: Candidate, outer: Candidate) -> bool:
    """Whether ``inner`` is a name of its own within ``outer``: 许昌供电公司 in its unit's name, not 某源电气 in 某源电气有限公司."""
    if not (outer.start <= inner.start and inner.end < outer.end and inner.inner and inner.type in INNER_TYPES):
        return False
    if outer.rule == "document" and inner.start != outer.start and lens.text[inner.start - 1] != "、":
        return False
    if outer.rule.startswith("short for") and inner.type == "agency":
        return False
    rest = lens.text[inner.end : outer.end]
    if inner.type == "institution" and inner.start == outer.start and (PUBLISHER.fullmatch(rest) or FORM.fullmatch(rest)):
        return False
    if inner.type == "company" and outer.type == "institution" and inner.rule in ("again", "brand and trade"):
        return not PUBLISHER.fullmatch(rest)
    if outer.rule == "unit of a company" and outer.parent == inner.span:
        return True
    if inner.type == "company" and outer.type == "company":
        rest = FORM.sub("", lens.text[inner.end : outer.end])
        return (
            inner.start == outer.start
            and (lens.is_edge(inner.end) or not inner.rule.startswith("short for"))
            and bool(rest)
            and trade_words(rest) is None
            and inner.rule != "brand and trade"
        )
    return inner.rule != "brand and trade" or outer.type in ("project", "facility")
