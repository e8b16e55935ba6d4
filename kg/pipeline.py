"""The stages in their order, with what each requires and assigns; the only file that knows all of them.

    files ─ load ─▶ pages ─ read ─▶ articles ─ propose, names ─▶ mentions ─ anaphora, facts ─▶ claims, events ─ link ─▶ entities

A page is read without any other page until ``link``, so pages are read in parallel and the result does not depend on the
number of workers. A file that cannot be read never costs the others their results: it is listed in ``Build.failures``. A finder
that raises on an article costs what it would have found there: it is listed in ``Build.faults``; KG_DEBUG=1 lets it raise.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from kg import reading
from kg.errors import KgError, PageError, spelled
from kg.export import base
from kg.export.asking import Asking
from kg.extract.anaphora.find import find_anaphors
from kg.extract.attributes.find import find_attributes
from kg.extract.draft import Draft
from kg.extract.events.find import find_events
from kg.extract.faults import Fault, is_debugging, reason_of
from kg.extract.learned.facts import find_facts
from kg.extract.learned.references import find_references
from kg.extract.mentions.find import find_names
from kg.extract.posts.find import find_posts
from kg.extract.relations.find import find_relations
from kg.graph.build import network
from kg.model import Claim, Corpus, Entity, Event, Reading, ReadPage
from kg.pool import OutOfTime, limited, spread
from kg.proposals import read_drafts, see_drafts
from kg.resolve.cluster import resolve
from kg.resolve.decide import Decisions
from kg.resolve.decisions_file import load_decisions
from kg.text.articles import read_page
from kg.text.input.folders import files
from kg.text.input.pages import Notes, load
from kg.text.years import Dating, beside, dated, given, of_path

if TYPE_CHECKING:
    import networkx
    import rdflib

DEFAULT_FORMATS = ("facts", "turtle", "html", "graphml", "pages", "report")

READERS = ("full", "fast")
"""What reads names and facts: the tagger and the rules alone, or with the network beside them; the first is the default."""
PAGE_SECONDS = 120
"""Seconds of computing after which a stage gives up a file, for each of its pages."""
Clock = dict[str, float]
"""Seconds by the name of a stage."""
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that gave nothing, and why, in one line."""

    path: str
    message: str

    @classmethod
    def of(cls, error: PageError) -> Failure:
        """Return the failure that an error of a file or folder makes."""
        return cls(error.path, str(error))


@dataclass(slots=True)
class PageWork:
    """One page on its way: ``read`` holds articles after stage "read", ``drafts`` (one an article) are open until ``freeze``."""

    read: ReadPage
    reader: str = READERS[0]
    dating: Dating | None = None
    drafts: list[Draft] = field(default_factory=list)
    proposals: Sequence[reading.Reading] = ()
    readings: tuple[Reading, ...] = ()
    faults: tuple[Fault, ...] = ()

    def freeze(self) -> None:
        """Close the drafts into readings and faults."""
        self.faults = tuple(fault for draft in self.drafts for fault in draft.faults)
        self.readings = tuple(draft.freeze() for draft in self.drafts)
        self.drafts, self.proposals = [], ()


@dataclass(slots=True)
class Work:
    """What the stages hand on: the pages of one file (``path``), and from "link" on those of all files."""

    path: Path = Path()
    reader: str = READERS[0]
    dating: Dating | None = None
    decisions: Decisions | None = None
    pages: list[PageWork] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    corpus: Corpus = field(default_factory=lambda: Corpus((), (), (), {}))
    seconds: Clock = field(default_factory=dict)

    def run(self, stage: Stage) -> None:
        """Run one stage and keep its time."""
        begin = perf_counter()
        stage.run(self)
        self.seconds[stage.name] = self.seconds.get(stage.name, 0.0) + perf_counter() - begin


@dataclass(frozen=True, slots=True)
class Stage:
    """One step: ``run`` needs what ``requires`` names and leaves what ``assigns`` names; ``is_joint``: over the pages of all files."""

    name: str
    run: Callable[[Work], None]
    requires: tuple[str, ...]
    assigns: tuple[str, ...]
    is_joint: bool = False


def load_pages(work: Work) -> None:
    """Load the pages of a file; a file or page that cannot be read is a failure."""
    notes = Notes()
    try:
        dating = work.dating or beside(work.path) or of_path(work.path)
        work.pages = [PageWork(ReadPage(page, ()), work.reader, dating) for page in load(work.path, notes)]
    except PageError as error:
        notes.lost.append(error)
    work.failures += map(Failure.of, notes.lost)
    work.remarks += notes.remarks


def each_page(step: Callable[[PageWork], None]) -> Callable[[Work], None]:
    """Return a run over the pages one by one; a page that it fails on is a failure of its own and goes no further."""

    def run(work: Work) -> None:
        kept = []
        for page in work.pages:
            try:
                step(page)
                kept.append(page)
            except PageError as error:
                work.failures.append(Failure.of(PageError(work.path.parent / page.read.page.name, error.reason, error.advice)))
            except Exception as error:  # a page that kg itself stumbles over must not cost the others; it is reported as a bug of kg
                if is_debugging():
                    raise
                advice = "this is a fault of kg: please report it with the page; KG_DEBUG=1 shows where"
                reason = f"kg stumbled ({reason_of(error)})"
                work.failures.append(Failure.of(PageError(work.path.parent / page.read.page.name, reason, advice)))
        work.pages = kept

    return run


def each_article(find: Callable[[Draft], None]) -> Callable[[Work], None]:
    """Return a run over the articles of each page one by one."""

    def step(page: PageWork) -> None:
        for draft in page.drafts:
            with draft.spared():
                find(draft)

    return each_page(step)


def read_articles(page: PageWork) -> None:
    """Cut a page into articles and open a draft for each. Raises PageError if there is none."""
    page.read = read_page(page.read.page)
    if not page.read.articles:
        reason, advice = "no article found on this page", "is it a newspaper page? kg pages FILE shows what was seen"
        raise PageError(page.read.page.name, reason, advice)
    page.read = dated(page.read, page.dating)
    page.drafts = [Draft(article) for article in page.read.articles]


def propose_spans(page: PageWork) -> None:
    """Have the readers propose what they see in the articles of a page."""
    page.proposals = read_drafts(page.drafts)
    if page.reader == "full":
        see_drafts(page.drafts)


def name_articles(page: PageWork) -> None:
    """Find the names of all articles of a page together."""
    find_names(page.drafts, page.proposals)


def link(work: Work) -> None:
    """Link the mentions of all pages into entities."""
    readings = [reading for page in work.pages for reading in page.readings]
    work.corpus = resolve([page.read for page in work.pages], readings, work.decisions)


STAGES = (
    Stage("load", load_pages, ("path",), ("page.text",)),
    Stage(
        "read",
        each_page(read_articles),
        ("page.text",),
        ("article.text", "article.headline", "article.bylines", "article.date", "article.locality"),
    ),
    Stage("propose", each_page(propose_spans), ("article.text",), ("proposals",)),
    Stage("names", each_page(name_articles), ("article.text", "article.locality", "article.bylines", "proposals"), ("mentions.name",)),
    Stage("anaphora", each_article(find_anaphors), ("mentions.name",), ("mentions.anaphor",)),
    Stage("references", each_article(find_references), ("mentions.anaphor",), ("mentions.reference",)),
    Stage("posts", each_article(find_posts), ("mentions.name", "mentions.anaphor"), ("claims.post",)),
    Stage("relations", each_article(find_relations), ("mentions.name", "mentions.anaphor", "claims.post"), ("claims.relation",)),
    Stage("attributes", each_article(find_attributes), ("mentions.name", "mentions.anaphor"), ("claims.attribute",)),
    Stage("events", each_article(find_events), ("mentions.name", "mentions.anaphor", "article.date"), ("events",)),
    Stage("learned", each_article(find_facts), ("events",), ("claims.learned",)),
    Stage("link", link, ("mentions.name", "mentions.anaphor"), ("entities",), is_joint=True),
)
"""The stages in the order in which they run; a file goes through all that are not joint, then all files through those that are."""


def read_file(path: Path, reader: str = READERS[0], dating: Dating | None = None) -> Work:
    """Take one file through the stages that need no other file, within PAGE_SECONDS for each of its pages."""
    work = Work(path, reader, dating)
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
    paths: Sequence[Path], workers: int, progress: Progress, reader: str = READERS[0], dating: Dating | None = None
) -> Iterator[Work]:
    """Yield what each file gives, in the order of ``paths`` whatever the number of workers."""
    if workers <= 1 or len(paths) < 2 * workers:
        for number, path in enumerate(paths):
            progress(path.name, number, len(paths))
            yield read_file(path, reader, dating)
        return
    for number, result in enumerate(spread(partial(read_file, reader=reader, dating=dating), paths, workers, died)):
        progress(paths[number].name, number, len(paths))
        yield result


def died(path: Path) -> Work:
    """Return what a file gives whose process died."""
    return Work(path, failures=[Failure.of(PageError(path, "the process that read it died", "is there memory enough? read it alone"))])


@dataclass(frozen=True, repr=False)
class Build(Asking):
    """Everything known from some pages; ``network`` and ``rdf`` are views computed on first use."""

    corpus: Corpus
    failures: tuple[Failure, ...] = ()
    faults: tuple[Fault, ...] = ()
    duplicates: tuple[tuple[str, str], ...] = ()
    remarks: tuple[str, ...] = ()
    seconds: Clock = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        """Whether every file was read and no finder failed."""
        return not (self.failures or self.faults)

    @property
    def entities(self) -> tuple[Entity, ...]:
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

    def save(self, folder: str | Path, formats: Sequence[str] = DEFAULT_FORMATS) -> tuple[Path, ...]:
        """Write the exports, each whole or not at all, and return their paths. Raises ExportError if one cannot be."""
        return base.save(self, Path(folder), formats)

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
) -> Build:
    """Read pages and link what they name.

    ``paths`` is a file or folder, or several; ``decisions`` a decisions.yaml to replay; ``workers`` processes (default: one for each
    core, and only for many pages); ``reader`` one of READERS; ``date`` (ISO) or ``year`` that of all pages, where they print none.
    Files that cannot be read are in ``Build.failures``. Raises DecisionError if the decisions contradict each other, KgError if there
    is no such reader or day.
    """
    if reader not in READERS:
        raise KgError(f"no reader is called {reader!r}; there are {' and '.join(READERS)}")
    dating = given(date, year)
    found, lost = files([paths] if isinstance(paths, str | Path) else paths)
    whole = Work(decisions=load_decisions(Path(decisions)) if decisions else None, failures=[*map(Failure.of, lost)])
    pages: dict[str, PageWork] = {}
    duplicates: list[tuple[str, str]] = []
    for done in read_files(found, workers or os.cpu_count() or 1, progress or (lambda *_: None), reader, dating):
        whole.failures += done.failures
        whole.remarks += done.remarks
        for page in done.pages:
            if pages.setdefault(page.read.page.id, page) is not page:
                duplicates.append((spelled(done.path.parent / page.read.page.name), pages[page.read.page.id].read.page.name))
        for name, spent in done.seconds.items():
            whole.seconds[name] = whole.seconds.get(name, 0.0) + spent
    whole.pages = sorted(pages.values(), key=lambda page: (page.read.page.name, page.read.page.id))
    for stage in STAGES:
        if stage.is_joint:
            whole.run(stage)
    if progress:
        progress("", len(found), len(found))
    faults = tuple(fault for page in whole.pages for fault in page.faults)
    return Build(whole.corpus, tuple(whole.failures), faults, tuple(duplicates), tuple(whole.remarks), whole.seconds)
