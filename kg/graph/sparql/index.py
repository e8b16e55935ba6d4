"""A large exported graph kept loaded: a pyoxigraph store beside the file, so that a question need not wait until the graph is read.

    graph.ttl                              as exported
    graph.ttl.index/4711-1606534000/       the store of the file of this size and time; whatever else is in the folder is out of date

It holds nothing that the file does not, and may be deleted. It is made aside and moved into place when it is whole.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from itertools import islice
from pathlib import Path

import pyoxigraph

from kg.errors import QueryError, spelled

MEDIA_TYPES = {".ttl": "text/turtle", ".nq": "application/n-quads", ".nt": "application/n-triples", ".jsonld": "application/ld+json"}
"""What a graph's file is in, by its suffix."""
LARGE = 64_000_000
"""Bytes of a graph's file from which on it is kept: some 1.5 million triples, which take four seconds to load. Below, memory is the
better bargain. Measured on 1,000 pages (168 MB, 4.1 million triples; seconds of processor time): loading takes 14 s and 1,457 MB, after
which the questions of the shelf take .2 s on average and 1.0 at most; the store on the disk is open at once and answers in .6 s, 3.6 at
most, with 158 MB. So whoever asks one question (``kg query``) is better served from the disk, and who asks forty or more from memory
(kg.graph.sparql.kept)."""
BATCH = 100_000
"""Triples that are held in memory while a graph is loaded."""
ASIDE = ".new-"


def index_of(graph: Path) -> Path:
    """Return where the store of a graph's file is or would be."""
    known = graph.stat()
    return graph.with_name(graph.name + ".index") / f"{known.st_size}-{known.st_mtime_ns}"


def kept(graph: Path) -> Path | None:
    """Return the store of a large graph, made if it is not there; None for a small one, and where it cannot be written.

    Raises QueryError if the file is no RDF.
    """
    if graph.stat().st_size < LARGE:
        return None
    place = index_of(graph)
    try:
        if not place.is_dir():
            make(graph, place)
    except OSError:
        return None
    return place


def make(graph: Path, place: Path) -> None:
    """Load a graph's file into a store, and remove the stores of what the file was before. Raises OSError, QueryError."""
    place.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=ASIDE, dir=place.parent, ignore_cleanup_errors=True) as aside:
        store = pyoxigraph.Store(Path(aside) / "store")
        try:
            quads = pyoxigraph.parse(path=str(graph), format=pyoxigraph.RdfFormat.from_media_type(MEDIA_TYPES[graph.suffix]))
            while some := list(islice(quads, BATCH)):
                store.bulk_extend(some)
        except SyntaxError as error:
            raise QueryError(f"{spelled(graph)}: {' '.join(str(error).split())}") from error
        store.optimize()
        del store
        if not place.is_dir():
            os.rename(Path(aside) / "store", place)  # noqa: PTH104
    for old in place.parent.iterdir():
        if old != place and not old.name.startswith(ASIDE):
            shutil.rmtree(old, ignore_errors=True)


def renew(graph: Path) -> None:
    """Bring the store of a graph that was written anew up to date; remove it if the graph is no longer large."""
    if kept(graph) is None:
        shutil.rmtree(graph.with_name(graph.name + ".index"), ignore_errors=True)
