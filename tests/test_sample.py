"""exports/sample is what `kg extract` writes for one page; changed only by `pytest --update-golden`, and read in review."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.pipeline import build

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "seeds" / "003_cebcf5b81b99c3a1.txt"
SAMPLE = ROOT / "exports" / "sample" / "003_cebcf5b81b99c3a1.json"


def test_the_sample_is_what_kg_writes(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    (written,) = build([PAGE], workers=1).save_pages(tmp_path / "pages")
    if pytestconfig.getoption("--update-golden"):
        SAMPLE.parent.mkdir(parents=True, exist_ok=True)
        SAMPLE.write_bytes(written.read_bytes())
    assert written.read_bytes() == SAMPLE.read_bytes()
