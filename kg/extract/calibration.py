"""How sure a fact really is: the share of facts of its kind and first confidence that annotated pages bear out.

Rules and the network each state a confidence of their own, and neither scale says what share is right: of the network's relations at .85
half are. ``kg/lexicon/calibration.tsv`` maps both to that share, by an isotonic curve for each kind of fact (a predicate, an attribute's
key, an event's kind) and maker; ``train/calibrate.py`` fits it. With the network beside them the rules are right more often (it has
rejected some of theirs), so they have curves of their own there. A kind that no curve is kept for takes its family's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from kg import lexicon
from kg.extract.draft import Draft
from kg.model import Claim, Event

FAMILIES = ("relation", "attribute", "event")
"""The kinds whose curve serves those that have none."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A rising staircase: from each of ``least`` on, the share in ``right`` at the same index."""

    least: tuple[float, ...]
    right: tuple[float, ...]

    def at(self, confidence: float) -> float:
        """Return the share right of facts that were stated with this confidence; the first step holds below it too."""
        return self.right[max(0, bisect_right(self.least, confidence) - 1)]


@cache
def curves() -> Mapping[tuple[str, str], Curve]:
    """Return the fitted curves by maker and kind."""
    steps: dict[tuple[str, str], list[tuple[float, float]]] = {}
    for maker, kind, least, right in lexicon.rows("calibration"):
        steps.setdefault((maker, kind), []).append((float(least), float(right)))
    return {key: Curve(*zip(*sorted(found), strict=True)) for key, found in steps.items()}


def maker_of(rule: str, is_seen: bool) -> str:
    """Return who made a fact: the network, the rules beside it (``is_seen``) or the rules alone."""
    if rule.startswith("learned:"):
        return "learned"
    return "rules+network" if is_seen else "rules"


def family_of(fact: Claim | Event) -> str:
    """Return the family of a fact."""
    if isinstance(fact, Event):
        return "event"
    return "relation" if fact.value is None else "attribute"


def calibrated(maker: str, family: str, kind: str, confidence: float, known: Mapping[tuple[str, str], Curve]) -> float:
    """Return the share right of such facts; the confidence itself where nothing is known of their maker."""
    curve = known.get((maker, kind)) or known.get((maker, family))
    return curve.at(confidence) if curve else confidence


def calibrate(draft: Draft) -> None:
    """Give the facts of an article the confidence that annotated pages bear out."""
    seen = draft.sight is not None

    def share(fact: Claim | Event, kind: str) -> float:
        return calibrated(maker_of(fact.rule, seen), family_of(fact), kind, fact.confidence, curves())

    draft.claims[:] = [replace(claim, confidence=share(claim, claim.predicate)) for claim in draft.claims]
    draft.events[:] = [replace(event, confidence=share(event, event.kind)) for event in draft.events]
