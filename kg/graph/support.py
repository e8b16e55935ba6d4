"""How well a statement is supported: by how many independent articles, and which others contradict it.

A *statement* is what claims of several articles agree on: subject, predicate, and object or value. Reprints and repeated captions
(kg.graph.reprints) count once. Nothing is decided: contradicting statements are listed side by side.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations, product

from kg.graph.meetings import CoAttendance, SameEvent, co_attendance, same_events
from kg.graph.reprints import groups
from kg.model import Claim, Corpus
from kg.values.dates import agree, iso
from kg.values.progress import NOT_YET
from kg.values.quantities import Quantity, read

ONE_VALUE = ("total_investment", "area", "floor_area", "capacity", "contract_amount")
"""Keys of which a thing has one value at all times; what has been spent, made or counted so far may differ from day to day."""
ONE_DAY = ("start", "completion")
ONE_HOLDER = (
    "董事长",
    "总经理",
    "省长",
    "市长",
    "县长",
    "区长",
    "镇长",
    "乡长",
    "市委书记",
    "县委书记",
    "区委书记",
    "党工委书记",
    "局长",
    "院长",
    "校长",
)
"""Titles that one person holds at a body at a time; deputies and former ones do not clash."""
NEGATION = re.compile(f"^(?:{NOT_YET})")
TOLERANCE = 0.05
VAGUE = 0.2


@dataclass(frozen=True, slots=True)
class Statement:
    """What several claims agree on: entity ids, predicate, printed value or title; ``object`` is None for an attribute."""

    subject: str
    predicate: str
    object: str | None
    value: str | None


@dataclass(frozen=True, slots=True)
class Support:
    """Who says a statement: its claims, their articles, how many of these are independent, and the claims that deny it."""

    statement: Statement
    claims: tuple[Claim, ...]
    articles: tuple[str, ...]
    independent: int
    denied_by: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Statements that cannot all hold, each with its support, and why: "value", "date", "state", "holder" or "denied"."""

    why: str
    subject: str
    predicate: str
    sides: tuple[Support, ...]


def statement(corpus: Corpus, claim: Claim) -> Statement:
    """Return what a claim says, by entities rather than by its article's mentions; a post keeps its title."""
    target = corpus.entity_of[claim.object] if claim.object else None
    value = claim.value or claim.qualifier("title") or claim.qualifier("honour")
    return Statement(corpus.entity_of[claim.subject], claim.predicate, target, value)


def support(corpus: Corpus) -> dict[Statement, Support]:
    """Return the support of every statement, in the order in which the corpus first says it.

    A statement that is only denied is not in it.
    """
    first = groups(r.article for r in corpus.readings)
    said: dict[Statement, list[Claim]] = defaultdict(list)
    denied: dict[Statement, list[Claim]] = defaultdict(list)
    for claim in corpus.claims():
        (denied if claim.status == "denied" else said)[statement(corpus, claim)].append(claim)
    return {known: supported(known, claims, denied.get(known, ()), first) for known, claims in said.items()}


def supported(known: Statement, claims: Iterable[Claim], denied: Iterable[Claim], first: Mapping[str, str]) -> Support:
    """Count the articles behind the claims of one statement; ``first`` maps an article to the one it reprints."""
    claims = tuple(claims)
    articles = tuple(dict.fromkeys(c.article for c in claims))
    return Support(known, claims, articles, len({first[a] for a in articles}), tuple(denied))


def contradictions(corpus: Corpus) -> tuple[Contradiction, ...]:
    """Return the statements that contradict each other, in the order of the corpus."""
    known = support(corpus)
    return (
        *unequal_values(known.values()),
        *unequal_days(corpus, known.values()),
        *unequal_states(corpus, known.values()),
        *two_holders(corpus, known.values()),
        *(Contradiction("denied", s.statement.subject, s.statement.predicate, (s,)) for s in known.values() if s.denied_by),
    )


def grouped(known: Iterable[Support], predicates: Iterable[str]) -> dict[tuple[str, str], list[Support]]:
    """Return the supports of each subject and predicate, those with more than one value only."""
    found: dict[tuple[str, str], list[Support]] = defaultdict(list)
    for one in known:
        if one.statement.predicate in predicates and one.statement.value:
            found[one.statement.subject, one.statement.predicate].append(one)
    return {key: sides for key, sides in found.items() if len(sides) > 1}


def unequal_values(known: Iterable[Support]) -> Iterable[Contradiction]:
    """Yield sums and sizes of one thing that differ by more than their printed precision: 总投资12亿元 against 15亿元."""
    for (subject, predicate), sides in grouped(known, ONE_VALUE).items():
        if any(differ(read(a.statement.value or ""), read(b.statement.value or "")) for a, b in combinations(sides, 2)):
            yield Contradiction("value", subject, predicate, tuple(sides))


def differ(left: Quantity | None, right: Quantity | None) -> bool:
    """Whether two quantities of one unit differ; 约, 余 and 多 allow more than a bare number, other units are not compared."""
    if left is None or right is None or left.base != right.base:
        return False
    allowed = VAGUE if left.approximate or right.approximate else TOLERANCE
    return bool(abs(left.number - right.number) > max(left.number, right.number) * type(left.number)(str(allowed)))


def unequal_days(corpus: Corpus, known: Iterable[Support]) -> Iterable[Contradiction]:
    """Yield starts and completions of one thing on days that cannot be one: 2021年3月开工 against 2022年9月."""
    articles = {r.article.id: r.article for r in corpus.readings}
    for (subject, predicate), sides in grouped(known, ONE_DAY).items():
        days = [{iso(c.value or "", articles[c.article].date, articles[c.article].page.date) for c in side.claims} for side in sides]
        if not all(agree(a, b) for a, b in across(days)):
            yield Contradiction("date", subject, predicate, tuple(sides))


def across(groups: Sequence[Iterable[str | None]]) -> Iterator[tuple[str | None, str | None]]:
    """Yield the pairs of dates whose two dates are of different groups."""
    for left, right in combinations(groups, 2):
        yield from product(left, right)


def unequal_states(corpus: Corpus, known: Iterable[Support]) -> Iterable[Contradiction]:
    """Yield what articles of one day say of a thing and deny of it: 尚未开工 against 开工; a later day may have changed it."""
    articles = {r.article.id: r.article for r in corpus.readings}
    for (subject, predicate), sides in grouped(known, ("status",)).items():
        for one, other in permutations(sides, 2):
            verb = NEGATION.sub("", one.statement.value or "")
            words = other.statement.value or ""
            if verb == one.statement.value or NEGATION.match(words) or not (verb in words or words in verb):
                continue
            if any(agree(articles[a].date, articles[b].date) for a in one.articles for b in other.articles):
                yield Contradiction("state", subject, predicate, (one, other))


def two_holders(corpus: Corpus, known: Iterable[Support]) -> Iterable[Contradiction]:
    """Yield posts of one holder that two people are said to hold by articles of one month; unknown years count as one."""
    articles = {r.article.id: r.article for r in corpus.readings}
    posts: dict[tuple[str, str], list[Support]] = defaultdict(list)
    for one in known:
        post = one.statement
        if is_single_post(post) and post.object and post.value and any(claim.status == "stated" for claim in one.claims):
            posts[post.object, post.value].append(one)
    for (body, _), sides in posts.items():
        months = [{(articles[c.article].date or "")[:-3] for c in side.claims} for side in sides]
        if len({side.statement.subject for side in sides}) > 1 and any(agree(a, b) for a, b in across(months)):
            yield Contradiction("holder", body, "holds_post", tuple(sides))


def is_single_post(said: Statement) -> bool:
    """Whether a statement gives somebody a post that one person holds at a time."""
    return said.predicate == "holds_post" and said.value in ONE_HOLDER


__all__ = [
    "CoAttendance",
    "Contradiction",
    "SameEvent",
    "Statement",
    "Support",
    "co_attendance",
    "contradictions",
    "same_events",
    "statement",
    "support",
]
