"""What is put on the shelf comes back equal, from memory or from the disk, and what is made of it is the same."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from kg import shelf
from kg.errors import ExportError
from kg.export.base import format_of
from kg.model import Corpus
from kg.pipeline import build
from kg.shelf import Pile, Shelf, Shelved, each
from tests.archive.stories import DECISIONS, STORIES


def pages_in(folder: Path) -> Path:
    folder.mkdir()
    for number, story in enumerate(STORIES):
        (folder / f"{number}.txt").write_text(story, encoding="utf-8")
    return folder


def test_a_pile_gives_back_what_was_put_in_any_order() -> None:
    pile = Pile()
    numbers = [pile.put(data) for data in (b"one", b"", b"three")]
    assert [pile[number] for number in reversed(numbers)] == [b"three", b"", b"one"]
    pile.put(b"four")
    assert pile[numbers[0]] == b"one"
    again = pickle.loads(pickle.dumps(pile))
    assert [again[number] for number in range(4)] == [b"one", b"", b"three", b"four"]


def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    pile = Pile()
    with Path("/dev/full").open("wb", buffering=0) as full:
        monkeypatch.setattr(pile, "_file", full)
        with pytest.raises(ExportError, match="is the disk full"):
            pile.put(b"x")


@pytest.fixture(scope="module")
def growing(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Corpus]:
    """A corpus whose pages are on the disk, and one of twice as many pages."""
    source = pages_in(tmp_path_factory.mktemp("growing") / "in")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shelf, "AT_HAND", 0)
        small = build(source, reader="fast", workers=1).corpus
        for number, story in enumerate(STORIES):
            (source / f"more{number}.txt").write_text(story.replace("云岭", "曲平").replace("望川", "长沧"), encoding="utf-8")
        return small, build(source, reader="fast", workers=1).corpus


@pytest.mark.parametrize("at_hand", [0, 2, 100])
def test_pages_come_back_equal_and_in_the_order_asked_for(growing: Sequence[Corpus], monkeypatch: pytest.MonkeyPatch, at_hand: int) -> None:
    monkeypatch.setattr(shelf, "AT_HAND", at_hand)
    corpus, _ = growing
    held = Shelf()
    for page in corpus.pages:
        held.put(page, tuple(r for r in corpus.readings if r.article.page == page.page))
    order = list(range(len(corpus.pages)))[::-1]
    assert held.pages(order) == tuple(corpus.pages)[::-1]
    readings = held.readings(order[::-1])
    assert isinstance(readings, Shelved if at_hand < len(order) else tuple)
    assert readings == tuple(corpus.readings)
    assert tuple(corpus.readings) == readings
    assert readings[-1] == corpus.readings[-1]
    assert list(readings[1:3]) == list(corpus.readings[1:3])
    with pytest.raises(IndexError):
        readings[len(readings)]


def test_what_changes_is_held_and_the_rest_stays_on_the_shelf(growing: Sequence[Corpus]) -> None:
    readings = growing[0].readings
    bare = each(readings, lambda reading: replace(reading, claims=()) if reading is readings[0] or reading == readings[0] else reading)
    assert bare[0].claims == () != readings[0].claims
    assert bare != readings
    assert list(bare)[1:] == list(readings)[1:]
    assert each(bare, lambda reading: reading) == bare


@pytest.mark.parametrize("decided", [False, True], ids=["as read", "with decisions"])
def test_a_build_on_the_disk_writes_the_bytes_of_one_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, decided: bool) -> None:
    """Every format, decisions about names and facts included."""
    source, formats = (
        pages_in(tmp_path / "in"),
        ("sqlite", "turtle", "html", "graphml", "gexf", "neo4j", "nquads", "tables", "facts", "pages", "report"),
    )
    decisions = tmp_path / "decisions.yaml"
    decisions.write_text("".join(DECISIONS), encoding="utf-8")

    def written(at_hand: int) -> Sequence[bytes]:
        monkeypatch.setattr(shelf, "AT_HAND", at_hand)
        made = build(source, reader="fast", workers=1, decisions=decisions if decided else None)
        assert isinstance(made.corpus.pages, tuple) == (at_hand > 0)
        assert any(r.what == "mention" for r in made.corpus.rejected) == decided
        into = tmp_path / str(at_hand)
        made.save(into, formats)
        return [path.read_bytes() for row in map(format_of, formats) for path in files_of(into / row.target.rstrip("/"))]

    assert written(0) == written(1000)


@pytest.mark.parametrize("format_", ["sqlite", "turtle", "html", "graphml", "nquads", "tables", "neo4j", "pages", "report"])
def test_an_export_takes_each_page_from_the_disk_a_fixed_number_of_times(
    growing: Sequence[Corpus], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_: str
) -> None:
    """What goes through all pages for each page takes four times as long for twice the pages."""
    taken, load = [], Pile.__getitem__
    monkeypatch.setattr(Pile, "__getitem__", lambda pile, number: taken.append(number) or load(pile, number))
    counts = []
    for round_, corpus in enumerate(growing):
        taken.clear()
        format_of(format_).exporter().write(corpus, tmp_path / f"out{round_}")
        counts.append(len(taken))
    assert 0 < counts[0] < counts[1] <= 2 * counts[0]


def files_of(path: Path) -> list[Path]:
    return [path] if path.is_file() else sorted(path.rglob("*.*"))
