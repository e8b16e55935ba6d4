"""How often what was claimed is in the gold: by confidence (the reliability table) and by rule (``kg rules --gold``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from kg.evaluate.sides import Pages, Side, align, both_ways, entity_keys, honour_of, symmetric_predicates

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


@dataclass(frozen=True, slots=True)
class Bin:
    """One row of the reliability table: ``n`` relations of a confidence in [low, high), ``right`` of them in the gold."""

    low: float
    high: float
    n: int
    right: int


def reliability(gold_pages: Pages, system_pages: Pages, edges: Iterable[float] = EDGES) -> list[Bin]:
    """Return how often relations of each confidence are in the gold: the calibration of ``confidence``."""
    rows = [(row["confidence"], is_right) for row, is_right in judged(gold_pages, system_pages)]
    bins = []
    for low, high in pairwise(edges):
        inside = [is_right for confidence, is_right in rows if low <= confidence < high]
        bins.append(Bin(low, high, len(inside), sum(inside)))
    return bins


def precision_of_rules(gold_pages: Pages, system_pages: Pages) -> dict[str, tuple[int, int]]:
    """Return rule → (relations it made that are in the gold, relations it made), sorted by rule."""
    made: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for row, is_right in judged(gold_pages, system_pages):
        made[row["rule"]] += 1
        right[row["rule"]] += is_right
    return {rule: (right[rule], made[rule]) for rule in sorted(made)}


def judged(gold_pages: Pages, system_pages: Pages) -> Iterator[tuple[Mapping[str, Any], bool]]:
    """Yield every relation of the system's page JSON, and whether the gold has it."""
    gold, system = Side.of(gold_pages), Side.of(system_pages)
    partner = {right: left for left, right in align(system, gold).items()}
    symmetric = symmetric_predicates()
    for data in system_pages.values():
        for article in data["articles"]:
            ids = entity_keys(article)
            for row in article["relations"]:
                target = partner.get(ids[row["o"]]) if row.get("o") else honour_of(row)
                triples = both_ways([(partner.get(ids[row["s"]]), row["p"], target)], symmetric)
                yield row, bool(triples & gold.relations)
