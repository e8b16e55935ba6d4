"""The stages in their order, with what each requires and assigns; the only file that knows all of them.

    files ─ load ─▶ pages ─ read ─▶ articles ─ propose, names ─▶ mentions ─ anaphora, facts ─▶ claims, events ─ link ─▶ entities

A page is read without any other page until ``link``, so pages are read in parallel and the result does not depend on the
number of workers. A file that cannot be read never costs the others their results: it is listed in ``Build.failures``.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from kg import reading
from kg.errors import PageError
from kg.export import base
from kg.extract.anaphora.find import find_anaphors
from kg.extract.attributes.find import find_attributes
from kg.extract.draft import Draft
from kg.extract.events.find import find_events
from kg.extract.mentions.find import find_names
from kg.extract.posts.find import find_posts
from kg.extract.relations.find import find_relations
from kg.graph.build import network
from kg.model import Claim, Corpus, Entity, Event, Page, Reading, ReadPage
from kg.reader.tagger import propose
from kg.resolve.cluster import resolve
from kg.resolve.decide import Decisions, load_decisions
from kg.text.articles import read_page
from kg.text.input.pages import load

if TYPE_CHECKING:
    import networkx
    import rdflib

SUFFIXES = (".txt", ".pdf", ".html", ".htm", ".docx")
"""Files that a folder is searched for; a file named outright is read whatever it is called."""
DEFAULT_FORMATS = ("facts", "turtle", "html", "graphml", "pages", "report")


@dataclass(frozen=True, slots=True)
class Stage:
    """One step: what must be there before it, and what is there after it."""

    name: str
    requires: tuple[str, ...]
    assigns: tuple[str, ...]


STAGES = (
    Stage("load", ("path",), ("page.text",)),
    Stage("read", ("page.text",), ("article.text", "article.headline", "article.bylines", "article.date", "article.locality")),
    Stage("propose", ("article.text",), ("proposals",)),
    Stage("names", ("article.text", "article.locality", "article.bylines", "proposals"), ("mentions.name",)),
    Stage("anaphora", ("mentions.name",), ("mentions.anaphor",)),
    Stage("posts", ("mentions.name", "mentions.anaphor"), ("claims.post",)),
    Stage("relations", ("mentions.name", "mentions.anaphor", "claims.post"), ("claims.relation",)),
    Stage("attributes", ("mentions.name", "mentions.anaphor"), ("claims.attribute",)),
    Stage("events", ("mentions.name", "mentions.anaphor", "article.date"), ("events",)),
    Stage("link", ("mentions.name", "mentions.anaphor"), ("entities",)),
)
FINDERS: tuple[tuple[str, Callable[[Draft], None]], ...] = (
    ("anaphora", find_anaphors),
    ("posts", find_posts),
    ("relations", find_relations),
    ("attributes", find_attributes),
    ("events", find_events),
)

Clock = dict[str, float]
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that gave nothing, and why, in one line."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class PageResult:
    """One page, read and its facts found, not yet linked; ``seconds`` by stage."""

    read: ReadPage
    readings: tuple[Reading, ...]
    seconds: Clock


def files(paths: Iterable[str | Path]) -> tuple[list[Path], list[Failure]]:
    """Return the files that these paths name, folders searched for SUFFIXES, each once; and what names nothing."""
    found: dict[Path, None] = {}
    failures = []
    for path in map(Path, paths):
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file() and not p.name.startswith("."))
            found.update(dict.fromkeys(inside))
            if not inside:
                failures.append(Failure(str(path), f"{path}: no page in this folder; kg reads {', '.join(SUFFIXES)} files"))
        elif path.is_file():
            found.setdefault(path)
        else:
            failures.append(Failure(str(path), f"{path}: no such file or folder; check the spelling"))
    return list(found), failures


def read_facts(page: Page, clock: Clock | None = None) -> PageResult:
    """Read one page and find its facts; needs no other page."""
    seconds = clock if clock is not None else {}

    def timed(name: str, work: Callable[[], object]) -> None:
        begin = perf_counter()
        work()
        seconds[name] = seconds.get(name, 0.0) + perf_counter() - begin

    begin = perf_counter()
    read = read_page(page)
    seconds["read"] = seconds.get("read", 0.0) + perf_counter() - begin
    if not read.articles:
        raise PageError(page.name, "no article found on this page", "is it a newspaper page? kg pages FILE shows what was seen")
    drafts = [Draft(article) for article in read.articles]
    proposals: list[reading.Reading] = []
    timed("propose", lambda: proposals.extend(read_drafts(drafts)))
    timed("names", lambda: find_names(drafts, proposals))
    for name, finder in FINDERS:
        timed(name, partial(run_over, finder, drafts))
    return PageResult(read, tuple(draft.freeze() for draft in drafts), seconds)


def read_drafts(drafts: Sequence[Draft]) -> list[reading.Reading]:
    """Return what the reader proposes of each article, sentence by sentence."""
    return propose([draft.text for draft in drafts], [[(s.start, s.end) for s in draft.sentences] for draft in drafts])


def run_over(finder: Callable[[Draft], None], drafts: Sequence[Draft]) -> None:
    """Run one finder over all articles of a page."""
    for draft in drafts:
        finder(draft)


def read_file(path: Path) -> tuple[list[PageResult], list[Failure]]:
    """Read every page of one file; a page without an article is a failure of its own."""
    results: list[PageResult] = []
    failures: list[Failure] = []
    try:
        begin = perf_counter()
        pages = load(path)
        seconds = perf_counter() - begin
    except PageError as error:
        return [], [Failure(str(path), str(error))]
    for number, page in enumerate(pages):
        try:
            results.append(read_facts(page, {"load": seconds if number == 0 else 0.0}))
        except PageError as error:
            failures.append(Failure(str(path), str(PageError(path, error.reason, error.advice))))
        except Exception as error:  # a page that kg itself stumbles over must not cost the others; it is told as such
            if os.environ.get("KG_DEBUG"):
                raise
            advice = "this is a fault of kg: please report it with the page; KG_DEBUG=1 shows where"
            failures.append(Failure(str(path), str(PageError(path, f"kg stumbled ({type(error).__name__}: {error})", advice))))
    return results, failures


def read_files(paths: Sequence[Path], workers: int, progress: Progress) -> Iterator[tuple[list[PageResult], list[Failure]]]:
    """Yield what each file gives, in the order of ``paths`` whatever the number of workers."""
    if workers <= 1 or len(paths) < 2 * workers:
        for number, path in enumerate(paths):
            progress(path.name, number, len(paths))
            yield read_file(path)
        return
    with ProcessPoolExecutor(max_workers=workers) as pool:
        for number, result in enumerate(pool.map(read_file, paths, chunksize=max(1, len(paths) // (workers * 8)))):
            progress(paths[number].name, number, len(paths))
            yield result


@dataclass(frozen=True)
class Build:
    """Everything known from some pages; ``network`` and ``rdf`` are views computed on first use."""

    corpus: Corpus
    failures: tuple[Failure, ...] = ()
    duplicates: tuple[tuple[str, str], ...] = ()
    seconds: Clock = field(default_factory=dict)

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
    paths: Iterable[str | Path], *, decisions: str | Path | None = None, workers: int | None = None, progress: Progress | None = None
) -> Build:
    """Read pages and link what they name.

    ``paths`` are files or folders; ``decisions`` a decisions.yaml to replay; ``workers`` processes (default: one for each
    core, and only for many pages). Files that cannot be read are in ``Build.failures``. Raises DecisionError if the
    decisions contradict each other.
    """
    report = progress or (lambda *_: None)
    chosen: Decisions | None = load_decisions(Path(decisions)) if decisions else None
    found, failures = files(paths)
    seconds: Clock = {}
    results: dict[str, PageResult] = {}
    duplicates: list[tuple[str, str]] = []
    for path, (pages, failed) in zip(found, read_files(found, workers or os.cpu_count() or 1, report), strict=True):
        failures += failed
        for result in pages:
            if results.setdefault(result.read.page.id, result) is not result:
                duplicates.append((str(path), results[result.read.page.id].read.page.name))
            for name, spent in result.seconds.items():
                seconds[name] = seconds.get(name, 0.0) + spent
    ordered = sorted(results.values(), key=lambda r: (r.read.page.name, r.read.page.id))
    begin = perf_counter()
    corpus = resolve([r.read for r in ordered], [reading for r in ordered for reading in r.readings], chosen)
    seconds["link"] = perf_counter() - begin
    report("", len(found), len(found))
    return Build(corpus, tuple(failures), tuple(duplicates), seconds)
