"""Things, facts and paths as plain values, every fact with its quote: what the commands print as JSON and the server answers with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.graph.facts import Fact, Facts, Thing
from kg.graph.sentences import sentence

if TYPE_CHECKING:
    from kg.graph.trace import Path


def thing_json(facts: Facts, thing: Thing) -> dict[str, Any]:
    """Return a thing and its facts as plain values."""
    return about_itself(facts, thing) | {"facts": [fact_json(facts, fact) for fact in facts.by_thing[thing.id]]}


def about_itself(facts: Facts, thing: Thing) -> dict[str, Any]:
    """Return a thing without its facts: what it is, its names, where pages state or suggest that it is."""
    return {
        "id": thing.id,
        "type": thing.type,
        "name": thing.name,
        "names": list(thing.names),
        "located_in": [facts.things[place].name for place in facts.seats.get(thing.id, ())],
        "seen_in": str(facts.seen_in.get(thing.id, "")),
    }


def fact_json(facts: Facts, fact: Fact) -> dict[str, Any]:
    """Return a fact as plain values."""
    article = facts.articles[fact.article]
    return {
        "id": fact.id,
        "sentence": sentence(facts, fact),
        "subject": fact.subject,
        "predicate": fact.predicate,
        "object": fact.object,
        "value": fact.value,
        "qualifiers": dict(fact.qualifiers),
        "status": fact.status,
        "confidence": fact.confidence,
        "rule": fact.rule,
        "quote": fact.evidence.quote,
        "spans": [[s.start, s.end] for s in fact.evidence.spans],
        "weak_seam": fact.evidence.crosses_weak_seam,
        "article": article.id,
        "headline": article.headline,
        "date": article.date,
        "page": article.page.name,
    }


def path_json(facts: Facts, path: Path) -> dict[str, Any]:
    """Return a path as plain values, every fact of every step with its quote."""
    return {
        "things": [{"id": id_, "name": facts.things[id_].name, "type": facts.things[id_].type} for id_ in path.things],
        "cost": path.cost,
        "through_hub": path.through_hub,
        "steps": [{"from": step.start, "to": step.end, "facts": [fact_json(facts, fact) for fact in step.facts]} for step in path.steps],
    }
