"""The stages in their order, with what each requires and assigns; the only file that knows all of them.

    files ─ load ─▶ pages ─ read ─▶ articles ─ propose, names ─▶ mentions ─ anaphora, facts ─▶ claims, events ─ link ─▶ entities

A finder that raises on an article costs what it would have found there (``PageWork.faults``); a page on which a stage raises is
a failure and goes no further. KG_DEBUG=1 lets both raise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from kg import reading
from kg.errors import PageError, spelled
from kg.extract.anaphora.find import find_anaphors
from kg.extract.attributes.find import find_attributes
from kg.extract.calibration import calibrate
from kg.extract.draft import Draft
from kg.extract.events.find import find_events
from kg.extract.faults import Fault, is_debugging, reason_of
from kg.extract.learned.facts import find_facts
from kg.extract.learned.references import find_references
from kg.extract.mentions.find import find_names
from kg.extract.posts.find import find_posts
from kg.extract.relations.find import find_relations
from kg.model import Corpus, Reading, ReadPage
from kg.proposals import read_drafts, see_drafts
from kg.proposers.accept import ask
from kg.proposers.proposer import Proposer, ProposerError
from kg.resolve.cluster import Linking
from kg.resolve.complete.told import tell
from kg.resolve.decide import Decisions
from kg.shelf import Shelf
from kg.text.articles import read_page
from kg.text.input.pages import Notes, load
from kg.text.years import Dating, beside, dated, of_path

READERS = ("full", "fast")
"""What reads names and facts: the network beside tagger and rules (the default), or tagger and rules alone."""
Clock = dict[str, float]
"""Seconds by the name of a stage."""


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
    """One page on its way: ``read`` holds articles after stage "read", ``drafts`` (one an article) are open until ``freeze``.

    ``stale`` says why its file could not be read this time, where the page is as an earlier build read it.
    """

    read: ReadPage
    reader: str = READERS[0]
    dating: Dating | None = None
    made: str | None = None
    drafts: list[Draft] = field(default_factory=list)
    proposals: Sequence[reading.Reading] = ()
    readings: tuple[Reading, ...] = ()
    faults: tuple[Fault, ...] = ()
    stale: str | None = None

    def freeze(self) -> None:
        """Close the drafts into readings and faults."""
        self.faults = tuple(fault for draft in self.drafts for fault in draft.faults)
        self.readings = tuple(draft.freeze() for draft in self.drafts)
        self.drafts, self.proposals = [], ()


@dataclass(frozen=True, slots=True)
class Gathered:
    """A page among those of all files: its name and id, its number on the shelf, what befell it."""

    name: str
    id: str
    number: int
    faults: tuple[Fault, ...]
    stale: str | None


@dataclass(slots=True)
class Work:
    """What the stages hand on: the pages of one file (``path``), or what ``gather`` took in of all files, and what "link" makes of it."""

    path: Path = Path()
    reader: str = READERS[0]
    dating: Dating | None = None
    proposers: tuple[Proposer, ...] = ()
    decisions: Decisions | None = None
    pages: list[PageWork] = field(default_factory=list)
    gathered: list[Gathered] = field(default_factory=list)
    shelf: Shelf = field(default_factory=Shelf)
    linking: Linking | None = None
    failures: list[Failure] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    duplicates: list[tuple[str, str]] = field(default_factory=list)
    corpus: Corpus = field(default_factory=lambda: Corpus((), (), (), {}))
    seconds: Clock = field(default_factory=dict)

    def run(self, stage: Stage) -> None:
        """Run one stage and keep its time."""
        begin = perf_counter()
        stage.run(self)
        self.spend(stage.name, perf_counter() - begin)

    def spend(self, stage: str, seconds: float) -> None:
        """Add to the time of a stage."""
        self.seconds[stage] = self.seconds.get(stage, 0.0) + seconds

    def gather(self, works: Iterable[Work]) -> None:
        """Take in what single files gave, the pages by name; a page that two files hold is kept from the first.

        The pages go onto the shelf, and what linking must know of each is told while it is at hand.
        """
        pages: dict[str, Gathered] = {}
        for done in works:
            self.failures += done.failures
            self.remarks += done.remarks
            for page in done.pages:
                first = pages.get(page.read.page.id)
                if first is None:
                    pages[page.read.page.id] = self.put(page)
                else:
                    self.duplicates.append((spelled(done.path.parent / page.read.page.name), first.name))
            for stage, seconds in done.seconds.items():
                self.spend(stage, seconds)
        self.gathered = sorted(pages.values(), key=lambda page: (page.name, page.id))

    def put(self, page: PageWork) -> Gathered:
        """Put a page onto the shelf and return what is to be known of it meanwhile."""
        begin = perf_counter()
        self.linking = self.linking or Linking(self.decisions)
        self.linking.add(tell(page.read, page.readings))
        number = self.shelf.put(page.read, page.readings)
        self.spend("link", perf_counter() - begin)
        return Gathered(page.read.page.name, page.read.page.id, number, page.faults, page.stale)


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
        work.pages = [PageWork(ReadPage(page, ()), work.reader, dating, notes.made) for page in load(work.path, notes)]
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
    page.read = dated(page.read, page.dating, page.made)
    page.drafts = [Draft(article) for article in page.read.articles]


def propose_spans(page: PageWork) -> None:
    """Have the readers propose what they see in the articles of a page."""
    page.proposals = read_drafts(page.drafts)
    if page.reader == "full":
        see_drafts(page.drafts)


def name_articles(page: PageWork) -> None:
    """Find the names of all articles of a page together."""
    find_names(page.drafts, page.proposals)


def ask_proposers(work: Work) -> None:
    """Have the proposers, if there are any, propose facts of the articles; one that gives no answer is asked no more about this file."""
    for proposer in work.proposers:
        try:
            for page in work.pages:
                for draft in page.drafts:
                    ask(draft, proposer)
        except ProposerError as error:
            work.remarks.append(f"{work.path}: {error}; the facts that it would have proposed are missing")


def link(work: Work) -> None:
    """Link the mentions of all pages into entities."""
    order = [page.number for page in work.gathered]
    linking, work.linking = work.linking or Linking(work.decisions), None
    work.corpus = linking.corpus(work.shelf.pages(order), work.shelf.readings(order))


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
    Stage("calibrate", each_article(calibrate), ("claims.learned", "events"), ("confidences",)),
    Stage("ask", ask_proposers, ("mentions.name", "claims.learned"), ("claims.proposed",)),
    Stage("link", link, ("mentions.name", "mentions.anaphor"), ("entities",), is_joint=True),
)
"""The stages in the order in which they run; a file goes through all that are not joint, then all files through those that are."""
