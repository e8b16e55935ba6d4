"""Sentences as events need them: a person's titles are part of the person."""

from __future__ import annotations

from kg.extract.events.sentence import fold_sentence
from tests.extract.facts_of import draft_of

TEXT = "市委常委、副市长、〔A开发区管委会〕主任〔P佟书〕，〔A市水利局〕局长〔P栗原〕分别参加调研。"


def test_titles_are_folded_into_the_person_who_remembers_their_bodies() -> None:
    draft = draft_of(TEXT)
    sentence = fold_sentence(draft, draft.sentences[0])
    assert sentence.text == "Ⓟ，Ⓟ分别参加调研。"
    assert [[body.surface for body in party.bodies] for party in sentence.parties.values()] == [["开发区管委会"], ["市水利局"]]


def test_span_leads_back_to_the_article() -> None:
    draft = draft_of(TEXT)
    sentence = fold_sentence(draft, draft.sentences[0])
    start, end = sentence.span(2, 5)
    assert draft.text[start:end] == "市水利局局长栗原分别"


def test_list_mark_ends_no_clause() -> None:
    draft = draft_of("〔P佟书〕、〔P栗原〕到会，〔P秦望舒〕讲话。")
    sentence = fold_sentence(draft, draft.sentences[0])
    assert [sentence.text[start:end] for start, end in sentence.clauses()] == ["Ⓟ、Ⓟ到会", "Ⓟ讲话"]
