"""The short form of ``make fuzz``: mutated pages of every kind are read or refused, and nothing else."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench import fuzz

PAGE = (
    "城北水厂二期开工\n本报讯（记者 田小禾）3月3日，河州市城北水厂二期工程在河州高新区开工。"
    "该工程由河州水务集团有限公司投资建设，总投资3.2亿元。\n河州市市长邱明远、原市教育局局长罗佩兰出席。姓名\t单位\t职务\n宋志刚\t河州市水利局\t副局长\n“双方将深化合作，”该公司董事长何立群说。\n"
)


def test_forty_mutated_pages_are_read_or_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KG_DEBUG")
    counts = fuzz.run(40, 7, None)
    assert {what for _, what in counts} <= {"read", "refused"}
    assert sum(n for (_, what), n in counts.items() if what == "read") > 20


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(suffix=st.sampled_from(sorted(fuzz.KINDS)), chance=st.randoms(use_true_random=False))
def test_whatever_hypothesis_makes_of_a_page_is_read_or_refused(
    suffix: str, chance: random.Random, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KG_DEBUG", raising=False)
    path = tmp_path / f"page.{suffix}"
    path.write_bytes(fuzz.made(suffix, PAGE, chance))
    assert fuzz.outcome(path) in ("read", "refused")


@pytest.mark.parametrize("kind", fuzz.KINDS)
def test_a_page_of_every_kind_is_made_and_changed(kind: str) -> None:
    if kind == "docx":
        pytest.importorskip("docx")
    data = fuzz.KINDS[kind]("本报讯（记者 田小禾）\n河州市开工。", random.Random(1))
    assert data
    assert len({fuzz.changed_bytes(data, random.Random(seed)) for seed in range(30)}) > 10


def test_a_seed_gives_the_same_page_again() -> None:
    sources = fuzz.texts()
    assert fuzz.mutated(5, sources)[0] == fuzz.mutated(5, sources)[0]
    assert len({fuzz.mutated(seed, sources)[0] for seed in range(40)}) == len(fuzz.KINDS)
