from __future__ import annotations

import pytest

from kg.errors import NameLookupError
from kg.graph.facts import Facts
from kg.graph.query import find, neighbours, paths
from tests.graph.small import Says, told

TYPES = {"甲山电气有限公司": "company", "乙河市": "place", "乙河市甲山项目": "project", "丁一": "person", "丙局": "agency"}
FACTS = Facts.of(
    told(
        TYPES,
        (
            Says("甲山电气有限公司建设乙河市甲山项目。", (("甲山电气有限公司", "undertakes", "乙河市甲山项目"),)),
            Says("丁一任职丙局。", (("丁一", "holds_post", "丙局"),)),
            Says("丙局监管甲山电气有限公司。", (("丙局", "oversees", "甲山电气有限公司"),)),
        ),
    )
)


@pytest.mark.parametrize(
    ("typed", "name"),
    [("丙局", "丙局"), ("电气", "甲山电气有限公司"), (" 丁 一 ", "丁一"), ("山项目", "乙河市甲山项目")],
    ids=["whole", "part", "with spaces", "end"],
)
def test_a_name_is_found_by(typed, name):
    assert find(FACTS, typed).name == name


def test_a_thing_is_found_by_its_id():
    assert find(FACTS, find(FACTS, "丙局").id).name == "丙局"


def test_of_names_that_hold_it_the_only_one_that_ends_in_it_is_meant():
    facts = Facts.of(told({"某河开发区": "zone", "某河开发区管委会": "agency"}, (Says("某河开发区管委会在某河开发区。"),)))
    assert find(facts, "河开发区").name == "某河开发区"


def test_an_ambiguous_name_lists_what_it_may_mean():
    with pytest.raises(NameLookupError, match="2 things have this name") as error:
        find(FACTS, "甲山")
    assert error.value.candidates == ("乙河市甲山项目", "甲山电气有限公司")


def test_an_unknown_name_lists_what_is_near():
    with pytest.raises(NameLookupError, match="not a name on these pages") as error:
        find(FACTS, "甲水电器有限公司")
    assert error.value.candidates == ("甲山电气有限公司",)


def test_namesakes_are_told_apart_by_id():
    facts = Facts.of(told({"高新区": "zone", "高新区站": "facility"}, (Says("高新区与高新区站。"),)))
    assert find(facts, "高新区").type == "zone"


def test_neighbours_come_with_their_facts():
    found = neighbours(FACTS, "丙局")
    assert [(n.thing.name, [f.predicate for f in n.facts]) for n in found] == [("丁一", ["holds_post"]), ("甲山电气有限公司", ["oversees"])]


def test_paths_are_asked_by_name():
    (path,) = paths(FACTS, "丁一", "甲山项目")
    assert [FACTS.things[t].name for t in path.things] == ["丁一", "丙局", "甲山电气有限公司", "乙河市甲山项目"]


def test_things_that_nothing_ties_have_no_path():
    facts = Facts.of(told({"丁一": "person", "丙局": "agency"}, (Says("丁一见丙局。"),)))
    assert paths(facts, "丁一", "丙局") == ()
