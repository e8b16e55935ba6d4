from importlib.resources import files

import pytest

from kg.lexicon import alternatives, lines, ordered, rows, words

LISTS = (
    "surnames",
    "surname_common",
    "titles",
    "titles_weak",
    "titles_oral",
    "titles_single",
    "functions",
    "bodies",
    "trades",
    "trades_short",
    "regions",
    "generic",
    "joints",
    "programme_suffixes",
    "programme_suffixes_sure",
    "document_suffixes",
    "companies_national",
    "project_verbs",
    "watchwords",
    "orgs_international",
    "divisions_short",
    "places_common",
    "not_names",
    "project_leads",
    "elided_adverbs",
    "elided_nouns",
    "site_lines",
)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_names_its_origin_and_licence(name: str) -> None:
    head = [line for line in (files("kg.lexicon") / f"{name}.txt").read_text(encoding="utf-8").splitlines() if line.startswith("#")]

    assert "Origin" in " ".join(head)
    assert "Licence" in " ".join(head)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_has_a_word_a_line_and_none_twice(name: str) -> None:
    assert lines(f"{name}.txt") == list(ordered(name))
    assert not any(" " in word for word in ordered(name))
    assert len(words(name)) > 10


def test_suffixes_have_a_type_and_a_proof() -> None:
    assert {len(row) for row in rows("suffixes")} == {3}
    assert {row[2] for row in rows("suffixes")} == {"sure", "need", "weak", "never", "volt"}


def test_alternatives_put_the_longer_word_first() -> None:
    found = alternatives("surnames").split("|")

    assert found.index("欧阳") < found.index("欧")
