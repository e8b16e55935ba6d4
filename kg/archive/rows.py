"""Records as rows of the store's tables and back: the one place that knows both. Columns stand in the order of schema.sql."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from kg.model import (
    Article,
    Byline,
    Claim,
    Event,
    Evidence,
    Leftover,
    Locality,
    Mention,
    Page,
    ReadPage,
    Role,
    Seam,
    Section,
    Sheet,
    Span,
    to_dict,
)

Row = tuple[Any, ...]

PAGE = "p.id, p.name, p.text, p.source, p.newspaper, p.date, p.year, p.dated_by, p.locality_json, p.leftovers_json, p.sheet_json"
ARTICLE = (
    "a.id, a.place, a.text, a.offsets_json, a.sections_json, a.headline, a.subheads_json, a.date, a.kind, a.seams_json, "
    "a.locality_json, a.printed"
)
MENTION = 'm.start, m."end", m.surface, m.type, m.rule, m.kind, m.name, m.antecedent, m.parent, m.score, m.printed'
EVIDENCE = "e.spans_json, e.quote, e.crosses_weak_seam"
CLAIM = "c.predicate, c.value, c.qualifiers_json, c.status, c.confidence, c.rule, c.subject_mention, c.object_mention"
EVENT = "v.kind, v.label, v.date, v.status, v.confidence, v.rule, v.place_mention"


def dumped(value: Any) -> str:
    """Return plain values as compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def spans_json(spans: Iterable[Span]) -> str:
    """Return spans as ``[[start,end],…]``."""
    return dumped([(span.start, span.end) for span in spans])


def spans_of(text: str) -> tuple[Span, ...]:
    """Return the spans of ``spans_json``."""
    return tuple(Span(start, end) for start, end in json.loads(text))


def locality_json(locality: Locality) -> str:
    """Return a locality as JSON."""
    where = (locality.province, locality.city, locality.county, locality.zone)
    return dumped((*where, locality.confidence, locality.evidence))


def locality_of(text: str) -> Locality:
    """Return the locality of ``locality_json``."""
    province, city, county, zone, confidence, evidence = json.loads(text)
    return Locality(province, city, county, zone, confidence, tuple(evidence))


def page_row(number: int, read: ReadPage, stale: str | None) -> Row:
    """Return a page as a row; ``stale`` says why its file could not be read this time, None if it was."""
    page = read.page
    leftovers = dumped([(left.kind, [(s.start, s.end) for s in left.spans], left.text) for left in read.leftovers])
    known = (page.newspaper, page.date, page.year, page.dated_by, read.locality.city)
    return (number, page.id, page.name, *known, page.source, stale, page.text, locality_json(read.locality), leftovers, sheet_json(page))


def page_of(row: Sequence[Any]) -> tuple[Page, Locality, tuple[Leftover, ...]]:
    """Return a page, its locality and what was left over, from the columns PAGE."""
    leftovers = tuple(Leftover(kind, tuple(Span(*span) for span in spans), text) for kind, spans, text in json.loads(row[9]))
    return replace(Page(*row[:8]), sheet=sheet_of(row[10])), locality_of(row[8]), leftovers


def sheet_json(page: Page) -> str | None:
    """Return where a page's characters stand in print as JSON: its ``runs`` in rows of six; None if it has no printed form."""
    if page.sheet is None:
        return None
    plain = to_dict(page.sheet)
    return dumped(plain | {"runs": [plain["runs"][at : at + 6] for at in range(0, len(plain["runs"]), 6)]})


def sheet_of(text: str | None) -> Sheet | None:
    """Return the sheet of ``sheet_json``."""
    if text is None:
        return None
    plain = json.loads(text)
    return Sheet(**plain | {"runs": tuple(edge for run in plain["runs"] for edge in run)})


def article_row(number: int, page: int, article: Article, reading: int | None) -> Row:
    """Return an article as a row; its bylines are rows of their own."""
    return (
        number,
        article.id,
        page,
        article.number,
        article.headline,
        article.date,
        article.kind,
        article.locality.city,
        article.text,
        article.printed,
        dumped(runs(article.offsets)),
        dumped([(s.kind, s.start, s.end) for s in article.sections]),
        dumped([(s.at, s.score, s.reason) for s in article.seams]),
        dumped(article.subheads),
        locality_json(article.locality),
        reading,
    )


def article_of(row: Sequence[Any], page: Page, bylines: tuple[Byline, ...]) -> Article:
    """Return an article from the columns ARTICLE."""
    id_, place, text, offsets, sections, headline, subheads, date, kind, seams, locality, printed = row
    return Article(
        id_,
        page,
        place,
        text,
        tuple(offset for start, n in json.loads(offsets) for offset in spread(start, n)),
        tuple(Section(*section) for section in json.loads(sections)),
        headline,
        tuple(json.loads(subheads)),
        bylines,
        date,
        kind,
        tuple(Seam(*seam) for seam in json.loads(seams)),
        locality_of(locality),
        printed,
    )


def mention_row(number: int, article: int, mention: Mention, entity: str | None, place: int | None) -> Row:
    """Return a mention as a row, with its entity and its place among the entity's mentions."""
    m = mention
    printed = (m.surface, m.printed, m.type, m.kind, m.name, m.antecedent, m.parent)
    return (number, article, m.start, m.end, *printed, m.rule, m.score, entity, place)


def mention_of(article: str, row: Sequence[Any]) -> Mention:
    """Return a mention from the columns MENTION."""
    return Mention(article, *row)


def evidence_of(page: str, article: str, row: Sequence[Any]) -> Evidence:
    """Return evidence from the columns EVIDENCE."""
    return Evidence(page, article, spans_of(row[0]), row[1], bool(row[2]))


def claim_of(article: str, row: Sequence[Any], evidence: Evidence, mentions: Mapping[int, str]) -> Claim:
    """Return a claim from the columns CLAIM; ``mentions`` maps numbers of mentions to their ids."""
    predicate, value, qualifiers, status, confidence, rule, subject, target = row
    said = tuple((key, printed) for key, printed in json.loads(qualifiers).items())
    object_ = None if target is None else mentions[target]
    return Claim(article, mentions[subject], predicate, object_, evidence, rule, value, said, confidence, status)


def event_of(article: str, row: Sequence[Any], evidence: Evidence, roles: tuple[Role, ...], mentions: Mapping[int, str]) -> Event:
    """Return an event from the columns EVENT and who took part; ``mentions`` maps numbers of mentions to their ids."""
    kind, label, date, status, confidence, rule, place = row
    where = None if place is None else mentions[place]
    return Event(article, kind, label, roles, evidence, rule, date, where, confidence, status)


def runs(offsets: Sequence[int]) -> list[list[int]]:
    """Return offsets as [first, count] of runs that count up by one; a run of BREAKs stays at -1."""
    found: list[list[int]] = []
    for offset in offsets:
        if found and (offset == found[-1][0] + found[-1][1] if offset >= 0 and found[-1][0] >= 0 else offset == found[-1][0] == -1):
            found[-1][1] += 1
        else:
            found.append([offset, 1])
    return found


def spread(start: int, n: int) -> list[int]:
    """Return the offsets of one run."""
    return [-1] * n if start < 0 else list(range(start, start + n))
