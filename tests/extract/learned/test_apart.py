"""Ends that stand apart: in two items of a list, or where the subject's own clause says another place; each kind with what must stay."""

from __future__ import annotations

import pytest

from kg.extract.draft import Draft
from kg.extract.examples import draft_of
from kg.extract.learned.apart import is_of_another_item, is_seated_elsewhere, is_sold
from kg.model import Mention


def between(marked: str, one: str, other: str) -> tuple[Draft, Mention, Mention]:
    """Return a marked text's draft with the first mention of a surface and the last of another."""
    draft = draft_of(marked)
    return draft, next(m for m in draft.mentions if m.surface == one), [m for m in draft.mentions if m.surface == other][-1]


@pytest.mark.parametrize(
    ("predicate", "marked", "subject", "target"),
    [
        ("participates_in", "〔A县总工会〕开展〔G巧匠行动〕；委托〔I晨晖中心〕提供援助。", "晨晖中心", "巧匠行动"),
        ("located_in", "〔Z光电产业园〕占地800亩；〔Z食品产业园〕吸引〔C安麦隆公司〕入驻。", "安麦隆公司", "光电产业园"),
        ("invests_in", "〔C甲重工〕把股权转让给〔C通海集团〕；〔A县国资办〕参股〔C丁物流〕。", "通海集团", "丁物流"),
        ("supplies", "〔J沧河灌区〕分两标：渠首由〔C甲水利〕做；〔J干渠标段〕在建；设备由〔C泵厂〕供。", "泵厂", "干渠标段"),
        ("assists", "〔L沧河县〕缺水。〔L县里=沧河县〕成立了〔I用水协会〕。〔I测绘学院〕的师生绘出管网图。", "测绘学院", "用水协会"),
        ("assists", "〔L沧河县〕组建〔I创业中心〕。〔C乙公司〕培训了工人。", "乙公司", "创业中心"),
        ("participates_in", "〔A市残联〕将举办〔G招聘会〕；委托〔I同舟中心〕辅导家属。", "同舟中心", "招聘会"),
    ],
)
def test_what_one_item_tells_is_not_said_of_another(predicate: str, marked: str, subject: str, target: str) -> None:
    draft, one, other = between(marked, subject, target)
    assert is_of_another_item(draft, predicate, one, other)


@pytest.mark.parametrize(
    ("predicate", "marked", "subject", "target"),
    [
        ("cooperates_with", "〔C明达新材〕建设〔Z纤维园〕；又与〔I理工大学〕共建研究院。", "明达新材", "理工大学"),
        ("supplies", "项目：〔J水厂工程〕；招标人：〔A水利局〕；供应商：〔C泵厂〕。", "泵厂", "水厂工程"),
        ("undertakes", "〔J临河线〕设站21座；〔C场站公司〕为业主。", "场站公司", "临河线"),
        ("oversees", "〔A质监局〕点名：〔C甲乳业〕提前标日期；〔C乙乳业〕无证生产。", "质监局", "乙乳业"),
        ("participates_in", "〔C水利公司〕发布〔J枢纽工程〕评标结果：〔C甲水轮〕第一；〔C乙变压器〕投标。", "乙变压器", "枢纽工程"),
        ("undertakes", "〔C甲集团〕组建〔C冰花牧业〕；由〔C这家新公司=冰花牧业〕兴建〔J养殖园〕。", "冰花牧业", "养殖园"),
        ("recognised_by", "〔P米志〕被〔C甲集团〕授予奖章；〔C培训中心〕获组织奖。", "培训中心", "甲集团"),
        ("assists", "〔A沧河局〕支持〔I甲医院〕。〔C乙公司〕捐了呼吸机。", "乙公司", "甲医院"),
        ("assists", "〔I甲医院〕缺设备。〔C乙公司〕捐了呼吸机。", "乙公司", "甲医院"),
        ("participates_in", "〔A县总工会〕开展〔G巧匠行动〕，〔I晨晖中心〕承办；培训千人。", "晨晖中心", "巧匠行动"),
    ],
)
def test_what_the_list_is_about_goes_on(predicate: str, marked: str, subject: str, target: str) -> None:
    draft, one, other = between(marked, subject, target)
    assert not is_of_another_item(draft, predicate, one, other)


def seated(marked: str, firm: str, seat: str, other: str) -> bool:
    """Whether a firm that a rule has seated somewhere is elsewhere than at another place."""
    draft, one, place = between(marked, firm, seat)
    draft.claim(one, "located_in", place, [(one.start, one.end)], "a rule")
    return is_seated_elsewhere(draft, "located_in", one, next(m for m in draft.mentions if m.surface == other))


def test_a_seat_in_its_own_clause_is_the_only_one() -> None:
    text = "〔Z光电园〕占地800亩，建设中的〔Z食品园〕吸引〔C安麦隆公司〕入驻。"
    assert seated(text, "安麦隆公司", "食品园", "光电园")
    assert not seated(text, "安麦隆公司", "食品园", "食品园")
    assert not seated("〔C安麦隆公司〕位于〔L沧河县〕〔Z食品园〕。", "安麦隆公司", "食品园", "沧河县")
    draft, firm, zone = between(text, "安麦隆公司", "光电园")
    assert not is_seated_elsewhere(draft, "located_in", firm, zone)


@pytest.mark.parametrize(
    ("text", "amount", "is_given_away"),
    [
        ("甲公司将所持25%的股份作价8000万元转让给乙公司。", "25%", True),
        ("甲公司将持有的丙公司30%股权以1.2亿元出售。", "30%", True),
        ("甲公司拟把所持18%的股份，转让给乙基金。", "18%", True),
        ("甲公司持有丙公司30%股权。", "30%", False),
        ("甲公司投资2亿元，乙公司转让专利。", "2亿元", False),
        ("甲公司出资1.2亿元受让乙所持30%股权。", "1.2亿元", False),
    ],
)
def test_what_is_sold_is_no_investment(text: str, amount: str, is_given_away: bool) -> None:
    draft = draft_of(text)
    at = draft.text.index(amount)
    assert is_sold(draft, at, at + len(amount)) is is_given_away
