"""Mentions of all pages to entities: complete, group into units, attach short forms, join equal names, name and number.

    mention ─ complete ─▶ filed name ─ units ─▶ unit ─ attach, compare ─▶ joined units ─ entities ─▶ Entity

The result does not depend on the order of pages, readings or mentions: everything is sorted by content before it is decided.
Two units are one entity if a chain of joins leads from one to the other, and every join and refusal keeps its reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.model import Corpus, Reading, ReadPage
from kg.resolve.affiliations import affiliations_of
from kg.resolve.attach import BEYOND, CIRCLES, ON_PAGE, Fulls, Neighbours, candidates, order
from kg.resolve.compare import Known, compare
from kg.resolve.complete.told import Told, tell_all
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
    return resolve_told(tell_all(pages, readings), tuple(pages), tuple(readings), decisions)


def resolve_told(told: list[Told], pages: Sequence[ReadPage], readings: Sequence[Reading], decisions: Decisions | None = None) -> Corpus:
    """Do the same with what linking must know of each page, which is let go: ``told`` is emptied.

    ``pages`` and ``readings`` may lie on a shelf; they are gone through once, and once more for each kind of decisions.
    """
    return assemble(linked(told, pages, readings, check(decisions or Decisions())))


def linked(told: list[Told], pages: Sequence[ReadPage], readings: Sequence[Reading], chosen: Decisions) -> Assembly:
    """Decide which units are one."""
    localities = {article: locality for one in told for article, locality in one.localities.items()}
    filed = (filed for one in told for filed in one.filed)
    played = replay(chosen, filed, localities, {one.page: one.name for one in told if one.name is not None})
    units = make_units(played.kept, localities, played.types)
    played = replace(played, kept=())
    links = UnionFind(units)
    unit_of = units_of(told, units)
    stated = stated_pairs(told, unit_of)
    printed = {one.page: one.printed for one in told}
    apart = played.apart(units)
    first = [u for u in units if u.type != "person"]
    link(first, links, Known(stated, {}, {}, printed), apart)
    affiliations = affiliations_of(told, unit_of, links.root)
    told.clear()
    del unit_of
    link([u for u in units if u.type == "person"], links, Known(stated, affiliations, {}, printed), apart)
    for one, other, why in played.together(units):
        links.join(one, other, why)
    refuse_siblings(units, links)
    return Assembly(pages, readings, links.groups(), links.joins, links.refusals, played)


def units_of(told: Iterable[Told], units: Iterable[Unit]) -> dict[str, Unit]:
    """Return the unit of each mention that a saying or a post is about, by the mention's id."""
    wanted = {id_ for one in told for post in one.posts for id_ in post}
    wanted |= {id_ for one in told for saying in one.sayings for id_ in (*saying.shorts, *saying.fulls)}
    return {f.mention.id: unit for unit in units for f in unit.filed if f.mention.id in wanted}


def stated_pairs(told: Iterable[Told], unit_of: Mapping[str, Unit]) -> dict[tuple[Unit, Unit], str]:
    """Return (short unit, full unit) -> what the page says: 以下简称, 前身是, 更名为."""
    found: dict[tuple[Unit, Unit], str] = {}
    for saying in (saying for one in told for saying in one.sayings):
        short = next((unit_of[id_] for id_ in saying.shorts if id_ in unit_of), None)
        full = next((unit_of[id_] for id_ in saying.fulls if id_ in unit_of), None)
        if short and full and saying.is_former:
            short, full = sorted((short, full), key=lambda u: (len(u.name), u.name))
        if short and full and short is not full:
            found.setdefault((short, full), saying.why)
    return found


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
