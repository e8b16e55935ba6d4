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
    """Looks for the files of pages in some folders and draws what is asked of them, one picture at a time (PDFium has no threads)."""

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
        return self._clip(now.pages[found.evidence.page].page, found.evidence.spans)

    def sheet(self, now: Snapshot, page: str) -> bytes:
        """Return a printed page as PNG. Raises Unknown as ``clip``."""
        if page not in now.pages:
            raise Unknown(f"no page has the id {page!r}")
        return self._sheet(now.pages[page].page)

    def cut(self, page: Page, spans: tuple[Span, ...]) -> bytes:
        """Cut a clipping."""
        with self._drawing:
            return self.first(page, lambda path: clipping(page, spans, path))

    def drawn(self, page: Page) -> bytes:
        """Draw a page."""

        def draw(path: Path) -> bytes:
            if page.sheet is None:
                raise PageError(page.name, "has no printed form")
            buffer = io.BytesIO()
            picture_of(page.sheet, path, DPI).save(buffer, "PNG")
            return buffer.getvalue()

        with self._drawing:
            return self.first(page, draw)

    def first(self, page: Page, draw: Drawing) -> bytes:
        """Return what is drawn from the first file of a page's name that is the one it was read from. Raises Unknown if none is."""
        name = page.name.partition("#page=")[0]
        reason = "its file is not at hand; start kg serve with --pages FOLDER"
        for path in files([folder for folder in self.folders if folder.is_dir()])[0] if page.sheet else ():
            if spelled(path.name) == name:
                try:
                    return draw(path)
                except KgError as error:
                    reason = str(error)
        raise Unknown(f"{page.name}: no printed form can be shown ({reason if page.sheet else page.source})")
