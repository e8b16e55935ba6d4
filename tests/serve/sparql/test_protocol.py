"""The SPARQL 1.1 Protocol, case by case: rewritten from the specification and from the names of the W3C's own protocol tests."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree

import pyoxigraph
import pytest

SELECT = "SELECT ?n WHERE { ?x a kg:Person ; rdfs:label ?n } ORDER BY ?n"
ASK = "ASK { ?x a kg:Zone }"
CONSTRUCT = "CONSTRUCT { ?x a foaf:Agent } WHERE { ?x a kg:Zone }"
JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
DIRECT = {"content-type": "application/sparql-query"}
FORM = {"content-type": "application/x-www-form-urlencoded"}


def names(answer) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [row["n"]["value"] for row in answer.json()["results"]["bindings"]]


def test_query_get(client):
    assert names(client.get("/sparql", params={"query": SELECT})) == ["柳长河", "贺清"]


def test_query_post_form(client):
    assert names(client.post("/sparql", data={"query": SELECT})) == ["柳长河", "贺清"]


def test_query_post_direct(client):
    assert names(client.post("/sparql", content=SELECT, headers=DIRECT)) == ["柳长河", "贺清"]
    assert names(client.post("/sparql", content=SELECT, headers={"content-type": "application/sparql-query; charset=UTF-8"})) == [
        "柳长河",
        "贺清",
    ]


@pytest.mark.parametrize(
    ("query", "accept", "media_type"),
    [
        (SELECT, "*/*", JSON),
        (SELECT, XML, XML),
        (SELECT, "text/csv", "text/csv"),
        (SELECT, "text/tab-separated-values", "text/tab-separated-values"),
        (ASK, JSON, JSON),
        (ASK, XML, XML),
        (CONSTRUCT, "*/*", "text/turtle"),
        (CONSTRUCT, "application/n-triples", "application/n-triples"),
        (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"),
        (CONSTRUCT, f"{JSON}, application/ld+json;q=0.5", "application/ld+json"),
        ("DESCRIBE ?x WHERE { ?x a kg:Zone }", "text/turtle", "text/turtle"),
    ],
)
def test_query_content_type_of_select_ask_construct_and_describe(client, query, accept, media_type):
    answer = client.get("/sparql", params={"query": query}, headers={"accept": accept})
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == media_type


def test_the_four_forms_of_rows_say_the_same(client):
    texts = {
        kind: client.get("/sparql", params={"query": SELECT}, headers={"accept": kind})
        for kind in (XML, "text/csv", "text/tab-separated-values")
    }
    values = [
        literal.text for literal in ElementTree.fromstring(texts[XML].content).iter("{http://www.w3.org/2005/sparql-results#}literal")
    ]
    assert values == ["柳长河", "贺清"]
    assert texts["text/csv"].content.decode().split() == ["n", "柳长河", "贺清"]
    assert texts["text/tab-separated-values"].content.decode().split() == ["?n", '"柳长河"@zh', '"贺清"@zh']


def test_truth_is_told_in_json_and_xml(client):
    assert client.get("/sparql", params={"query": ASK}).json()["boolean"] is True
    root = ElementTree.fromstring(client.get("/sparql", params={"query": ASK}, headers={"accept": XML}).content)
    assert root.findtext("{http://www.w3.org/2005/sparql-results#}boolean") == "true"


def test_triples_are_the_same_in_every_form(client):
    forms = {
        "text/turtle": "TURTLE",
        "application/n-triples": "N_TRIPLES",
        "application/rdf+xml": "RDF_XML",
        "application/ld+json": "JSON_LD",
    }
    graphs = set()
    for media_type, name in forms.items():
        answer = client.get("/sparql", params={"query": CONSTRUCT}, headers={"accept": media_type})
        quads = pyoxigraph.parse(answer.content, format=getattr(pyoxigraph.RdfFormat, name))
        graphs.add(frozenset(str(quad.triple) for quad in quads))
    assert len(graphs) == 1
    assert len(next(iter(graphs))) == 1


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_bad_query_method(client, method):
    assert client.request(method, "/sparql", params={"query": ASK}).status_code == 405


def test_bad_multiple_queries(client):
    assert client.get("/sparql?query=ASK%20%7B%7D&query=SELECT%20*%20%7B%7D").status_code == 400
    assert client.post("/sparql", content="query=ASK%20%7B%7D&query=SELECT%20*%20%7B%7D", headers=FORM).status_code == 400


def test_bad_query_wrong_media_type(client):
    assert client.post("/sparql", content=ASK, headers={"content-type": "text/plain"}).status_code == 415


def test_bad_query_missing_form_type_and_missing_direct_type(client):
    assert client.post("/sparql", content="query=ASK%20%7B%7D").status_code == 415
    assert client.post("/sparql", content=b"ASK {}").status_code == 415


def test_bad_query_non_utf8(client):
    utf16 = {"content-type": "application/sparql-query; charset=UTF-16"}
    assert client.post("/sparql", content=ASK.encode("utf-16"), headers=utf16).status_code == 400
    assert client.post("/sparql", content=b"query=ASK%20%FF", headers=FORM).status_code == 400


def test_bad_query_syntax(client):
    answer = client.get("/sparql", params={"query": "SELECT ?x\nWHERE { ?x foo:b ?y }"})
    assert answer.status_code == 400
    assert "line 2" in answer.text


def test_a_form_without_a_query_is_bad(client):
    assert client.post("/sparql", data={"q": ASK}).status_code == 400


@pytest.mark.parametrize("key", ["default-graph-uri", "named-graph-uri"])
def test_a_data_set_of_ones_own_is_refused(client, key):
    assert client.get("/sparql", params={"query": ASK, key: "http://example.org/"}).status_code == 400
    assert client.post("/sparql", params={key: "http://example.org/"}, content=ASK, headers=DIRECT).status_code == 400


@pytest.mark.parametrize(
    "query", ["SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }"]
)
def test_files_and_other_servers_are_not_asked(client, query):
    assert client.get("/sparql", params={"query": query}).status_code == 400


def test_update_operations_change_nothing(client):
    update = "INSERT DATA { <a:a> <a:b> <a:c> }"
    assert client.post("/sparql", data={"update": update}).status_code == 403
    assert client.post("/sparql", content=update, headers={"content-type": "application/sparql-update"}).status_code == 403
    assert client.post("/sparql", data={"query": update}).status_code == 400


def test_no_form_that_is_taken_is_406(client):
    assert client.get("/sparql", params={"query": ASK}, headers={"accept": "image/png"}).status_code == 406
    assert client.get("/sparql", params={"query": ASK}, headers={"accept": "text/turtle"}).status_code == 406


def test_without_a_query_the_service_describes_itself(client):
    answer = client.get("/sparql", headers={"accept": "text/turtle"})
    quads = list(pyoxigraph.parse(answer.content, format=pyoxigraph.RdfFormat.TURTLE))
    assert any(quad.object.value.endswith("#SPARQL11Query") for quad in quads)
    assert client.get("/sparql", headers={"accept": "text/html"}).headers["location"] == "/ask"


def test_a_query_that_takes_too_long_or_gives_too_much_is_an_error(client_of):
    endless = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o FILTER(?a = ?o && ?b = ?l && ?e = ?i && ?k = ?a) }"
    slow = client_of(seconds=1.0).get("/sparql", params={"query": endless})
    assert (slow.status_code, "no answer within" in slow.text or "memory" in slow.text or "larger" in slow.text) == (500, True)
    many = client_of(rows=5).get("/sparql", params={"query": "SELECT * { ?s ?p ?o }"})
    assert (many.status_code, "add a LIMIT" in many.text) == (500, True)


def test_the_prefixes_of_the_ontology_need_not_be_declared(client):
    assert (
        json.loads(client.get("/sparql", params={"query": "SELECT (COUNT(?c) AS ?n) { ?c a kg:Claim }"}).text)["results"]["bindings"][0][
            "n"
        ]["value"]
        == "11"
    )
