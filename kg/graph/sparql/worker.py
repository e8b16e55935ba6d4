"""The process that answers one SPARQL query: task as JSON on stdin, reply as JSON on stdout, error message on stderr.

After the graph is loaded it may open no further file or socket, so that no query can reach files or the network.
"""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pyoxigraph

MEMORY = 2 << 30
"""Bytes that an answer may take beside the graph."""
LARGEST = 256 << 20
"""Bytes of an answer at most."""


class Limited(io.BytesIO):
    """An answer as it is written; stops one that has no end."""

    def write(self, data: Any) -> int:
        """Write a part. Raises ValueError once the answer is larger than LARGEST."""
        if self.tell() + len(data) > LARGEST:
            raise ValueError(f"the answer is larger than {LARGEST >> 20} MB; add a LIMIT")
        return super().write(data)


def answer(task: dict[str, Any]) -> dict[str, Any]:
    """Load the graph and answer the query."""
    store = pyoxigraph.Store()
    format_ = pyoxigraph.RdfFormat.from_media_type(task["format"])
    store.bulk_load(path=task["graph"], format=format_)
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


def main() -> int:
    """Answer the task on stdin; 1 and a line on stderr if that cannot be done."""
    try:
        reply = answer(json.loads(sys.stdin.buffer.read()))
    except (SyntaxError, OSError, ValueError, MemoryError) as error:
        sys.stderr.write(f"{' '.join(str(error).split())}\n")
        return 1
    sys.stdout.buffer.write(json.dumps(reply, ensure_ascii=False).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
