"""What a rule is, and the table of all rules: each says what sentence it was made for and what it must not match.

The examples are invented or quoted from ``seeds/``. A rule's measured precision is not kept here: ``kg rules`` counts it on a gold
folder through ``kg.evaluate`` so that it cannot go stale.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

RULE_MODULES = ("kg.extract.posts.find", "kg.extract.relations.find", "kg.extract.attributes.find", "kg.extract.events.find")
"""Modules that hold rules under ``RULES``."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of reading a fact out of a sentence.

    ``example`` is the sentence it was made for, ``not_for`` a sentence (or kind of sentence) it must leave alone, ``confidence``
    what share of its claims is expected to be right (calibrated on the gold), ``pattern`` its shape over folded text
    (``kg.extract.clauses.patterns.compiled``) or "" if it is code.
    """

    id: str
    predicate: str
    example: str
    not_for: str
    confidence: float
    pattern: str = ""


def rulebook() -> tuple[Rule, ...]:
    """Return every rule of every extractor, by predicate and id; extractors without a table are left out."""
    found: list[Rule] = []
    for name in RULE_MODULES:
        found += getattr(import_module(name), "RULES", ())
    return tuple(sorted((rule for rule in found if isinstance(rule, Rule)), key=lambda rule: (rule.predicate, rule.id)))
