"""What is read from a scan is worth what is read from the text PDF of the same page (bench/scans.py)."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import scans

pytestmark = [pytest.mark.score, pytest.mark.browser]


def test_a_page_in_four_columns_scanned_askew_loses_next_to_no_entities(tmp_path: Path) -> None:
    for module in ("pypdfium2", "rapidocr"):
        pytest.importorskip(module)
    printed, turned = (scans.scores(tmp_path, ["p02"], kind, "fast") for kind in ("pdf", "turned"))
    print({name: (round(printed[name], 3), round(turned[name], 3)) for name in printed})
    assert printed["entities"] > 0.8
    assert printed["entities"] - turned["entities"] <= scans.MOST_LOST
