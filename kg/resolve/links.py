"""The joins and refusals of units: a disjoint-set forest that tells every reason as it is made and keeps none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from kg.resolve.attach import order
from kg.resolve.compare import Verdict
from kg.resolve.groups import Unit

Apart = Mapping[tuple[Unit, Unit], str]
"""Pairs of units, in order, that a decision keeps apart, with the reason."""
Tell = Callable[[Unit, Unit, bool, str], None]
"""Is told of two units, in order where they are two, whether they are one, and why."""


class UnionFind:
    """Units joined so far; ``tell`` is told why. ``refused`` holds the pairs of companies that are two (``pair``)."""

    def __init__(self, units: Iterable[Unit], tell: Tell) -> None:
        self.parent: dict[Unit, Unit] = {unit: unit for unit in units}
        self.tell = tell
        self.refused: set[int] = set()

    def root(self, unit: Unit) -> Unit:
        """Return the unit that stands for all that are joined with this one."""
        while self.parent[unit] is not unit:
            self.parent[unit] = self.parent[self.parent[unit]]
            unit = self.parent[unit]
        return unit

    def join(self, one: Unit, other: Unit, reason: str) -> None:
        """Make two units one entity; told even if they already are: it is one more reason."""
        self.tell(one, other, True, reason)
        left, right = sorted((self.root(one), self.root(other)), key=order)
        self.parent[right] = left

    def refuse(self, one: Unit, other: Unit, reason: str) -> None:
        """Tell why two units stayed apart."""
        left, right = sorted((one, other), key=order)
        self.tell(left, right, False, reason)
        if left.type == "company":
            self.refused.add(self.pair(left, right))

    def pair(self, left: Unit, right: Unit) -> int:
        """Return a number for two units in order."""
        return left.rank * len(self.parent) + right.rank

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
