"""What an earlier build has left in the store: which files need not be read again, and what those say that cannot be read now."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kg.archive.kept import Kept, content, packed, signature, unpacked
from kg.archive.schema import opened
from kg.errors import ExportError, PageError, spelled
from kg.shelf import Pile
from kg.stages import Work
from kg.text.years import Dating

GONE = "its file is gone"
Known = tuple[str, str]
"""Content and signature of a file."""
UNKNOWN = ("", "")


@dataclass(slots=True)
class Earlier:
    """The files of an earlier build: ``paths`` maps their paths to content and signature, ``known`` the other way round.

    ``unused`` says why a store that is there is not gone on from.
    """

    connection: sqlite3.Connection | None = None
    paths: dict[str, Known] = field(default_factory=dict)
    known: dict[Known, str] = field(default_factory=dict)
    unused: str = ""

    @classmethod
    def of(cls, store: Path | None) -> Earlier:
        """Open what a store has kept; nothing if there is no store, or one of another version of kg, which the build replaces."""
        if store is None or not store.exists():
            return cls()
        try:
            connection = opened(store)
            rows = connection.execute("SELECT path, content, signature, has_messages FROM files ORDER BY path").fetchall()
        except (ExportError, sqlite3.Error) as error:
            return cls(unused=str(error).partition(";")[0])
        paths = {path: (digest, sign) for path, digest, sign, _ in rows}
        return cls(connection, paths, {(digest, sign): path for path, digest, sign, has_messages in rows if not has_messages})

    def reading(self, path: str) -> bytes:
        """Return what the file at a path gave then, packed. Raises ExportError if the store has lost it since it was opened."""
        try:
            row = self.connection and self.connection.execute("SELECT reading FROM files WHERE path = ?", (path,)).fetchone()
        except sqlite3.Error as error:
            raise ExportError(f"{path}: the store of the last build is damaged ({error}); run kg build --fresh") from error
        if not row:
            raise ExportError(f"{path}: is not in the store of the last build; run kg build --fresh")
        return bytes(row[0])

    def work(self, path: str) -> Work:
        """Return what the file at a path gave then. Raises ExportError if the store has lost or damaged it."""
        try:
            return unpacked(Path(path), self.reading(path))
        except (ValueError, KeyError, TypeError, zlib.error) as error:
            raise ExportError(f"{path}: the store of the last build is damaged ({error}); run kg build --fresh") from error

    def same(self, path: Path, known: Known) -> str | None:
        """Return the path under which a store holds what a file would give if it were read, None if it holds no such thing.

        A file with failures or remarks is known at its own path only, for they name it.
        """
        if "" in known:
            return None
        return spelled(path) if self.paths.get(spelled(path)) == known else self.known.get(known)


@dataclass(slots=True)
class Plan:
    """Which files are to be read, and what becomes of those that are not.

    While ``works`` is gone through, ``kept`` fills with what to keep for the next build (the readings on a ``pile``), ``n_same`` counts the
    files that were not read again, and ``retracted`` lists those that are gone.
    """

    earlier: Earlier
    reader: str
    dating: Dating | None
    proposers: tuple[str, ...] = ()
    keep_missing: bool = False
    kept: list[Kept] = field(default_factory=list)
    pile: Pile = field(default_factory=Pile)
    n_same: int = 0
    retracted: list[str] = field(default_factory=list)

    def works(self, paths: Sequence[Path], lost: Iterable[PageError], read: Callable[[Sequence[Path]], Iterator[Work]]) -> Iterator[Work]:
        """Yield what each file gives, in order: as it gave before where nothing has changed, else as ``read`` yields it.

        A file that fails keeps what it gave before, marked stale; it comes after the others, and a page that another file gives now is
        not kept so. Last come the files that are gone, if they are to be kept or were at or under a path that is ``lost``.
        """
        given: set[str] = set()
        failing: list[Work] = []
        for work, known, before in self.present(paths, read):
            given |= {page.read.page.id for page in work.pages if not page.stale}
            if any(page.stale for page in work.pages):
                failing.append(work)
                continue
            self.keep(work, known, before)
            yield work
        there = {spelled(path) for path in paths}
        for work in (*failing, *self.gone(there, {error.path: str(error) for error in lost})):
            work.pages = [page for page in work.pages if not page.stale or page.read.page.id not in given]
            self.keep(work, UNKNOWN)
            yield work

    def present(self, paths: Sequence[Path], read: Callable[[Sequence[Path]], Iterator[Work]]) -> Iterator[tuple[Work, Known, str | None]]:
        """Yield what each file gives, what it is to be known by (nothing if it changes meanwhile or kg or a proposer fails on it), and
        the path under which the earlier build holds the same, None if it was read.
        """
        known = {path: (content(path), signature(path, self.reader, self.dating, self.proposers)) for path in paths}
        same = {path: before for path in paths if (before := self.earlier.same(path, known[path])) is not None}
        self.n_same = len(same)
        fresh = read([path for path in paths if path not in same])
        for path in paths:
            if path in same:
                yield replace(self.earlier.work(same[path]), path=path), known[path], same[path]
                continue
            work = self.with_earlier(next(fresh))
            failed = any(page.faults for page in work.pages) or (self.proposers and work.failures)
            is_known = content(path) == known[path][0] and not failed
            yield work, known[path] if is_known else UNKNOWN, None

    def keep(self, work: Work, known: Known, before: str | None = None) -> None:
        """Keep what a file gives for the next build, as the earlier build holds it under the path ``before`` if it is the same.

        A file that gives nothing is not kept: it is tried again.
        """
        if work.pages:
            number = self.pile.put(packed(work) if before is None else self.earlier.reading(before))
            self.kept.append(Kept(spelled(work.path), *known, bool(work.failures or work.remarks), self.pile, number))

    def with_earlier(self, work: Work) -> Work:
        """Add to what a file gives the pages of an earlier build that it fails to give now, marked stale.

        These are all that are missing if it gives no page or fails in a new way, else those that were stale before.
        """
        if not work.failures or spelled(work.path) not in self.earlier.paths:
            return work
        before = self.earlier.work(spelled(work.path))
        names = {page.read.page.name for page in work.pages}
        missing = [page for page in before.pages if page.read.page.name not in names]
        new = [failure for failure in work.failures if failure not in before.failures]
        if new or not work.pages:
            work.pages += [replace(page, stale=(new or work.failures)[0].message) for page in missing]
        else:
            work.pages += [page for page in missing if page.stale]
        return work

    def gone(self, there: set[str], lost: dict[str, str]) -> Iterator[Work]:
        """Yield what files gave before that are no longer there, if that is wanted."""
        for path in sorted(self.earlier.paths.keys() - there):
            why = next((message for place, message in sorted(lost.items()) if is_under(path, place)), None)
            if why is None and not self.keep_missing:
                self.retracted.append(path)
                continue
            work = self.earlier.work(path)
            work.failures, work.remarks = [], []
            work.pages = [replace(page, stale=why or GONE) for page in work.pages]
            yield work


def is_under(path: str, place: str) -> bool:
    """Whether a path is a place or lies in it."""
    return path == place or path.startswith(place.rstrip("/") + "/")
