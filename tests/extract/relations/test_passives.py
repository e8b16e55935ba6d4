"""What 由 tells of works."""

from __future__ import annotations

from tests.extract.marked import facts, read


def test_who_writes_a_report_about_works_takes_part_in_them() -> None:
    made = read("〔J云溪水厂工程〕下月开工，环评报告由〔I青河环境研究所〕编制。")
    assert [(c.predicate, c.qualifier("role")) for c in made.claims] == [("participates_in", "环评报告")]


def test_who_only_pays_does_not_build() -> None:
    assert facts("〔J云溪水厂工程〕由〔C甲公司〕投资3亿元，下月开工。") == ["甲公司 invests_in 云溪水厂工程"]
    assert set(facts("〔J云溪水厂工程〕由〔C甲公司〕投资3亿元建设，下月开工。")) == {
        "甲公司 undertakes 云溪水厂工程",
        "甲公司 invests_in 云溪水厂工程",
    }
