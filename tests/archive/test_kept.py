"""What a file gave is kept exactly, and forgotten when anything that it was made from changes."""

from __future__ import annotations

import pickle
from pathlib import Path

from kg.archive.kept import READING, packed, unpacked
from kg.pipeline import read_file
from tests.archive.stories import STORIES
from tests.test_layers import LAYERS, RANK

LINKING = {"pool", "resolve", "scratch", "shelf"}
"""Rooms that stand before the stages and that no page passes before linking."""


def test_a_reading_unpacks_to_what_was_packed(tmp_path: Path) -> None:
    (tmp_path / "2021年").mkdir()
    path = tmp_path / "2021年" / "a.txt"
    path.write_bytes("".join(STORIES).encode("gb18030") + b"\xff\xff")
    work = read_file(path, "fast")
    again = unpacked(path, packed(work))
    assert [(page.read, page.readings, page.faults) for page in again.pages] == [
        (page.read, page.readings, page.faults) for page in work.pages
    ]
    assert (again.remarks, again.failures) == (work.remarks, work.failures)
    assert work.remarks
    assert packed(again) == packed(work)


def test_what_many_records_hold_is_held_once(tmp_path: Path) -> None:
    """An archive's memory is its strings and numbers: as read, as unpacked, and as another process sends them."""
    text = "".join(STORIES)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    works = [read_file(tmp_path / name, "fast") for name in ("a.txt", "b.txt")]
    works += [unpacked(works[0].path, packed(works[0])), pickle.loads(pickle.dumps(works[0]))]
    articles = [work.pages[0].read.articles[0] for work in works]
    assert len({article.offsets for article in articles}) == 1
    assert all(a is b is c for a, b, c in zip(articles[0].offsets, articles[2].offsets, articles[3].offsets, strict=True))
    mentions = [mention for reading in works[2].pages[0].readings for mention in reading.mentions]
    assert len({id(mention.article) for mention in mentions}) == len({mention.article for mention in mentions}) > 1
    assert all(mention.id is mention.id for mention in mentions)


def test_all_that_a_page_passes_before_linking_is_in_its_signature() -> None:
    before = {room for rooms in LAYERS for room in rooms.split() if RANK[room] <= RANK["stages"]}
    assert {name.removesuffix(".py") for name in READING} == before - LINKING
