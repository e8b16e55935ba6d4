"""The store reads back as it was written, and the same facts make the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.archive.corpus import whole
from kg.archive.schema import opened
from kg.archive.write import Sqlite
from kg.model import Corpus
from tests.export.pocket import pocket, seeds

CORPORA = {"pocket": pocket, "seeds": seeds, "empty": lambda: Corpus((), (), (), {})}


@pytest.mark.parametrize("made", CORPORA.values(), ids=CORPORA)
def test_a_corpus_reads_back_equal(made, tmp_path: Path) -> None:
    Sqlite().write(made(), tmp_path / "kg.sqlite")
    assert whole(opened(tmp_path / "kg.sqlite")) == made()


def test_the_same_corpus_makes_the_same_bytes(tmp_path: Path) -> None:
    for name in "ab":
        Sqlite().write(pocket(), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_build_reads_back_equal(seeds_export: Path, seeds) -> None:
    assert whole(opened(seeds_export / "kg.sqlite")) == seeds.corpus
