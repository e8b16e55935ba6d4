"""Which thing of one store is which of another: the one with which it shares most mentions, whatever their ids; else the one of its id."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.archive.changes.delta import merged
from kg.archive.changes.records import Identity
from kg.model import BREAK

MENTIONS = """SELECT printf('%s %09d %09d', a.id, m.start, m."end") AS key, m.entity, m.number
FROM mentions m JOIN articles a ON a.number = m.article WHERE m.entity IS NOT NULL ORDER BY key, m.number"""
AROUND = 12
"""Characters shown on either side of a mention."""
Pair = tuple[str, str]


@dataclass(slots=True)
class Same:
    """``to`` maps ids of OLD to those of NEW where they differ; ``identities`` tell why."""

    to: dict[str, str] = field(default_factory=dict)
    identities: tuple[Identity, ...] = ()

    def back(self) -> dict[str, list[str]]:
        """Return ids of NEW with the other ids that they had in OLD."""
        found: dict[str, list[str]] = {}
        for old, new in self.to.items():
            found.setdefault(new, []).append(old)
        return found


def same_things(old: sqlite3.Connection, new: sqlite3.Connection) -> Same:
    """Compare the things of two stores by their mentions."""
    shared: Counter[Pair] = Counter()
    proof: dict[Pair, int] = {}
    for one, other in merged(old.execute(MENTIONS), new.execute(MENTIONS)):
        if one is not None and other is not None:
            pair = one[1], other[1]
            shared[pair] += 1
            if one[1] != other[1]:
                proof.setdefault(pair, other[2])
    to, heir = chosen(shared)
    moved = {pair for pair in proof if pair[0] != pair[1]}
    left, right = known(old), known(new)
    found = Same({a: b for a, b in to.items() if a != b})
    identities = []
    for a, b in sorted({(a, b) for a, b in to.items()} | moved):
        kind = kind_of((a, b), to, heir, left, right)
        if kind:
            at = proof.get((a, b)) or first_mention(new, b)
            identities.append(Identity(kind, a, *left[a], b, *right[b], shared[a, b], *printed(new, at)))
    found.identities = tuple(sorted(identities, key=lambda i: (i.kind, i.new_name, i.old_name, i.new, i.old)))
    return found


def chosen(shared: Mapping[Pair, int]) -> tuple[dict[str, str], dict[str, str]]:
    """Return for each thing of OLD the one of NEW that most of its mentions are, and for each of NEW the one of OLD that it continues.

    Of equal shares that of the same id counts, then that of the lesser id.
    """
    to: dict[str, str] = {}
    heir: dict[str, str] = {}
    for a, b in sorted(shared, key=lambda pair: (-shared[pair], pair[0] != pair[1], pair)):
        if a not in to:
            to[a] = b
            heir.setdefault(b, a)
    return to, heir


def kind_of(pair: Pair, to: Mapping[str, str], heir: Mapping[str, str], left: Mapping[str, Pair], right: Mapping[str, Pair]) -> str | None:
    """Return what became of a thing of OLD that shares mentions with one of NEW, None if nothing."""
    a, b = pair
    if to[a] != b:
        return "split" if b not in heir else None
    if heir[b] != a:
        return "joined"
    return "renamed" if left[a] != right[b] else None


def known(connection: sqlite3.Connection) -> dict[str, Pair]:
    """Return type and name of every entity, by id."""
    return {id_: (type_, name) for id_, type_, name in connection.execute("SELECT id, type, name FROM entities ORDER BY id")}


def first_mention(connection: sqlite3.Connection, entity: str) -> int:
    """Return the number of the first mention of an entity."""
    number: int = connection.execute("SELECT min(number) FROM mentions WHERE entity = ?", (entity,)).fetchone()[0]
    return number


def printed(connection: sqlite3.Connection, mention: int) -> tuple[str, str, str, str]:
    """Return where a mention stands: the id of its article, what is printed before it, itself, what is printed after it."""
    sql = """SELECT a.id, coalesce(nullif(a.printed, ''), a.text), m.start, m."end"
        FROM mentions m JOIN articles a ON a.number = m.article WHERE m.number = ?"""
    article, text, start, end = connection.execute(sql, (mention,)).fetchone()
    text = text.replace(BREAK, " ")
    return article, text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND]
