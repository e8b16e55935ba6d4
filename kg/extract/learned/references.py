"""References that the network reads and the rules do not: 学校, 工程, 该项目, 市 in 市长, each linked to the name that it means."""

from __future__ import annotations

from kg.extract.draft import Draft
from kg.extract.learned.nodes import is_reference
from kg.reading import Node, ReadSpan

RULE = "learned:references@1"
READ, MEANT = 0.35, 0.4
"""Least probability of a reference, and of what it means: the links of a node that is none are improbable themselves (docs/reader.md)."""


def find_references(draft: Draft) -> None:
    """Put the references of one article into its draft; one whose antecedent is unsure is left out."""
    sight = draft.sight
    if sight is None:
        return
    names = [m for m in draft.mentions if m.kind in ("name", "shared")]
    fresh = [s for s in sight.spans if is_reference(s.kind) and s.probability >= READ and is_free(draft, s)]
    if not fresh:
        return
    nodes = [*(Node(m.start, m.end, m.type) for m in names), *(Node(s.start, s.end, s.kind) for s in fresh)]
    links = sight.link(nodes)
    for number, span in enumerate(fresh, len(names)):
        chances = [(links.probability(number, i, "same"), i) for i, m in enumerate(names) if m.type == span.kind[1:]]
        chance, best = max(chances, default=(0.0, -1))
        if chance >= MEANT:
            draft.point(span.start, span.end, names[best], RULE, score=chance)


def is_free(draft: Draft, span: ReadSpan) -> bool:
    """Whether no mention overlaps a span."""
    return not any(m.start < span.end and span.start < m.end for m in draft.mentions)
