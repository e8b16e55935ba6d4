"""Curves through judged facts rise, are drawn towards their family where facts are few, and replace only those of their makers."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.extract.calibration import Curve, curves
from train import calibrate
from train.calibrate import Row, binned, fit, held_out, isotonic


def rows(kind: str, *groups: tuple[float, int, int], maker: str = "rules") -> list[Row]:
    """Return facts of a kind: for each (confidence, right, wrong)."""
    return [
        Row(f"page{n % 7}", maker, "relation", kind, confidence, n < right)
        for confidence, right, wrong in groups
        for n in range(right + wrong)
    ]


def test_equal_confidences_stay_in_one_bin() -> None:
    found = binned(rows("runs", (0.8, 20, 20), (0.9, 3, 0)))
    assert [len(bin_) for bin_ in found] == [43]
    assert [len(bin_) for bin_ in binned(rows("runs", (0.7, 9, 9), (0.8, 20, 20), (0.9, 16, 0)))] == [18, 40, 16]


def test_bins_that_fall_are_pooled() -> None:
    curve = isotonic(rows("runs", (0.6, 10, 30), (0.7, 30, 10), (0.8, 20, 20), (0.9, 38, 2)), Curve((0.0,), (0.6,)))
    assert curve.least == (0.6, 0.7, 0.9)
    assert curve.at(0.7) == curve.at(0.8) == pytest.approx(57.2 / 92, abs=0.001)
    assert list(curve.right) == sorted(curve.right)


def test_few_facts_are_drawn_towards_the_family_and_fewer_have_no_curve() -> None:
    made = fit([*rows("runs", (0.9, 90, 10)), *rows("oversees", (0.9, 10, 20)), *rows("assists", (0.9, 0, 5))])
    assert ("rules", "assists") not in made
    assert 10 / 30 < made["rules", "oversees"].at(0.9) < made["rules", "relation"].at(0.9) < made["rules", "runs"].at(0.9) <= 0.9


def test_a_page_is_asked_by_curves_fitted_without_it() -> None:
    only_here = [Row("odd", "rules", "relation", "runs", 0.9, False)] * 40
    apart = held_out([*rows("runs", (0.9, 70, 0)), *only_here])
    assert {row.confidence for row in apart if row.page == "odd"} == {1.0}


def test_a_table_keeps_the_curves_of_other_makers(tmp_path: Path) -> None:
    before = dict(curves())
    table = tmp_path / "calibration.tsv"
    table.write_text("# head\n", encoding="utf-8")
    calibrate.write(table, {("learned", "relation"): Curve((0.6, 0.9), (0.35, 0.77))})
    assert dict(curves()) == before
    lines = table.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# head"
    assert [line for line in lines if line.startswith("learned\trelation")] == [
        "learned\trelation\t0.6\t0.35",
        "learned\trelation\t0.9\t0.77",
    ]
    assert any(line.startswith("rules\t") for line in lines)


def test_sets_are_seeds_invented_pages_and_the_development_part(tmp_path: Path) -> None:
    found = list(calibrate.gold_sets(tmp_path))
    assert [len(gold) >= n for (gold, _), n in zip(found, (5, 12, 100), strict=True)] == [True] * 3
    assert all((pages / data["document"]).is_file() for gold, pages in found for data in gold)
