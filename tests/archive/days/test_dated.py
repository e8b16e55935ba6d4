"""A store as of a day answers by what was printed until then."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.archive.archive import Archive
from kg.archive.days.dated import limit
from kg.archive.write import Sqlite
from kg.errors import NameLookupError
from kg.graph.facts import Facts
from tests.archive.changes.stores import BUILDS, MEETS, POST, POST_AGAIN, corpus_of, opened
from tests.export.pocket import pocket

DAYS = {0: "2021-03-01", 1: "2021-03-05", 2: "2021-04-09", 3: None, 4: "03-01"}
STORIES = {0: POST, 1: BUILDS, 2: POST_AGAIN, 3: MEETS, 4: MEETS}


def test_until_the_end_of_time_everything_is_as_it_is(tmp_path: Path) -> None:
    Sqlite().write(pocket(), tmp_path / "kg.sqlite")
    with Archive.open(tmp_path) as whole, Archive.open(tmp_path) as until:
        limit(until, "9999", undated=True)
        assert until.corpus == whole.corpus
        for table in ("entities", "aliases", "joins", "steps", "old_ids", "rejected", "participants", "bylines", "evidence"):
            sql = f"SELECT * FROM {table} ORDER BY 1, 2"
            asked, main = (one.connection.execute(sql) for one in (until, whole))
            assert [column[0] for column in asked.description] == [column[0] for column in main.description]
            assert asked.fetchall() == main.fetchall()


@pytest.mark.parametrize(
    ("day", "stories"),
    [("2021-02-28", ()), ("2021-03-01", (0,)), ("2021-03", (0, 1)), ("2021-04-08", (0, 1)), ("2021-04-09", (0, 1, 2)), ("2021", (0, 1, 2))],
)
def test_only_pages_until_a_day_count(day: str, stories: tuple[int, ...], tmp_path: Path) -> None:
    with opened(corpus_of(STORIES, DAYS), tmp_path, "kg") as archive:
        printed = limit(archive, day)
        assert (printed.pages, printed.later, printed.undated) == (len(stories), 3 - len(stories), 2)
        assert [page.name for page in archive.pages()] == [f"{number}.txt" for number in stories]
        expected = Facts.of(corpus_of({number: STORIES[number] for number in stories}, DAYS)) if stories else None
        assert [f.id for f in Facts.of(archive.corpus).facts] == ([f.id for f in expected.facts] if expected else [])


def test_undated_pages_count_if_asked(tmp_path: Path) -> None:
    with opened(corpus_of(STORIES, DAYS), tmp_path, "kg") as archive:
        limit(archive, "2021-03-01", undated=True)
        assert [page.name for page in archive.pages()] == ["0.txt", "3.txt", "4.txt"]


def test_a_thing_that_nobody_had_named_is_not_known(tmp_path: Path) -> None:
    with opened(corpus_of(STORIES, DAYS), tmp_path, "kg") as archive:
        limit(archive, "2021-03-01")
        with pytest.raises(NameLookupError, match="not a name"):
            archive.find("庚项目")
        assert archive.search("庚项目") == archive.search_articles("庚项目") == []
        person = archive.find("丁一").id
        assert [fact.evidence.quote for fact in archive.around(person).by_thing[person]] == [POST.text]
        assert archive.trace(person, archive.find("丙局").id)[1][0].cost > 0
