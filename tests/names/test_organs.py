"""Organs that belong to a body named before them."""

import re

import pytest

from kg.names.organs import ANY, FIRM, agency, alternatives, in_titles, owners


def test_an_organ_is_a_committees_a_firms_or_any_bodys() -> None:
    assert (owners()["宣传部"], owners()["提案委"], owners()["董事会"], owners()["工会"]) == ("委", "政协", FIRM, ANY)


def test_the_organs_of_any_body_are_not_those_of_a_firm_alone() -> None:
    assert re.fullmatch(alternatives(ANY), "党总支")
    assert not re.fullmatch(alternatives(ANY), "监事会")
    assert re.fullmatch(alternatives(ANY, FIRM), "监事会")


@pytest.mark.parametrize(
    ("name", "is_agency"),
    [("甲公司工会", True), ("甲公司统战部", True), ("甲公司办公室", False), ("甲公司董事会", False), ("工会餐厅", False)],
)
def test_an_organ_is_an_agency_whosever_it_is(name: str, is_agency: bool) -> None:
    assert bool(agency().search(name)) is is_agency


@pytest.mark.parametrize(("organ", "is_titled"), [("政协", True), ("监委", True), ("党校", True), ("董事会", False), ("提案委", False)])
def test_a_title_names_the_organs_of_a_division(organ: str, is_titled: bool) -> None:
    assert bool(re.fullmatch(in_titles(), organ)) is is_titled
