"""The table of relations: an entry holds some rules and what reads them; the entries are run over an article in their order.

Most rules need no reader of their own: their pattern says who does it to whom, and ``read_pattern`` writes that down.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.extract.clauses.modality import negated
from kg.extract.clauses.subjects import is_elided
from kg.extract.relations.base import Place, Scene
from kg.extract.rules import Rule

TO = re.compile("[为给]")


@dataclass(frozen=True, slots=True)
class Entry:
    """Some rules and the function that reads them in an article; without one, each rule is read by its pattern."""

    rules: tuple[Rule, ...]
    find: Callable[[Scene], None] | None = None

    def run(self, scene: Scene) -> None:
        """Write what the rules of this entry find in an article."""
        if self.find is not None:
            self.find(scene)
            return
        for rule in self.rules:
            read_pattern(scene, rule)


def rules_of(table: Iterable[Entry]) -> tuple[Rule, ...]:
    """Return all rules of a table, in its order."""
    return tuple(rule for entry in table for rule in entry.rules)


def run(table: Iterable[Entry], scene: Scene) -> None:
    """Run every entry of a table over one article, in its order."""
    for entry in table:
        entry.run(scene)


def read_pattern(scene: Scene, rule: Rule) -> None:
    """Write ``s`` predicate ``o`` of every match; a subject that is left out is the one in force, where the clause has none of its own."""
    for masked, match in scene.matches(rule):
        if negated(match.group()):
            continue
        said: list[tuple[int, int]] = []
        subjects = masked.mentions(*match.span("s")) if match["s"] else []
        verb = TO.search(masked.text, match.start(), match.end())
        if not subjects and (verb is None or is_elided(masked, verb.start())):
            subjects, said = scene.subject(masked, match.start(), "actor")
        scene.write(
            rule,
            Place(masked, *match.span()),
            subjects,
            masked.mentions(*match.span("o")),
            qualifiers={"what": match.groupdict().get("what")},
            said=said,
        )
