"""Which facts only one of two stores has.

Both are gone through side by side, in the order of their keys, and nothing is held but what differs.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kg import ids

CLAIMS = "SELECT id, min(number) FROM claims GROUP BY id ORDER BY id"
ROLES = """SELECT printf('%s %s %d %d', v.id, r.role, m.start, m."end") AS key, min(v.number), v.id, r.entity, r.role
FROM participants r JOIN events v ON v.number = r.event JOIN mentions m ON m.number = r.mention GROUP BY key ORDER BY key"""
"""A role is known again by its event and the mention that has it: its id depends on the entity that the mention is."""
CLAIMS_OF = "SELECT id, number FROM claims WHERE article = ? AND NOT is_repeat ORDER BY number"
ROLES_OF = """SELECT NULL, v.number, v.id, r.entity, r.role FROM events v JOIN participants r ON r.event = v.number
WHERE v.article = ? AND NOT r.is_repeat ORDER BY r.number"""
Row = tuple[Any, ...]


@dataclass(slots=True)
class Side:
    """What one store has that the other has not: claims (id, number) and roles (key, number of the event, its id, entity, role)."""

    claims: list[Row] = field(default_factory=list)
    roles: list[Row] = field(default_factory=list)

    def numbers(self) -> tuple[list[int], list[int]]:
        """Return the numbers of the claims, and of the events."""
        return [row[1] for row in self.claims], sorted({row[1] for row in self.roles})

    def facts(self, to: Mapping[str, str]) -> set[str]:
        """Return the ids of the facts that these are, about the things that ``to`` makes of theirs."""
        roles = {ids.claim_id(event, to.get(entity, entity), role) for _, _, event, entity, role in self.roles}
        return roles | {row[0] for row in self.claims}


def merged(left: Iterable[Row], right: Iterable[Row]) -> Iterator[tuple[Row | None, Row | None]]:
    """Yield the rows of two sources, each in the order of its first column, side by side where that is the same."""
    lefts, rights = iter(left), iter(right)
    one, other = next(lefts, None), next(rights, None)
    while one is not None or other is not None:
        if other is None or (one is not None and one[0] < other[0]):
            yield one, None
            one = next(lefts, None)
        elif one is None or other[0] < one[0]:
            yield None, other
            other = next(rights, None)
        else:
            yield one, other
            one, other = next(lefts, None), next(rights, None)


def delta(old: sqlite3.Connection, new: sqlite3.Connection) -> tuple[Side, Side]:
    """Return what only OLD has, and what only NEW has."""
    left, right = Side(), Side()
    for sql, olds, news in ((CLAIMS, left.claims, right.claims), (ROLES, left.roles, right.roles)):
        for one, other in merged(old.execute(sql), new.execute(sql)):
            if other is None and one is not None:
                olds.append(one)
            elif one is None and other is not None:
                news.append(other)
    return left, right


def later(old: sqlite3.Connection, new: sqlite3.Connection) -> Side:
    """Return what only NEW has, where both are one store as of two days: what its further articles say."""
    found = Side()
    before = {number for (number,) in old.execute("SELECT article FROM temp.printed")}
    further = [number for (number,) in new.execute("SELECT article FROM temp.printed ORDER BY article") if number not in before]
    for number in further:
        found.claims += new.execute(CLAIMS_OF, (number,))
        found.roles += new.execute(ROLES_OF, (number,))
    return found
