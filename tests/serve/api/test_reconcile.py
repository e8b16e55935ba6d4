"""OpenRefine's protocol, step by step as it asks: the manifest, candidates, columns, suggestions, a preview."""

from __future__ import annotations

import json

import pytest


def candidates(client, **query) -> list[dict]:
    answer = client.post("/api/reconcile", data={"queries": json.dumps({"q0": query})})
    assert answer.status_code == 200, answer.text
    return answer.json()["q0"]["result"]


def test_the_manifest_says_what_the_service_can(client):
    manifest = client.get("/api/reconcile").json()
    assert manifest["versions"] == ["0.2"]
    assert {"name", "identifierSpace", "schemaSpace", "view", "suggest", "extend"} <= set(manifest)
    assert "{{id}}" in manifest["view"]["url"]
    for suggest in manifest["suggest"].values():
        answer = client.get(suggest["service_url"].removeprefix("http://127.0.0.1:8321") + suggest["service_path"], params={"prefix": "p"})
        assert answer.status_code == 200


def test_a_printed_name_is_a_match_and_one_like_it_is_a_candidate(client):
    exact = candidates(client, query="柳长河", type="person", limit=3)
    assert (exact[0]["name"], exact[0]["match"], exact[0]["score"]) == ("柳长河", True, 100.0)
    assert exact[0]["type"][0]["id"] == "person"
    like = candidates(client, query="柳常河")
    assert (like[0]["name"], like[0]["match"]) == ("柳长河", False)
    assert like[0]["score"] < 100
    assert candidates(client, query="没有这个") == []


def test_a_type_keeps_out_things_of_others(client):
    assert candidates(client, query="柳长河", type="company") == []


def test_a_batch_is_answered_by_its_keys_also_in_an_address(client):
    batch = json.dumps({"a": {"query": "柳长河"}, "b": {"query": "贺清"}})
    answer = client.get("/api/reconcile", params={"queries": batch}).json()
    assert [answer[key]["result"][0]["name"] for key in ("a", "b")] == ["柳长河", "贺清"]


def test_columns_are_added_to_what_was_matched(client):
    person = candidates(client, query="柳长河")[0]["id"]
    properties = client.get("/api/reconcile/properties", params={"type": "person"}).json()["properties"]
    asked = {"ids": [person, "person-unknown"], "properties": [{"id": one["id"]} for one in properties]}
    answer = client.post("/api/reconcile", data={"extend": json.dumps(asked)}).json()
    assert [column["id"] for column in answer["meta"]] == [one["id"] for one in properties]
    assert {"str": "柳长河"} in answer["rows"][person]["names"]
    assert answer["rows"]["person-unknown"]["names"] == []


def test_a_name_is_suggested_as_it_is_typed_and_shown_in_a_box(client):
    found = client.get("/api/reconcile/suggest/entity", params={"prefix": "柳长"}).json()["result"]
    assert found[0]["name"] == "柳长河"
    box = client.get("/api/reconcile/preview", params={"id": found[0]["id"]})
    assert box.headers["content-type"].startswith("text/html")
    assert "柳长河" in box.text


def test_the_preview_of_a_hostile_name_is_inert(client):
    hostile = next(row["id"] for row in client.get("/api/search", params={"q": "有限公司"}).json()["names"] if "script" in row["name"])
    assert "<script" not in client.get("/api/reconcile/preview", params={"id": hostile}).text


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"queries": "no json"},
        {"queries": "[1]"},
        {"queries": '{"q0": 1}'},
        {"queries": '{"q0": {"query": 1}}'},
        {"queries": '{"q0": {"query": "x", "limit": "3"}}'},
        {"queries": '{"q0": {"query": "x", "properties": 1}}'},
        {"queries": json.dumps({str(n): {"query": "x"} for n in range(101)})},
        {"extend": '{"ids": 1}'},
        {"extend": '{"ids": [], "properties": [{"id": "colour"}]}'},
        {"extend": '{"ids": [1], "properties": []}'},
        {"queries": "[" * 100_000},
    ],
)
def test_what_is_no_request_is_422(client, form):
    assert client.post("/api/reconcile", data=form).status_code == 422
