"""Where a name begins whose last word is known."""

import pytest

from tests.extract.naming import names


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("全资子公司上海恒拓电气有限公司投产。", "上海恒拓电气有限公司"),
        ("位于开发区河南恒拓电气有限公司投产。", "河南恒拓电气有限公司"),
        ("走进车间的河南恒拓电气有限公司投产。", "河南恒拓电气有限公司"),
    ],
    ids=["a generic word", "the zone in which it stands", "a particle"],
)
def test_what_cannot_open_a_companys_name_is_left_out(text: str, wanted: str) -> None:
    assert wanted in names(text, "company")


def test_a_verb_of_building_is_no_part_of_what_is_built() -> None:
    assert names("企业投资建设望川研发中心。", "institution") == ["望川研发中心"]


def test_a_zones_full_name_keeps_its_country() -> None:
    assert names("记者走进国家许昌经济技术开发区。", "zone") == ["国家许昌经济技术开发区"]
