"""What the program is least sure of, as questions with quotes, and the decision that each answer makes.

Joins whose findings add up to little more than enough, refusals that lacked little, names whose finder gave a low score, facts and
events: the most doubtful and the most consequential first, money and posts before all others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg import ontology
from kg.lexicon.messages import worded
from kg.model import Corpus, Join, Mention, Span
from kg.names.anatomy import plain
from kg.resolve.compare import DOUBT, JOIN
from kg.resolve.decide import FACTS, Decision, Decisions, Target
from kg.resolve.explain import Quotes

UNSURE_NAME = 0.5
"""Names whose finder gave this score or less are asked about."""
NEAR = 0.3
"""Refusals within this distance of a join are asked about."""
JOINED, APART = "Are {} and {} one? They are joined.", "Are {} and {} one? They are kept apart."
"""Questions of the catalogue of messages about two names."""
QUOTED = 30
"""Characters of an event's quote that say which event a decision is about."""
UNSURE_FACT = 0.85
"""Facts of a lower confidence are asked about."""
WEIGHTY = ("holds_post", "invests_in", "total_investment", "completed_investment", "contract_amount", "funding", "oversees", "part_of")
"""Predicates on which most depends: a wrong one is asked about as if it were twice as doubtful."""
SUM = re.compile(r"= (-?\d+\.\d+)$")


@dataclass(frozen=True, slots=True)
class Question:
    """One question, in English and in Chinese: ``yes`` and ``no`` are the decisions that an answer makes; ``doubt`` in 0…1, highest first.

    ``stands`` says for each of ``quotes`` where what it is about stands: the id of the page, and its spans there.
    """

    text: str
    text_zh: str
    reason: str
    quotes: tuple[str, ...]
    doubt: float
    yes: Decision
    no: Decision
    stands: tuple[tuple[str, tuple[Span, ...]], ...] = ()


def questions(corpus: Corpus, decided: Decisions | None = None) -> list[Question]:
    """Return the open questions of a corpus, least sure first; what ``decided`` already answers is left out."""
    return unanswered(doubts(corpus), decided or Decisions())


def doubts(corpus: Corpus) -> list[Question]:
    """Return all that can be asked about a corpus, whatever is decided, in no order that means anything."""
    quotes = Quotes(corpus)
    return [
        *joined(corpus, quotes),
        *refused(corpus, quotes),
        *run_on(corpus, quotes),
        *unsure_names(corpus, quotes),
        *unsure_facts(corpus),
        *unsure_events(corpus),
    ]


def unanswered(asked: Iterable[Question], decided: Decisions) -> list[Question]:
    """Return the questions that no decision answers, each text once, least sure first."""
    answered = {plain_decision(decision) for decision in decided.items}
    open_ = [q for q in asked if not answered or (plain_decision(q.yes) not in answered and plain_decision(q.no) not in answered)]
    return sorted({q.text: q for q in sorted(open_, key=lambda q: q.doubt)}.values(), key=lambda q: (-q.doubt, q.text))


def plain_decision(decision: Decision) -> tuple[str, frozenset[Target], str, str]:
    """Return what a decision decides, whoever made it when; the answers to one question about a fact are alike."""
    kind = "fact" if decision.kind in FACTS else decision.kind
    return kind, frozenset(decision.targets), decision.predicate, decision.value


def score_of(join: Join) -> float | None:
    """Return the sum that a join's or refusal's reason ends with, None if it was not weighed."""
    found = SUM.search(join.reason)
    return float(found[1]) if found else None


def joined(corpus: Corpus, quotes: Quotes) -> Iterator[Question]:
    """Yield a question for each join that just sufficed."""
    for entity in corpus.entities:
        for join in entity.joins:
            score = score_of(join)
            if score is not None and score < JOIN + DOUBT:
                yield pair_question(join, quotes, JOINED, 1.0 - (score - JOIN) / DOUBT / 2)


def refused(corpus: Corpus, quotes: Quotes) -> Iterator[Question]:
    """Yield a question for each refusal that lacked little."""
    for join in corpus.refusals:
        score = score_of(join)
        if score is not None and score >= JOIN - NEAR:
            yield pair_question(join, quotes, APART, 1.0 - (JOIN - score) / NEAR / 2)


def run_on(corpus: Corpus, quotes: Quotes) -> Iterator[Question]:
    """Yield a question for each two people of whom one's name is the other's and a character more: 吕沛, 吕沛实."""
    people = {entity.name: entity for entity in corpus.entities if entity.type == "person"}
    for name, longer in sorted(people.items()):
        shorter = people.get(name[:-1])
        if shorter and len(name) > 2:
            yield pair_question(Join(shorter.mentions[0], longer.mentions[0], False, "one name begins the other"), quotes, APART, 0.9)


def pair_question(join: Join, quotes: Quotes, entry: str, doubt: float) -> Question:
    """Ask whether two mentions mean one thing."""
    left, right = quotes.mentions[join.left], quotes.mentions[join.right]
    targets = (target(left, quotes, same_as=right), target(right, quotes, same_as=left))
    return Question(
        *worded(entry, *((str(one), meant(one)) for one in targets)),
        join.reason,
        (quotes.quote(join.left), quotes.quote(join.right)),
        round(doubt, 3),
        Decision("merge", targets),
        Decision("split", targets),
        (stands(left, quotes), stands(right, quotes)),
    )


def stands(mention: Mention, quotes: Quotes) -> tuple[str, tuple[Span, ...]]:
    """Return the id of the page that prints a name, and where."""
    article = quotes.articles[mention.article]
    return article.page.id, article.page_spans(mention.start, mention.end)


def target(mention: Mention, quotes: Quotes, *, same_as: Mention | None = None) -> Target:
    """Point at a mention's name; by page too if the other name is the same."""
    page = quotes.articles[mention.article].page.name
    alike = same_as is not None and plain(same_as.surface) == plain(mention.surface)
    return Target(mention.surface, mention.type, None, page if alike else None)


def unsure_names(corpus: Corpus, quotes: Quotes) -> Iterator[Question]:
    """Yield a question for each printed name whose finder was unsure everywhere."""
    best: dict[tuple[str, str], Mention] = {}
    for mention in corpus.mentions():
        if mention.is_name and mention.id in corpus.entity_of:
            known = best.get((mention.surface, mention.type))
            if known is None or mention.score > known.score:
                best[mention.surface, mention.type] = mention
    for (surface, type_), mention in sorted(best.items()):
        if mention.score <= UNSURE_NAME:
            at = (Target(surface, type_),)
            yield Question(
                *worded("Is {} the name of a {}?", (surface, surface), (type_, ontology.load().types[type_].label_zh)),
                f"found by {mention.rule} with score {mention.score:.2f}",
                (quotes.quote(mention.id),),
                round(1.0 - mention.score, 3),
                Decision("retype", at, type_),
                Decision("reject", at),
                (stands(mention, quotes),),
            )


def unsure_facts(corpus: Corpus) -> Iterator[Question]:
    """Yield a question for each fact of low confidence: right or wrong, and whose it is if it is another's."""
    names = {entity.id: entity.name for entity in corpus.entities}
    articles = {reading.article.id: reading.article for reading in corpus.readings}
    for claim in corpus.claims():
        if claim.confidence < UNSURE_FACT:
            subject = names[corpus.entity_of[claim.subject]]
            target = names[corpus.entity_of[claim.object]] if claim.object else ""
            value = claim.value or claim.qualifier("title") or claim.qualifier("honour") or target
            at = (Target(subject),)
            weight = 1.0 if claim.predicate in WEIGHTY else 0.5
            article = articles[claim.article]
            other = target if target != value else ""
            asked = spaced(subject, claim.predicate, value, other), spaced(subject, label(claim.predicate), other, value)
            yield Question(
                *worded("Is it right: {}?", asked),
                f"found by {claim.rule} with confidence {claim.confidence:.2f}",
                (f"«{claim.evidence.quote}» {article.page.name}, article {article.number + 1}",),
                round(weight * (1.0 - claim.confidence), 3),
                Decision("right", at, predicate=claim.predicate, value=value),
                Decision("wrong", at, predicate=claim.predicate, value=value),
                ((claim.evidence.page, claim.evidence.spans),),
            )


def unsure_events(corpus: Corpus) -> Iterator[Question]:
    """Yield a question for each event of low confidence: whether it happened, so and with these who take part."""
    names = {entity.id: entity.name for entity in corpus.entities}
    articles = {reading.article.id: reading.article for reading in corpus.readings}
    for event in corpus.events():
        taking = [(names[corpus.entity_of[role.who]], role.role) for role in event.roles if role.who in corpus.entity_of]
        if event.confidence < UNSURE_FACT and taking:
            said = ", ".join(f"{name} ({role})" for name, role in dict.fromkeys(taking))
            said_zh = "、".join(f"{name}（{label(role)}）" for name, role in dict.fromkeys(taking))
            both = (spaced(event.kind, event.date, said), spaced(label(event.kind), event.date, said_zh))
            article = articles[event.article]
            words = event.evidence.quote[:QUOTED]
            at = (Target(taking[0][0]),)
            yield Question(
                *worded("Did it happen: {}?", both),
                f"found by {event.rule} with confidence {event.confidence:.2f}",
                (f"«{event.evidence.quote}» {article.page.name}, article {article.number + 1}",),
                round(0.5 * (1.0 - event.confidence), 3),
                Decision("right", at, predicate=event.kind, value=words),
                Decision("wrong", at, predicate=event.kind, value=words),
                ((event.evidence.page, event.evidence.spans),),
            )


def meant(target: Target) -> str:
    """Return what a name of a question points at in Chinese: 森源电气（企业）."""
    kind = ontology.load().types[target.type].label_zh if target.type else ""
    narrow = "，".join(part for part in (kind, target.locality, target.page) if part)
    return f"{target.name}（{narrow}）" if narrow else target.name


def label(term: str) -> str:
    """Return the Chinese label of a predicate, of a kind of event or of a part in one."""
    known = ontology.load()
    return {**known.event_roles, **known.event_kinds, **known.predicates, **known.attributes}[term].label_zh


def spaced(*parts: str | None) -> str:
    """Return the parts that there are, with spaces between."""
    return " ".join(part for part in parts if part)
