"""The measures: each a figure by name, with the misses behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kg.evaluate.sides import Key, Pages, Side, Triple, align, both_ways, symmetric_predicates

OVERALL = ("articles", "headlines", "entities", "linking", "relations", "events", "attributes")
TOLERANCE = 6
"""A body's bounds may be off by so many code points of the squeezed page."""


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
    symmetric = symmetric_predicates()
    mapped = {triple: _mapped(triple, pairs) for triple in gold.relations}
    ours = both_ways(system.relations, symmetric)
    right = {triple for triple in gold.relations if mapped[triple] in ours}
    made.scores["relations"] = f1_of(len(right), len(system.relations), len(gold.relations))
    counts = [Counter(predicate for _, predicate, _ in triples) for triples in (right, system.relations, gold.relations)]
    for name in sorted(counts[-1]):
        made.scores[f"relations:{name}"] = f1_of(*(count[name] for count in counts))
    hit = both_ways((mapped[triple] for triple in right), symmetric)
    made.misses["relations-missed"] = _named(gold.relations - right)
    made.misses["relations-spurious"] = _named(system.relations - hit)
    titled = [triple for triple in right if gold.titles.get(triple)]
    wrong = [triple for triple in titled if not gold.titles[triple] & system.titles.get(mapped[triple], set())]
    made.scores["titles"] = share_of(len(titled) - len(wrong), len(titled))
    made.misses["titles"] = sorted((s[1], o[1], *sorted(gold.titles[s, p, o])) for s, p, o in wrong)


def _mapped(triple: Triple, pairs: Mapping[Any, Key]) -> tuple[Any, str, Any]:
    """Return a gold triple in the system's entities, None for one that has no partner; an honour stays as it is."""
    subject, predicate, target = triple
    return pairs.get(subject), predicate, target if target[0] == "honour" else pairs.get(target)


def _named(triples: Iterable[Triple]) -> list[tuple[Any, ...]]:
    return sorted((s[1], p, o[1]) for s, p, o in triples)


def matched_events(system: Side, gold: Side, pairs: Mapping[Key, Key]) -> list[int | None]:
    """Return for each gold event the index of the system event that shares most with it, None if none does; each is taken once."""
    free = list(range(len(system.events)))
    matched: list[int | None] = []
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
        matched.append(best)
    return matched


def _score_events(made: Evaluation, system: Side, gold: Side, pairs: Mapping[Key, Key]) -> Score:
    right = 0
    misses: list[tuple[Any, ...]] = []
    for (page, kind, roles), best in zip(gold.events, matched_events(system, gold, pairs), strict=True):
        if best is not None:
            right += len({(pairs.get(who), role) for who, role in roles} & system.events[best][2])
        misses.append((page, kind, sorted(f"{who[1]}:{role}" for who, role in roles), best is not None))
    made.misses["events"] = misses
    return f1_of(right, sum(len(roles) for *_, roles in system.events), sum(len(roles) for *_, roles in gold.events))


def _score_attributes(made: Evaluation, system: Side, gold: Side, pairs: Mapping[Key, Key]) -> None:
    aligned = {(pairs.get(of), key, value) for of, key, value in gold.attributes}
    made.scores["attributes"] = f1_of(len(aligned & system.attributes), len(system.attributes), len(gold.attributes))
    counts = [Counter(key for _, key, _ in found) for found in (aligned & system.attributes, system.attributes, gold.attributes)]
    for name in sorted(counts[-1]):
        made.scores[f"attributes:{name}"] = f1_of(*(count[name] for count in counts))
    made.misses["attributes-missed"] = sorted(
        (of[1], key, value) for of, key, value in gold.attributes if (pairs.get(of), key, value) not in system.attributes
    )
