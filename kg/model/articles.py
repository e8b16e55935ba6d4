"""A page, the articles it is divided into, and the characters that say a thing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise

from kg.errors import ClaimError
from kg.model.sheets import Sheet

BREAK = "\n"
"""Ends a paragraph or a section in ``Article.text``; the only white space there, and on no page."""
PARTED = re.compile(r"(?<=[\u4e00-\u9fff）])[ \u3000\u00a0\t]+(?=[\u4e00-\u9fff])")
"""The space between two words of Chinese characters."""
SIDES = "│┃║┆┇┊┋"
"""The rules between the cells of a table and at both sides of a frame."""
GAP, ENDED = re.compile(rf"[^\S\n{SIDES}]*(?:[{SIDES}][^\S\n]*)*"), re.compile(rf"[\t{SIDES}]")
"""What may stand between two characters of one line, and what of it ends a cell for sure."""
OPEN, LONGEST_QUOTE = re.compile(r"“[^”\n]*\Z|《[^》\n]*\Z"), 60
"""A title or quotation that is not closed: spaces part the halves of its words (《办实事 开新局》)."""
FEWEST_GAPS, LETTERS = 2, 2.5
"""How many such spaces make a line a row of cells, and how long its words must be at least: letters set apart are shorter."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of characters of one page: code points, half-open."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Page:
    """One file as printed.

    ``id`` is made from the text (ids.page_id), ``name`` is the file's name without folder, ``source`` says how the
    text was got ("text/plain; utf-8", "application/pdf", …). ``newspaper`` and ``date`` are None unless a masthead,
    the file's metadata, its path or the user says them; ``year`` is the year where at least that is known, ``dated_by`` says why.
    ``sheet`` says where the characters stand in print, None where the file has no printed form (text, HTML, DOCX).
    """

    id: str
    name: str
    text: str
    source: str = "text/plain; utf-8"
    newspaper: str | None = None
    date: str | None = None
    year: str | None = None
    dated_by: str | None = None
    sheet: Sheet | None = None


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
SHARED = tuple(range(1 << 16))
"""The numbers that offsets of all articles are: one of its own for each character would take four times the memory."""


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
    ``BREAK``, in plain characters (kg.text.plain); ``printed`` is the same as printed, one character for one, "" where nothing
    differs; bylines that are a line of their own are not in it, those inside the body's opening (本报讯（记者…）) are.
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
    printed: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "offsets", tuple(SHARED[at] if 0 <= at < len(SHARED) else at for at in self.offsets))

    def __reduce__(self) -> tuple[type[Article], tuple[object, ...]]:
        """Be made anew where it is unpickled, so that it shares numbers there too."""
        return Article, tuple(getattr(self, field.name) for field in fields(self))

    @property
    def shown(self) -> str:
        """The text as printed, one character for each of ``text``."""
        return self.printed or self.text

    @property
    def printed_on(self) -> str:
        """The day on which it was printed: the page's, else its own, as an ISO prefix; "" where not even the year is known."""
        return next((day for day in (self.page.date, self.date) if day and day[:4].isdigit()), "")

    @property
    def body(self) -> Section:
        """The body's section (article offsets)."""
        return next(s for s in self.sections if s.kind == "body")

    @property
    def cell_edges(self) -> frozenset[int]:
        """The article offsets at which the next cell of a table begins: behind a tab or rule, or a space in a line of words so parted."""
        text, gaps = self.page.text, defaultdict[int, list[int]](list)
        starts = [0, *(match.end() for match in re.finditer("\n", text))]
        for at, (left, right) in enumerate(pairwise(self.offsets), 1):
            if 0 <= left < right - 1 and GAP.fullmatch(text, left + 1, right):
                gaps[starts[bisect_right(starts, left) - 1]].append(at)
        return frozenset(at for start, found in gaps.items() for at in self._edges(start, found))

    def _edges(self, start: int, gaps: Sequence[int]) -> Iterator[int]:
        """Yield those of the gaps in the page's line from ``start`` that part cells."""
        text = self.page.text
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else len(text)]
        words = line.split()
        is_row = len(PARTED.findall(line)) >= FEWEST_GAPS and "。" not in line and sum(map(len, words)) > LETTERS * len(words)
        for at in gaps:
            left, right = self.offsets[at - 1 : at + 1]
            space = PARTED.match(text, left + 1)
            is_edge = is_row and space and space.end() == right and not OPEN.search(self.text, max(0, at - LONGEST_QUOTE), at)
            if is_edge or ENDED.search(text, left + 1, right):
                yield at

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
        expected = "…".join(self.shown[start:end].replace(BREAK, "") for start, end in ranges)
        if quote != expected:
            raise ClaimError(f"{self.id}: the page does not say {expected[:40]!r} at {spans}")
        weak = any(seam.score < WEAK_SEAM for start, end in ranges for seam in self.seams_within(start, end))
        return Evidence(self.page.id, self.id, spans, quote, weak)

    def seams_within(self, start: int, end: int) -> tuple[Seam, ...]:
        """Return the seams that lie inside ``text[start:end]``, not at its edges."""
        return self.seams[bisect_right(self.seams, start, key=lambda s: s.at) : bisect_left(self.seams, end, key=lambda s: s.at)]


def quote_of(text: str, spans: Iterable[Span]) -> str:
    """Return the characters of ``text`` in ``spans`` with white space taken out."""
    return re.sub(r"\s+", "", "".join(text[span.start : span.end] for span in spans))


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
