"""The process that answers one SPARQL query: task as JSON on stdin, reply as JSON on stdout, error message on stderr.

With ``--keep NUMBER GRAPH FORMAT`` it loads the graph once, and answers each socket that comes over the one of that number in a child of
its own (kg.graph.sparql.kept). Once the graph is loaded, whoever answers may open no further file or socket, so that no query can reach
files or the network.
"""

from __future__ import annotations

import io
import json
import os
import signal
import socket
import sys
from pathlib import Path
from typing import Any

import pyoxigraph

MEMORY = 2 << 30
"""Bytes that an answer may take beside the graph."""
LARGEST = 256 << 20
"""Bytes of an answer at most."""
FAULTS = (SyntaxError, OSError, ValueError, MemoryError)
"""What a query or graph that cannot be answered raises."""


class Limited(io.BytesIO):
    """An answer as it is written; stops one that has no end."""

    def write(self, data: Any) -> int:
        """Write a part. Raises ValueError once the answer is larger than LARGEST."""
        if self.tell() + len(data) > LARGEST:
            raise ValueError(f"the answer is larger than {LARGEST >> 20} MB; add a LIMIT")
        return super().write(data)


def loaded(graph: str, format_: str) -> pyoxigraph.Store:
    """Return a graph file as a store."""
    store = pyoxigraph.Store()
    store.bulk_load(path=graph, format=pyoxigraph.RdfFormat.from_media_type(format_))
    return store


def answer(store: pyoxigraph.Store, task: dict[str, Any]) -> dict[str, Any]:
    """Answer the query, with the doors closed."""
    close_the_doors()
    found, output = store.query(task["query"], prefixes=task["prefixes"], use_default_graph_as_union=True), Limited()
    if isinstance(found, pyoxigraph.QueryTriples):
        pyoxigraph.serialize(found, output, format=pyoxigraph.RdfFormat.N_TRIPLES)
        return {"triples": "".join(sorted(output.getvalue().decode().splitlines(keepends=True)))}
    found.serialize(output, format=pyoxigraph.QueryResultsFormat.JSON)
    return {"results": json.loads(output.getvalue())}


def close_the_doors() -> None:
    """Forbid this process any further file or socket, and more memory than an answer can need, where the system can do that."""
    try:
        import resource
    except ImportError:
        return
    if sys.platform == "linux":  # elsewhere address space is no measure of memory
        size = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (size + MEMORY, size + MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


def keep(number: int, graph: str, format_: str) -> int:
    """Answer whoever asks, each in a child, until the socket of this number is closed."""
    store = loaded(graph, format_)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for a child
    with socket.socket(fileno=number) as channel:
        while True:
            _, sockets, _, _ = socket.recv_fds(channel, 1, 1)
            if not sockets:
                return 0
            if os.fork() == 0:
                channel.close()
                reply_to(sockets[0], store)
                os._exit(0)
            os.close(sockets[0])


def reply_to(number: int, store: pyoxigraph.Store) -> None:
    """Answer the task on a socket; what goes wrong is the reply's ``error``. Killed by its alarm when the time of the task is over."""
    with socket.socket(fileno=number) as asked:
        with asked.makefile("rb") as incoming:
            task = json.loads(incoming.readline())
        signal.setitimer(signal.ITIMER_REAL, task["seconds"])
        try:
            reply = answer(store, task)
        except FAULTS as error:
            reply = {"error": " ".join(str(error).split())}
        asked.sendall(json.dumps(reply, ensure_ascii=False).encode())


def main() -> int:
    """Answer the task on stdin; 1 and a line on stderr if that cannot be done."""
    try:
        if sys.argv[1:2] == ["--keep"]:
            return keep(int(sys.argv[2]), *sys.argv[3:5])
        task = json.loads(sys.stdin.buffer.read())
        index = task["index"]
        reply = answer(pyoxigraph.Store.read_only(index) if index else loaded(task["graph"], task["format"]), task)
    except FAULTS as error:
        sys.stderr.write(f"{' '.join(str(error).split())}\n")
        return 1
    sys.stdout.buffer.write(json.dumps(reply, ensure_ascii=False).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
