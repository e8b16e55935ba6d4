"""Replays the decisions over one build: what they match, what they change, which of them match nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from kg.model import Claim, Event, Locality, Mention, Reading, Rejected
from kg.names.anatomy import plain
from kg.resolve.attach import order
from kg.resolve.complete.page_names import Filed
from kg.resolve.decide import Decision, Decisions, Target
from kg.resolve.groups import Unit


@dataclass(frozen=True, slots=True)
class Replay:
    """The decisions against the names of one build. ``kept`` are the mentions that no decision rejects."""

    decisions: Decisions
    kept: tuple[Filed, ...]
    refused: Mapping[str, Decision]
    types: Mapping[str, str]
    localities: Mapping[str, Locality]
    pages: Mapping[str, str]
    unmatched: tuple[Rejected, ...]

    def apart(self, units: Sequence[Unit]) -> dict[tuple[Unit, Unit], str]:
        """Return the pairs of units that decisions keep apart, in order, with the reason."""
        found = {}
        for decision in self.decisions.of("split"):
            for one, other in self._pairs(decision, units):
                left, right = sorted((one, other), key=order)
                found[left, right] = decision.reason
        return found

    def together(self, units: Sequence[Unit]) -> list[tuple[Unit, Unit, str]]:
        """Return the pairs of units that decisions join, with the reason."""
        return [(one, other, decision.reason) for decision in self.decisions.of("merge") for one, other in self._pairs(decision, units)]

    def _pairs(self, decision: Decision, units: Sequence[Unit]) -> list[tuple[Unit, Unit]]:
        groups = [[u for u in units if self.hits(target, u)] for target in decision.targets]
        return [(one, other) for left, right in combinations(groups, 2) for one in left for other in right if one is not other]

    def hits(self, target: Target, unit: Unit) -> bool:
        """Whether a target means this unit."""
        names = {plain(name) for name in (unit.name, *unit.surfaces)}
        return (
            plain(target.name) in names
            and target.type in (None, unit.type)
            and target.locality in (None, unit.locality.city, unit.scope)
            and target.page in (None, unit.page, self.pages.get(unit.page))
        )

    def renamed(self, units: Sequence[Unit]) -> str | None:
        """Return the name that a decision gives to these units, None if none does."""
        for decision in self.decisions.of("rename"):
            if any(self.hits(decision.targets[0], unit) for unit in units):
                return decision.to
        return None

    def purge(self, readings: Sequence[Reading]) -> tuple[tuple[Reading, ...], tuple[Rejected, ...]]:
        """Return the readings without what rests on rejected names; list what was removed, and the decisions that match nothing."""
        if not self.refused:
            return tuple(readings), self.unmatched
        kept, gone = [], list(self.unmatched)
        for reading in readings:
            claims = [c for c in reading.claims if not self._rests(c)]
            gone += [self._gone(m.article, "mention", m.surface, m.id, m.start) for m in reading.mentions if m.id in self.refused]
            gone += [self._gone(c.article, "claim", c.evidence.quote, self._rests(c)) for c in reading.claims if self._rests(c)]
            printed = {m.id: m for m in reading.mentions}
            gone += [self._gone_role(event, printed[who], role) for event in reading.events for who, role in self._lost(event)]
            events = tuple(self._without(event) for event in reading.events)
            kept.append(replace(reading, claims=tuple(claims), events=events))
        return tuple(kept), tuple(gone)

    def _rests(self, claim: Claim) -> str:
        return next((m for m in (claim.subject, claim.object) if m in self.refused), "") or ""

    def _lost(self, event: Event) -> list[tuple[str, str]]:
        """Return (mention, role) of what an event loses; its place has the role "place"."""
        lost = [(role.who, role.role) for role in event.roles if role.who in self.refused]
        return lost + ([(event.place, "place")] if event.place and event.place in self.refused else [])

    def _without(self, event: Event) -> Event:
        if not self._lost(event):
            return event
        return replace(
            event,
            roles=tuple(r for r in event.roles if r.who not in self.refused),
            place=None if event.place in self.refused else event.place,
        )

    def _gone_role(self, event: Event, mention: Mention, role: str) -> Rejected:
        reason = f"{role} of {event.label}: {self.refused[mention.id].reason}"
        return Rejected(event.article, "role", mention.surface, reason, mention.start)

    def _gone(self, article: str, what: str, surface: str, mention: str, start: int = -1) -> Rejected:
        return Rejected(article, what, surface, self.refused[mention].reason, start)


def replay(decisions: Decisions, filed: Iterable[Filed], localities: Mapping[str, Locality], pages: Mapping[str, str]) -> Replay:
    """Match every decision against the filed names; anaphors that stand for a rejected name are rejected with it."""
    everything = list(filed)
    refused: dict[str, Decision] = {}
    types: dict[str, str] = {}
    unmatched: list[Rejected] = []
    for decision in decisions.items:
        for target in decision.targets:
            found = [f.mention.id for f in everything if means(target, f, localities, pages)]
            if not found:
                unmatched.append(Rejected("", "decision", str(decision), f"no page names {target} any more"))
            if decision.kind == "reject":
                refused.update(dict.fromkeys(found, decision))
            if decision.kind == "retype" and decision.to:
                types.update(dict.fromkeys(found, decision.to))
    for one in everything:
        inherit(refused, one.mention)
        inherit(types, one.mention)
    kept = tuple(f for f in everything if f.mention.id not in refused)
    return Replay(decisions, kept, refused, types, localities, pages, tuple(unmatched))


def inherit(decided: dict[str, Any], mention: Mention) -> None:
    """Let an anaphor share what was decided about its antecedent."""
    if mention.antecedent in decided:
        decided[mention.id] = decided[mention.antecedent]


def means(target: Target, filed: Filed, localities: Mapping[str, Locality], pages: Mapping[str, str]) -> bool:
    """Whether a target means this mention."""
    return (
        plain(target.name) in (plain(filed.name), plain(filed.mention.surface))
        and target.type in (None, filed.mention.type)
        and target.locality in (None, localities[filed.mention.article].city)
        and target.page in (None, filed.page, pages.get(filed.page))
    )
