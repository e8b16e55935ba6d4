"""Replays the decisions over one build: what they match, what they change, which of them match nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from functools import cached_property
from itertools import combinations
from typing import Any

from kg.model import Claim, Event, Locality, Mention, Reading, Rejected
from kg.names.anatomy import plain
from kg.resolve.attach import order
from kg.resolve.complete.page_names import Filed
from kg.resolve.complete.told import Told
from kg.resolve.decide import Decision, Decisions, Target, listed
from kg.resolve.groups import Unit
from kg.shelf import each


class Replay:
    """The decisions against the names of one build, which ``page`` goes through page by page.

    ``refused`` are the mentions that decisions reject, ``pages`` the names of the pages by id, if there are decisions.
    """

    def __init__(self, decisions: Decisions) -> None:
        self.decisions = decisions
        self.refused: dict[str, Decision] = {}
        self.pages: dict[str, str] = {}
        self._met: list[list[set[str]]] = [[set() for _ in decision.targets] for decision in decisions.items]

    def page(self, told: Told) -> tuple[Sequence[Filed], Mapping[str, str]]:
        """Return what no decision rejects of a page's names, and the types of its mentions that were retyped.

        Anaphors that stand for a rejected name are rejected with it.
        """
        if not self.decisions.items:
            return told.filed, {}
        if told.name is not None:
            self.pages[told.page] = told.name
        refused, types = self._decided(told)
        for one in told.filed:
            inherit(refused, one.mention)
            inherit(types, one.mention)
        self.refused |= refused
        return [f for f in told.filed if f.mention.id not in refused], types

    def _decided(self, told: Told) -> tuple[dict[str, Decision], dict[str, str]]:
        """Return the mentions of a page that decisions reject and the types of those they retype, and note what each decision met."""
        named = by_name(told.filed)
        refused: dict[str, Decision] = {}
        types: dict[str, str] = {}
        met = [[self._meant(target, named, told) for target in decision.targets] for decision in self.decisions.items]
        for decision, groups in zip(self.decisions.items, met, strict=True):
            ids = [filed.mention.id for found in groups for filed in found]
            if decision.kind == "reject":
                refused.update(dict.fromkeys(ids, decision))
            if decision.kind == "retype" and decision.to:
                types.update(dict.fromkeys(ids, decision.to))
        for kinds, groups in zip(self._met, met, strict=True):
            for kind, found in zip(kinds, groups, strict=True):
                kind.update(types.get(f.mention.id, f.mention.type) for f in found)
        return refused, types

    def _meant(self, target: Target, named: Mapping[str, Sequence[Filed]], told: Told) -> list[Filed]:
        return [f for f in named.get(plain(target.name), ()) if narrows(target, f, told.localities, self.pages)]

    @property
    def unmatched(self) -> tuple[Rejected, ...]:
        """The decisions that matched nothing on the pages gone through, and the merges of names of no common type."""
        every = list(zip(self.decisions.items, self._met, strict=True))
        return tuple(filter(None, [*(missing(*one) for one in every), *(mistyped(*one) for one in every)]))

    def apart(self, units: Sequence[Unit]) -> dict[tuple[Unit, Unit], str]:
        """Return the pairs of units that decisions keep apart, in order, with the reason."""
        found = {}
        splits = self.decisions.of("split")
        named = self.by_name(units) if splits else {}
        for decision in splits:
            for one, other in self._pairs(decision, named):
                left, right = sorted((one, other), key=order)
                found[left, right] = decision.reason
        return found

    def together(self, units: Sequence[Unit]) -> list[tuple[Unit, Unit, str]]:
        """Return the pairs of units that decisions join, with the reason."""
        merges = self.decisions.of("merge")
        named = self.by_name(units) if merges else {}
        return [
            (one, other, decision.reason) for decision in merges for one, other in self._pairs(decision, named) if one.type == other.type
        ]

    def by_name(self, units: Sequence[Unit]) -> dict[str, list[Unit]]:
        """Return the units by each of their names, as names are compared, in order."""
        found: dict[str, list[Unit]] = defaultdict(list)
        for unit in units:
            for name in sorted({plain(name) for name in (unit.name, *unit.surfaces)}):
                found[name].append(unit)
        return found

    def _pairs(self, decision: Decision, named: Mapping[str, Sequence[Unit]]) -> list[tuple[Unit, Unit]]:
        groups = [[u for u in named.get(plain(target.name), ()) if self.narrows(target, u)] for target in decision.targets]
        return [(one, other) for left, right in combinations(groups, 2) for one in left for other in right if one is not other]

    def narrows(self, target: Target, unit: Unit) -> bool:
        """Whether what narrows a target lets it mean this unit, which has its name."""
        return (
            target.type in (None, unit.type)
            and target.locality in (None, unit.locality.city, unit.scope)
            and target.page in (None, unit.page, self.pages.get(unit.page))
        )

    def renamed(self, units: Sequence[Unit]) -> str | None:
        """Return the name that a decision gives to these units, None if none does."""
        found = [
            row
            for name, same in (self.by_name(units) if self.renames else {}).items()
            for row in self.renames.get(name, ())
            if any(self.narrows(row[1].targets[0], unit) for unit in same)
        ]
        return min(found, key=lambda row: row[0])[1].to if found else self.first_of_merge(units)

    def first_of_merge(self, units: Sequence[Unit]) -> str | None:
        """Return the name of a person that a merge puts first: of 吕沛 and 吕沛实 no rule knows which is whole."""
        if units[0].type != "person" or not self.heads:
            return None
        found = ((self.heads.get(name), same) for name, same in self.by_name(units).items())
        return next((head.name for head, same in found if head and any(self.narrows(head, unit) for unit in same)), None)

    @cached_property
    def heads(self) -> dict[str, Target]:
        """The names that merges put first, as names are compared."""
        return {plain(decision.targets[0].name): decision.targets[0] for decision in self.decisions.of("merge")}

    @cached_property
    def renames(self) -> dict[str, list[tuple[int, Decision]]]:
        """The decisions that rename, with their number in the file, by the name they are on."""
        found: dict[str, list[tuple[int, Decision]]] = defaultdict(list)
        for number, decision in enumerate(self.decisions.of("rename")):
            found[plain(decision.targets[0].name)].append((number, decision))
        return found

    def purge(self, readings: Sequence[Reading]) -> tuple[Sequence[Reading], tuple[Rejected, ...]]:
        """Return the readings without what rests on rejected names; list what was removed, and the decisions that match nothing."""
        if not self.refused:
            return readings, self.unmatched
        gone = list(self.unmatched)

        def purged(reading: Reading) -> Reading:
            resting = [c for c in reading.claims if self._rests(c)]
            lost = [(event, role) for event in reading.events for role in self._lost(event)]
            gone.extend(self._gone(m.article, "mention", m.surface, m.id, m.start) for m in reading.mentions if m.id in self.refused)
            gone.extend(self._gone(c.article, "claim", c.evidence.quote, self._rests(c)) for c in resting)
            printed = {m.id: m for m in reading.mentions} if lost else {}
            gone.extend(self._gone_role(event, printed[who], role) for event, (who, role) in lost)
            if not resting and not lost:
                return reading
            claims = tuple(c for c in reading.claims if not self._rests(c))
            return replace(reading, claims=claims, events=tuple(map(self._without, reading.events)))

        return each(readings, purged), tuple(gone)

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


def by_name(everything: Iterable[Filed]) -> dict[str, list[Filed]]:
    """Return what is filed by the names it has, printed and filed, as names are compared."""
    found: dict[str, list[Filed]] = defaultdict(list)
    for one in everything:
        for name in sorted({plain(one.name), plain(one.mention.surface)}):
            found[name].append(one)
    return found


def missing(decision: Decision, kinds: Sequence[Set[str]]) -> Rejected | None:
    """Return what to say of the names of a decision that no page has any more; None if pages name them all, of whatever ``kinds``."""
    gone = [target for target, found in zip(decision.targets, kinds, strict=True) if not found]
    return Rejected("", "decision", str(decision), f"no page names {listed(gone, ', ')} any more") if gone else None


def mistyped(merge: Decision, kinds: Sequence[Set[str]]) -> Rejected | None:
    """Return what to say of a merge whose names are all there and of no common type; None of any other decision."""
    if merge.kind != "merge" or not all(kinds) or any(one & other for one, other in combinations(kinds, 2)):
        return None
    listed = " and ".join(sorted(set().union(*kinds)))
    return Rejected("", "decision", str(merge), f"these are of different types ({listed}); retype one of them first")


def inherit(decided: dict[str, Any], mention: Mention) -> None:
    """Let an anaphor share what was decided about its antecedent."""
    if mention.antecedent in decided:
        decided[mention.id] = decided[mention.antecedent]


def narrows(target: Target, filed: Filed, localities: Mapping[str, Locality], pages: Mapping[str, str]) -> bool:
    """Whether what narrows a target lets it mean this mention, which has its name."""
    return (
        target.type in (None, filed.mention.type)
        and target.locality in (None, localities[filed.mention.article].city)
        and target.page in (None, filed.page, pages.get(filed.page))
    )
