"""The same graph read back from every format has the same entities and links; each is read by somebody else's reader."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pandas
import pyoxigraph
import pytest
import rdflib

from kg import ids
from kg.errors import ExportError
from kg.export import base
from kg.export.tables import Tables
from kg.extract.attributes.find import find_attributes
from kg.graph.build import network
from kg.graph.facts import claim_key
from kg.model import Corpus, Entity
from kg.ontology import load, read
from tests.export.pocket import HOSTILE, entity, pocket, seeds
from tests.extract.facts_of import draft_of

Links = set[tuple[str, str, str]]
CORPORA = pytest.mark.parametrize("corpus", [pocket(), seeds()], ids=["pocket", "seeds"])


def links(corpus: Corpus) -> Links:
    """Subject, predicate, object of every fact that is told, from the network."""
    return {(s, d["predicate"], o) for s, o, d in network(corpus, cut=0.5).edges(data=True)}


def triples(quads: Any) -> set[tuple[Any, Any, Any]]:
    return {(q.subject, q.predicate, q.object) for q in quads}


def of_rdf(path: Path) -> Links:
    local = {t.iri: id_ for table in (load().predicates, load().event_roles) for id_, t in table.items()}
    formats = {".ttl": "turtle", ".nq": "nquads", ".jsonld": "json-ld"}
    found = rdflib.Dataset() if path.suffix == ".nq" else rdflib.Graph()
    found.parse(data=path.read_text(encoding="utf-8"), format=formats[path.suffix])
    quads = list(found.quads() if isinstance(found, rdflib.Dataset) else found)
    rows = {(str(q[0]).removeprefix(ids.DATA), local[str(q[1])], str(q[2]).removeprefix(ids.DATA)) for q in quads if str(q[1]) in local}
    at = rdflib.URIRef("https://schema.org/location")
    rows |= {(str(q[2]).removeprefix(ids.DATA), "place", str(q[0]).removeprefix(ids.DATA)) for q in quads if q[1] == at}
    events = set(load().event_roles)
    return {(o, p, s) if p in events else (s, p, o) for s, p, o in rows}


def of_networkx(reader: Callable[[Path], nx.MultiDiGraph]) -> Callable[[Path], Links]:
    return lambda path: {(s, d["predicate"], o) for s, o, d in reader(path).edges(data=True)}


def of_tables(path: Path) -> Links:
    claims = pandas.read_csv(path / "claims.csv", dtype=str, keep_default_na=False)
    asserted = claims[(claims.asserted == "true") & (claims.object != "")]
    events = pandas.read_csv(path / "events.csv", dtype=str, keep_default_na=False)
    parts = pandas.read_csv(path / "participations.csv", dtype=str, keep_default_na=False)
    found = set(zip(asserted.subject, asserted.predicate, asserted.object, strict=True)) | set(
        zip(parts.entity, parts.role, parts.event, strict=True)
    )
    return found | {(row.place, "place", row.id) for row in events.itertuples() if row.place}


def of_neo4j(path: Path) -> Links:
    with (path / "relationships.csv").open(encoding="utf-8", newline="") as file:
        return {(row[":START_ID"], row["predicate:string"], row[":END_ID"]) for row in csv.DictReader(file)}


FORMATS: dict[str, Callable[[Path], Links]] = {
    "turtle": of_rdf,
    "nquads": of_rdf,
    "jsonld": of_rdf,
    "graphml": of_networkx(lambda p: nx.read_graphml(p, force_multigraph=True)),
    "gexf": of_networkx(nx.read_gexf),
    "tables": of_tables,
    "neo4j": of_neo4j,
}


@CORPORA
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib warns of itself when it reads N-Quads or JSON-LD
@pytest.mark.parametrize("format_", sorted(FORMATS))
def test_the_links_come_back(format_: str, corpus: Corpus, tmp_path: Path) -> None:
    path = tmp_path / base.format_of(format_).target.rstrip("/")
    base.write_one(corpus, format_, path)
    assert FORMATS[format_](path) == links(corpus)


@CORPORA
def test_json_ld_and_n_quads_say_what_the_turtle_says(corpus: Corpus, tmp_path: Path) -> None:
    for name in ("turtle", "nquads", "jsonld"):
        base.write_one(corpus, name, tmp_path / base.format_of(name).target)
    turtle = triples(pyoxigraph.parse(path=str(tmp_path / "graph.ttl")))
    assert triples(pyoxigraph.parse(path=str(tmp_path / "graph.nq"))) == turtle
    assert triples(pyoxigraph.parse(path=str(tmp_path / "graph.jsonld"), format=pyoxigraph.RdfFormat.JSON_LD)) == turtle


def test_n_quads_have_a_named_graph_for_each_article(tmp_path: Path) -> None:
    base.write_one(pocket(), "nquads", tmp_path / "graph.nq")
    graphs = {
        q.graph_name.value for q in pyoxigraph.parse(path=str(tmp_path / "graph.nq")) if isinstance(q.graph_name, pyoxigraph.NamedNode)
    }
    assert graphs == {ids.iri(r.article.id) for r in pocket().readings}


def test_the_context_is_inside_the_json_ld_and_asks_no_network(tmp_path: Path) -> None:
    base.write_one(pocket(), "jsonld", tmp_path / "graph.jsonld")
    assert json.loads((tmp_path / "graph.jsonld").read_text(encoding="utf-8"))["@context"] == json.loads(read("context.jsonld"))["@context"]


def test_graphml_and_gexf_type_their_attributes_and_name_each_edge_by_its_claim(tmp_path: Path) -> None:
    base.write_one(pocket(), "graphml", tmp_path / "g.graphml")
    base.write_one(pocket(), "gexf", tmp_path / "g.gexf")
    graphml = nx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    gexf = nx.read_gexf(tmp_path / "g.gexf")
    for graph in (graphml, gexf):
        assert graph.nodes[entity("柳长河")]["n_mentions"] == 2
        assert {type(d["confidence"]) for *_, d in graph.edges(data=True)} == {float}
    assert {k for *_, k in graphml.edges(keys=True)} >= {claim_key(pocket().readings[0].claims[0])}


def test_gexf_is_well_formed_and_bears_no_date(tmp_path: Path) -> None:
    base.write_one(pocket(), "gexf", tmp_path / "g.gexf")
    tree = ElementTree.parse(tmp_path / "g.gexf")
    assert "lastmodifieddate" not in (tmp_path / "g.gexf").read_text(encoding="utf-8")
    assert tree.getroot().tag == "{http://www.gexf.net/1.2draft}gexf"


def test_characters_that_xml_forbids_are_replaced_and_do_not_stop_the_export() -> None:
    from kg.export.flat import clean

    assert clean("柳\x00河\ufffe") == "柳�河�"


def test_tables_do_not_run_formulas() -> None:
    from kg.export.tables import safe

    assert [safe(c) for c in ("=1+1", "@x", "柳河", 3, None)] == ["'=1+1", "'@x", "柳河", 3, None]


def test_tables_hold_amounts_as_numbers(tmp_path: Path) -> None:
    base.write_one(pocket(), "tables", tmp_path / "t")
    claims = pandas.read_csv(tmp_path / "t" / "claims.csv")
    assert sorted(claims.number.dropna()) == [250000000.0, 300000000.0, 320000000.0]
    assert set(claims.unit.dropna()) == {"CNY"}


def test_tables_say_of_what_set_a_sum_is(tmp_path: Path) -> None:
    draft = draft_of("〔Z青桐产业园〕实施省、市重点项目86个，总投资512亿元。")
    find_attributes(draft)
    reading = draft.freeze()
    found = tuple(Entity(m.id, m.type, m.surface, (m.surface,), (m.id,)) for m in reading.mentions)
    Tables().write(Corpus((), (reading,), found, {m.id: m.id for m in reading.mentions}), tmp_path / "t")
    claims = pandas.read_csv(tmp_path / "t" / "claims.csv")
    assert list(claims.counted) == ["省、市重点项目86个"]


def test_neo4j_headers_carry_types_and_labels(tmp_path: Path) -> None:
    base.write_one(pocket(), "neo4j", tmp_path / "n")
    with (tmp_path / "n" / "nodes.csv").open(encoding="utf-8", newline="") as file:
        rows = {row[":ID"]: row for row in csv.DictReader(file)}
    assert rows[entity(HOSTILE)][":LABEL"] == "Entity;Company"
    assert rows[entity(HOSTILE)]["name:string"] == HOSTILE
    assert rows[entity("柳长河")]["n_mentions:long"] == "2"


@CORPORA
def test_followthemoney_validates_and_keeps_every_value(corpus: Corpus, tmp_path: Path) -> None:
    followthemoney = pytest.importorskip("followthemoney", reason="needs followthemoney, which builds PyICU with Debian's libicu-dev")
    base.write_one(corpus, "ftm", tmp_path / "g.ftm.json")
    rows = [json.loads(line) for line in (tmp_path / "g.ftm.json").read_text(encoding="utf-8").splitlines()]
    schemata = {row["id"]: followthemoney.model.get(row["schema"]) for row in rows}
    assert len(schemata) == len(rows)
    for row in rows:
        schema = schemata[row["id"]]
        schema.validate(row)
        proxy = followthemoney.model.get_proxy(row, cleaned=False)
        assert {k: sorted(v) for k, v in proxy.to_dict()["properties"].items()} == {k: sorted(v) for k, v in row["properties"].items()}
        assert set(schema.required) <= set(row["properties"])
        for key, values in row["properties"].items():
            wanted = schema.properties[key].range
            assert all(schemata[value].is_a(wanted) for value in values if wanted)


@CORPORA
def test_followthemoney_has_every_entity_and_every_link(corpus: Corpus, tmp_path: Path) -> None:
    base.write_one(corpus, "ftm", tmp_path / "g.ftm.json")
    rows = {row["id"]: row for row in map(json.loads, (tmp_path / "g.ftm.json").read_text(encoding="utf-8").splitlines())}
    assert {e.id for e in corpus.entities} <= set(rows)
    claims = {
        key: 1
        for key, data in ((k, d) for *_, k, d in network(corpus, cut=0.5).edges(keys=True, data=True))
        if data["family"] == "relation"
    }
    assert set(claims) <= set(rows)
    n_roles = sum(len(event.roles) for event in corpus.events())
    assert sum(row["schema"] == "UnknownLink" and "-r" in id_ for id_, row in rows.items()) == n_roles


def test_followthemoney_tells_posts_projects_and_events_in_its_own_words(tmp_path: Path) -> None:
    base.write_one(pocket(), "ftm", tmp_path / "g.ftm.json")
    rows = [json.loads(line) for line in (tmp_path / "g.ftm.json").read_text(encoding="utf-8").splitlines()]
    assert Counter(row["schema"] for row in rows) == {
        "Article": 2,
        "Person": 2,
        "Company": 1,
        "PublicBody": 1,
        "Organization": 1,
        "Project": 1,
        "Documentation": 9,
        "Position": 1,
        "Occupancy": 3,
        "ProjectParticipant": 2,
        "UnknownLink": 5,
        "Event": 2,
    }
    project = next(row for row in rows if row["schema"] == "Project")["properties"]
    assert project["notes"] == ["总投资：3亿元", "总投资：3.2亿元"] or set(project["notes"]) == {"总投资：3亿元", "总投资：3.2亿元"}
    assert "amount" not in project


def test_an_unknown_format_lists_those_there_are() -> None:
    with pytest.raises(ExportError, match=r"unknown format 'docx'; choose one of sqlite, turtle, html, graphml"):
        base.format_of("docx")


def test_every_format_of_the_table_can_be_made() -> None:
    assert [base.format_of(name).exporter().name for name in base.FORMATS] == list(base.FORMATS)


def test_no_two_keys_of_graphml_share_an_id(tmp_path: Path) -> None:
    base.write_one(pocket(), "graphml", tmp_path / "g.graphml")
    ids = re.findall(r'<key id="([^"]*)"', (tmp_path / "g.graphml").read_text(encoding="utf-8"))
    assert len(ids) == len(set(ids)) > 0
