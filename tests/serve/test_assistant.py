"""An assistant asks: with the SDK's own client, over stdio, over HTTP, and in the same process."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import anyio
import pytest

from kg.serve.assistant import assistant
from kg.serve.settings import Settings
from kg.serve.workspace import Workspace

mcp = pytest.importorskip("mcp")
TOOLS = ["dossier", "quote", "search", "sparql", "timeline", "trace", "what_is_new"]


def run(talk):
    """What a coroutine function returns; in a thread of its own, for Playwright keeps a loop running in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(anyio.run, talk).result()


def tell(server, *calls):
    """The structured answers to calls of tools, in order."""

    async def talk():
        async with mcp.Client(server) as client:
            return [(await client.call_tool(name, values)) for name, values in calls]

    return [answer.structured_content for answer in run(talk)]


@pytest.fixture(scope="module")
def server(pocket_folder):
    return assistant(Workspace(pocket_folder), Settings(pocket_folder))


def test_every_fact_that_an_assistant_is_told_has_quote_page_and_offsets(server):
    dossier, trace, line, new = tell(
        server,
        ("dossier", {"name": "柳长河"}),
        ("trace", {"start": "柳长河", "end": "柳河治理工程"}),
        ("timeline", {"name": "柳河治理工程"}),
        ("what_is_new", {"since": "2021-03"}),
    )
    steps = [fact for path in trace["paths"] for step in path["steps"] for fact in step["facts"]]
    changed = [fact for thing in new["things"] for change in thing["changes"] for fact in change["facts"]]
    told = [*dossier["facts"], *steps, *line["facts"], *line["steps"], *changed]
    assert len(changed) > 3
    assert len(told) > 10
    for fact in told:
        assert fact["quote"]
        assert fact["page"].endswith(".txt")
        assert all(start < end for start, end in fact["spans"])


def test_what_is_not_known_is_said(server):
    answers = tell(
        server,
        ("search", {"text": "没有这个"}),
        ("dossier", {"name": "没有这个"}),
        ("trace", {"start": "柳长河", "end": "没有这个"}),
        ("timeline", {"name": "没有这个"}),
        ("quote", {"fact": "c0"}),
        ("what_is_new", {"since": "2090"}),
        ("sparql", {"query": "SELECT ?x WHERE { ?x a kg:Programme }"}),
        ("sparql", {"query": "DROP ALL"}),
    )
    assert [(answer["known"], bool(answer["say"])) for answer in answers] == [(False, True)] * len(answers)


def test_claims_that_a_query_selects_come_with_their_quotes(server):
    (answer,) = tell(server, ("sparql", {"query": "SELECT ?c WHERE { ?c a kg:Claim ; kg:confidence ?n FILTER(?n < 0.95) }"}))
    assert answer["rows"]
    assert len(answer["facts"]) == answer["total"]
    assert all(fact["quote"] for fact in answer["facts"])


def test_the_tools_only_read(server):
    async def listed():
        async with mcp.Client(server) as client:
            return (await client.list_tools()).tools

    tools = run(listed)
    assert sorted(tool.name for tool in tools) == TOOLS
    assert all(tool.annotations.read_only_hint for tool in tools)


def test_over_http_the_same_is_told(pocket_url):
    (answer,) = tell(f"{pocket_url}/mcp", ("dossier", {"name": "柳长河"}))
    assert answer["name"] == "柳长河"


def test_over_stdio_the_same_is_told(pocket_folder, root):
    async def talk():
        started = mcp.StdioServerParameters(
            command=sys.executable, args=["-m", "kg.cli.main", "mcp", str(pocket_folder)], env={"PYTHONPATH": str(root)}, cwd=Path.cwd()
        )
        async with mcp.Client(mcp.stdio_client(started)) as client:
            return (await client.call_tool("dossier", {"name": "柳长河"})).structured_content

    assert run(talk)["known"] is True
