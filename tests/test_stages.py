"""The stages stand in an order in which each finds what it needs."""

from __future__ import annotations

from kg.stages import STAGES


def test_every_stage_finds_what_it_requires() -> None:
    there = {"path"}
    for stage in STAGES:
        assert there.issuperset(stage.requires), stage.name
        there.update(stage.assigns)


def test_joint_stages_come_after_all_that_take_one_file() -> None:
    assert [stage.is_joint for stage in STAGES] == sorted(stage.is_joint for stage in STAGES)
