"""The short form of ``make fuzz``: mutated pages of every kind are read or refused, and nothing else."""

from __future__ import annotations

import random

import pytest

from bench import fuzz


def test_forty_mutated_pages_are_read_or_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KG_DEBUG")
    counts = fuzz.run(40, 7, None)
    assert set(counts) <= {"read", "refused"}
    assert counts["read"] > 20


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
