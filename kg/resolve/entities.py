"""Joined units to entities: the canonical name, the id, the old ids that still resolve; then the corpus."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kg import ids
from kg.model import Corpus, Decided, Reading, ReadPage, Rejected
from kg.names.anatomy import GROUPS, has_legal_form, key, leading_place
from kg.names.short import is_titled
from kg.resolve.complete.page_names import Filed
from kg.resolve.decided_facts import decide_facts
from kg.resolve.desk.desk import Desk
from kg.resolve.desk.outcome import by_id, outcome
from kg.resolve.groups import Unit, scope_of
from kg.resolve.replay import Replay
from kg.shelf import each


@dataclass(frozen=True, slots=True)
class Named:
    """One entity in the making: its units, canonical name, scope, key and id."""

    units: tuple[Unit, ...]
    type: str
    name: str
    scope: str | None
    key: str
    id: str

    @classmethod
    def of(cls, units: Sequence[Unit], type_: str, name: str, scope: str | None, key_: str) -> Named:
        """Return it with the id that all this makes."""
        return cls(tuple(units), type_, name, scope, key_, ids.entity_id(type_, scope, key_))


def file_entities(groups: Iterable[Sequence[Unit]], desk: Desk, replay: Replay) -> None:
    """Name and number the entities of all units of some types, and lay them on the desk."""
    named = distinct([name_group(units, replay) for units in groups])
    for row in old_ids(named).items():
        desk.put("old_ids", *row)
    for one in named:
        desk.file(one.units, (one.id, one.type, one.name, one.scope))


def own_joins(unit: Unit, found: Sequence[Filed]) -> Iterator[tuple[str, str, str]]:
    """Tie each mention of a unit to its first, and say what was assumed in filing it: two ids of mentions, and why they are one."""
    for filed in found:
        note = "; ".join(filed.notes)
        if filed.mention.id != unit.first:
            reason = note if filed.mention.kind == "anaphor" else ": ".join(filter(None, (filed_as(filed), note)))
            yield unit.first, filed.mention.id, reason
        elif note:
            yield filed.mention.id, filed.mention.id, f"{filed.mention.surface} is filed as {filed.name}: {note}"


def assemble(pages: Sequence[ReadPage], readings: Sequence[Reading], desk: Desk, replay: Replay) -> Corpus:
    """Put the corpus together from what linking has laid on the desk; of pages on a shelf what was made stays on the desk."""
    old: dict[str, str] = dict(desk.rows("SELECT old, entity FROM old_ids ORDER BY old"))
    entities, entity_of, refusals = outcome(desk, isinstance(pages, tuple))
    readings, rejected = replay.purge(readings)
    readings, judged = decide_facts(readings, replay.decisions, by_id(entities), entity_of)
    readings, reflexive = without_self_claims(readings, entity_of)
    decided = tuple(Decided(d.kind, tuple(t.name for t in d.targets), d.to, d.who, d.when, d.why) for d in replay.decisions.items)
    return Corpus(pages, readings, entities, entity_of, rejected + judged + reflexive, refusals, old, decided)


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
    fullest = max(fullness(without_group(u), u.type) for u in named.values())
    alike = [u for u in named.values() if fullness(without_group(u), u.type) == fullest]
    best = max(alike, key=lambda u: (*group_use(u, units), u.name)) if len(alike) > 1 else alike[0]
    name = replay.renamed(units) or best.name
    scopes = {scope_of(name, best.type, locality) for locality in {unit.locality for unit in units}}
    scope = min((s for s in scopes if s), default=None) if None not in scopes else None
    return Named.of(units, best.type, name, scope, key(name, best.type))


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
    return sum(u.n_mentions for u in units if u.page in pages), len(unit.name)


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
        if len(same) > 1:
            same.sort(key=lambda n: (-len(n.units), -sum(u.n_mentions for u in n.units), n.units[0].first))
        made.append(same[0])
        made += [Named.of(n.units, n.type, n.name, n.scope, f"{n.key}@{n.units[0].first}") for n in same[1:]]
    return made


def filed_as(filed: Filed) -> str:
    """Say how a mention came under its unit's name."""
    if filed.mention.surface == filed.name:
        return f"the same name {filed.name} on this page"
    return f"{filed.mention.surface} is filed as {filed.name} on this page"


def old_ids(named: Sequence[Named]) -> dict[str, str]:
    """Return the ids that parts of an entity would have alone -> the entity's id; what two could claim is left out."""
    current = {one.id for one in named}
    claimed: dict[str, set[str]] = {}
    for one in named:
        bearers = {(unit.type, unit.scope, unit.key) for unit in one.units} - {(one.type, one.scope, one.key)}
        for alone in (ids.entity_id(*bearer) for bearer in bearers):
            if alone not in current:
                claimed.setdefault(alone, set()).add(one.id)
    return {old: new.pop() for old, new in claimed.items() if len(new) == 1}
