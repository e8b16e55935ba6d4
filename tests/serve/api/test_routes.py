"""The API: the same facts as kg show and kg trace, every one with its quote, and nothing that breaks it."""

from __future__ import annotations

import re

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from kg.graph.lifelines import HELD_UP, STAGES
from kg.serve.app import application
from kg.serve.settings import Settings
from tests.soak import SOAK, times

PROJECT = "柳河治理工程"


def got(client, path, **params):
    answer = client.get(path, params=params)
    assert answer.status_code == 200, answer.text
    return answer.json()


def cut(text: str, spans) -> str:
    return "".join("".join(text[start:end] for start, end in spans).split())


def test_search_finds_names_by_characters_pinyin_initials_and_with_a_wrong_character(client):
    for typed in ("柳长河", "长河", "liuchanghe", "lch", "柳常河"):
        assert "柳长河" in [row["name"] for row in got(client, "/api/search", q=typed)["names"]], typed
    assert got(client, "/api/search", q="柳长河", type="agency")["names"] == []


def test_search_finds_articles_by_their_words_with_the_place_on_the_page(client):
    row = got(client, "/api/search", q="总投资3.2亿元")["articles"][0]
    page = got(client, f"/api/pages/{row['page_id']}")
    assert cut(page["text"], row["spans"]) == "总投资3.2亿元"


def test_nothing_found_is_said(client):
    answer = got(client, "/api/search", q="没有这个")
    assert (answer["known"], answer["say"]) == (False, "no page says anything of this")


def test_every_fact_of_a_dossier_is_on_its_page_at_its_offsets(client):
    facts = got(client, "/api/dossier", name="柳长河")["facts"]
    assert len(facts) >= 2
    for fact in facts:
        page = got(client, f"/api/pages/{fact['page_id']}")
        assert cut(page["text"], fact["spans"]) == fact["quote"].replace("…", "")


def test_a_dossier_is_given_in_parts_that_add_up(client):
    whole = got(client, "/api/dossier", name=PROJECT)
    parts = [got(client, "/api/dossier", name=PROJECT, limit=2, offset=at)["facts"] for at in range(0, whole["total"], 2)]
    assert [fact["id"] for part in parts for fact in part] == [fact["id"] for fact in whole["facts"]]


def test_an_unknown_name_is_404_with_what_is_near(client):
    answer = client.get("/api/dossier", params={"name": "柳长江"})
    assert answer.status_code == 404
    assert answer.json()["known"] is False
    assert "柳长河" in answer.json()["candidates"]


def test_a_trace_goes_over_facts_with_quotes(client):
    paths = got(client, "/api/trace", **{"from": "柳长河", "to": PROJECT})["paths"]
    assert paths[0]["things"][0]["name"] == "柳长河"
    assert all(fact["quote"] for step in paths[0]["steps"] for fact in step["facts"])


def test_a_timeline_has_the_steps_of_a_project_and_its_facts_by_date(client):
    line = got(client, "/api/timeline", name=PROJECT)
    dates = [fact["when"] for fact in line["facts"]]
    assert dates == sorted(dates, key=lambda date: (not re.match(r"\d{4}", date or ""), date or "~"))
    assert all(step["quote"] for step in line["steps"])
    assert [stage["stage"] for stage in line["stages"]] == list(STAGES)
    assert {stage["stage"] for stage in line["stages"] if stage["state"]} == {step["stage"] for step in line["steps"]} - {HELD_UP}
    assert PROJECT in [row["name"] for row in got(client, "/api/projects")["projects"]]
    assert got(client, "/api/projects", q="没有的")["known"] is False


def test_a_quote_stands_between_the_pages_own_characters(client):
    fact = got(client, "/api/dossier", name="柳长河")["facts"][0]
    told = got(client, "/api/quote", id=fact["id"])
    text = got(client, f"/api/pages/{told['page_id']}")["text"]
    at = text.index(told["before"]) + len(told["before"])
    assert at == told["spans"][0][0]
    assert client.get("/api/quote", params={"id": "c0"}).status_code == 404


def test_what_is_new_since_a_day_is_what_no_page_before_it_says(client):
    new = got(client, "/api/new", since="2021-03-02")
    changes = [change for thing in new["things"] for change in thing["changes"]]
    assert {fact["page"] for change in changes for fact in change["facts"]} == {"甲.txt"}
    assert {change["kind"] for change in changes} == {"added"}
    assert (new["total"], new["counts"]["added"]) == (len(changes), len(changes))
    assert all(fact["quote"] and fact["spans"] for change in changes for fact in change["facts"])
    assert (new["pages"], new["undated"]) == (["甲.txt"], 1)
    assert "柳长河" in [row["name"] for row in new["new_names"]]


def test_a_day_is_counted_in_and_what_was_printed_before_it_is_not_new(client):
    assert got(client, "/api/new", since="2021-03")["known"] is True
    assert got(client, "/api/new", since="2021-03-03")["known"] is False
    assert got(client, "/api/new", since="2022")["known"] is False
    for wrong in ("yesterday", "2021-02-31", "2021-13"):
        assert client.get("/api/new", params={"since": wrong}).status_code == 422
    few = got(client, "/api/new", since="2021-03", limit=2)
    assert sum(len(thing["changes"]) for thing in few["things"]) == 2 < few["total"]


@pytest.mark.parametrize(
    ("path", "params", "word"),
    [
        ("/api/search", {}, "q is missing"),
        ("/api/search", {"q": ""}, "1 to 200"),
        ("/api/search", {"q": "x" * 201}, "1 to 200"),
        ("/api/search", {"q": "x", "limit": "0"}, "from 1 to 200"),
        ("/api/search", {"q": "x", "limit": "２"}, "from 1 to 200"),
        ("/api/search", {"q": "x", "type": "ship"}, "one of"),
        ("/api/search", {"q": "x", "colour": "red"}, "no parameter"),
        ("/api/search", {"q": ["x", "y"]}, "twice"),
    ],
)
def test_a_wrong_parameter_is_422_and_named(client, path, params, word):
    answer = client.get(path, params=params)
    assert answer.status_code == 422
    assert word in answer.json()["error"]


EXAMPLES = times(4, 100)
"""Requests that are thought of for each operation; ``make soak`` has more of them."""
HOST = {"host": "127.0.0.1:8321"}
HARMLESS = [("get", "/api/pages"), ("post", "/api/reconcile")]
"""Operations of which no wrong request can be made; ``make soak`` looks for some all the same, which takes seconds."""


@pytest.mark.parametrize("mode", ["POSITIVE", "NEGATIVE"])
def test_nothing_that_schemathesis_can_think_of_breaks_the_api(pocket_folder, mode):
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", application(Settings(pocket_folder)), headers=HOST)
    statuses, harmless = set(), []
    for found in schema.get_all_operations():
        operation = found.ok()
        called = operation.method, operation.path
        if mode == "NEGATIVE" and called in HARMLESS and not SOAK:
            continue

        @settings(max_examples=EXAMPLES, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy(generation_mode=GenerationMode[mode]))
        def ask(case):
            statuses.add(case.call_and_validate(headers=HOST, excluded_checks=[positive_data_acceptance]).status_code)

        try:
            ask()
        except Unsatisfiable:
            harmless.append(called)
    assert max(statuses) < 500
    assert (200 in statuses) == (mode == "POSITIVE")
    assert harmless == (HARMLESS if mode == "NEGATIVE" and SOAK else [])
