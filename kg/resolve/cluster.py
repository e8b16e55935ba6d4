"""Mentions of all pages to entities: complete, group into units, attach short forms, join equal names, name and number.

    mention ─ complete ─▶ filed name ─ units ─▶ unit ─ attach, compare ─▶ joined units ─ entities ─▶ Entity

The result does not depend on the order of pages, readings or mentions: everything is sorted by content before it is decided.
Two units are one entity if a chain of joins leads from one to the other, and every join and refusal keeps its reason.

What a page says is laid on a desk (kg.resolve.desk), and the units of one type are linked after those of another, for only names of one
type are compared: memory holds one type at a time. People come last, since the bodies that they belong to distinguish them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from sys import intern

from kg.model import Corpus, Reading, ReadPage
from kg.resolve.affiliations import sphere
from kg.resolve.attach import BEYOND, CIRCLES, ON_PAGE, Fulls, Neighbours, candidates, order
from kg.resolve.compare import Known, compare
from kg.resolve.complete.told import Told, tell_all
from kg.resolve.decide import Decisions, check
from kg.resolve.desk.desk import Desk
from kg.resolve.entities import assemble, file_entities, own_joins
from kg.resolve.equal import join_equal
from kg.resolve.groups import Unit, units_of_page
from kg.resolve.links import Apart, UnionFind, settle
from kg.resolve.replay import Replay
from kg.resolve.siblings import refuse_siblings

PERSON = "person"
Stated = dict[tuple[Unit, Unit], str]
"""(short unit, full unit) -> what the page says: 以下简称, 前身是, 更名为."""


def resolve(pages: Sequence[ReadPage], readings: Sequence[Reading], decisions: Decisions | None = None) -> Corpus:
    """Link the mentions of all pages into entities; ``decisions`` are replayed over the result of the rules.

    Claims and events come back as they were, but for those that rest on a name which a decision rejects: they are listed in
    ``Corpus.rejected``. Raises DecisionError if the decisions contradict each other.
    """
    linking = Linking(decisions)
    for told in tell_all(pages, readings):
        linking.add(told)
    return linking.corpus(tuple(pages), tuple(readings))


class Linking:
    """Takes what is told of pages, one after another (``add``), and then links it all (``corpus``).

    Raises DecisionError if the decisions contradict each other, ExportError if the disk is full.
    """

    def __init__(self, decisions: Decisions | None = None) -> None:
        self.desk = Desk()
        self.replay = Replay(check(decisions or Decisions()))
        self._numbers = count()
        self._pages = count(1)
        self._printed: dict[str, frozenset[str]] = {}
        self._stated_keys: set[str] = set()
        self._mixed: set[tuple[str, str]] = set()
        self._shares: list[tuple[int, int]] = []

    def add(self, told: Told) -> None:
        """Lay what is told of a page on the desk; what decisions are about is decided here."""
        kept, types = self.replay.page(told)
        page, unit_of = next(self._pages), {}
        units = []
        for unit, found in units_of_page(kept, told.localities, types, self._numbers):
            units.append(unit)
            for mention in (filed.mention for filed in found):
                unit_of[mention.id] = unit
                names = (mention.surface, mention.shown) if mention.is_name else (None, None)
                self.desk.put("mentions", unit.number, page, mention.article, mention.start, mention.end, mention.id, *names)
            for left, right, why in own_joins(unit, found):
                self.desk.put("reasons", unit.number, unit.number, left, right, True, why)
        self.desk.units(units)
        self._printed[told.page] = frozenset(map(intern, told.printed))
        self.say(told, unit_of)
        holders = ((unit_of.get(one), unit_of.get(other)) for one, other in told.shares)
        self._shares += [(one.number, other.number) for one, other in holders if one and other and one is not other]

    def say(self, told: Told, unit_of: Mapping[str, Unit]) -> None:
        """Lay down what a page says of two names, and the posts that it gives; ``unit_of`` by id of mention."""
        for saying in told.sayings:
            short = next((unit_of[id_] for id_ in saying.shorts if id_ in unit_of), None)
            full = next((unit_of[id_] for id_ in saying.fulls if id_ in unit_of), None)
            if short and full and saying.is_former:
                short, full = sorted((short, full), key=lambda u: (len(u.name), u.name))
            if short and full and short is not full:
                self.desk.put("sayings", short.number, full.number, saying.why)
                self._stated_keys.add(short.key)
                self._mixed.add((short.type, full.type))
        for subject, target in told.posts:
            person, body = unit_of.get(subject), unit_of.get(target)
            if person and body and person.type == PERSON:
                self.desk.put("posts", person.number, body.number)

    def corpus(self, pages: Sequence[ReadPage], readings: Sequence[Reading]) -> Corpus:
        """Link everything that was added, which can be done once; ``pages`` and ``readings`` may lie on a shelf.

        They are gone through once, and once more for each kind of decisions.
        """
        for types in together(self.desk.types, self._mixed):
            self.link(types)
        return assemble(pages, readings, self.desk, self.replay)

    def link(self, types: Sequence[str]) -> None:
        """Link the units of some types, people among them after all others."""
        units = self.desk.take(types)
        links, stated, apart = UnionFind(units, self.desk.tell), self.stated(units), {**self.partners(units), **self.replay.apart(units)}
        near = Neighbours([u for u in units if u.type != PERSON], stated, self._stated_keys)
        link(near, links, Known(stated, {}, {}, self._printed), apart)
        self.lay_spheres(units, links)
        if PERSON in types:
            near = Neighbours([u for u in units if u.type == PERSON], stated, self._stated_keys)
            link(near, links, Known(stated, self.affiliations(units), {}, self._printed), apart)
        for one, other, why in self.replay.together(units):
            links.join(one, other, why)
        refuse_siblings(units, links)
        file_entities(links.groups(), self.desk, self.replay)

    def partners(self, units: Iterable[Unit]) -> dict[tuple[Unit, Unit], str]:
        """Return the firms, two by two and in order, of which a page says that one holds shares of the other.

        A venture is no long form of its founders' names: 长山汽车与福达汽车各持长山福达汽车有限公司50%股权.
        """
        wanted = {number for pair in self._shares for number in pair}
        by_number = {unit.number: unit for unit in units if unit.number in wanted}
        pairs = ((by_number.get(one), by_number.get(other)) for one, other in self._shares)
        ordered = (sorted((one, other), key=order) for one, other in pairs if one and other and one.type == other.type)
        return {(left, right): f"the page says that {left.name} and {right.name} hold shares, one of the other" for left, right in ordered}

    def stated(self, units: Iterable[Unit]) -> Stated:
        """Return what pages state of these units."""
        rows = list(self.desk.rows("SELECT short, full, why FROM sayings ORDER BY rowid"))
        wanted = {number for short, full, _ in rows for number in (short, full)}
        by_number = {unit.number: unit for unit in units if unit.number in wanted}
        found: Stated = {}
        for short, full, why in rows:
            if short in by_number and full in by_number:
                found.setdefault((by_number[short], by_number[full]), why)
        return found

    def lay_spheres(self, units: Iterable[Unit], links: UnionFind) -> None:
        """Lay down what a post at each of these units, as linked by the rules, ties a person to."""
        bodies = {body for (body,) in self.desk.rows("SELECT DISTINCT body FROM posts")}
        for unit in units:
            if unit.number in bodies:
                for name in sorted(sphere(links.root(unit))):
                    self.desk.put("spheres", unit.number, name)

    def affiliations(self, units: Iterable[Unit]) -> dict[Unit, frozenset[str]]:
        """Return for each unit of a person the bodies and leaderships that the claims tie the person to."""
        self.desk.run("CREATE INDEX spheres_body ON spheres (body)")
        found: dict[int, set[str]] = {}
        for person, name in self.desk.rows("SELECT p.person, s.name FROM posts p JOIN spheres s ON s.body = p.body"):
            found.setdefault(person, set()).add(name)
        return {unit: frozenset(found[unit.number]) for unit in units if unit.number in found}


def together(types: Iterable[str], mixed: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Return types in the parts that are linked one after another; those of two names that a page states to be one are in one part.

    They differ where a decision retypes one of the two. People come last.
    """
    parts = [[type_] for type_ in types]
    for pair in sorted(mixed):
        joined = [part for part in parts if set(part) & set(pair)]
        parts = [part for part in parts if part not in joined] + [sorted(type_ for part in joined for type_ in part)]
    return sorted(parts, key=lambda part: (PERSON in part, part))


def link(near: Neighbours, links: UnionFind, known: Known, apart: Apart) -> None:
    """Attach short forms circle by circle, those on the page of all units first, then join what is left by equal names."""
    taken: dict[Unit, Unit] = {}
    done: set[Unit] = set()
    for circles, ordered in ((ON_PAGE, near.by_page()), (BEYOND, near.units)):
        for unit in ordered:
            if unit not in done:
                again = CIRCLES if circles is BEYOND and unit.key in near.stated_keys else circles
                if attach(unit, candidates(unit, near, taken, again), links, known, taken, apart):
                    done.add(unit)
    join_equal([unit for unit in near.units if unit not in taken], links, known, apart)


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
