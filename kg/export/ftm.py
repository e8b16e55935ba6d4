"""FollowTheMoney entities, one JSON object per line, for Aleph, OpenAleph and the tools of OpenSanctions.

Written without the followthemoney package; the tests validate every line with it. How our terms map:

    person, company, agency, institution   Person, Company, PublicBody, Organization
    zone                                   Organization, keyword zone
    project, programme                     Project, keyword programme for the latter
    facility, place                        Asset, Address
    holds_post at agency, zone, place      Position and Occupancy
    holds_post at company, institution     Membership with the title as role
    a body's relation to a project         ProjectParticipant with the relation as role
    any other relation, and event roles    UnknownLink with the relation as role
    events, articles                       Event, Article; Documentation for what an article names
    attributes                             notes as printed; total_investment also as amount, status as status

A date without a year is no date for FollowTheMoney and stands in the description. Denied and doubtful claims are left out.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kg import ids
from kg.export.pages import is_exported
from kg.export.rdf.blocks import is_reflexive, quantity_of
from kg.graph.event_names import event_name
from kg.graph.facts import claim_key, event_key
from kg.graph.whereabouts import seats
from kg.model import Article, Claim, Corpus, Entity, Event
from kg.ontology import load

SCHEMATA = {
    "person": "Person",
    "company": "Company",
    "agency": "PublicBody",
    "institution": "Organization",
    "zone": "Organization",
    "project": "Project",
    "programme": "Project",
    "facility": "Asset",
    "place": "Address",
}
LEGAL = {"Person", "Company", "PublicBody", "Organization"}
COUNTRY = "cn"
Properties = dict[str, list[str]]


class FollowTheMoney:
    """graph.ftm.json."""

    name = "ftm"
    suffix = ".ftm.json"

    def write(self, corpus: Corpus, path: Path) -> None:
        """Write the corpus as FollowTheMoney entities."""
        with path.open("w", encoding="utf-8", newline="\n") as file:
            for row in FtmEntities(corpus).rows():
                file.write(json.dumps(row, ensure_ascii=False) + "\n")


def entity(id_: str, schema: str, **properties: str | Iterable[str] | None) -> dict[str, Any]:
    """Return one FollowTheMoney entity; empty values are left out, several are kept once each in order."""
    kept: Properties = {}
    for key, value in sorted(properties.items()):
        values = [value] if isinstance(value, str) else list(value or ())
        if any(values):
            kept[key] = list(dict.fromkeys(v for v in values if v))
    return {"id": id_, "schema": schema, "properties": kept}


def iso(date: str | None) -> str | None:
    """Return a date that has a year, None for one that has none."""
    return date if date and re.fullmatch(r"\d{4}(-\d{2}){0,2}", date, re.ASCII) else None


class FtmEntities:
    """One pass over a corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.entities = {e.id: e for e in corpus.entities}
        self.seats = seats(corpus)
        self.claims = {claim_key(c): c for c in corpus.claims() if is_exported(c) and not is_reflexive(c, corpus.entity_of)}
        self.events = {event_key(e): e for e in corpus.events() if is_exported(e)}
        self.articles = {r.article.id: r.article for r in corpus.readings}
        self.values: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims.values():
            if not claim.object:
                self.values[corpus.entity_of[claim.subject]].append(claim)

    def rows(self) -> Iterator[dict[str, Any]]:
        """Yield all entities: articles, things, what articles name, claims, events."""
        for article in sorted(self.articles.values(), key=lambda a: a.id):
            yield self.article(article)
        for id_ in sorted(self.entities):
            yield self.thing(self.entities[id_])
        yield from self.documentation()
        yield from self.positions()
        for key, claim in sorted(self.claims.items()):
            if claim.object:
                yield self.link(key, claim)
        for key, event in sorted(self.events.items()):
            yield from self.event(key, event)

    def article(self, article: Article) -> dict[str, Any]:
        """Return an article."""
        return entity(
            article.id,
            "Article",
            title=article.headline,
            fileName=article.page.name,
            language="zho",
            country=COUNTRY,
            author=[f"{b.role} {b.name}" for b in article.bylines],
            publisher=article.page.newspaper,
            publishedAt=iso(article.date),
            description=None if iso(article.date) else article.date,
        )

    def thing(self, thing: Entity) -> dict[str, Any]:
        """Return an entity with its attributes."""
        schema = SCHEMATA[thing.type]
        claims = self.values[thing.id]
        labels = {**load().attributes, **load().predicates}
        notes = [f"{labels[c.predicate].label_zh}：{c.value or c.qualifier('honour') or ''}" for c in claims]
        keywords = [thing.type] if thing.type in ("zone", "programme") else []
        fields: dict[str, str | Iterable[str] | None] = {
            "name": thing.name,
            "alias": [n for n in thing.names if n != thing.name],
            "notes": notes,
            "country": COUNTRY,
            "keywords": keywords,
            "address" if schema in LEGAL else "summary": [self.entities[place].name for place in self.seats.get(thing.id, ())],
        }
        if schema == "Address":
            fields["full"] = thing.name
        if schema == "Project":
            fields |= self.project(claims)
        return entity(thing.id, schema, **fields)

    def project(self, claims: list[Claim]) -> dict[str, str | Iterable[str] | None]:
        """Return what FollowTheMoney has properties for: the one total investment if there is only one, and the status."""
        totals = {(format(q.number, "f"), q.base) for c in claims if c.predicate == "total_investment" and (q := quantity_of(c))}
        amount, currency = next(iter(totals)) if len(totals) == 1 else (None, None)
        return {"amount": amount, "currency": currency, "status": [c.value or "" for c in claims if c.predicate == "status"]}

    def documentation(self) -> Iterator[dict[str, Any]]:
        """Yield, for each article and entity it names, that it documents it."""
        pairs = {(m.article, self.corpus.entity_of[m.id]) for m in self.corpus.mentions() if m.id in self.corpus.entity_of}
        for article, id_ in sorted(pairs):
            yield entity(
                "d" + ids.digest(article, id_, length=16),
                "Documentation",
                document=article,
                entity=id_,
                role="mentions",
                date=iso(self.articles[article].date),
            )

    def positions(self) -> Iterator[dict[str, Any]]:
        """Yield the posts of agencies, zones and places."""
        posts: dict[str, tuple[str, str]] = {}
        for claim in self.claims.values():
            body, title = self.post(claim)
            if body:
                posts[ids.post_id(body, title)] = (body, title)
        for id_, (body, title) in sorted(posts.items()):
            at = self.entities[body]
            is_body = SCHEMATA[at.type] in LEGAL
            yield entity(
                id_,
                "Position",
                name=f"{at.name} {title}",
                country=COUNTRY,
                organization=body if is_body else None,
                subnationalArea=None if is_body else at.name,
            )

    def post(self, claim: Claim) -> tuple[str, str]:
        """Return body and title of a claim that becomes an Occupancy, empty strings for any other."""
        title = claim.qualifier("title")
        if not title or not claim.object or claim.predicate != "holds_post":
            return "", ""
        body = self.corpus.entity_of[claim.object]
        return (body, title) if self.entities[body].type in ("agency", "zone", "place") else ("", "")

    def link(self, key: str, claim: Claim) -> dict[str, Any]:
        """Return a relation with its quote, its article as proof, and its date."""
        subject, target = self.corpus.entity_of[claim.subject], self.corpus.entity_of[claim.object or ""]
        said = self.said(claim)
        schemata = SCHEMATA[self.entities[subject].type], SCHEMATA[self.entities[target].type]
        qualifiers = [value for _, value in claim.qualifiers]
        if claim.predicate == "holds_post" and self.post(claim)[0]:
            return entity(key, "Occupancy", holder=subject, post=ids.post_id(*self.post(claim)), **said)
        if claim.predicate == "holds_post" and schemata[1] in LEGAL:
            return entity(key, "Membership", member=subject, organization=target, role=qualifiers, **said)
        role = " ".join([claim.predicate, *qualifiers])
        if schemata[0] in LEGAL and schemata[1] == "Project":
            return entity(key, "ProjectParticipant", participant=subject, project=target, role=role, **said)
        return entity(key, "UnknownLink", subject=subject, object=target, role=role, **said)

    def said(self, fact: Claim | Event) -> dict[str, str | None]:
        """Return what a claim and an event share."""
        article = self.articles[fact.article]
        date = (fact.date if isinstance(fact, Event) else None) or article.date
        fields = {
            "proof": article.id,
            "summary": fact.evidence.quote,
            "date": iso(date),
            "publisher": article.page.newspaper,
            "description": None if iso(date) else date,
        }
        return fields | ({} if isinstance(fact, Event) else {"status": None if fact.status == "stated" else fact.status})

    def event(self, key: str, event: Event) -> Iterator[dict[str, Any]]:
        """Yield an event, and a link for each role in it."""
        who = [(self.corpus.entity_of[role.who], role.role) for role in event.roles]
        legal = [(id_, role) for id_, role in who if SCHEMATA[self.entities[id_].type] in LEGAL]
        where = self.corpus.entity_of[event.place] if event.place else None
        is_place = where is not None and self.entities[where].type == "place"
        yield entity(
            key,
            "Event",
            name=event_name(event, self.corpus.entity_of, self.entities),
            keywords=event.kind,
            involved=[id_ for id_, _ in legal],
            country=COUNTRY,
            organizer=[id_ for id_, role in legal if role == "host"],
            addressEntity=where if is_place else None,
            location=self.entities[where].name if where else None,
            **self.said(event),
        )
        for number, (id_, role) in enumerate(who, 1):
            yield entity(f"{key}-r{number}", "UnknownLink", subject=id_, object=key, role=role, proof=event.article)
