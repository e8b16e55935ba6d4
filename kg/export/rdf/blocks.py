"""Blocks of statements made from a single record: sources, evidence, quantities, joins; and the block itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kg import ids
from kg.export.rdf.terms import Iri, Lit, Term, boolean, day, decimal, integer, offset, plain, term, text, thing
from kg.model import Article, Claim, Decided, Evidence, Join, Page, ReadPage, Span
from kg.values.quantities import Quantity, read

CONTEXT = 24
"""Characters of the page that a quote selector gives before and after, in code points."""
TYPE = term("rdf:type")


class Row(NamedTuple):
    """One predicate and object of a block; ``graph`` is the id of the article that says it, "" for no article."""

    predicate: Iri
    object: Term
    graph: str = ""


class Block(NamedTuple):
    """All rows of one subject, sorted, each once."""

    subject: Iri
    rows: tuple[Row, ...]


def block(subject: Iri, rows: list[tuple[str, Term]], graph: str = "") -> Block:
    """Return a block whose predicates are prefixed names; all rows in one graph."""
    return tidy(subject, [Row(term(predicate), value, graph) for predicate, value in rows])


def tidy(subject: Iri, rows: list[Row]) -> Block:
    """Return a block with its rows sorted, types first, and each once."""
    return Block(
        subject, tuple(sorted(set(rows), key=lambda r: (r.predicate != TYPE, r.predicate.value, type(r.object) is Lit, r.object, r.graph)))
    )


def dates(predicate: str, printed: str | None) -> list[tuple[str, Term]]:
    """Return a date as a row; a day whose year is not known is no date, and stands apart as kg:dayOfUnknownYear."""
    if not printed:
        return []
    return [(predicate, day(printed))] if re.match(r"\d{4}", printed) else [("kg:dayOfUnknownYear", plain(printed))]


def page_block(read_page: ReadPage) -> Block:
    """Return a page as a source."""
    page: Page = read_page.page
    rows: list[tuple[str, Term]] = [
        ("rdf:type", term("kg:Page")),
        ("rdf:type", term("schema:DigitalDocument")),
        ("dcterms:identifier", plain(page.id)),
        ("dcterms:title", plain(page.name)),
        ("kg:sourceType", plain(page.source)),
    ]
    rows += [("dcterms:publisher", text(page.newspaper))] if page.newspaper else []
    rows += dates("dcterms:date", page.date or page.year)
    rows += [("kg:datedBy", text(page.dated_by))] if page.dated_by else []
    rows += [("kg:locality", text(read_page.locality.city))] if read_page.locality.city else []
    return block(thing(page.id), rows)


def article_block(article: Article, entities: set[str]) -> Block:
    """Return an article as a source: headlines, credits, date and what it names."""
    rows: list[tuple[str, Term]] = [
        ("rdf:type", term("kg:Article")),
        ("rdf:type", term("schema:NewsArticle")),
        ("dcterms:identifier", plain(article.id)),
        ("dcterms:isPartOf", thing(article.page.id)),
        ("kg:articleKind", plain(article.kind)),
        ("schema:position", integer(article.number)),
    ]
    rows += [("schema:headline", text(article.headline))] if article.headline else []
    rows += [("schema:alternativeHeadline", text(head)) for head in article.subheads]
    rows += [("schema:creditText", text(f"{byline.role} {byline.name}")) for byline in article.bylines]
    rows += dates("dcterms:date", article.date)
    rows += [("kg:locality", text(article.locality.city))] if article.locality.city else []
    return block(thing(article.id), rows + [("schema:mentions", thing(entity)) for entity in sorted(entities)])


def evidence_blocks(evidence: Evidence, article: Article) -> Iterator[Block]:
    """Yield the nodes of each span of a quote."""
    for span in evidence.spans:
        yield from span_blocks(article, span)


def span_blocks(article: Article, span: Span) -> Iterator[Block]:
    """Yield a run of characters of a page with its two Web Annotation selectors: the words, and where they stand."""
    page = article.page
    id_ = ids.span_id(page.id, span.start, span.end)
    yield block(
        thing(id_),
        [
            ("rdf:type", term("kg:Evidence")),
            ("rdf:type", term("oa:SpecificResource")),
            ("oa:hasSource", thing(page.id)),
            ("oa:hasSelector", thing(id_ + "-p")),
            ("oa:hasSelector", thing(id_ + "-q")),
        ],
        article.id,
    )
    yield block(
        thing(id_ + "-p"),
        [("rdf:type", term("oa:TextPositionSelector")), ("oa:start", offset(span.start)), ("oa:end", offset(span.end))],
        article.id,
    )
    yield block(
        thing(id_ + "-q"),
        [
            ("rdf:type", term("oa:TextQuoteSelector")),
            ("oa:exact", plain(page.text[span.start : span.end])),
            ("oa:prefix", plain(page.text[max(0, span.start - CONTEXT) : span.start])),
            ("oa:suffix", plain(page.text[span.end : span.end + CONTEXT])),
        ],
        article.id,
    )


def join_block(join: Join, entity_of: Mapping[str, str]) -> Block:
    """Return why two mentions were joined or kept apart; a side that is no mention of the corpus is named in words."""
    rows: list[tuple[str, Term]] = [
        ("rdf:type", term("kg:Join")),
        ("rdf:type", term("prov:Activity")),
        ("kg:same", boolean(join.same)),
        ("kg:reason", text(join.reason)),
    ]
    for side, value in (("kg:left", join.left), ("kg:right", join.right)):
        rows.append((side, thing(ids.mention_id(value)) if value in entity_of else text(value)))
    return block(thing(ids.join_id(join.left, join.right, join.reason)), rows)


def decision_blocks(decided: Decided, bearers: Mapping[str, list[str]]) -> Iterator[Block]:
    """Yield a user's decision as an activity, and its author as an agent; ``bearers`` maps names to entities."""
    id_ = ids.decision_id(decided.kind, *decided.names, decided.to or "", decided.who, decided.when, decided.why)
    rows: list[tuple[str, Term]] = [
        ("rdf:type", term("kg:Decision")),
        ("rdf:type", term("prov:Activity")),
        ("kg:action", plain(decided.kind)),
    ]
    rows += [("kg:onName", text(name)) for name in decided.names]
    rows += [("prov:used", thing(entity)) for name in decided.names for entity in bearers.get(name, [])]
    rows += [("kg:newValue", text(decided.to))] if decided.to else []
    rows += [("kg:reason", text(decided.why))] if decided.why else []
    rows += [("dcterms:date", day(decided.when))] if decided.when else []
    rows += [("prov:wasAssociatedWith", thing(ids.agent_id(decided.who)))] if decided.who else []
    yield block(thing(id_), rows)
    if decided.who:
        yield block(thing(ids.agent_id(decided.who)), [("rdf:type", term("prov:Agent")), ("foaf:name", text(decided.who))])


def is_reflexive(claim: Claim, entity_of: Mapping[str, str]) -> bool:
    """Whether linking merged both ends of a claim into one entity, so that the claim says nothing."""
    return claim.object is not None and entity_of[claim.subject] == entity_of[claim.object]


def quantity_of(claim: Claim) -> Quantity | None:
    """Return the number behind an attribute's value or an amount, None if it prints none."""
    printed = claim.value if claim.value is not None else claim.qualifier("amount")
    return read(printed) if printed else None


def quantity_block(id_: str, quantity: Quantity, graph: str) -> Block:
    """Return a printed amount as number and unit; money by its ISO 4217 code."""
    money = quantity.dimension == "money"
    rows: list[tuple[str, Term]] = [
        ("rdf:type", term("kg:Quantity")),
        ("rdf:type", term("schema:MonetaryAmount" if money else "schema:QuantitativeValue")),
        ("schema:value", decimal(quantity.number)),
        ("schema:currency" if money else "schema:unitText", plain(quantity.base)),
        ("rdfs:label", text(quantity.printed)),
    ]
    rows += [("kg:approximate", boolean(True))] if quantity.approximate else []
    rows += [("kg:atLeast", boolean(True))] if quantity.at_least else []
    return block(thing(id_), rows, graph)
