"""The only reader of ontology/: entity types, relations, event kinds and roles, attributes, statuses, labels and colours.

It knows how kg.ttl is written, not what it says. Nothing is read on import; ``load`` reads kg.ttl once.

    load().types["company"].label_zh                 "企业"
    load().predicates["undertakes"].range            frozenset({"project", "zone"})
    load().predicates["undertakes"].iri              "https://w3id.org/kg-org-project/ontology#undertakes"
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg import ids
from kg.errors import OntologyError

SKOS = "http://www.w3.org/2004/02/skos/core#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
OWL = "http://www.w3.org/2002/07/owl#"
ORG = "http://www.w3.org/ns/org#"
SCHEMA = "https://schema.org/"


@dataclass(frozen=True, slots=True)
class Term:
    """A thing that the ontology names: ``id`` as the program spells it ("holds_post"), ``iri`` as RDF does."""

    id: str
    iri: str
    label_zh: str
    label_en: str
    definition_zh: str
    definition_en: str
    example: str


@dataclass(frozen=True, slots=True)
class Word:
    """A name that RDF may use, whether a table holds it or not: ``name`` after the prefix kg: ("holdsPost")."""

    name: str
    label_zh: str
    label_en: str


T = TypeVar("T", bound=Term)


@dataclass(frozen=True, slots=True)
class EntityType(Term):
    """A kind of entity; ``colour`` is #rrggbb, ``shape`` a vis-network shape, ``parents`` IRIs of wider classes."""

    colour: str
    shape: str
    parents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Predicate(Term):
    """A relation; domain and range are ids of entity types, qualifiers the keys its claims may carry."""

    domain: frozenset[str]
    range: frozenset[str]
    symmetric: bool
    qualifiers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attribute(Term):
    """A printed figure or state; ``kind`` is "money", "area", "quantity", "count", "date" or "status"."""

    kind: str


@dataclass(frozen=True, slots=True)
class Ontology:
    """All tables of kg.ttl by id, each in the order of the file."""

    types: Mapping[str, EntityType]
    predicates: Mapping[str, Predicate]
    event_kinds: Mapping[str, Term]
    event_roles: Mapping[str, Term]
    attributes: Mapping[str, Attribute]
    qualifiers: Mapping[str, Term]
    project_roles: Mapping[str, Term]
    statuses: Mapping[str, Term]
    prefixes: Mapping[str, str]
    version: str


def folder() -> Path:
    """Return the folder of the ontology: beside the package in a checkout, inside it when installed from a wheel."""
    package = Path(__file__).parent
    for candidate in (package / "_ontology", package.parent / "ontology"):
        if (candidate / "kg.ttl").is_file():
            return candidate
    raise OntologyError(f"no ontology/kg.ttl beside {package}; reinstall kg")


def read(name: str) -> str:
    """Return the text of one file of ontology/, for example ``shapes.ttl``; OntologyError if there is none."""
    path = folder() / name
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise OntologyError(f"{path}: cannot be read ({error.strerror}); reinstall kg") from error


def queries() -> tuple[Path, ...]:
    """Return the files of the saved queries, sorted by name."""
    return tuple(sorted((folder() / "queries").glob("*.rq")))


@cache
def load() -> Ontology:
    """Read kg.ttl, once; OntologyError if it cannot be parsed or a term lacks a label, definition or notation."""
    return _Reader(read("kg.ttl")).ontology()


@cache
def bodies() -> tuple[str, ...]:
    """Return the types of bodies, which have posts, units and names (org:FormalOrganization): company, agency and institution."""
    return tuple(t.id for t in load().types.values() if ORG + "FormalOrganization" in t.parents)


@cache
def organisations() -> tuple[str, ...]:
    """Return the types of bodies, and then of what else is an org:Organization: the zone."""
    return (*bodies(), *(t.id for t in load().types.values() if ORG + "Organization" in t.parents))


@cache
def vocabulary() -> tuple[Word, ...]:
    """Return all that kg.ttl defines, in its order; OntologyError if one of them lacks a label."""
    return _Reader(read("kg.ttl")).words()


class _Reader:
    """The triples of kg.ttl by subject, and how each table is picked out of them."""

    def __init__(self, text: str) -> None:
        self.facts: dict[str, dict[str, list[NamedNode | Literal]]] = defaultdict(lambda: defaultdict(list))
        try:
            parsed = parse(text, format=RdfFormat.TURTLE)
            for quad in parsed:
                if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
                    self.facts[quad.subject.value][quad.predicate.value].append(quad.object)
        except SyntaxError as error:
            raise OntologyError(f"ontology/kg.ttl: {error}") from error
        self.prefixes: dict[str, str] = dict(parsed.prefixes)

    def ontology(self) -> Ontology:
        versions = self.facts[ids.ONTOLOGY.rstrip("#")][OWL + "versionInfo"]
        return Ontology(
            self.table("EntityType", self.entity_type),
            self.table("Relation", self.predicate),
            self.table("EventKind", self.term),
            self.table("EventRole", self.term),
            self.table("Attribute", self.attribute),
            self.table("Qualifier", self.term),
            self.table("ProjectRole", self.term),
            self.table("Status", self.term),
            MappingProxyType(self.prefixes),
            versions[0].value if versions else "",
        )

    def words(self) -> tuple[Word, ...]:
        """Return the names of our namespace."""
        return tuple(
            Word(iri.removeprefix(ids.ONTOLOGY), self.one(iri, RDFS + "label", "zh"), self.one(iri, RDFS + "label", "en"))
            for iri, facts in self.facts.items()
            if iri.startswith(ids.ONTOLOGY) and RDF + "type" in facts
        )

    def table(self, kind: str, make: Callable[[str], T]) -> Mapping[str, T]:
        """Return the terms that are ``a kg:<kind>``, by id."""
        found: dict[str, T] = {}
        for iri, facts in self.facts.items():
            if any(t.value == ids.ONTOLOGY + kind for t in facts.get(RDF + "type", [])):
                term = make(iri)
                if term.id in found:
                    raise OntologyError(f"ontology/kg.ttl: two terms are called {term.id!r}")
                found[term.id] = term
        if not found:
            raise OntologyError(f"ontology/kg.ttl: no kg:{kind} at all")
        return MappingProxyType(found)

    def one(self, iri: str, key: str, language: str | None = None) -> str:
        """Return the one value of a property, in a language if given; OntologyError if there is none or several."""
        found = [o.value for o in self.facts[iri].get(key, []) if language is None or (isinstance(o, Literal) and o.language == language)]
        if len(found) != 1:
            raise OntologyError(f"ontology/kg.ttl: {iri} has {len(found)} values of {key} {language or ''}".rstrip())
        return found[0]

    def ids_of(self, iri: str, key: str) -> list[str]:
        return [self.one(o.value, SKOS + "notation") for o in self.facts[iri].get(key, [])]

    def common(self, iri: str) -> tuple[str, str, str, str, str, str, str]:
        definition = SKOS + "definition"
        return (
            self.one(iri, SKOS + "notation"),
            iri,
            self.one(iri, RDFS + "label", "zh"),
            self.one(iri, RDFS + "label", "en"),
            self.one(iri, definition, "zh"),
            self.one(iri, definition, "en"),
            self.one(iri, SKOS + "example"),
        )

    def term(self, iri: str) -> Term:
        return Term(*self.common(iri))

    def entity_type(self, iri: str) -> EntityType:
        parents = tuple(sorted(o.value for o in self.facts[iri].get(RDFS + "subClassOf", [])))
        return EntityType(*self.common(iri), self.one(iri, ids.ONTOLOGY + "colour"), self.one(iri, ids.ONTOLOGY + "shape"), parents)

    def predicate(self, iri: str) -> Predicate:
        symmetric = any(t.value == OWL + "SymmetricProperty" for t in self.facts[iri][RDF + "type"])
        domain, reach = (frozenset(self.ids_of(iri, SCHEMA + end)) for end in ("domainIncludes", "rangeIncludes"))
        return Predicate(*self.common(iri), domain, reach, symmetric, tuple(self.ids_of(iri, ids.ONTOLOGY + "qualifiedBy")))

    def attribute(self, iri: str) -> Attribute:
        return Attribute(*self.common(iri), self.one(iri, ids.ONTOLOGY + "valueKind"))
