"""Which part of the graph is wanted in the web pages that are written now."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass

from kg.model import Article

NODES = 3000
"""Things in a file if nothing else is asked for."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of the file: at most so many things, those within ``hops`` of a name, of articles since a day or of one paper.

    ``since`` is an ISO date, month or year; ``paper`` a part of the paper's name; "" asks for nothing.
    """

    nodes: int = NODES
    around: str = ""
    hops: int = 2
    since: str = ""
    paper: str = ""

    def fits(self, article: Article) -> bool:
        """Whether an article is of the paper and the time; one of unknown year is of no time."""
        day = article.printed_on
        of_time = not self.since or (bool(day) and day >= self.since[: len(day)])
        return of_time and self.paper in (article.page.newspaper or "")

    @property
    def is_for_all(self) -> bool:
        """Whether nothing but the number of things is limited."""
        return not (self.around or self.since or self.paper)


wanted: ContextVar[Wanted] = ContextVar("wanted", default=Wanted())  # noqa: B039, a frozen record
"""What the command line asks of the files written now: exporters have no arguments (kg.export.base). Only ``Html.write`` reads it."""
