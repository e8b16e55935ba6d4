"""The corpus is sound: its checker finds no fault, and no passage of the development part stands in the training part."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus import marked

FOLDER = Path(__file__).parents[2] / "corpus"
TRAINED, MEASURED = sorted(FOLDER.glob("p*.txt")), sorted(FOLDER.glob("dev*.txt"))


@pytest.mark.parametrize("path", [*TRAINED, *MEASURED], ids=lambda p: p.stem)
def test_a_file_has_no_fault(path: Path) -> None:
    passages = marked.read(path)
    assert len(passages) >= 60
    assert [f"{p.id}: {fault}" for p in passages for fault in p.faults] == []


@pytest.mark.parametrize("name", ["faults", "kinds"])
def test_the_cases_are_marked_without_fault(name: str) -> None:
    passages = marked.read(FOLDER.parent / "tests" / "cases" / f"{name}.txt")
    assert len(passages) >= 44
    assert [f"{p.id}: {fault}" for p in passages for fault in p.faults] == []


def test_what_is_measured_on_is_not_trained_on() -> None:
    trained = {p.text for path in TRAINED for p in marked.read(path)}
    assert not [p.id for path in MEASURED for p in marked.read(path) if p.text in trained]


def test_the_checker_finds_faults(tmp_path: Path) -> None:
    path = tmp_path / "bad.txt"
    path.write_text("== meeting 云南 2020\n{p1|陈望山}到{c1|青河水务。\n> p1 holds_post c1\n> p1 runs c9\n", encoding="utf-8")
    faults = " ".join(marked.read(path)[0].faults)
    assert "not closed" in faults
    assert "no title" in faults
    assert "c9" in faults


def test_a_headline_is_read_before_the_text_it_stands_above(tmp_path: Path) -> None:
    path = tmp_path / "headed.txt"
    path.write_text("== meeting 云南 2020\n{p1|陈望山}到{c1|青河水务}。\n# {c1|青河水务}通水\n> none\n", encoding="utf-8")
    (passage,) = marked.read(path)
    assert [(passage.text[start:end], ids) for start, end, ids, _ in passage.mentions] == [
        ("青河水务", ("c1",)),
        ("陈望山", ("p1",)),
        ("青河水务", ("c1",)),
    ]
    assert marked.page_text(passage) == "青河水务通水\n\n陈望山到青河水务。\n"
    (article,) = marked.page_json(passage)["articles"]
    assert (article["headline"], article["body_start"]) == ("青河水务通水", "陈望山到青河水务")
