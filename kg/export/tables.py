"""CSV tables for spreadsheets and pandas: one row for each entity, claim, event, participation, article and page.

UTF-8 with a byte-order mark, so that Excel reads Chinese; ids are those of the Turtle. A cell that a spreadsheet would take
for a formula is written with a ``'`` before it.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter, itemgetter
from pathlib import Path

from kg.export.pages import is_exported
from kg.export.rdf.blocks import quantity_of
from kg.graph.event_names import event_name
from kg.graph.facts import claim_key, event_key
from kg.graph.whereabouts import seats, seen_in
from kg.model import Article, Corpus, Evidence
from kg.resolve.desk.outcome import by_id, in_order

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


def entities(corpus: Corpus) -> Iterator[Sequence[Cell]]:
    """Yield entities by id, where pages say that they are, and what they merely suggest of it."""
    names = {e.id: e.name for e in corpus.entities}
    known, suggested = seats(corpus), seen_in(corpus)
    for e in in_order(corpus.entities, attrgetter("id")):
        at = JOINED.join(names[place] for place in known.get(e.id, ()))
        yield e.id, e.type, e.name, JOINED.join(e.names), at or None, str(suggested.get(e.id, "")) or None, len(e.mentions)


def place(evidence: Evidence) -> tuple[str, str, str]:
    """Return article, spans of the page as ``start-end`` pairs, and the quote."""
    return evidence.article, " ".join(f"{s.start}-{s.end}" for s in evidence.spans), evidence.quote


def claims(corpus: Corpus) -> Iterator[Sequence[Cell]]:
    """Yield all claims with the names of their ends, those not exported as facts marked."""
    names = {e.id: e.name for e in corpus.entities}
    of = corpus.entity_of
    rows = {claim_key(c): (c, of[c.subject], of[c.object] if c.object else None) for c in corpus.claims()}
    for key, (claim, subject, target) in sorted(rows.items()):
        quantity = quantity_of(claim)
        yield (
            key,
            subject,
            names[subject],
            claim.predicate,
            target,
            names[target] if target else None,
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


def events(corpus: Corpus) -> Iterator[Sequence[Cell]]:
    """Yield all events under the names made for them; what the page prints is the quote."""
    entities, of = by_id(corpus.entities), corpus.entity_of
    rows = {event_key(e): (e, of[e.place] if e.place else None, event_name(e, of, entities)) for e in corpus.events()}
    for key, (e, where, name) in sorted(rows.items()):
        yield key, e.kind, name, e.date, where, e.status, e.confidence, "true" if is_exported(e) else "false", e.rule, *place(e.evidence)


def participations(corpus: Corpus) -> Iterator[Sequence[Cell]]:
    """Yield who had which role in which event, in printed order."""
    names = {e.id: e.name for e in corpus.entities}
    rows = {event_key(event): [(corpus.entity_of[role.who], role.role) for role in event.roles] for event in corpus.events()}
    for key, roles in sorted(rows.items()):
        for order, (who, role) in enumerate(roles, 1):
            yield key, order, who, names[who], role


def articles(corpus: Corpus) -> Iterator[Sequence[Cell]]:
    """Yield all articles, by id."""
    yield from sorted((article_row(reading.article) for reading in corpus.readings), key=itemgetter(0))


def article_row(article: Article) -> Sequence[Cell]:
    """Return an article as a row."""
    credits_ = JOINED.join(f"{b.role} {b.name}" for b in article.bylines)
    return article.id, article.page.id, article.page.name, article.kind, article.headline, article.date, credits_, article.locality.city


def pages(corpus: Corpus) -> Iterator[Sequence[Cell]]:
    """Yield all pages, by id."""
    rows = ((r.page.id, r.page.name, r.page.newspaper, r.page.date, r.locality.city, len(r.page.text)) for r in corpus.pages)
    yield from sorted(rows, key=itemgetter(0))


SAID = ("article", "spans", "quote")
TABLES: dict[str, tuple[tuple[str, ...], Callable[[Corpus], Iterator[Sequence[Cell]]]]] = {
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
