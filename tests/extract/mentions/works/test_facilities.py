"""What kg.extract.mentions.works.facilities calls an installation."""

import pytest

from tests.extract.naming import names


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("春节期间，许昌电网最高负荷达到150万千瓦。", ["许昌电网"]),
        ("故障点是百禾园2号变压器。", ["百禾园2号变压器"]),
        ("对10千伏石溪线龙居台区线路进行巡视。", ["10千伏石溪线", "10千伏石溪线龙居台区线路"]),
        ("河南电网公司加大投入，国家电网有限公司表示祝贺。", []),
    ],
    ids=["a city's grid", "a transformer", "a branch of a line", "grid companies"],
)
def test_grids_lines_and_transformers(text: str, wanted: list[str]) -> None:
    assert sorted(names(text, "facility")) == sorted(wanted)


def test_a_plant_that_acts_is_a_company() -> None:
    assert names("石桥电厂勇于承担社会责任。记者走进石桥电厂。", "company") == ["石桥电厂"]
    assert names("220千伏线路经过石桥电厂。", "facility") == ["石桥电厂"]
