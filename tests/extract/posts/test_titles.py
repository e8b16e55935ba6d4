"""How a title is filed."""

from __future__ import annotations

import pytest

from kg.extract.posts.titles import is_above
from tests.extract.marked import posts


@pytest.mark.parametrize(
    ("marked", "title"),
    [
        ("〔A县委〕书记〔P甲一〕到会。", "县委书记"),
        ("〔A来安县委〕书记〔P甲一〕到会。", "县委书记"),
        ("〔A开发区管委会〕副主任〔P甲一〕到会。", "管委会副主任"),
        ("〔A市商务局〕局长〔P甲一〕到会。", "局长"),
        ("〔A市关工委〕主任〔P甲一〕到会。", "主任"),
        ("〔A村党支部〕书记〔P甲一〕说。", "村党支部书记"),
        ("〔I某大学〕党委书记〔P甲一〕说。", "党委书记"),
        ("〔C某供电公司〕系统运行管理专责〔P甲一〕说。", "系统运行管理专责"),
        ("〔A市经信委〕原副主任〔P甲一〕到会。", "原副主任"),
        ("〔C某矿业公司〕瓦斯检查员〔P甲一〕说。", "瓦斯检查员"),
    ],
    ids=[
        "bare committee",
        "named committee",
        "management committee",
        "bureau",
        "committee that is none",
        "village branch",
        "party secretary",
        "modifier",
        "former",
        "head in no list",
    ],
)
def test_a_title_is_filed_as_printed(marked: str, title: str) -> None:
    assert [row[1] for row in posts(marked)] == [title]


@pytest.mark.parametrize(
    ("title", "place", "above"),
    [
        ("驻村第一书记", "青石镇", True),
        ("村主任", "韩城街道", True),
        ("驻村第一书记", "东坪村", False),
        ("驻村第一书记", "东坪社区", False),
        ("书记", "青石镇", False),
    ],
)
def test_a_post_of_a_village_is_held_at_no_place_above_villages(title: str, place: str, above: bool) -> None:
    assert is_above(title, place) is above
