"""The pages of the workbench: what they show, in both languages, and that no text of a page becomes anything but text."""

from __future__ import annotations

import html
import re

import pytest

from kg.export import base
from tests.browser import hostile
from tests.serve.conftest import write

VIEWS = (
    "/",
    "/?q=柳长河",
    "/pages",
    "/trace?from=柳长河&to=柳河治理工程",
    "/new?since=2021",
    "/ask",
    "/ask?name=best-connected",
    "/graph",
    "/name/柳长河",
    "/timeline",
    "/timeline/柳河治理工程",
    "/review",
)


def text(answer) -> str:
    assert answer.status_code == 200, answer.text
    return html.unescape(re.sub(r"<[^>]+>", "", answer.text))


@pytest.mark.parametrize("path", VIEWS)
def test_every_view_is_there_in_both_languages_and_asks_nobody_else_for_anything(client, path):
    chinese = client.get(path)
    english = client.get(path, headers={"accept-language": "en-GB,en"})
    assert ("版面" in text(chinese), "Pages" in text(english)) == (True, True)
    assert "Pages" not in text(chinese)
    for found in re.findall(r'(?:src|href|action)="([^"]*)"', chinese.text):
        assert found.startswith(("/", "?", "#", "data:,")), found
        assert not found.startswith("//")
    assert " style=" not in chinese.text
    assert not re.search(r"\son\w+=", chinese.text)


def test_the_language_chosen_is_kept_and_nothing_leads_elsewhere(client):
    answer = client.post("/language", data={"lang": "en", "back": "/pages?x=1"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/pages?x=1")
    assert "Characters" in client.get("/pages").text
    for back in ("//evil.example/", "http://evil.example/", "/\\evil.example", "\\\\evil.example"):
        assert re.match(r"/(?![/\\])", client.post("/language", data={"lang": "en", "back": back}).headers["location"]), back


def test_search_leads_to_the_dossier_with_quotes_and_those_to_the_page(client):
    link = re.search(r'href="(/name/person-[0-9a-f]+)"', client.get("/?q=柳长河").text)[1]
    dossier = client.get(link)
    assert "<blockquote>" in dossier.text
    page = re.search(r'href="(/pages/p[0-9a-f]+\?fact=[^"#]+)', dossier.text)[1]
    assert "<mark>" in client.get(html.unescape(page)).text


def test_a_page_holds_its_whole_text_its_names_by_type_and_the_facts_of_the_chosen_one(client):
    listed = client.get("/api/pages").json()["pages"][0]
    person = client.get("/api/dossier", params={"name": "柳长河"}).json()
    plain = client.get(f"/pages/{listed['id']}")
    articles = client.get(f"/api/pages/{listed['id']}").json()["articles"]
    shown = re.sub(r"\s", "", text(plain))
    for article in articles:
        for paragraph in article["text"].split("\n"):
            assert re.sub(r"\s", "", paragraph) in shown.replace("⌁", "")
    assert 'class="name person"' in plain.text
    assert 'class="seam" title=' in plain.text
    assert "<mark>" not in plain.text
    chosen = client.get(f"/pages/{listed['id']}", params={"name": person["id"]}).text
    marked = "".join(re.findall(r"<mark>(.*?)</mark>", chosen.partition('<details class="printed">')[0], re.DOTALL))
    assert "柳长河" in re.sub(r"<[^>]+>", "", marked)


def test_the_life_of_a_project_is_told_stage_by_stage_with_quotes(client):
    line = client.get("/api/timeline", params={"name": "柳河治理工程"}).json()
    shown = client.get(f"/timeline/{line['id']}").text
    stages = re.search(r'<ol class="stages".*?</ol>', shown, re.DOTALL)[0]
    assert re.findall(r'<li class="(reached|ahead)"', stages) == [stage["state"] for stage in line["stages"] if stage["state"]]
    for step in line["steps"]:
        assert html.escape(step["quote"]) in shown
        assert f"fact={step['fact']}" in shown
    assert line["id"] in client.get("/timeline").text
    assert "nothing" in client.get("/timeline", params={"q": "没有的"}).text
    assert client.get("/timeline/柳长江").status_code == 404


def test_an_unknown_name_is_told_with_what_is_near_it(client):
    answer = client.get("/name/柳长江")
    assert answer.status_code == 404
    assert "/name/%E6%9F%B3%E9%95%BF%E6%B2%B3" in answer.text


def test_a_saved_question_is_asked_with_its_parameters(client):
    answer = text(client.get("/ask", params={"name": "posts-of-person", "run": "1", "set.person": "柳长河"}))
    assert "局长" in answer
    missing = client.get("/ask", params={"name": "evidence", "run": "1"})
    assert (missing.status_code, "需要" in missing.text) == (422, True)


def test_sparql_of_ones_own_is_answered_or_told_what_is_wrong_with_it(client):
    query = "SELECT ?x ?n WHERE { ?x a kg:Person ; rdfs:label ?n }"
    answer = client.get("/ask", params={"query": query})
    assert "柳长河" in answer.text
    assert re.search(r'href="/name/person-[0-9a-f]+"', answer.text)
    assert client.get("/ask/download", params={"query": query, "type": "text/csv"}).text.startswith("x,n")
    for language, told in (("zh", "不合语法"), ("en", "does not parse")):
        wrong = client.get("/ask", params={"query": "SELEKT", "lang": language})
        assert (wrong.status_code, told in wrong.text) == (422, True)


@pytest.mark.parametrize(
    ("path", "form", "zh", "en"),
    [
        ("/review", {"key": "0", "answer": "yes"}, "这一问已有答案", "this question is answered already"),
        ("/add", {}, "没有给出文件，也没有文字", "no file, no text"),
        ("/name/辛酉", None, "这些版面上没有这个名称", "not a name on these pages"),
    ],
    ids=["review", "add", "name"],
)
def test_what_goes_wrong_is_told_in_the_language_of_the_page(client, path, form, zh, en):
    for language, told, other in (("zh", zh, en), ("en", en, zh)):
        address = f"{path}?lang={language}"
        answer = client.get(address) if form is None else client.post(address, data=form, headers={"origin": str(client.base_url)})
        assert (told in answer.text, other in answer.text) == (True, False)


def test_the_graph_is_shown_under_its_own_policy(client_of, tmp_path):
    assert client_of().get("/graph/explorer.html").status_code == 404
    folder = write(tmp_path, hostile.corpus())
    base.write_one(hostile.corpus(), "html", folder / "graph.html")
    answer = client_of(folder).get("/graph/explorer.html")
    assert "script-src 'sha256-" in answer.headers["content-security-policy"]
    assert "frame-ancestors 'self'" in answer.headers["content-security-policy"]


def test_hostile_text_stays_text_in_every_view(client_of, tmp_path):
    client = client_of(write(tmp_path, hostile.corpus()))
    names = [row["id"] for row in client.get("/api/search", params={"q": "公司"}).json()["names"]]
    assert len(names) > 4
    paths = ["/", "/pages", "/?q=<script>", "/new?since=2020", *(f"/name/{id_}" for id_ in names)]
    paths += [f"/pages/{row['id']}?name={names[0]}" for row in client.get("/api/pages").json()["pages"]]
    paths += [
        f"/trace?from={names[0]}&to={names[1]}",
        "/ask?query=<script>window.hurt=1</script>",
        "/name/<img src=x onerror=window.hurt=1>",
    ]
    for path in paths:
        answer = client.get(path)
        assert answer.status_code in (200, 404, 422)
        assert "<script" not in answer.text.replace('<script src="/static/', ""), path
        assert "<img" not in answer.text, path
        assert "<svg" not in answer.text, path


@pytest.mark.parametrize("path", ["/static/../routes.py", "/static/%2e%2e/routes.py", "/static/routes.py", "/pages/nothing", "/nothing"])
def test_what_is_not_there_is_404(client, path):
    assert client.get(path).status_code == 404
