"""The table of relations: an entry holds some rules and what reads them; the entries are run over an article in their order.

Most rules need no reader of their own: their pattern says who does it to whom, and ``read_pattern`` writes that down.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.extract.clauses.modality import negated
from kg.extract.clauses.subjects import is_elided
from kg.extract.relations.base import Extent, RelationArticle
from kg.extract.rules import Rule

TO = re.compile("[为给]")


@dataclass(frozen=True, slots=True)
class Entry:
    """Some rules and the function that reads them in an article; without one, each rule is read by its pattern."""

    rules: tuple[Rule, ...]
    find: Callable[[RelationArticle], None] | None = None

    def run(self, article: RelationArticle) -> None:
        """Write what the rules of this entry find in an article."""
        if self.find is not None:
            self.find(article)
            return
        for rule in self.rules:
            with article.draft.spared(rule.id):
                read_pattern(article, rule)


def rules_of(table: Iterable[Entry]) -> tuple[Rule, ...]:
    """Return all rules of a table, in its order."""
    return tuple(rule for entry in table for rule in entry.rules)


def run(table: Iterable[Entry], article: RelationArticle) -> None:
    """Run every entry of a table over one article, in its order."""
    for entry in table:
        with article.draft.spared():
            entry.run(article)


def read_pattern(article: RelationArticle, rule: Rule) -> None:
    """Write ``s`` predicate ``o`` of every match; a subject that is left out is the one in force, where the clause has none of its own."""
    for folded, match in article.matches(rule):
        if negated(match.group()):
            continue
        extra_ranges: list[tuple[int, int]] = []
        subjects = folded.mentions(*match.span("s")) if match["s"] else []
        verb = TO.search(folded.text, match.start(), match.end())
        if not subjects and (verb is None or is_elided(folded, verb.start())):
            subjects, extra_ranges = article.subject(folded, match.start(), "actor")
        article.write(
            rule,
            Extent(folded, *match.span()),
            subjects,
            folded.mentions(*match.span("o")),
            qualifiers={"what": match.groupdict().get("what")},
            extra_ranges=extra_ranges,
        )
