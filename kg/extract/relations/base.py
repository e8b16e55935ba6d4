"""What every family of relation rules shares: matching, who may stand at either end, evidence, status.

It asks the ontology which types a predicate joins and ``kg.extract.clauses`` for whom a clause leaves out; it knows no rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.extract.clauses.article import ArticleClauses
from kg.extract.clauses.folded import Folded
from kg.extract.clauses.modality import is_demanded, is_denied, status_of
from kg.extract.clauses.patterns import ANY, compiled
from kg.extract.draft import Draft
from kg.extract.ranges import united
from kg.extract.rules import Rule
from kg.model import BREAK, Mention
from kg.ontology import load


def fits(subject: Mention, predicate: str, target: Mention | None = None) -> bool:
    """Whether the ontology lets mentions of these types stand at the ends of a predicate; without a target only the subject counts."""
    ends = load().predicates[predicate]
    return subject.type in ends.domain and (target is None or target.type in ends.range)


@dataclass(frozen=True, slots=True)
class Extent:
    """Where a fact is said: a folded sentence and the indices of the words that say it."""

    folded: Folded
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words themselves, folded."""
        return self.folded.text[self.start : self.end]


def as_printed(extent: Extent, words: str) -> str:
    """Return words of a folded sentence as the article prints them: a letter among them is the name that it stands for."""
    at = extent.folded.text.find(words) if any(letter in ANY for letter in words) else -1
    start, end = extent.folded.span(at, at + len(words)) if at >= 0 else (0, 0)
    return extent.folded.draft.text[start:end] or words


class RelationArticle(ArticleClauses):
    """One article under the relation rules: its clauses, and the one place that writes relations."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self.written: set[tuple[str, str, str]] = set()

    def matches(self, rule: Rule) -> Iterator[tuple[Folded, re.Match[str]]]:
        """Yield every match of a rule's pattern, sentence by sentence."""
        pattern = compiled(rule.pattern)
        for folded in self.sentences:
            for match in pattern.finditer(folded.text):
                yield folded, match

    def write(
        self,
        rule: Rule,
        extent: Extent,
        subjects: Iterable[Mention],
        objects: Iterable[Mention],
        *,
        predicate: str = "",
        qualifiers: Mapping[str, str | None] | None = None,
        status: str = "",
        extra_ranges: Iterable[tuple[int, int]] = (),
        confidence: float = 0.0,
    ) -> None:
        """Write subject × object, types permitting; ``extra_ranges`` are article ranges that the evidence needs besides the clause;
        ``confidence`` overrides the rule's where the reading is weaker than usual."""
        predicate = predicate or rule.predicate
        ranges = [*extra_ranges, extent.folded.clause(extent.start, extent.end)]
        kept = {k: as_printed(extent, v).strip(BREAK) for k, v in (qualifiers or {}).items() if v}
        if not status:
            status = "denied" if is_denied(extent.folded.text) else status_of(extent.folded.text[: extent.start], extent.text)
        if status == "stated" and is_demanded(extent.folded.text[: extent.start]):
            status = "planned"
        for subject in subjects:
            for target in objects:
                identity = (subject.id, predicate, target.id)
                if not fits(subject, predicate, target) or identity in self.written or self.same(subject, target):
                    continue
                self.written.add(identity)
                self.draft.claim(
                    subject,
                    predicate,
                    target,
                    united(ranges),
                    rule.id,
                    qualifiers=kept,
                    confidence=confidence or rule.confidence,
                    status=status,
                )
