"""Files written aside and moved into place together: all of an export or nothing, and no leftovers of one that was killed."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from filecmp import cmp
from pathlib import Path

from kg.errors import ExportError
from kg.pool import undisturbed

ASIDE = re.compile(r"\.kg-(\d+)-\w+")
"""The folder that one process writes its files aside in: its process id is in the name."""
STORE = ".sqlite"
"""The store goes into place last: until then the next build goes on from the one before."""
OWN_PAGE = b'{\n "document":'
"""How a page's JSON begins (kg.export.pages)."""


@contextmanager
def aside_in(folder: Path) -> Iterator[Path]:
    """Yield a new folder inside ``folder`` that is gone afterwards; clear away those of processes that were killed."""
    for left in folder.iterdir():
        match = ASIDE.fullmatch(left.name)
        if match and left.is_dir() and not is_alive(int(match[1])):
            shutil.rmtree(left, ignore_errors=True)
    aside = Path(tempfile.mkdtemp(prefix=f".kg-{os.getpid()}-", dir=folder))
    try:
        yield aside
    finally:
        with undisturbed():
            shutil.rmtree(aside, ignore_errors=True)


def is_alive(process: int) -> bool:
    """Whether a process of this id runs on this machine; True where that cannot be told."""
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def settle(aside: Path, folder: Path, targets: Sequence[str]) -> tuple[Path, ...]:
    """Move finished files, and the files of finished folders (``/`` at the end), into place, and return them in order.

    A file that is there with the same bytes stays, and so does its time: what follows the folder (rsync, the store of triples beside a
    graph) sees what has changed. A folder's pages of an earlier build that this one has not are removed; files that kg did not write stay.
    Raises ExportError, with nothing moved, if something else stands where a file or folder is to go.
    """
    moves = [move for target in targets for move in moves_of(aside, folder, target)]
    for _, final in moves:
        if final.is_dir():
            raise ExportError(f"{final}: is a folder, and a file is to be written there; move it away or choose another folder with -o")
    changed = [(written, final) for written, final in moves if not (final.is_file() and cmp(written, final, shallow=False))]
    folders = [folder / target for target in targets if target.endswith("/")]
    with undisturbed():
        for place in folders:
            place.mkdir(exist_ok=True)
        for written, final in sorted(changed, key=lambda move: move[1].suffix == STORE):
            os.replace(written, final)  # noqa: PTH105
        for place in folders:
            remove_stale(place, {final for _, final in moves})
    return tuple(final for _, final in moves)


def moves_of(aside: Path, folder: Path, target: str) -> list[tuple[Path, Path]]:
    """Return the pairs of a finished file and where it goes, of one target. Raises ExportError if a file stands where its folder goes."""
    if not target.endswith("/"):
        return [(aside / target, folder / target)]
    final = folder / target.rstrip("/")
    if final.exists() and not final.is_dir():
        raise ExportError(f"{final}: is a file, and a folder is to be written there; move it away or choose another folder with -o")
    return [(path, final / path.name) for path in sorted((aside / target.rstrip("/")).iterdir())]


def remove_stale(folder: Path, written: set[Path]) -> None:
    """Remove the pages in a folder that an earlier build wrote and this one did not."""
    for path in folder.glob("*.json"):
        if path not in written and path.is_file():
            with path.open("rb") as file:
                is_own = file.read(len(OWN_PAGE)) == OWN_PAGE
            if is_own:
                path.unlink()
