"""Page JSON as the sets that the measures compare, and which entity of the one side is which of the other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kg import ontology

FOLDED = str.maketrans("（），：；！？", "(),:;!?")
MARKS = re.compile(r"[“”‘’\"'《》〈〉「」『』]+")

Key = tuple[str, str, str]
Triple = tuple[Key, str, tuple[str, ...]]
Pages = Mapping[str, Mapping[str, Any]]


def narrow(text: str | None) -> str:
    """Return text without white space and with full-width marks folded to half width."""
    return re.sub(r"\s+", "", text or "").translate(FOLDED)


def plain(name: str | None) -> str:
    """Return a name as ``narrow`` does, without quotation and title marks."""
    return MARKS.sub("", narrow(name))


def entity_keys(article: Mapping[str, Any]) -> dict[str, Key]:
    """Return an article's entity ids with the type, plain name and key that distinguish entities over the whole corpus."""
    return {e["id"]: (e["type"], plain(e["name"]), str(e.get("key", ""))) for e in article.get("entities", ())}


def honour_of(relation: Mapping[str, Any]) -> tuple[str, str]:
    """Return what stands for the object of a relation that has none: the honour it names."""
    return "honour", re.sub(r"\s+", "", relation.get("qualifiers", {}).get("honour") or "")


def symmetric_predicates() -> frozenset[str]:
    """Return the ids of the predicates that hold both ways."""
    return frozenset(id_ for id_, predicate in ontology.load().predicates.items() if predicate.symmetric)


def both_ways(triples: Iterable[tuple[Any, str, Any]], symmetric: Collection[str]) -> set[tuple[Any, str, Any]]:
    """Return the triples, and those of symmetric predicates also turned round."""
    found = set(triples)
    return found | {(o, p, s) for s, p, o in found if p in symmetric}


@dataclass
class Side:
    """One side's pages as the sets that the measures compare."""

    bodies: set[tuple[str, str, str]] = field(default_factory=set)
    headlines: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    bylines: set[tuple[str, str, str]] = field(default_factory=set)
    mentions: dict[tuple[str, str], set[Key]] = field(default_factory=lambda: defaultdict(set))
    surfaces: dict[Key, set[tuple[str, str]]] = field(default_factory=lambda: defaultdict(set))
    keys: set[Key] = field(default_factory=set)
    relations: set[Triple] = field(default_factory=set)
    titles: dict[Triple, set[str]] = field(default_factory=lambda: defaultdict(set))
    events: list[tuple[str, str, set[tuple[Key, str]]]] = field(default_factory=list)
    attributes: set[tuple[Key, str, str]] = field(default_factory=set)

    @classmethod
    def of(cls, pages: Pages) -> Side:
        """Flatten pages, given by file name."""
        side = cls()
        for page, data in pages.items():
            for article in data["articles"]:
                side._add(page, article)
        return side

    def _add(self, page: str, article: Mapping[str, Any]) -> None:
        self.bodies.add((page, narrow(article.get("body_start")), narrow(article.get("body_end"))))
        if article.get("headline"):
            self.headlines[page].add(plain(article["headline"]))
        self.bylines.update((page, b["role"], re.sub(r"\s+", "", b["name"])) for b in article.get("bylines", ()))
        ids = entity_keys(article)
        self.keys.update(ids.values())
        for entity in article.get("entities", ()):
            for surface in map(plain, entity.get("surfaces", ())):
                self.mentions[page, surface].add(ids[entity["id"]])
                self.surfaces[ids[entity["id"]]].add((page, surface))
        self._add_facts(page, article, ids)

    def _add_facts(self, page: str, article: Mapping[str, Any], ids: Mapping[str, Key]) -> None:
        for row in article.get("relations", ()):
            if row["s"] not in ids:
                continue
            triple = (ids[row["s"]], row["p"], ids.get(row.get("o")) or honour_of(row))
            self.relations.add(triple)
            title = row.get("qualifiers", {}).get("title")
            if title:
                self.titles[triple].add(plain(title))
        for event in article.get("events", ()):
            self.events.append((page, event["kind"], {(ids[r["who"]], r["role"]) for r in event["roles"] if r["who"] in ids}))
        self.attributes.update((ids[a["of"]], a["key"], plain(a["value"])) for a in article.get("attributes", ()) if a["of"] in ids)


def align(system: Side, gold: Side) -> dict[Key, Key]:
    """Pair gold entities with system entities one to one, by the most (page, surface) pairs shared, then by name."""
    overlap: Counter[tuple[Key, Key]] = Counter()
    for mention, wanted in gold.mentions.items():
        for left in wanted:
            for right in system.mentions.get(mention, ()):
                overlap[left, right] += 1 + (left[0] == right[0]) + (left[:2] == right[:2])
    pairs: dict[Key, Key] = {}
    taken: set[Key] = set()
    for (left, right), _ in sorted(overlap.items(), key=lambda item: (-item[1], item[0])):
        if left not in pairs and right not in taken:
            pairs[left] = right
            taken.add(right)
    free = {key[:2]: key for key in sorted(system.keys - taken)}
    pairs.update((key, free[key[:2]]) for key in sorted(gold.keys - set(pairs)) if key[:2] in free)
    return pairs
