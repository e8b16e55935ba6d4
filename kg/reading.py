"""What a learned reader proposes of one article: its words, the spans it takes for names, the links between them.

The records stand below the reader that fills them and the extractors that judge them, so that neither knows the other. A proposal is no
fact: what becomes of it is decided in kg.extract. All offsets are article offsets (code points, half-open).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """One word as the reader cuts it: offsets into the text given; ``tag`` as LAC names it (PER, ORG, LOC, TIME, v, n …)."""

    start: int
    end: int
    tag: str


@dataclass(frozen=True, slots=True)
class ReadSpan:
    """A span that the reader takes for something: ``kind`` in the reader's own words (PER, company …), ``probability`` in 0…1.

    A reader that gives no probability of its own (a CRF's best path) proposes with 1.
    """

    start: int
    end: int
    kind: str
    probability: float = 1.0


@dataclass(frozen=True, slots=True)
class ReadLink:
    """A link that the reader sees between two of its spans: ``subject`` and ``object`` are indices into ``Reading.spans``.

    ``label`` is the reader's own word for the link (a predicate, a role in an event), ``probability`` in 0…1.
    """

    subject: int
    object: int
    label: str
    probability: float = 1.0


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reader proposes of one article.

    ``spans`` are in order of start and may overlap; ``words`` are in order and cover the text without gaps, empty if the reader cuts none.
    """

    spans: tuple[ReadSpan, ...] = ()
    links: tuple[ReadLink, ...] = ()
    words: tuple[Word, ...] = ()
