"""Applies the decisions about facts to the claims and events of a build: wrong ones go, right ones are certain, others change owner or
status.

A fact is meant by what it says, not by an id, so that a decision outlives a rebuild: the name of its subject, its predicate, and the
printed value, title or honour, or the name of the other end. An event is meant by one who takes part, its kind, and words of its quote.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from kg.model import Claim, Entity, Event, Mention, Reading, Rejected
from kg.names.anatomy import plain
from kg.resolve.decide import EVENTS, FACTS, Decision, Decisions
from kg.shelf import each

NEAR = 1 << 16
"""Entities whose names are at hand."""


def decide_facts(
    readings: Sequence[Reading], decisions: Decisions, entities: Mapping[str, Entity], entity_of: Mapping[str, str]
) -> tuple[Sequence[Reading], tuple[Rejected, ...]]:
    """Return the readings as decided, and what was taken out or could not be applied, with the reason; ``entities`` by id."""
    about = decisions.of(*FACTS)
    if not about:
        return readings, ()
    court = Court(about, Names(entities), entity_of)
    kept = each(readings, court.reading)
    court.gone += [Rejected("", "decision", str(d), "no page says this of them any more") for d in about if d not in court.used]
    return kept, tuple(court.gone)


class Names(Mapping[str, frozenset[str]]):
    """The names of entities by their ids, as names are compared."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        self._entities = entities
        self._of = lru_cache(maxsize=NEAR)(self._find)

    def _find(self, id_: str) -> frozenset[str]:
        entity = self._entities[id_]
        return frozenset(plain(name) for name in (entity.name, *entity.names))

    def __getitem__(self, id_: str) -> frozenset[str]:
        return self._of(id_)

    def __len__(self) -> int:
        return len(self._entities)

    def __iter__(self) -> Iterator[str]:
        return iter(self._entities)


@dataclass
class Court:
    """Judges the claims and events of one reading after another; ``gone`` is what it took out, ``used`` the decisions that applied."""

    about: Sequence[Decision]
    names: Mapping[str, frozenset[str]]
    entity_of: Mapping[str, str]
    gone: list[Rejected] = field(default_factory=list)
    used: set[Decision] = field(default_factory=set)

    def reading(self, reading: Reading) -> Reading:
        """Return a reading as decided, itself if nothing of it was."""
        claims, events = self.claims(reading), self.events(reading)
        return reading if (claims, events) == (reading.claims, reading.events) else replace(reading, claims=claims, events=events)

    def claims(self, reading: Reading) -> tuple[Claim, ...]:
        """Return the claims of a reading as decided."""
        found: list[Claim] = []
        for claim in reading.claims:
            decision = next((d for d in self.about if means(d, claim, self.names, self.entity_of)), None)
            made = applied(decision, claim, reading.mentions, self.names, self.entity_of) if decision else claim
            if decision and made is not claim:
                self.used.add(decision)
            if made:
                found.append(made)
            elif decision:
                self.gone.append(Rejected(claim.article, "claim", claim.evidence.quote, decision.reason))
        return tuple(found)

    def events(self, reading: Reading) -> tuple[Event, ...]:
        """Return the events of a reading as decided."""
        found: list[Event] = []
        for event in reading.events:
            decision = next((d for d in self.about if is_of_event(d, event, self.names, self.entity_of)), None)
            if decision:
                self.used.add(decision)
            if decision and decision.kind == "wrong":
                self.gone.append(Rejected(event.article, "event", event.evidence.quote, decision.reason))
            else:
                found.append(replace(event, confidence=1.0) if decision else event)
        return tuple(found)


def means(decision: Decision, claim: Claim, names: Mapping[str, frozenset[str]], entity_of: Mapping[str, str]) -> bool:
    """Whether a decision is about this claim."""
    if decision.predicate != claim.predicate or plain(decision.targets[0].name) not in names[entity_of[claim.subject]]:
        return False
    told = {plain(said) for said in (claim.value, *(value for _, value in claim.qualifiers)) if said}
    told |= names[entity_of[claim.object]] if claim.object else frozenset()
    return not decision.value or plain(decision.value) in told


def is_of_event(decision: Decision, event: Event, names: Mapping[str, frozenset[str]], entity_of: Mapping[str, str]) -> bool:
    """Whether a decision is about this event."""
    if decision.kind not in EVENTS or decision.predicate != event.kind:
        return False
    taking = {name for role in event.roles if role.who in entity_of for name in names[entity_of[role.who]]}
    return plain(decision.targets[0].name) in taking and plain(decision.value) in plain(event.evidence.quote)


def applied(
    decision: Decision, claim: Claim, mentions: Sequence[Mention], names: Mapping[str, frozenset[str]], entity_of: Mapping[str, str]
) -> Claim | None:
    """Return a claim as decided, None if it is wrong; the claim itself if its article does not name the owner decided on."""
    if decision.kind == "wrong":
        return None
    if decision.kind == "status":
        return replace(claim, status=decision.to or claim.status, confidence=1.0)
    if decision.kind == "owner":
        wanted = plain(decision.to or "")
        owner = next((m for m in mentions if m.id in entity_of and wanted in names[entity_of[m.id]]), None)
        return replace(claim, subject=owner.id, confidence=1.0) if owner else claim
    return replace(claim, confidence=1.0)
