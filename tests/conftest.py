"""Fixtures that many tests share: the seeds built once, and golden files that change only when asked to."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kg.pipeline import Build, build

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write golden files anew instead of comparing")


@pytest.fixture(autouse=True)
def clean_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test depends on the folder it runs in, and a finder that raises fails the test."""
    monkeypatch.chdir(tmp_path_factory.mktemp("cwd"))
    monkeypatch.setenv("KG_DEBUG", "1")


@pytest.fixture(scope="session")
def seeds() -> Build:
    """The five real pages, built once for the whole run."""
    return build([ROOT / "seeds"], workers=1)


@pytest.fixture(scope="session")
def seeds_export(seeds: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `kg build seeds/` writes."""
    folder = tmp_path_factory.mktemp("exports")
    seeds.save(folder)
    return folder


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT
