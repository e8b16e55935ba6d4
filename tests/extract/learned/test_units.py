"""Whose a unit is that is printed without its body; the network here is a table (``test_facts``)."""

from __future__ import annotations

import pytest

from kg.extract.draft import Draft
from kg.extract.learned.facts import find_facts
from kg.extract.learned.units import is_bare
from tests.extract import naming
from tests.extract.learned.test_facts import Table, said

BARE = "保卫科 救护大队 职工培训学校 呼吸科 工会 纪委 第三工程处 公司第三工程处 医院呼吸二科 法院执行局 成本管理部 区住建局"
NOT_BARE = "朗垣生科 县公证处 铁道部 省总工会 冶金工业部 光子实验室 武警部队 沧河县纪委 朗川机械厂 沧河路派出所 综采二队"


@pytest.mark.parametrize("name", BARE.split())
def test_a_name_that_says_nothing_of_whose_it_is_is_bare(name: str) -> None:
    assert is_bare(name)


@pytest.mark.parametrize("name", NOT_BARE.split())
def test_a_name_with_a_place_a_brand_or_a_word_that_no_dictionary_has_is_not(name: str) -> None:
    assert not is_bare(name)


def read(text: str, names: dict[str, str], chances: dict[tuple[str, str], float], **locality: str) -> Draft:
    draft = naming.draft(text, **locality)
    for name, type_ in names.items():
        start = draft.text.index(name)
        draft.name(start, start + len(name), type_, "test")
    draft.sight = Table(draft.text, {}, {(unit, "part_of", body): chance for (unit, body), chance in chances.items()})
    find_facts(draft)
    return draft


TEXT = "朗川毛巾厂昨天被盗。顺河电器城报了警，财务科的门开着。"
NAMES = {"朗川毛巾厂": "company", "顺河电器城": "company", "财务科": "company"}


def test_of_all_bodies_the_most_probable_one_has_the_unit_and_completes_its_name() -> None:
    draft = read(TEXT, NAMES, {("财务科", "朗川毛巾厂"): 0.3, ("财务科", "顺河电器城"): 0.2})
    assert said(draft) == {("财务科", "part_of", "朗川毛巾厂")}
    unit = next(m for m in draft.mentions if m.surface == "财务科")
    assert draft.mention(unit.parent or "").surface == "朗川毛巾厂"


def test_a_unit_of_which_the_network_sees_no_body_has_none() -> None:
    assert said(read(TEXT, NAMES, {("财务科", "朗川毛巾厂"): 0.05})) == set()


def test_an_office_is_a_bodys_and_no_zones() -> None:
    names = {"沧河高新区": "zone", "财务科": "company"}
    assert said(read("沧河高新区昨天开会，财务科到场。", names, {("财务科", "沧河高新区"): 0.4})) == set()


def test_an_organ_of_the_district_is_no_zones() -> None:
    text, names = "沧河高新区昨天开会，区住建局到场。", {"沧河高新区": "zone", "区住建局": "agency"}
    chances = {("区住建局", "沧河高新区"): 0.4}
    assert said(read(text, names, chances)) == {("区住建局", "part_of", "沧河高新区")}
    assert said(read(text, names, chances, county="朗川区")) == set()
