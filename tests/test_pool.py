"""Work spread over processes: in order, and a process that dies costs what it held."""

from __future__ import annotations

import contextlib
import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from kg import pipeline, stages
from kg.pipeline import build
from kg.pool import OutOfTime, limited, renew, spread


def doubled(number: int) -> int:
    return 2 * number


def fatal(number: int) -> int:
    if number == 3:
        os._exit(1)
    return number


def lost(number: int) -> int:
    return -number


def test_results_come_in_order() -> None:
    assert list(spread(doubled, range(20), 2, lost)) == [2 * n for n in range(20)]


def test_a_process_that_dies_costs_its_own_item() -> None:
    assert list(spread(fatal, range(6), 2, lost)) == [0, 1, 2, -3, 4, 5]


def never_ending() -> None:
    while True:
        with contextlib.suppress(Exception):
            sum(range(1000))


def test_what_computes_too_long_is_stopped_whatever_it_catches() -> None:
    begin = time.process_time()
    with pytest.raises(OutOfTime), limited(0.2):
        never_ending()
    assert time.process_time() - begin < 2


def compute(seconds: float) -> None:
    begin = time.process_time()
    while time.process_time() - begin < seconds:
        sum(range(1000))


def test_a_file_of_many_pages_has_its_seconds_for_each() -> None:
    with limited(0.6):
        for _ in range(4):
            renew()
            compute(0.25)
    renew()  # nothing is limited here
    with pytest.raises(OutOfTime), limited(0.3):
        compute(2)


def test_a_page_over_its_budget_is_reported_and_the_others_are_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    story = "本报讯（记者 方文山）3月5日，云岭市市长柳青川到云岭望川重工有限公司调研。{}\n"
    (tmp_path / "good.txt").write_text(story.format(""), encoding="utf-8")
    (tmp_path / "slow.txt").write_text(story.format("慢"), encoding="utf-8")
    read = stages.read_articles

    def slow(page: stages.PageWork) -> None:
        while page.read.page.name == "slow.txt":
            sum(range(1000))
        read(page)

    slowed = [replace(stage, run=stages.each_page(slow)) if stage.name == "read" else stage for stage in stages.STAGES]
    monkeypatch.setattr(pipeline, "STAGES", slowed)
    monkeypatch.setattr(pipeline, "PAGE_SECONDS", 2)
    made = build([tmp_path], workers=1, reader="fast")
    assert [read.page.name for read in made.corpus.pages] == ["good.txt"]
    assert ["slow.txt: stage read computes for more than 2 s" in failure.message for failure in made.failures] == [True]
