"""What held on a day is what was last printed of it until then."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg.archive.archive import Archive
from kg.archive.days.dated import limit
from kg.archive.days.then import posts_held, under_way
from kg.archive.write import Sqlite
from kg.model import Corpus
from tests.archive.changes.stores import corpus_of
from tests.graph.small import Says

HOLDS = Says("丁一任职丙局。", (("丁一", "holds_post", "丙局"),))
HELD = Says("丁一曾任职丙局。", (("丁一", "holds_post", "丙局"),), status="former")
OTHER = Says("子二任职丙局。", (("子二", "holds_post", "丙局"),))
STARTED = Says("庚项目开工。", value=("庚项目", "status", "开工"))
FINISHED = Says("庚项目竣工。", value=("庚项目", "status", "竣工"))
OVERSEES = Says("丙局监管庚项目。", (("丙局", "oversees", "庚项目"),))


def titled(corpus: Corpus, title: str) -> Corpus:
    """The same corpus, every post with a title."""
    readings = tuple(
        replace(
            reading,
            claims=tuple(replace(c, qualifiers=(("title", title),)) if c.predicate == "holds_post" else c for c in reading.claims),
        )
        for reading in corpus.readings
    )
    return replace(corpus, readings=readings)


def at(day: str, stories: dict[int, Says], folder: Path, title: str, name: str) -> tuple[list[str], list[str]]:
    """Names of who held posts and of works under way, around a thing of a store whose story N was printed on the Nth of March."""
    days = {number: f"2021-03-{number:02d}" for number in stories}
    path = folder / f"{day}.sqlite"
    Sqlite().write(titled(corpus_of(dict(stories), dict(days)), title), path)
    with Archive.open(path) as archive:
        limit(archive, day)
        thing = archive.find(name).id
        facts, held = posts_held(archive, thing)
        return [facts.things[post.person].name for post in held], [work.name for work in under_way(archive, thing)]


@pytest.mark.parametrize(
    ("day", "title", "held"),
    [
        ("2021-03-01", "局长", ["丁一"]),
        ("2021-03-03", "局长", ["子二"]),
        ("2021-03-03", "副局长", ["丁一", "子二"]),
        ("2021-03-05", "副局长", ["子二"]),
    ],
    ids=["the only one", "another holds it since", "two may hold it", "one has left"],
)
def test_a_post_is_held_by_who_was_last_said_to_hold_it(day: str, title: str, held: list[str], tmp_path: Path) -> None:
    stories = {1: HOLDS, 3: OTHER, 5: HELD}
    assert at(day, stories, tmp_path, title, "丙局")[0] == held


def test_a_person_has_only_his_own_posts_even_if_others_succeed_him(tmp_path: Path) -> None:
    stories = {1: HOLDS, 3: OTHER}
    assert at("2021-03-02", stories, tmp_path, "局长", "丁一")[0] == ["丁一"]
    assert at("2021-03-04", stories, tmp_path, "局长", "丁一")[0] == []


@pytest.mark.parametrize(("day", "works"), [("2021-03-01", []), ("2021-03-02", ["庚项目"]), ("2021-03-04", [])])
@pytest.mark.parametrize("name", ["丙局", "庚项目"])
def test_a_work_is_under_way_from_its_start_to_its_end(day: str, works: list[str], name: str, tmp_path: Path) -> None:
    assert at(day, {1: OVERSEES, 2: STARTED, 4: FINISHED}, tmp_path, "局长", name)[1] == works
