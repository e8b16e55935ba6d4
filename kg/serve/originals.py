"""The files that pages were read from, for what can be seen of them: the clipping of a quote, the whole printed page.

A file is known by its name and taken only if it holds the very bytes that the page was read from (kg.text.input.leaves).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from kg.errors import KgError, spelled
from kg.export.clipping import clipping, printed_page
from kg.model import Page, Span
from kg.serve.asking import Unknown
from kg.serve.workspace import Snapshot
from kg.text.input.folders import files

Drawing = Callable[[Path], bytes]
KEPT = 256
"""Pictures that are kept for who asks again."""


class Originals:
    """Draws what is asked of pages from their files, where these were read or in some folders; one picture at a time, for PDFium."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = folders
        self._drawing = threading.Lock()
        self._clip = lru_cache(KEPT)(self.cut)
        self._sheet = lru_cache(KEPT // 16)(self.drawn)

    def clip(self, now: Snapshot, fact: str) -> bytes:
        """Return the clipping behind a fact as PNG. Raises Unknown if there is no such fact, or no printed form of it at hand."""
        found = now.by_id.get(fact)
        if found is None:
            raise Unknown(f"no fact has the id {fact!r}")
        return self.cutting(now, found.evidence.page, found.evidence.spans)

    def cutting(self, now: Snapshot, page: str, spans: tuple[Span, ...]) -> bytes:
        """Return the clipping of what some spans of a page cover as PNG. Raises Unknown if no printed form of it is at hand."""
        return self._clip(now.pages[page].page, spans, now.files)

    def sheet(self, now: Snapshot, page: str, spans: tuple[Span, ...] = ()) -> bytes:
        """Return a printed page as PNG, what these spans cover marked. Raises Unknown as ``clip``."""
        if page not in now.pages:
            raise Unknown(f"no page has the id {page!r}")
        return self._sheet(now.pages[page].page, spans, now.files)

    def is_at_hand(self, now: Snapshot, page: str) -> bool:
        """Whether a page has a printed form and a file of its name is there; whether it is the one that was read shows when it is drawn."""
        of_page = now.pages[page].page
        return of_page.sheet is not None and any(self.files_of(of_page, now.files))

    def cut(self, page: Page, spans: tuple[Span, ...], known: tuple[Path, ...]) -> bytes:
        """Cut a clipping."""
        with self._drawing:
            return self.first(page, known, lambda path: clipping(page, spans, path))

    def drawn(self, page: Page, spans: tuple[Span, ...], known: tuple[Path, ...]) -> bytes:
        """Draw a page."""
        with self._drawing:
            return self.first(page, known, lambda path: printed_page(page, spans, path))

    def first(self, page: Page, known: tuple[Path, ...], draw: Drawing) -> bytes:
        """Return what is drawn from the first file of a page's name that is the one it was read from. Raises Unknown if none is.

        ``known`` are the files that the build read; the folders are looked through after them.
        """
        reason = "its file is not at hand; start kg serve with --pages FOLDER"
        for path in self.files_of(page, known) if page.sheet else ():
            try:
                return draw(path)
            except KgError as error:
                reason = str(error)
        raise Unknown(f"{page.name}: no printed form can be shown ({reason if page.sheet else page.source})")

    def files_of(self, page: Page, known: tuple[Path, ...]) -> Iterator[Path]:
        """Yield the files of a page's name: those that the build read, then those of the folders."""
        name = page.name.partition("#page=")[0]
        yield from (path for path in known if spelled(path.name) == name and path.is_file())
        folders = [folder for folder in self.folders if folder.is_dir()]
        yield from (path for path in files(folders)[0] if spelled(path.name) == name and path.is_file())
