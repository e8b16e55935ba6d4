"""Second opinions: asked of others without the answer, the last of one person counts, and agreement is measured."""

from __future__ import annotations

import pytest

from kg.errors import DecisionError
from kg.resolve.decisions_file import load_decisions
from kg.serve.changes.judging import Reviewer, key_of
from kg.serve.changes.opinions import kappa
from kg.serve.workspace import Workspace
from tests.export.pocket import pocket
from tests.serve.conftest import write


@pytest.fixture
def reviewer(pocket_folder, tmp_path):
    return Reviewer(Workspace(pocket_folder), tmp_path / "decisions.yaml")


def test_what_one_decided_is_asked_of_others_and_decides_nothing_more(reviewer):
    first, second = reviewer.open_questions()[:2]
    reviewer.answer(key_of(first), "yes", "甲")
    reviewer.answer(key_of(second), "no", "甲")
    decided = load_decisions(reviewer.path).items
    assert reviewer.opinions.to_second("甲") == []
    asked = reviewer.opinions.to_second("乙")
    assert [one.key for one in asked] == [key_of(first), key_of(second)]
    assert asked[0].quotes == first.quotes
    reviewer.second(key_of(first), "yes", "乙")
    reviewer.second(key_of(second), "yes", "乙")
    assert load_decisions(reviewer.path).items == decided
    (agreement,) = reviewer.opinions.agreements()
    assert (agreement.first, agreement.second, agreement.both, agreement.same) == ("乙", "甲", 2, 1)
    with pytest.raises(DecisionError, match="no such question"):
        reviewer.second(key_of(first), "no", "乙")


def test_an_answer_taken_back_is_no_opinion_any_more(reviewer):
    question = reviewer.open_questions()[0]
    reviewer.answer(key_of(question), "yes", "甲")
    reviewer.undo("甲")
    assert reviewer.opinions.to_second("乙") == []


def test_a_line_that_is_no_opinion_is_told(reviewer):
    reviewer.opinions.path.write_text("{}\n", encoding="utf-8")
    with pytest.raises(DecisionError, match="line 1"):
        reviewer.opinions.last()


@pytest.mark.parametrize(
    ("pairs", "value"),
    [
        ([("yes", "yes"), ("no", "no")], 1.0),
        ([("yes", "no"), ("no", "yes")], -1.0),
        ([("yes", "yes"), ("yes", "yes")], None),
        ([("yes", "yes"), ("yes", "no"), ("no", "no"), ("no", "no")], 0.5),
    ],
)
def test_kappa_is_agreement_beyond_chance(pairs, value):
    assert kappa(pairs) == value


def test_the_page_of_second_opinions_asks_and_counts(client_of, tmp_path):
    client = client_of(write(tmp_path, pocket()), decisions=tmp_path / "decisions.yaml")  # a decision writes the folder anew
    key = client.get("/review").text.partition('name="key" value="')[2].partition('"')[0]
    assert client.post("/review", data={"key": key, "answer": "yes", "who": "甲"}).status_code == 303
    client.post("/review/second", data={"answer": "who", "who": "乙"})
    assert key in client.get("/review/second").text
    assert client.post("/review/second", data={"key": key, "answer": "no", "who": "乙"}).status_code == 303
    assert "<td>乙</td><td>甲</td><td>1</td><td>0</td>" in client.get("/review/second").text
    assert client.post("/review/second", data={"key": key, "answer": "no", "who": "乙"}).status_code == 422
