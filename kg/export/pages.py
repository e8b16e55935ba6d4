"""The extraction of one page as JSON: the format of GUIDELINES.md plus spans, so that output and gold can be compared.

A view of the corpus: it orders and names, and computes nothing that the facts do not hold. Claims that the page denies
and claims below the cut are left out here and counted in the report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from kg.model import Article, Claim, Corpus, Entity, Event, Evidence, Locality, Mention, Reading, ReadPage, Span
from kg.resolve.desk.outcome import by_id

SNIPPET, LEAST = 24, 5
"""The longest body_start and body_end, in code points, and how many are told even if they do not stand together."""
DEFAULT_CUT = 0.2
"""Claims and events of a lower confidence stay in the corpus and out of the exports unless asked for: fewer than one in five is right."""


def is_exported(fact: Claim | Event, cut: float = DEFAULT_CUT) -> bool:
    """Whether a fact is exported as a fact: not denied, and confident enough."""
    return fact.status != "denied" and fact.confidence >= cut


def file_names(pages: Iterable[ReadPage]) -> Iterator[tuple[str, ReadPage]]:
    """Yield pages with the names of their files: <stem>.json, <stem>-p3.json for page 3 of a PDF; those of one stem differ by their ids."""
    taken: set[str] = set()
    for read in pages:
        file, _, number = read.page.name.partition("#page=")
        stem = Path(file).stem + (f"-p{number}" if number else "")
        yield (f"{stem}.json" if stem not in taken else f"{stem}-{read.page.id}.json"), read
        taken.add(stem)


def page_json(corpus: Corpus, read: ReadPage, cut: float = DEFAULT_CUT) -> dict[str, Any]:
    """Return one page's extraction in the gold format; of many pages, let one PageWriter write them."""
    return PageWriter(corpus, cut).write(read)


class PageWriter:
    """Writes the pages of a corpus; of the readings it holds their places alone."""

    def __init__(self, corpus: Corpus, cut: float = DEFAULT_CUT) -> None:
        self.corpus = corpus
        self.cut = cut
        self.places = {reading.article.id: place for place, reading in enumerate(corpus.readings)}
        self.entities = by_id(corpus.entities)

    def write(self, read: ReadPage) -> dict[str, Any]:
        """Return one page's extraction in the gold format; articles in order, entities in order of first mention."""
        readings = [self.corpus.readings[self.places[article.id]] for article in read.articles if article.id in self.places]
        return {
            "document": read.page.name,
            "page": read.page.id,
            "newspaper": read.page.newspaper,
            "city": read.locality.city,
            "locality": locality_json(read.locality),
            "articles": [ArticleWriter(self.corpus, self.entities, reading, self.cut).write() for reading in readings],
            "leftovers": [{"kind": left.kind, "text": left.text, "spans": spans_json(left.spans)} for left in read.leftovers],
        }


def locality_json(locality: Locality) -> dict[str, Any]:
    """Return what 市, 县, 区 and 省 mean on a page or in an article, with what says so."""
    return {
        "province": locality.province,
        "city": locality.city,
        "county": locality.county,
        "zone": locality.zone,
        "confidence": round(locality.confidence, 3),
        "evidence": list(locality.evidence),
    }


def spans_json(spans: Iterable[Span]) -> list[list[int]]:
    """Return spans as [start, end] pairs of page offsets."""
    return [[span.start, span.end] for span in spans]


def snippet(article: Article, *, last: bool = False) -> str:
    """Return the first (or last) words of the body that stand together on the page: LEAST to SNIPPET code points."""
    body = article.body
    kept = [i for i in range(body.start, body.end) if article.offsets[i] >= 0]
    kept = kept[::-1] if last else kept
    taken = kept[:1]
    for index in kept[1:SNIPPET]:
        low, high = sorted((article.offsets[taken[-1]], article.offsets[index]))
        backwards = (article.offsets[index] > article.offsets[taken[-1]]) is last
        if len(taken) >= LEAST and (backwards or article.page.text[low + 1 : high].strip()):
            break
        taken.append(index)
    return "".join(article.text[i] for i in sorted(taken))


class ArticleWriter:
    """Writes one article; holds the short ids (e1, e2 …) that entities have inside it."""

    def __init__(self, corpus: Corpus, entities: Mapping[str, Entity], reading: Reading, cut: float) -> None:
        self.corpus = corpus
        self.entities = entities
        self.reading = reading
        self.cut = cut
        self.mentions = {mention.id: mention for mention in reading.mentions}
        self.claims = [claim for claim in reading.claims if is_exported(claim, cut) and self._known(claim.subject, claim.object)]
        self.events = [event for event in reading.events if is_exported(event, cut)]
        self.short = {id_: f"e{n}" for n, id_ in enumerate(self._used(), 1)}

    def write(self) -> dict[str, Any]:
        """Return the article as plain JSON values."""
        article = self.reading.article
        return {
            "id": f"a{article.number + 1}",
            "article": article.id,
            "kind": article.kind,
            "headline": article.headline,
            "subheads": list(article.subheads),
            "body_start": snippet(article),
            "body_end": snippet(article, last=True),
            "bylines": [{"role": b.role, "name": b.name, "spans": spans_json(b.spans)} for b in article.bylines],
            "date": article.date,
            "locality": locality_json(article.locality),
            "entities": [self._entity(id_) for id_ in self.short],
            "relations": self._relations(),
            "events": [self._event(event) for event in self.events],
            "attributes": self._attributes(),
        }

    def _known(self, *mentions: str | None) -> bool:
        return all(self.corpus.entity_of.get(m) in self.entities for m in mentions if m is not None)

    def _used(self) -> list[str]:
        """Entities named in the article or taking part in one of its facts, by first mention."""
        taking = {m for c in self.claims for m in (c.subject, c.object) if m}
        taking |= {r.who for e in self.events for r in e.roles} | {e.place for e in self.events if e.place}
        found: dict[str, None] = {}
        for mention in self.reading.mentions:
            entity = self.corpus.entity_of.get(mention.id)
            if entity is not None and entity in self.entities and (mention.is_name or mention.id in taking):
                found.setdefault(entity)
        return list(found)

    def _of(self, entity: str) -> list[Mention]:
        return [m for m in self.reading.mentions if self.corpus.entity_of.get(m.id) == entity]

    def _entity(self, id_: str) -> dict[str, Any]:
        entity = self.entities[id_]
        names = [m for m in self._of(id_) if m.is_name]
        anaphors = [m for m in self._of(id_) if m.kind == "anaphor"]
        article = self.reading.article
        return {
            "id": self.short[id_],
            "key": id_,
            "type": entity.type,
            "name": entity.name,
            "surfaces": list(dict.fromkeys(m.shown for m in names)),
            "anaphors": list(dict.fromkeys(m.shown for m in anaphors)),
            "spans": [spans_json(article.page_spans(m.start, m.end)) for m in names],
        }

    def _evidence(self, evidence: Evidence) -> dict[str, Any]:
        return {"evidence": evidence.quote, "spans": spans_json(evidence.spans)} | (
            {"crosses_weak_seam": True} if evidence.crosses_weak_seam else {}
        )

    def _relations(self) -> list[dict[str, Any]]:
        rows: dict[tuple[Any, ...], dict[str, Any]] = {}
        for claim in self.claims:
            if claim.value is not None:
                continue
            subject = self.short[self.corpus.entity_of[claim.subject]]
            target = self.short[self.corpus.entity_of[claim.object]] if claim.object else None
            if subject == target:
                continue
            row = {
                "s": subject,
                "p": claim.predicate,
                "o": target,
                "qualifiers": dict(claim.qualifiers),
                "status": claim.status,
                "confidence": round(claim.confidence, 3),
                "rule": claim.rule,
            } | self._evidence(claim.evidence)
            identity = (subject, claim.predicate, target, claim.qualifier("title"), claim.qualifier("honour"))
            if identity not in rows or rows[identity]["confidence"] < row["confidence"]:
                rows[identity] = row
        return list(rows.values())

    def _attributes(self) -> list[dict[str, Any]]:
        rows: dict[tuple[Any, ...], dict[str, Any]] = {}
        for claim in self.claims:
            if claim.value is None:
                continue
            of = self.short[self.corpus.entity_of[claim.subject]]
            rows.setdefault(
                (of, claim.predicate, claim.value),
                {
                    "of": of,
                    "key": claim.predicate,
                    "value": claim.value,
                    "status": claim.status,
                    "confidence": round(claim.confidence, 3),
                    "rule": claim.rule,
                }
                | self._evidence(claim.evidence),
            )
        return list(rows.values())

    def _event(self, event: Event) -> dict[str, Any]:
        roles = dict.fromkeys((self.short[self.corpus.entity_of[r.who]], r.role) for r in event.roles if self._known(r.who))
        place = self.corpus.entity_of.get(event.place) if event.place else None
        return {
            "kind": event.kind,
            "label": event.label,
            "date": event.date,
            "place": self.short.get(place) if place else None,
            "roles": [{"who": who, "role": role} for who, role in roles],
            "status": event.status,
            "confidence": round(event.confidence, 3),
            "rule": event.rule,
        } | self._evidence(event.evidence)
