"""Relations: what several rules make of a sentence together (each rule alone: tests/extract/test_rule_examples.py)."""

from __future__ import annotations

import pytest

from kg.extract.examples import draft_of
from kg.extract.posts.find import find_posts
from kg.extract.relations.find import RULES, find_relations
from kg.extract.rules import Rule
from tests.extract.marked import facts, read, told


@pytest.mark.parametrize(
    "marked",
    [
        "〔C甲公司〕与〔C乙公司〕相距200米。",
        "〔C甲公司〕没有与〔C乙公司〕签约。",
        "针对“〔C甲店〕是〔C乙集团〕下属门店”的传闻，〔C乙集团〕予以否认。",
        "〔C甲公司〕从未委托〔C乙公司〕募集资金，双方不存在合作关系。",
        "〔J技改项目〕总投资1.2亿元，尚未开工。",
        "会议由〔A市商务局〕主持。",
        "〔P张立〕到〔C甲公司〕、〔C乙公司〕检查。",
        "〔P张立〕督导〔J地铁工程〕建设时提出要求。",
        "〔L许昌市〕、〔C甲公司〕受到关注。",
        "〔C甲公司〕产品销往〔L欧洲〕。",
        "了解“〔G名医进村工程〕”推进情况。",
    ],
    ids=[
        "distance",
        "negated",
        "denied",
        "never",
        "a project's sum is no investment",
        "a meeting",
        "a visit is an event",
        "so is a leader's inspection",
        "a list",
        "a market",
        "looked at",
    ],
)
def test_a_sentence_that_says_no_relation_gives_none(marked: str) -> None:
    assert facts(marked) == []


def test_plans_signatures_and_work_under_way_are_told_apart() -> None:
    made = read("〔C甲公司〕拟投资3亿元建设〔J一号项目〕。〔A县政府〕与〔C乙公司〕签订协议。〔Z开发区〕加快推进〔J二号项目〕。")
    assert {told(made, c): c.status for c in made.claims} == {
        "甲公司 invests_in 一号项目": "planned",
        "甲公司 undertakes 一号项目": "planned",
        "县政府 cooperates_with 乙公司": "signed",
        "开发区 undertakes 二号项目": "under_way",
    }


@pytest.mark.parametrize(
    ("marked", "qualifiers"),
    [
        ("〔C甲公司〕以3860万欧元收购〔C乙公司〕51%的股权。", {"amount": "3860万欧元"}),
        ("〔J石溪工程〕由〔C丙公司〕承建。", {"role": "contractor"}),
        ("〔C丁公司〕为〔J水厂工程〕提供超滤膜系统。", {"what": "超滤膜系统"}),
        ("〔C甲公司〕获评省级“专精特新”中小企业。", {"honour": "省级“专精特新”中小企业"}),
        ("〔A甲局〕与〔C乙公司〕签订投资协议。", {"what": "投资协议"}),
        ("〔A甲局〕与〔C乙公司〕定期会商对接机制。", {"what": "定期会商对接机制"}),
    ],
)
def test_qualifiers_are_as_printed(marked: str, qualifiers: dict[str, str]) -> None:
    assert [dict(c.qualifiers) for c in read(marked).claims] == [qualifiers]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_evidence_names_the_object_or_the_subject(rule: Rule) -> None:
    made = draft_of(rule.example.partition(" => ")[0])
    find_posts(made)
    find_relations(made)
    ends = {c: [made.mention(m).surface for m in (c.subject, c.object) if m] for c in made.claims}
    assert [told(made, c) for c, names in ends.items() if not any(name in c.evidence.quote for name in names)] == []


def test_the_organs_of_a_zones_own_page_are_part_of_it() -> None:
    assert facts("区领导〔P甲一〕及〔A区住建局〕、〔A财政局〕负责人参加调研。", zone="焦作市示范区") == [
        "甲一 holds_post 焦作市示范区",
        "区住建局 part_of 焦作市示范区",
        "财政局 part_of 焦作市示范区",
    ]


def test_a_passive_at_the_end_of_a_text_without_a_stop_is_read() -> None:
    made = read("〔J望川桥工程〕由〔C望川路桥〕和〔C青河建工〕合资的〔C望川大桥公司〕负责建设")
    assert "望川大桥公司 undertakes 望川桥工程" in [told(made, claim) for claim in made.claims]
