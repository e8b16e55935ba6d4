"""Whatever befalls a build, the last complete state is there afterwards, and the next build goes on from it."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest

from kg.archive.archive import Archive
from kg.archive.held import held
from kg.errors import ExportError
from kg.pipeline import build
from tests.archive.builder import once
from tests.archive.stories import STORIES, bytes_of
from tests.archive.test_incremental import FORMATS
from tests.soak import times

ROOT = Path(__file__).parent.parent.parent
KILLS = times(10, 250)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder with two pages in ``in``, built into ``out``, that other users may read."""
    made = Path(mkdtemp())
    made.chmod(0o755)
    (made / "in").mkdir()
    for name, story in zip("ab", STORIES, strict=False):
        (made / "in" / f"{name}.txt").write_text(story, encoding="utf-8")
    once(made)
    yield made
    rmtree(made)


def started(mode: str, folder: Path, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-W", "ignore", "-m", "tests.archive.builder", mode, str(folder), *more]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_a_killed_build_leaves_the_last_complete_store_and_the_next_goes_on(folder: Path) -> None:
    with started("killed", folder, str(KILLS)) as process:
        told = process.communicate()[0]
    assert (process.returncode, told.splitlines()) == (0, ["whole"] * KILLS)
    once(folder)
    build(folder / "in", workers=1, reader="fast").save(folder / "fresh", FORMATS)
    assert bytes_of(folder / "out") == bytes_of(folder / "fresh")
    assert [path.name for path in (folder / "out").iterdir() if path.name.startswith(".kg")] == []


@pytest.mark.parametrize("mode", ["full", "read-only"])
def test_a_build_that_cannot_write_says_so_and_leaves_everything_as_it_was(mode: str, folder: Path) -> None:
    before = bytes_of(folder / "out")
    (folder / "in" / "c.txt").write_text(STORIES[2], encoding="utf-8")
    (folder / "out").chmod(0o555 if mode == "read-only" else 0o755)
    with started(mode, folder) as process:
        told = process.communicate(timeout=300)[0]
    assert (process.returncode, told.count("\n")) == (2, 1), told
    assert "cannot be written" in told
    assert bytes_of(folder / "out") == before
    (folder / "out").chmod(0o755)
    once(folder)
    with Archive.open(folder / "out") as archive:
        assert [line.name for line in archive.pages()] == ["a.txt", "b.txt", "c.txt"]


def test_the_second_build_in_a_folder_waits_and_says_for_whom(folder: Path) -> None:
    told: list[str] = []
    waiting = threading.Event()

    def tell(line: str) -> None:
        told.append(line)
        waiting.set()

    def second() -> None:
        with held(folder / "out", tell):
            told.append("mine")

    with held(folder / "out", told.append):
        other = threading.Thread(target=second)
        other.start()
        assert waiting.wait(60)
        assert len(told) == 1
        told.append("done")
    other.join(60)
    assert not (folder / "out" / ".kg.lock").exists()
    assert (f"{folder / 'out'}: process " in told[0], "is building here; waiting" in told[0]) == (True, True)
    assert told[1:] == ["done", "mine"]


def test_a_folder_that_cannot_be_made_is_told_before_a_page_is_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ExportError, match="cannot be written"), held(tmp_path / "file" / "out", print):
        pytest.fail("held what is no folder")
