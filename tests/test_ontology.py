"""ontology/ is complete, agrees with itself, and is what the gold is annotated with."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS

from kg import ids
from kg.errors import OntologyError
from kg.export.rdf import vocabulary
from kg.ontology import _Reader, bodies, folder, load, organisations, queries, read
from tests.export.pocket import seeds
from tests.gold import check as gold

KG = rdflib.Namespace(ids.ONTOLOGY)


@pytest.fixture(scope="module")
def terms() -> rdflib.Graph:
    return rdflib.Graph().parse(folder() / "kg.ttl")


def ours(graph: rdflib.Graph) -> Iterator[rdflib.term.Node]:
    return (s for s in sorted(set(graph.subjects())) if str(s).startswith(ids.ONTOLOGY))


def test_every_term_has_labels_and_definitions_in_two_languages_and_an_example(terms: rdflib.Graph) -> None:
    poor = [
        s
        for s in ours(terms)
        if {o.language for o in terms.objects(s, RDFS.label)} != {"zh", "en"}  # type: ignore[attr-defined]
        or {o.language for o in terms.objects(s, SKOS.definition)} != {"zh", "en"}  # type: ignore[attr-defined]
        or len(list(terms.objects(s, SKOS.example))) != 1
    ]
    assert poor == []


def test_no_two_terms_of_a_kind_share_a_label(terms: rdflib.Graph) -> None:
    for kind in (KG.EntityType, KG.Relation, KG.EventKind, KG.EventRole, KG.Attribute, KG.Status):
        labels = [(o.language, str(o)) for s in terms.subjects(RDF.type, kind) for o in terms.objects(s, RDFS.label)]  # type: ignore[attr-defined]
        assert len(labels) == len(set(labels))


def test_every_term_is_used_in_a_graph_or_in_the_ontology(terms: rdflib.Graph) -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in sorted((folder().parent / "kg").rglob("*.py")))
    tables = {
        t.iri
        for table in (
            load().types,
            load().predicates,
            load().event_kinds,
            load().event_roles,
            load().attributes,
            load().qualifiers,
            load().project_roles,
            load().statuses,
        )
        for t in table.values()
    }
    uses = {str(o) for o in terms.objects()} | {str(p) for p in terms.predicates()} | tables
    unused = [s for s in ours(terms) if str(s) not in uses and not re.search(rf"kg:{str(s).partition('#')[2]}\b", text)]
    assert unused == []


def test_bodies_are_what_may_hold_posts_and_a_zone_is_an_organisation_beside_them() -> None:
    assert bodies() == ("company", "agency", "institution")
    assert organisations() == (*bodies(), "zone")


def test_the_version_iri_ends_in_the_version(terms: rdflib.Graph) -> None:
    ontology = rdflib.URIRef(ids.ONTOLOGY.rstrip("#"))
    assert terms.value(ontology, OWL.versionIRI) == rdflib.URIRef(f"{ontology}/{load().version}")


@pytest.mark.parametrize(
    ("ours_", "theirs"),
    [
        (load().types, gold.TYPES),
        (load().predicates, gold.PREDICATES),
        (load().event_kinds, gold.EVENT_KINDS),
        (load().event_roles, gold.EVENT_ROLES),
        (load().attributes, gold.ATTRIBUTES),
    ],
    ids=["types", "predicates", "event kinds", "event roles", "attributes"],
)
def test_terms_are_those_of_the_guidelines(ours_: dict[str, Any], theirs: set[str]) -> None:
    assert set(ours_) == theirs


def test_colours_and_shapes_tell_the_types_apart() -> None:
    types = load().types.values()
    assert len({t.colour for t in types}) == len(types) == len({t.shape for t in types})
    assert all(re.fullmatch("#[0-9a-f]{6}", t.colour) for t in types)


def test_domains_and_ranges_hold_on_the_gold_of_the_seeds() -> None:
    corpus = seeds()
    types = {e.id: e.type for e in corpus.entities}
    known = load().predicates
    wrong = [
        claim
        for claim in corpus.claims()
        if claim.predicate in known
        and (
            types[corpus.entity_of[claim.subject]] not in known[claim.predicate].domain
            or (claim.object and types[corpus.entity_of[claim.object]] not in known[claim.predicate].range)
        )
    ]
    assert wrong == []


def test_a_term_without_a_label_is_an_ontology_error() -> None:
    text = read("kg.ttl").replace('rdfs:label "承担"@zh , "undertakes"@en', 'rdfs:label "承担"@zh')
    with pytest.raises(OntologyError, match=r"undertakes has 0 values of .*label en"):
        _Reader(text).ontology()


def test_two_terms_of_one_name_are_an_ontology_error() -> None:
    text = read("kg.ttl").replace('skos:notation "supplies"', 'skos:notation "undertakes"')
    with pytest.raises(OntologyError, match="two terms are called 'undertakes'"):
        _Reader(text).ontology()


def test_a_missing_file_says_to_reinstall() -> None:
    with pytest.raises(OntologyError, match=r"nothing\.ttl: cannot be read .*reinstall kg"):
        read("nothing.ttl")


@pytest.mark.parametrize(
    ("name", "renewed"),
    [("shapes.ttl", vocabulary.renewed_shapes), ("README.md", vocabulary.renewed_readme), ("context.jsonld", vocabulary.renewed_context)],
)
def test_what_is_made_from_kg_ttl_is_fresh(name: str, renewed: Any) -> None:
    assert renewed(read(name), load()) == read(name)


def test_the_page_schema_lists_the_terms_of_the_ontology() -> None:
    parts = json.loads(read("page.schema.json"))["$defs"]
    assert set(parts["entity"]["properties"]["type"]["enum"]) == set(load().types)
    assert set(parts["relation"]["properties"]["p"]["enum"]) == set(load().predicates)
    assert set(parts["relation"]["properties"]["qualifiers"]["propertyNames"]["enum"]) == set(load().qualifiers)
    assert set(parts["event"]["properties"]["kind"]["enum"]) == set(load().event_kinds)
    assert set(parts["event"]["properties"]["roles"]["items"]["properties"]["role"]["enum"]) == set(load().event_roles)
    assert set(parts["attribute"]["properties"]["key"]["enum"]) == set(load().attributes)
    assert set(parts["status"]["enum"]) == set(load().statuses)


def test_the_readme_names_every_file_of_the_folder() -> None:
    text = read("README.md")
    assert [p.name for p in sorted(folder().iterdir()) if p.is_file() and p.name != "README.md" and f"`{p.name}`" not in text] == []
    assert len(queries()) >= 20
