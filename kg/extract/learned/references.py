"""References that the network reads and the rules do not: 学校, 工程, 该项目, 市 in 市长, each linked to the name that it means."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from kg import ontology
from kg.extract.draft import Draft
from kg.extract.learned.nodes import is_reference
from kg.names.heads import is_head
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
    fresh = [
        s for s in map(partial(pointing, draft.text), sight.spans) if is_reference(s.kind) and s.probability >= READ and is_free(draft, s)
    ]
    if not fresh:
        return
    nodes = [*(Node(m.start, m.end, m.type) for m in names), *(Node(s.start, s.end, s.kind) for s in fresh)]
    links = sight.link(nodes)
    for number, span in enumerate(fresh, len(names)):
        chances = [(links.probability(number, i, "same"), i) for i, m in enumerate(names) if m.type == span.kind[1:]]
        chance, best = max(chances, default=(0.0, -1))
        if chance >= MEANT:
            draft.point(span.start, span.end, names[best], RULE, score=chance)


def pointing(text: str, span: ReadSpan) -> ReadSpan:
    """Return a span read as a name that is nothing but a noun (集团公司, 分局) as the reference that it is, any other as it is."""
    return replace(span, kind=f"~{span.kind}") if span.kind in ontology.organisations() and is_head(text[span.start : span.end]) else span


def is_free(draft: Draft, span: ReadSpan) -> bool:
    """Whether no mention overlaps a span, and none says the same right before it: 湘南县｜县｜长 points at nothing besides."""
    word = draft.text[span.start : span.end]
    return not any(
        (m.start < span.end and span.start < m.end) or (m.end == span.start and m.type == "place" and m.surface.endswith(word))
        for m in draft.mentions
    )
