"""Mentions of all pages to entities: complete, group into units, attach short forms, join equal names, name and number.

    mention ─ complete ─▶ filed name ─ units ─▶ unit ─ attach, compare ─▶ joined units ─ entities ─▶ Entity

The result does not depend on the order of pages, readings or mentions: everything is sorted by content before it is decided.
Two units are one entity if a chain of joins leads from one to the other, and every join and refusal keeps its reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.model import Corpus, Locality, Reading, ReadPage
from kg.names import places
from kg.names.anatomy import leading_place
from kg.resolve.affiliations import affiliations_of
from kg.resolve.attach import BEYOND, CIRCLES, ON_PAGE, Fulls, Neighbours, candidates, order
from kg.resolve.compare import Known, compare
from kg.resolve.complete.find import complete_page
from kg.resolve.complete.page_names import Filed, former_names, merged, stated_aliases
from kg.resolve.decide import Decisions, check
from kg.resolve.entities import Assembly, assemble
from kg.resolve.equal import join_equal
from kg.resolve.groups import Unit, make_units
from kg.resolve.links import Apart, UnionFind, settle
from kg.resolve.replay import replay
from kg.resolve.siblings import refuse_siblings


def resolve(pages: Sequence[ReadPage], readings: Sequence[Reading], decisions: Decisions | None = None) -> Corpus:
    """Link the mentions of all pages into entities; ``decisions`` are replayed over the result of the rules.

    Claims and events come back as they were, but for those that rest on a name which a decision rejects: they are listed in
    ``Corpus.rejected``. Raises DecisionError if the decisions contradict each other.
    """
    chosen = check(decisions or Decisions())
    localities = {r.article.id: r.article.locality for r in readings}
    filed, homes = file_pages(pages, readings)
    localities.update(homes)
    played = replay(chosen, filed, localities, {page.page.id: page.page.name for page in pages})
    units = make_units(played.kept, localities, played.types)
    links = UnionFind(units)
    stated = stated_pairs(units, readings)
    printed = printed_places(readings)
    apart = played.apart(units)
    first = [u for u in units if u.type != "person"]
    link(first, links, Known(stated, {}, {}, printed), apart)
    affiliations = affiliations_of(units, readings, links.root)
    link([u for u in units if u.type == "person"], links, Known(stated, affiliations, {}, printed), apart)
    for one, other, why in played.together(units):
        links.join(one, other, why)
    refuse_siblings(units, links)
    return assemble(Assembly(tuple(pages), tuple(readings), links.groups(), links.joins, links.refusals, played))


def file_pages(pages: Sequence[ReadPage], readings: Sequence[Reading]) -> tuple[list[Filed], dict[str, Locality]]:
    """Complete the names on every page; also return the locality used for each article."""
    homes = {page.page.id: page.locality for page in pages}
    by_page: dict[str, list[Reading]] = {}
    for reading in readings:
        by_page.setdefault(reading.article.page.id, []).append(reading)
    filed: list[Filed] = []
    localities: dict[str, Locality] = {}
    for page_id in sorted(by_page):
        ordered = sorted(by_page[page_id], key=lambda r: (r.article.number, r.article.id))
        home = with_city(homes.get(page_id, Locality()), ordered)
        filed += complete_page(ordered, home)
        localities.update({r.article.id: merged(r.article.locality, home) for r in ordered})
    return filed, localities


def with_city(home: Locality, readings: Sequence[Reading]) -> Locality:
    """Return a page's locality; if it is unknown, the only city whose bodies the page names: 大同市委 … 市委副书记."""
    if home.city or any(r.article.locality.city for r in readings):
        return home
    agencies = [m.surface for r in readings for m in r.mentions if m.is_name and m.type == "agency"]
    cities = {lead for name in agencies if places.level(lead := leading_place(name)) == "市"}
    known = sorted(city for city in cities if any(d.county is None and d.name == city for d in places.fulls(city)))
    return replace(home, city=known[0], province=places.province_of(known[0])) if len(cities) == 1 and known else home


def stated_pairs(units: Sequence[Unit], readings: Sequence[Reading]) -> dict[tuple[Unit, Unit], str]:
    """Return (short unit, full unit) -> what the page says: 以下简称, 前身是, 更名为."""
    unit_of = {f.mention.id: unit for unit in units for f in unit.filed}
    found: dict[tuple[Unit, Unit], str] = {}
    for reading in readings:
        stated = list(stated_aliases(reading))
        surfaces: dict[tuple[str, str], list[Unit]] = {}
        names: dict[tuple[str, str], list[Unit]] = {}
        for mention in reading.mentions if stated else ():
            if mention.is_name and mention.id in unit_of:
                surfaces.setdefault((mention.type, mention.surface), []).append(unit_of[mention.id])
                for name in {mention.surface, mention.name or mention.surface}:
                    names.setdefault((mention.type, name), []).append(unit_of[mention.id])
        for (type_, short), long in stated:
            shorts, fulls = surfaces.get((type_, short), []), names.get((type_, long), [])
            add(found, shorts[:1], fulls[:1], f"the page says {long}（以下简称{short}）")
        for one, other, words in former_names(reading):
            pair = sorted((unit_of[m.id] for m in (one, other) if m.id in unit_of), key=lambda u: (len(u.name), u.name))
            add(found, pair[:1], pair[1:], f"the page says {one.surface}{words}{other.surface}")
    return found


def add(found: dict[tuple[Unit, Unit], str], short: Sequence[Unit], full: Sequence[Unit], why: str) -> None:
    """Record a stated pair if both units exist and differ."""
    if short and full and short[0] != full[0]:
        found.setdefault((short[0], full[0]), why)


def printed_places(readings: Sequence[Reading]) -> dict[str, frozenset[str]]:
    """Return the places that each page names, alone or at the head of other names, without the words for what they are."""
    found: dict[str, set[str]] = {}
    for reading in readings:
        found.setdefault(reading.article.page.id, set()).update(
            places.bare(lead)
            for m in reading.mentions
            if m.is_name and (lead := m.surface if m.type == "place" else leading_place(m.surface))
        )
    return {page: frozenset(bare) for page, bare in found.items()}


def link(units: Sequence[Unit], links: UnionFind, known: Known, apart: Apart) -> None:
    """Attach short forms circle by circle, those on the page of all units first, then join what is left by equal names."""
    near = Neighbours(units, known.stated)
    taken: dict[Unit, Unit] = {}
    done: set[Unit] = set()
    for circles, ordered in ((ON_PAGE, near.by_page()), (BEYOND, sorted(units, key=order))):
        for unit in ordered:
            if unit not in done:
                again = CIRCLES if circles is BEYOND and unit.key in near.stated_keys else circles
                if attach(unit, candidates(unit, near, taken, again), links, known, taken, apart):
                    done.add(unit)
    join_equal([unit for unit in units if unit not in taken], links, known, apart)


def attach(unit: Unit, circles: Iterable[tuple[str, Fulls]], links: UnionFind, known: Known, taken: dict[Unit, Unit], apart: Apart) -> bool:
    """Attach one unit to the only full name of the nearest circle that has any; return whether one has."""
    for _, found in circles:
        if found.is_any:
            links.refuse(unit, found.units[0], f"{unit.name} may stand for any of many names")
        elif found.units:
            here = Known(known.stated, known.affiliations, {unit: tuple(found.units)}, known.printed_places)
            agreed = [(full, compare(unit, full, here)) for full in found.units]
            for full, verdict in agreed[:1] if len({f.key for f in found.units}) == 1 else agreed:
                if settle(unit, full, verdict, links, apart):
                    taken[unit] = full
        if found.units:
            return True
    return False
