"""The review: answers go to the file, once each, by many at a time, and can be taken back."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from kg import ontology
from kg.errors import DecisionError
from kg.resolve.decisions_file import load_decisions
from kg.serve.changes.judging import Reviewer, is_about_fact, key_of
from kg.serve.workspace import Workspace


@pytest.fixture
def reviewer(pocket_folder, tmp_path):
    return Reviewer(Workspace(pocket_folder), tmp_path / "decisions.yaml")


def facts(reviewer):
    return [question for question in reviewer.open_questions() if is_about_fact(question)]


def test_an_answer_is_written_with_name_and_day_and_its_question_is_asked_no_more(reviewer):
    question = reviewer.open_questions()[0]
    made = reviewer.answer(key_of(question), "yes", "王编辑")
    assert load_decisions(reviewer.path).items == (made,)
    assert (made.who, len(made.when)) == ("王编辑", 10)
    assert key_of(question) not in map(key_of, reviewer.open_questions())
    with pytest.raises(DecisionError, match="answered already"):
        reviewer.answer(key_of(question), "no", "李编辑")


def test_an_answer_taken_back_leaves_the_file_as_it_was(reviewer):
    reviewer.path.write_text("# ours\n- rename: 甲\n  to: 乙\n", encoding="utf-8")
    before = reviewer.path.read_text(encoding="utf-8")
    question = reviewer.open_questions()[0]
    reviewer.answer(key_of(question), "no", "王编辑")
    with pytest.raises(DecisionError, match="no answer of yours"):
        reviewer.undo("李编辑")
    reviewer.undo("王编辑")
    assert reviewer.path.read_text(encoding="utf-8") == before
    assert key_of(question) in map(key_of, reviewer.open_questions())


def test_a_fact_may_be_anothers_or_of_another_status(reviewer):
    key = key_of(facts(reviewer)[0])
    for answer, to, word in (("owner", "", "say what"), ("status", "maybe", "the statuses are"), ("perhaps", "x", "no answer")):
        with pytest.raises(DecisionError, match=word):
            reviewer.answer(key, answer, "", to)
    assert reviewer.answer(key, "owner", "", "贺清").to == "贺清"


def test_every_question_can_be_asked_in_chinese_and_an_event_is_right_or_wrong(reviewer):
    asked = reviewer.open_questions()
    assert all(question.text_zh.endswith("？") for question in asked)
    assert [q.text_zh for q in asked if q.yes.predicate and q.yes.predicate in q.text_zh] == []
    events = [question for question in asked if question.yes.predicate in ontology.load().event_kinds]
    assert events
    with pytest.raises(DecisionError, match="no answer"):
        reviewer.answer(key_of(events[0]), "owner", "", "贺清")
    assert reviewer.answer(key_of(events[0]), "no", "").kind == "wrong"


def test_many_who_answer_at_once_lose_no_decision(reviewer):
    keys = [key_of(question) for question in reviewer.open_questions()]
    assert len(keys) >= 2
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda pair: reviewer.answer(pair[1], "yes", f"人{pair[0]}"), enumerate(keys)))
    assert {str(decision) for decision in load_decisions(reviewer.path).items} == {str(decision) for decision in made}
