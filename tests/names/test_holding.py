import pytest

from bench import cases
from kg.names.holding import FEW, Holding
from kg.names.short import is_short_form
from tests.names.test_short import SAME

STRANGERS = {
    "company": [f"安陵{brand}机械有限公司" for brand in "丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"],
    "agency": [f"安陵{brand}区司法局" for brand in "丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"],
}
PAIRS = [
    *((type_, short, full) for type_, short, full in SAME),
    *((c.type, left, right) for c in cases.cases() for left, right in ((c.left, c.right), (c.right, c.left))),
]


@pytest.mark.parametrize("type_", sorted({type_ for type_, _, _ in PAIRS}))
def test_no_full_name_is_passed_over(type_: str) -> None:
    names = sorted({name for kind, short, full in PAIRS if kind == type_ for name in (short, full)} | set(STRANGERS.get(type_, ())))
    held = Holding(names, str, type_)
    for short in names:
        told = {full for full in names if is_short_form(short, full, type_)}
        assert told <= set(held.fulls(short)), short


def test_names_that_lack_what_is_kept_are_not_compared() -> None:
    names = [*STRANGERS["company"], "安徽沣垣电缆有限公司"]
    assert len(names) > FEW
    assert list(Holding(names, str, "company").fulls("沣垣")) == ["安徽沣垣电缆有限公司"]


@pytest.mark.parametrize(("short", "full"), [("岑荣产业园", "射阳县岑荣装备产业园"), ("酒泉开发区", "国家酒泉经济技术开发区")])
def test_a_zone_is_compared_with_those_that_hold_its_name(short: str, full: str) -> None:
    names = sorted({*(f"安陵{brand}产业园" for brand in "丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"), full})
    assert list(Holding(names, str, "zone").fulls(short)) == [full]


def test_a_numbered_school_is_compared_with_those_of_its_number() -> None:
    names = [
        f"安陵市第{number}中学"
        for number in ("二", "二十", "十二", "二十二", *"一三四五六七八九十", *(f"十{one}" for one in "一三四五六七"))
    ]
    assert len(names) > FEW
    assert list(Holding(names, str, "institution").fulls("第二中学")) == ["安陵市第二中学"]
