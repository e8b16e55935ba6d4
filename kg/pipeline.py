"""Files go through the stages (kg.stages), each by itself and then all together, and what they leave is a ``Build``.

A page is read without any other page until stage "link", so pages are read in parallel and the result does not depend on the
number of workers. A file that cannot be read never costs the others their results: it is listed in ``Build.failures``. A finder
that raises on an article costs what it would have found there: it is listed in ``Build.faults``.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from kg import cluster
from kg.archive.earlier import Earlier, Plan
from kg.archive.kept import Kept, fingerprint
from kg.archive.schema import NAME
from kg.errors import KgError, PageError
from kg.export import base
from kg.export.asking import Asking
from kg.export.html.wanted import THE_USUAL, Wanted
from kg.extract.faults import Fault
from kg.graph.build import network
from kg.model import Claim, Corpus, Entity, Event
from kg.pool import OutOfTime, limited, spread
from kg.proposers.proposer import Proposer
from kg.resolve.decisions_file import load_decisions
from kg.stages import READERS, STAGES, Clock, Failure, Work
from kg.text.input.folders import files
from kg.text.years import Dating, given

if TYPE_CHECKING:
    import networkx
    import rdflib

DEFAULT_FORMATS = ("sqlite", "turtle", "html", "graphml", "pages", "report")

PAGE_SECONDS = 120
"""Seconds of computing after which a stage gives up a file, for each of its pages."""
Progress = Callable[[str, int, int], None]


def read_file(path: Path, reader: str = READERS[0], dating: Dating | None = None, proposers: tuple[Proposer, ...] = ()) -> Work:
    """Take one file through the stages that need no other file, within PAGE_SECONDS for each of its pages."""
    work = Work(path, reader, dating, proposers)
    for stage in STAGES:
        if not stage.is_joint:
            try:
                with limited(PAGE_SECONDS * max(1, len(work.pages))):
                    work.run(stage)
            except OutOfTime:
                work.pages = []
                work.failures.append(Failure.of(PageError(path, f"stage {stage.name} computes for more than {PAGE_SECONDS} s a page")))
    for page in work.pages:
        page.freeze()
    return work


def read_files(
    paths: Sequence[Path],
    workers: int,
    progress: Progress,
    reader: str = READERS[0],
    dating: Dating | None = None,
    proposers: tuple[Proposer, ...] = (),
    scheduler: str | None = None,
) -> Iterator[Work]:
    """Yield what each file gives, in the order of ``paths`` whatever the number of workers; ``scheduler`` is that of a Dask cluster."""
    read = partial(read_file, reader=reader, dating=dating, proposers=proposers)
    if scheduler:
        for number, result in enumerate(cluster.spread(read, paths, scheduler, died, fingerprint)):
            progress(paths[number].name, number, len(paths))
            yield result
        return
    if workers <= 1 or len(paths) < 2 * workers:
        for number, path in enumerate(paths):
            progress(path.name, number, len(paths))
            yield read(path)
        return
    for number, result in enumerate(spread(read, paths, workers, died)):
        progress(paths[number].name, number, len(paths))
        yield result


def died(path: Path) -> Work:
    """Return what a file gives whose process died."""
    return Work(path, failures=[Failure.of(PageError(path, "the process that read it died", "is there memory enough? read it alone"))])


@dataclass(frozen=True, repr=False)
class Build(Asking):
    """Everything known from some pages; ``network`` and ``rdf`` are views computed on first use.

    ``kept`` is what the files gave, for the next build of the same folder. ``stale`` says of pages, by id, why their files could not be
    read this time; ``n_same`` counts the files that were not read again, ``retracted`` lists those that are gone since the last build,
    ``unused`` says why what a last build left is not gone on from.
    """

    corpus: Corpus
    failures: tuple[Failure, ...] = ()
    faults: tuple[Fault, ...] = ()
    duplicates: tuple[tuple[str, str], ...] = ()
    remarks: tuple[str, ...] = ()
    kept: tuple[Kept, ...] = ()
    stale: Mapping[str, str] = field(default_factory=dict)
    n_same: int = 0
    retracted: tuple[str, ...] = ()
    unused: str = ""
    seconds: Clock = field(default_factory=dict)

    @classmethod
    def of(cls, work: Work, plan: Plan | None = None) -> Build:
        """Return what the stages have left after the last; without a plan nothing is kept for the next build."""
        return cls(
            work.corpus,
            tuple(work.failures),
            tuple(fault for page in work.gathered for fault in page.faults),
            tuple(work.duplicates),
            tuple(work.remarks),
            tuple(plan.kept) if plan else (),
            {page.id: page.stale for page in work.gathered if page.stale},
            plan.n_same if plan else 0,
            tuple(plan.retracted) if plan else (),
            plan.earlier.unused if plan else "",
            work.seconds,
        )

    @property
    def is_whole(self) -> bool:
        """Whether every file was read and no finder failed."""
        return not (self.failures or self.faults)

    @property
    def entities(self) -> Sequence[Entity]:
        """All entities, by id."""
        return self.corpus.entities

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, in order of page and article."""
        return tuple(self.corpus.claims())

    @property
    def events(self) -> tuple[Event, ...]:
        """All events, in order of page and article."""
        return tuple(self.corpus.events())

    @cached_property
    def network(self) -> networkx.MultiDiGraph:
        """The graph: entities and events as nodes, claims and roles as edges."""
        return network(self.corpus)

    @cached_property
    def rdf(self) -> rdflib.Graph:
        """The same as an rdflib Graph, parsed from the Turtle that ``save`` writes."""
        from kg.export.rdf.turtle import as_rdflib

        return as_rdflib(self.corpus)

    def save(self, folder: str | Path, formats: Sequence[str] = DEFAULT_FORMATS, asked: Wanted = THE_USUAL) -> tuple[Path, ...]:
        """Write the exports, each whole or not at all, and return their paths; the web page holds what is ``asked``.

        Raises ExportError if one cannot be written.
        """
        return base.save(self, Path(folder), formats, asked)

    def save_pages(self, folder: str | Path) -> tuple[Path, ...]:
        """Write only the page JSON into ``folder``. Raises ExportError if it cannot be."""
        return base.write_one(self.corpus, "pages", Path(folder))


def build(
    paths: str | Path | Iterable[str | Path],
    *,
    decisions: str | Path | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
    reader: str = READERS[0],
    date: str | None = None,
    year: int | None = None,
    proposers: Iterable[Proposer] = (),
    archive: str | Path | None = None,
    keep_missing: bool = False,
    scheduler: str | None = None,
) -> Build:
    """Read pages and link what they name.

    ``paths`` is a file or folder, or several; ``decisions`` a decisions.yaml to replay; ``workers`` processes (default: one for each
    core, and only for many pages); ``reader`` one of READERS; ``date`` (ISO) or ``year`` that of all pages, where they print none.
    ``proposers`` propose facts beside our own readers (kg.proposers). ``archive`` is the folder of an earlier build: files that have not
    changed since are not read again, one that fails keeps what it gave, and with ``keep_missing`` so do those that are gone; the result is
    as if there had been no earlier build. ``scheduler`` (tcp://host:8786) has the pages read on a Dask cluster. Files that cannot be read
    are in ``Build.failures``. Raises DecisionError if the decisions contradict each other, KgError if there is no such reader or day.
    """
    if reader not in READERS:
        raise KgError(f"no reader is called {reader!r}; there are {' and '.join(READERS)}")
    dating = given(date, year)
    tell = progress or (lambda *_: None)
    found, lost = files([paths] if isinstance(paths, str | Path) else paths)
    whole = Work(decisions=load_decisions(Path(decisions)) if decisions else None, failures=[*map(Failure.of, lost)])
    asked = tuple(proposers)
    plan = Plan(Earlier.of(Path(archive) / NAME if archive else None), reader, dating, tuple(one.name for one in asked), keep_missing)
    n_workers = workers or os.cpu_count() or 1
    read = partial(read_files, workers=n_workers, progress=tell, reader=reader, dating=dating, proposers=asked, scheduler=scheduler)
    whole.gather(plan.works(found, lost, read))
    for stage in STAGES:
        if stage.is_joint:
            whole.run(stage)
    tell("", len(found), len(found))
    return Build.of(whole, plan)
