"""How well a statement is supported: by how many articles, how many of them independent, and which claims deny it.

A *statement* is what claims of several articles agree on: subject, predicate, object or value, and the counted set that a sum is of.
Nothing is decided: statements that contradict each other (kg.graph.accounts.contradictions) stand side by side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.graph.accounts.issues import Sources, sources
from kg.graph.accounts.reprints import groups
from kg.model import Article, Claim, Corpus


@dataclass(frozen=True, slots=True)
class Statement:
    """What several claims agree on: entity ids, predicate, printed value or title; ``object`` is None for an attribute.

    ``counted`` is the set that a sum is of, as printed (17个专项债项目), None where it is of the subject itself.
    """

    subject: str
    predicate: str
    object: str | None
    value: str | None
    counted: str | None = None


@dataclass(frozen=True, slots=True)
class Support:
    """Who says a statement: its claims, the ids of their articles, how many of these count, and the claims that deny it."""

    statement: Statement
    claims: tuple[Claim, ...]
    articles: tuple[str, ...]
    sources: Sources
    denied_by: tuple[Claim, ...] = ()


def statement(corpus: Corpus, claim: Claim) -> Statement:
    """Return what a claim says, by entities rather than by its article's mentions; a post keeps its title."""
    target = corpus.entity_of[claim.object] if claim.object else None
    value = claim.value or claim.qualifier("title") or claim.qualifier("honour")
    return Statement(corpus.entity_of[claim.subject], claim.predicate, target, value, claim.qualifier("counted"))


def support(corpus: Corpus, first: Mapping[str, str] | None = None) -> dict[Statement, Support]:
    """Return the support of every statement, in the order in which the corpus first says it.

    A statement that is only denied is not in it. ``first`` maps an article to the one that it reprints, if that is at hand.
    """
    known = {r.article.id: r.article for r in corpus.readings}
    first = groups(known.values()) if first is None else first
    said: dict[Statement, list[Claim]] = defaultdict(list)
    denied: dict[Statement, list[Claim]] = defaultdict(list)
    for claim in corpus.claims():
        (denied if claim.status == "denied" else said)[statement(corpus, claim)].append(claim)
    return {one: supported(one, claims, denied.get(one, ()), known, first) for one, claims in said.items()}


def supported(
    one: Statement, claims: Iterable[Claim], denied: Iterable[Claim], known: Mapping[str, Article], first: Mapping[str, str]
) -> Support:
    """Count the articles behind the claims of one statement; ``first`` maps an article to the one it reprints."""
    claims = tuple(claims)
    articles = tuple(dict.fromkeys(c.article for c in claims))
    return Support(one, claims, articles, sources((known[a] for a in articles), first), tuple(denied))
