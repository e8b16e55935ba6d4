"""Who has which part in a work that stands as a heading over its labels."""

from __future__ import annotations

from tests.extract.marked import facts


def test_labels_under_the_name_of_a_work_are_its_parties() -> None:
    found = facts(
        "一、〔J云溪水厂工程〕招标人：〔A云溪县水利局〕；第一候选人：〔C望川建工〕，报价3亿元；第二候选人：〔C青河路桥〕，报价4亿元。"
        "二、〔J云溪二桥工程〕招标人：〔A云溪县交通局〕；第一候选人：〔C青河路桥〕，报价2亿元。"
    )
    assert found == [
        "云溪县水利局 undertakes 云溪水厂工程",
        "望川建工 undertakes 云溪水厂工程",
        "青河路桥 participates_in 云溪水厂工程",
        "云溪县交通局 undertakes 云溪二桥工程",
        "青河路桥 undertakes 云溪二桥工程",
    ]


def test_labels_after_a_sentence_about_a_work_are_not_its_parties() -> None:
    assert facts("记者到〔J云溪水厂工程〕采访。招标人：〔A云溪县交通局〕。") == []
