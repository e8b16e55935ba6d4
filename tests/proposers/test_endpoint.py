"""A model behind an endpoint that answers well, badly, in wrong JSON, with invented quotes, or not at all."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from kg.pipeline import read_file
from kg.proposers.accept import CAP
from kg.proposers.endpoint import Endpoint
from kg.proposers.proposer import ProposerError, Shown

STORY = (
    "禾晟建设签约云溪水厂\n本报讯（记者 李明）3月5日，云岭市水务局与云岭禾晟建设有限公司签订云溪水厂项目合同。该项目总投资2.5亿元。"
    "云岭禾晟建设有限公司董事长周立平说，云溪水厂项目明年投产。\n"
)
COMPANY, PROJECT, QUOTE = "云岭禾晟建设有限公司", "云溪水厂项目", "云岭市水务局与云岭禾晟建设有限公司签订云溪水厂项目合同"
GOOD = {"subject": COMPANY, "predicate": "supplies", "object": PROJECT, "quote": QUOTE}
SHOWN = Shown(STORY, ((COMPANY, "company"), (PROJECT, "project")))


class Model(BaseHTTPRequestHandler):
    """Answers every request with what the server was told to say."""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.server.asked.append((self.path, self.headers.get("authorization"), asked))
        status, body = self.server.say
        self.send_response(status)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_) -> None:
        pass


@pytest.fixture
def model() -> Iterator[HTTPServer]:
    server = HTTPServer(("127.0.0.1", 0), Model)
    server.asked, server.say = [], (200, b"")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def saying(model: HTTPServer, content: str, status: int = 200) -> Endpoint:
    model.say = (status, json.dumps({"choices": [{"message": {"content": content}}]}).encode())
    return Endpoint(f"http://127.0.0.1:{model.server_port}/v1", "m", seconds=5)


Read = Callable[..., tuple]


@pytest.fixture
def read(tmp_path) -> Read:
    """Read STORY with a proposer: what it added, what was refused of it, what the user is told."""

    def run(endpoint: Endpoint) -> tuple:
        file = tmp_path / "page.txt"
        file.write_text(STORY, encoding="utf-8")
        work = read_file(file, "fast", proposers=(endpoint,))
        readings = [reading for page in work.pages for reading in page.readings]
        added = [claim for reading in readings for claim in reading.claims if claim.rule == "proposed:llm:m"]
        refused = [rejected.reason for reading in readings for rejected in reading.rejected if rejected.what == "proposed fact"]
        return added, refused, work.remarks, [claim for reading in readings for claim in reading.claims if claim not in added]

    return run


def test_what_it_says_well_is_taken_marked_and_of_little_confidence(model, read, monkeypatch):
    monkeypatch.setenv("KG_LLM_KEY", "k")
    added, refused, remarks, _ = read(saying(model, json.dumps({"facts": [GOOD]})))
    assert [(claim.predicate, claim.confidence, claim.evidence.quote) for claim in added] == [("supplies", CAP, QUOTE)]
    assert (refused, remarks) == ([], [])
    path, key, asked = model.asked[0]
    assert (path, key, asked["model"]) == ("/v1/chat/completions", "Bearer k", "m")
    assert COMPANY in asked["messages"][1]["content"]


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"quote": "云岭禾晟建设有限公司承建云溪水厂项目全部工程"}, "does not print the quote"),
        ({"quote": "签订"}, "too short"),
        ({"quote": "该项目总投资2.5亿元"}, "holds neither name"),
        ({"subject": "盛大集团"}, "is no name of the article"),
        ({"object": "3月5日"}, "is no name of the article"),
        ({"subject": PROJECT}, "of no type that fits"),
        ({"predicate": "owns"}, "no such predicate"),
        ({"predicate": "total_investment", "object": None, "subject": PROJECT, "value": "9亿元"}, "does not hold 9亿元"),
        ({"qualifiers": {"what": "水泵"}}, "does not hold 水泵"),
    ],
)
def test_what_the_page_does_not_bear_out_is_refused_with_its_reason(model, read, wrong, reason):
    added, refused, _, _ = read(saying(model, json.dumps({"facts": [GOOD | wrong]})))
    assert added == []
    assert len(refused) == 1
    assert reason in refused[0]


def test_what_we_have_read_ourselves_is_neither_doubled_nor_raised(model, read):
    _, _, _, before = read(saying(model, json.dumps({"facts": []})))
    assert before
    facts = [{"subject": PROJECT, "predicate": "total_investment", "value": "2.5亿元", "quote": "云溪水厂项目合同。该项目总投资2.5亿元"}]
    _, refused, _, after = read(saying(model, json.dumps({"facts": facts})))
    assert after == before
    assert all("state it already" in reason for reason in refused)


@pytest.mark.parametrize("content", ["", "no json", "[]", '{"facts": 1}', '{"fact": []}', "[" * 5000, '"facts"'])
def test_wrong_json_costs_the_proposals_and_is_told(model, read, content):
    added, _, remarks, ours = read(saying(model, content))
    assert added == []
    assert ours
    assert len(remarks) == 1
    assert "llm:m" in remarks[0]


@pytest.mark.parametrize("row", [1, None, [], {}, {"subject": 1, "predicate": "supplies", "quote": QUOTE}, {"subject": COMPANY}])
def test_rows_that_are_no_facts_are_passed_over(model, row):
    assert saying(model, json.dumps({"facts": [row, GOOD]})).propose(SHOWN)[0].subject == COMPANY


@pytest.mark.parametrize("status", [401, 500])
def test_an_error_is_told(model, status):
    with pytest.raises(ProposerError, match="no answer"):
        saying(model, "", status).propose(SHOWN)


def test_no_answer_is_told_and_the_file_is_read_all_the_same(read, model):
    endpoint = saying(model, "")
    model.shutdown()
    model.server_close()
    added, _, remarks, ours = read(Endpoint(endpoint.url, "m", seconds=1))
    assert (added, len(remarks)) == ([], 1)
    assert ours


def test_an_address_is_http():
    with pytest.raises(ProposerError, match="http"):
        Endpoint("file:///etc/passwd", "m").propose(SHOWN)


def test_the_cost_is_told_before_anything_is_sent(model):
    told = saying(model, "").cost(["一" * 1000, "二" * 500])
    assert "2 pages, 1,500 characters go to http://127.0.0.1" in told
    assert model.asked == []
