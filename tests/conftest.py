"""Fixtures that many tests share: the seeds built once, and golden files that change only when asked to."""

from __future__ import annotations

import fcntl
import itertools
import os
import pickle
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.pipeline import Build, build

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write golden files anew instead of comparing")


LONGEST = (
    "tests/browser/test_explorer.py",
    "tests/browser/test_walk.py",
    "tests/cli/test_streams.py",
    "tests/test_pipeline.py",
    "tests/test_docs.py",
    "tests/browser",
    "tests/export/html",
    "tests/extract/test_any_text.py",
    "tests/graph/test_check.py",
    "tests/export/rdf",
    "tests/reader",
    "tests/cli",
)
"""Files and folders that take seconds, longest first: begun first, so that two processes end together."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest files first; the order within a file stays."""
    items.sort(key=lambda item: next((n for n, path in enumerate(LONGEST) if item.nodeid.startswith(path)), len(LONGEST)))


@pytest.fixture(scope="session")
def empty_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Paths of folders to be made, one after the other."""
    parent = tmp_path_factory.mktemp("cwd")
    return (parent / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def clean_folder(empty_folders: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """No test depends on the folder it runs in, and a finder that raises fails the test."""
    folder = next(empty_folders)
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("KG_DEBUG", "1")


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The one folder of this run that all its processes have in common."""
    folder = tmp_path_factory.getbasetemp()
    return folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder


@pytest.fixture(scope="session")
def seeds(shared_folder: Path) -> Build:
    """The five real pages, built once for the whole run, whatever the number of processes."""
    kept = shared_folder / "seeds.pickle"
    with (shared_folder / "seeds.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            kept.write_bytes(pickle.dumps(build([ROOT / "seeds"], workers=1)))
    made: Build = pickle.loads(kept.read_bytes())
    return made


@pytest.fixture(scope="session")
def seeds_export(seeds: Build, shared_folder: Path) -> Path:
    """The folder that `kg build seeds/` writes, for reading only."""
    folder = shared_folder / "seeds-exports"
    with (shared_folder / "seeds.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            seeds.save(folder)
    return folder


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT
