"""Decisions about facts: right, wrong, other owner, other status."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.errors import DecisionError
from kg.model import Corpus
from kg.resolve.decide import dump_decision
from kg.resolve.decisions_file import load_decisions
from kg.resolve.review import questions
from tests.resolve.factory import draft, link

ROOT = Path(__file__).parents[2]


def said(tmp_path: Path, text: str) -> Corpus:
    made = draft("云溪水厂和禾晟建设占地420亩。", ("云溪水厂", "facility"), ("禾晟建设", "company"))
    made.claim(next(m for m in made.mentions if m.type == "facility"), "area", None, [(0, 15)], "test", value="420亩", confidence=0.6)
    file = tmp_path / "decisions.yaml"
    file.write_text(text, encoding="utf-8")
    return link(made.freeze(), decisions=load_decisions(file))


def told(corpus: Corpus) -> list[tuple[str, str, float]]:
    names = {entity.id: entity.name for entity in corpus.entities}
    return [(names[corpus.entity_of[c.subject]], c.status, c.confidence) for c in corpus.claims()]


@pytest.mark.parametrize(
    ("decision", "claims"),
    [
        ("right: 云溪水厂", [("云溪水厂", "stated", 1.0)]),
        ("wrong: 云溪水厂", []),
        ("{owner: 云溪水厂, to: 禾晟建设}", [("禾晟建设", "stated", 1.0)]),
        ("{status: 云溪水厂, to: planned}", [("云溪水厂", "planned", 1.0)]),
        ("wrong: 禾晟建设", [("云溪水厂", "stated", 0.6)]),
    ],
)
def test_a_rebuild_honours_what_was_decided_of_a_fact(tmp_path: Path, decision: str, claims: list[tuple[str, str, float]]) -> None:
    fields = "predicate: area, value: 420亩"
    row = decision[1:-1] if decision.startswith("{") else decision
    assert told(said(tmp_path, f"- {{{row}, {fields}}}")) == claims


def test_a_decision_on_a_fact_that_no_page_states_is_reported(tmp_path: Path) -> None:
    corpus = said(tmp_path, "- {wrong: 云溪水厂, predicate: area, value: 999亩}")
    assert [(r.what, r.reason) for r in corpus.rejected] == [("decision", "no page says this of them any more")]


def met(tmp_path: Path, text: str) -> Corpus:
    made = draft("贺长庚到云溪水厂督导。次日，贺长庚到云溪水厂慰问。", ("贺长庚", "person"), ("云溪水厂", "facility"))
    person, plant = (next(m for m in made.mentions if m.type == type_) for type_ in ("person", "facility"))
    for span, confidence in (((0, 10), 0.6), ((11, 23), 0.95)):
        made.event("inspection", "督导", [(person, "inspector"), (plant, "target")], [span], "test", confidence=confidence)
    file = tmp_path / "decisions.yaml"
    file.write_text(text, encoding="utf-8")
    return link(made.freeze(), decisions=load_decisions(file))


@pytest.mark.parametrize(
    ("decision", "confidences"),
    [
        ("{wrong: 云溪水厂, predicate: inspection, value: 到云溪水厂督导}", [0.95]),
        ("{right: 贺长庚, predicate: inspection, value: 到云溪水厂督导}", [1.0, 0.95]),
        ("{wrong: 贺长庚, predicate: inspection}", []),
        ("{wrong: 贺长庚, predicate: talks}", [0.6, 0.95]),
        ("{wrong: 禾晟建设, predicate: inspection}", [0.6, 0.95]),
    ],
    ids=["wrong", "right", "all of a kind", "another kind", "takes no part"],
)
def test_a_rebuild_honours_what_was_decided_of_an_event(tmp_path: Path, decision: str, confidences: list[float]) -> None:
    assert [event.confidence for event in met(tmp_path, f"- {decision}").events()] == confidences


def test_an_event_has_no_other_owner(tmp_path: Path) -> None:
    with pytest.raises(DecisionError, match="line 1"):
        met(tmp_path, "- {owner: 云溪水厂, predicate: inspection, to: 贺长庚}")


def test_review_asks_of_a_doubtful_event_until_it_is_answered(tmp_path: Path) -> None:
    corpus = met(tmp_path, "")
    (asked,) = [q for q in questions(corpus) if q.text.startswith("Did it happen")]
    assert asked.text == "Did it happen: inspection 贺长庚 (inspector), 云溪水厂 (target)?"
    file = tmp_path / "answered.yaml"
    file.write_text(dump_decision(asked.no), encoding="utf-8")
    assert [q for q in questions(corpus, load_decisions(file)) if q.text.startswith("Did it happen")] == []
    assert [event.confidence for event in met(tmp_path, file.read_text(encoding="utf-8")).events()] == [0.95]


@pytest.mark.parametrize(
    "text", ["- wrong: 云溪水厂", "- {status: 云溪水厂, predicate: area, to: no}", "- {reject: 云溪水厂, predicate: area}"]
)
def test_a_decision_that_says_too_little_or_too_much_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(DecisionError, match="line 1"):
        said(tmp_path, text)


def test_review_asks_of_a_doubtful_fact_until_it_is_answered(tmp_path: Path) -> None:
    corpus = said(tmp_path, "")
    (asked,) = [q for q in questions(corpus) if "420亩" in q.text]
    file = tmp_path / "answered.yaml"
    file.write_text(dump_decision(asked.no), encoding="utf-8")
    assert [q for q in questions(corpus, load_decisions(file)) if "420亩" in q.text] == []


def test_the_examples_of_the_manual_are_read(tmp_path: Path) -> None:
    examples = "".join(re.findall(r"```yaml\n(.*?)```", (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8"), re.S))
    file = tmp_path / "decisions.yaml"
    file.write_text(examples, encoding="utf-8")
    assert len(load_decisions(file).items) == 10
