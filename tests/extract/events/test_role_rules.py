"""Every rule of roles gives an event, by itself, what its example says, and nothing on its counter-example."""

from __future__ import annotations

import pytest

from kg.extract.events import find
from kg.extract.events.event import RoleRule
from kg.extract.examples import GIVES, draft_of, filed, pairs_of

TABLES = ("BEFORE_CLAUSES", "AT_CLAUSE", "CLAUSE_RULES", "AFTER_CLAUSES", "AFTER_TRIGGER", "ARTICLE_RULES")
RULES = [rule for table in TABLES for rule in getattr(find, table)]

Given = set[tuple[str, str]]


def roles(text: str) -> Given:
    draft = draft_of(text)
    find.find_events(draft)
    return {(role.role, filed(draft, role.who)) for event in draft.events for role in event.roles}


def given_by(rule: RoleRule, text: str, monkeypatch: pytest.MonkeyPatch) -> Given:
    """Return the roles that are gone without the rule."""
    with_it = roles(text)
    with monkeypatch.context() as patch:
        for table in TABLES:
            patch.setattr(find, table, tuple(r for r in getattr(find, table) if r is not rule))
        return with_it - roles(text)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_alone_gives_the_roles_of_its_example(rule: RoleRule, monkeypatch: pytest.MonkeyPatch) -> None:
    text, _, wanted = rule.example.partition(GIVES)
    assert (
        given_by(rule, text, monkeypatch) == {(role, name) for role, names in pairs_of(wanted, ",") for name in names.split("、")} != set()
    )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_gives_no_role_on_its_counter_example(rule: RoleRule, monkeypatch: pytest.MonkeyPatch) -> None:
    assert roles(rule.counter)
    assert given_by(rule, rule.counter, monkeypatch) == set()


def test_no_id_is_used_twice() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
