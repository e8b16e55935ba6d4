"""Two clients that others wrote ask over a real connection: SPARQLWrapper and rdflib's SPARQLStore."""

from __future__ import annotations

import warnings

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore

SPARQLWrapper = pytest.importorskip("SPARQLWrapper")
PREFIXES = "PREFIX kg: <https://w3id.org/kg-org-project/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
NAMES = PREFIXES + "SELECT ?n WHERE { ?x a kg:Person ; rdfs:label ?n } ORDER BY ?n"


def wrapper(url: str, query: str, form: str, method: str, request: str = "urlencoded"):
    asked = SPARQLWrapper.SPARQLWrapper(f"{url}/sparql")
    asked.setQuery(query)
    asked.setReturnFormat(form)
    asked.setMethod(method)
    asked.setRequestMethod(request)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return asked.query().convert()


@pytest.mark.parametrize(("method", "request_method"), [("GET", "urlencoded"), ("POST", "urlencoded"), ("POST", "postdirectly")])
def test_sparqlwrapper_asks_in_all_three_ways(pocket_url, method, request_method):
    found = wrapper(pocket_url, NAMES, SPARQLWrapper.JSON, method, request_method)
    assert [row["n"]["value"] for row in found["results"]["bindings"]] == ["柳长河", "贺清"]


def test_sparqlwrapper_reads_every_form(pocket_url):
    assert len(wrapper(pocket_url, NAMES, SPARQLWrapper.XML, "GET").getElementsByTagName("result")) == 2
    assert wrapper(pocket_url, NAMES, SPARQLWrapper.CSV, "GET").decode().split() == ["n", "柳长河", "贺清"]
    assert "柳长河" in wrapper(pocket_url, NAMES, SPARQLWrapper.TSV, "GET").decode()
    graph = wrapper(
        pocket_url, PREFIXES + "CONSTRUCT { ?x rdfs:label ?n } WHERE { ?x a kg:Person ; rdfs:label ?n }", SPARQLWrapper.TURTLE, "GET"
    )
    assert len(rdflib.Graph().parse(data=graph, format="turtle")) == 2


def test_sparqlwrapper_is_told_what_is_wrong_with_a_query(pocket_url):
    with pytest.raises(Exception, match="does not parse"):
        wrapper(pocket_url, "SELECT ?x WHERE { ?x foo:b }", SPARQLWrapper.JSON, "GET")


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib_sees_a_graph_behind_the_endpoint(pocket_url, method):
    graph = rdflib.Graph(SPARQLStore(f"{pocket_url}/sparql", method=method))
    assert [str(row.n) for row in graph.query(NAMES)] == ["柳长河", "贺清"]
    person = rdflib.URIRef("https://w3id.org/kg-org-project/ontology#Person")
    assert len(list(graph.subjects(rdflib.RDF.type, person))) == 2
    assert bool(graph.query(PREFIXES + "ASK { ?x a kg:Zone }")) is True
