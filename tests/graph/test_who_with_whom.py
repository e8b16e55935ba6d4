from __future__ import annotations

from kg.graph.facts import Facts
from kg.graph.who_with_whom import ACTORS, CROWD, who_with_whom
from tests.graph.small import Says, told
from tests.oracle import SEEDS, corpus

TYPES = {"丁一": "person", "戊二": "person", "庚项目": "project", "壬公司": "company", "癸公司": "company", "乙河市": "place"}


def told_ties(facts: Facts) -> list[tuple[str, str, list[str | None]]]:
    name = {t: thing.name for t, thing in facts.things.items()}
    return [(*sorted((name[t.a], name[t.b])), [name[v.through] if v.through else None for v in t.via]) for t in who_with_whom(facts)]


def test_two_companies_on_one_project_work_together_through_it():
    facts = Facts.of(
        told(
            TYPES,
            (
                Says("壬公司建庚项目。", (("壬公司", "undertakes", "庚项目"),)),
                Says("癸公司供庚项目。", (("癸公司", "supplies", "庚项目"),)),
            ),
        )
    )
    assert told_ties(facts) == [("壬公司", "癸公司", ["庚项目"])]


def test_a_stated_relation_weighs_more_than_a_shared_meeting():
    facts = Facts.of(
        told(
            TYPES,
            (
                Says("壬公司与癸公司合作。", (("壬公司", "cooperates_with", "癸公司"),)),
                Says("丁一会见戊二。", event=("talks", {"丁一": "host", "戊二": "guest"})),
            ),
        )
    )
    ties = who_with_whom(facts)
    assert told_ties(facts)[0] == ("壬公司", "癸公司", [None])
    assert ties[0].worth > ties[1].worth


def test_to_stand_in_one_city_ties_nobody():
    facts = Facts.of(
        told(
            TYPES,
            (
                Says("壬公司在乙河市。", (("壬公司", "located_in", "乙河市"),)),
                Says("癸公司在乙河市。", (("癸公司", "located_in", "乙河市"),)),
            ),
        )
    )
    assert who_with_whom(facts) == ()


def test_a_crowd_ties_nobody():
    people = {f"人{chr(0x4E00 + i)}": "person" for i in range(CROWD + 1)}
    facts = Facts.of(told(people, (Says("、".join(people) + "出席会议。", event=("meeting", dict.fromkeys(people, "attendee"))),)))
    assert who_with_whom(facts) == ()


def test_what_is_denied_ties_nobody():
    denied = Says("壬公司否认与癸公司合作。", (("壬公司", "cooperates_with", "癸公司"),), status="denied")
    assert who_with_whom(Facts.of(told(TYPES, (denied,)))) == ()


def test_only_actors_are_tied_and_every_tie_has_facts():
    facts = Facts.of(corpus(SEEDS))
    for tie in who_with_whom(facts):
        assert {facts.things[tie.a].type, facts.things[tie.b].type} <= set(ACTORS)
        assert all(via.facts for via in tie.via)
