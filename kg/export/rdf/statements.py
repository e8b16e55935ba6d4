"""The corpus as RDF statements, one block for each subject, in a fixed order; every RDF format is written from these.

    sources      pages, articles
    facts        by article: the evidence, claims, quantities, events, participations and mentions of that article
    entities     by id: names, types, locality, joins, direct links
    posts        roles, posts and memberships of W3C ORG

Nothing is held but the places of readings, so that a large corpus streams through; what an article says of an entity is noted on the
disk. A row may name the article that says it: that is its named graph in N-Quads, and nothing in Turtle. A claim that its page denies, or
that is less sure than ``cut``, has its node and no direct link; one whose two ends were merged into one entity is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from operator import attrgetter

from kg import ids
from kg.export.pages import DEFAULT_CUT, is_exported
from kg.export.rdf.blocks import (
    Block,
    Row,
    article_block,
    block,
    dates,
    decision_blocks,
    evidence_blocks,
    is_reflexive,
    join_block,
    page_block,
    quantity_block,
    quantity_of,
    span_blocks,
    tidy,
)
from kg.export.rdf.noted import Noted
from kg.export.rdf.terms import Iri, Term, boolean, day, decimal, integer, plain, term, text, thing
from kg.graph.accounts.contradictions import ONE_DAY, has_year
from kg.graph.event_names import event_name
from kg.graph.facts import claim_key, event_key
from kg.graph.whereabouts import seen_in
from kg.model import Article, Claim, Corpus, Entity, Event, Mention, Reading
from kg.ontology import Ontology, load
from kg.resolve.desk.outcome import by_id, in_order
from kg.values.dates import iso

JOIN_ORDER = attrgetter("left", "right", "reason")


def statements(corpus: Corpus, cut: float = DEFAULT_CUT) -> Iterator[Block]:
    """Yield the blocks of a corpus; no subject comes twice."""
    return Statements(corpus, load(), cut).blocks()


class Statements:
    """One pass over a corpus; holds the indexes that the pass needs."""

    def __init__(self, corpus: Corpus, ontology: Ontology, cut: float) -> None:
        self.corpus = corpus
        self.ontology = ontology
        self.cut = cut
        self.entities_by_id = by_id(corpus.entities)
        self.seen_in = seen_in(corpus)
        self.noted = Noted()

    def blocks(self) -> Iterator[Block]:
        """Yield sources, facts, entities and posts."""
        places: dict[str, list[int]] = defaultdict(list)
        for place, reading in enumerate(self.corpus.readings):
            places[reading.article.page.id].append(place)
        for page, at in sorted((read_page.page.id, at) for at, read_page in enumerate(self.corpus.pages)):
            yield page_block(self.corpus.pages[at])
            done: set[Iri] = set()
            for reading in sorted((self.corpus.readings[place] for place in places.pop(page, ())), key=lambda r: r.article.id):
                entity_of = self.corpus.entity_of
                yield article_block(reading.article, {entity_of[m.id] for m in reading.mentions if m.id in entity_of})
                for made in self.facts(reading):
                    if made.subject not in done:
                        done.add(made.subject)
                        yield made
        yield from self.entities()
        yield from self.decisions()
        yield from self.posts()

    def facts(self, reading: Reading) -> Iterator[Block]:
        """Yield the evidence, claims, events and mentions of one article, and note the direct links they make."""
        for claim in sorted(reading.claims, key=claim_key):
            if not is_reflexive(claim, self.corpus.entity_of):
                yield from self.claim(claim, reading.article)
        for event in sorted(reading.events, key=event_key):
            yield from self.event(event, reading.article)
        for mention in reading.mentions:
            if mention.id in self.corpus.entity_of:
                yield from self.mention(mention, reading.article)

    def claim(self, claim: Claim, article: Article) -> Iterator[Block]:
        """Yield a claim, its quantity and its evidence."""
        key = claim_key(claim)
        predicate = Iri(self.iri(claim.predicate))
        subject = self.corpus.entity_of[claim.subject]
        target: Term | None = (
            thing(self.corpus.entity_of[claim.object]) if claim.object else text(claim.value) if claim.value is not None else None
        )
        rows: list[tuple[str, Term]] = [
            ("rdf:type", term("kg:Claim")),
            ("rdf:type", term("rdf:Statement")),
            ("rdf:subject", thing(subject)),
            ("rdf:predicate", predicate),
            ("kg:subjectMention", thing(ids.mention_id(claim.subject))),
        ]
        rows += [("rdf:object", target)] if target else []
        rows += [("kg:objectMention", thing(ids.mention_id(claim.object)))] if claim.object else []
        rows += self.said(claim, article) + self.qualifiers(claim)
        when = iso(claim.value, article.date, article.page.year) if claim.value and claim.predicate in ONE_DAY else None
        rows += [("kg:when", day(when))] if when and has_year(when) else []
        quantity = quantity_of(claim)
        rows += [("kg:quantity", thing(key + "-q"))] if quantity else []
        yield block(thing(key), rows, article.id)
        yield from [quantity_block(key + "-q", quantity, article.id)] if quantity else []
        yield from evidence_blocks(claim.evidence, article)
        if target and is_exported(claim, self.cut):
            self.noted.link(subject, Row(predicate, target, article.id))
            self.also(claim, subject, key, article)

    def also(self, claim: Claim, subject: str, key: str, article: Article) -> None:
        """Note what W3C ORG calls a claim: a membership, a body inside a body."""
        if not claim.object:
            return
        target = self.corpus.entity_of[claim.object]
        if claim.qualifier("title") is not None:
            self.noted.membership(subject, target, claim.qualifier("title") or "", (key, article.date or "", claim.status))
        if claim.predicate == "part_of" and not {self.entities_by_id[subject].type, self.entities_by_id[target].type} & {
            "facility",
            "place",
        }:
            self.noted.link(subject, Row(term("org:subOrganizationOf"), thing(target), article.id))

    def qualifiers(self, claim: Claim) -> list[tuple[str, Term]]:
        """Return the qualifiers of a claim as rows; a code of the ontology is a node as well."""
        rows: list[tuple[str, Term]] = []
        for key, value in claim.qualifiers:
            is_code = key == "role" and value in self.ontology.project_roles
            rows.append((f"kg:{key}", plain(value) if is_code else text(value)))
            rows += [("kg:projectRole", Iri(self.ontology.project_roles[value].iri))] if is_code else []
        return rows

    def said(self, fact: Claim | Event, article: Article) -> list[tuple[str, Term]]:
        """Return what claims and events share: who says it, how sure, by what rule, in which words."""
        rows: list[tuple[str, Term]] = [
            ("kg:statedIn", thing(article.id)),
            ("kg:confidence", decimal(fact.confidence)),
            ("kg:rule", plain(fact.rule)),
            ("kg:claimStatus", Iri(self.ontology.statuses[fact.status].iri)),
            ("kg:quote", text(fact.evidence.quote)),
        ]
        rows += [("kg:evidence", thing(ids.span_id(fact.evidence.page, s.start, s.end))) for s in fact.evidence.spans]
        return rows + ([("kg:crossesWeakSeam", boolean(True))] if fact.evidence.crosses_weak_seam else [])

    def event(self, event: Event, article: Article) -> Iterator[Block]:
        """Yield an event, its participations in printed order, and its evidence."""
        key = event_key(event)
        rows: list[tuple[str, Term]] = [
            ("rdf:type", term("kg:Event")),
            ("rdf:type", term("schema:Event")),
            ("rdfs:label", text(event_name(event, self.corpus.entity_of, self.entities_by_id))),
            ("rdf:type", Iri(self.ontology.event_kinds[event.kind].iri)),
        ]
        rows += self.said(event, article)
        rows += dates("schema:startDate", event.date)
        rows += [("schema:location", thing(self.corpus.entity_of[event.place]))] if event.place else []
        direct = []
        for number, role in enumerate(event.roles, 1):
            iri = Iri(self.ontology.event_roles[role.role].iri)
            rows.append(("kg:participation", thing(f"{key}-r{number}")))
            if is_exported(event, self.cut):
                direct.append(Row(iri, thing(self.corpus.entity_of[role.who]), article.id))
            yield block(
                thing(f"{key}-r{number}"),
                [
                    ("rdf:type", term("kg:Participation")),
                    ("kg:entity", thing(self.corpus.entity_of[role.who])),
                    ("kg:participantRole", iri),
                    ("kg:order", integer(number)),
                ],
                article.id,
            )
        yield tidy(thing(key), [*block(thing(key), rows, article.id).rows, *direct])
        yield from evidence_blocks(event.evidence, article)

    def mention(self, mention: Mention, article: Article) -> Iterator[Block]:
        """Yield a mention; one that the page prints in several places has an evidence node for each."""
        spans = article.page_spans(mention.start, mention.end)
        rows: list[tuple[str, Term]] = [
            ("rdf:type", term("kg:Mention")),
            ("kg:refersTo", thing(self.corpus.entity_of[mention.id])),
            ("kg:surface", text(mention.shown)),
            ("kg:mentionKind", plain(mention.kind)),
            ("kg:rule", plain(mention.rule)),
            ("kg:confidence", decimal(mention.score)),
            ("kg:statedIn", thing(article.id)),
            ("kg:startOffset", integer(spans[0].start)),
            ("kg:endOffset", integer(spans[0].end)),
        ]
        if len(spans) > 1:
            rows += [("kg:evidence", thing(ids.span_id(article.page.id, s.start, s.end))) for s in spans]
            yield from (made for s in spans for made in span_blocks(article, s))
        yield block(thing(ids.mention_id(mention.id)), rows, article.id)

    def entities(self) -> Iterator[Block]:
        """Yield entities with their direct links, the reasons for joins, refusals, and former ids."""
        links_of = self.noted.links()
        for entity in in_order(self.corpus.entities, attrgetter("id")):
            described = block(thing(entity.id), self.described(entity))
            yield tidy(described.subject, [*described.rows, *links_of(entity.id)])
            for join in sorted(set(entity.joins), key=JOIN_ORDER):
                yield join_block(join, self.corpus.entity_of)
        for join in in_order(self.corpus.refusals, JOIN_ORDER):
            yield join_block(join, self.corpus.entity_of)
        for old, new in sorted(self.corpus.aliases.items()):
            if old not in self.entities_by_id:
                yield block(thing(old), [("dcterms:isReplacedBy", thing(new))])

    def described(self, entity: Entity) -> list[tuple[str, Term]]:
        """Return an entity's own rows."""
        type_ = self.ontology.types[entity.type]
        rows: list[tuple[str, Term]] = [
            ("rdf:type", Iri(type_.iri)),
            ("rdfs:label", text(entity.name)),
            ("skos:prefLabel", text(entity.name)),
            ("dcterms:identifier", plain(entity.id)),
        ]
        rows += [("rdf:type", Iri(parent)) for parent in type_.parents]
        rows += [("skos:altLabel", text(name)) for name in entity.names if name != entity.name]
        rows += [("kg:name", text(name)) for name in (*entity.names, entity.name)]
        rows += [("foaf:name", text(entity.name))] if entity.type == "person" else []
        rows += [("kg:seenInCity", text(self.seen_in[entity.id].city))] if entity.id in self.seen_in else []
        return rows + [("kg:join", thing(ids.join_id(j.left, j.right, j.reason))) for j in entity.joins]

    def decisions(self) -> Iterator[Block]:
        """Yield the user's decisions and who made them, each with the entities that bear a name it is about."""
        bearers: dict[str, list[str]] = defaultdict(list)
        wanted = {name for decided in self.corpus.decisions for name in decided.names}
        for entity in self.corpus.entities if wanted else ():
            for name in {entity.name, *entity.names} & wanted:
                bearers[name].append(entity.id)
        blocks = [made for decided in self.corpus.decisions for made in decision_blocks(decided, bearers)]
        yield from sorted(dict.fromkeys(blocks))

    def posts(self) -> Iterator[Block]:
        """Yield roles, posts and memberships: who held which post, seen when."""
        for title in self.noted.titles():
            yield block(thing(ids.role_id(title)), [("rdf:type", term("org:Role")), ("skos:prefLabel", text(title))])
        for (body, title), persons in self.noted.holders():
            rows: list[tuple[str, Term]] = [
                ("rdf:type", term("org:Post")),
                ("skos:prefLabel", text(title)),
                ("org:postIn", thing(body)),
                ("org:role", thing(ids.role_id(title))),
            ]
            yield block(thing(ids.post_id(body, title)), rows + [("org:heldBy", thing(p)) for p in persons])
        for (person, body, title), seen in self.noted.memberships():
            yield self.membership(person, body, title, seen)

    def membership(self, person: str, body: str, title: str, seen: list[tuple[str, str, str]]) -> Block:
        """Return one membership with every claim and date that attests it."""
        rows: list[tuple[str, Term]] = [
            ("rdf:type", term("org:Membership")),
            ("org:member", thing(person)),
            ("org:organization", thing(body)),
            ("org:role", thing(ids.role_id(title))),
            ("kg:post", thing(ids.post_id(body, title))),
            ("kg:title", text(title)),
        ]
        for claim, date, status in seen:
            rows += [("kg:claim", thing(claim)), ("kg:claimStatus", Iri(self.ontology.statuses[status].iri))]
            rows += dates("kg:seen", date)
        return block(thing(ids.membership_id(person, body, title)), rows)

    def iri(self, predicate: str) -> str:
        """Return the IRI of a relation or attribute; KeyError if the ontology has neither."""
        known = self.ontology.predicates.get(predicate) or self.ontology.attributes[predicate]
        return known.iri
