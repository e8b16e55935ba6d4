"""How often what was claimed is in the gold: by confidence (the reliability table) and by rule (``kg rules --gold``).

Of an event each participant is judged in its role, with the event's confidence; no single rule makes the participants, so events
are left out of the count by rule.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kg.evaluate.score import matched_events
from kg.evaluate.sides import Key, Pages, Side, align, both_ways, entity_keys, honour_of, plain, symmetric_predicates


@dataclass(frozen=True, slots=True)
class Bin:
    """One row of the reliability table: ``n`` facts of a confidence in [low, low + .1), ``right`` of them in the gold.

    ``stated`` is the mean of their confidences.
    """

    low: float
    n: int
    right: int
    stated: float

    @property
    def off(self) -> float:
        """How much more is stated than is right; negative where less is."""
        return self.stated - self.right / self.n


@dataclass(frozen=True, slots=True)
class Judged:
    """A fact of the system: its page's file, its row of page JSON, its kind, what it says, whether the gold has it.

    ``kind`` is a predicate, an attribute's key or an event's kind.
    """

    page: str
    row: Mapping[str, Any]
    kind: str
    said: str
    is_right: bool


def reliability(judged: Iterable[Judged]) -> list[Bin]:
    """Return how often facts of each tenth of confidence are in the gold; a confidence of 1 is in the last tenth."""
    tenths: dict[int, list[Judged]] = defaultdict(list)
    for fact in judged:
        tenths[min(9, int(fact.row["confidence"] * 10))].append(fact)
    return [
        Bin(tenth / 10, len(facts), sum(f.is_right for f in facts), sum(f.row["confidence"] for f in facts) / len(facts))
        for tenth, facts in sorted(tenths.items())
    ]


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
            yield Judged(page, row, row["p"], f"{ids[row['s']][1]} {row['p']} {other}", bool(triples & gold.relations))


def judged_attributes(gold_pages: Pages, system_pages: Pages) -> Iterator[Judged]:
    """Yield every attribute of the system's page JSON."""
    gold, system = Side.of(gold_pages), Side.of(system_pages)
    partner = {right: left for left, right in align(system, gold).items()}
    for page, article in articles(system_pages):
        ids = entity_keys(article)
        for row in article["attributes"]:
            is_right = (partner.get(ids[row["of"]]), row["key"], plain(row["value"])) in gold.attributes
            yield Judged(page, row, row["key"], f"{ids[row['of']][1]}.{row['key']} = {row['value']}", is_right)


def judged_roles(gold_pages: Pages, system_pages: Pages) -> Iterator[Judged]:
    """Yield each participant of every event of the system's page JSON in its role; ``row`` is the event."""
    gold, system = Side.of(gold_pages), Side.of(system_pages)
    pairs = align(system, gold)
    right: dict[int, set[tuple[Key | None, str]]] = {}
    for (_, _, roles), index in zip(gold.events, matched_events(system, gold, pairs), strict=True):
        if index is not None:
            right[index] = {(pairs.get(who), role) for who, role in roles}
    rows = [(page, row) for page, article in articles(system_pages) for row in article["events"]]
    for index, ((page, row), (_, kind, roles)) in enumerate(zip(rows, system.events, strict=True)):
        for who, role in sorted(roles):
            yield Judged(page, row, kind, f"{who[1]} {role} {row['label']}", (who, role) in right.get(index, ()))


FAMILIES: Mapping[str, Callable[[Pages, Pages], Iterator[Judged]]] = {
    "relations": judged_relations,
    "attributes": judged_attributes,
    "events": judged_roles,
}
"""How the facts of each family are judged."""


def articles(pages: Pages) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield every article of page JSON with its page's file name."""
    for page, data in pages.items():
        for article in data["articles"]:
            yield page, article
