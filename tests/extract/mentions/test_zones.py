"""What kg.extract.mentions.zones and the suffixes of parks call a zone."""

import pytest

from tests.extract.naming import names


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("市经开区、市高新区分别推介。", ["市经开区", "市高新区"]),
        ("石桥教育组团和云溪教育组团开工。", ["石桥教育组团", "云溪教育组团"]),
        ("2012云岭经济开发区推介会举行。", ["云岭经济开发区"]),
        ("石桥山康养度假区项目由该公司建设。", []),
        ("全市六大园区的工作人员入企服务。", []),
    ],
    ids=["the city's own", "groups", "a year before the name", "a project about a resort", "a count of parks"],
)
def test_parks(text: str, wanted: list[str]) -> None:
    assert names(text, "zone") == wanted
