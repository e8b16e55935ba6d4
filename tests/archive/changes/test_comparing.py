"""What is new between two stores, or two days of one, is told by evidence: added, strengthened, contradicted, retracted, renamed."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.archive.archive import Archive
from kg.archive.changes import Change, Changes, between, compare
from kg.archive.write import Sqlite
from kg.errors import KgError
from kg.model import Corpus
from tests.archive.changes.stores import (
    BUILDS,
    DENIED,
    MEETS,
    OTHER_SUM,
    POST,
    POST_AGAIN,
    as_another,
    corpus_of,
    opened,
    store,
)
from tests.export.pocket import seeds


def changes(old: Corpus, new: Corpus, folder: Path) -> Changes:
    with opened(old, folder, "old") as left, opened(new, folder, "new") as right:
        return compare(left, right)


def told(found: Changes) -> list[tuple[str, str, str, str]]:
    """Kind, subject, predicate, object or value of each change, sorted."""
    names = {id_: thing.name for id_, thing in found.facts.things.items()}
    return sorted(
        (c.kind, names[c.fact.subject], c.fact.predicate, c.fact.value or names[c.fact.object or ""])
        for about in found.by_thing.values()
        for c in about
    )


def only(found: Changes) -> Change:
    (about,) = found.by_thing.values()
    (change,) = about
    return change


def test_a_store_has_nothing_new_against_itself(tmp_path: Path) -> None:
    found = changes(seeds(), seeds(), tmp_path)
    assert (found.by_thing, found.identities, found.n_repeated, found.pages_added, found.pages_gone) == ({}, (), 0, (), ())


def test_what_no_page_said_is_added_with_its_quote_and_what_is_gone_retracted(tmp_path: Path) -> None:
    found = changes(corpus_of({0: POST}), corpus_of({1: BUILDS}), tmp_path)
    assert told(found) == [
        ("added", "壬公司", "undertakes", "庚项目"),
        ("added", "庚项目", "total_investment", "3亿元"),
        ("retracted", "丁一", "holds_post", "丙局"),
    ]
    quotes = {c.kind: c.fact.evidence.quote for about in found.by_thing.values() for c in about}
    assert quotes == {"added": BUILDS.text, "retracted": POST.text}
    assert (found.pages_added, found.pages_gone) == (("1.txt",), ("0.txt",))
    names = {id_: thing.name for id_, thing in found.facts.things.items()}
    assert {names[id_] for id_ in found.appeared} == {"壬公司", "庚项目"}
    assert {names[id_] for id_ in found.gone} == {"丁一"}


def test_an_independent_article_strengthens_and_its_loss_weakens(tmp_path: Path) -> None:
    once, twice = corpus_of({0: POST}), corpus_of({0: POST, 1: POST_AGAIN})
    (tmp_path / "back").mkdir()
    stronger, weaker = only(changes(once, twice, tmp_path)), only(changes(twice, once, tmp_path / "back"))
    assert (stronger.kind, stronger.before, stronger.now) == ("strengthened", 1, 2)
    assert ([f.evidence.quote for f in stronger.new], [f.evidence.quote for f in stronger.old]) == ([POST_AGAIN.text], [POST.text])
    assert (weaker.kind, weaker.before, weaker.now) == ("weakened", 2, 1)


def test_the_same_text_printed_again_is_no_news(tmp_path: Path) -> None:
    found = changes(corpus_of({0: POST}), corpus_of({0: POST, 1: POST}), tmp_path)
    assert (found.by_thing, found.n_repeated) == ({}, 1)


def test_what_cannot_hold_beside_it_contradicts(tmp_path: Path) -> None:
    change = only(changes(corpus_of({0: BUILDS}), corpus_of({0: BUILDS, 1: OTHER_SUM}), tmp_path))
    assert (change.kind, change.why, change.fact.value) == ("contradicted", "value", "9亿元")
    assert [fact.value for fact in change.against] == ["3亿元"]


def test_a_denial_contradicts_what_was_said(tmp_path: Path) -> None:
    change = only(changes(corpus_of({0: POST}), corpus_of({0: POST, 1: DENIED}), tmp_path))
    assert (change.kind, change.why, change.fact.evidence.quote) == ("contradicted", "denied", DENIED.text)
    assert [fact.evidence.quote for fact in change.against] == [POST.text]


def test_an_old_contradiction_is_not_told_again(tmp_path: Path) -> None:
    both = {0: BUILDS, 1: OTHER_SUM}
    assert told(changes(corpus_of(both), corpus_of({**both, 2: POST}), tmp_path)) == [("added", "丁一", "holds_post", "丙局")]


def test_a_thing_with_the_same_mentions_is_renamed_and_its_facts_stay(tmp_path: Path) -> None:
    old = corpus_of({0: BUILDS, 1: MEETS})
    found = changes(old, as_another(as_another(old, "壬公司", "壬集团"), "丁一", "丁一一"), tmp_path)
    assert found.by_thing == {}
    assert [(i.kind, i.old_name, i.new_name, i.shared, i.surface) for i in found.identities] == [
        ("renamed", "丁一", "丁一一", 1, "丁一"),
        ("renamed", "壬公司", "壬集团", 1, "壬公司"),
    ]


def test_an_id_that_another_thing_has_taken_does_not_make_it_the_same(tmp_path: Path) -> None:
    other = corpus_of({1: BUILDS})
    old = corpus_of({0: BUILDS})
    taken = as_another(old, "壬公司", "壬集团")
    new = Corpus(
        (*taken.pages, *other.pages),
        (*taken.readings, *other.readings),
        tuple(sorted((*taken.entities, *(e for e in other.entities if e.name == "壬公司")), key=lambda e: e.id)),
        {**other.entity_of, **taken.entity_of},
    )
    found = changes(old, new, tmp_path)
    assert [(i.kind, i.old_name, i.new_name) for i in found.identities] == [("renamed", "壬公司", "壬集团")]
    assert ("added", "壬公司", "undertakes", "庚项目") in told(found)
    assert not any(kind == "retracted" for kind, *_ in told(found))


def test_two_things_that_become_one_are_joined_and_one_that_becomes_two_is_split(tmp_path: Path) -> None:
    (tmp_path / "back").mkdir()
    one = corpus_of({0: BUILDS, 1: BUILDS, 2: BUILDS})
    two = as_another(one, "壬公司", "壬厂", {2})
    joined, split = changes(two, one, tmp_path), changes(one, two, tmp_path / "back")
    assert [(i.kind, i.old_name, i.new_name) for i in joined.identities] == [("joined", "壬厂", "壬公司")]
    assert [(i.kind, i.old_name, i.new_name) for i in split.identities] == [("split", "壬公司", "壬厂")]
    assert told(joined) == told(split) == []


def test_two_days_of_one_store_tell_what_was_printed_meanwhile(tmp_path: Path) -> None:
    days = {0: "2021-03-01", 1: "2021-03-05", 2: "2021-03-09", 3: None}
    path = store(corpus_of({0: POST, 1: POST_AGAIN, 2: BUILDS, 3: MEETS}, days), tmp_path, "kg")
    first, all_of_it = between(path, "2021-03-04", "2021-03-08"), between(path, "2021-03-04")
    assert told(first) == [("strengthened", "丁一", "holds_post", "丙局")]
    assert [kind for kind, *_ in told(all_of_it)] == ["added", "added", "strengthened"]
    assert all_of_it.printed is not None
    assert [(p.day, p.pages, p.later, p.undated) for p in all_of_it.printed] == [("2021-03-04", 1, 2, 1), ("9999", 3, 0, 1)]
    with Archive.open(path) as left, Archive.open(path) as right:
        assert compare(left, right).by_thing == {}


def test_days_of_one_store_tell_what_two_stores_of_those_days_tell(tmp_path: Path) -> None:
    days = {0: "2021-03-01", 1: "2021-03-05", 2: "2021-03-09", 3: "2021-03-09"}
    stories = {0: POST, 1: BUILDS, 2: OTHER_SUM, 3: MEETS}
    path = store(corpus_of(stories, days), tmp_path, "kg")
    by_day = between(path, "2021-03-06")
    by_store = changes(corpus_of({0: POST, 1: BUILDS}, days), corpus_of(stories, days), tmp_path)
    assert by_day.by_thing == by_store.by_thing
    assert by_day.appeared == by_store.appeared


def test_only_what_concerns_a_thing_can_be_asked_for(tmp_path: Path) -> None:
    found = changes(corpus_of({0: POST}), corpus_of({0: POST, 1: BUILDS, 2: MEETS}), tmp_path)
    (project,) = (id_ for id_, thing in found.facts.things.items() if thing.name == "庚项目")
    kept = [c.fact.predicate for about in found.about(project).values() for c in about]
    assert sorted(kept) == ["total_investment", "undertakes"]


@pytest.mark.parametrize("day", ["", "gestern", "2021-13", "2021-02-19x", "21-02-03"])
def test_what_is_no_day_is_refused(day: str, tmp_path: Path) -> None:
    path = tmp_path / "kg.sqlite"
    Sqlite().write(corpus_of({0: POST}), path)
    with pytest.raises(KgError, match="is no date; write it as 2021-02-19"):
        between(path, day)
