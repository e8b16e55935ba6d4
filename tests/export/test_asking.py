"""What a Python prompt or a notebook asks of a build."""

from __future__ import annotations

import pytest

from kg.errors import NameLookupError
from kg.pipeline import Build
from tests.graph.small import Says, told

TYPES = {"禾晟建设": "company", "云溪水厂": "project"}
MADE = Build(told(TYPES, (Says("禾晟建设承建云溪水厂。", claims=(("禾晟建设", "undertakes", "云溪水厂"),)),)))


def test_a_build_is_one_line_and_a_card() -> None:
    assert repr(MADE) == "<Build: 1 pages, 1 articles, 2 entities, 1 claims, 0 events>"
    assert "<td>企业 company</td><td>1</td>" in MADE._repr_html_()


@pytest.mark.parametrize("name", ["云溪水厂", "云溪", "yunxishuichang"])
def test_a_name_finds_its_thing_and_what_is_said_of_it(name: str) -> None:
    assert MADE.find(name).name == "云溪水厂"
    assert [fact.predicate for fact in MADE.facts(name)] == ["undertakes"]


def test_an_unknown_name_is_an_error_with_candidates() -> None:
    with pytest.raises(NameLookupError):
        MADE.find("青桐局")


def test_facts_are_rows_for_pandas() -> None:
    (row,) = MADE.to_pandas().to_dict("records")
    assert (row["subject"], row["predicate"], row["object"], row["quote"]) == (
        "禾晟建设",
        "undertakes",
        "云溪水厂",
        "禾晟建设承建云溪水厂。",
    )
