"""Who may ask the server: by its own name, from its own pages, with its token if it has one, and not too much at once."""

from __future__ import annotations

import asyncio

import pytest
from starlette.testclient import TestClient

from kg.errors import KgError
from kg.serve.guard import BODY, Guard
from kg.serve.settings import Settings, is_loopback

ASK = {"query": "ASK { ?x a kg:Zone }"}


@pytest.mark.parametrize("host", ["127.0.0.1:8321", "localhost:8321", "LOCALHOST:8321", "[::1]:8321"])
def test_it_answers_to_its_own_names(client, host):
    assert client.get("/sparql", params=ASK, headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example:8321", "127.0.0.1", "127.0.0.1:80", "localhost.evil.example:8321", "10.0.0.1:8321", ""])
def test_a_name_rebound_to_it_is_refused(client, host):
    answer = client.get("/sparql", params=ASK, headers={"host": host})
    assert answer.status_code == 421
    assert "does not go by that name" in answer.text


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "https://127.0.0.1:8321", "http://127.0.0.1:8322", "http://localhost:8321"]
)
def test_a_post_from_a_page_elsewhere_is_refused(client, origin):
    assert client.post("/sparql", data=ASK, headers={"origin": origin}).status_code == 403


def test_a_post_from_its_own_page_or_from_no_page_is_answered(client):
    assert client.post("/sparql", data=ASK, headers={"origin": "http://127.0.0.1:8321"}).status_code == 200
    assert client.post("/sparql", data=ASK).status_code == 200


def test_a_post_without_origin_is_refused_where_the_browser_says_it_crosses_sites(client):
    assert client.post("/sparql", data=ASK, headers={"sec-fetch-site": "cross-site"}).status_code == 403


def test_a_script_or_image_of_another_site_does_not_keep_it_busy(client):
    assert client.get("/sparql", params=ASK, headers={"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}).status_code == 403
    assert client.get("/pages", headers={"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}).status_code == 200


def test_an_origin_is_no_more_than_one(pocket_folder):
    for origin in ("*", "http://127.0.0.1:3333/", "http://a; script-src *", "null"):
        with pytest.raises(KgError, match="--origin"):
            Settings(pocket_folder, origins=(origin,)).check()


def test_another_origin_reads_nothing_unless_it_was_allowed(client_of):
    refine = {"origin": "http://127.0.0.1:3333"}
    assert "access-control-allow-origin" not in client_of().get("/sparql", params=ASK, headers=refine).headers
    allowed = client_of(origins=("http://127.0.0.1:3333",))
    assert allowed.post("/sparql", data=ASK, headers=refine).headers["access-control-allow-origin"] == "http://127.0.0.1:3333"
    assert "access-control-allow-origin" not in allowed.get("/sparql", params=ASK, headers={"origin": "http://evil.example"}).headers


def test_every_answer_has_the_headers_that_keep_scripts_and_frames_out(client):
    for answer in (client.get("/sparql", params=ASK), client.get("/nothing"), client.get("/sparql", headers={"host": "evil"})):
        assert answer.headers["content-security-policy"].startswith("default-src 'none'; script-src 'self';")
        assert "unsafe" not in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_other_machines_need_a_token(pocket_folder):
    with pytest.raises(KgError, match="--token"):
        Settings(pocket_folder, host="0.0.0.0").check()
    Settings(pocket_folder, host="0.0.0.0", token="s").check()
    assert [is_loopback(host) for host in ("127.0.0.1", "::1", "localhost", "127.8.8.8", "0.0.0.0", "::", "example.org")] == [True] * 4 + [
        False
    ] * 3


def test_without_the_token_nothing_is_told(client_of):
    client = client_of(token="secret")
    assert client.get("/sparql", params=ASK).status_code == 401
    assert client.get("/sparql", params=ASK, headers={"authorization": "Bearer wrong"}).status_code == 401
    assert client.get("/sparql", params=ASK, headers={"authorization": "Bearer secret"}).status_code == 200


def test_the_token_in_an_address_becomes_a_cookie_that_scripts_cannot_read(client_of):
    client = client_of(token="secret")
    found = client.get("/sparql", params={"token": "secret", **ASK})
    assert found.status_code == 303
    assert "secret" not in found.headers["location"]
    assert "HttpOnly" in found.headers["set-cookie"]
    assert "SameSite=strict" in found.headers["set-cookie"]
    assert client.get(found.headers["location"]).status_code == 200
    for path in ("//evil.example/", "/%5Cevil.example/", "/%5C%5Cevil.example"):
        away = client_of(token="secret").get(f"http://127.0.0.1:8321{path}?token=secret")
        assert away.headers["location"][0] == "/"
        assert away.headers["location"][1] not in "/\\"


def test_a_server_that_listens_everywhere_goes_by_addresses_and_not_by_names(client_of):
    client = client_of(host="0.0.0.0", token="secret")
    header = {"authorization": "Bearer secret"}
    assert client.get("/sparql", params=ASK, headers=header | {"host": "192.168.1.7:8321"}).status_code == 200
    assert client.get("/sparql", params=ASK, headers=header | {"host": "evil.example:8321"}).status_code == 421


def test_a_body_too_large_is_refused_whether_it_says_so_or_not(client):
    assert client.post("/sparql", content=b"x" * (BODY + 1)).status_code == 413
    assert (
        client.post("/sparql", content=iter([b"x" * BODY, b"x"]), headers={"content-type": "application/sparql-query"}).status_code == 413
    )


def test_an_answer_that_takes_too_long_is_cut_off(pocket_folder):
    async def slow(_scope, _receive, _send):
        await asyncio.sleep(30)

    settings = Settings(pocket_folder, seconds=0.05)
    answer = TestClient(Guard(slow, settings), base_url=settings.url).get("/")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
