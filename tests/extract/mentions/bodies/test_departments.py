"""Units of companies and departments of institutions."""

import pytest

from tests.extract.naming import mention, names, read


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("许昌供电公司薛坡运维班连夜抢修。", ["许昌供电公司薛坡运维班", "许昌供电公司"]),
        ("许昌供电公司成立项目部。", ["许昌供电公司"]),
        ("许昌供电公司负责人说，该公司营销部值班。", ["许昌供电公司", "营销部"]),
    ],
    ids=["in one name", "a verb between", "after 该公司"],
)
def test_units_of_companies(text: str, wanted: list[str]) -> None:
    assert sorted(names(text, "company")) == sorted(wanted)


def test_a_unit_belongs_to_its_company() -> None:
    made = read("许昌供电公司薛坡运维班连夜抢修。")[0]

    assert mention(made, "许昌供电公司薛坡运维班").parent == mention(made, "许昌供电公司").id
