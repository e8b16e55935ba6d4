"""What a file gave is kept exactly, and forgotten when anything that it was made from changes."""

from __future__ import annotations

from pathlib import Path

from kg.archive.kept import READING, packed, unpacked
from kg.pipeline import read_file
from tests.archive.stories import STORIES
from tests.test_layers import LAYERS, RANK

LINKING = {"pool", "resolve"}
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


def test_all_that_a_page_passes_before_linking_is_in_its_signature() -> None:
    before = {room for rooms in LAYERS for room in rooms.split() if RANK[room] <= RANK["stages"]}
    assert {name.removesuffix(".py") for name in READING} == before - LINKING
