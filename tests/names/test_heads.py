"""Nouns that open a unit's name and mean a body named before it."""

import pytest

from kg.names.heads import is_head, opening_head


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
