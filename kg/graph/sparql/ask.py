"""SPARQL on an exported graph: read-only, without network or files, and within a time limit.

A query is checked before it runs: it must parse, and must not hold SERVICE, FROM, LOAD or an update. Then a process of its
own (kg.graph.sparql.worker) loads the graph, or opens the store in which a large one is kept (kg.graph.sparql.index), gives up
the right to open anything more, and answers; it is stopped when the time is over. The prefixes of the ontology and ``id:`` need
not be declared.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph

from kg import ids
from kg.errors import QueryError
from kg.graph.sparql.index import MEDIA_TYPES, kept
from kg.ontology import load

WORKER = Path(__file__).with_name("worker.py")
FORBIDDEN = {
    "SERVICE": "queries another server",
    "FROM": "reads another data set",
    "LOAD": "reads a file",
    **dict.fromkeys(("INSERT", "DELETE", "CLEAR", "DROP", "CREATE"), "changes the graph"),
}
TEXTS = (r'"{3}(?:[^"\\]|\\.|"(?!""))*"{3}', r"'{3}(?:[^'\\]|\\.|'(?!''))*'{3}", r'"(?:[^"\\\n]|\\.)*"', r"'(?:[^'\\\n]|\\.)*'")
IRI, COMMENT, VARIABLE, LANGUAGE, PREFIXED = r'<[^<>"{}|^`\\\s]*>', r"#[^\n]*", r"[?$]\w+", r"@[A-Za-z-]+", r"(?:[\w.-]*\w)?:[\w.%:\\-]*"
TOKEN = re.compile(rf"(?P<skip>{'|'.join((*TEXTS, IRI, COMMENT, VARIABLE, LANGUAGE, PREFIXED))})|(?P<word>[A-Za-z_]+)", re.DOTALL)
BRACKET = re.compile(rf"(?P<skip>{'|'.join((*TEXTS, IRI, COMMENT))})|(?P<mark>[()\[\]{{}}])", re.DOTALL)
LONGEST, DEEPEST = 100_000, 100
"""Code points and brackets of a query at most."""
STACK = 256 << 20
"""Bytes of stack for the parser; a chain of operators as long as LONGEST takes about half."""
PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Answer:
    """``kind`` is "select", "ask" or "graph".

    ``columns`` and ``rows`` hold the cells of a SELECT as SPARQL JSON terms ({"type", "value", "xml:lang", …}), None if
    unbound; ``truth`` an ASK's answer; ``triples`` the N-Triples of CONSTRUCT and DESCRIBE, sorted.
    """

    kind: str
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[dict[str, str] | None, ...], ...] = ()
    truth: bool | None = None
    triples: str = ""


def prefixes() -> dict[str, str]:
    """Return the prefixes that every query may use."""
    return {**load().prefixes, "id": ids.DATA}


def ask(query: str, graph: Path, *, seconds: float = 30.0) -> Answer:
    """Answer a query from an exported graph file.

    Raises QueryError if the query does not parse, is not allowed, fails, or takes longer than ``seconds`` (loading
    included), or if the file is missing or no RDF.
    """
    refuse(query, seconds=seconds)
    return run(query, graph, seconds=seconds)


def run(query: str, graph: Path, *, seconds: float = 30.0) -> Answer:
    """Answer a query that ``refuse`` has let pass. Raises QueryError as ``ask``."""
    if graph.suffix not in MEDIA_TYPES:
        raise QueryError(f"{graph}: not a graph kg can query; give a {', '.join(MEDIA_TYPES)} file")
    if not graph.is_file():
        raise QueryError(f"{graph}: no such file; create it with: kg build PATH... -o {graph.parent}")
    index = kept(graph)
    task = json.dumps(
        {
            "graph": str(graph),
            "format": MEDIA_TYPES[graph.suffix],
            "index": str(index) if index else None,
            "query": query,
            "prefixes": prefixes(),
        }
    )
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(WORKER)],
            input=task.encode(),
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise QueryError(f"no answer within {seconds:g} seconds; narrow the query, or raise the limit with --seconds") from error
    if done.returncode:
        reason = last_line(done.stderr) if done.returncode > 0 else f"it ran out of memory or crashed ({last_line(done.stderr)})"
        raise QueryError(f"{graph}: {reason}; narrow the query if it is large")
    return read(json.loads(done.stdout))


def last_line(stderr: bytes) -> str:
    """Return the last line that the worker printed on stderr."""
    printed = stderr.decode("utf-8", "replace").strip().splitlines()
    return printed[-1] if printed else "the query process ended without a message"


def read(reply: dict[str, Any]) -> Answer:
    """Return the worker's reply as an Answer."""
    if "triples" in reply:
        return Answer("graph", triples=reply["triples"])
    found = reply["results"]
    if "boolean" in found:
        return Answer("ask", truth=found["boolean"])
    columns = tuple(found["head"]["vars"])
    return Answer("select", columns, tuple(tuple(row.get(column) for column in columns) for row in found["results"]["bindings"]))


def refuse(query: str, *, seconds: float = 30.0) -> None:
    """Raise QueryError if a query does not parse (in so many seconds) or asks for what is not allowed; says where."""
    for word, at in words(query):
        if word in FORBIDDEN:
            raise QueryError(f"{word} is not allowed here, because it {FORBIDDEN[word]}", place_of(query, at))
    too_much(query)
    faults: list[SyntaxError] = []

    def parse() -> None:
        try:
            pyoxigraph.Store().query(query, prefixes=prefixes())
        except SyntaxError as error:
            faults.append(error)

    if not in_depth(parse, seconds):
        raise QueryError(f"the query takes longer than {seconds:g} seconds to parse; shorten its chains of operators")
    if faults:
        raise syntax(query, str(faults[0])) from faults[0]


def too_much(query: str) -> None:
    """Raise QueryError for a query that is too long or nested too deep for its parser, which calls itself at every bracket."""
    if len(query) > LONGEST:
        raise QueryError(f"the query is longer than {LONGEST:,} characters; shorten it")
    depth = 0
    for match in BRACKET.finditer(query):
        depth += 0 if match["skip"] else 1 if match["mark"] in "([{" else -1
        if depth > DEEPEST:
            raise QueryError(f"brackets are nested deeper than {DEEPEST}; simplify the query", place_of(query, match.start()))


def in_depth(call: Callable[[], None], seconds: float) -> bool:
    """Call a function in a thread with a stack that holds what LONGEST can need; return whether it ended in time."""
    before = threading.stack_size(STACK)
    try:
        thread = threading.Thread(target=call, daemon=True)
        thread.start()
    finally:
        threading.stack_size(before)
    thread.join(seconds)
    return not thread.is_alive()


def words(query: str) -> Iterator[tuple[str, int]]:
    """Yield the bare words of a query in capitals with their offsets: no string, comment, IRI, variable or prefixed name."""
    for match in TOKEN.finditer(query):
        if match["word"]:
            yield match["word"].upper(), match.start()


def place_of(query: str, at: int) -> tuple[int, int]:
    """Return the line and column of an offset, both from 1."""
    return query.count("\n", 0, at) + 1, at - query.rfind("\n", 0, at)


def syntax(query: str, message: str) -> QueryError:
    """Return the parser's message as an error of one line: where, near what, what was expected."""
    match = PLACE.search(message)
    if not match:
        return QueryError(f"the query does not parse: {message}")
    line, column = int(match[1]), int(match[2])
    text = (query.splitlines() or [""])[line - 1] if line <= query.count("\n") + 1 else ""
    expected = re.sub(r"\['.*?'\](?:,\s*)?|\[[^\]]*\](?:,\s*)?", "", match[3]).strip(" ,\n")
    reason = "an undeclared prefix" if "Prefix not found" in match[3] else f"expected {expected.removeprefix('expected ')}"
    return QueryError(f"the query does not parse near {text[max(0, column - 12) : column + 8]!r}: {reason}", (line, column))
