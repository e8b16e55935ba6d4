"""A mistyped name means the one that sounds the same or is all but the same; another person or number is never meant."""

from __future__ import annotations

import pytest

from kg.names.near import likeness, meant

NAMES = {
    "望川重工": "company",
    "望川机电": "company",
    "云岭青河第二污水处理厂": "facility",
    "第二冶炼厂": "company",
    "何昌庚": "person",
    "何昌耕": "person",
}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("望穿重工", "望川重工"),
        ("忘川机电", "望川机电"),
        ("望川重电", None),
        ("云岭清河第二污水处理", "云岭青河第二污水处理厂"),
        ("云岭青河二污水站", None),
        ("wangchuanjidain", "望川机电"),
        ("何昌羹", None),
        ("何庚", None),
        ("何品庚", None),
        ("第三冶炼厂", None),
        ("第二治炼厂", "第二冶炼厂"),
        ("wangchaun", None),
        ("", None),
    ],
    ids=[
        "one wrong",
        "a homophone",
        "two that are as near",
        "two of a long name",
        "three of a long name",
        "pinyin with letters changed",
        "namesakes in sound",
        "a character of two",
        "another person",
        "another number",
        "the number as printed",
        "part of two names in pinyin",
        "nothing",
    ],
)
def test_a_mistyped_name_means_the_one_that_is_nearest(typed: str, name: str | None) -> None:
    assert meant(typed, ((name, type_, name) for name, type_ in NAMES.items())) == name


def test_several_names_of_one_thing_are_no_doubt() -> None:
    assert meant("望穿重工", [("a", "company", "望川重工"), ("a", "company", "望串重工")]) == "a"
    assert meant("望穿重工", [("a", "company", "望川重工"), ("b", "company", "望串重工")]) is None


def test_likeness_is_a_percentage() -> None:
    assert likeness("望川", "望川") == 100
    assert likeness("望川", "青河") == 0
