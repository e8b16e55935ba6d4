import pytest

from kg.errors import NameLookupError
from kg.resolve.explain import explain
from tests.resolve.factory import link, reading

ONE = reading("河南沐岑电气股份有限公司开工，沐岑电气扩产。", ("河南沐岑电气股份有限公司", "company"), ("沐岑电气", "company"))
HERE = reading("市教育局公布。", ("市教育局", "agency"), city="大同市", page="2.txt")
THERE = reading("市教育局公布。", ("市教育局", "agency"), city="绵阳市", page="3.txt")


def test_joined_names_are_told_with_reason_and_quotes() -> None:
    told = "\n".join(explain(link(ONE), "沐岑电气", "河南沐岑电气股份有限公司"))
    assert told.startswith("ONE: 沐岑电气 and 河南沐岑电气股份有限公司 are 河南沐岑电气股份有限公司 (company")
    assert "沐岑电气 is a regular short form of 河南沐岑电气股份有限公司" in told
    assert "«…河南沐岑电气股份有限公司开工，[沐岑电气]扩产。…» 1.txt, article 1" in told


def test_namesakes_are_told_apart() -> None:
    told = explain(link(HERE, THERE), "市教育局", "市教育局")
    assert [line.split(":")[0] for line in told if not line.startswith(" ")] == ["ONE", "ONE", "TWO"]


def test_refused_short_form_is_told_with_its_rivals() -> None:
    made = reading(
        "安徽沐岑电缆有限公司与上海沐岑线缆有限公司签约，沐岑到场。",
        ("安徽沐岑电缆有限公司", "company"),
        ("上海沐岑线缆有限公司", "company"),
        ("沐岑", "company"),
    )
    told = "\n".join(explain(link(made), "沐岑", "安徽沐岑电缆有限公司"))
    assert told.startswith("TWO: ")
    assert "沐岑 may also stand for 上海沐岑线缆有限公司" in told


def test_sister_companies_are_told_apart_by_their_brand() -> None:
    companies = ("沐岑电气", "沐岑重工有限公司", "沐岑电缆有限公司")
    made = reading("沐岑电气与沐岑重工有限公司、沐岑电缆有限公司到会。", *((name, "company") for name in companies))
    told = [explain(link(made), one, "沐岑电缆有限公司")[-1].strip() for one in ("沐岑重工有限公司", "沐岑电气")]
    assert told == [
        "| one brand 沐岑, but both are registered names, and they differ",
        "| one brand 沐岑, but neither 沐岑电气 nor 沐岑电缆有限公司 is a regular form of the other",
    ]


def test_types_that_differ_are_never_compared() -> None:
    assert explain(link(ONE, HERE), "沐岑电气", "大同市教育局")[-1] == "  never compared: one is filed as company, the other as agency"


def test_unknown_name_offers_what_is_near() -> None:
    with pytest.raises(NameLookupError) as told:
        explain(link(ONE), "沐岑电器", "沐岑电气")
    assert told.value.candidates[0] == "沐岑电气"
