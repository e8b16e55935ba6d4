"""What became of each statement between two stores, or two days of one."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kg.archive.archive import Archive
from kg.archive.changes import told
from kg.archive.changes.delta import Side, delta, later, merged
from kg.archive.changes.identity import Same, same_things
from kg.archive.changes.records import KINDS, Change, Changes
from kg.archive.changes.sources import Independent
from kg.archive.days.dated import Printed, limit
from kg.graph.accounts.contradictions import contradictions
from kg.graph.accounts.support import Statement
from kg.graph.facts import Fact, Facts

PAGES = "SELECT id, name FROM pages ORDER BY id"
Said = dict["Saying", list[Fact]]


@dataclass(frozen=True, slots=True)
class Saying:
    """What facts of several articles agree on: a statement and its status; a role of a dated event by the event's name."""

    statement: Statement
    status: str


def compare(old: Archive, new: Archive) -> Changes:
    """Return what is new in one open archive against another. Raises ExportError if a store cannot be read."""
    before, after = old.connection, new.connection
    return judged(before, after, delta(before, after), same_things(before, after), None)


def between(place: str | Path, day: str, until: str | None = None, *, undated: bool = False) -> Changes:
    """Return what one store (its file or folder) knew at the end of a day that it did not know at the end of an earlier one.

    ``until`` None is everything. Pages of unknown date are left out of both, or count as printed before with ``undated``. Raises KgError
    if a day is no date, ExportError if there is no store.
    """
    with Archive.open(place) as old, Archive.open(place) as new:
        days = limit(old, day, undated=undated), limit(new, until or "9999", undated=undated)
        before, after = old.connection, new.connection
        return judged(before, after, (Side(), later(before, after)), Same(), days)


def judged(
    before: sqlite3.Connection, after: sqlite3.Connection, only: tuple[Side, Side], same: Same, days: tuple[Printed, Printed] | None
) -> Changes:
    """Set what only one side has beside all that both say of the same."""
    gone, come = only
    about = told.Topics()
    about.take(before, gone, same.to)
    about.take(after, come, {})
    now = told.facts_of(after, *told.numbers(after, about, come, {}))
    was = told.as_now(told.facts_of(before, *told.numbers(before, about, gone, same.back())), same.to, after)
    named = told.articles_of(after, (one.article for one in same.identities))
    facts = Facts(now.corpus, {**was.things, **now.things}, (*was.facts, *now.facts), {**was.articles, **now.articles, **named})
    changes, n_repeated = Judge((before, was, gone.facts(same.to)), (after, now, come.facts({}))).changes()
    grouped = by_subject(changes, facts)
    old_pages, new_pages = pages(before, after)
    return Changes(
        facts,
        grouped,
        same.identities,
        frozenset(missing(before, grouped, same)),
        frozenset(missing(after, grouped, Same())),
        n_repeated,
        new_pages,
        old_pages,
        days,
    )


def said(facts: Facts, fact: Fact) -> Saying:
    """Return what a fact says, whoever says it; what another event of the same name and day is said to be is the same."""
    if fact.family != "role":
        printed = dict(fact.qualifiers)
        value = fact.value or printed.get("title") or printed.get("honour")
        return Saying(Statement(fact.subject, fact.predicate, fact.object, value, printed.get("counted")), fact.status)
    event = facts.things[fact.object or ""]
    name = event.name if event.event and event.event.date else event.id
    return Saying(Statement(fact.subject, fact.predicate, name, None), fact.status)


def gathered(facts: Facts) -> Said:
    """Return facts by what they say, in their order."""
    found: Said = defaultdict(list)
    for fact in facts.facts:
        found[said(facts, fact)].append(fact)
    return found


class Judge:
    """Says of each statement what became of it; of each side are given the store, what it says, and the ids of facts that only it has."""

    def __init__(self, before: tuple[sqlite3.Connection, Facts, set[str]], after: tuple[sqlite3.Connection, Facts, set[str]]) -> None:
        (old, self.was, self.lost), (new, self.now, self.gained) = before, after
        self.said_before, self.said_now = gathered(self.was), gathered(self.now)
        self.sources = Independent(old, self.was), Independent(new, self.now)

    def changes(self) -> tuple[list[Change], int]:
        """Return the changes, and how many statements are only made again."""
        against = self.against()
        found: list[Change] = []
        n_repeated = 0
        for one in dict.fromkeys((*self.said_now, *self.said_before)):
            fresh = tuple(fact for fact in self.said_now.get(one, ()) if fact.id in self.gained)
            dropped = any(fact.id in self.lost for fact in self.said_before.get(one, ()))
            if not fresh and not dropped:
                continue
            why, others = against.get(one.statement, ("", ()))
            change = self.change(one, fresh)
            if why and fresh and not change.old:
                found.append(replace(change, kind="contradicted", why=why, against=opposed(why, one, others)))
            elif change.kind and (fresh if change.kind in ("added", "strengthened") else dropped):
                found.append(change)
            else:
                n_repeated += bool(fresh)
        return found, n_repeated

    def change(self, one: Saying, fresh: tuple[Fact, ...]) -> Change:
        """Return what became of a statement by who makes it; of no ``kind`` if no more and no fewer independent articles do."""
        was, now = self.said_before.get(one, []), self.said_now.get(one, [])
        n_was, n_now = self.sources[0].count(was), self.sources[1].count(now)
        kind = "" if n_was == n_now else "strengthened" if n_now > n_was else "weakened"
        if not was or not now:
            kind = "added" if now else "retracted"
        return Change(kind, fresh, tuple(was), n_was, n_now)

    def against(self) -> dict[Statement, tuple[str, tuple[Fact, ...]]]:
        """Return for each statement of NEW that contradicts others, and did not in OLD, why and the facts of the others."""
        made: dict[Statement, list[Fact]] = defaultdict(list)
        for saying, same in self.said_now.items():
            made[saying.statement] += same
        known = {(c.why, frozenset(side.statement for side in c.sides)) for c in contradictions(self.was.corpus, as_printed(self.was))}
        found: dict[Statement, tuple[str, tuple[Fact, ...]]] = {}
        for one in contradictions(self.now.corpus, as_printed(self.now)):
            if (one.why, frozenset(side.statement for side in one.sides)) in known:
                continue
            for side in one.sides:
                others = [fact for other in one.sides if other is not side for fact in made[other.statement]]
                found.setdefault(side.statement, (one.why, tuple(others or made[side.statement])))
        return found


def opposed(why: str, one: Saying, others: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Return those of the facts beside a saying that stand against it: of a denial what is said, of what is said the denials."""
    return tuple(fact for fact in others if why != "denied" or (fact.status == "denied") != (one.status == "denied"))


def as_printed(facts: Facts) -> Mapping[str, str]:
    """Return every article as the first of its text: where only the sides of a contradiction count, reprints need not be told apart."""
    return {reading.article.id: reading.article.id for reading in facts.corpus.readings}


def by_subject(changes: Iterable[Change], facts: Facts) -> dict[str, tuple[Change, ...]]:
    """Return changes by the thing that they are about, most of them first, then by its name; those of one thing in order of KINDS."""
    found: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        found[change.fact.subject].append(change)
    things = sorted(found, key=lambda id_: (-len(found[id_]), facts.things[id_].name, id_))
    return {id_: tuple(sorted(found[id_], key=lambda c: (KINDS.index(c.kind), c.fact.predicate))) for id_ in things}


def missing(connection: sqlite3.Connection, ids: Iterable[str], same: Same) -> list[str]:
    """Return those of some things that a store does not know, by this id or the one that it had there."""
    back = same.back()
    sql = "SELECT count(*) FROM entities WHERE id = ?"
    return [id_ for id_ in ids if not any(connection.execute(sql, (one,)).fetchone()[0] for one in (id_, *back.get(id_, ())))]


def pages(before: sqlite3.Connection, after: sqlite3.Connection) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of the pages that only OLD, and that only NEW has, in order."""
    pairs = list(merged(before.execute(PAGES), after.execute(PAGES)))
    only_old = sorted(one[1] for one, other in pairs if one is not None and other is None)
    only_new = sorted(other[1] for one, other in pairs if other is not None and one is None)
    return tuple(only_old), tuple(only_new)
