"""How often what was claimed is in the gold: by confidence (the reliability table) and by rule (``kg rules --gold``).

Relations are judged and attributes; of an event no single rule makes the participants, so events are not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from kg.evaluate.sides import Pages, Side, align, both_ways, entity_keys, honour_of, plain, symmetric_predicates

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


@dataclass(frozen=True, slots=True)
class Bin:
    """One row of the reliability table: ``n`` relations of a confidence in [low, high), ``right`` of them in the gold."""

    low: float
    high: float
    n: int
    right: int


@dataclass(frozen=True, slots=True)
class Judged:
    """A relation or an attribute of the system: its page's file, its row of page JSON, what it says, whether the gold has it."""

    page: str
    row: Mapping[str, Any]
    said: str
    is_right: bool


def reliability(gold_pages: Pages, system_pages: Pages, edges: Iterable[float] = EDGES) -> list[Bin]:
    """Return how often relations of each confidence are in the gold: the calibration of ``confidence``."""
    rows = [(judged.row["confidence"], judged.is_right) for judged in judged_relations(gold_pages, system_pages)]
    bins = []
    for low, high in pairwise(edges):
        inside = [is_right for confidence, is_right in rows if low <= confidence < high]
        bins.append(Bin(low, high, len(inside), sum(inside)))
    return bins


def precision_of_rules(gold_pages: Pages, system_pages: Pages) -> dict[str, tuple[int, int]]:
    """Return rule → (claims it made that are in the gold, claims it made), sorted by rule."""
    made: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for judged in judged_claims(gold_pages, system_pages):
        made[judged.row["rule"]] += 1
        right[judged.row["rule"]] += judged.is_right
    return {rule: (right[rule], made[rule]) for rule in sorted(made)}


def judged_claims(gold_pages: Pages, system_pages: Pages) -> Iterator[Judged]:
    """Yield every relation, then every attribute of the system's page JSON."""
    yield from judged_relations(gold_pages, system_pages)
    yield from judged_attributes(gold_pages, system_pages)


def judged_relations(gold_pages: Pages, system_pages: Pages) -> Iterator[Judged]:
    """Yield every relation of the system's page JSON; one of a symmetric predicate is right either way round."""
    gold, system = Side.of(gold_pages), Side.of(system_pages)
    partner = {right: left for left, right in align(system, gold).items()}
    symmetric = symmetric_predicates()
    for page, article in articles(system_pages):
        ids = entity_keys(article)
        for row in article["relations"]:
            target = partner.get(ids[row["o"]]) if row.get("o") else honour_of(row)
            triples = both_ways([(partner.get(ids[row["s"]]), row["p"], target)], symmetric)
            other = ids[row["o"]][1] if row.get("o") else honour_of(row)[1]
            yield Judged(page, row, f"{ids[row['s']][1]} {row['p']} {other}", bool(triples & gold.relations))


def judged_attributes(gold_pages: Pages, system_pages: Pages) -> Iterator[Judged]:
    """Yield every attribute of the system's page JSON."""
    gold, system = Side.of(gold_pages), Side.of(system_pages)
    partner = {right: left for left, right in align(system, gold).items()}
    for page, article in articles(system_pages):
        ids = entity_keys(article)
        for row in article["attributes"]:
            is_right = (partner.get(ids[row["of"]]), row["key"], plain(row["value"])) in gold.attributes
            yield Judged(page, row, f"{ids[row['of']][1]}.{row['key']} = {row['value']}", is_right)


def articles(pages: Pages) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield every article of page JSON with its page's file name."""
    for page, data in pages.items():
        for article in data["articles"]:
            yield page, article
