import pytest

from tests.extract.naming import names


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("公司年产4万吨磷酸铁锂项目已试生产。", ["年产4万吨磷酸铁锂项目"]),
        ("全市30个在建项目和重点项目加快推进，该项目进展顺利。", []),
        ("云岭恒拓铝业有限公司再生铝项目未能开工。", ["云岭恒拓铝业有限公司再生铝项目"]),
        ("A标段由一家公司承建，二标段尚未招标。", ["A标段", "二标段"]),
        ("一期工程已经完工，二期工程正在规划。", ["一期工程", "二期工程"]),
        ("云岭水厂一期通水。", ["云岭水厂一期"]),
        ("云岭水厂一期建两台机组，云岭水厂二期建4座水池。", []),
    ],
    ids=["an amount", "counts and generic ones", "its company's name", "lots", "phases", "works with their phase", "when it is built"],
)
def test_projects(text: str, wanted: list[str]) -> None:
    assert names(text, "project") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("先后对110千伏石杨线等4条110千伏线路进行改造。", ["110千伏石杨线"]),
        ("在220千伏石桥变电站内，配电线路和10千伏线路运行正常。", ["220千伏石桥变电站"]),
    ],
    ids=["a line, not lines", "a substation"],
)
def test_a_voltage_belongs_to_the_name(text: str, wanted: list[str]) -> None:
    assert names(text, "facility") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("我市启动“暖企惠民”专项行动，开展“暖企惠民”专项行动督查。", ["“暖企惠民”专项行动"]),
        ("要落实《云岭市养犬管理办法》和《工作手册》。", ["云岭市养犬管理办法"]),
        ("坚持“项目为王”，做好“六稳”“六保”工作，实施创新驱动发展战略。", []),
        ("该局在全市开展化肥市场监督检查和质量专项检查行动。", ["化肥市场监督检查和质量专项检查行动"]),
    ],
    ids=["a quoted action", "a rule in title marks", "watchwords", "an action without marks"],
)
def test_programmes(text: str, wanted: list[str]) -> None:
    assert names(text, "programme") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("示范区（高新区）党工委召开会议，示范区各部门参加。", ["示范区（高新区）", "示范区", "高新区"]),
        ("国家云岭经济技术开发区（以下简称开发区）发展很快，开发区将继续努力。", ["国家云岭经济技术开发区", "开发区"]),
        ("参加国家高新区综合评价。", []),
    ],
    ids=["a zone with two names", "a stated short name", "zones in general"],
)
def test_zones(text: str, wanted: list[str]) -> None:
    assert sorted(names(text, "zone")) == sorted(wanted)
