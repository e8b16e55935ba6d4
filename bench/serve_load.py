"""Fifty people at the workbench at once, each asking again as soon as an answer is there: how long answers take.

    .venv/bin/python bench/serve_load.py exports/ --users 50 --seconds 60

Starts kg serve on that folder in a process of its own and asks, in turn, for the views and API answers that people open: search, dossier,
page, trace, timeline, what is new; every hundredth question is SPARQL. One in ten more reviews beside that: answers open questions, each
answer to be found in decisions.yaml (of a folder of its own) in the end. Each waits ``--think`` seconds between two questions, as a
reader does. Nothing is counted before one of each has been answered, for indexes are made at the first question. Prints the median, the
95th and 99th percentile in milliseconds for each kind, the processor time that the server took for an answer (which does not depend on
what else the machine does, as the other figures do; the load of the machine stands beside it), and what failed; exits 1 if anything did,
if a decision is lost, or if the 95th percentile is over ``--limit``.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import httpx2 as httpx


def asked(names: list[str], pages: list[str]):
    """Yield kind and address of questions, round and round."""
    query = "SELECT ?n WHERE { ?x a kg:Person ; rdfs:label ?n } LIMIT 20"
    for number in itertools.count():
        name, other, page = names[number % len(names)], names[(7 * number + 3) % len(names)], pages[number % len(pages)]
        kinds = [
            ("search", "/", {"q": name[:3]}),
            ("dossier", f"/name/{name}", {}),
            ("page", f"/pages/{page}", {"name": name}),
            ("api dossier", "/api/dossier", {"name": name}),
            ("trace", "/trace", {"from": name, "to": other}),
            ("timeline", "/api/timeline", {"name": name}),
            ("new", "/api/new", {"since": "2020", "limit": "50"}),
            ("api search", "/api/search", {"q": name[:2]}),
        ]
        yield ("sparql", "/sparql", {"query": query}) if number % 100 == 99 else kinds[number % len(kinds)]


async def user(client: httpx.AsyncClient, questions, until: float, think: float, times: dict[str, list[float]], wrong: list[str]) -> None:
    """Ask until the time is over."""
    while time.monotonic() < until:
        kind, path, parameters = next(questions)
        begin = time.monotonic()
        try:
            answer = await client.get(path, params=parameters)
            if answer.status_code >= 500:
                wrong.append(f"{kind} {answer.status_code} {answer.text[:80]}")
        except httpx.HTTPError as error:
            wrong.append(f"{kind} {error!r}")
        times[kind].append(1000 * (time.monotonic() - begin))
        await asyncio.sleep(think)


async def reviewer(
    client: httpx.AsyncClient, who: str, until: float, think: float, times: dict[str, list[float]], wrong: list[str], given: list[str]
) -> None:
    """Answer open questions until the time is over; ``given`` takes the names under which answers were accepted."""
    while time.monotonic() < until:
        shown = await client.get("/review", params={"skip": str(int(who[1:]) * 7)})
        key = re.search(r'name="key" value="([^"]+)"', shown.text)
        name = f"{who}-{len(given)}"
        begin = time.monotonic()
        if key:
            answer = await client.post("/review", data={"key": key[1], "answer": "no", "who": name, "skip": "0"})
            times["decision"].append(1000 * (time.monotonic() - begin))
            if answer.status_code == 303:
                given.append(name)
            elif answer.status_code >= 500:
                wrong.append(f"decision {answer.status_code} {answer.text[:80]}")
        await asyncio.sleep(10 * think)


async def ids(client: httpx.AsyncClient, rows: str, path: str, **parameters: str | int) -> list[str]:
    """Return the ids of what an answer lists."""
    return [row["id"] for row in (await client.get(path, params=parameters)).json()[rows]]


async def warm(url: str) -> None:
    """Ask once for what is made at the first question; SPARQL until the graph is loaded."""
    async with httpx.AsyncClient(base_url=url, timeout=300) as client:
        for path in ("/review", "/api/new?since=2020&limit=50", "/api/search?q=公司"):
            await client.get(path)
        while (await client.get("/sparql", params={"query": "ASK { ?x a kg:Person }"})).status_code >= 500:
            continue


async def crowd(url: str, users: int, seconds: float, think: float) -> tuple[dict[str, list[float]], list[str], list[str]]:
    """Let many ask at once; return the times by kind, what failed, and the names under which decisions were accepted."""
    times: dict[str, list[float]] = defaultdict(list)
    wrong: list[str] = []
    given: list[str] = []
    limits = httpx.Limits(max_connections=users)
    async with httpx.AsyncClient(base_url=url, timeout=60, limits=limits) as client:
        seen = (await client.get("/api/search", params={"q": "公司", "limit": 100})).json()["names"]
        names = [row["id"] for row in seen] or [
            row["id"] for row in (await client.get("/api/new", params={"since": "1900"})).json()["new_names"]
        ]
        pages = [row["id"] for row in (await client.get("/api/pages")).json()["pages"]]
        questions, until = asked(names, pages), time.monotonic() + seconds
        asking = [user(client, questions, until, think, times, wrong) for _ in range(users)]
        deciding = [reviewer(client, f"r{number}", until, think, times, wrong, given) for number in range(users // 10)]
        await asyncio.gather(*asking, *deciding)
    return times, wrong, given


def percentile(values: list[float], share: float) -> float:
    """Return the value that this share of the values does not exceed."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def processor_time(process: int) -> float:
    """Return the seconds of processor time that a process itself has taken."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def started(folder: Path, decisions: Path) -> tuple[subprocess.Popen[bytes], str]:
    """Start a server on a free port and wait until it answers."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
    command = [sys.executable, "-m", "kg.cli.main", "serve", str(folder), "--port", str(port), "--no-open", "--decisions", str(decisions)]
    server = subprocess.Popen(command)
    for _ in range(600):
        try:
            httpx.get(f"http://127.0.0.1:{port}/api/pages")
            break
        except httpx.TransportError:
            time.sleep(0.2)
    return server, f"http://127.0.0.1:{port}"


def main() -> int:
    """Run the crowd and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--users", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--think", type=float, default=1.0, help="seconds between an answer and the next question")
    parser.add_argument("--limit", type=float, default=300, help="milliseconds that 95 in 100 answers may take")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        decisions = Path(place) / "decisions.yaml"
        server, url = started(given.folder, decisions)
        try:
            asyncio.run(warm(url))
            before, begin = processor_time(server.pid), time.monotonic()
            times, wrong, accepted = asyncio.run(crowd(url, given.users, given.seconds, given.think))
            spent, lasted = processor_time(server.pid) - before, time.monotonic() - begin
        finally:
            server.terminate()
            server.wait()
        kept = decisions.read_text(encoding="utf-8") if decisions.is_file() else ""
    lost = [name for name in accepted if f"who: {name}\n" not in kept]
    everything = list(itertools.chain.from_iterable(times.values()))
    for kind, values in (*sorted(times.items()), ("all", everything)):
        shares = " ".join(f"{percentile(values, share):8.0f}" for share in (0.5, 0.95, 0.99))
        print(f"{kind:12} {len(values):6} {shares} ms")
    cost, busy = 1000 * spent / len(everything), os.getloadavg()[0]
    print(f"{cost:.1f} ms of processor time for an answer; load of the machine {busy:.1f}; {lasted:.0f} s")
    print(f"{len(wrong)} failed, {len(lost)} of {len(accepted)} decisions lost", *wrong[:5])
    return 1 if wrong or lost or percentile(everything, 0.95) > given.limit else 0


if __name__ == "__main__":
    sys.exit(main())
