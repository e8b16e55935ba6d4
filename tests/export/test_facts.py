"""The JSON of all records reads back as it was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.archive.rows import runs, spread
from kg.errors import ExportError
from kg.export.facts import Facts, read
from tests import oracle


def test_corpus_reads_back_equal(tmp_path: Path) -> None:
    corpus = oracle.corpus(oracle.SEEDS)
    Facts().write(corpus, tmp_path / "facts.json")
    assert read(tmp_path / "facts.json") == corpus


def test_runs_of_offsets_spread_out_again() -> None:
    offsets = [3, 4, 5, -1, -1, 9, 2, 3, -1]
    assert runs(offsets) == [[3, 3], [-1, 2], [9, 1], [2, 2], [-1, 1]]
    assert [o for start, n in runs(offsets) for o in spread(start, n)] == offsets


@pytest.mark.parametrize(
    ("text", "says"),
    [(None, "no such file"), ("not json", "not a facts file"), ("{}", "not a facts file"), ('{"version": 0}', "another version")],
)
def test_a_file_that_is_not_ours_is_told_in_one_line(text: str | None, says: str, tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(ExportError, match=says):
        read(path)
