"""What is kept of a build beside its corpus."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from kg.extract.faults import Fault

if TYPE_CHECKING:
    from kg.archive.kept import Kept


class Noted(Protocol):
    """What befell the files of a build."""

    @property
    def failures(self) -> Sequence[Any]:
        """Records with ``path`` and ``message`` for files that could not be read."""

    @property
    def duplicates(self) -> Sequence[tuple[str, str]]:
        """Pairs of a file and the page that has the same text."""

    @property
    def remarks(self) -> Sequence[str]:
        """Lines on files that were read although something is wrong with them."""

    @property
    def faults(self) -> Sequence[Fault]:
        """Bugs of kg that its finders ran into."""


class Stored(Noted, Protocol):
    """The same, with what the next build goes on from."""

    @property
    def kept(self) -> Sequence[Kept]:
        """What each file gave, for the next build."""

    @property
    def stale(self) -> Mapping[str, str]:
        """Why the file of a page could not be read this time, by the page's id."""
