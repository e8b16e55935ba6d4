"""Jobs that change the folder, one after another, each in a process of its own, so that asking goes on meanwhile; their news, line by line.

A line is what a person reads: a file that was read, a file that could not be and what to do, a step, the end.
"""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.serve.settings import Settings
from kg.serve.workspace import Workspace

SECONDS = 1800
"""Time that one job may take."""
KEPT = 200
"""Lines that are kept for who looks later."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of news; ``number`` counts up from 1. ``state``: "waiting", "working", "file", "failed", "done"."""

    number: int
    job: int
    state: str
    text: str
    detail: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Job:
    """One change: the files to add (none: the decisions alone are replayed)."""

    number: int
    files: tuple[Path, ...]


class Jobs:
    """The queue of changes to one folder."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        self.workspace = workspace
        self.settings = settings
        self.lines: list[Line] = []
        self.waiting: queue.Queue[Job] = queue.Queue()
        self._lock, self._replay = threading.Lock(), threading.Lock()
        self._count = self._told = 0
        self._replaying: int | None = None
        self._thread = threading.Thread(target=self.work, daemon=True)

    def add(self, files: list[Path]) -> int:
        """Add files to the folder when it is their turn; return the job's number."""
        return self.put(tuple(files))

    def replay(self) -> None:
        """Replay the decisions when it is their turn; a replay that has not begun yet takes new decisions with it."""
        with self._replay:
            if self._replaying is None:
                self._replaying = self.put(())

    def put(self, files: tuple[Path, ...]) -> int:
        """Queue a job; the first starts the thread that works on them."""
        with self._lock:
            self._count += 1
            job = Job(self._count, files)
            if self._count == 1:
                self._thread.start()
        self.tell(job, "waiting", ", ".join(path.name for path in files))
        self.waiting.put(job)
        return job.number

    def tell(self, job: Job, state: str, text: str, **detail: Any) -> None:
        """Add a line of news."""
        with self._lock:
            self._told += 1
            self.lines = [*self.lines, Line(self._told, job.number, state, text, detail)][-KEPT:]

    def since(self, number: int) -> list[Line]:
        """Return the lines after this one."""
        return [line for line in self.lines if line.number > number]

    def work(self) -> None:
        """Do the jobs in turn, for ever."""
        while True:
            job = self.waiting.get()
            if job.number == self._replaying:
                self._replaying = None
            try:
                self.tell(job, "working", "")
                self.do(job)
            except (OSError, ValueError) as error:
                self.tell(job, "failed", f"the job could not be done ({error})")
            finally:
                self.waiting.task_done()

    def do(self, job: Job) -> None:
        """Do one job in a process of its own."""
        task = {
            "folder": str(self.settings.folder),
            "files": [str(path) for path in job.files],
            "decisions": str(self.settings.decisions),
            "reader": self.settings.reader,
        }
        command = [sys.executable, "-m", "kg.serve.changes.work"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
            timer = threading.Timer(SECONDS, process.kill)
            timer.start()
            complaints: list[str] = []
            listener = threading.Thread(target=drained, args=(process.stderr, complaints.append), daemon=True)
            listener.start()
            if process.stdin is None or process.stdout is None:
                raise OSError("no way to talk to the process")
            process.stdin.write(json.dumps(task))
            process.stdin.close()
            last = [self.heard(job, row) for row in process.stdout]
            timer.cancel()
            listener.join()
        self.workspace.refresh()
        if process.returncode == 0:
            self.tell(job, "done", "")
        elif "failed" not in last:
            self.tell(job, "failed", complaints[-1].strip() if complaints else f"the process ended with {process.returncode}")

    def heard(self, job: Job, row: str) -> str:
        """Tell one row of the process; return its state."""
        told = json.loads(row)
        if "error" in told:
            self.tell(job, "failed", told["error"])
            return "failed"
        if "file" in told:
            self.tell(job, "file", told["message"], **told)
            return "file"
        self.tell(job, "working", told["step"])
        return "working"


def drained(stream: Any, keep: Callable[[str], None]) -> None:
    """Read a stream to its end, so that who writes it is never held up."""
    for line in stream:
        keep(line)
