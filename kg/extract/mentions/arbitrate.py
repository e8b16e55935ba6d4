"""Which names stand where grammar and network differ: what either is sure of, the network where both are not.

The network says of every range how probable it is that a name of a type stands there, also of those that grammar proposes. What grammar
adds to a name (its full form, its parent) is kept where both see the same name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg import ontology
from kg.extract.mentions.candidates import Candidate
from kg.extract.mentions.people.credits import credits, in_credit
from kg.extract.mentions.rules import LEARNED
from kg.extract.mentions.sense import IN_FULL, is_document, sensible
from kg.extract.mentions.tagged import TaggedArticle
from kg.extract.ranges import Overlaps
from kg.reading import ReadSpan, Sight

READ = 0.35
"""Least probability of a span of the network that grammar's proposals are judged by."""
ALONE, ALONE_OF = 0.75, {"project": 0.5}
"""Least probability, of all types together, of a name that the network alone proposes; less of those that grammar seldom finds."""
STRONG = 0.6
"""A span of the network this probable displaces what grammar proposes across it."""
HELD, CERTAIN = 0.08, 0.9
"""What grammar proposes across the network's spans stands if the network gives it HELD, or grammar CERTAIN and the spans are weak."""
LONE = 0.02
"""Least probability of a name that only grammar proposes and no span of the network touches."""
AGAIN = 0.1
"""Least probability of one more occurrence of a name that the page is sure of."""


def arbitrate(article: TaggedArticle, sight: Sight, found: Sequence[Candidate]) -> list[Candidate]:
    """Return the names of an article out of grammar's ``found`` and the spans of the network."""
    types = ontology.load().types
    spans = [article.in_its_cell(s) for s in sight.spans if s.kind in types and s.probability >= READ]
    kept = []
    read = Overlaps(spans)
    for candidate in found:
        is_settled = is_document(candidate) or candidate.rule.id == IN_FULL
        stands = candidate if is_settled else judged(sight, candidate, read.over(*candidate.span))
        if stands is not None:
            kept.append(stands)
        else:
            surface = article.text[candidate.start : candidate.end]
            article.draft.reject(candidate.rule.id, surface, "the network reads no such name here", candidate.start)
    named = [*kept, *unproposed(article, sight, spans, kept)]
    return sorted(sensible(article, named), key=lambda c: (c.start, -c.end))


def unproposed(article: TaggedArticle, sight: Sight, spans: Sequence[ReadSpan], kept: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the names that the network is sure of and grammar has not proposed; none in a credit or across one that is kept."""
    barred, standing, taken = credits(article), Overlaps(kept), {c.span for c in kept}
    for span in spans:
        if (span.start, span.end) not in taken and any_name(sight, span) >= ALONE_OF.get(span.kind, ALONE):
            fresh = Candidate(span.start, span.end, span.kind, LEARNED, span.probability, inner=True)
            if not in_credit(fresh, barred) and not any(crosses(fresh, k) for k in standing.over(*fresh.span)):
                yield fresh


def any_name(sight: Sight, span: ReadSpan) -> float:
    """Return how probable it is that a span is a name of some type: project or facility, it is named all the same."""
    if not any((s.start, s.end) == (span.start, span.end) for s in sight.spans):
        return span.probability  # what is left of one that ran on in the next cell of a table
    return sum(sight.probability(span.start, span.end, kind) for kind in ontology.load().types)


def crosses(one: Candidate, other: Candidate) -> bool:
    """Whether two ranges overlap and neither holds the other."""
    overlap = one.start < other.end and other.start < one.end
    nested = (one.start <= other.start and other.end <= one.end) or (other.start <= one.start and one.end <= other.end)
    return overlap and not nested


def judged(sight: Sight, candidate: Candidate, touching: Sequence[ReadSpan]) -> Candidate | None:
    """Return grammar's candidate as it stands beside the network's spans that touch it, None if it does not."""
    # where grammar finds a name the network may see a reference to such a thing (高新区, 集团): the thing is named or pointed at
    own = sum(sight.probability(candidate.start, candidate.end, kind) for kind in (candidate.type, f"~{candidate.type}"))
    for span in touching:
        if (span.start, span.end) == candidate.span:
            if span.kind == candidate.type or own > span.probability:
                return replace(candidate, score=max(candidate.score, span.probability))
            return Candidate(span.start, span.end, span.kind, LEARNED, span.probability, inner=True)
    if not touching:
        return candidate if own >= LONE else None
    against = max(s.probability for s in touching)
    return candidate if own >= HELD or (against < STRONG and candidate.score >= CERTAIN) else None


def sure_names(chosen: Iterable[tuple[TaggedArticle, Sequence[Candidate]]]) -> dict[str, str]:
    """Return the surfaces that a page is sure of, longest first, each with the one type that it has on the page."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for article, found in chosen:
        for c in found:
            votes[article.text[c.start : c.end]][c.type] += c.score
    sure = {s: max(sorted(kinds), key=lambda k: kinds[k]) for s, kinds in votes.items() if len(s) >= 2 and max(kinds.values()) >= 0.9}
    return dict(sorted(sure.items(), key=lambda item: (-len(item[0]), item[0])))


def recalled(article: TaggedArticle, sight: Sight, found: Sequence[Candidate], sure: Mapping[str, str]) -> list[Candidate]:
    """Return an article's names in the types that the page is sure of, with the further occurrences of those names; see ``sure_names``."""
    barred = credits(article)
    settled = [replace(c, type=sure.get(article.text[c.start : c.end], c.type)) for c in found]
    more: list[Candidate] = []
    for surface, kind in sure.items():
        at = article.text.find(surface)
        while at >= 0:
            c = Candidate(at, at + len(surface), kind, LEARNED, sight.probability(at, at + len(surface), kind), inner=True)
            free = not any(o.start < c.end and c.start < o.end for o in [*settled, *more])
            if free and c.score >= AGAIN and not in_credit(c, barred):
                more.append(c)
            at = article.text.find(surface, at + 1)
    return sorted([*settled, *more], key=lambda c: (c.start, -c.end))
