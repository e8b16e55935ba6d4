"""Applies the decisions about facts to the claims of a build: wrong ones go, right ones are certain, others change owner or status.

A fact is meant by what it says, not by an id, so that a decision outlives a rebuild: the name of its subject, its predicate, and the
printed value, title or honour, or the name of the other end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.model import Claim, Entity, Mention, Reading, Rejected
from kg.names.anatomy import plain
from kg.resolve.decide import FACTS, Decision, Decisions


def decide_facts(
    readings: Sequence[Reading], decisions: Decisions, entities: Iterable[Entity], entity_of: Mapping[str, str]
) -> tuple[tuple[Reading, ...], tuple[Rejected, ...]]:
    """Return the readings as decided, and what was taken out or could not be applied, with the reason."""
    about = decisions.of(*FACTS)
    if not about:
        return tuple(readings), ()
    names = {e.id: frozenset(plain(name) for name in (e.name, *e.names)) for e in entities}
    gone: list[Rejected] = []
    used: set[Decision] = set()
    kept = []
    for reading in readings:
        claims: list[Claim] = []
        for claim in reading.claims:
            decision = next((d for d in about if means(d, claim, names, entity_of)), None)
            made = claim if decision is None else applied(decision, claim, reading.mentions, names, entity_of)
            used |= {decision} if decision and made is not claim else set()
            claims += [made] if made else []
            if made is None and decision:
                gone.append(Rejected(claim.article, "claim", claim.evidence.quote, decision.reason))
        kept.append(replace(reading, claims=tuple(claims)))
    gone += [Rejected("", "decision", str(d), "no page says this of them any more") for d in about if d not in used]
    return tuple(kept), tuple(gone)


def means(decision: Decision, claim: Claim, names: Mapping[str, frozenset[str]], entity_of: Mapping[str, str]) -> bool:
    """Whether a decision is about this claim."""
    if decision.predicate != claim.predicate or plain(decision.targets[0].name) not in names[entity_of[claim.subject]]:
        return False
    told = {plain(said) for said in (claim.value, *(value for _, value in claim.qualifiers)) if said}
    told |= names[entity_of[claim.object]] if claim.object else frozenset()
    return not decision.value or plain(decision.value) in told


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
