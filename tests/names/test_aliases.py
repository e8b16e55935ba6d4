import re

import pytest

from kg.names.aliases import STATED, stated


@pytest.mark.parametrize(
    ("bracket", "short"),
    [
        ("（以下简称“开发区”）", "开发区"),
        ("（以下统一简称为云开区）", "云开区"),
        ("(下称：恒拓集团)", "恒拓集团"),
        ("（HT，以下简称恒拓）", "恒拓"),
    ],
    ids=["quoted", "uniformly", "half-width", "after an aside"],
)
def test_a_stated_short_name_is_read(bracket: str, short: str) -> None:
    match = STATED.fullmatch(bracket)

    assert match
    assert match["short"] == short


@pytest.mark.parametrize("bracket", ["（左二）", "（以下简称）", "（以下简称甲、乙，见下表）"])
def test_another_bracket_states_nothing(bracket: str) -> None:
    assert not STATED.fullmatch(bracket)


def test_only_the_short_names_asked_for_are_found() -> None:
    assert not re.search(stated("开发区"), "（以下简称高新区）")
