"""Pages read on a Dask cluster give the same bytes as in one process, also if a worker is killed in the middle."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg import cluster
from kg.errors import KgError
from kg.pipeline import build
from tests.archive.stories import STORIES

distributed = pytest.importorskip("distributed", reason="needs the extra [cluster]")
pytestmark = pytest.mark.filterwarnings("ignore")  # of Dask's own; what kg warns of is seen by the other tests


@pytest.fixture(scope="module")
def local() -> Iterator[Any]:
    """A scheduler with two worker processes on this machine."""
    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None, "silence_logs": 50}
    with distributed.LocalCluster(**options) as made:
        yield made


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(10):
        (folder / f"{number:02}.txt").write_text(STORIES[number % 5].replace("云岭", f"云{chr(0x4E00 + number)}岭"), encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    return folder


def test_a_build_with_a_worker_killed_in_the_middle_gives_the_bytes_of_one_process(local: Any, pages: Path, tmp_path: Path) -> None:
    killed: list[int] = []

    def kill(name: str, done: int, _total: int) -> None:
        if name and done == 2 and not killed:
            killed.append(next(iter(local.workers.values())).pid)
            os.kill(killed[0], signal.SIGKILL)

    made = build(pages, reader="fast", scheduler=local.scheduler_address, progress=kill)
    alone = build(pages, reader="fast", workers=1)
    assert killed
    assert [failure.message for failure in made.failures] == [failure.message for failure in alone.failures]
    assert len(alone.failures) == 1
    for name, one in (("cluster", made), ("alone", alone)):
        one.save(tmp_path / name, ("sqlite", "report"))
    for name in ("kg.sqlite", "report.json"):
        assert (tmp_path / "cluster" / name).read_bytes() == (tmp_path / "alone" / name).read_bytes()


def same_as_nobody() -> str:
    """What differs from process to process."""
    return str(os.getpid())


def test_a_worker_that_runs_another_kg_is_refused(local: Any) -> None:
    with pytest.raises(KgError, match="another version of kg"):
        list(cluster.spread(str, [1], local.scheduler_address, str, same_as_nobody))


def test_nobody_at_the_address_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 1)
    with pytest.raises(KgError, match="no Dask scheduler answers; start one with: dask scheduler"):
        list(cluster.spread(str, [1], "tcp://127.0.0.1:9", str, str))
