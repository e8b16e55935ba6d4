"""Score extractions against gold pages; the measures and figures are those of the gold's own score.py.

Both sides are page JSON as ``kg.export.pages`` writes it. White space never counts; in names and headlines quotation and
title marks do not either, and full-width marks are folded. An entity is known over the whole corpus by type, name and key.

    articles    F1 of bodies whose start and end are both within 6 characters of a gold body's
    headlines   share of the gold headlines found exactly
    bylines     F1 of (page, role, name)
    entities    F1 of (page, type, surface); spans: the same without the type
    linking     B-cubed F1 over the (page, surface) pairs that both sides have
    names       share of the aligned gold entities that have the same canonical name
    relations   F1 of (subject, predicate, object), entities aligned through their surfaces
    titles      share of the matched holds_post relations that have a title of the gold's
    events      F1 of (event, participant, role), events aligned one to one by shared participants
    attributes  F1 of (entity, key, value)
    overall     mean of articles, headlines, entities, linking, relations, events, attributes
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from kg import ontology

OVERALL = ("articles", "headlines", "entities", "linking", "relations", "events", "attributes")
TOLERANCE = 6
"""A body's bounds may be off by so many code points of the squeezed page."""
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


@dataclass(frozen=True, slots=True)
class Score:
    """One figure: F1 (or a share, or B-cubed F1), precision and recall where the measure has them, and what was counted."""

    f1: float
    n: int | None = None
    p: float | None = None
    r: float | None = None

    def to_dict(self) -> dict[str, float | int]:
        """Return the figures that there are."""
        return {key: value for key in ("f1", "p", "r", "n") if (value := getattr(self, key)) is not None}


def harmonic(p: float, r: float) -> float:
    """Return the harmonic mean, 0 where both are 0."""
    return 2 * p * r / (p + r) if p + r else 0.0


def f1_of(right: int, n_system: int, n_gold: int) -> Score:
    """Return precision, recall and F1 from counts."""
    p = right / n_system if n_system else 0.0
    r = right / n_gold if n_gold else 0.0
    return Score(harmonic(p, r), n_gold, p, r)


def share_of(right: int, n: int) -> Score:
    """Return a share, 0 of nothing."""
    return Score(right / n if n else 0.0, n)


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
        ids = {e["id"]: (e["type"], plain(e["name"]), str(e.get("key", ""))) for e in article.get("entities", ())}
        self.keys.update(ids.values())
        for entity in article.get("entities", ()):
            for surface in map(plain, entity.get("surfaces", ())):
                self.mentions[page, surface].add(ids[entity["id"]])
                self.surfaces[ids[entity["id"]]].add((page, surface))
        self._add_facts(page, article, ids)

    def _add_facts(self, page: str, article: Mapping[str, Any], ids: Mapping[str, Key]) -> None:
        for row in article.get("relations", ()):
            qualifiers = row.get("qualifiers", {})
            target: tuple[str, ...] = ids.get(row.get("o")) or ("honour", re.sub(r"\s+", "", qualifiers.get("honour") or ""))
            if row["s"] not in ids:
                continue
            triple = (ids[row["s"]], row["p"], target)
            self.relations.add(triple)
            if qualifiers.get("title"):
                self.titles[triple].add(plain(qualifiers["title"]))
        for event in article.get("events", ()):
            self.events.append((page, event["kind"], {(ids[r["who"]], r["role"]) for r in event["roles"] if r["who"] in ids}))
        self.attributes.update((ids[a["of"]], a["key"], plain(a["value"])) for a in article.get("attributes", ()) if a["of"] in ids)


def bounds(side: Side, texts: Mapping[str, str]) -> set[tuple[str, int, int]]:
    """Return bodies as (page, start, end) in code points of the narrowed page; those that are not on it are left out."""
    found = set()
    for page, start, end in side.bodies:
        text = texts.get(page, "")
        at = text.find(start) if start else -1
        if at >= 0:
            to = text.find(end, at) if end else -1
            found.add((page, at, to + len(end) if to >= 0 else at))
    return found


def matched_bodies(system: set[tuple[str, int, int]], gold: set[tuple[str, int, int]]) -> int:
    """Count the gold bodies that a system body of their own meets within TOLERANCE."""
    free = sorted(system)
    right = 0
    for page, start, end in sorted(gold):
        hit = next((b for b in free if b[0] == page and abs(b[1] - start) <= TOLERANCE and abs(b[2] - end) <= TOLERANCE), None)
        if hit:
            free.remove(hit)
            right += 1
    return right


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


def bcubed(system: Side, gold: Side) -> Score:
    """Return B-cubed precision, recall and F1 over the (page, surface) pairs that both sides have."""
    shared = [mention for mention in gold.mentions if mention in system.mentions]
    if not shared:
        return Score(0.0, len(gold.mentions), 0.0, 0.0)
    inside = set(shared)

    def cluster(side: Side, mention: tuple[str, str]) -> set[tuple[str, str]]:
        return {m for key in side.mentions[mention] for m in side.surfaces[key]} & inside

    p = r = 0.0
    for mention in shared:
        ours, theirs = cluster(system, mention), cluster(gold, mention)
        p += len(ours & theirs) / len(ours)
        r += len(ours & theirs) / len(theirs)
    p, r = p / len(shared), r / len(shared)
    return Score(harmonic(p, r), len(shared), p, r)


@dataclass
class Evaluation:
    """The figures by measure, in the order of the module's list, and the misses by kind."""

    scores: dict[str, Score] = field(default_factory=dict)
    misses: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)


def evaluate(gold_pages: Pages, system_pages: Pages, texts: Mapping[str, str]) -> Evaluation:
    """Compare two sets of page JSON, given by file name; ``texts`` are the narrowed texts of the pages.

    A page that the system lacks scores as empty.
    """
    gold = Side.of(gold_pages)
    system = Side.of({page: system_pages.get(page, {"articles": []}) for page in gold_pages})
    made = Evaluation()
    pairs = align(system, gold)
    _score_layout(made, system, gold, texts)
    _score_names(made, system, gold, pairs)
    _score_relations(made, system, gold, pairs)
    made.scores["events"] = _score_events(made, system, gold, pairs)
    _score_attributes(made, system, gold, pairs)
    made.scores["overall"] = Score(sum(made.scores[name].f1 for name in OVERALL) / len(OVERALL))
    return made


def _score_layout(made: Evaluation, system: Side, gold: Side, texts: Mapping[str, str]) -> None:
    ours, theirs = bounds(system, texts), bounds(gold, texts)
    made.scores["articles"] = f1_of(matched_bodies(ours, theirs), len(system.bodies), len(gold.bodies))
    lines = [(page, line) for page, found in gold.headlines.items() for line in sorted(found)]
    missed = [(page, line) for page, line in lines if line not in system.headlines[page]]
    made.scores["headlines"] = share_of(len(lines) - len(missed), len(lines))
    made.misses["headlines"] = sorted(missed)
    made.scores["bylines"] = f1_of(len(gold.bylines & system.bylines), len(system.bylines), len(gold.bylines))
    made.misses["bylines-missed"] = sorted(gold.bylines - system.bylines)
    made.misses["bylines-spurious"] = sorted(system.bylines - gold.bylines)


def _score_names(made: Evaluation, system: Side, gold: Side, pairs: Mapping[Key, Key]) -> None:
    theirs = {(m, key[0]) for m, keys in gold.mentions.items() for key in keys}
    ours = {(m, key[0]) for m, keys in system.mentions.items() for key in keys}
    made.scores["entities"] = f1_of(len(theirs & ours), len(ours), len(theirs))
    for kind in sorted({kind for _, kind in theirs}):
        left, right = {x for x in ours if x[1] == kind}, {x for x in theirs if x[1] == kind}
        made.scores[f"entities:{kind}"] = f1_of(len(left & right), len(left), len(right))
    made.misses["entities-missed"] = sorted((page, kind, surface) for (page, surface), kind in theirs - ours)
    made.misses["entities-spurious"] = sorted((page, kind, surface) for (page, surface), kind in ours - theirs)
    made.scores["spans"] = f1_of(len(set(gold.mentions) & set(system.mentions)), len(system.mentions), len(gold.mentions))
    made.scores["linking"] = bcubed(system, gold)
    made.scores["names"] = share_of(sum(g[1] == s[1] for g, s in pairs.items()), len(pairs))
    made.misses["names"] = sorted((g[0], g[1], s[1]) for g, s in pairs.items() if g[1] != s[1])


def _score_relations(made: Evaluation, system: Side, gold: Side, pairs: Mapping[Key, Key]) -> None:
    symmetric = {id_ for id_, predicate in ontology.load().predicates.items() if predicate.symmetric}

    def mapped(triple: Triple) -> tuple[Any, str, Any]:
        subject, predicate, target = triple
        aligned: Mapping[Any, Key] = pairs
        return aligned.get(subject), predicate, target if target[0] == "honour" else aligned.get(target)

    ours: set[tuple[Any, ...]] = set(system.relations) | {(o, p, s) for s, p, o in system.relations if p in symmetric}
    right = {triple for triple in gold.relations if mapped(triple) in ours}
    made.scores["relations"] = f1_of(len(right), len(system.relations), len(gold.relations))
    for name in sorted({predicate for _, predicate, _ in gold.relations}):
        made.scores[f"relations:{name}"] = f1_of(
            *(sum(p == name for _, p, _ in found) for found in (right, system.relations, gold.relations))
        )
    hit: set[tuple[Any, ...]] = {mapped(t) for t in right}
    hit |= {(o, p, s) for s, p, o in hit if p in symmetric}
    made.misses["relations-missed"] = sorted((s[1], p, o[1]) for s, p, o in gold.relations - right)
    made.misses["relations-spurious"] = sorted((s[1], p, o[1]) for s, p, o in system.relations - hit)
    titled = [triple for triple in right if gold.titles.get(triple)]
    wrong = [t for t in titled if not gold.titles[t] & system.titles.get(mapped(t), set())]
    made.scores["titles"] = share_of(len(titled) - len(wrong), len(titled))
    made.misses["titles"] = sorted((s[1], o[1], *sorted(gold.titles[s, p, o])) for s, p, o in wrong)


def _score_events(made: Evaluation, system: Side, gold: Side, pairs: Mapping[Key, Key]) -> Score:
    free = list(range(len(system.events)))
    right = 0
    misses: list[tuple[Any, ...]] = []
    for page, kind, roles in gold.events:
        wanted = {(pairs.get(who), role) for who, role in roles}
        people = {who for who, _ in wanted}
        best, most = None, 0.0
        for index in free:
            other_page, other_kind, other = system.events[index]
            hits = len(wanted & other) + 0.5 * (kind == other_kind and bool(people & {who for who, _ in other}))
            if other_page == page and hits > most:
                best, most = index, hits
        if best is not None:
            free.remove(best)
            right += len(wanted & system.events[best][2])
        misses.append((page, kind, sorted(f"{who[1]}:{role}" for who, role in roles), best is not None))
    made.misses["events"] = misses
    return f1_of(right, sum(len(roles) for *_, roles in system.events), sum(len(roles) for *_, roles in gold.events))


def _score_attributes(made: Evaluation, system: Side, gold: Side, pairs: Mapping[Key, Key]) -> None:
    aligned = {(pairs.get(of), key, value) for of, key, value in gold.attributes}
    made.scores["attributes"] = f1_of(len(aligned & system.attributes), len(system.attributes), len(gold.attributes))
    made.misses["attributes-missed"] = sorted(
        (of[1], key, value) for of, key, value in gold.attributes if (pairs.get(of), key, value) not in system.attributes
    )


@dataclass(frozen=True, slots=True)
class Bin:
    """One row of the reliability table: relations of a confidence in [low, high), how many of them, how many right."""

    low: float
    high: float
    n: int
    right: int


def reliability(gold_pages: Pages, system_pages: Pages, edges: Iterable[float] = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)) -> list[Bin]:
    """Return how often relations of each confidence are in the gold: the calibration of ``confidence``."""
    gold, system = Side.of(gold_pages), Side.of(system_pages)
    back = {right: left for left, right in align(system, gold).items()}
    symmetric = {id_ for id_, predicate in ontology.load().predicates.items() if predicate.symmetric}
    rows = [(row["confidence"], _is_right(row, ids, back, gold.relations, symmetric)) for ids, row in _relation_rows(system_pages)]
    limits = list(edges)
    return [
        Bin(low, high, len(inside), sum(inside))
        for low, high in pairwise(limits)
        for inside in [[ok for confidence, ok in rows if low <= confidence < high]]
    ]


def precision_of_rules(gold_pages: Pages, system_pages: Pages) -> dict[str, tuple[int, int]]:
    """Return rule → (relations of it that are in the gold, relations of it): the precision that ``kg rules`` prints."""
    gold, system = Side.of(gold_pages), Side.of(system_pages)
    back = {right: left for left, right in align(system, gold).items()}
    symmetric = {id_ for id_, predicate in ontology.load().predicates.items() if predicate.symmetric}
    made: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for ids, row in _relation_rows(system_pages):
        made[row["rule"]] += 1
        right[row["rule"]] += _is_right(row, ids, back, gold.relations, symmetric)
    return {rule: (right[rule], made[rule]) for rule in sorted(made)}


def _relation_rows(pages: Pages) -> Iterable[tuple[dict[str, Key], Mapping[str, Any]]]:
    for data in pages.values():
        for article in data["articles"]:
            ids = {e["id"]: (e["type"], plain(e["name"]), str(e.get("key", ""))) for e in article["entities"]}
            for row in article["relations"]:
                yield ids, row


def _is_right(row: Mapping[str, Any], ids: Mapping[str, Key], back: Mapping[Key, Key], gold: set[Triple], symmetric: set[str]) -> bool:
    subject = back.get(ids[row["s"]])
    honour = re.sub(r"\s+", "", row["qualifiers"].get("honour") or "")
    target: tuple[str, ...] | None = back.get(ids[row["o"]]) if row.get("o") else ("honour", honour)
    triples = {(subject, row["p"], target)} | ({(target, row["p"], subject)} if row["p"] in symmetric else set())
    return bool(triples & gold)
