"""Fixtures that many tests share: the seeds built once, and golden files that change only when asked to."""

from __future__ import annotations

import contextlib
import fcntl
import gc
import itertools
import os
import pickle
import shlex
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import kg.pipeline
from kg.cli import console
from kg.cli.main import app
from kg.export.html.page import render
from kg.model import Corpus
from kg.pipeline import Build, build

BUILD = "kg build seeds/ -o exports/"
"""The README's first command."""
ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write golden files anew instead of comparing")


LONGEST = (
    "tests/browser/test_walk.py",
    "tests/browser/test_workbench.py",
    "tests/browser/test_explorer.py",
    "tests/test_pipeline.py",
    "tests/cli/test_streams.py",
    "tests/cli/test_interrupted.py",
    "tests/text/input/test_ocr.py",
    "tests/browser",
    "tests/serve/changes",
    "tests/serve/api",
    "tests/graph/sparql/test_saved_queries.py",
    "tests/archive/test_never_lost.py",
    "tests/test_cluster.py",
    "tests/train/layout/test_noise.py",
    "tests/cli/news/test_watch.py",
    "tests/extract/test_any_text.py",
    "tests/serve",
    "tests/graph",
    "tests/export",
    "tests/cli",
)
"""Files and folders that take seconds, longest first: begun first, so that two processes end together."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest files first; the order within a file stays."""
    items.sort(key=lambda item: next((n for n, path in enumerate(LONGEST) if item.nodeid.startswith(path)), len(LONGEST)))


def pytest_configure() -> None:
    """Importing and collecting make hundreds of thousands of objects that stay: Python is not to look for garbage among them."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Look for garbage from now on, among what tests make, and not for each few hundred objects."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    gc.enable()


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


@dataclass(frozen=True)
class Clone:
    """A folder with seeds/ and exports/, as after a clone and the README's first command; for reading only."""

    folder: Path

    def has_built(self, command: str) -> None:
        """Run the command that builds exports/, as a user types it, and keep the Build and what was printed."""
        for name in ("seeds", "tests"):
            (self.folder / name).symlink_to(ROOT / name)

        def kept(*given: Any, **options: Any) -> Build:
            made = build(*given, **options)
            (self.folder / "build.pickle").write_bytes(pickle.dumps(made))
            return made

        with contextlib.chdir(self.folder), pytest.MonkeyPatch.context() as patch:
            patch.setattr(kg.pipeline, "build", kept)
            patch.setattr(console.out, "_width", 200)
            patch.setenv("KG_DEBUG", "1")
            done = CliRunner().invoke(app, shlex.split(command)[1:])
        assert done.exit_code == 0, f"{command}: {done.stderr} {done.exception!r}"
        (self.folder / "printed.txt").write_text(done.stdout, encoding="utf-8")

    @property
    def printed(self) -> str:
        """What the build printed."""
        return (self.folder / "printed.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def clone(shared_folder: Path) -> Clone:
    """The five real pages, built once for the whole run, whatever the number of its processes."""
    made = Clone(shared_folder / "clone")
    with (shared_folder / "clone.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.folder.exists():
            made.folder.mkdir()
            made.has_built(BUILD)
    return made


@pytest.fixture(scope="session")
def seeds(clone: Clone) -> Build:
    """What the five real pages say."""
    made: Build = pickle.loads((clone.folder / "build.pickle").read_bytes())
    return made


@pytest.fixture(scope="session")
def seeds_export(clone: Clone) -> Path:
    """The folder that the README's first command writes."""
    return clone.folder / "exports"


@pytest.fixture(scope="session")
def written(shared_folder: Path) -> Callable[[str, Callable[[], Corpus]], Path]:
    """Write the explorer of a corpus once for the whole run, whatever the number of its processes."""

    def write(name: str, make: Callable[[], Corpus]) -> Path:
        file = shared_folder / f"{name}.html"
        with (shared_folder / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not file.exists():
                file.write_text(render(make()), encoding="utf-8")
        return file

    return write


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT
