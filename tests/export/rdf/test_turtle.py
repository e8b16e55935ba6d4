"""The Turtle: read by three parsers alike, deterministic, without blank nodes, and nothing said without its words."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from rdflib import RDF, Namespace

from kg import ids
from kg.errors import ExportError
from kg.export import base
from kg.export.rdf.statements import statements
from kg.export.rdf.turtle import as_rdflib, lines
from kg.graph.facts import claim_key
from kg.model import Corpus
from kg.ontology import load
from kg.pipeline import build
from tests.export.pocket import HOSTILE, entity, pocket, seeds

ROOT = Path(__file__).parents[3]
KG, ORG, OA = Namespace(ids.ONTOLOGY), Namespace("http://www.w3.org/ns/org#"), Namespace("http://www.w3.org/ns/oa#")
SCHEMA, ID = Namespace("https://schema.org/"), Namespace(ids.DATA)


@pytest.fixture(scope="module")
def graph() -> rdflib.Graph:
    return as_rdflib(pocket())


@pytest.fixture(scope="module", params=[pocket, seeds], ids=["pocket", "seeds"])
def turtle(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rdf") / "graph.ttl"
    base.write_one(request.param(), "turtle", path)
    return path


def test_three_parsers_count_the_same_triples(turtle: Path) -> None:
    counts = {len(rdflib.Graph().parse(turtle)), sum(1 for _ in pyoxigraph.parse(path=str(turtle)))}
    if shutil.which("rapper"):
        told = subprocess.run(["rapper", "-c", "-i", "turtle", str(turtle)], capture_output=True, text=True, check=True).stderr
        counts.add(int(told.split("returned ")[1].split()[0]))
    assert len(counts) == 1


def test_no_blank_nodes(turtle: Path) -> None:
    assert not any(isinstance(t, pyoxigraph.BlankNode) for q in pyoxigraph.parse(path=str(turtle)) for t in (q.subject, q.object))


def test_no_subject_comes_twice() -> None:
    subjects = [block.subject for block in statements(seeds())]
    assert len(subjects) == len(set(subjects))


@pytest.mark.parametrize("seed", ["0", "1", "77"])
def test_the_bytes_do_not_depend_on_the_hash_seed(seed: str, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from kg.export import base; from tests.export.pocket import pocket\n"
        "[base.write_one(pocket(), f, Path(sys.argv[1]) / base.FORMATS[f].target.rstrip('/')) for f in "
        "('turtle', 'nquads', 'jsonld', 'graphml', 'gexf', 'ftm')]"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True, env=environment)
    here = tmp_path / "here"
    for path in sorted(tmp_path.iterdir()):
        format_ = next(f.name for f in base.FORMATS.values() if f.target == path.name)
        base.write_one(pocket(), format_, here)
        assert here.read_bytes() == path.read_bytes(), path.name


def test_every_direct_link_has_a_claim_and_every_claim_a_quote_of_its_page() -> None:
    graph = as_rdflib(seeds())
    claimed = {
        (graph.value(c, RDF.subject), graph.value(c, RDF.predicate), graph.value(c, RDF.object)) for c in graph.subjects(RDF.type, KG.Claim)
    }
    links = {rdflib.URIRef(t.iri) for t in (*load().predicates.values(), *load().attributes.values())}
    assert [t for t in graph if t[1] in links and tuple(t) not in claimed] == []
    texts = {r.page.id: r.page.text for r in seeds().pages}
    for span in graph.subjects(RDF.type, KG.Evidence):
        position, words = (
            next(s for s in graph.objects(span, OA.hasSelector) if (s, RDF.type, kind) in graph)
            for kind in (OA.TextPositionSelector, OA.TextQuoteSelector)
        )
        start, end = int(graph.value(position, OA.start)), int(graph.value(position, OA.end))  # type: ignore[arg-type]
        page = str(graph.value(span, OA.hasSource)).rpartition("/")[2]
        assert texts[page][start:end] == str(graph.value(words, OA.exact))


def test_who_held_which_post_seen_when_is_one_query(graph: rdflib.Graph) -> None:
    rows = graph.query(
        """SELECT ?person ?body ?title ?seen WHERE {
        ?m a org:Membership ; org:member/rdfs:label ?person ; org:organization/rdfs:label ?body ;
          org:role/skos:prefLabel ?title ; kg:seen ?seen }""",
        initNs={"org": ORG, "kg": KG},
    )
    assert sorted(tuple(map(str, row)) for row in rows) == [  # type: ignore[arg-type]
        ("柳长河", "云岭市水务局", "局长", "2021-03-01"),
        ("贺清", "云岭市水务局", "局长", "2021-03-01"),
    ]


def test_a_post_stands_apart_from_its_holders(graph: rdflib.Graph) -> None:
    post = ID[ids.post_id(entity("云岭市水务局"), "局长")]
    assert set(graph.objects(post, ORG.heldBy)) == {ID[entity("柳长河")], ID[entity("贺清")]}
    assert set(graph.objects(post, ORG.postIn)) == {ID[entity("云岭市水务局")]}


def test_amounts_are_numbers_beside_the_printed_form(graph: rdflib.Graph) -> None:
    rows = {
        (
            str(graph.value(q, rdflib.RDFS.label)),
            str(graph.value(q, SCHEMA.value)),
            str(graph.value(q, SCHEMA.currency)),
            str(graph.value(q, KG.approximate)),
        )
        for q in graph.subjects(RDF.type, KG.Quantity)
    }
    assert rows == {
        ("约2.5亿元", "250000000.0", "CNY", "true"),
        ("3亿元", "300000000.0", "CNY", "None"),
        ("3.2亿元", "320000000.0", "CNY", "None"),
    }


def test_denied_and_doubtful_claims_have_a_node_and_no_direct_link(graph: rdflib.Graph) -> None:
    project = ID[entity("柳河治理工程")]
    assert graph.value(project, KG.progress) is None
    assert set(graph.subjects(KG.oversees, project)) == set()
    assert {str(o) for c in graph.subjects(KG.claimStatus, KG.denied) for o in graph.objects(c, RDF.object)} == {"尚未开工"}


def test_a_code_of_the_ontology_is_a_node_and_printed_words_are_not(graph: rdflib.Graph) -> None:
    assert set(graph.objects(None, KG.projectRole)) == {KG.owner}


def test_event_roles_are_direct_and_in_printed_order(graph: rdflib.Graph) -> None:
    event = next(graph.subjects(RDF.type, KG.Inspection))
    parts = sorted((int(graph.value(p, KG.order)), str(graph.value(p, KG.participantRole))) for p in graph.objects(event, KG.participation))  # type: ignore[arg-type]
    assert parts == [(1, str(KG.inspector)), (2, str(KG.target))]
    assert graph.value(event, KG.inspector) == ID[entity("柳长河")]


def test_hostile_names_come_back_as_they_were(graph: rdflib.Graph) -> None:
    assert str(graph.value(ID[entity(HOSTILE)], rdflib.RDFS.label)) == HOSTILE


def test_joins_refusals_former_ids_and_decisions_are_told(graph: rdflib.Graph) -> None:
    reasons = {(str(graph.value(j, KG.same)), str(graph.value(j, KG.reason))) for j in graph.subjects(RDF.type, KG.Join)}
    assert reasons == {("true", "同城的规则简称"), ("false", "不同的人")}
    assert str(graph.value(ID["agency-000000000000"], rdflib.DCTERMS.isReplacedBy)).startswith(ids.DATA)
    decision = next(graph.subjects(RDF.type, KG.Decision))
    author = graph.value(decision, rdflib.PROV.wasAssociatedWith)
    assert (str(graph.value(decision, KG.action)), str(graph.value(author, rdflib.FOAF.name))) == ("merge", "王编辑")
    assert set(graph.objects(decision, rdflib.PROV.used)) == {ID[entity("云岭市水务局")]}


def test_sources_carry_headline_credits_and_dates_as_precise_as_printed(graph: rdflib.Graph) -> None:
    rows = {
        (
            str(graph.value(a, SCHEMA.headline)),
            str(graph.value(a, SCHEMA.creditText)),
            str(graph.value(a, rdflib.DCTERMS.date)),
            str(graph.value(a, KG.dayOfUnknownYear)),
        )
        for a in graph.subjects(RDF.type, KG.Article)
    }
    assert rows == {
        ("柳河治理工程推进", "记者 顾明远", "2021-03-01", "None"),
        ("柳河治理工程开工", "记者 顾明远", "None", "05-06"),
    }


def test_a_claim_that_crosses_a_weak_seam_is_marked(graph: rdflib.Graph) -> None:
    assert len(set(graph.subjects(KG.crossesWeakSeam))) > 0


def test_the_writer_streams() -> None:
    stream = lines(statements(pocket()))
    assert next(stream).startswith("@prefix dcterms:")
    assert iter(stream) is stream


def tampered() -> Corpus:
    corpus = pocket()
    reading = corpus.readings[0]
    claim = reading.claims[0]
    false = replace(claim, evidence=replace(claim.evidence, quote="柳长河任省长"))
    return replace(corpus, readings=(replace(reading, claims=(false, *reading.claims[1:])), *corpus.readings[1:]))


@pytest.mark.parametrize("format_", ["turtle", "graphml", "tables", "ftm"])
def test_a_quote_that_its_page_does_not_print_stops_the_export(format_: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"export refused: .* does not print '柳长河任省长'"):
        base.write_one(tampered(), format_, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_claim_ids_do_not_depend_on_other_pages() -> None:
    corpus = pocket()
    alone = replace(corpus, pages=corpus.pages[:1], readings=corpus.readings[:1])
    both = {str(b.subject.value) for b in statements(corpus)}
    assert {ids.iri(claim_key(c)) for c in alone.claims()} <= both


def test_a_claim_whose_ends_are_one_entity_is_left_out(graph: rdflib.Graph) -> None:
    assert (None, RDF.predicate, KG.partOf) not in graph


def test_a_decision_that_was_replayed_stands_in_the_graph(root: Path, tmp_path: Path) -> None:
    (tmp_path / "decisions.yaml").write_text("- rename: 凌兵奎\n  to: 凌宾奎\n  who: 王编辑\n  why: 校对\n", encoding="utf-8")
    graph = build([sorted((root / "seeds").glob("*.txt"))[3]], decisions=tmp_path / "decisions.yaml", workers=1).rdf
    decision = graph.value(None, RDF.type, KG.Decision)
    assert {str(o) for p in (KG.action, KG.onName, KG.newValue, KG.reason) for o in graph.objects(decision, p)} == {
        "rename",
        "凌兵奎",
        "凌宾奎",
        "校对",
    }
    assert {str(graph.value(e, rdflib.RDFS.label)) for e in graph.objects(decision, rdflib.PROV.used)} == {"凌宾奎"}
