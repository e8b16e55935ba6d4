"""Joined units to entities: the canonical name, the id, the old ids that still resolve, the joins mention by mention."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from sys import intern
from typing import TypeVar

from kg import ids
from kg.model import Corpus, Decided, Entity, Join, Mention, Reading, ReadPage, Rejected
from kg.names.anatomy import GROUPS, has_legal_form, key, leading_place
from kg.names.short import is_titled
from kg.resolve.complete.page_names import Filed
from kg.resolve.decided_facts import decide_facts
from kg.resolve.groups import Unit, scope_of
from kg.resolve.replay import Replay
from kg.shelf import each

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Assembly:
    """All that the entities are made from. Who assembles takes it over, and lets units go as entities are made of them."""

    pages: Sequence[ReadPage]
    readings: Sequence[Reading]
    groups: list[list[Unit]]
    joins: list[tuple[Unit, Unit, str]]
    refusals: list[tuple[Unit, Unit, str]]
    replay: Replay


@dataclass(frozen=True, slots=True)
class Named:
    """One entity in the making: its units, canonical name, scope and key."""

    units: tuple[Unit, ...]
    type: str
    name: str
    scope: str | None
    key: str

    @property
    def id(self) -> str:
        return ids.entity_id(self.type, self.scope, self.key)


def assemble(made: Assembly) -> Corpus:
    """Name and number the entities, and put the corpus together; the lists of ``made`` are emptied."""
    named = distinct([name_group(units, made.replay) for units in emptied(made.groups)])
    between = joins_between(made)
    apart = {Join(one.first.id, other.first.id, False, why) for one, other, why in emptied(made.refusals)}
    old = old_ids(named)
    entities = sorted((entity(one, between) for one in emptied(named)), key=lambda e: e.id)
    entity_of = {mention: e.id for e in entities for mention in e.mentions}
    two = (join for join in apart if entity_of[join.left] != entity_of[join.right])
    refusals = tuple(sorted(two, key=lambda j: (j.left, j.right, j.reason)))
    readings, rejected = made.replay.purge(made.readings)
    readings, judged = decide_facts(readings, made.replay.decisions, entities, entity_of)
    readings, reflexive = without_self_claims(readings, entity_of)
    decided = tuple(Decided(d.kind, tuple(t.name for t in d.targets), d.to, d.who, d.when, d.why) for d in made.replay.decisions.items)
    return Corpus(made.pages, readings, tuple(entities), entity_of, rejected + judged + reflexive, refusals, old, decided)


def emptied(items: list[Item]) -> Iterator[Item]:
    """Yield what a list holds, the last first, and let go of it."""
    while items:
        yield items.pop()


def without_self_claims(readings: Sequence[Reading], entity_of: Mapping[str, str]) -> tuple[Sequence[Reading], tuple[Rejected, ...]]:
    """Return the readings without the claims whose two ends are one entity: 示范区（高新区） is not in itself; and list these claims."""
    gone: list[Rejected] = []

    def without(reading: Reading) -> Reading:
        of_self = [c for c in reading.claims if c.object is not None and entity_of[c.subject] == entity_of[c.object]]
        gone.extend(Rejected(c.article, "claim", c.evidence.quote, f"{c.predicate} of a thing and itself") for c in of_self)
        return replace(reading, claims=tuple(c for c in reading.claims if c not in of_self)) if of_self else reading

    return each(readings, without), tuple(gone)


def name_group(units: Sequence[Unit], replay: Replay) -> Named:
    """Choose the canonical name: a decision's, else the fullest, of a company the registered one."""
    named: dict[str, Unit] = {}
    for unit in fullest_of_pages(units):
        named.setdefault(unit.name, unit)
    best = max(named.values(), key=lambda u: (*fullness(without_group(u), u.type), *group_use(u, units), u.name))
    name = replay.renamed(units) or best.name
    scopes = {scope_of(name, best.type, locality) for locality in {unit.locality for unit in units}}
    scope = min((s for s in scopes if s), default=None) if None not in scopes else None
    return Named(tuple(units), best.type, name, scope, key(name, best.type))


def fullest_of_pages(units: Sequence[Unit]) -> list[Unit]:
    """Return the unit with the fullest name of each page."""
    pages: dict[str, list[Unit]] = {}
    for unit in units:
        pages.setdefault(unit.page, []).append(unit)
    return [max(here, key=lambda u: (*fullness(u.name, u.type), u.name)) for here in pages.values()]


def without_group(unit: Unit) -> str:
    """Return a company's name without the group that it is printed under: 国网大同供电公司 → 大同供电公司."""
    if unit.type != "company":
        return unit.name
    return next((unit.name[len(g) :] for g in GROUPS if unit.name.startswith(g) and leading_place(unit.name[len(g) :])), unit.name)


def group_use(unit: Unit, units: Sequence[Unit]) -> tuple[int, int]:
    """Order names that differ by the group printed before them: by the mentions on their pages, then by length.

    国家电网大同供电公司 of one page is 大同供电公司 if all others call it so; on one page the fuller name stands.
    """
    pages = {u.page for u in units if u.name == unit.name}
    return sum(len(u.filed) for u in units if u.page in pages), len(unit.name)


@lru_cache(maxsize=1 << 16)
def fullness(name: str, type_: str) -> tuple[bool, bool, int, int, int, int]:
    """Order names by how full they are: a registered name first, then length; of two spellings the one without brackets."""
    counted = re.sub("(?<=工程)项目$", "", name) if type_ == "project" else name
    marks = sum(name.count(mark) for mark in "()（）-")
    return (
        type_ == "company" and has_legal_form(name),
        not (type_ == "person" and (name.isascii() or is_titled(name))),
        len(counted) if type_ == "project" else len(key(name, type_)),
        len(counted) - marks,
        -marks,
        -len(name),
    )


def distinct(named: Sequence[Named]) -> list[Named]:
    """Distinguish entities that would share an id (two 周立平 of one city): all but the most mentioned get a suffix."""
    by_id: dict[str, list[Named]] = {}
    for one in named:
        by_id.setdefault(one.id, []).append(one)
    made: list[Named] = []
    for same in by_id.values():
        same.sort(key=lambda n: (-len(n.units), -sum(len(u.filed) for u in n.units), n.units[0].first.id))
        made.append(same[0])
        made += [Named(n.units, n.type, n.name, n.scope, f"{n.key}@{n.units[0].first.id}") for n in same[1:]]
    return made


def joins_between(made: Assembly) -> dict[str, list[Join]]:
    """Return the joins with other units that each unit was the first of, by the id of its first mention."""
    found: dict[str, list[Join]] = {}
    for one, other, why in emptied(made.joins):
        found.setdefault(one.first.id, []).append(Join(one.first.id, other.first.id, True, why))
    return found


def own_joins(unit: Unit) -> list[Join]:
    """Tie each mention of a unit to its first, and say what was assumed in filing it."""
    joins = []
    for filed in unit.filed:
        note = "; ".join(filed.notes)
        if filed.mention.id != unit.first.id:
            reason = note if filed.mention.kind == "anaphor" else ": ".join(filter(None, (filed_as(filed), note)))
            joins.append(Join(unit.first.id, filed.mention.id, True, intern(reason)))
        elif note:
            joins.append(Join(filed.mention.id, filed.mention.id, True, f"{filed.mention.surface} is filed as {filed.name}: {note}"))
    return joins


def filed_as(filed: Filed) -> str:
    """Say how a mention came under its unit's name."""
    if filed.mention.surface == filed.name:
        return f"the same name {filed.name} on this page"
    return f"{filed.mention.surface} is filed as {filed.name} on this page"


def entity(named: Named, between: Mapping[str, Sequence[Join]]) -> Entity:
    """Make one entity; ``between`` are the joins of units with others, by the first mention of the first."""
    mentions = sorted((f.mention for unit in named.units for f in unit.filed), key=reading_order)
    names = sorted({name for m in mentions if m.is_name for name in (m.surface, m.shown)}, key=lambda n: (-len(n), n))
    joins = sorted(
        {j for unit in named.units for j in (*own_joins(unit), *between.get(unit.first.id, ()))}, key=lambda j: (j.left, j.right, j.reason)
    )
    return Entity(named.id, named.type, named.name, tuple(names), tuple(m.id for m in mentions), named.scope, tuple(joins))


def reading_order(mention: Mention) -> tuple[str, int, int, str]:
    """Order mentions by article and place."""
    return (mention.article, mention.start, mention.end, mention.id)


def old_ids(named: Sequence[Named]) -> dict[str, str]:
    """Return the ids that parts of an entity would have alone -> the entity's id; what two could claim is left out."""
    current = {one.id for one in named}
    claimed: dict[str, set[str]] = {}
    for one in named:
        for alone in {ids.entity_id(*bearer) for bearer in {(unit.type, unit.scope, unit.key) for unit in one.units}}:
            if alone not in current:
                claimed.setdefault(alone, set()).add(one.id)
    return {old: new.pop() for old, new in sorted(claimed.items()) if len(new) == 1}
