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
