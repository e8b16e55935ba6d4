"""The first rule that answers decides, even by leaving a name as it is."""

from __future__ import annotations

from typing import Any

from kg.resolve.complete.rules import Completed, first_of

NOTHING: Any = None


def adds(prefix: str, only: str = "") -> Any:
    def rule(_: Any, name: str, __: Any) -> Completed | None:
        return (prefix + name, [prefix]) if name.startswith(only) else None

    return rule


def test_the_first_answer_is_taken() -> None:
    assert first_of((adds("甲", only="区"), adds("乙"), adds("丙")), NOTHING, "市委", NOTHING) == ("乙市委", ["乙"])


def test_a_name_left_as_it_is_ends_the_search() -> None:
    assert first_of((lambda _, name, __: (name, []), adds("乙")), NOTHING, "市委", NOTHING) == ("市委", [])


def test_no_rule_no_answer() -> None:
    assert first_of((adds("甲", only="区"),), NOTHING, "市委", NOTHING) is None
