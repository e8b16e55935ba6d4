"""Marked passages and gold articles as nodes and links, the form that the network learns from.

A node is a span of one kind (name, reference, printed value); a link is a labelled pair of nodes. Facts are said of things, links
of mentions: a fact's link joins the two mentions that stand nearest, and what other mentions of the two things say is left open.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus import marked
from kg.reader import labels

KIND = {kind: i for i, kind in enumerate(labels.KINDS)}
LINK = {label: i for i, label in enumerate(labels.LINKS)}
STOP = re.compile(r"[。！？；\n]")


@dataclass
class Fact:
    """A relation, attribute or event of a passage, and the range of its text that says it (all of it where unknown)."""

    kind: str
    ends: tuple[str, ...]
    more: dict[str, Any]
    where: tuple[int, int] = (0, 1 << 30)


@dataclass
class Example:
    """One text with its nodes and links; offsets are code points, half-open."""

    id: str
    text: str
    nodes: list[list[Any]] = field(default_factory=list)  # [start, end, kind index, [ids], layer]
    links: list[tuple[int, int, int]] = field(default_factory=list)
    open: list[tuple[int, int, int]] = field(default_factory=list)  # links that may or may not be read there
    status: list[tuple[int, int, int]] = field(default_factory=list)
    roles: list[tuple[int, int, int]] = field(default_factory=list)
    events: list[tuple[int, int, int, int]] = field(default_factory=list)  # (node, role, kind, planned)
    events_open: list[int] = field(default_factory=list)
    gold: dict[str, list[Any]] = field(default_factory=dict)  # facts by thing, for measuring


class Builder:
    """Turns one text, its mentions and its facts into an example."""

    def __init__(self, ident: str, text: str, mentions: Iterable[tuple[int, int, tuple[str, ...], str]], kinds: dict[str, str]) -> None:
        self.example = Example(ident, text)
        self.of: dict[str, list[int]] = {}
        self.values: dict[tuple[int, int], int] = {}
        self.squeezed = [i for i, c in enumerate(text) if not c.isspace()]
        self.plain = "".join(text[i] for i in self.squeezed)
        self.stops = [m.start() for m in STOP.finditer(text)]
        names = sorted({m for m in mentions if m[2][0] in kinds}, key=lambda m: (m[0] - m[1], m[0]))
        outer: list[tuple[int, int]] = []
        for start, end, ids, how in names:
            inside = any(a <= start and end <= b for a, b in outer)
            crossing = any(a < end and start < b for a, b in outer) and not inside
            if crossing or (inside and how != "name"):
                continue
            if inside and any(n[0] <= start and end <= n[1] and n[4] == 1 for n in self.example.nodes):
                continue
            kind = kinds[ids[0]]
            node = [start, end, KIND[kind if how == "name" else f"~{kind}"], list(ids), 1 if inside else 0]
            if not inside:
                outer.append((start, end))
            self.example.nodes.append(node)
        self.example.nodes.sort(key=lambda n: (n[0], -n[1]))
        for i, node in enumerate(self.example.nodes):
            for ident in node[3]:
                self.of.setdefault(ident, []).append(i)

    def gap(self, a: int, b: int) -> int:
        """Characters between two nodes; every stop between them counts as sixty more."""
        first, second = sorted((self.example.nodes[a], self.example.nodes[b]))
        stops = sum(first[1] <= s < second[0] for s in self.stops)
        return max(0, second[0] - first[1]) + 60 * stops

    def inside(self, ids: list[int], where: tuple[int, int]) -> list[int]:
        found = [i for i in ids if where[0] <= self.example.nodes[i][0] and self.example.nodes[i][1] <= where[1]]
        return found or ids

    def nearest(self, left: list[int], right: list[int]) -> tuple[int, int] | None:
        pairs = [(self.gap(a, b), a, b) for a in left for b in right if a != b]
        return min(pairs)[1:] if pairs else None

    def link(self, left: list[int], right: list[int], label: str, where: tuple[int, int] = (0, 1 << 30)) -> tuple[int, int] | None:
        """Add the nearest link of two things, leave the others open, and return it."""
        best = self.nearest(self.inside(left, where), self.inside(right, where))
        if best is None:
            return None
        code = LINK[label]
        self.example.links.append((*best, code))
        self.example.open += [(a, b, code) for a in left for b in right if a != b and (a, b) != best]
        return best

    def value(self, printed: str, kind: str, near: list[int], where: tuple[int, int] = (0, 1 << 30)) -> int | None:
        """Return the node of a printed value, the occurrence nearest to one of ``near``."""
        wanted = re.sub(r"\s+", "", printed)
        spans = []
        at = self.plain.find(wanted) if wanted else -1
        while at >= 0:
            spans.append((self.squeezed[at], self.squeezed[at + len(wanted) - 1] + 1))
            at = self.plain.find(wanted, at + 1)
        spans = [s for s in spans if where[0] <= s[0] and s[1] <= where[1]] or spans
        if not spans or not near:
            return None

        def distance(span: tuple[int, int]) -> tuple[int, int]:
            best = 1 << 30
            for i in near:
                node = self.example.nodes[i]
                low, high = min(node[1], span[1]), max(node[0], span[0])
                best = min(best, max(0, high - low) + 60 * sum(low <= s < high for s in self.stops))
            return best, span[0]

        span = min(spans, key=distance)
        if span not in self.values:
            if any(a < span[1] and span[0] < b for a, b in self.values):
                return None
            self.values[span] = len(self.example.nodes)
            self.example.nodes.append([*span, KIND[kind], [], 2])
        return self.values[span]

    def relation(self, fact: Fact) -> None:
        subject, predicate, target = fact.ends
        left, right, more = self.of.get(subject, []), self.of.get(target, []), fact.more
        if not left:
            return
        if not right:
            if more.get("honour"):
                node = self.value(more["honour"], "honour", left, fact.where)
                if node is not None:
                    self.link([node], left, "honoured", fact.where)
            return
        pair = self.link(left, right, predicate, fact.where)
        if pair is None:
            return
        if predicate == "cooperates_with":
            self.link(right, left, predicate, fact.where)
        pairs = [pair, pair[::-1]] if predicate == "cooperates_with" else [pair]
        status = labels.STATUS.index(more.get("status") or "stated")
        self.example.status += [(*p, status) for p in pairs]
        if predicate == "undertakes":
            role = more.get("role") or "none"
            self.example.roles.append((*pair, labels.ROLES.index(role) if role in labels.ROLES else 0))
        for key, kind in labels.VALUE_OF_QUALIFIER.items():
            if not more.get(key):
                continue
            node = self.value(more[key], kind, [pair[0]] if key == "title" else list(pair), fact.where)
            if node is None:
                continue
            first, second = ("title_of", "title_at") if key == "title" else ("of_subject", "of_object")
            self.link([node], left, first, fact.where)
            self.link([node], right, second, fact.where)

    def attribute(self, fact: Fact) -> None:
        owner, key = fact.ends
        near = self.inside(self.of.get(owner, []), fact.where)
        node = self.value(fact.more["value"], labels.VALUE_OF_KEY[key], near, fact.where) if near else None
        if node is not None:
            self.link([node], self.of[owner], key, fact.where)

    def event(self, fact: Fact) -> None:
        who: dict[str, list[str]] = {}
        for role, ident in fact.more["roles"]:
            if ident in self.of:
                who.setdefault(ident, []).append(role)
        if not who:
            return
        starts = sorted(self.example.nodes[self.inside(self.of[ident], fact.where)[0]][0] for ident in who)
        centre = starts[len(starts) // 2]
        chosen: dict[str, int] = {}
        for ident in who:
            near = self.inside(self.of[ident], fact.where)
            chosen[ident] = min(near, key=lambda i: (abs(self.example.nodes[i][0] - centre) + 20 * self.is_reference(i), i))
        kind, planned = labels.EVENT_KINDS.index(fact.ends[0]), int(fact.more.get("status") == "planned")
        for ident, roles in who.items():
            for role in roles:
                self.example.events.append((chosen[ident], labels.EVENT_ROLES.index(role), kind, planned))
            self.example.events_open += [i for i in self.of[ident] if i != chosen[ident]]
        members = sorted(set(chosen.values()))
        code = LINK["event"]
        self.example.links += [(a, b, code) for a in members for b in members if a != b]
        others = {i for ident in who for i in self.of[ident]}
        self.example.open += [(a, b, code) for a in others for b in others if a != b and not (a in members and b in members)]
        for printed in date_forms(str(fact.more.get("date") or "")):
            node = self.value(printed, "time", members, fact.where)
            if node is not None:
                self.example.links += [(node, member, LINK["event_date"]) for member in members]
                break

    def is_reference(self, node: int) -> bool:
        return labels.KINDS[self.example.nodes[node][2]].startswith("~")

    def references(self) -> None:
        """Link every reference to the nearest name before it that means the same, or after it where none is before."""
        nodes = self.example.nodes
        for i, node in enumerate(list(nodes)):
            if not self.is_reference(i):
                continue
            for ident in node[3]:
                names = [j for j in self.of[ident] if j != i and not self.is_reference(j)]
                before = [j for j in names if nodes[j][0] < node[0]]
                if names:
                    best = max(before) if before else min(names)
                    self.example.links.append((i, best, LINK["same"]))
                    self.example.open += [(i, j, LINK["same"]) for j in self.of[ident] if j not in (i, best)]

    def build(self, facts: list[Fact]) -> Example:
        for fact in facts:
            {3: self.relation, 2: self.attribute, 1: self.event}[len(fact.ends)](fact)
        self.references()
        taken = set(self.example.links)
        self.example.open = sorted(set(self.example.open) - taken)
        self.example.links = sorted(taken)
        return self.example


def date_forms(date: str) -> list[str]:
    """Return the ways in which a paper prints a date that the corpus writes as MM-DD, YYYY-MM-DD or as printed."""
    found = re.fullmatch(r"(?:(\d{4})-)?(\d{2})-(\d{2})", date)
    if not found:
        return [date] if date else []
    month, day = int(found[2]), int(found[3])
    year = [f"{found[1]}年{month}月{day}日"] if found[1] else []
    return [*year, f"{month}月{day}日", f"{month:02d}月{day:02d}日", f"{day}日"]


def from_passages(paths: Iterable[Path]) -> Iterator[Example]:
    """Yield the passages of marked files as examples."""
    for path in paths:
        for passage in marked.read(path):
            kinds = {ident: marked.TYPES[ident[0]] for _, _, ids, _ in passage.mentions for ident in ids}
            facts = [Fact("relation", (s, p, o), dict(more)) for s, p, o, more in passage.relations]
            facts += [Fact("attribute", (of, key), {"value": value}) for of, key, value in passage.attributes]
            facts += [Fact("event", (kind,), {"roles": roles, **more}) for kind, roles, more in passage.events]
            mentions = [(s, e, tuple(ids), how) for s, e, ids, how in passage.mentions]
            example = Builder(passage.id, passage.text.rstrip("\n"), mentions, kinds).build(facts)
            example.gold = {
                "relations": [[s, p, o, m] for s, p, o, m in passage.relations],
                "events": [[kind, roles, m] for kind, roles, m in passage.events],
                "attributes": [list(a) for a in passage.attributes],
            }
            yield example


def squeeze(text: str | None) -> str:
    return re.sub(r"\s+", "", text or "")


def find_range(text: str, evidence: str) -> tuple[int, int]:
    """Return the range of a text that an evidence string (parts joined by …) covers, or all of it."""
    parts = [p for p in squeeze(evidence).split("…") if p]
    at = [text.find(p) for p in parts]
    if not parts or min(at) < 0:
        return 0, 1 << 30
    return min(at), max(a + len(p) for a, p in zip(at, parts, strict=True))


def from_article(ident: str, text: str, article: dict[str, Any]) -> Example:
    """Return a gold article over its text (white space only between paragraphs) as an example."""
    mentions: list[tuple[int, int, tuple[str, ...], str]] = []
    kinds = {e["id"]: e["type"] for e in article["entities"]}
    taken: dict[tuple[int, int, str], list[str]] = {}
    for entity in article["entities"]:
        for how, surfaces in (("name", entity["surfaces"]), ("anaphor", entity.get("anaphors", []))):
            for surface in map(squeeze, surfaces):
                at = text.find(surface)
                while surface and at >= 0:
                    taken.setdefault((at, at + len(surface), how), []).append(entity["id"])
                    at = text.find(surface, at + 1)
    mentions = [(s, e, tuple(ids), how) for (s, e, how), ids in taken.items()]
    facts = []
    for r in article["relations"]:
        where = find_range(text, r.get("evidence", ""))
        facts.append(Fact("relation", (r["s"], r["p"], r.get("o") or "-"), dict(r.get("qualifiers") or {}), where))
    for a in article["attributes"]:
        facts.append(Fact("attribute", (a["of"], a["key"]), {"value": a["value"]}, find_range(text, a.get("evidence", ""))))
    for e in article["events"]:
        more = {"roles": [(r["role"], r["who"]) for r in e["roles"]], "date": e.get("date")}
        facts.append(Fact("event", (e["kind"],), more, find_range(text, e.get("evidence", ""))))
    example = Builder(ident, text, mentions, kinds).build(facts)
    example.gold = {
        "relations": [[r["s"], r["p"], r.get("o") or "-", r.get("qualifiers") or {}] for r in article["relations"]],
        "events": [[e["kind"], [[r["role"], r["who"]] for r in e["roles"]], {}] for e in article["events"]],
        "attributes": [[a["of"], a["key"], a["value"]] for a in article["attributes"]],
    }
    return example


def text_of(article: dict[str, Any], texts: list[str]) -> str | None:
    """Return the text that an article's annotation is of: it holds the first words, and more of the names than any other that does.

    Openings are alike (本报讯（记者…）), so that the first words alone do not tell the articles of one reporter apart.
    """
    start, end = squeeze(article["body_start"]), squeeze(article["body_end"])
    surfaces = [squeeze(s) for e in article["entities"] for s in e["surfaces"]]
    found = [t for t in texts if start[:12] in squeeze(t)]
    return max(found, key=lambda t: (end[-12:] in squeeze(t), sum(s in t for s in surfaces)), default=None)


def from_seeds(gold: Path, seeds: Path) -> Iterator[Example]:
    """Yield the articles of gold pages as kg itself reads them from the printed pages."""
    from kg.text.articles import read_page
    from kg.text.input.pages import load

    for path in sorted(gold.glob("*.json")):
        page = json.loads(path.read_text(encoding="utf-8"))
        texts = [article.text for article in read_page(load(seeds / f"{path.stem}.txt")[0]).articles]
        for article in page["articles"]:
            text = text_of(article, texts)
            if text is not None:
                yield from_article(f"{path.stem}/{article['id']}", text, article)


def from_gold(gold: Path, plain: Path) -> Iterator[Example]:
    """Yield the articles of gold pages whose plain text is kept."""
    for path in sorted(gold.glob("*.json")):
        page = json.loads(path.read_text(encoding="utf-8"))
        texts = json.loads((plain / path.name).read_text(encoding="utf-8"))
        bodies = ["\n".join(squeeze(p) for p in printed["body"]) for printed in texts["articles"]]
        for article in page["articles"]:
            text = text_of(article, bodies)
            if text is None:
                raise SystemExit(f"{path}: {article['id']}: no plain article begins with {article['body_start']}")
            yield from_article(f"{path.stem}/{article['id']}", text, article)
