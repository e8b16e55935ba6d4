"""CSV tables for spreadsheets and pandas: one row for each entity, claim, event, participation, article and page.

UTF-8 with a byte-order mark, so that Excel reads Chinese; ids are those of the Turtle. A cell that a spreadsheet would take
for a formula is written with a ``'`` before it. Rows are put in order on the disk; memory holds one at a time.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter, itemgetter
from pathlib import Path

from kg.export.pages import is_exported
from kg.export.rdf.blocks import quantity_of
from kg.graph.event_names import event_name
from kg.graph.facts import claim_key, event_key
from kg.graph.whereabouts import seats, seen_in
from kg.model import Article, Claim, Corpus, Entity, Event, Evidence
from kg.resolve.desk.outcome import by_id, in_order
from kg.scratch import Row, by_key

Cell = str | int | float | None
FORMULA = ("=", "+", "-", "@", "\t", "\r")
JOINED = "；"


class Tables:
    """tables/: entities.csv, claims.csv, events.csv, participations.csv, articles.csv, pages.csv."""

    name = "tables"
    suffix = ""

    def write(self, corpus: Corpus, path: Path) -> None:
        """Write the tables into the folder ``path``."""
        path.mkdir(parents=True, exist_ok=True)
        for name, (head, rows) in TABLES.items():
            write_table(path / f"{name}.csv", head, rows(corpus))


def write_table(path: Path, head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Write one table."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(head)
        writer.writerows([safe(cell) for cell in row] for row in rows)


def safe(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet runs as a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def entities(corpus: Corpus) -> Iterator[Row]:
    """Yield entities by id, where pages say that they are, and what they merely suggest of it."""
    of_id = by_id(corpus.entities)
    known, suggested = seats(corpus), seen_in(corpus)
    for e in in_order(corpus.entities, attrgetter("id")):
        at = JOINED.join(of_id[place].name for place in known.get(e.id, ()))
        yield e.id, e.type, e.name, JOINED.join(e.names), at or None, str(suggested.get(e.id, "")) or None, len(e.mentions)


def once(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield rows by id, of one id the last."""
    for _, same in groupby(by_key(rows), itemgetter(0)):
        *_, last = same
        yield last


def place(evidence: Evidence) -> tuple[str, str, str]:
    """Return article, spans of the page as ``start-end`` pairs, and the quote."""
    return evidence.article, " ".join(f"{s.start}-{s.end}" for s in evidence.spans), evidence.quote


def claims(corpus: Corpus) -> Iterator[Row]:
    """Yield all claims with the names of their ends, those not exported as facts marked."""
    of_id = by_id(corpus.entities)
    return once(claim_row(claim, corpus.entity_of, of_id) for claim in corpus.claims())


def claim_row(claim: Claim, entity_of: Mapping[str, str], of_id: Mapping[str, Entity]) -> Row:
    """Return a claim as a row."""
    subject, target = entity_of[claim.subject], entity_of[claim.object] if claim.object else None
    quantity = quantity_of(claim)
    return (
        claim_key(claim),
        subject,
        of_id[subject].name,
        claim.predicate,
        target,
        of_id[target].name if target else None,
        claim.value,
        str(quantity.number) if quantity else None,
        quantity.base if quantity else None,
        *(claim.qualifier(q) for q in ("title", "role", "what", "amount", "honour", "date", "counted")),
        claim.status,
        claim.confidence,
        "true" if is_exported(claim) and target != subject else "false",
        claim.rule,
        *place(claim.evidence),
    )


def events(corpus: Corpus) -> Iterator[Row]:
    """Yield all events under the names made for them; what the page prints is the quote."""
    of_id = by_id(corpus.entities)
    return once(event_row(event, corpus.entity_of, of_id) for event in corpus.events())


def event_row(e: Event, of: Mapping[str, str], of_id: Mapping[str, Entity]) -> Row:
    """Return an event as a row."""
    what = (event_key(e), e.kind, event_name(e, of, of_id), e.date, of[e.place] if e.place else None)
    return (*what, e.status, e.confidence, "true" if is_exported(e) else "false", e.rule, *place(e.evidence))


def participations(corpus: Corpus) -> Iterator[Row]:
    """Yield who had which role in which event, in printed order."""
    of, of_id = corpus.entity_of, by_id(corpus.entities)
    rows = ((event_key(event), [(of[role.who], of_id[of[role.who]].name, role.role) for role in event.roles]) for event in corpus.events())
    for key, roles in once(rows):
        yield from ((key, order, *role) for order, role in enumerate(roles, 1))


def articles(corpus: Corpus) -> Iterator[Row]:
    """Yield all articles, by id."""
    return by_key(article_row(reading.article) for reading in corpus.readings)


def article_row(article: Article) -> Row:
    """Return an article as a row."""
    credits_ = JOINED.join(f"{b.role} {b.name}" for b in article.bylines)
    return article.id, article.page.id, article.page.name, article.kind, article.headline, article.date, credits_, article.locality.city


def pages(corpus: Corpus) -> Iterator[Row]:
    """Yield all pages, by id."""
    return by_key((r.page.id, r.page.name, r.page.newspaper, r.page.date, r.locality.city, len(r.page.text)) for r in corpus.pages)


SAID = ("article", "spans", "quote")
TABLES: dict[str, tuple[tuple[str, ...], Callable[[Corpus], Iterator[Row]]]] = {
    "entities": (("id", "type", "name", "names", "located_in", "seen_in", "n_mentions"), entities),
    "claims": (
        (
            "id",
            "subject",
            "subject_name",
            "predicate",
            "object",
            "object_name",
            "value",
            "number",
            "unit",
            "title",
            "role",
            "what",
            "amount",
            "honour",
            "date",
            "counted",
            "status",
            "confidence",
            "asserted",
            "rule",
            *SAID,
        ),
        claims,
    ),
    "events": (("id", "kind", "label", "date", "place", "status", "confidence", "asserted", "rule", *SAID), events),
    "participations": (("event", "order", "entity", "entity_name", "role"), participations),
    "articles": (("id", "page", "file", "kind", "headline", "date", "credits", "city"), articles),
    "pages": (("id", "file", "newspaper", "date", "city", "n_characters"), pages),
}
