"""A graph that is kept loaded for many queries, each answered in a process of its own that shares the graph and nothing else.

The keeper (kg.graph.sparql.worker) holds the graph and forks a child for each query: what a query may reach, take and last is limited as
where it loads the graph itself, without the seconds that loading a large graph takes. It ends with this process.

It is no second kg.graph.sparql.index: that spares the next process the loading, this one the next question of the same process. A server
asks often enough that a graph in memory, three times as fast, pays for its loading; above LARGEST it takes the store on the disk as well.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
import time
import weakref
from pathlib import Path

from kg.errors import QueryError
from kg.graph.sparql.ask import WORKER, Answer, prefixes, read, run
from kg.graph.sparql.index import MEDIA_TYPES

LARGEST = 400 << 20
"""Bytes of a graph file that is kept, at most; in memory it takes several times as much."""


class Kept:
    """One graph file, loaded at the first query; safe to ask from several threads."""

    def __init__(self, graph: Path) -> None:
        self.graph = graph
        self._lock = threading.Lock()
        self._channel: socket.socket | None = None
        self.keeper: subprocess.Popen[bytes] | None = None

    def ask(self, query: str, *, seconds: float) -> Answer:
        """Answer a query that ``refuse`` has let pass. Raises QueryError as ``kg.graph.sparql.ask.run``."""
        if not self.is_kept():
            return run(query, self.graph, seconds=seconds)
        until = time.monotonic() + seconds
        task = {"query": query, "prefixes": prefixes(), "seconds": seconds}
        ours, theirs = socket.socketpair()
        with ours:
            with theirs:
                self.send(theirs)
            ours.settimeout(seconds)
            try:
                ours.sendall(json.dumps(task).encode() + b"\n")
                parts = []
                while part := ours.recv(1 << 16):
                    parts.append(part)
                    ours.settimeout(max(0.01, until - time.monotonic()))
            except TimeoutError as error:
                raise QueryError(f"no answer within {seconds:g} seconds; narrow the query, or raise the limit with --seconds") from error
            except OSError as error:
                raise QueryError(f"{self.graph}: the process that answers ended ({error}); ask again") from error
        return self.told(b"".join(parts), is_late=time.monotonic() >= until - 0.1, seconds=seconds)

    def told(self, reply: bytes, *, is_late: bool, seconds: float) -> Answer:
        """Return a reply as an answer. Raises QueryError for one that tells an error or was broken off."""
        if not reply and is_late:
            raise QueryError(f"no answer within {seconds:g} seconds; narrow the query, or raise the limit with --seconds")
        if not reply:
            raise QueryError(f"{self.graph}: it ran out of memory or crashed; narrow the query if it is large")
        found = json.loads(reply)
        if "error" in found:
            raise QueryError(f"{self.graph}: {found['error']}; narrow the query if it is large")
        return read(found)

    def is_kept(self) -> bool:
        """Whether the graph can be kept: it is there, it is not too large, and this system forks."""
        return hasattr(os, "fork") and self.graph.suffix in MEDIA_TYPES and self.graph.is_file() and self.graph.stat().st_size <= LARGEST

    def send(self, theirs: socket.socket) -> None:
        """Hand the end of a socket to the keeper; one that has ended is started anew."""
        with self._lock:
            for _ in range(2):
                channel = self._channel = self._channel or self.started()
                try:
                    socket.send_fds(channel, [b"?"], [theirs.fileno()])
                    return
                except OSError:
                    channel.close()
                    self._channel = None
        raise QueryError(f"{self.graph}: cannot be loaded; see what kg serve prints")

    def started(self) -> socket.socket:
        """Start the keeper and return the socket that it listens on."""
        ours, theirs = socket.socketpair()
        with theirs:
            number = theirs.fileno()
            command = [sys.executable, "-I", str(WORKER), "--keep", str(number), str(self.graph), MEDIA_TYPES[self.graph.suffix]]
            self.keeper = subprocess.Popen(command, pass_fds=[number], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        threading.Thread(target=self.keeper.wait, daemon=True).start()
        weakref.finalize(self, ours.close)
        return ours

    def close(self) -> None:
        """Let the keeper end; who is being answered still is."""
        with self._lock:
            if self._channel is not None:
                self._channel.close()
                self._channel = None
