import pytest

from kg.names.short import is_short_form, keeps_enough, short_pattern

SAME = [
    ("company", "沐岑电气", "河南沐岑电气股份有限公司"),
    ("company", "沐岑", "河南沐岑电气股份有限公司"),
    ("company", "河南沐岑", "河南沐岑电气股份有限公司"),
    ("company", "岑硕文旅集团", "德州岑硕文旅投资集团有限公司"),
    ("company", "岑岚重机", "唐山岑岚重型机械有限公司"),
    ("company", "邢台供电公司", "国网邢台供电公司"),
    ("company", "东海打火机", "郎溪东海打火机有限公司"),
    ("place", "光岑社区", "西平街道光岑社区"),
    ("person", "阿依夏木", "阿依夏木·吐尔逊"),
    ("place", "柳硕村", "文岑街道柳硕村"),
    ("programme", "“三个一千”", "“三个一千”专项行动"),
    ("institution", "附二院", "川岷医科大学附属第二医院"),
    ("institution", "第二十中学", "青川市第二十中学"),
    ("project", "岑荣年产15万吨水泥项目", "岑荣年产15万吨特种水泥项目"),
    ("zone", "岑荣装备产业园", "射阳县岑荣装备产业园"),
    ("zone", "酒泉开发区", "国家酒泉经济技术开发区"),
    ("zone", "酒泉经开区", "酒泉市经济技术开发区"),
]
DIFFERENT = [
    ("institution", "第二中学", "青川市第二十中学"),
    ("institution", "青川市第三小学", "青川市第二十三小学"),
    ("institution", "附二院", "川岷医科大学附属第十二医院"),
    ("project", "岑荣年产5万吨水泥项目", "岑荣年产15万吨特种水泥项目"),
    ("company", "沐岑集团", "河南沐岑电气股份有限公司"),
    ("company", "上海沐岑", "河南沐岑电气股份有限公司"),
    ("company", "沐岑电气", "沐岑电气营销公司物流部"),
    ("company", "中国移动", "中国移动商丘分公司"),
    ("agency", "陇县交通运输局", "宝鸡市交通运输局"),
    ("agency", "财政局", "大同市财政局"),
    ("programme", "“生态星”创建", "“产业星”创建活动"),
    ("zone", "酒泉高新区", "酒泉经济技术开发区"),
    ("zone", "酒泉开发区", "大同经济技术开发区"),
    ("zone", "岑东新区", "荆门市税务局岑东新区"),
]


@pytest.mark.parametrize(("type_", "short", "full"), SAME)
def test_regular_short_form(type_: str, short: str, full: str) -> None:
    assert is_short_form(short, full, type_)


@pytest.mark.parametrize(("type_", "short", "full"), DIFFERENT)
def test_no_short_form(type_: str, short: str, full: str) -> None:
    assert not is_short_form(short, full, type_)


@pytest.mark.parametrize(("type_", "short", "full"), SAME)
def test_full_name_is_no_short_form_of_its_short_form(type_: str, short: str, full: str) -> None:
    assert not is_short_form(full, short, type_)


@pytest.mark.parametrize(
    ("short", "is_short"), [("恒拓铸造", True), ("恒拓精密铸造", True), ("河南恒拓", True), ("恒拓集团", True), ("恒拓", False)]
)
def test_a_short_form_keeps_more_than_a_two_character_brand(short: str, is_short: bool) -> None:
    name = "河南恒拓精密铸造有限公司"
    pattern = short_pattern(name)
    match = pattern.fullmatch(short) if pattern else None

    assert bool(match and keeps_enough(match, name)) is is_short


def test_a_name_of_trade_words_alone_has_no_short_form() -> None:
    assert short_pattern("国网云岭县供电公司") is None
