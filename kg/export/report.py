"""The coverage report: what was extracted and what was not, so that nothing is dropped silently."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kg.export.pages import DEFAULT_CUT, is_exported, locality_json
from kg.extract.draft import Draft
from kg.extract.faults import Fault
from kg.model import WEAK_SEAM, Article, Corpus, Reading, ReadPage
from kg.shelf import Pile

LISTED = 200
"""The maximum number of sentences or rejected proposals listed per page; counts are always complete."""


@dataclass(slots=True)
class Tally:
    """What the rows of the pages count together."""

    pages: int = 0
    articles: int = 0
    characters: int = 0
    in_articles: int = 0
    rejected: int = 0
    weak_seams: int = 0

    def add(self, page: dict[str, Any]) -> None:
        """Count a page's row."""
        self.pages += 1
        self.articles += len(page["articles"])
        self.characters += page["characters"]
        self.in_articles += page["characters_in_articles"]
        self.rejected += len(page["rejected"]["listed"]) + page["rejected"]["more"]
        self.weak_seams += sum(len(article["weak_seams"]) for article in page["articles"])


def report_parts(
    corpus: Corpus,
    failures: Iterable[tuple[str, str]] = (),
    duplicates: Iterable[tuple[str, str]] = (),
    faults: Iterable[Fault] = (),
    remarks: Iterable[str] = (),
) -> Iterator[tuple[str, Any]]:
    """Yield the keys of the report with their plain JSON values; a value may be an iterator, for a list that is long.

    ``failures`` are (file, message) pairs, ``duplicates`` (file, name of the page that has the same text) pairs, ``faults``
    the bugs of kg that its finders ran into, ``remarks`` lines on files that were read although something is wrong with them.
    """
    places = {reading.article.id: place for place, reading in enumerate(corpus.readings)}
    tally, pages = Tally(), Pile()
    for read in corpus.pages:
        row = page_report(read, [corpus.readings[places[a.id]] for a in read.articles if a.id in places])
        tally.add(row)
        pages.put(json.dumps(row).encode())
    failed = sorted(failures)
    yield "totals", totals(corpus, tally, len(failed))
    yield "failed", [{"file": file, "reason": reason} for file, reason in failed]
    yield "duplicates", [{"file": file, "same_text_as": name} for file, name in sorted(duplicates)]
    yield "remarks", sorted(remarks)
    yield "faults", [{"document": f.page, "article": f.article, "where": f.where, "reason": f.reason} for f in faults]
    yield "pages", (json.loads(pages[number]) for number in range(tally.pages))
    yield "kept_apart", ({"left": j.left, "right": j.right, "reason": j.reason} for j in corpus.refusals)
    yield "rejected", rejected_json(corpus.rejected)


def totals(corpus: Corpus, tally: Tally, n_failed: int) -> dict[str, Any]:
    """Return the counts over all pages."""
    claims = Counter[str]()
    predicates, kinds = Counter[str](), Counter[str]()
    for reading in corpus.readings:
        kinds.update(event.kind for event in reading.events)
        for claim in reading.claims:
            predicates[claim.predicate] += 1
            claims["within_one"] += within_one(corpus, claim.subject, claim.object)
            claims["denied"] += claim.status == "denied"
            claims["below_cut"] += claim.confidence < DEFAULT_CUT
    return {
        "pages": tally.pages,
        "failed": n_failed,
        "articles": tally.articles,
        "characters": tally.characters,
        "share_in_articles": round(tally.in_articles / tally.characters, 4) if tally.characters else 0.0,
        "entities": dict(sorted(Counter(entity.type for entity in corpus.entities).items())),
        "claims": dict(sorted(predicates.items())),
        "claims_within_one_entity": claims["within_one"],
        "claims_denied": claims["denied"],
        "claims_below_cut": claims["below_cut"],
        "events": dict(sorted(kinds.items())),
        "kept_apart": len(corpus.refusals),
        "rejected": tally.rejected + len(corpus.rejected),
        "weak_seams": tally.weak_seams,
    }


def within_one(corpus: Corpus, subject: str, target: str | None) -> bool:
    """Whether both ends of a claim turned out to be one entity, so that no export contains it."""
    return target is not None and corpus.entity_of.get(subject) == corpus.entity_of.get(target)


def page_report(read: ReadPage, readings: list[Reading]) -> dict[str, Any]:
    """Return what became of one page's characters, sentences and proposals."""
    silent = [row for reading in readings for row in silent_sentences(reading)]
    return {
        "document": read.page.name,
        "page": read.page.id,
        "source": read.page.source,
        "date": read.page.date or read.page.year,
        "dated_by": read.page.dated_by,
        "locality": locality_json(read.locality),
        "characters": n_printed(read.page.text),
        "characters_in_articles": n_printed(read.page.text[offset] for offset in placed(read.articles)),
        "characters_left_over": sum(n_printed(left.text) for left in read.leftovers),
        "left_over": [{"kind": left.kind, "text": left.text} for left in read.leftovers],
        "articles": [article_report(article) for article in read.articles],
        "sentences_with_names_but_no_fact": {"listed": silent[:LISTED], "more": max(0, len(silent) - LISTED)},
        "facts_below_cut": [row for reading in readings for row in facts_below_cut(reading)],
        "rejected": rejected_json(tuple(r for reading in readings for r in reading.rejected)),
    }


def n_printed(characters: Iterable[str]) -> int:
    """Count the characters that are not white space."""
    return sum(not character.isspace() for character in characters)


def placed(articles: Iterable[Article]) -> set[int]:
    """Return the page offsets that are in an article's text or in its bylines."""
    found: set[int] = set()
    for article in articles:
        found.update(offset for offset in article.offsets if offset >= 0)
        for byline in article.bylines:
            found.update(offset for span in byline.spans for offset in range(span.start, span.end))
    return found


def facts_below_cut(reading: Reading) -> list[dict[str, Any]]:
    """Return the claims that exports leave out because they are not sure enough."""
    return [
        {"article": c.article, "predicate": c.predicate, "confidence": round(c.confidence, 3), "quote": c.evidence.quote}
        for c in reading.claims
        if c.status != "denied" and not is_exported(c)
    ]


def article_report(article: Article) -> dict[str, Any]:
    """Return the heading of one article and its weak seams."""
    return {
        "article": article.id,
        "kind": article.kind,
        "headline": article.headline,
        "date": article.date,
        "n_bylines": len(article.bylines),
        "n_seams": len(article.seams),
        "weak_seams": [
            {
                "before": article.shown[max(0, s.at - 12) : s.at].strip(),
                "after": article.shown[s.at : s.at + 12].strip(),
                "score": round(s.score, 3),
                "reason": s.reason,
            }
            for s in article.seams
            if s.score < WEAK_SEAM
        ],
    }


def silent_sentences(reading: Reading) -> list[dict[str, Any]]:
    """Return the body's sentences that name somebody or something and support no claim and no event."""
    article = reading.article
    evidence = [claim.evidence for claim in reading.claims] + [event.evidence for event in reading.events]
    quoted = {o for found in evidence for s in found.spans for o in range(s.start, s.end)}
    rows = []
    draft = Draft(article, reading.mentions)
    for sentence in draft.sentences:
        names = draft.within(sentence.start, sentence.end, kinds=("name", "shared"))
        if sentence.section == "body" and names and not any(article.offsets[i] in quoted for i in range(sentence.start, sentence.end)):
            rows.append(
                {
                    "article": article.id,
                    "sentence": article.shown[sentence.start : sentence.end].strip(),
                    "names": list(dict.fromkeys(m.shown for m in names)),
                }
            )
    return rows


def rejected_json(rejected: tuple[Any, ...]) -> dict[str, Any]:
    """Return rejected proposals counted by reason and listed up to LISTED."""
    return {
        "by_reason": dict(sorted(Counter(f"{r.what}: {r.reason}" for r in rejected).items())),
        "listed": [{"article": r.article, "what": r.what, "surface": r.surface, "reason": r.reason} for r in rejected[:LISTED]],
        "more": max(0, len(rejected) - LISTED),
    }
