"""Nouns that open a unit's name and mean a body named before it."""

import pytest

from kg.names.heads import head_of_office, head_of_organ, is_head, opening_head


@pytest.mark.parametrize(
    ("name", "size", "ending"),
    [
        ("集团公司工会", 4, "集团有限公司"),
        ("分局教育处", 2, "分局"),
        ("我公司抢修队", 3, "公司"),
        ("本院刑一庭", 2, "院"),
        ("矿通风科", 1, "煤矿"),
    ],
)
def test_a_unit_opens_with_a_noun(name: str, size: int, ending: str) -> None:
    head = opening_head(name)
    assert head is not None
    assert head.size == size
    assert ending in head.endings


@pytest.mark.parametrize("name", ["集团公司", "集团有限公司", "院士工作站", "局域网中心", "总局管理局", "许州公司"])
def test_what_is_no_unit_of_another_has_none(name: str) -> None:
    assert opening_head(name) is None


def test_a_noun_alone_is_only_a_head() -> None:
    assert is_head("集团公司")
    assert is_head("该院")
    assert not is_head("院")


@pytest.mark.parametrize(("name", "size"), [("大队党委", 2), ("集团公司工会", 4), ("站党支部", 1), ("园区纪委", 2), ("分公司团支部", 3)])
def test_a_noun_and_an_organ_are_a_name(name: str, size: int) -> None:
    head = head_of_organ(name)
    assert head is not None
    assert head.size == size


@pytest.mark.parametrize("name", ["县党委", "大队党委书记", "大队董事会", "市委宣传部", "党委"])
def test_an_organ_of_what_is_no_noun_is_no_such_name(name: str) -> None:
    assert head_of_organ(name) is None


@pytest.mark.parametrize(("name", "size"), [("医院财务科", 2), ("厂办公室", 1), ("分公司生产部", 3), ("园区招商处", 2)])
def test_a_noun_and_an_office_are_a_name(name: str, size: int) -> None:
    head = head_of_office(name)
    assert head is not None
    assert head.size == size


@pytest.mark.parametrize("name", ["站前派出所", "所属车间办公室", "医院科", "医院门诊部大楼", "局财务科"])
def test_an_office_opens_with_no_noun_that_may_begin_another_word(name: str) -> None:
    assert head_of_office(name) is None


def test_what_only_an_organ_makes_a_head_opens_no_other_unit() -> None:
    assert opening_head("中心小学教务处") is None
    assert opening_head("医院路派出所") is None
    assert not is_head("该医院")
