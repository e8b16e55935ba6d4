import pytest

from kg.names.anatomy import dissect, key, leading_place, split_trades, unwrap, without_form, without_place


@pytest.mark.parametrize(
    ("name", "place", "core", "form"),
    [
        ("河南沐岑电气股份有限公司", "河南", "沐岑电气", "股份有限公司"),
        ("津岑瑞康（许昌）生物科技有限公司", "许昌", "津岑瑞康生物科技", "有限公司"),
        ("皖东昱岑光伏材料有限公司", "皖东", "昱岑光伏材料", "有限公司"),
        ("岑硕文旅集团", "", "岑硕文旅", "集团"),
        ("沐岑电气", "", "沐岑电气", ""),
    ],
    ids=["full", "place in brackets", "region", "group", "no form"],
)
def test_company_is_place_core_and_form(name: str, place: str, core: str, form: str) -> None:
    found = dissect(name)
    assert (found.place, found.core, found.form) == (place, core, form)


@pytest.mark.parametrize(
    ("one", "other", "type_"),
    [
        ("大同市市场监管局", "大同市市场监督管理局", "agency"),
        ("国家（绵阳）经济技术开发区", "国家绵阳经济技术开发区", "zone"),
        ("“旧院”整治", "“旧院”治理", "programme"),
        ("山东海岑核电厂", "山东海岑核电站", "facility"),
    ],
)
def test_two_spellings_have_one_key(one: str, other: str, type_: str) -> None:
    assert key(one, type_) == key(other, type_)


@pytest.mark.parametrize(("one", "other"), [("大同市经信委", "大同市经信局"), ("大同市教育局", "大同市体育局")])
def test_two_bodies_have_two_keys(one: str, other: str) -> None:
    assert key(one, "agency") != key(other, "agency")


@pytest.mark.parametrize(("name", "plain"), [("《岑水保护条例》", "岑水保护条例"), ("“岑岑+”战略", "“岑岑+”战略"), ("“岑岑”", "岑岑")])
def test_only_marks_round_the_whole_name_go(name: str, plain: str) -> None:
    assert unwrap(name) == plain


@pytest.mark.parametrize(
    ("name", "place"), [("许昌市建设局", "许昌市"), ("农业农村局", ""), ("高新区管委会", ""), ("柳硕镇政府", "柳硕镇")]
)
def test_leading_place_is_a_place_only(name: str, place: str) -> None:
    assert leading_place(name) == place


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("河南恒拓电气股份有限公司", ("河南", "恒拓", ("电气",), "股份有限公司")),
        ("安徽沣恒电缆有限公司", ("安徽", "沣恒", ("电缆",), "有限公司")),
        ("恒拓集团", ("", "恒拓", (), "集团")),
    ],
    ids=["place, brand, trade, form", "another", "a group"],
)
def test_a_company_has_an_anatomy(name: str, parts: tuple[str, str, tuple[str, ...], str]) -> None:
    found = dissect(name)

    assert (found.place, *split_trades(found.core), found.form) == parts


def test_a_name_loses_its_place() -> None:
    assert without_place("扶风县佑塬农耕博物馆") == "佑塬农耕博物馆"
    assert without_place("佑塬农耕博物馆") == "佑塬农耕博物馆"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("（许昌）有限公司", ""),
        ("集团", ""),
        ("恒拓电气（许昌）股份有限公司", "恒拓电气"),
        ("薛坡运维班", "薛坡运维班"),
        ("（一期）", "（一期）"),
    ],
)
def test_a_form_goes_with_the_place_in_brackets_before_it(text: str, rest: str) -> None:
    assert without_form(text) == rest
