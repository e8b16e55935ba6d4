"""The joins and refusals made so far: a disjoint-set forest over units that records every reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from sys import intern

from kg.resolve.attach import order
from kg.resolve.compare import Verdict
from kg.resolve.groups import Unit

Apart = Mapping[tuple[Unit, Unit], str]
"""Pairs of units, in order, that a decision keeps apart, with the reason."""


class UnionFind:
    """Units joined so far, with the reasons; a disjoint-set forest."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self.parent: dict[Unit, Unit] = {unit: unit for unit in units}
        self.joins: list[tuple[Unit, Unit, str]] = []
        self.refusals: list[tuple[Unit, Unit, str]] = []

    def root(self, unit: Unit) -> Unit:
        """Return the unit that stands for all that are joined with this one."""
        while self.parent[unit] is not unit:
            self.parent[unit] = self.parent[self.parent[unit]]
            unit = self.parent[unit]
        return unit

    def join(self, one: Unit, other: Unit, reason: str) -> None:
        """Make two units one entity; recorded even if they already are: it is one more reason."""
        self.joins.append((one, other, intern(reason)))
        left, right = sorted((self.root(one), self.root(other)), key=order)
        self.parent[right] = left

    def refuse(self, one: Unit, other: Unit, reason: str) -> None:
        """Record why two units stayed apart."""
        left, right = sorted((one, other), key=order)
        self.refusals.append((left, right, intern(reason)))

    def groups(self) -> list[list[Unit]]:
        """Return the units of each entity, in a fixed order."""
        found: dict[Unit, list[Unit]] = {}
        for unit in sorted(self.parent, key=order):
            found.setdefault(self.root(unit), []).append(unit)
        return list(found.values())


def settle(one: Unit, other: Unit, verdict: Verdict, links: UnionFind, apart: Apart) -> bool:
    """Join or refuse by the verdict, unless a decision keeps the two apart."""
    left, right = sorted((one, other), key=order)
    if (left, right) in apart:
        links.refuse(one, other, apart[left, right])
        return False
    if verdict.same:
        links.join(one, other, verdict.reason)
    else:
        links.refuse(one, other, verdict.reason)
    return verdict.same
