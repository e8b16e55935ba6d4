"""Every rule of every stage fires on its example, giving exactly what is written there, and not on its counter-example."""

from __future__ import annotations

import pytest

from kg.extract.examples import faults_of, is_runnable
from kg.extract.rules import Exampled, name_rules, rulebook
from kg.proposals import read_drafts

ALL: tuple[Exampled, ...] = (*rulebook(), *name_rules())


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_a_rule_gives_what_its_example_says_and_nothing_on_its_counter_example(rule: Exampled) -> None:
    assert faults_of(rule, read_drafts) == []


def test_every_example_is_in_the_notation() -> None:
    assert [rule.id for rule in ALL if not is_runnable(rule)] == []
