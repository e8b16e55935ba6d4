from importlib.resources import files
from pathlib import Path

import pytest

from kg.lexicon import alternatives, lines, ordered, rows, words

FOLDER = Path(str(files("kg.lexicon")))
LISTS = sorted(path.stem for path in FOLDER.glob("*.txt"))
TABLES = sorted(path.name for path in FOLDER.glob("*.tsv"))


@pytest.mark.parametrize("file", [*(f"{name}.txt" for name in LISTS), *TABLES])
def test_a_list_names_its_origin_and_licence(file: str) -> None:
    head = " ".join(line for line in (FOLDER / file).read_text(encoding="utf-8").splitlines() if line.startswith("#"))

    assert "Origin: " in head
    assert "Licence: " in head


@pytest.mark.parametrize("name", LISTS)
def test_a_list_has_a_word_a_line_and_none_twice(name: str) -> None:
    assert lines(f"{name}.txt") == list(ordered(name))
    assert not any(" " in word for word in ordered(name))
    assert len(words(name)) > 5


def test_suffixes_have_a_type_and_a_proof() -> None:
    assert {len(row) for row in rows("suffixes")} == {3}
    assert {row[2] for row in rows("suffixes")} == {"sure", "need", "weak", "never", "volt"}


def test_alternatives_put_the_longer_word_first() -> None:
    found = alternatives("surnames").split("|")

    assert found.index("欧阳") < found.index("欧")
