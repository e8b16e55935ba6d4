"""One build at a time in a folder: the second waits and says who holds it. The system lets go when a process ends, however it ends."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kg.errors import ExportError, spelled

LOCK = ".kg.lock"
"""Holds the process id of the build that runs; gone when it is done, left behind and taken over if it is killed."""


@contextmanager
def held(folder: Path, tell: Callable[[str], None]) -> Iterator[None]:
    """Hold a folder, made if need be, for one build; ``tell`` is called with one line if another build must be waited for.

    Raises ExportError if the folder cannot be written. Where the system has no such locks (Windows), nobody waits.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = locked(folder, tell)
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
    except OSError as error:
        raise ExportError(f"{spelled(folder)}: cannot be written ({error.strerror or error}); choose another folder with -o") from error
    try:
        yield
    finally:
        (folder / LOCK).unlink(missing_ok=True)
        file.close()


def locked(folder: Path, tell: Callable[[str], None]) -> IO[str]:
    """Return the lock file of a folder, locked at once or when who holds it is done and has removed the file."""
    while True:
        file = (folder / LOCK).open("a+", encoding="ascii")
        lock(file, folder, tell)
        if is_there(folder / LOCK, file):
            return file
        file.close()


def lock(file: IO[str], folder: Path, tell: Callable[[str], None]) -> None:
    """Lock an open file, at once or when who holds it lets go."""
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.seek(0)
        tell(f"{spelled(folder)}: process {file.read().strip() or 'of another user'} is building here; waiting until it is done")
        fcntl.flock(file, fcntl.LOCK_EX)


def is_there(path: Path, file: IO[str]) -> bool:
    """Whether an open file is still the one at a path."""
    try:
        return os.path.samestat(path.stat(), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False
