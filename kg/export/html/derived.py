"""What kg.graph derives over articles, told by numbers for the explorer: independent sources, contradictions, life lines, same events."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.graph.accounts.contradictions import contradictions
from kg.graph.accounts.issues import Sources, sources
from kg.graph.accounts.support import statement, support
from kg.graph.facts import Fact, Facts, claim_key, event_key
from kg.graph.lifelines import Lifeline, Step, lifelines
from kg.graph.meetings import same_events


def supports(facts: Facts, first: Mapping[str, str]) -> dict[str, Sources]:
    """Return for each fact's id how many articles say the same, and how many of them are independent; an event counts all that tell it.

    ``first`` maps an article to the one that it reprints.
    """
    corpus = facts.corpus
    known = support(corpus, first)
    found = {claim_key(claim): known[said].sources for claim in corpus.claims() if (said := statement(corpus, claim)) in known}
    telling: dict[str, Sources] = {}
    for same in _tellings(facts):
        told = dict.fromkeys(event.article for key in same if (event := facts.things[key].event))
        telling |= dict.fromkeys(same, sources([facts.articles[article] for article in told], first))
    alone = Sources()
    return {fact.id: telling[fact.object or ""] if fact.family == "role" else found.get(fact.id, alone) for fact in facts.facts}


def _tellings(facts: Facts) -> list[tuple[str, ...]]:
    together = [same.events for same in same_events(facts.corpus)]
    known = {key for same in together for key in same}
    return together + [(id_,) for id_, thing in facts.things.items() if thing.event and id_ not in known]


def same_happenings(facts: Facts, number: Mapping[str, int]) -> list[list[int]]:
    """Return the groups of events that are one event told more than once."""
    return [[number[key] for key in same.events] for same in same_events(facts.corpus)]


def clashes(facts: Facts, fact_number: Mapping[str, int], first: Mapping[str, str]) -> list[list[Any]]:
    """Return what contradicts what: the reason, then the facts of each side; ``first`` as in ``supports``."""
    return [
        [clash.why, [[fact_number[claim_key(claim)] for claim in side.claims] for side in clash.sides]]
        for clash in contradictions(facts.corpus, first)
    ]


def lives(facts: Facts, number: Mapping[str, int], fact_number: Mapping[str, int]) -> list[list[Any]]:
    """Return the life lines with a step: the thing, what it is a phase of (or -1), and its steps in order."""
    return [
        [number[id_], number.get(line.phase_of or "", -1), _steps(facts, line, fact_number)]
        for id_, line in lifelines(facts.corpus).items()
        if line.steps or line.phase_of
    ]


def _steps(facts: Facts, line: Lifeline, fact_number: Mapping[str, int]) -> list[list[Any]]:
    return [[step.stage, step.printed, step.date, step.planned, fact_number[_source(facts, line, step).id]] for step in line.steps]


def _source(facts: Facts, line: Lifeline, step: Step) -> Fact:
    """Return the fact that says a step: its claim, or the part that the thing had in its event."""
    if step.claim is not None:
        key = claim_key(step.claim)
        return next(fact for fact in facts.by_thing[line.id] if fact.id == key)
    event = event_key(step.event) if step.event else ""
    return next(fact for fact in facts.by_thing[line.id] if fact.object == event)
