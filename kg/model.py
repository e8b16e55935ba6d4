"""The records that flow through kg. Nothing here reads a file or knows a rule.

Two coordinate systems, both in code points and half-open:

    page offsets     into ``Page.text``, the page as printed, white space and all
    article offsets  into ``Article.text``, the repaired text in reading order without white space

``Article.offsets`` maps the second to the first, so that every mention and quote can be shown on the page:

    page     本报讯（记者 朱\\n兆浩）…      Article.text[6:9] == "朱兆浩"
    article  本报讯（记者朱兆浩）…          Article.page_spans(6, 9) == (Span(7, 8), Span(9, 11))

All records are frozen. ``Evidence`` is made by ``Article.evidence`` alone, which slices the quote out of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from kg.errors import ClaimError

BREAK = "\n"
"""Ends a paragraph or a section in ``Article.text``; the only white space there, and on no page."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of characters of one page: code points, half-open."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Page:
    """One file as printed.

    ``id`` is made from the text (ids.page_id), ``name`` is the file's name without folder, ``source`` says how the
    text was got ("text/plain; utf-8", "application/pdf", …). ``newspaper`` and ``date`` are None unless a masthead
    or the file's metadata prints them.
    """

    id: str
    name: str
    text: str
    source: str = "text/plain; utf-8"
    newspaper: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Byline:
    """One credit: the role as printed (记者, 通讯员, 摄, 供图, …) and the name; ``spans`` are page offsets of the name."""

    role: str
    name: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of ``Article.text``: kind is "kicker", "headline", "subhead" or "body"; article offsets."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Seam:
    """A place in ``Article.text`` where two blocks of the page were joined.

    ``at`` is the article offset of the first character after the join. ``score`` in 0…1 says how well the language
    runs on over it; below ``WEAK_SEAM`` a fact that crosses it is marked.
    """

    at: int
    score: float
    reason: str = ""


WEAK_SEAM = 0.5


@dataclass(frozen=True, slots=True)
class Locality:
    """Whose 市 it is: full names of the divisions that 市, 区/县 and 省 mean here, None where the page does not say.

    ``zone`` is the development zone that 区 means on a page of a zone's own (平顶山高新区, 焦作市示范区（高新区）).
    """

    province: str | None = None
    city: str | None = None
    county: str | None = None
    zone: str | None = None
    confidence: float = 0.0
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The characters of one page that say a thing; made by ``Article.evidence`` only."""

    page: str
    article: str
    spans: tuple[Span, ...]
    quote: str
    crosses_weak_seam: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a page, repaired and in reading order.

    ``text`` holds the sections one after another (kicker, headline, subheads, then the body), each paragraph ended by
    ``BREAK``; bylines that are a line of their own are not in it, those inside the body's opening (本报讯（记者…）) are.
    ``offsets[i]`` is the page offset of ``text[i]``, -1 for a BREAK. ``date`` is an ISO prefix as precise as printed,
    "02-18" when the year is not known. ``kind`` is "story", "caption", "brief" or "comment".
    """

    id: str
    page: Page
    number: int
    text: str
    offsets: tuple[int, ...]
    sections: tuple[Section, ...]
    headline: str | None = None
    subheads: tuple[str, ...] = ()
    bylines: tuple[Byline, ...] = ()
    date: str | None = None
    kind: str = "story"
    seams: tuple[Seam, ...] = ()
    locality: Locality = Locality()

    @property
    def body(self) -> Section:
        """The body's section (article offsets)."""
        return next(s for s in self.sections if s.kind == "body")

    def page_spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the page offsets of ``text[start:end]`` as the fewest spans; runs over white space are joined.

        Raises ClaimError if the range is empty or outside the article.
        """
        if not 0 <= start < end <= len(self.text):
            raise ClaimError(f"{self.id}: no text at {start}:{end}")
        spans: list[Span] = []
        for offset in self.offsets[start:end]:
            if offset < 0:
                continue
            if spans and spans[-1].end <= offset and not self.page.text[spans[-1].end : offset].strip():
                spans[-1] = Span(spans[-1].start, offset + 1)
            else:
                spans.append(Span(offset, offset + 1))
        return tuple(spans)

    def evidence(self, ranges: Iterable[tuple[int, int]]) -> Evidence:
        """Slice the quote for these article ranges out of the page; the only maker of Evidence.

        Several ranges are joined by ``…`` in the quote. Raises ClaimError if a range is not in the article or if the
        page does not hold the article's characters there.
        """
        ranges = sorted(set(ranges))
        spans = tuple(span for start, end in ranges for span in self.page_spans(start, end))
        quote = "…".join(quote_of(self.page.text, self.page_spans(start, end)) for start, end in ranges)
        expected = "…".join(self.text[start:end].replace(BREAK, "") for start, end in ranges)
        if quote != expected:
            raise ClaimError(f"{self.id}: the page does not say {expected[:40]!r} at {spans}")
        weak = any(start < seam.at < end and seam.score < WEAK_SEAM for seam in self.seams for start, end in ranges)
        return Evidence(self.page.id, self.id, spans, quote, weak)


def quote_of(text: str, spans: Iterable[Span]) -> str:
    """Return the characters of ``text`` in ``spans`` with white space taken out."""
    return re.sub(r"\s+", "", "".join(text[span.start : span.end] for span in spans))


NAME_KINDS = ("name", "shared")


@dataclass(frozen=True, slots=True)
class Mention:
    """One thing named, pointed at or implied at one place of an article.

    ``kind``:
        "name"     a printed name; its surface is scored and listed
        "shared"   a printed name that stands for several entities at once (许昌市、长葛市两级人民法院): one mention for each,
                   same span, told apart by ``name``; counted as a name
        "anaphor"  该公司, 全市, 双方: stands for ``antecedent``; never counted as a name
        "implied"  市长 implies the city: the span lies on the word that implies it; never counted as a name
    ``name`` is what rule or context completes the surface to (市市场监督管理局 → 许昌市市场监督管理局), None if nothing is
    added. ``antecedent`` and ``parent`` (the body that the name itself says it belongs to) are ids of other mentions
    of the same article. ``score`` in 0…1 is the finder's confidence.
    """

    article: str
    start: int
    end: int
    surface: str
    type: str
    rule: str
    kind: str = "name"
    name: str | None = None
    antecedent: str | None = None
    parent: str | None = None
    score: float = 1.0

    @property
    def id(self) -> str:
        """Unique in the corpus and readable: article, article offsets, type; then kind and what it stands for."""
        place = f"{self.article}:{self.start}-{self.end}:{self.type}"
        if self.kind == "name":
            return place
        return f"{place}:{self.kind}:{self.antecedent.split(':', 1)[1] if self.antecedent else self.name}"

    @property
    def is_name(self) -> bool:
        """Whether the surface is a printed name."""
        return self.kind in NAME_KINDS


@dataclass(frozen=True, slots=True)
class Claim:
    """Subject, predicate, object, with the characters that say so.

    ``object`` is a mention's id or None; ``value`` is the printed value of an attribute (total_investment 48亿元) or
    None. ``qualifiers`` are sorted (key, printed value) pairs: title, role, what, amount, honour, date …
    ``status``: "stated" (done or standing), "planned", "signed", "under_way", "former", "designate", "denied".
    """

    article: str
    subject: str
    predicate: str
    object: str | None
    evidence: Evidence
    rule: str
    value: str | None = None
    qualifiers: tuple[tuple[str, str], ...] = ()
    confidence: float = 1.0
    status: str = "stated"

    def qualifier(self, key: str) -> str | None:
        """Return the printed value of a qualifier, None if the claim has none."""
        return dict(self.qualifiers).get(key)


@dataclass(frozen=True, slots=True)
class Role:
    """One participant of an event: a mention's id and the role it has, in printed order."""

    who: str
    role: str


@dataclass(frozen=True, slots=True)
class Event:
    """One real event as one article tells it; ``date`` as Article.date, ``place`` a mention's id."""

    article: str
    kind: str
    label: str
    roles: tuple[Role, ...]
    evidence: Evidence
    rule: str
    date: str | None = None
    place: str | None = None
    confidence: float = 1.0
    status: str = "stated"


@dataclass(frozen=True, slots=True)
class Join:
    """Why two mentions are one entity (``same`` True) or were kept apart (False)."""

    left: str
    right: str
    same: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing in the world as the pages know it; ``mentions`` are ids of all kinds, ``names`` printed names only."""

    id: str
    type: str
    name: str
    names: tuple[str, ...]
    mentions: tuple[str, ...]
    locality: str | None = None
    joins: tuple[Join, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """Something proposed and not taken: counted and listed, never dropped in silence."""

    article: str
    what: str
    surface: str
    reason: str
    start: int = -1


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read out of one article."""

    article: Article
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    rejected: tuple[Rejected, ...] = ()


@dataclass(frozen=True, slots=True)
class Leftover:
    """Text of a page that is in no article's text.

    ``kind``: "furniture" (masthead, folio, section title), "byline" (a credit line, held by its article as bylines), "repeat" (a
    caption printed twice) or "unplaced".
    """

    kind: str
    spans: tuple[Span, ...]
    text: str


@dataclass(frozen=True, slots=True)
class ReadPage:
    """One page as understood: its articles in reading order and what was left over."""

    page: Page
    articles: tuple[Article, ...]
    leftovers: tuple[Leftover, ...] = ()
    locality: Locality = Locality()


@dataclass(frozen=True, slots=True)
class Decided:
    """A user's decision as it was replayed: kind "merge", "split", "rename", "retype" or "reject" of ``names``."""

    kind: str
    names: tuple[str, ...]
    to: str | None = None
    who: str = ""
    when: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything known: the store that graph, Turtle and HTML are views of.

    ``entity_of`` maps every mention id to the id of its entity.
    """

    pages: tuple[ReadPage, ...]
    readings: tuple[Reading, ...]
    entities: tuple[Entity, ...]
    entity_of: Mapping[str, str]
    rejected: tuple[Rejected, ...] = ()
    refusals: tuple[Join, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    decisions: tuple[Decided, ...] = ()

    def claims(self) -> Iterator[Claim]:
        """Yield the claims of all readings, in order of page and article."""
        for reading in self.readings:
            yield from reading.claims

    def events(self) -> Iterator[Event]:
        """Yield the events of all readings, in order of page and article."""
        for reading in self.readings:
            yield from reading.events

    def mentions(self) -> Iterator[Mention]:
        """Yield the mentions of all readings, in order of page and article."""
        for reading in self.readings:
            yield from reading.mentions


def to_dict(record: Any) -> Any:
    """Return a record as plain dicts, lists and scalars; ``Article.page`` becomes the page's id."""
    if isinstance(record, Page):
        return {f.name: getattr(record, f.name) for f in fields(record)}
    if is_dataclass(record) and not isinstance(record, type):
        return {
            f.name: record.page.id if isinstance(record, Article) and f.name == "page" else to_dict(getattr(record, f.name))
            for f in fields(record)
        }
    if isinstance(record, Mapping):
        return {key: to_dict(value) for key, value in record.items()}
    if isinstance(record, tuple | list):
        return [to_dict(item) for item in record]
    return record
