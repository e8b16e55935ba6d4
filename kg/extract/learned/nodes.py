"""The mentions of an article and the values that it prints, as nodes whose links the network scores."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from kg import ontology
from kg.extract.draft import Draft
from kg.model import Mention
from kg.reading import Node, NodeLinks, Sight

VERSION = "1"
"""Of the heads, as it stands in the rule names of what they propose."""
SURE = 0.6
VALUE_READ = 0.3
"""Least probability of a printed value: whether it is one of a fact its links tell, for the network has been shown values without any."""
QUALIFYING = ("title", "what", "honour")
"""Values that are part of a relation, of which the network has been shown right ones alone."""


def is_reference(kind: str) -> bool:
    """Whether a kind of the reader is an anaphor's or an implying word's."""
    return kind.startswith("~")


@dataclass
class Linked:
    """One article's nodes with their links; ``mentions[i]`` are those of node ``i``, none for a printed value."""

    draft: Draft
    nodes: list[Node]
    mentions: list[list[Mention]]
    links: NodeLinks
    sight: Sight

    @cached_property
    def ordered(self) -> list[tuple[tuple[int, int], Mapping[str, float]]]:
        """The labels of each pair of nodes, in order; every label asks for them."""
        return sorted(self.links.pairs.items())

    def pairs(self, label: str, sure: float = SURE) -> Iterator[tuple[int, int, float]]:
        """Yield the nodes (left, right) that a label joins at least this probably, in order."""
        for (i, j), held in self.ordered:
            if held.get(label, 0.0) >= sure:
                yield i, j, held[label]

    def text(self, node: int) -> str:
        """Return the characters of a node."""
        return self.draft.text[self.nodes[node].start : self.nodes[node].end]

    def span(self, node: int) -> tuple[int, int]:
        """Return the article range of a node."""
        return self.nodes[node].start, self.nodes[node].end

    @cached_property
    def by_mention(self) -> dict[str, int]:
        """The node of each mention's id."""
        return {m.id: i for i, found in enumerate(self.mentions) for m in found}

    def evidence(self, *nodes: int) -> list[tuple[int, int]]:
        """Return the ranges that say a fact of these nodes: in each sentence, the clauses from the first node to the last."""
        found: list[tuple[int, int]] = []
        for sentence in self.draft.sentences:
            inside = [self.span(n) for n in nodes if sentence.start <= self.nodes[n].start < sentence.end]
            if inside:
                first, last = min(s for s, _ in inside), max(e for _, e in inside)
                clauses = [c for c in self.draft.clauses(sentence) if c.end > first and c.start < last]
                start = min([c.start for c in clauses], default=first)
                end = max([c.end for c in clauses], default=last)
                found.append((min(start, first), max(last, start + len(self.draft.text[start:end].rstrip("，,：:；;。\n")))))
        return found


def read_nodes(draft: Draft, sight: Sight) -> Linked:
    """Return the nodes of an article: its mentions (several of one span are one node) and the values that the network reads."""
    spans: dict[tuple[int, int, str], list[Mention]] = {}
    for mention in draft.mentions:
        kind = mention.type if mention.kind in ("name", "shared") else f"~{mention.type}"
        spans.setdefault((mention.start, mention.end, kind), []).append(mention)
    types = ontology.load().types
    for span in sight.spans:
        least = SURE if span.kind in QUALIFYING else VALUE_READ
        if span.kind not in types and not is_reference(span.kind) and span.probability >= least:
            spans.setdefault((span.start, span.end, span.kind), [])
    ordered = sorted(spans)
    nodes = [Node(*key) for key in ordered]
    return Linked(draft, nodes, [spans[key] for key in ordered], sight.link(nodes), sight)
