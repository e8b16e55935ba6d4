"""Small stores for comparing: stories by number, so that a story of two stores is one page of both, each with its day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from kg import ids
from kg.archive.archive import Archive
from kg.archive.write import Sqlite
from kg.model import Corpus, Entity, Reading, ReadPage
from tests.graph.small import Says, told

TYPES = {
    "丁一": "person",
    "子二": "person",
    "丙局": "agency",
    "壬公司": "company",
    "壬厂": "company",
    "庚项目": "project",
    "<img/src=x/onerror=alert(1)>": "company",
}
POST = Says("丁一任职丙局。", (("丁一", "holds_post", "丙局"),))
POST_AGAIN = Says("丁一日前到丙局就任。", (("丁一", "holds_post", "丙局"),))
BUILDS = Says("壬公司建设庚项目，总投资3亿元。", (("壬公司", "undertakes", "庚项目"),), value=("庚项目", "total_investment", "3亿元"))
OTHER_SUM = Says("庚项目总投资9亿元。", value=("庚项目", "total_investment", "9亿元"))
DENIED = Says("丁一没有任职丙局。", (("丁一", "holds_post", "丙局"),), status="denied")
MEETS = Says("丁一会见子二。", event=("talks", {"丁一": "host", "子二": "guest"}))
HOSTILE = Says("<img/src=x/onerror=alert(1)>供货庚项目。", (("<img/src=x/onerror=alert(1)>", "supplies", "庚项目"),))


def corpus_of(stories: Mapping[int, Says | None], days: Mapping[int, str | None] | None = None) -> Corpus:
    """Return the corpus of stories by number; ``days`` gives the day of each, 2021-03-04 if it has none. No story, no page."""
    made = told(TYPES, *((stories.get(number),) if stories.get(number) else () for number in range(max(stories) + 1)))
    there = {f"{number}.txt" for number, story in stories.items() if story}
    day_of = {f"{number}.txt": day for number, day in (days or {}).items()}
    articles = {
        reading.article.id: replace(reading.article, date=day_of.get(reading.article.page.name, reading.article.date))
        for reading in made.readings
        if reading.article.page.name in there
    }
    pages = tuple(ReadPage(read.page, tuple(articles[a.id] for a in read.articles)) for read in made.pages if read.page.name in there)
    readings = tuple(replace(reading, article=articles[reading.article.id]) for reading in made.readings if reading.article.id in articles)
    return linked(pages, readings, made.entities, {m: e for m, e in made.entity_of.items() if m.split(":")[0] in articles})


def linked(pages: Iterable[ReadPage], readings: Iterable[Reading], entities: Iterable[Entity], entity_of: Mapping[str, str]) -> Corpus:
    """Return a corpus whose entities have the mentions that ``entity_of`` gives them; one without any is left out."""
    own: dict[str, list[str]] = {}
    for mention, entity in entity_of.items():
        own.setdefault(entity, []).append(mention)
    kept = tuple(replace(entity, mentions=tuple(own[entity.id])) for entity in entities if entity.id in own)
    return Corpus(tuple(pages), tuple(readings), tuple(sorted(kept, key=lambda e: e.id)), dict(entity_of))


def as_another(corpus: Corpus, old: str, new: str, stories: Iterable[int] | None = None) -> Corpus:
    """Return a corpus in which what is called ``old`` is an entity called ``new`` (in some ``stories`` only, if they are given)."""
    was = next(entity for entity in corpus.entities if entity.name == old)
    now = Entity(ids.entity_id(was.type, None, new), was.type, new, (new,), ())
    pages = None if stories is None else {f"{number}.txt" for number in stories}
    of = {m.id: r.article.page.name for r in corpus.readings for m in r.mentions}
    entity_of = {
        mention: now.id if entity == was.id and (pages is None or of[mention] in pages) else entity
        for mention, entity in corpus.entity_of.items()
    }
    return linked(corpus.pages, corpus.readings, {e.id: e for e in (*corpus.entities, now)}.values(), entity_of)


def store(corpus: Corpus, folder: Path, name: str) -> Path:
    """Write a store and return its file."""
    path = folder / f"{name}.sqlite"
    Sqlite().write(corpus, path)
    return path


def opened(corpus: Corpus, folder: Path, name: str) -> Archive:
    """Write a store and open it."""
    return Archive.open(store(corpus, folder, name))
