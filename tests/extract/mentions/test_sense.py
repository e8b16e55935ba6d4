"""What no name is, however sure the network: each kind with a name that looks like it and is one."""

from __future__ import annotations

import pytest

from kg.extract.mentions.candidates import Candidate, made
from kg.extract.mentions.rules import LEARNED
from kg.extract.mentions.sense import sensible
from tests.extract import naming


def kept(text: str, *names: tuple[str, str]) -> list[str]:
    """What is left of names that the network reads in a text, as (surface, type)."""
    article = naming.tagged(text)
    found = [Candidate(text.index(s), text.index(s) + len(s), type_, LEARNED, 0.9) for s, type_ in names]
    return [text[c.start : c.end] for c in sensible(article, found)]


@pytest.mark.parametrize(
    ("text", "surface", "type_"),
    [
        ("朗川供电公司迅速集结抢修班赶到。", "朗川供电公司迅速集结抢修班", "company"),
        ("沧河水务局连夜召集排涝队。", "沧河水务局连夜召集排涝队", "agency"),
        ("他们坚持“你用电我用心”服务理念。", "“你用电我用心”服务理念", "programme"),
        ("会议研究了“十四五”规划。", "“十四五”规划", "programme"),
        ("市委市政府作了部署。", "市委市政府", "agency"),
        ("在沧项目专题会召开。", "沧项目", "project"),
        ("落实“产业兴市、工业强市、开放活市”战略。", "开放活市", "zone"),
    ],
)
def test_no_name(text: str, surface: str, type_: str) -> None:
    assert kept(text, (surface, type_)) == []


@pytest.mark.parametrize(
    ("surface", "type_"),
    [
        ("朗川主动脉研究所", "institution"),
        ("朗川供电公司抢修班", "company"),
        ("“沧河先锋”行动", "programme"),
        ("市委", "agency"),
        ("二期项目", "project"),
        ("沧河县“十四五”水利规划", "programme"),
    ],
)
def test_a_name_stays(surface: str, type_: str) -> None:
    assert kept(f"{surface}受到关注。", (surface, type_)) == [surface]


def test_a_reference_is_cut_off_the_unit_that_follows_it() -> None:
    assert kept("该局执法支队到场。", ("该局执法支队", "agency")) == ["执法支队"]
    assert kept("该校茶学系到场。", ("该校茶学系", "institution")) == ["茶学系"]
    assert kept("该局执法支队到场。", ("该局执法支队", "agency"), ("执法支队", "agency")) == ["执法支队"]


def test_a_document_is_one_name_under_its_whole_title() -> None:
    text = "下发了《沧河县法院关于开展护企专项行动实施意见》。"
    article = naming.tagged(text)
    document = made("programme-document", text.index("沧"), text.index("》"))
    inner = Candidate(text.index("护企"), text.index("》"), "programme", LEARNED, 0.9)
    body = Candidate(text.index("沧"), text.index("关于"), "agency", LEARNED, 0.9)
    assert [c.span for c in sensible(article, [document, inner, body])] == [document.span, body.span]
    assert [r.reason for r in article.draft.rejected] == ["a part of a document's title"]


def test_the_beginning_of_one_longer_name_is_no_name() -> None:
    firm = ("沧河建筑设计院有限公司", "company")
    assert kept("沧河建筑设计院有限公司中标。", firm, ("沧河建筑设计院", "institution")) == [firm[0]]
    court = ("沧河市第一中级人民法院", "agency")
    assert kept("沧河市第一中级人民法院开庭。", court, ("沧河市第一中", "institution")) == [court[0]]
    team = ("朗川供电公司抢修班", "company")
    assert kept("朗川供电公司抢修班到场。", team, ("朗川供电公司", "company")) == [team[0], "朗川供电公司"]


def test_half_a_partys_role_is_no_part_of_its_name() -> None:
    assert kept("原审被告都川建设有限公司上诉。", ("告都川建设有限公司", "company")) == ["都川建设有限公司"]


def test_the_mark_of_a_list_is_no_part_of_a_name() -> None:
    assert kept("②年产3万吨功能糖项目开工。", ("②年产3万吨功能糖项目", "project")) == ["年产3万吨功能糖项目"]


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("沧浔河采砂整治行动启动。", ("沧浔河", "place"), ("沧浔河采砂整治行动", "programme")),
        ("沧浔县业余体校招生。", ("沧浔县", "place"), ("沧浔县业余体校", "institution")),
        ("沧浔县第一小学运动场工程开工。", ("沧浔县第一小学", "institution"), ("沧浔县第一小学运动场工程", "project")),
        ("沧浔水厂项目（一期）开工。", ("沧浔水厂项目", "project"), ("沧浔水厂项目（一期）", "project")),
        ("沧浔高速公安局立案。", ("沧浔高速", "company"), ("沧浔高速公安局", "agency")),
    ],
)
def test_what_is_printed_only_inside_a_longer_name_is_a_part_of_it(text: str, part: tuple[str, str], whole: tuple[str, str]) -> None:
    assert kept(text, part, whole) == [whole[0]]


def test_a_name_that_is_printed_by_itself_too_stands_inside_a_longer_one() -> None:
    text = "沧浔河边，沧浔河采砂整治行动启动。"
    article = naming.tagged(text)
    spans = [(0, 3, "place"), (5, 8, "place"), (5, 14, "programme")]
    found = [Candidate(start, end, type_, LEARNED, 0.9) for start, end, type_ in spans]
    assert [c.span for c in sensible(article, found)] == [(0, 3), (5, 8), (5, 14)]


def test_the_body_of_a_unit_stands_inside_its_name() -> None:
    ward = ("沧浔大学附属医院", "institution")
    assert kept("沧浔大学附属医院搬迁。", ward, ("沧浔大学", "institution")) == [ward[0], "沧浔大学"]


def test_words_that_tell_how_often_are_no_person() -> None:
    assert kept("书记曾多次到场。", ("曾多次", "person")) == []
    assert kept("书记曾多福到场。", ("曾多福", "person")) == ["曾多福"]
    assert kept("三个项目陆续开工。", ("陆续", "person")) == []


def test_a_trade_in_a_body_that_a_closed_list_names_in_full_is_no_firm() -> None:
    body = made("institution-international", 0, 7)
    trade = Candidate(0, 5, "company", LEARNED, 0.9)
    assert list(sensible(naming.tagged("国际标准化组织来访。"), [body, trade])) == [body]


def test_a_committee_is_no_name_where_only_posts_of_nobody_begin_with_it() -> None:
    committee, person = ("市委", "agency"), ("令石岩", "person")
    assert kept("市委书记强调，市委副书记、市长和政协主席出席。", committee) == []
    assert kept("市委副书记、市长令石岩出席。", committee, person) == ["市委", "令石岩"]
    assert kept("市委常委、园区管委会第一主任令石岩出席。", committee, person) == ["市委", "令石岩"]
    assert kept("市委决定，市委书记到会。", committee) == ["市委"]


def test_a_zone_is_part_of_the_plan_that_begins_with_it() -> None:
    plan = ("高新技术产业园区国土空间规划方案", "programme")
    assert kept("会议研究高新技术产业园区国土空间规划方案。", ("高新技术产业园区", "zone"), plan) == [plan[0]]
    office = ("沧浔高新区应急管理局", "agency")
    assert kept("沧浔高新区应急管理局到场。", office, ("沧浔高新区", "zone")) == [office[0], "沧浔高新区"]


@pytest.mark.parametrize(
    ("text", "read", "found"),
    [
        ("加盟总部为为民药房有限公司。", "民药房有限公司", ["为民药房有限公司"]),
        ("加盟总部为民药房有限公司。", "民药房有限公司", ["民药房有限公司"]),
        ("撤回了对被告被单大王商行的起诉。", "单大王商行", ["被单大王商行"]),
        ("发行人即泰沧医疗有限公司。", "即泰沧医疗有限公司", ["泰沧医疗有限公司"]),
        ("货主即墨重工有限公司到场。", "即墨重工有限公司", ["即墨重工有限公司"]),
        ("宏沧安装队兼营五金配件。", "五金配件", []),
        ("宏沧安装队购买五金配件。", "五金配件", ["五金配件"]),
    ],
)
def test_a_firms_name_begins_where_it_begins(text: str, read: str, found: list[str]) -> None:
    assert kept(text, (read, "company")) == found


def test_an_aim_is_no_works() -> None:
    assert kept("双方联手拓展海外渠道。", ("拓展海外渠道", "project")) == []
    assert kept("扩大海外仓项目开工。", ("扩大海外仓项目", "project")) == ["扩大海外仓项目"]


@pytest.mark.parametrize(
    ("text", "read", "stands"),
    [
        ("前六期“百日攻坚”项目共计15个。", "前六期", ["前六期“百日攻坚”项目"]),
        ("第三批“智改数转”重点工程开工。", "第三批", ["第三批“智改数转”重点工程"]),
        ("首批“银龄助教”行动结束。", "首批", ["首批“银龄助教”行动"]),
        ("首批设备运到。", "首批", []),
        ("前三期已经投产。", "前三期", []),
        ("二期投产。", "二期", ["二期"]),
        ("第三期“沧河讲堂”活动举行。", "第三期", ["第三期"]),
    ],
)
def test_words_that_only_count_are_no_works(text: str, read: str, stands: list[str]) -> None:
    assert kept(text, (read, "project")) == stands
