"""How well a network reads: names, and facts with the right names given and with its own."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import jax
import numpy as np

from kg.reader import decode, labels
from kg.reader.characters import paint_span
from train.batches import NODES, Window, arrays, cut
from train.examples import KIND, LINK, Example
from train.model import Tree, encode, paint, pairs

NAMES = len(labels.TYPES)
Keys = set[tuple[Any, ...]]


def f1(ours: Keys, gold: Keys) -> tuple[float, float, float]:
    right = len(ours & gold)
    p, r = right / max(1, len(ours)), right / max(1, len(gold))
    return round(2 * p * r / max(1e-9, p + r), 3), round(p, 3), round(r, 3)


def gold_facts(example: Example) -> tuple[Keys, Keys, Keys, Keys]:
    who = {i for n in example.nodes for i in n[3]}
    relations, titles, attributes, events = set(), set(), set(), set()
    for s, p, o, more in example.gold["relations"]:
        if o != "-":
            ends = tuple(sorted((s, o))) if p == "cooperates_with" else (s, o)
            relations.add((example.id, p, *ends))
        if more.get("title"):
            titles.add((example.id, s, squeeze(more["title"]), o))
    for of, key, value in example.gold["attributes"]:
        attributes.add((example.id, of, key, squeeze(value)))
    for _, roles, _ in example.gold["events"]:
        events |= {(example.id, i, r) for r, i in roles if i in who}
    return relations, titles, attributes, events


def squeeze(text: str) -> str:
    return re.sub(r"[\s“”《》]+", "", text)


def facts(
    ident: str, text: str, nodes: list[tuple[int, int, int, list[str]]], scores: tuple[np.ndarray, ...], at: float = 0.5
) -> tuple[Keys, Keys, Keys, Keys]:
    """Read the facts off one window's scores (probabilities); nodes are (start, end, kind, ids)."""
    link, event = scores
    n = len(nodes)
    relations, titles, attributes, events = set(), set(), set(), set()
    for i, j, k in zip(*np.nonzero(link[:n, :n, : len(labels.PREDICATES)] > at), strict=True):
        if nodes[i][2] < 2 * NAMES and nodes[j][2] < 2 * NAMES:
            for s in nodes[i][3]:
                for o in nodes[j][3]:
                    if s != o:
                        p = labels.PREDICATES[k]
                        relations.add((ident, p, *(sorted((s, o)) if p == "cooperates_with" else (s, o))))
    for i in range(n):
        value = squeeze(text[nodes[i][0] : nodes[i][1]])
        if labels.KINDS[nodes[i][2]] == "title":
            for j in np.flatnonzero(link[i, :n, LINK["title_of"]] > at):
                for k in np.flatnonzero(link[i, :n, LINK["title_at"]] > at):
                    titles |= {(ident, s, value, o) for s in nodes[j][3] for o in nodes[k][3]}
        elif nodes[i][2] >= 2 * NAMES:
            for key in labels.KEYS:
                for j in np.flatnonzero(link[i, :n, LINK[key]] > at):
                    attributes |= {(ident, o, key, value) for o in nodes[j][3]}
        else:
            for r in np.flatnonzero(event[i] > at):
                events |= {(ident, s, labels.EVENT_ROLES[r]) for s in nodes[i][3]}
    return relations, titles, attributes, events


class Measure:
    """Runs a network over a set of examples."""

    def __init__(self, place: dict[str, int]) -> None:
        self.place = place
        self.encode = jax.jit(encode)
        self.pairs = jax.jit(lambda p, x, tags, spans, kinds: pairs(p, paint(p, x, tags), spans, kinds))

    def windows(self, examples: list[Example], size: int) -> list[list[tuple[Example, Example]]]:
        parts = [(part, example) for example in examples for part in cut(example)]
        return [parts[i : i + size] for i in range(0, len(parts), size)]

    def link(self, p: Tree, x: Any, batch: dict[str, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
        out = self.pairs(p, x, batch["tags"], batch["spans"], batch["kinds"])
        return np.asarray(jax.nn.sigmoid(out[0])), np.asarray(jax.nn.sigmoid(out[3]))

    def own_nodes(self, charts: tuple[decode.Chart, ...], part: Example) -> list[tuple[int, int, int, list[str]]]:
        known = {(n[0], n[1], n[2]): n[3] for n in part.nodes}
        found: list[tuple[int, int, int, list[str]]] = []
        for s, e, kind in (span for chart in charts for span in chart.best):
            code = KIND[kind]
            ids = known.get((s, e, code)) or [f"?{kind}{part.text[s:e]}"]
            found.append((s, e, code, list(ids) if code < NAMES else []))
        return sorted(found)[:NODES]

    def run(self, p: Tree, examples: list[Example], size: int = 16) -> dict[str, Any]:
        ours: list[Keys] = [set() for _ in range(4)]
        given: list[Keys] = [set() for _ in range(4)]
        gold: list[Keys] = [set() for _ in range(4)]
        lax: Keys = set()
        spans: dict[str, tuple[Keys, Keys]] = {k: (set(), set()) for k in ("names", "references", "values")}
        for example in examples:
            for target, found in zip(gold, gold_facts(example), strict=True):
                target |= found
        for group in self.windows(examples, size):
            filled = [*group, *[group[-1]] * (size - len(group))]
            batch = arrays([Window([(1, part)], len(part.text) + 2) for part, _ in filled], self.place)
            x, scores = self.encode(p, batch["ids"], batch["mask"])
            scores = np.asarray(scores)
            charts = decode.charts([scores[i, :, 1 : len(part.text) + 1].transpose(1, 0, 2) for i, (part, _) in enumerate(group)])
            nodes = [self.own_nodes(charts[i], part) for i, (part, _) in enumerate(group)]
            mine = {**batch, **{key: np.zeros_like(batch[key]) for key in ("spans", "kinds", "tags")}}
            for i, layers in enumerate(charts):
                for layer, chart in enumerate(layers):
                    for s, e, kind in chart.best:
                        paint_span(mine["tags"][i, layer], s + 1, e + 1, kind, layer)
            for i, row in enumerate(nodes):
                for n, (s, e, kind, _) in enumerate(row):
                    mine["spans"][i, n], mine["kinds"][i, n] = (s + 1, e + 1), kind + 1
            own = self.link(p, x, mine)
            right = self.link(p, x, batch)
            for i, (part, example) in enumerate(group):
                row = nodes[i]
                for n, (_, _, kind, ids) in enumerate(row):
                    if NAMES <= kind < 2 * NAMES:
                        best = int(own[0][i, n, : len(row), LINK["same"]].argmax())
                        if own[0][i, n, best, LINK["same"]] > 0.3:
                            ids.extend(row[best][3])
                for target, found in zip(ours, facts(example.id, part.text, row, (own[0][i], own[1][i])), strict=True):
                    target |= found
                known = [(n[0], n[1], n[2], n[3]) for n in part.nodes][:NODES]
                for target, found in zip(given, facts(example.id, part.text, known, (right[0][i], right[1][i])), strict=True):
                    target |= found
                lax |= facts(example.id, part.text, known, (right[0][i], right[1][i]), 0.3)[0]
                for side, rows in ((0, row), (1, part.nodes)):
                    for n in rows:
                        key = (example.id, n[2], part.text[n[0] : n[1]])
                        where = "names" if n[2] < NAMES else "references" if n[2] < 2 * NAMES else "values"
                        spans[where][side].add(key if where == "names" else (part.id, *n[:3]))
        out: dict[str, Any] = {k: f1(*v) for k, v in spans.items()}
        for i, name in enumerate(("relations", "titles", "attributes", "events")):
            out[name], out[f"{name}, names given"] = f1(ours[i], gold[i]), f1(given[i], gold[i])
        out["relations at .3, names given"] = f1(lax, gold[0])
        out["by"] = {q: f1({k for k in given[0] if k[1] == q}, {k for k in gold[0] if k[1] == q})[0] for q in labels.PREDICATES}
        names = spans["names"]
        out["kinds"] = {t: f1(*({k for k in side if k[1] == i} for side in names))[0] for i, t in enumerate(labels.TYPES)}
        out["sizes"] = dict(Counter(k[1] for k in gold[0]))
        return out
