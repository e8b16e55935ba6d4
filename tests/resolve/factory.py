"""Makes small readings: a text, the names in it, and where the page is from."""

from __future__ import annotations

from kg import ids
from kg.extract.draft import Draft
from kg.model import BREAK, Article, Corpus, Locality, Mention, Page, Reading, ReadPage, Section
from kg.resolve.cluster import resolve
from kg.resolve.decide import Decisions


def draft(
    text: str,
    *names: tuple[str, str],
    city: str = "许昌市",
    county: str | None = None,
    zone: str | None = None,
    page: str = "1.txt",
    number: int = 0,
) -> Draft:
    """A Draft with each (surface, type) at its first place after the one before it, else at its first place."""
    source = Page(ids.page_id(page + text), page, text)
    article = Article(
        f"{source.id}-a{number}",
        source,
        number,
        text + BREAK,
        (*range(len(text)), -1),
        (Section("body", 0, len(text) + 1),),
        locality=Locality(city=city, county=county, zone=zone),
    )
    made, after = Draft(article), 0
    for surface, type_ in names:
        start = text.find(surface, after)
        start = start if start >= 0 else text.index(surface)
        made.name(start, start + len(surface), type_, "test")
        after = start + len(surface)
    return made


def reading(text: str, *names: tuple[str, str], **where: str | None) -> Reading:
    return draft(text, *names, **where).freeze()  # type: ignore[arg-type]


def link(*readings: Reading, decisions: Decisions | None = None) -> Corpus:
    pages = {r.article.page.id: ReadPage(r.article.page, (r.article,), (), r.article.locality) for r in readings}
    return resolve(list(pages.values()), readings, decisions)


def mention(made: Reading, surface: str) -> Mention:
    return next(m for m in made.mentions if m.surface == surface)


def names(corpus: Corpus) -> set[tuple[str, str]]:
    return {(e.type, e.name) for e in corpus.entities}


def name_of(corpus: Corpus, made: Reading, surface: str) -> str:
    """The canonical name of the entity that a surface was linked to."""
    id_ = corpus.entity_of[mention(made, surface).id]
    return next(e.name for e in corpus.entities if e.id == id_)
