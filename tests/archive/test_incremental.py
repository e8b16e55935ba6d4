"""A build that goes on from an earlier one writes the bytes of a fresh build, however the pages came and went."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from kg import stages
from kg.archive.archive import Archive
from kg.pipeline import Build, build
from tests.archive.stories import DECISIONS, STORIES, bytes_of
from tests.soak import SOAK, times

FORMATS = ("sqlite", "turtle", "pages", "report")
NAMES = ("a.txt", "b.txt", "c.txt", "2021-03-09/a.txt", "2020年/d.txt")


def written(folder: Path, out: str, **options) -> tuple[Build, dict[str, bytes]]:
    """Build what is in ``in``, and return the build and the bytes written."""
    decisions = folder / "decisions.yaml"
    made = build(folder / "in", workers=1, reader="fast", decisions=decisions if decisions.exists() else None, **options)
    made.save(folder / out, FORMATS)
    return made, bytes_of(folder / out)


class ComingAndGoing(RuleBasedStateMachine):
    """Pages are added, edited, removed and renamed, days and decisions change; every state is built twice and compared."""

    @initialize(story=st.sampled_from(STORIES))
    def begin(self, story: str) -> None:
        self.folder = Path(mkdtemp())
        self.write("a.txt", story)

    @rule(name=st.sampled_from(NAMES), story=st.sampled_from(STORIES), more=st.sampled_from((*STORIES[:2], "")))
    def write(self, name: str, story: str, more: str = "") -> None:
        (self.folder / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / "in" / name).write_text(story + more, encoding="utf-8")

    @rule(pick=st.randoms(use_true_random=False))
    def remove(self, pick) -> None:
        if len(self.pages) > 1:
            pick.choice(self.pages).unlink()

    @rule(pick=st.randoms(use_true_random=False), name=st.sampled_from(NAMES))
    def rename(self, pick, name: str) -> None:
        (self.folder / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        pick.choice(self.pages).rename(self.folder / "in" / name)

    @rule(text=st.sampled_from(DECISIONS))
    def decide(self, text: str) -> None:
        (self.folder / "decisions.yaml").write_text(text, encoding="utf-8")

    @rule(year=st.sampled_from(("{}", "a*.txt: {year: 2019}", "'*.txt': {date: 2021-03-11, newspaper: 云岭日报}")))
    def say_the_day(self, year: str) -> None:
        (self.folder / "in" / "pages.yaml").write_text(year, encoding="utf-8")

    @property
    def pages(self) -> list[Path]:
        return sorted((self.folder / "in").rglob("*.txt"))

    @invariant()
    def the_bytes_are_those_of_a_fresh_build(self) -> None:
        if not hasattr(self, "folder"):
            return
        shutil.rmtree(self.folder / "fresh", ignore_errors=True)
        made, here = written(self.folder, "out", archive=self.folder / "out")
        fresh, there = written(self.folder, "fresh")
        assert made.corpus == fresh.corpus
        assert sorted(here) == sorted(there)
        assert [name for name in here if here[name] != there[name]] == []

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder)


def test_the_bytes_are_those_of_a_fresh_build_however_pages_came_and_went() -> None:
    run_state_machine_as_test(
        ComingAndGoing,
        settings=settings(
            max_examples=times(2, 300),
            stateful_step_count=25 if SOAK else 7,
            deadline=None,
            derandomize=not SOAK,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with three pages in ``in``, built into ``out``, as ``used``, where it was built, and as ``kept``."""
    made = tmp_path_factory.mktemp("first")
    (made / "used" / "in").mkdir(parents=True)
    for name, story in zip("abc", STORIES, strict=False):
        (made / "used" / "in" / f"{name}.txt").write_text(story, encoding="utf-8")
    written(made / "used", "out")
    shutil.copytree(made / "used", made / "kept")
    return made


@pytest.fixture
def folder(first: Path) -> Path:
    """A folder with three pages in ``in``, built into ``out``: for each test as it was when it was built, in the same place."""
    shutil.rmtree(first / "used")
    shutil.copytree(first / "kept", first / "used")
    return first / "used"


def again(folder: Path, **options) -> Build:
    return written(folder, "out", archive=folder / "out", **options)[0]


def test_only_new_and_changed_pages_are_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    load = stages.load
    monkeypatch.setattr(stages, "load", lambda path, notes: read.append(path.name) or load(path, notes))
    (folder / "in" / "b.txt").write_text(STORIES[3], encoding="utf-8")
    (folder / "in" / "d.txt").write_text(STORIES[4], encoding="utf-8")
    made = again(folder)
    assert (read, made.n_same) == (["b.txt", "d.txt"], 2)
    read.clear()
    assert (again(folder).n_same, read) == (4, [])
    written(folder, "out")
    assert read == ["a.txt", "b.txt", "c.txt", "d.txt"]


@pytest.mark.parametrize(
    ("change", "why"), [("reader", {"reader": "full"}), ("day", {"date": "2021-03-09"}), ("year", {"year": 2020})], ids=lambda x: str(x)
)
def test_another_reader_or_day_is_read_anew(change: str, why: dict, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.stages.see_drafts", lambda _drafts: None)
    made = build(folder / "in", workers=1, archive=folder / "out", **({"reader": "fast"} | why))
    assert made.n_same == 0, change


def test_another_version_of_kg_reads_all_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.archive.kept.fingerprint", lambda: "another")
    assert again(folder).n_same == 0


def test_a_store_of_another_schema_is_built_anew(folder: Path) -> None:
    with sqlite3.connect(folder / "out" / "kg.sqlite") as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    made = again(folder)
    assert made.n_same == 0
    assert "written by another version of kg" in made.unused
    made = again(folder)
    assert (made.n_same, made.unused) == (3, "")


def test_a_page_that_is_gone_is_retracted(folder: Path) -> None:
    (folder / "in" / "a.txt").unlink()
    made = again(folder)
    assert [read.page.name for read in made.corpus.pages] == ["b.txt", "c.txt"]
    assert [Path(path).name for path in made.retracted] == ["a.txt"]
    assert sorted(path.name for path in (folder / "out" / "pages").iterdir()) == ["b.json", "c.json"]


def test_a_page_that_is_gone_is_kept_where_that_is_asked_for(folder: Path) -> None:
    before = bytes_of(folder / "out")
    (folder / "in" / "a.txt").unlink()
    for _ in range(2):
        again(folder, keep_missing=True)
        with Archive.open(folder / "out") as archive:
            assert [(line.name, line.stale) for line in archive.pages()] == [
                ("a.txt", "its file is gone"),
                ("b.txt", None),
                ("c.txt", None),
            ]
    assert bytes_of(folder / "out")["graph.ttl"] == before["graph.ttl"]
    (folder / "in" / "a.txt").write_text(STORIES[0], encoding="utf-8")
    again(folder)
    assert bytes_of(folder / "out") == before


def test_a_page_that_was_renamed_is_not_kept_twice(folder: Path) -> None:
    (folder / "in" / "a.txt").rename(folder / "in" / "d.txt")
    made = again(folder, keep_missing=True)
    assert ([read.page.name for read in made.corpus.pages], made.stale) == (["b.txt", "c.txt", "d.txt"], {})


def test_a_file_that_fails_keeps_its_facts_marked_stale_until_it_can_be_read(folder: Path) -> None:
    before = bytes_of(folder / "out")
    (folder / "in" / "a.txt").write_bytes(b"\xff\xfe\x00\xd8" * 90)
    for _ in range(2):
        made = again(folder)
        assert len(made.failures) == 1
        with Archive.open(folder / "out") as archive:
            assert [(line.name, "is not text" in (line.stale or "")) for line in archive.pages()] == [
                ("a.txt", True),
                ("b.txt", False),
                ("c.txt", False),
            ]
            assert [kind for kind, *_ in archive.notes()] == ["failure"]
        assert bytes_of(folder / "out")["graph.ttl"] == before["graph.ttl"]
    (folder / "in" / "a.txt").write_text(STORIES[0], encoding="utf-8")
    again(folder)
    assert bytes_of(folder / "out") == before


def test_pages_of_a_path_that_cannot_be_reached_stay(folder: Path) -> None:
    before = bytes_of(folder / "out")
    (folder / "in").rename(folder / "away")
    (folder / "other.txt").write_text(STORIES[4], encoding="utf-8")
    made = build([folder / "in", folder / "other.txt"], workers=1, reader="fast", archive=folder / "out")
    assert [read.page.name for read in made.corpus.pages] == ["a.txt", "b.txt", "c.txt", "other.txt"]
    assert len(made.stale) == 3
    assert bytes_of(folder / "out") == before


def test_remarks_on_a_file_name_the_path_it_has_now(folder: Path) -> None:
    (folder / "in" / "d.txt").write_bytes(STORIES[3].encode("gb18030") + b"\xff\xff")
    assert ["d.txt" in remark for remark in again(folder).remarks] == [True]
    (folder / "in" / "x").mkdir()
    (folder / "in" / "d.txt").rename(folder / "in" / "x" / "d.txt")
    made = again(folder)
    assert ["x/d.txt" in remark for remark in made.remarks] == [True]
    assert again(folder).remarks == made.remarks


def test_pages_read_in_several_processes_make_the_same_bytes(folder: Path) -> None:
    before = bytes_of(folder / "out")
    shutil.rmtree(folder / "out")
    build(folder / "in", workers=2, reader="fast", archive=folder / "out").save(folder / "out", FORMATS)
    assert bytes_of(folder / "out") == before
