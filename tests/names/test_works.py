import pytest

from kg.names.short import is_short_form
from kg.names.works import phases, voltage, without_voltage


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("石鹭溪综合治理工程", "安居区石鹭溪综合治理工程"),
        ("莲岑变", "220千伏莲岑输变电工程"),
        ("莲岑变电站", "220千伏莲岑输变电工程"),
        ("220千伏莲岑变电站", "220千伏莲岑输变电工程"),
        ("220千伏莲丰", "220千伏莲丰线"),
        ("岑北水厂二期", "岑北水厂二期扩建工程"),
        ("齿轮箱项目", "望川重工齿轮箱项目"),
    ],
)
def test_a_work_may_lose_place_and_kind(short: str, full: str) -> None:
    assert is_short_form(short, full, "project")
    assert not is_short_form(full, short, "project")


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("城北水厂二期工程", "大同市城北水厂一期工程"),
        ("110千伏莲岑输变电工程", "220千伏莲岑输变电工程"),
        ("110千伏莲岑变电站", "220千伏莲岑输变电工程"),
        ("莲岑变", "220千伏莲岑变电站二期"),
        ("1号线工程", "大同地铁1号线工程"),
    ],
)
def test_phase_and_voltage_tell_works_apart(short: str, full: str) -> None:
    assert not is_short_form(short, full, "project")


def test_what_tells_siblings_apart_is_read() -> None:
    assert phases("城北水厂二期3号泵房") == ("3号", "二期")
    assert voltage("220千伏莲丰线") == "220"
    assert voltage("莲丰线") is None
    assert without_voltage("220千伏莲丰线") == "莲丰线"
