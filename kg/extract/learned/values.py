"""Printed values and whose they are as the network reads them, beside those of the rules."""

from __future__ import annotations

from collections.abc import Sequence

from kg import ontology
from kg.extract.attributes.barred import barred, is_count_of_works
from kg.extract.draft import Draft
from kg.extract.learned.nodes import VERSION, Linked
from kg.model import Claim

ATTRIBUTES = f"learned:attributes@{VERSION}"
VALUE, HARDLY = 0.4, 0.05
"""Least probability of an attribute, and of one that is looked at at all."""
NUMERALS = frozenset("0123456789.,零一二三四五六七八九十百千万亿")


def is_within(one: str, other: str) -> bool:
    """Whether one of two printed values holds the other whole: 800亩 and 约800亩 are one, 2亿元 and 12亿元 are not."""
    short, long = sorted((one, other), key=len)
    at = long.find(short)
    return at == 0 or (at > 0 and long[at - 1] not in NUMERALS)


def disown(linked: Linked) -> None:
    """Reject the values of the rules that the network gives to another owner, and hardly to theirs."""
    draft, kept = linked.draft, []
    seen = owners(linked)
    for claim in draft.claims:
        reason = why_disowned(draft, claim, seen.get(claim.predicate, ())) if claim.object is None and claim.value else ""
        if reason:
            draft.reject(claim.predicate, claim.value or "", f"{claim.rule}: {reason}", draft.mention(claim.subject).start)
        else:
            kept.append(claim)
    draft.claims[:] = kept


Owned = tuple[str, float, frozenset[str]]
"""A printed value, how probable it is that it is one of an owner, and the owner's names."""


def owners(linked: Linked) -> dict[str, list[Owned]]:
    """Return by key whom the network may give each printed value."""
    return {
        key: [
            (linked.text(value), chance, frozenset(linked.draft.name_of(m) for m in linked.mentions[owner]))
            for value, owner, chance in linked.pairs(key, HARDLY)
        ]
        for key in ontology.load().attributes
    }


def why_disowned(draft: Draft, claim: Claim, seen: Sequence[Owned]) -> str:
    """Return why a value of the rules is not their owner's by what the network has seen of its key, "" if it may be."""
    own = draft.name_of(draft.mention(claim.subject))
    rows = [(chance, names) for value, chance, names in seen if is_within(value, claim.value or "")]
    surest = max((chance for chance, _ in rows), default=0.0)
    if surest >= VALUE and max((chance for chance, names in rows if own in names), default=0.0) < surest / 2:
        return "the network sees another owner"
    return ""


def find_attributes(linked: Linked) -> None:
    """Write the printed values with their owners: one owner for each key of a value, none where the rules have found it."""
    ruled = [claim for claim in linked.draft.claims if claim.object is None]
    for key in ontology.load().attributes:
        best: dict[int, tuple[float, int]] = {}
        for value, owner, chance in linked.pairs(key, VALUE):
            if linked.mentions[owner] and not any(claim.predicate == key and is_same_value(linked, value, claim) for claim in ruled):
                best[value] = max(best.get(value, (0.0, -1)), (chance, -owner))
        for value, (chance, owner) in sorted(best.items()):
            reason = barred(linked.draft, *linked.span(value), key)
            if reason:
                linked.draft.reject(key, linked.text(value), reason, linked.nodes[value].start)
                continue
            works = key == "members" and is_count_of_works(linked.draft.text, *linked.span(value))
            for mention in linked.mentions[-owner]:
                if works and mention.type != "programme":
                    linked.draft.reject(key, linked.text(value), "a count of works", linked.nodes[value].start)
                    continue
                where = linked.evidence(value, -owner)
                linked.draft.claim(mention, key, None, where, ATTRIBUTES, value=linked.text(value), confidence=chance)


def is_same_value(linked: Linked, value: int, claim: Claim) -> bool:
    """Whether a claim's value is the one printed at a node: one within the other, in the words that say so."""
    at = linked.draft.article.offsets[linked.span(value)[0]]
    return is_within(linked.text(value), claim.value or "") and any(span.start <= at < span.end for span in claim.evidence.spans)
