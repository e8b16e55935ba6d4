import pytest

from kg.extract.shortnames import Anatomy, anatomy, is_short_form, short_pattern, without_place


@pytest.mark.parametrize(("name", "parts"), [
    ("河南恒拓电气股份有限公司", Anatomy("河南", "恒拓", ("电气",), "股份有限公司")),
    ("安徽沣恒电缆有限公司", Anatomy("安徽", "沣恒", ("电缆",), "有限公司")),
    ("恒拓集团", Anatomy("", "恒拓", (), "集团")),
], ids=["place, brand, trade, form", "another", "a group"])
def test_a_company_has_an_anatomy(name: str, parts: Anatomy) -> None:
    assert anatomy(name) == parts


@pytest.mark.parametrize(("short", "is_short"), [
    ("恒拓铸造", True), ("恒拓精密铸造", True), ("河南恒拓", True), ("恒拓集团", True), ("恒拓", False)])
def test_a_short_form_keeps_more_than_a_two_character_brand(short: str, is_short: bool) -> None:
    name = "河南恒拓精密铸造有限公司"
    pattern = short_pattern(name)
    match = pattern.fullmatch(short) if pattern else None

    assert bool(match and is_short_form(match, name)) is is_short


def test_a_name_of_trade_words_alone_has_no_short_form() -> None:
    assert short_pattern("国网云岭县供电公司") is None


def test_a_name_loses_its_place() -> None:
    assert without_place("扶风县佑塬农耕博物馆") == "佑塬农耕博物馆"
    assert without_place("佑塬农耕博物馆") == ""
