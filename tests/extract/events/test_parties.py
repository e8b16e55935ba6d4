"""Who stands where in a clause."""

from __future__ import annotations

import pytest

from kg.extract.events.parties import is_list, mentions, place_of, sentence_subjects, sites, subjects
from kg.extract.events.sentence import EventSentence, fold_sentence
from tests.extract.facts_of import draft_of


def folded(text: str) -> EventSentence:
    draft = draft_of(text)
    return fold_sentence(draft, draft.sentences[0])


@pytest.mark.parametrize(
    ("clause", "expected"),
    [("Ⓟ、Ⓟ", True), ("Ⓟ及Ⓐ主要负责人", True), ("Ⓟ出席会议", False), ("到Ⓒ", False), ("开发区主任周远航", True)],
)
def test_list_only_names_people_and_bodies(clause: str, expected: bool) -> None:
    assert is_list(clause) is expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("〔P佟书〕到〔C禾晟机械〕检查。", "检查", ["佟书"]),
        ("〔P佟书〕与〔P栗原〕检查。", "检查", ["佟书", "栗原"]),
        ("在〔Z青桐开发区〕，〔P佟书〕检查。", "检查", ["佟书"]),
        ("为〔C禾晟机械〕检查。", "检查", []),
    ],
)
def test_subjects_are_not_those_after_a_preposition(text: str, verb: str, expected: list[str]) -> None:
    sentence = folded(text)
    assert [m.surface for m in mentions(subjects(sentence, 0, sentence.text.index(verb)))] == expected


def test_who_accompanies_is_no_subject_of_what_follows() -> None:
    sentence = folded("〔P秦望舒〕一行在〔P佟书〕，〔P栗原〕的陪同下，对〔C禾晟机械〕检查。")
    assert [m.surface for m in mentions(sentence_subjects(sentence, sentence.text.index("对")))] == ["秦望舒"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("〔Z青桐开发区〕的〔F云溪大桥〕", ["云溪大桥"]),
        ("〔Z青桐开发区〕、〔F云溪大桥〕", ["青桐开发区", "云溪大桥"]),
        ("〔C禾晟机械〕，受到〔A市水利局〕的接待", ["禾晟机械"]),
    ],
)
def test_place_that_describes_and_who_thanks_are_no_sites(text: str, expected: list[str]) -> None:
    sentence = folded(text)
    assert [m.surface for m in mentions(sites(sentence, 0, len(sentence.text)))] == expected


def test_place_of_an_event_is_printed_as_one() -> None:
    sentence = folded("仪式在〔Z青桐开发区〕举行，〔C禾晟机械〕开工。")
    place = place_of(sentence, 0, len(sentence.text))
    assert place is not None
    assert place.surface == "青桐开发区"
