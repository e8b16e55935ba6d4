"""Joins units of equal names, without comparing every one with every other.

Units that no feature distinguishes (one city, one scope, the same bodies) are compared with the first of their kind alone; then the
kinds are compared. A person of whom no body is known goes to the one kind of that city there is, and to none if there are two:
李伟 without a body never links 李伟 of the bureau to 李伟 of the mill.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from kg.resolve.attach import order
from kg.resolve.compare import Finding, Known, Verdict, compare
from kg.resolve.groups import Unit
from kg.resolve.links import Apart, UnionFind, settle

MANY = 12
"""Up to so many kinds of one name are all compared with each other."""


def join_equal(units: Iterable[Unit], links: UnionFind, known: Known, apart: Apart) -> None:
    """Join the units of each type and key that are one entity."""
    groups: dict[tuple[str, str], list[Unit]] = {}
    for unit in sorted(units, key=order):
        groups.setdefault((unit.type, unit.key), []).append(unit)
    decided = {unit for pair in apart for unit in pair}
    for group in groups.values():
        if len(group) > 1:
            first = kinds(group, links, known, apart, decided)
            join = join_kinds if len(first) <= MANY else join_many_kinds
            join(first, links, known, apart)


def kinds(group: Sequence[Unit], links: UnionFind, known: Known, apart: Apart, decided: set[Unit]) -> list[Unit]:
    """Join the units that no feature distinguishes; return the first of each kind."""
    found: dict[tuple[object, ...], Unit] = {}
    for unit in group:
        kind = (unit.scope, unit.locality.city, known.affiliations.get(unit, frozenset()), order(unit) if unit in decided else ())
        if kind in found:
            settle(found[kind], unit, compare(found[kind], unit, known), links, apart)
        else:
            found[kind] = unit
    return list(found.values())


def join_kinds(first: Sequence[Unit], links: UnionFind, known: Known, apart: Apart) -> None:
    """Compare the kinds of one name with each other; people of no known body last."""
    bare = [u for u in first if u.type == "person" and not known.affiliations.get(u)]
    known_people = [u for u in first if u not in bare]
    for one, other in combinations(known_people, 2):
        settle(one, other, compare(one, other, known), links, apart)
    for unit in bare:
        verdicts = [(other, compare(unit, other, known)) for other in known_people]
        roots = {links.root(other) for other, verdict in verdicts if verdict.same}
        for other, verdict in verdicts:
            settle(unit, other, doubtful(verdict) if verdict.same and len(roots) > 1 else verdict, links, apart)
    for one, other in combinations(bare, 2):
        settle(one, other, compare(one, other, known), links, apart)


def join_many_kinds(first: Sequence[Unit], links: UnionFind, known: Known, apart: Apart) -> None:
    """Do the same where the kinds are many: each is compared only with the first that shares with it what may make two one.

    That is a body, of other types than people a city or that the name alone says who is meant; of those that share nothing the first
    MANY are refused each other, so that the work grows with the number of kinds and not with its square.
    """
    bare = [u for u in first if u.type == "person" and not known.affiliations.get(u)]
    told = [u for u in first if u.type != "person" or known.affiliations.get(u)]
    holders: dict[tuple[str, str], Unit] = {}
    for unit in told:
        for token in tokens(unit, known):
            other = holders.setdefault(token, unit)
            if other is not unit:
                settle(other, unit, compare(other, unit, known), links, apart)
    roots = {links.root(unit): unit for unit in reversed(told)}
    for one, other in combinations(list(roots.values())[::-1][:MANY], 2):
        settle(one, other, compare(one, other, known), links, apart)
    join_bare(bare, told, links, known, apart)


def join_bare(bare: Sequence[Unit], told: Sequence[Unit], links: UnionFind, known: Known, apart: Apart) -> None:
    """Compare the people of no known body with one unit of each person of their city, and the first of them with each other."""
    here: dict[str | None, dict[Unit, Unit]] = {}
    for unit in told:
        here.setdefault(unit.locality.city, {}).setdefault(links.root(unit), unit)
    for unit in bare:
        there = list(here.get(unit.locality.city, {}).values())[:MANY]
        for other in there:
            verdict = compare(unit, other, known)
            settle(unit, other, doubtful(verdict) if verdict.same and len(there) > 1 else verdict, links, apart)
    for one, other in combinations(bare[:MANY], 2):
        settle(one, other, compare(one, other, known), links, apart)


def tokens(unit: Unit, known: Known) -> list[tuple[str, str]]:
    """Return what a unit shares with every unit of its name that is the same thing."""
    if unit.type == "person":
        return [("body", body) for body in sorted(known.affiliations.get(unit, ()))]
    city = unit.locality.city
    return [("country", "")] * (unit.scope is None) + ([("city", city)] if city else [])


def doubtful(verdict: Verdict) -> Verdict:
    """Return the verdict, outweighed by several people of this name known here."""
    return Verdict((*verdict.findings, Finding(-0.5, "several people of this name are known there")))
