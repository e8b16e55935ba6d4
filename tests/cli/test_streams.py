"""Every command where a terminal is closed, full, ASCII or gone: one line and an exit code, no traceback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import typer
import typer.core

from kg.cli.main import app
from kg.cli.streams import harmless
from kg.pipeline import build

ROOT = Path(__file__).parents[2]
STORY = (
    "望川重工落户云岭高新区\n\n本报讯（记者 方文山）3月5日，云岭市市长柳青川到云岭望川重工有限公司调研。\n"
    "该公司董事长贺长庚介绍，公司总投资3亿元的齿轮箱项目已经开工。\x1b[31m红\x1b[0m\n"
)
COMMANDS = {
    "build": ["build", "in", "-o", "out2", "--reader", "fast", "--workers", "1"],
    "extract": ["extract", "in", "-o", "out3", "--reader", "fast"],
    "pages": ["pages", "in/page.txt"],
    "show": ["show", "柳青川", "--from", "out"],
    "trace": ["trace", "柳青川", "贺长庚", "--from", "out"],
    "why": ["why", "柳青川", "贺长庚", "--from", "out"],
    "diff": ["diff", "out", "out"],
    "watch": ["watch", "nowhere", "-o", "out6"],
    "query": ["query", "SELECT ?n WHERE { ?x rdfs:label ?n }", "-g", "out/graph.ttl"],
    "check": ["check", "out/graph.ttl"],
    "export": ["export", "-f", "gexf", "--from", "out", "-o", "out4"],
    "formats": ["formats"],
    "review": ["review", "--from", "out"],
    "mcp": ["mcp", "out"],
    "rules": ["rules", "--predicate", "oversees"],
    "evaluate": ["evaluate", "nowhere", "--pages", "in"],
    "clip": ["clip", "柳青川", "--from", "out", "--pages", "in", "-o", "clippings"],
    "serve": ["serve", "nowhere", "--no-open", "--port", "18321"],
    "help": ["--help"],
    "bad usage": ["show"],
    "no store": ["show", "柳青川", "--from", "in/page.txt"],
    "store is a folder": ["show", "柳青川", "--from", "in"],
    "empty name": ["show", "", "--from", "out"],
}
FROM = {
    "show": ["柳青川"],
    "clip": ["柳青川"],
    "trace": ["柳青川", "贺长庚"],
    "why": ["柳青川", "贺长庚"],
    "query": ["SELECT ?n WHERE { ?x rdfs:label ?n }"],
    "export": ["-f", "gexf", "-o", "out5"],
    "diff": ["2021-03"],
    "review": [],
}
"""The commands that read a store, with what else they need."""
REFUSED = ("watch", "evaluate", "clip", "serve", "bad usage", "no store", "store is a folder", "empty name")
DRIVER = """
import os, sys, json, signal
from importlib import import_module
from kg.cli.main import COMMANDS, main
for module, _ in COMMANDS.values():
    import_module(module)
for name, words in json.loads(sys.argv[1]).items():
    child = os.fork()
    if not child:
        WHERE
        sys.argv = ["kg", *words]
        try:
            main()
        except SystemExit as end:
            sys.stdout.flush()
            os._exit(end.code)
    _, status = os.waitpid(child, 0)
    os.write(2, f"== {name}: {os.waitstatus_to_exitcode(status)}\\n".encode())
"""
"""A process that imports all commands and forks for each; a fork ends without the threads of its parent."""

PLACES = {
    "ascii": "pass",
    "full": "os.dup2(os.open('/dev/full', os.O_WRONLY), 1)",
    "closed": "os.close(1); sys.stdout = None",
    "gone": "r, w = os.pipe(); os.close(r); os.dup2(w, 1)",
    "interrupted": "signal.signal(signal.SIGALRM, lambda *_: os.kill(os.getpid(), signal.SIGINT)); "
    "signal.setitimer(signal.ITIMER_REAL, 0.01)",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store")
    (folder / "in").mkdir()
    (folder / "in" / "page.txt").write_text(STORY, encoding="utf-8")
    build([folder / "in"], workers=1, reader="fast").save(folder / "out")
    return folder


def environment(**more: str) -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if k != "KG_DEBUG"} | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"} | more


def run_all(commands: dict[str, list[str]], place: str, folder: Path) -> tuple[dict[str, str], str]:
    """Run commands in a place and return the exit code of each and what they all said on stderr."""
    env = environment(LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONCOERCECLOCALE="0") if place == "ascii" else environment()
    driver = DRIVER.replace("WHERE", PLACES[place])
    words = [sys.executable, "-c", driver, json.dumps(commands)]
    done = subprocess.run(words, cwd=folder, env=env, capture_output=True, stdin=subprocess.DEVNULL, timeout=600, check=False)
    told = done.stderr.decode("utf-8", "replace")
    codes = dict(line[3:].rsplit(": ", 1) for line in told.splitlines() if line.startswith("== "))
    assert set(codes) == set(commands)
    assert "Traceback" not in told
    assert "Exception ignored" not in told
    return codes, told


def test_no_command_is_forgotten_here() -> None:
    group = typer.main.get_command(app)
    assert isinstance(group, typer.core.TyperGroup)
    known = {name: group.get_command(typer.Context(group), name) for name in group.list_commands(typer.Context(group))}
    assert set(known) == {words[0] for words in COMMANDS.values() if words[0] != "--help"}
    assert set(FROM) == {name for name, one in known.items() if one and any("--from" in option.opts for option in one.params)}


@pytest.mark.skipif(sys.platform != "linux", reason="needs fork")
@pytest.mark.parametrize("nothing", ["in/page.txt", "in", "nowhere"])
def test_every_command_that_reads_a_store_refuses_what_is_none(nothing: str, store: Path) -> None:
    codes, told = run_all({name: [name, *more, "--from", nothing] for name, more in FROM.items()}, "ascii", store)
    assert set(codes.values()) == {"2"}
    assert len([line for line in told.splitlines() if line.startswith("kg: ")]) == len(FROM)
    assert len(told.splitlines()) == 2 * len(FROM)


@pytest.mark.skipif(sys.platform != "linux", reason="needs signals")
def test_every_command_that_is_interrupted_says_so_in_a_line(store: Path) -> None:
    codes, told = run_all(COMMANDS | {"serve": ["serve", "out", "--no-open", "--port", "18321"]}, "interrupted", store)
    assert set(codes.values()) <= {"0", "2", "130"}
    assert {codes[name] for name in ("build", "extract", "show", "serve", "check")} == {"130"}
    assert told.count("kg: interrupted") == list(codes.values()).count("130")


@pytest.mark.skipif(sys.platform != "linux", reason="needs fork and /dev/full")
@pytest.mark.parametrize("place", ["ascii", "full", "closed", "gone"])
def test_every_command_ends_in_order(place: str, store: Path) -> None:
    codes, _ = run_all(COMMANDS, place, store)
    good = {"ascii": "0", "full": "2", "closed": "2", "gone": "1"}[place]
    assert {name: code for name, code in codes.items() if name in REFUSED and code != "2"} == {}
    assert {name: code for name, code in codes.items() if name not in REFUSED and code not in (good, "0")} == {}
    assert codes["show"] == good


@pytest.mark.parametrize("command", ["pages", "show", "trace"])
def test_no_escape_sequence_of_a_page_reaches_the_terminal(command: str, store: Path) -> None:
    words = [*COMMANDS[command], *(["--full"] if command == "pages" else [])]
    done = subprocess.run(
        [sys.executable, "-m", "kg.cli.main", *words],
        cwd=store,
        env=environment(PYTHONIOENCODING="utf-8"),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert b"\x1b" not in done.stdout


def test_text_is_made_harmless() -> None:
    assert harmless("高\x1b[31m立\x9b文\u202e\n\t") == "高\ufffd[31m立\ufffd文\ufffd\n\t"


@pytest.mark.skipif(sys.platform != "linux", reason="needs signals")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_build_is_one_line_and_leaves_nothing(number: signal.Signals, code: int, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for n in range(400):
        (tmp_path / "in" / f"{n}.txt").write_text(STORY.replace("3亿", f"{n + 3}亿"), encoding="utf-8")
    words = ["build", "in", "-o", "out", "--reader", "fast", "--workers", "2"]
    running = subprocess.Popen(
        [sys.executable, "-m", "kg.cli.main", *words], cwd=tmp_path, env=environment(), stderr=subprocess.PIPE, start_new_session=True
    )
    children = two_children(running.pid)
    os.kill(running.pid, number)
    told = running.communicate(timeout=60)[1].decode()
    assert running.returncode == code
    assert told.strip() == "kg: interrupted; no half-written file is left"
    assert not list(tmp_path.glob("out/*"))
    assert gone(children)


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    code = "import time\nfrom kg.pool import spread\nlist(spread(time.sleep, [30] * 8, 2, time.sleep))"
    running = subprocess.Popen([sys.executable, "-c", code], cwd=tmp_path, env=environment())
    children = two_children(running.pid)
    running.kill()
    running.wait()
    assert len(children) >= 2
    assert gone(children)


def children_of(process: int) -> list[int]:
    found = Path(f"/proc/{process}/task/{process}/children")
    return [int(word) for word in found.read_text().split()] if found.exists() else []


def two_children(process: int) -> list[int]:
    """Wait until a process has two at work, and return them."""
    for _ in range(600):
        if len(children_of(process)) >= 2:
            break
        time.sleep(0.05)
    time.sleep(0.5)
    return children_of(process)


def gone(processes: list[int]) -> bool:
    """Whether these processes end within some seconds; a zombie has ended."""
    for _ in range(200):
        alive = [p for p in processes if Path(f"/proc/{p}").exists() and " Z " not in Path(f"/proc/{p}/stat").read_text()]
        if not alive:
            return True
        time.sleep(0.05)
    return False
