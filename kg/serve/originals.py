"""The files that pages were read from, for what can be seen of them: the clipping of a quote, the whole printed page.

A file is known by its name and taken only if it holds the very bytes that the page was read from (kg.text.input.leaves).
"""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

from kg.errors import KgError, PageError, spelled
from kg.export.clipping import DPI, clipping
from kg.model import Page, Span
from kg.serve.asking import Unknown
from kg.serve.workspace import Snapshot
from kg.text.input.folders import files
from kg.text.input.leaves import picture_of

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
        return self._clip(now.pages[found.evidence.page].page, found.evidence.spans, now.files)

    def sheet(self, now: Snapshot, page: str) -> bytes:
        """Return a printed page as PNG. Raises Unknown as ``clip``."""
        if page not in now.pages:
            raise Unknown(f"no page has the id {page!r}")
        return self._sheet(now.pages[page].page, now.files)

    def cut(self, page: Page, spans: tuple[Span, ...], known: tuple[Path, ...]) -> bytes:
        """Cut a clipping."""
        with self._drawing:
            return self.first(page, known, lambda path: clipping(page, spans, path))

    def drawn(self, page: Page, known: tuple[Path, ...]) -> bytes:
        """Draw a page."""

        def draw(path: Path) -> bytes:
            if page.sheet is None:
                raise PageError(page.name, "has no printed form")
            buffer = io.BytesIO()
            picture_of(page.sheet, path, DPI).save(buffer, "PNG")
            return buffer.getvalue()

        with self._drawing:
            return self.first(page, known, draw)

    def first(self, page: Page, known: tuple[Path, ...], draw: Drawing) -> bytes:
        """Return what is drawn from the first file of a page's name that is the one it was read from. Raises Unknown if none is.

        ``known`` are the files that the build read; the folders are looked through after them.
        """
        name = page.name.partition("#page=")[0]
        reason = "its file is not at hand; start kg serve with --pages FOLDER"
        folders = [folder for folder in self.folders if folder.is_dir()]
        for path in (*known, *files(folders)[0]) if page.sheet else ():
            if spelled(path.name) == name and path.is_file():
                try:
                    return draw(path)
                except KgError as error:
                    reason = str(error)
        raise Unknown(f"{page.name}: no printed form can be shown ({reason if page.sheet else page.source})")
