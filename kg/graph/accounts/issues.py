"""Which articles are independent of one another: those of different issues or papers, written by different reporters.

Articles of one page, of one issue of a paper, of one reporter, and reprints of one text are one source, however many they are.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from networkx.utils import UnionFind

from kg.model import Article

PICTURES = ("摄", "图")
"""Roles that hold one of these made a picture, not the text."""


@dataclass(frozen=True, slots=True)
class Sources:
    """How many articles say a thing (reprints count once), how many of them are independent, and whether all stand on one page."""

    articles: int = 1
    independent: int = 1
    is_one_page: bool = True


def sources(articles: Iterable[Article], first: Mapping[str, str]) -> Sources:
    """Count the articles that say a thing; ``first`` maps an article's id to the one it reprints (reprints.groups)."""
    several = list(articles)
    joined = UnionFind([article.id for article in several])
    for article in several:
        joined.union(article.id, ("text", first[article.id]), ("issue", issue_of(article)), *reporters(article))
    independent = len({joined[article.id] for article in several})
    return Sources(len({first[a.id] for a in several}), independent, len({a.page.id for a in several}) == 1)


def issue_of(article: Article) -> tuple[Hashable, ...]:
    """Return what is one for all articles of an issue: the paper (where it is unknown its city) and the day, else the file."""
    page = article.page
    paper = page.newspaper or article.locality.city
    if paper and page.date:
        return paper, page.date
    file, mark, _ = page.name.partition("#page=")
    return (file,) if mark else (page.id,)


def reporters(article: Article) -> Iterable[tuple[str, str]]:
    """Return the writers that an article credits."""
    return [("reporter", b.name) for b in article.bylines if not any(mark in b.role for mark in PICTURES)]
