"""What is taken of what a proposer says: facts whose quote the article prints and whose ends are names in it, and nothing else.

They are marked by their proposer (rule ``proposed:<name>``), have the confidence ``CAP`` whatever the proposer claims, and stand beside our
own: what we have read ourselves is left as it is. What is not taken is recorded with its reason (report.json).
"""

from __future__ import annotations

from collections.abc import Iterable

from kg import ontology
from kg.extract.draft import Draft
from kg.model import BREAK, Mention
from kg.proposers.proposer import Proposed, Proposer, Shown
from kg.text.plain import plain

CAP = 0.5
"""Confidence of a proposed fact: just enough to be shown, little enough to be asked about in the review."""
SHORTEST = 4
"""Code points of a quote at least; fewer say nothing."""
SHOWN = 60
"""Code points of a refused quote that are recorded."""


class Refused(Exception):
    """Why a proposed fact is not taken."""


def shown_of(draft: Draft) -> Shown:
    """Return what a proposer is shown of an article."""
    names = dict.fromkeys((mention.surface, mention.type) for mention in draft.mentions if mention.is_name)
    return Shown(draft.text, tuple(names))


def ask(draft: Draft, proposer: Proposer) -> None:
    """Have a proposer propose facts of an article and take those that its words bear out. Raises ProposerError."""
    for proposed in proposer.propose(shown_of(draft)):
        try:
            take(draft, proposed, f"proposed:{proposer.name}")
        except Refused as refused:
            draft.reject(
                "proposed fact", f"{proposed.subject} {proposed.predicate}: {proposed.quote}"[:SHOWN], f"{proposer.name}: {refused}"
            )


def take(draft: Draft, proposed: Proposed, rule: str) -> None:
    """Write a proposed fact. Raises Refused."""
    known = ontology.load()
    relation, attribute = known.predicates.get(proposed.predicate), known.attributes.get(proposed.predicate)
    if relation is None and attribute is None:
        raise Refused("the ontology has no such predicate")
    start, end = place_of(draft, proposed.quote)
    if relation is None:
        subject, target, value = named(draft, proposed.subject, start, end), None, printed(draft, proposed.value or "", start, end)
    else:
        subject, value = named(draft, proposed.subject, start, end, relation.domain), None
        target = named(draft, proposed.object or "", start, end, relation.range)
    if not is_held(start, end, subject, target):
        raise Refused("the quote holds neither name")
    if (proposed.predicate, subject_and_object(draft, subject, target), value) in ours(draft):
        raise Refused("our own readers state it already")
    keys = [key for key in (relation.qualifiers if relation else ()) if proposed.qualifiers.get(key)]
    qualifiers = {key: printed(draft, proposed.qualifiers[key], start, end) for key in keys}
    status = proposed.status if proposed.status in known.statuses else "stated"
    evidence = [(start, end)]
    draft.claim(subject, proposed.predicate, target, evidence, rule, value=value, qualifiers=qualifiers, confidence=CAP, status=status)


def is_held(start: int, end: int, *mentions: Mention | None) -> bool:
    """Whether one of these mentions lies in a range."""
    return any(start <= mention.start and mention.end <= end for mention in mentions if mention)


def place_of(draft: Draft, quote: str) -> tuple[int, int]:
    """Return where an article prints a quote (article offsets), whatever its white space. Raises Refused."""
    wanted = plain("".join(quote.split()))
    if len(wanted) < SHORTEST:
        raise Refused("the quote is too short to say anything")
    kept = [at for at, character in enumerate(draft.text) if character != BREAK]
    at = draft.text.replace(BREAK, "").find(wanted)
    if at < 0:
        raise Refused("the article does not print the quote")
    return kept[at], kept[at + len(wanted) - 1] + 1


def named(draft: Draft, name: str, start: int, end: int, types: Iterable[str] | None = None) -> Mention:
    """Return the mention of a name, in the quote if there is one, else anywhere in the article. Raises Refused."""
    wanted = plain("".join(name.split()))
    of_name = [m for m in draft.mentions if m.is_name and wanted and wanted in (m.surface, draft.name_of(m))]
    fitting = [m for m in of_name if types is None or m.type in types]
    if not fitting:
        raise Refused(f"{name or 'nothing'} is no name of the article" if not of_name else f"{name} is of no type that fits")
    return next((m for m in fitting if start <= m.start and m.end <= end), fitting[0])


def printed(draft: Draft, said: str, start: int, end: int) -> str:
    """Return a value as the quote prints it. Raises Refused if it does not."""
    wanted = plain("".join(str(said).split()))
    if not wanted or wanted not in draft.text[start:end].replace(BREAK, ""):
        raise Refused(f"the quote does not hold {said or 'a value'}")
    return wanted


def ours(draft: Draft) -> set[tuple[str, frozenset[str], str | None]]:
    """Return what the article's claims state already: predicate, names of the ends, value."""
    return {
        (c.predicate, subject_and_object(draft, draft.mention(c.subject), draft.mention(c.object) if c.object else None), c.value)
        for c in draft.claims
    }


def subject_and_object(draft: Draft, subject: Mention, target: Mention | None) -> frozenset[str]:
    """Return the names of both ends, in whichever direction."""
    return frozenset(draft.name_of(mention) for mention in (subject, target) if mention)
