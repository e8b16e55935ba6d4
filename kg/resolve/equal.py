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


def join_equal(units: Iterable[Unit], links: UnionFind, known: Known, apart: Apart) -> None:
    """Join the units of each type and key that are one entity."""
    groups: dict[tuple[str, str], list[Unit]] = {}
    for unit in sorted(units, key=order):
        groups.setdefault((unit.type, unit.key), []).append(unit)
    decided = {unit for pair in apart for unit in pair}
    for group in groups.values():
        if len(group) > 1:
            first = kinds(group, links, known, apart, decided)
            join_kinds(first, links, known, apart)


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


def doubtful(verdict: Verdict) -> Verdict:
    """Return the verdict, outweighed by several people of this name known here."""
    return Verdict((*verdict.findings, Finding(-0.5, "several people of this name are known there")))
