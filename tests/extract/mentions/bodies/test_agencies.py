"""Party and public bodies with a level."""

import pytest

from tests.extract.naming import names


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("市委、市政府高度重视。", ["市委", "市政府"]),
        ("市委市政府高度重视。", ["市委", "市政府"]),
        ("襄城县发改委、生态环境局等单位要会同企业。", ["襄城县发改委", "生态环境局"]),
        ("市交通运输局会同市公安局交警支队开展检查。", ["市交通运输局", "市公安局交警支队", "市公安局"]),
        ("部分市人大代表视察，有关部门参加。", []),
        ("国务院安全生产委员会印发通知。", ["国务院安全生产委员会", "国务院"]),
        ("税务、住建、交通等部门派人参加。", []),
    ],
    ids=["two bodies", "two bodies run together", "a list", "a unit and its bureau", "deputies", "a national commission", "fields"],
)
def test_bodies(text: str, wanted: list[str]) -> None:
    assert sorted(names(text, "agency")) == sorted(wanted)


def test_power_bureaux_are_companies() -> None:
    assert names("云岭县电业局和云岭供电局受到表彰。", "company") == ["云岭县电业局", "云岭供电局"]


def test_task_forces_and_congresses_are_bodies() -> None:
    text = "出席襄城县十五届人民代表大会第四次会议的代表和政协襄城县第九届委员会委员到场，省清理闲置土地工作领导小组发来贺信。"
    assert names(text, "agency") == ["襄城县十五届人民代表大会", "政协襄城县第九届委员会", "省清理闲置土地工作领导小组"]
