"""Every command where a terminal is closed, full, ASCII or gone: one line and an exit code, no traceback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
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
import faulthandler, gc, json, os, signal, sys
from importlib import import_module
from pathlib import Path
from kg.cli.main import COMMANDS, main
from kg.pipeline import build
for module, _ in COMMANDS.values():
    import_module(module)
if sys.argv[1]:
    import_module("kg.serve.app")
    build([Path("in")], workers=1, reader="fast").save(Path(sys.argv[1]))
gc.freeze()
nowhere = os.open(os.devnull, os.O_RDWR)
while asked := sys.stdin.readline():
    commands, place, told = json.loads(asked)
    codes = {}
    for name, words in commands.items():
        child = os.fork()
        if not child:
            for stream, file in ((0, nowhere), (1, nowhere), (2, os.open(told, os.O_WRONLY | os.O_APPEND))):
                os.dup2(file, stream)
            faulthandler.dump_traceback_later(100, exit=True)
            exec(place)
            sys.argv = ["kg", *words]
            try:
                main()
            except SystemExit as end:
                sys.stdout.flush()
                os._exit(end.code)
        codes[name] = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    print(json.dumps(codes), flush=True)
"""
"""A process that imports all commands and forks for each; a fork ends without the threads of its parent.

Its argument is a folder to build into first, so that the forks need not read tables and compile patterns; empty, nothing is built.
"""

PLACES = {
    "ascii": "pass",
    "full": "os.dup2(os.open('/dev/full', os.O_WRONLY), 1)",
    "closed": "os.close(1); sys.stdout = None",
    "kept": "os.dup2(2, 1)",
    "gone": "r, w = os.pipe(); os.close(r); os.dup2(w, 1)",
    "interrupted": "signal.signal(signal.SIGALRM, lambda *_: os.kill(os.getpid(), signal.SIGINT)); "
    "signal.setitimer(signal.ITIMER_REAL, 0.01)",
}
STREAMS: dict[str, tuple[str, dict[str, str]]] = {
    "ascii": ("warm-ascii", {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONCOERCECLOCALE": "0"}),
    "utf-8": ("warm", {}),
    "cold": ("", {}),
}
"""What a driver builds first, and its environment; the cold one's commands import and read tables, as a user's do."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store")
    (folder / "in").mkdir()
    (folder / "in" / "page.txt").write_text(STORY, encoding="utf-8")
    build([folder / "in"], workers=1, reader="fast").save(folder / "out")
    return folder


def environment(**more: str) -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if k != "KG_DEBUG"} | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"} | more


class Driver:
    """Runs commands in a folder, each in a process of its own."""

    def __init__(self, folder: Path, builds: str, **env: str) -> None:
        self.told = folder / f"told-{builds}"
        self.running = subprocess.Popen(
            [sys.executable, "-c", DRIVER, builds],
            cwd=folder,
            env=environment(**env),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def run(self, commands: dict[str, list[str]], place: str) -> tuple[dict[str, int], str]:
        """Run commands in a place and return the exit code of each and what they all said on stderr."""
        assert self.running.stdin
        assert self.running.stdout
        self.told.write_bytes(b"")
        self.running.stdin.write(json.dumps([commands, PLACES[place], str(self.told)]).encode() + b"\n")
        self.running.stdin.flush()
        codes = json.loads(self.running.stdout.readline())
        told = self.told.read_text(encoding="utf-8", errors="replace")
        assert set(codes) == set(commands)
        assert "Traceback" not in told
        assert "Exception ignored" not in told
        assert "most recent call first" not in told, "a command hung"
        return codes, told

    def end(self) -> None:
        """End the process."""
        self.running.communicate(timeout=60)


@pytest.fixture(scope="module")
def driver_of(store: Path) -> Iterator[Callable[..., Driver]]:
    """Make the driver of some streams, once."""
    made: dict[str, Driver] = {}

    def make(streams: str) -> Driver:
        if streams not in made:
            builds, env = STREAMS[streams]
            made[streams] = Driver(store, builds, **env)
        return made[streams]

    yield make
    for driver in made.values():
        driver.end()


def test_no_command_is_forgotten_here() -> None:
    group = typer.main.get_command(app)
    assert isinstance(group, typer.core.TyperGroup)
    known = {name: group.get_command(typer.Context(group), name) for name in group.list_commands(typer.Context(group))}
    assert set(known) == {words[0] for words in COMMANDS.values() if words[0] != "--help"}
    assert set(FROM) == {name for name, one in known.items() if one and any("--from" in option.opts for option in one.params)}


@pytest.mark.skipif(sys.platform != "linux", reason="needs fork")
@pytest.mark.parametrize("nothing", ["in/page.txt", "in", "nowhere"])
def test_every_command_that_reads_a_store_refuses_what_is_none(nothing: str, driver_of: Callable[..., Driver]) -> None:
    codes, told = driver_of("ascii").run({name: [name, *more, "--from", nothing] for name, more in FROM.items()}, "ascii")
    assert set(codes.values()) == {2}
    assert len([line for line in told.splitlines() if line.startswith("kg: ")]) == len(FROM)
    assert len(told.splitlines()) == len(FROM)


@pytest.mark.skipif(sys.platform != "linux", reason="needs signals")
def test_every_command_that_is_interrupted_says_so_in_a_line(driver_of: Callable[..., Driver]) -> None:
    commands = COMMANDS | {"serve": ["serve", "out", "--no-open", "--port", "18321"]}
    codes, told = driver_of("cold").run(commands, "interrupted")
    assert set(codes.values()) <= {0, 2, 130}
    assert {codes[name] for name in ("build", "extract", "show", "serve", "check")} == {130}
    assert told.count("kg: interrupted") == list(codes.values()).count(130)


@pytest.mark.skipif(sys.platform != "linux", reason="needs fork and /dev/full")
@pytest.mark.parametrize("place", ["ascii", "full", "closed", "gone"])
def test_every_command_ends_in_order(place: str, driver_of: Callable[..., Driver]) -> None:
    codes, _ = driver_of("ascii" if place == "ascii" else "utf-8").run(COMMANDS, place)
    good = {"ascii": 0, "full": 2, "closed": 2, "gone": 1}[place]
    assert {name: code for name, code in codes.items() if name in REFUSED and code != 2} == {}
    assert {name: code for name, code in codes.items() if name not in REFUSED and code not in (good, 0)} == {}
    assert codes["show"] == good


@pytest.mark.skipif(sys.platform != "linux", reason="needs fork")
@pytest.mark.parametrize("command", ["pages", "show", "trace"])
def test_no_escape_sequence_of_a_page_reaches_the_terminal(command: str, driver_of: Callable[..., Driver]) -> None:
    words = [*COMMANDS[command], *(["--full"] if command == "pages" else [])]
    codes, told = driver_of("utf-8").run({command: words}, "kept")
    assert codes == {command: 0}
    assert "柳青川" in told
    assert "\x1b" not in told


UNREADABLE = "kg: the command line holds bytes that are no text in the encoding of this terminal; set LC_ALL=C.UTF-8 or PYTHONUTF8=1\n"
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.mark.skipif(sys.platform != "linux", reason="needs the locale C")
@pytest.mark.parametrize(
    ("words", "more"),
    [
        (["show", "柳青川", "--from", "out"], ASCII),
        (["export", "-f", "html", "--around", "柳青川", "--from", "out"], ASCII),
        (["show", "柳青川".encode("gb18030"), "--from", "out"], {}),
    ],
    ids=["ASCII", "an option in ASCII", "GBK in UTF-8"],
)
def test_a_name_that_the_terminal_cannot_say_is_one_line(words: list[str | bytes], more: dict[str, str], store: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "kg.cli.main", *words], cwd=store, env=environment(**more), capture_output=True)
    assert (done.returncode, done.stdout, done.stderr.decode()) == (2, b"", UNREADABLE)


@pytest.mark.skipif(sys.platform != "linux", reason="needs the locale C")
def test_a_file_with_a_chinese_name_is_found_where_the_terminal_is_ascii(store: Path, tmp_path: Path) -> None:
    (tmp_path / "版面.txt").write_text(STORY, encoding="utf-8")
    words = [sys.executable, "-m", "kg.cli.main", "pages", str(tmp_path / "版面.txt")]
    done = subprocess.run(words, cwd=store, env=environment(**ASCII), capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")


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
