"""What is looked up in the store is what the records say."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.archive.archive import Archive
from kg.archive.write import Sqlite
from kg.errors import ExportError, NameLookupError
from kg.graph.facts import EVENT, Facts
from kg.graph.trace import trace
from tests.export.pocket import entity, pocket, seeds


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    path = tmp_path_factory.mktemp("store") / "kg.sqlite"
    Sqlite().write(seeds(), path)
    with Archive.open(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    path = tmp_path_factory.mktemp("store") / "kg.sqlite"
    Sqlite().write(pocket(), path)
    with Archive.open(path) as opened:
        yield opened


def test_the_facts_around_a_thing_are_all_its_facts_in_order(archive: Archive) -> None:
    facts = Facts.of(seeds())
    for id_ in [*facts.things][::5]:
        part = archive.around(id_)
        assert part.by_thing[id_] == facts.by_thing[id_]
        assert part.things[id_].name == facts.things[id_].name
        assert part.seats.get(id_) == facts.seats.get(id_)
        assert str(part.seen_in.get(id_)) == str(facts.seen_in.get(id_))


def test_facts_around_several_things_hold_what_ties_them(archive: Archive) -> None:
    facts = Facts.of(seeds())
    some = [id_ for id_ in facts.things if facts.by_thing[id_]][:40]
    part = archive.around(*some)
    assert [part.by_thing[id_] for id_ in some] == [facts.by_thing[id_] for id_ in some]


def test_claims_and_events_of_a_thing_are_its_facts(small: Archive) -> None:
    project = entity("柳河治理工程")
    of_project = Facts.of(pocket()).by_thing[project]
    assert small.claims_of(project) == tuple(fact for fact in of_project if fact.family != "role")
    assert small.events_of(project) == tuple(fact for fact in of_project if fact.family == "role")
    assert small.claims_of("no such id") == ()


def test_neighbours_are_what_facts_tie_to_a_thing(archive: Archive) -> None:
    facts = Facts.of(seeds())
    for id_ in [*facts.things][::5]:
        found = archive.neighbours(id_)
        assert {n.id: n.n_facts for n in found} == {other: len(facts.between(id_, other)) for other in facts.neighbours(id_)}
        assert [n.n_facts for n in found] == sorted((n.n_facts for n in found), reverse=True)
        assert [n.name for n in found] == [facts.things[n.id].name for n in found]


def test_paths_are_those_that_the_records_give(archive: Archive) -> None:
    facts = Facts.of(seeds())
    some = [id_ for id_ in facts.things if facts.by_thing[id_]][:: len(facts.things) // 12]
    pairs = [(a, b) for a in some for b in some if a < b]
    assert sum(bool(trace(facts, a, b)) for a, b in pairs) > 20
    for a, b in pairs:
        part, found = archive.trace(a, b, 3)
        assert found == trace(facts, a, b, 3)
        assert [part.things[id_].name for path in found for id_ in path.things] == [
            facts.things[id_].name for path in found for id_ in path.things
        ]


def test_every_fact_has_its_quote(small: Archive) -> None:
    facts = Facts.of(pocket())
    assert {fact.id: small.quote(fact.id) for fact in facts.facts} == {fact.id: fact.evidence for fact in facts.facts}
    event = next(thing for thing in facts.things.values() if thing.type == EVENT)
    assert event.event is not None
    assert small.quote(event.id) == event.event.evidence


def test_an_entity_comes_with_its_mentions_and_joins_also_by_an_old_id(small: Archive) -> None:
    assert tuple(small.entity(e.id) for e in pocket().entities) == pocket().entities
    assert small.entity("agency-000000000000") == pocket().entities[0]


def test_pages_and_articles_are_read_by_id(archive: Archive) -> None:
    assert [(line.id, line.n_articles) for line in archive.pages()] == [(read.page.id, len(read.articles)) for read in seeds().pages]
    assert tuple(archive.page(line.id) for line in archive.pages()) == seeds().pages
    article = seeds().pages[2].articles[-1]
    assert archive.article(article.id) == article


def test_who_is_credited_is_found_by_name(small: Archive) -> None:
    assert [(c.article.headline, c.role, c.name) for c in small.credits("顾明远")] == [
        ("柳河治理工程推进", "记者", "顾明远"),
        ("柳河治理工程开工", "记者", "顾明远"),
    ]


@pytest.mark.parametrize("ask", [Archive.entity, Archive.page, Archive.article, Archive.quote], ids=["entity", "page", "article", "quote"])
def test_an_unknown_id_is_told(ask, small: Archive) -> None:
    with pytest.raises(NameLookupError, match=r"x1: no .* has this id"):
        ask(small, "x1")


def test_an_open_store_stays_as_it_was_when_the_file_is_replaced(tmp_path) -> None:
    Sqlite().write(pocket(), tmp_path / "kg.sqlite")
    with Archive.open(tmp_path) as archive:
        Sqlite().write(seeds(), tmp_path / "new")
        (tmp_path / "new").replace(tmp_path / "kg.sqlite")
        assert archive.corpus == pocket()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "no such file; run kg build first"),
        (b"", "not a store written by kg"),
        (b"not a database, whatever it is called", "not a store written by kg"),
    ],
)
def test_a_file_that_is_not_ours_is_told_in_one_line(content: bytes | None, says: str, tmp_path) -> None:
    if content is not None:
        (tmp_path / "kg.sqlite").write_bytes(content)
    with pytest.raises(ExportError, match=says):
        Archive.open(tmp_path / "kg.sqlite")


def test_a_store_of_another_schema_is_refused_in_one_line(tmp_path) -> None:
    import sqlite3

    Sqlite().write(pocket(), tmp_path / "kg.sqlite")
    with sqlite3.connect(tmp_path / "kg.sqlite") as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(ExportError, match=r"schema 99, not 3\); run kg build again"):
        Archive.open(tmp_path / "kg.sqlite")
