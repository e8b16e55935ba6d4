"""What a rule is, and the table of all rules: each carries a text on which it must fire and a near text on which it must not.

Both texts are run by one test (``tests/extract/test_rule_examples.py``); their notation is in ``kg.extract.examples``. A rule's
measured precision is not kept here: ``kg rules`` counts it on a gold folder through ``kg.evaluate`` so that it cannot go stale.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Protocol

from kg.extract.mentions.rules import NameRule
from kg.extract.mentions.rules import name_rules as table

RULE_MODULES = ("kg.extract.posts.find", "kg.extract.relations.find", "kg.extract.attributes.find", "kg.extract.events.find")
"""Modules that hold the rules of facts under ``RULES``, in the order in which their stages run."""


class Exampled(Protocol):
    """What every rule has, be it of facts or of names."""

    @property
    def id(self) -> str:
        """The id that stands in what the rule makes (``Claim.rule``, ``Event.rule``, ``Mention.rule``)."""

    @property
    def example(self) -> str:
        """A text on which the rule must fire, and what it gives (``kg.extract.examples``)."""

    @property
    def counter(self) -> str:
        """A near text on which the rule must not fire."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of reading a fact out of a sentence.

    ``example`` is the sentence it was made for with what it gives, ``counter`` a near sentence that it must leave alone (both in
    the notation of ``kg.extract.examples``), ``confidence`` what share of its claims is expected to be right (calibrated on the
    gold), ``pattern`` its shape over folded text (``kg.extract.clauses.patterns.compiled``) or "" if it is code.
    """

    id: str
    predicate: str
    example: str
    counter: str
    confidence: float
    pattern: str = ""


def rulebook() -> tuple[Rule, ...]:
    """Return every rule of facts of every extractor, by predicate and id; extractors without a table are left out."""
    found: list[Rule] = []
    for name in RULE_MODULES:
        found += getattr(import_module(name), "RULES", ())
    return tuple(sorted((rule for rule in found if isinstance(rule, Rule)), key=lambda rule: (rule.predicate, rule.id)))


def name_rules() -> tuple[NameRule, ...]:
    """Return every rule of names by id."""
    return tuple(rule for _, rule in sorted(table().items()))
