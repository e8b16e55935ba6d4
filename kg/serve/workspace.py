"""The folder that the server serves: read once, and again when a build has written it anew.

A ``Snapshot`` is one state of the folder and never changes: whoever asks keeps the state with which the answer began.
"""

from __future__ import annotations

import gc
import logging
import threading
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from kg.archive.archive import Archive
from kg.archive.changes import Changes, between
from kg.archive.schema import NAME
from kg.errors import ExportError
from kg.graph.facts import Fact, Facts
from kg.graph.lifelines import HELD_UP, Lifeline, lifelines
from kg.graph.trace import Path as Way
from kg.graph.trace import Ties, trace
from kg.model import Corpus, Mention, ReadPage
from kg.serve.searching import Index

GRAPH, EXPLORER = "graph.ttl", "graph.html"
COMPARED = 16
"""Days of which it is kept what is new since."""
TRACED = 256
"""Pairs of names of which the paths between them are kept."""
TELLING = 30
"""Names listed before anybody searches."""
LOG = logging.getLogger("uvicorn.error")
Stamp = tuple[int, int, int]


@dataclass(frozen=True)
class Snapshot:
    """One state of the folder: what it holds (``facts``), the files that it was read from, and the file that SPARQL asks (``graph``)."""

    facts: Facts
    folder: Path
    files: tuple[Path, ...] = ()
    _paths: dict[tuple[str, str, int], tuple[Way, ...]] = field(default_factory=dict, compare=False)
    _changes: dict[str, Changes] = field(default_factory=dict, compare=False)
    _comparing: threading.Lock = field(default_factory=threading.Lock, compare=False)

    def warm(self) -> None:
        """Make every index, so that nobody's question waits for one."""
        for index in ("ties", "names", "lives", "projects", "telling", "by_id", "by_article", "mentions", "pages"):
            getattr(self, index)
        for index in ("named", "by_thing", "by_pair", "seats", "seen_in"):
            getattr(self.facts, index)

    def paths(self, a: str, b: str, top: int) -> tuple[Way, ...]:
        """Return the best paths between two things (ids); those asked for last are kept."""
        key = (a, b, top)
        found = self._paths.get(key)
        if found is None:
            found = self._paths[key] = trace(self.facts, a, b, top, self.ties)
            for old in list(self._paths)[:-TRACED]:
                self._paths.pop(old, None)
        return found

    def since(self, day: str) -> Changes:
        """Return what was printed after a day and is new. Raises KgError if that is no date, or the store is gone."""
        with self._comparing:
            if day not in self._changes:
                self._changes[day] = between(self.folder, day)
                for old in list(self._changes)[:-COMPARED]:
                    del self._changes[old]
            return self._changes[day]

    @property
    def corpus(self) -> Corpus:
        """Everything known."""
        return self.facts.corpus

    @property
    def graph(self) -> Path:
        """The exported graph."""
        return self.folder / GRAPH

    @cached_property
    def lives(self) -> dict[str, Lifeline]:
        """The life lines of projects and facilities, by id."""
        return lifelines(self.corpus)

    @cached_property
    def projects(self) -> tuple[dict[str, Any], ...]:
        """The projects and facilities with steps of their lives, those last reported first: name, how far each is, when it was told."""
        rows = []
        for life in self.lives.values():
            if life.steps:
                told = sorted(step.reported for step in life.steps if step.reported)
                done = [step.stage for step in life.steps if not step.planned]
                thing = self.facts.things[life.id]
                rows.append(
                    {
                        "id": life.id,
                        "type": thing.type,
                        "name": life.name,
                        "names": list(thing.names),
                        "stage": (done or [step.stage for step in life.steps])[-1],
                        "planned": not done and life.steps[-1].stage != HELD_UP,
                        "steps": len(life.steps),
                        "reported": [told[0], told[-1]] if told else [],
                    }
                )
        return tuple(sorted(rows, key=lambda row: (row["reported"] or [""])[-1], reverse=True))

    @cached_property
    def telling(self) -> tuple[tuple[str, int], ...]:
        """The names of which most is known, places aside, with the number of their facts."""
        known = Counter(
            {id_: len(about) for id_, about in self.facts.by_thing.items() if (e := self.facts.things[id_].entity) and e.type != "place"}
        )
        return tuple(known.most_common(TELLING))

    @cached_property
    def ties(self) -> Ties:
        """What paths are looked for in."""
        return Ties.of(self.facts)

    @cached_property
    def names(self) -> Index:
        """The names as they are searched."""
        return Index.of(self.facts)

    @cached_property
    def by_id(self) -> dict[str, Fact]:
        """The facts by their ids."""
        return {fact.id: fact for fact in self.facts.facts}

    @cached_property
    def by_article(self) -> dict[str, list[Fact]]:
        """The facts of each article, by its id."""
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.facts.facts:
            found[fact.article].append(fact)
        return found

    @cached_property
    def mentions(self) -> dict[str, tuple[Mention, ...]]:
        """The mentions of each article, by its id."""
        return {reading.article.id: reading.mentions for reading in self.corpus.readings}

    @cached_property
    def pages(self) -> dict[str, ReadPage]:
        """The pages by id, in order of their names."""
        return {read.page.id: read for read in self.corpus.pages}


class Workspace:
    """A folder of exports; safe to ask from several threads."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._reading = threading.Lock()
        self._stamp = stamp_of(folder / NAME)
        self._now = self.read()
        keep()

    def now(self) -> Snapshot:
        """Return the present state; if a build has written the folder since, that is read meanwhile, and whoever asks then is told."""
        if stamp_of(self.folder / NAME) != self._stamp and not self._reading.locked():
            threading.Thread(target=self.refresh, daemon=True).start()
        return self._now

    def refresh(self) -> None:
        """Read the folder if a build has written it since; if it cannot be read the last state stays, and the log says why."""
        with self._reading:
            stamp = stamp_of(self.folder / NAME)
            if stamp == self._stamp:
                return
            try:
                self._now = self.read()
                gc.unfreeze()
                keep()
            except ExportError as error:
                LOG.warning("the folder was written anew and cannot be read; what it held before is served on: %s", error)
            self._stamp = stamp

    def read(self) -> Snapshot:
        """Read the folder, with all that is looked up in it. Raises ExportError if there is nothing that this version of kg wrote."""
        with Archive.open(self.folder / NAME) as archive:
            made = Snapshot(Facts.of(archive.corpus), self.folder, tuple(archive.files()))
        made.warm()
        return made


def keep() -> None:
    """Have Python take what there is now for staying: looking through a snapshot again takes most of a second, and nobody is answered."""
    gc.collect()
    gc.freeze()


def corpus_in(store: Path) -> Corpus:
    """Return everything that a store holds. Raises ExportError if there is none."""
    with Archive.open(store) as archive:
        return archive.corpus


def stamp_of(path: Path) -> Stamp | None:
    """Return what changes whenever a file is written; None where there is none yet."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
