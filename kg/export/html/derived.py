"""What kg.graph derives over articles, told by numbers for the explorer: independent sources, contradictions, life lines, same events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from kg.graph.facts import Fact, Facts, claim_key, event_key
from kg.graph.lifelines import Lifeline, Step, lifelines
from kg.graph.meetings import same_events
from kg.graph.reprints import groups
from kg.graph.support import contradictions, statement, support


def independent(facts: Facts) -> dict[str, int]:
    """Return for each fact's id how many independent articles say the same; reprints count once, an event by all that tell it."""
    corpus = facts.corpus
    known = support(corpus)
    found = {claim_key(claim): known[said].independent for claim in corpus.claims() if (said := statement(corpus, claim)) in known}
    first = groups(reading.article for reading in corpus.readings)
    telling: dict[str, set[str]] = defaultdict(set)
    for same in _tellings(facts):
        articles = {first[event.article] for key in same if (event := facts.things[key].event)}
        for key in same:
            telling[key] = articles
    return {
        fact.id: found.get(fact.id) or (len(telling[fact.object]) if fact.family == "role" and fact.object else 0) or 1
        for fact in facts.facts
    }


def _tellings(facts: Facts) -> list[tuple[str, ...]]:
    together = [same.events for same in same_events(facts.corpus)]
    known = {key for same in together for key in same}
    return together + [(id_,) for id_, thing in facts.things.items() if thing.event and id_ not in known]


def same_happenings(facts: Facts, number: Mapping[str, int]) -> list[list[int]]:
    """Return the groups of events that are one event told more than once."""
    return [[number[key] for key in same.events] for same in same_events(facts.corpus)]


def clashes(facts: Facts, fact_number: Mapping[str, int]) -> list[list[Any]]:
    """Return what contradicts what: the reason, then the facts of each side."""
    return [
        [clash.why, [[fact_number[claim_key(claim)] for claim in side.claims] for side in clash.sides]]
        for clash in contradictions(facts.corpus)
    ]


def lives(facts: Facts, number: Mapping[str, int], fact_number: Mapping[str, int]) -> list[list[Any]]:
    """Return the life lines with a step: the thing, what it is a phase of (or -1), and its steps in order."""
    return [
        [number[id_], number.get(line.phase_of or "", -1), _steps(facts, line, fact_number)]
        for id_, line in lifelines(facts.corpus).items()
        if line.steps or line.phase_of
    ]


def _steps(facts: Facts, line: Lifeline, fact_number: Mapping[str, int]) -> list[list[Any]]:
    return [
        [step.stage, step.printed, step.date or step.reported, step.planned, fact_number[_source(facts, line, step).id]]
        for step in line.steps
    ]


def _source(facts: Facts, line: Lifeline, step: Step) -> Fact:
    """Return the fact that says a step: its claim, or the part that the thing had in its event."""
    if step.claim is not None:
        key = claim_key(step.claim)
        return next(fact for fact in facts.by_thing[line.id] if fact.id == key)
    event = event_key(step.event) if step.event else ""
    return next(fact for fact in facts.by_thing[line.id] if fact.object == event)
