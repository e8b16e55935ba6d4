"""A clause and what its finders ask."""

from __future__ import annotations

import re

from kg.extract.events.clause import Clause
from kg.extract.events.event import Participant
from kg.extract.events.sentence import fold_sentence
from tests.extract.facts_of import draft_of


def clause_of(text: str, *, listed: tuple[int, ...] = ()) -> Clause:
    """Return the last clause of a sentence."""
    draft = draft_of(text)
    sentence = fold_sentence(draft, draft.sentences[0])
    start, end = sentence.clauses()[-1]
    return Clause(sentence, start, end, listed, sentence.span(min(listed, default=start), end))


def test_those_listed_before_are_subjects_too() -> None:
    clause = clause_of("〔P佟书〕，〔P栗原〕出席会议。", listed=(0,))
    assert [p.mentions[0].surface for p in clause.subjects(clause.sentence.text.index("出席"))] == ["佟书", "栗原"]


def test_evidence_is_the_clause_or_the_words_of_a_match() -> None:
    clause = clause_of("天气晴好，〔P佟书〕陪同〔P栗原〕检查。")
    match = clause.search(re.compile("陪同(?P<who>Ⓟ)"))
    assert match is not None
    text, who = clause.sentence.folded.draft.text, clause.mentions(match, "who")
    whole, words = clause.give(who, "attendee"), clause.give(who, "attendee", by=match)
    assert [text[slice(*found.range)] for found in (*whole, *words)] == ["佟书陪同栗原检查", "陪同栗原"]
    assert words == [Participant(who[0], "attendee", words[0].range)]


def test_search_stays_in_the_clause() -> None:
    clause = clause_of("〔P佟书〕检查，〔P栗原〕离开。")
    assert clause.search(re.compile("检查")) is None
    assert clause.text == "Ⓟ离开"
