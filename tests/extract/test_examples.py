"""The notation of rule examples."""

from __future__ import annotations

import pytest

from kg.extract.examples import Fact, draft_of, faults_of, made_by, read_facts
from kg.extract.rules import Rule, rulebook
from kg.proposals import read_drafts

CALLED_IN = next(rule for rule in rulebook() if rule.id == "oversees-called-in")


def rule(example: str, counter: str = "〔A市商务局〕开会。") -> Rule:
    return Rule(CALLED_IN.id, CALLED_IN.predicate, example, counter, 0.8)


def test_marks_become_mentions_and_the_text_has_none() -> None:
    made = draft_of("〔A〔Z高新区〕管委会〕到〔C甲公司〕。")
    assert made.text == "高新区管委会到甲公司。\n"
    assert [(m.surface, m.type, m.kind) for m in made.mentions] == [
        ("高新区管委会", "agency", "name"),
        ("高新区", "zone", "name"),
        ("甲公司", "company", "name"),
    ]


def test_what_stands_for_a_name_points_to_it_or_implies_it() -> None:
    name, anaphor, place = draft_of("〔C甲公司〕投产。〔C该公司=甲公司〕在〔L我市=青川市〕。").mentions
    assert (anaphor.kind, anaphor.antecedent) == ("anaphor", name.id)
    assert (place.kind, place.name) == ("implied", "青川市")


def test_a_name_may_say_whom_it_belongs_to() -> None:
    parent, unit = draft_of("〔C许州供电公司〕值守，〔C东坡班<许州供电公司〕巡视。").mentions
    assert unit.parent == parent.id


def test_what_the_page_says_stands_in_brackets_before_the_headline() -> None:
    article = draft_of("[city=青川市; date=2021-03-04] #甲公司投产¶昨日，〔C甲公司〕投产。").article
    assert (article.locality.city, article.date, article.headline) == ("青川市", "2021-03-04", "甲公司投产")
    assert [s.kind for s in article.sections] == ["headline", "body"]


@pytest.mark.parametrize(
    ("written", "facts"),
    [
        ("甲局 > 乙公司、丙公司", [Fact("甲局 > 乙公司"), Fact("甲局 > 丙公司")]),
        ("张立 > 市商务局 [title=局长, status=former]", [Fact("张立 > 市商务局", frozenset({("title", "局长"), ("status", "former")}))]),
        ("云溪工程.total_investment = 6亿元", [Fact("云溪工程.total_investment = 6亿元")]),
        ("meeting: host=甲局, attendee=张立、李明", [Fact("meeting: attendee=张立, attendee=李明, host=甲局")]),
    ],
)
def test_facts_are_read(written: str, facts: list[Fact]) -> None:
    assert read_facts(written) == facts


def test_a_mark_that_is_not_closed_is_no_example() -> None:
    with pytest.raises(ValueError, match="not closed"):
        draft_of("〔C甲公司投产。")


def test_only_the_facts_of_the_one_rule_count() -> None:
    text = "〔A市生态环境局〕约谈〔C甲公司〕。〔C甲公司〕与〔C乙公司〕签约。"
    assert [fact.said for fact in made_by(CALLED_IN, text, read_drafts)] == ["市生态环境局 > 甲公司"]


def test_an_example_that_holds_has_no_fault() -> None:
    assert faults_of(rule("〔A市生态环境局〕约谈〔C甲公司〕、〔C乙公司〕。 => 市生态环境局 > 甲公司、乙公司"), read_drafts) == []


@pytest.mark.parametrize(
    ("example", "counter", "fault"),
    [
        ("〔A甲局〕约见〔C甲公司〕。 => 甲局 > 甲公司", "〔A甲局〕开会。", "the example does not give 甲局 > 甲公司"),
        (
            "〔A甲局〕约谈〔C甲公司〕、〔C乙公司〕。 => 甲局 > 甲公司",
            "〔A甲局〕开会。",
            "the example also gives 甲局 > 乙公司 [status=stated]",
        ),
        (
            "〔A甲局〕约谈〔C甲公司〕。 => 甲局 > 甲公司 [status=planned]",
            "〔A甲局〕开会。",
            "the example does not give 甲局 > 甲公司 [status=planned]",
        ),
        (
            "〔A甲局〕约谈〔C甲公司〕。 => 甲局 > 甲公司",
            "〔A甲局〕督办〔C甲公司〕。",
            "the counter-example gives 甲局 > 甲公司 [status=stated]",
        ),
        ("〔A甲局〕开会。", "〔A甲局〕开会。", "the example says nothing that the rule gives"),
    ],
    ids=["does not fire", "gives more", "another status", "counter-example fires", "asks nothing"],
)
def test_an_example_that_does_not_hold_has_a_fault(example: str, counter: str, fault: str) -> None:
    assert fault in faults_of(rule(example, counter), read_drafts)
