"""What is new as plain values, every statement with its quotes: the JSON of ``kg diff``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from kg.archive.changes import KINDS, Change, Changes, Identity
from kg.export.answers import fact_json
from kg.graph.sentences import sentence
from kg.model import Article

Kept = Mapping[str, tuple[Change, ...]]
"""The changes to be told, by thing: ``Changes.by_thing`` or a part of it."""


def counts(kept: Kept) -> dict[str, int]:
    """Return how many statements are of each kind, in order of KINDS."""
    found = Counter(change.kind for changes in kept.values() for change in changes)
    return {kind: found[kind] for kind in KINDS}


def changes_json(changes: Changes, kept: Kept | None = None) -> dict[str, Any]:
    """Return what is new; of ``kept`` things only, if they are given."""
    told = changes.by_thing if kept is None else kept
    return {
        "pages_added": list(changes.pages_added),
        "pages_gone": list(changes.pages_gone),
        "days": [asdict(one) for one in changes.printed] if changes.printed else None,
        "counts": counts(told),
        "repeated": changes.n_repeated,
        "identities": [identity_json(changes, one) for one in changes.identities],
        "things": [thing_json(changes, id_, about) for id_, about in told.items()],
    }


def identity_json(changes: Changes, one: Identity) -> dict[str, Any]:
    """Return what became of a thing itself, with the words around one mention."""
    return {
        "kind": one.kind,
        "old": {"id": one.old, "type": one.old_type, "name": one.old_name},
        "new": {"id": one.new, "type": one.new_type, "name": one.new_name},
        "shared": one.shared,
        "quote": [one.left, one.surface, one.right],
        **place(changes.facts.articles[one.article]),
    }


def place(article: Article) -> dict[str, Any]:
    """Return where an article stands."""
    return {"article": article.id, "headline": article.headline, "date": article.date, "page": article.page.name}


def thing_json(changes: Changes, id_: str, about: tuple[Change, ...]) -> dict[str, Any]:
    """Return a thing and what became of its statements."""
    thing = changes.facts.things[id_]
    return {
        "id": id_,
        "type": thing.type,
        "name": thing.name,
        "appeared": id_ in changes.appeared,
        "gone": id_ in changes.gone,
        "changes": [change_json(changes, change) for change in about],
    }


def change_json(changes: Changes, change: Change) -> dict[str, Any]:
    """Return what became of one statement, with every fact that makes it."""
    said = {name: [fact_json(changes.facts, fact) for fact in getattr(change, name)] for name in ("new", "old", "against")}
    number = {"before": change.before, "now": change.now}
    return {"kind": change.kind, "why": change.why, "sentence": sentence(changes.facts, change.fact), **number, **said}
