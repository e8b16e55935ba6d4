"""What is new since a day: what ``kg diff`` finds between the day before it and now, thing by thing, with quotes."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from kg.archive.changes import Change, Changes
from kg.archive.days.dated import day_of
from kg.errors import KgError
from kg.export.changes.plain import counts
from kg.graph.sentences import sentence
from kg.serve.asking import Answer, brief, cited
from kg.serve.workspace import Snapshot

FACTS = 5
"""Facts shown that make one statement, at most; ``articles`` counts the independent ones."""


def what_is_new(now: Snapshot, since: str, limit: int = 200) -> Answer:
    """Return what the pages printed on or after a day (ISO, or its month or year) say that none before it said.

    Thing by thing, those with most that is new first, ``limit`` statements at most: each added, strengthened (by more independent
    articles) or contradicting another (``against``, with ``why``). Pages of which not even the year is known are counted in ``undated``,
    for nobody can tell whether they are new. Raises KgError for no date.
    """
    changes = now.since(day_before(day_of(since)))
    told, left = [], limit
    for id_, about in changes.by_thing.items():
        if left > 0:
            told.append(thing(now, changes, id_, about[:left]))
            left -= len(about[:left])
    before, after = changes.printed or (None, None)
    total = sum(counts(changes.by_thing).values())
    return {
        "since": since,
        "known": bool(told),
        "say": "" if told else f"no page printed since {since} says anything new",
        "pages": list(changes.pages_added),
        "undated": after.undated if before and after else 0,
        "counts": counts(changes.by_thing),
        "repeated": changes.n_repeated,
        "total": total,
        "new_names": [brief(now.facts.things[id_]) for id_ in changes.by_thing if id_ in changes.appeared and id_ in now.facts.things],
        "things": told,
    }


def day_before(since: str) -> str:
    """Return the day before a day, month or year begins. Raises KgError if there is no such day."""
    try:
        first = datetime.date.fromisoformat(since + "-01-01"[len(since) - 4 :] if len(since) < 10 else since)
        return (first - datetime.timedelta(days=1)).isoformat()
    except (ValueError, OverflowError) as error:
        raise KgError(f"{since!r} is no day of the calendar") from error


def thing(now: Snapshot, changes: Changes, id_: str, about: Iterable[Change]) -> Answer:
    """Return a thing and what is new of it."""
    is_new = {"appeared": id_ in changes.appeared}
    return brief(changes.facts.things[id_]) | is_new | {"changes": [change(now, changes, one) for one in about]}


def change(now: Snapshot, changes: Changes, one: Change) -> Answer:
    """Return what is new of one statement, with the quotes that say it and those that it cannot hold beside."""
    said: dict[str, Any] = {
        name: cited(now.facts, [now.by_id[fact.id] for fact in getattr(one, field) if fact.id in now.by_id][:FACTS])
        for name, field in (("facts", "new"), ("against", "against"))
    }
    return {
        "kind": one.kind,
        "why": one.why,
        "before": one.before,
        "articles": one.now,
        "sentence": sentence(changes.facts, one.fact),
    } | said
