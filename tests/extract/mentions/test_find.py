from collections.abc import Callable
from typing import Any

import pytest

from kg.extract.draft import Draft
from kg.extract.mentions import find
from tests.extract.naming import mention, names, read


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("该工程由云岭恒拓电力建设有限公司施工、西南度测工程监理有限公司监理。", ["云岭恒拓电力建设有限公司", "西南度测工程监理有限公司"]),
        ("去年它曾为其全资子公司云岭恒拓检测有限公司供货。", ["云岭恒拓检测有限公司"]),
        ("记者从市公交公司获悉，市供电公司已派人到场。", ["市公交公司", "市供电公司"]),
        ("全市70余家企业和3家上市公司参加，该公司没有到场。", []),
        ("同批入驻的还有恒岭铸材（云岭）科技有限公司。", ["恒岭铸材（云岭）科技有限公司"]),
    ],
    ids=["two in a list", "after a subsidiary", "the city's own", "counts are none", "a place in brackets"],
)
def test_companies_have_right_bounds(text: str, wanted: list[str]) -> None:
    assert names(text, "company") == wanted


def test_short_names_come_from_the_full_name_on_the_page() -> None:
    one, two = read("荆门恒拓精密铸造有限公司昨日投产。", "恒拓铸造今年已实现产值3亿元，恒拓精密铸造还将扩产。")

    assert [m.surface for m in one.mentions if m.type == "company"] == ["荆门恒拓精密铸造有限公司"]
    assert [m.surface for m in two.mentions if m.type == "company"] == ["恒拓铸造", "恒拓精密铸造"]


def test_a_stated_short_name_is_found_again() -> None:
    text = "云岭市恒泽果蔬专业合作社（以下简称合作社）成立。今年合作社又增收了。"

    assert names(text, "company") == ["云岭市恒泽果蔬专业合作社", "合作社"]


def test_a_unit_names_its_company() -> None:
    made = read("在云岭供电公司石桥运维班，值班员正在巡视。")[0]

    assert made.mention(mention(made, "云岭供电公司石桥运维班").parent or "").surface == "云岭供电公司"


def test_a_short_name_inside_its_own_full_name_is_no_name() -> None:
    assert names("云岭恒拓电气股份有限公司发布公告。", "company") == ["云岭恒拓电气股份有限公司"]


def test_lists_before_a_count_of_companies_are_companies() -> None:
    assert "恒拓达" in names("对云岭恒拓电力有限公司、恒拓达、隆远达等3家企业进行检查。", "company")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("云岭工业大学机械学院与市机械工程学会共建实验室。", ["云岭工业大学", "云岭工业大学机械学院", "市机械工程学会"]),
        ("区中医医院去年接诊3万人次，全区已有18个村卫生室挂牌。", ["区中医医院"]),
        ("双方共建的特种线缆联合实验室揭牌。", ["特种线缆联合实验室"]),
    ],
    ids=["a faculty and its university", "a district's hospital, not a count", "a founded laboratory"],
)
def test_institutions(text: str, wanted: list[str]) -> None:
    assert sorted(names(text, "institution")) == sorted(wanted)


def test_offsets_slice_the_surface() -> None:
    made = read("市委书记陈立平到云岭高新区调研，市政府秘书长周文远参加。")[0]

    assert all(made.text[m.start : m.end] == m.surface for m in made.mentions)


def test_the_same_page_gives_the_same_names() -> None:
    text = "市委书记陈立平到云岭高新区和云岭恒拓电力有限公司调研“暖企惠民”专项行动。"

    assert read(text)[0].mentions == read(text)[0].mentions


def test_what_the_tagger_proposes_alone_is_refused_by_name() -> None:
    made = read("本报讯（记者陈立平）昨日下雨。")[0]

    assert [(r.surface, r.reason) for r in made.rejected] == [("陈立平", "stands in a credit")]


def test_no_name_runs_over_the_end_of_a_paragraph() -> None:
    (made,) = read("总投资3亿元日增供水8万吨\n云岭水厂二期扩建工程昨日开工。")

    assert [m.surface for m in made.mentions if m.type == "project"] == ["云岭水厂二期扩建工程"]
    assert not [m for m in made.mentions if "\n" in m.surface]


def test_a_quotation_mark_that_nothing_closes_is_no_part_of_a_name() -> None:
    found = names("市司法局与市工商联开展了“律所＋商会企业合规护航行动”，受到好评。", "programme")

    assert found
    assert not [name for name in found if ("“" in name) != ("”" in name)]


PAGE = (
    "云岭市水务局局长陈望山到云岭高新区青河水务有限公司调研“暖企惠民”专项行动，并看望云岭供电公司石桥运维班。",
    "青河水务投资3.2亿元的青河二水厂二期扩建工程开工，陈望山参加。高新区管委会与云岭工业大学机械学院派人到场。",
)
INNER = (
    "find_agencies",
    "find_units",
    "find_bare_units",
    "find_faculties",
    "find_projects",
    "find_people",
    "recall",
    "recall_companies",
    "find_bare",
    "shared",
    "shared_companies",
)
"""The finders that ``find_names`` calls with what is known before."""


def as_if(monkeypatch: pytest.MonkeyPatch, finder: Callable[..., Any], *, instead: Callable[..., Any]) -> list[Draft]:
    """The page read with another function in a finder's place."""
    with monkeypatch.context() as patched:
        patched.setattr(find, "FIRST", tuple(instead if one is finder else one for one in find.FIRST))
        if finder not in find.FIRST:
            patched.setattr(find, finder.__name__, instead)
        patched.delenv("KG_DEBUG")
        return read(*PAGE)


def stumble(*_: object) -> list[Any]:
    raise ZeroDivisionError("two by nothing")


@pytest.mark.parametrize("finder", [*find.FIRST, *(getattr(find, name) for name in INNER)], ids=lambda finder: finder.__name__)
def test_a_finder_that_raises_is_as_one_that_finds_nothing(finder: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    made = as_if(monkeypatch, finder, instead=stumble)
    blind = as_if(monkeypatch, finder, instead=lambda *_: [])
    assert [draft.mentions for draft in made] == [draft.mentions for draft in blind]
    assert [[fault.reason for fault in draft.faults] for draft in made] == [["ZeroDivisionError: two by nothing"]] * 2


@pytest.mark.parametrize("step", ["choose", "complete", "settle", "refuse", "set_parents"])
def test_a_step_that_raises_on_an_article_costs_the_others_nothing(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    done = getattr(find, step)
    monkeypatch.setattr(find, step, lambda article, *rest: stumble() if "调研" in article.text else done(article, *rest))
    monkeypatch.delenv("KG_DEBUG")
    one, other = read(*PAGE)
    assert (len(one.faults), other.faults) == (1, [])
    assert "青河二水厂二期扩建工程" in {m.surface for m in other.mentions}


@pytest.mark.parametrize(
    ("text", "type_", "found"),
    [
        ("青河市第3中学校长王立到会。", "institution", ["青河市第3中学"]),
        ("第十二小学校长王立和青河大学校长李长河到会。", "institution", ["第十二小学", "青河大学"]),
        ("青河市第二小学校校长王立到会。", "institution", ["青河市第二小学校"]),
        ("中铁11局承建青河大桥。", "company", ["中铁11局"]),
        ("王立拟任青河市教育局党组书记。", "agency", ["青河市教育局"]),
        ("王立现任县教育局局长，李长河到任县考察。", "place", ["任县"]),
    ],
)
def test_a_name_ends_before_a_head_and_begins_after_a_verb_of_office(text: str, type_: str, found: list[str]) -> None:
    assert names(text, type_) == found
