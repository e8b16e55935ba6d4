"""Names are found in the store as kg.graph.query finds them in the records, and texts by full-text search."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.archive.archive import Archive
from kg.archive.write import Sqlite
from kg.errors import NameLookupError
from kg.graph.facts import Facts
from kg.graph.query import find
from tests.export.pocket import entity, pocket, seeds


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    path = tmp_path_factory.mktemp("store") / "kg.sqlite"
    Sqlite().write(seeds(), path)
    with Archive.open(path) as opened:
        yield opened


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Archive]:
    Sqlite().write(pocket(), tmp_path / "kg.sqlite")
    with Archive.open(tmp_path) as opened:
        yield opened


def answer(ask, *args: object) -> str:
    try:
        found: str = ask(*args).id
    except NameLookupError as error:
        return f"{error.candidates} {error}"
    return found


WORDS = (
    "许昌供电公司",
    "供电公司",
    "森源",
    "senyuan",
    "电梯",
    "宫卫红",
    "gong",
    "许昌",
    "調研",
    "会见·",
    "无此名",
    "宫卫宏",
    "许",
    " ",
    "2月",
)


@pytest.mark.parametrize("word", WORDS)
def test_a_word_is_answered_as_by_the_records(word: str, archive: Archive) -> None:
    assert answer(archive.find, word) == answer(find, Facts.of(seeds()), word)


def test_every_name_and_every_part_of_it_is_answered_as_by_the_records(archive: Archive) -> None:
    facts = Facts.of(seeds())
    names = sorted({name for thing in facts.things.values() for name in thing.names})[::9]
    for word in [part for name in names for part in (name, name[1:], name[:-1], name[-3:])]:
        assert answer(archive.find, word) == answer(find, facts, word), word


def test_a_name_is_searched_for_by_a_part_of_it_and_by_its_pinyin(small: Archive) -> None:
    for text in ("云岭市水", "水务", "yunlingshi", "SHUIWU", "务"):
        assert entity("云岭市水务局") in [named.id for named in small.search(text)], text
    assert (small.search(" "), small.search('" OR "')) == ([], [])


def test_an_article_is_searched_for_by_its_words(small: Archive) -> None:
    for text in ("开工仪式", "仪式"):
        (hit,) = small.search_articles(text)
        assert (hit.page, hit.headline, f"[{text}]" in hit.snippet) == ("乙.txt", "柳河治理工程开工", True)
    assert [hit.page for hit in small.search_articles("柳河治理工程")] == ["甲.txt", "乙.txt"]
    assert small.search_articles("柳河治理工程", limit=1, offset=1)[0].page == "乙.txt"
    assert small.search_articles('" OR 1') == []
