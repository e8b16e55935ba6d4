"""Bodies without a level."""

import pytest

from tests.extract.naming import names


def test_a_street_that_acts_is_a_body_and_one_that_lies_is_a_place() -> None:
    assert names("石井街道组建了3支志愿服务队。", "agency") == ["石井街道"]
    assert names("执法人员来到石井街道的超市检查。", "agency") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("云岭经开区管委会主任田立科、市政府秘书长江成参加会议。", ["云岭经开区管委会", "市政府"]),
        ("市委常委、统战部长陈立平出席。", ["市委", "统战部"]),
        ("云岭港口集团党委书记、董事长陈立平出席。", []),
        ("优秀村党支部书记受到表彰。", []),
    ],
    ids=["a name that ends like an office", "统战部长", "a post of the firm", "one of many"],
)
def test_bodies_in_posts(text: str, wanted: list[str]) -> None:
    assert names(text, "agency") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("禾山区政协委员、卫生局局长任立平到场。", ["禾山区政协", "卫生局"]),
        ("市长柏广宇带领科技局、行政审批局、招商中心等相关部门负责人考察。", ["科技局", "行政审批局", "招商中心"]),
        ("有关部门要强化服务管理，做好教育工作。", []),
    ],
    ids=["before its head's post", "in a list", "no office"],
)
def test_offices_without_a_level(text: str, wanted: list[str]) -> None:
    assert names(text, "agency") == wanted
