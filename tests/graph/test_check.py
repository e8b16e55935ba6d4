"""A sound export conforms, and each planted fault is found: by kg check and, where it is a shape's, by pySHACL too."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pyoxigraph
import pyshacl
import pytest
import rdflib
from rdflib import RDF, Namespace

from kg import ids
from kg.errors import ExportError, OntologyError, PageError
from kg.export.rdf.turtle import as_rdflib
from kg.graph.check import check, open_graph, texts
from kg.graph.shacl import read, validate
from kg.ontology import read as read_file
from tests.export.pocket import pocket, seeds

KG, ORG, OA = Namespace(ids.ONTOLOGY), Namespace("http://www.w3.org/ns/org#"), Namespace("http://www.w3.org/ns/oa#")
SCHEMA, DC, SKOS = Namespace("https://schema.org/"), rdflib.DCTERMS, rdflib.SKOS
Fault = Callable[[rdflib.Graph], object]


@cache
def sound() -> str:
    return as_rdflib(pocket()).serialize(format="nt")


@cache
def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(data=read_file("shapes.ttl"), format="turtle")


def store_of(graph: rdflib.Graph) -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    store.load(graph.serialize(format="nt"), format=pyoxigraph.RdfFormat.N_TRIPLES)
    return store


def one(graph: rdflib.Graph, kind: rdflib.URIRef) -> rdflib.term.Node:
    return min(graph.subjects(RDF.type, kind))


def without(kind: rdflib.URIRef, predicate: rdflib.URIRef) -> Fault:
    def plant(graph: rdflib.Graph) -> None:
        subject = min(s for s in graph.subjects(RDF.type, kind) if (s, predicate, None) in graph)
        graph.remove((subject, predicate, None))

    return plant


def instead(kind: rdflib.URIRef, predicate: rdflib.URIRef, value: rdflib.term.Node) -> Fault:
    def plant(graph: rdflib.Graph) -> None:
        subject = min(s for s in graph.subjects(RDF.type, kind) if (s, predicate, None) in graph)
        graph.set((subject, predicate, value))

    return plant


def also(kind: rdflib.URIRef, predicate: rdflib.URIRef, value: rdflib.term.Node) -> Fault:
    return lambda graph: graph.add((one(graph, kind), predicate, value))


def link(subject: rdflib.URIRef, predicate: rdflib.URIRef, target: rdflib.URIRef) -> Fault:
    return lambda graph: graph.add((one(graph, subject), predicate, one(graph, target)))


NUMBER, TEXT = rdflib.Literal(7), rdflib.Literal("柳河", lang="zh")
PLANTED: dict[str, tuple[str, Fault]] = {
    "a claim without evidence": ("ClaimShape", without(KG.Claim, KG.evidence)),
    "a claim without a quote": ("ClaimShape", without(KG.Claim, KG.quote)),
    "a claim about two entities": ("ClaimShape", link(KG.Claim, RDF.subject, KG.Zone)),
    "a claim surer than sure": ("ClaimShape", instead(KG.Claim, KG.confidence, rdflib.Literal("1.5", datatype=rdflib.XSD.decimal))),
    "a claim of no article": ("ClaimShape", without(KG.Claim, KG.statedIn)),
    "an event without a label": ("EventShape", without(KG.Event, rdflib.RDFS.label)),
    "a participation of nobody": ("ParticipationShape", without(KG.Participation, KG.entity)),
    "evidence on no page": ("EvidenceShape", without(KG.Evidence, OA.hasSource)),
    "evidence without a position": ("EvidenceShape", lambda g: g.remove((None, OA.hasSelector, one(g, OA.TextPositionSelector)))),
    "a position that ends before it starts": (
        "PositionShape",
        instead(OA.TextPositionSelector, OA.end, rdflib.Literal("0", datatype=rdflib.XSD.nonNegativeInteger)),
    ),
    "a quote selector without words": ("QuoteShape", without(OA.TextQuoteSelector, OA.exact)),
    "an entity without a name": ("EntityShape", without(KG.Entity, KG.name)),
    "an entity with a strange id": ("EntityShape", instead(KG.Entity, DC.identifier, rdflib.Literal("?"))),
    "a membership of nobody": ("MembershipShape", without(ORG.Membership, ORG.member)),
    "a membership at no body": ("MembershipShape", without(ORG.Membership, ORG.organization)),
    "a membership without a claim": ("MembershipShape", without(ORG.Membership, KG.claim)),
    "a post without a holder": ("PostShape", without(ORG.Post, ORG.heldBy)),
    "a post at no body": ("PostShape", without(ORG.Post, ORG.postIn)),
    "a page without a file": ("PageShape", without(KG.Page, DC.title)),
    "an article of no page": ("ArticleShape", without(KG.Article, DC.isPartOf)),
    "an article of an unknown kind": ("ArticleShape", instead(KG.Article, KG.articleKind, rdflib.Literal("poem"))),
    "a mention of nothing": ("MentionShape", without(KG.Mention, KG.refersTo)),
    "a quantity without a number": ("QuantityShape", without(KG.Quantity, SCHEMA.value)),
    "money without a currency": ("MoneyShape", without(SCHEMA.MonetaryAmount, SCHEMA.currency)),
    "a join without a reason": ("JoinShape", without(KG.Join, KG.reason)),
    "a company that holds a post": ("holdsPostSubjectShape", link(KG.Company, KG.holdsPost, KG.Agency)),
    "a post held at a project": ("holdsPostObjectShape", link(KG.Person, KG.holdsPost, KG.Project)),
    "a role outside an event": ("hostSubjectShape", link(KG.Company, KG.host, KG.Person)),
    "a role that is text": ("hostObjectShape", lambda g: g.add((one(g, KG.Event), KG.host, TEXT))),
    "an attribute of a page": ("areaSubjectShape", lambda g: g.add((one(g, KG.Page), KG.area, TEXT))),
}


@pytest.mark.parametrize("corpus", [pocket, seeds], ids=["pocket", "seeds"])
def test_the_export_conforms_by_both_validators(corpus: Callable[[], object]) -> None:
    graph = as_rdflib(corpus())  # type: ignore[arg-type]
    assert check(store_of(graph)) == []
    assert pyshacl.validate(graph, shacl_graph=shapes())[0] is True


@pytest.mark.parametrize("fault", sorted(PLANTED))
def test_a_planted_fault_is_found_by_both_validators(fault: str) -> None:
    shape, plant = PLANTED[fault]
    graph = rdflib.Graph().parse(data=sound(), format="nt")
    plant(graph)
    assert shape in {f.shape for f in validate(store_of(graph), read_file("shapes.ttl"))}
    conforms, report, _ = pyshacl.validate(graph, shacl_graph=shapes())
    sources = {str(o) for o in report.objects(None, rdflib.SH.sourceShape)}
    parents = {
        str(s).partition("#")[2] for o in report.objects(None, rdflib.SH.sourceShape) for s in shapes().subjects(rdflib.SH.property, o)
    }
    assert not conforms
    assert shape in parents | {source.partition("#")[2] for source in sources}


def test_every_shape_has_a_planted_fault_or_is_one_of_the_generated_ranges() -> None:
    by_hand = read_file("shapes.ttl").partition("# ---- generated")[0]
    assert {shape for shape, _ in PLANTED.values()} >= {shape.iri.partition("#")[2] for shape in read(by_hand)}


def test_a_link_without_a_claim_is_found() -> None:
    graph = rdflib.Graph().parse(data=sound(), format="nt")
    link(KG.Company, KG.cooperatesWith, KG.Agency)(graph)
    assert [f.message for f in check(store_of(graph))] == ["no claim states cooperatesWith"]


def test_a_role_without_a_participation_is_found() -> None:
    graph = rdflib.Graph().parse(data=sound(), format="nt")
    link(KG.Event, KG.presenter, KG.Company)(graph)
    assert [f.message for f in check(store_of(graph))] == ["no claim states presenter"]


def test_a_term_that_the_ontology_does_not_define_is_found() -> None:
    graph = rdflib.Graph().parse(data=sound(), format="nt")
    graph.add((one(graph, KG.Company), KG.marries, one(graph, KG.Person)))
    assert [(f.node, f.shape) for f in check(store_of(graph))] == [(ids.ONTOLOGY + "marries", "Ontology")]


def test_a_quote_that_its_evidence_does_not_hold_is_found() -> None:
    graph = rdflib.Graph().parse(data=sound(), format="nt")
    instead(KG.Claim, KG.quote, TEXT)(graph)
    assert {f.shape for f in check(store_of(graph))} == {"Quote"}


def test_evidence_is_read_against_the_pages() -> None:
    store = store_of(as_rdflib(pocket()))
    pages = {r.page.id: r.page.text for r in pocket().pages}
    assert check(store, pages) == []
    changed = {id_: text.replace("柳长河", "柳大河") for id_, text in pages.items()}
    assert {f.shape for f in check(store, changed)} == {"Page"}
    first = pocket().pages[0].page
    assert [f.message for f in check(store, {k: v for k, v in pages.items() if k != first.id})] == [
        "none of the files given has the text of this page (甲.txt)"
    ]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("g.txt", "", "not a graph kg can check"),
        ("g.ttl", "<a> <b", "cannot be read as RDF"),
        ("gone.ttl", None, "cannot be read as RDF"),
    ],
)
def test_a_file_that_is_no_graph_is_an_export_error(name: str, content: str | None, message: str, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(ExportError, match=message):
        open_graph(tmp_path / name)


def test_a_missing_page_folder_is_a_page_error(tmp_path: Path) -> None:
    with pytest.raises(PageError, match="no such file or folder"):
        texts([tmp_path / "nothing"])


@pytest.mark.parametrize(
    ("shape", "message"),
    [
        ("sh:property [ sh:path kg:quote ; sh:uniqueLang true ]", "does not know sh:uniqueLang"),
        ("sh:property [ sh:path ( kg:a kg:b ) ; sh:minCount 1 ]", "a path is a property or the inverse of one"),
        ("sh:property [ sh:path kg:quote ; sh:pattern 'a' , 'b' ]", "takes one sh:pattern in a shape"),
    ],
)
def test_a_shape_that_cannot_be_checked_is_never_passed_over(shape: str, message: str) -> None:
    head = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix kg: <https://w3id.org/kg-org-project/ontology#> .\n"
    with pytest.raises(OntologyError, match=message):
        read(f"{head}kg:S a sh:NodeShape ; sh:targetClass kg:Claim ; {shape} .")


def test_what_kg_reads_of_the_real_pages_conforms(seeds_export: Path, root: Path) -> None:
    assert check(open_graph(seeds_export / "graph.ttl"), texts([root / "seeds"])) == []
