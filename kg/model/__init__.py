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

from kg.model.articles import (
    BREAK,
    SIDES,
    WEAK_SEAM,
    Article,
    Byline,
    Evidence,
    Leftover,
    Locality,
    Page,
    ReadPage,
    Seam,
    Section,
    Span,
    quote_of,
)
from kg.model.corpus import Corpus, Decided, Entity, Join
from kg.model.plain import record, to_dict
from kg.model.readings import NAME_KINDS, Claim, Event, Mention, Reading, Rejected, Role
from kg.model.sheets import Area, Sheet, Strip, runs_of

__all__ = [
    "BREAK",
    "NAME_KINDS",
    "SIDES",
    "WEAK_SEAM",
    "Area",
    "Article",
    "Byline",
    "Claim",
    "Corpus",
    "Decided",
    "Entity",
    "Event",
    "Evidence",
    "Join",
    "Leftover",
    "Locality",
    "Mention",
    "Page",
    "ReadPage",
    "Reading",
    "Rejected",
    "Role",
    "Seam",
    "Section",
    "Sheet",
    "Span",
    "Strip",
    "quote_of",
    "record",
    "runs_of",
    "to_dict",
]
