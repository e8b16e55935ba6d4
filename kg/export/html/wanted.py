"""Which part of the graph a web page is to hold."""

from __future__ import annotations

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


THE_USUAL = Wanted()
"""Nothing is asked for: the most telling things, as many as a file holds."""
