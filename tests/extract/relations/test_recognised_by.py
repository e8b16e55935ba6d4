"""Honours: who holds them, how they are named."""

from __future__ import annotations

from tests.extract.marked import facts, read


def test_people_honoured_in_a_row_with_their_posts_are_all_honoured() -> None:
    found = facts("〔I甲学校〕教师〔P张一〕、〔I乙医院〕医生〔P李二〕被〔A市委〕评为“最美市民”。")
    assert [fact for fact in found if "recognised_by" in fact] == ["张一 recognised_by 市委", "李二 recognised_by 市委"]


def test_several_quoted_honours_are_several() -> None:
    made = read("〔C甲公司〕先后荣获“全国文明单位”“省级工人先锋号”等荣誉称号。")
    assert [c.qualifier("honour") for c in made.claims] == ["全国文明单位", "省级工人先锋号"]


def test_a_row_of_honours_with_the_givers_level_outside_the_marks_is_split() -> None:
    made = read("〔C甲公司〕先后获得“江北省文明行业”、全国“五一”劳动奖状、全国模范职工之家等荣誉称号。")
    assert [c.qualifier("honour") for c in made.claims] == ["江北省文明行业", "全国“五一”劳动奖状", "全国模范职工之家"]


def test_an_honour_of_a_firms_staff_or_product_is_not_the_firms() -> None:
    assert facts("〔C甲公司〕主要负责人被〔A市委〕授予个人二等功。〔C乙公司〕的产品荣获国家科技进步二等奖。") == []


def test_what_is_permitted_or_learned_is_no_honour() -> None:
    assert facts("〔C甲公司〕获准注册为地理标志商标。〔C乙公司〕获悉名单。") == []
    assert facts("〔C甲公司〕获先进单位称号。") == ["甲公司 recognised_by -"]
