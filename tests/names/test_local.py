"""Short forms that only their article makes clear."""

import pytest

from kg.names.local import is_local_form

COMPANIES = [
    ("岭峰实业", "南川岭峰实业"),
    ("沂丰", "沂丰机床"),
    ("建达", "唐州建达轧钢"),
    ("岑埠锻压", "岑埠重型锻压"),
    ("八厂", "江油采气八厂"),
    ("川岭轴承", "日本川岭轴承株式会社"),
    ("永沂", "永沂智缝科技股份有限公司"),
    ("沂源公司", "岑屿沂源原油码头有限公司"),
]
PARTS = [
    ("岑江路桥", "岑江路桥一公司"),
    ("沂江水电", "沂江水电怒岑河分公司"),
    ("岑江乳业", "岑江乳业临沂分厂"),
    ("岑港集团", "岑港集团散粮码头公司"),
    ("沂丰", "沂丰机床测量班"),
    ("岑江移动", "岑江移动河南公司"),
    ("沂丰", "岑州路桥"),
    ("沂丰机床", "沂丰"),
]
AGENCIES = [("省市场监管局", "岑山省市场监管局"), ("水利厅", "省水利厅"), ("地委", "岑沂地委"), ("总工会", "岑湾市总工会")]
OTHERS = [("市委", "共青团岑湾市委"), ("宣传部", "市委宣传部"), ("财政局", "岑湾市公安局")]


@pytest.mark.parametrize(("short", "full"), COMPANIES)
def test_a_company_is_known_by_a_piece_of_its_name(short: str, full: str) -> None:
    assert is_local_form(short, full, "company")


@pytest.mark.parametrize(("short", "full"), PARTS)
def test_a_company_is_not_its_unit_nor_another(short: str, full: str) -> None:
    assert not is_local_form(short, full, "company")


@pytest.mark.parametrize(("short", "full"), AGENCIES)
def test_an_agency_is_known_without_its_place(short: str, full: str) -> None:
    assert is_local_form(short, full, "agency")


@pytest.mark.parametrize(("short", "full"), OTHERS)
def test_an_agency_is_no_part_of_another(short: str, full: str) -> None:
    assert not is_local_form(short, full, "agency")


def test_other_types_have_no_local_forms() -> None:
    assert not is_local_form("沂丰", "沂丰机床", "institution")
