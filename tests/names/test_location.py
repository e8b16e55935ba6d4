"""Which division a name says that its bearer is in."""

from __future__ import annotations

import pytest

from kg.names.location import division_of, path


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("许昌市市场监督管理局", "河南省 许昌市"),
        ("深圳某某投资有限公司", "广东省 深圳市"),
        ("建安区灵井镇某某村", "河南省 许昌市 建安区 灵井镇"),
        ("许昌市建安区某某项目", "河南省 许昌市 建安区"),
        ("河南省政府", "河南省"),
        ("河南理工大学", "河南省"),
        ("北京市朝阳区", "北京市 朝阳区"),
        ("长葛市健康路", "河南省 许昌市 长葛市"),
    ],
)
def test_a_name_opens_with_its_division(name, told):
    found = division_of(name)
    assert found is not None
    assert " ".join(path(found)) == told


@pytest.mark.parametrize(
    "name", ["新华区", "玉溪路生活超市", "南京西路", "中原", "国网焦作供电公司", "中国", "某某公司", "北京路街道", "惠民", "丁一"]
)
def test_a_name_that_may_be_of_several_or_is_a_roads_says_nothing(name):
    assert division_of(name) is None


def test_one_of_several_is_known_within_its_city():
    assert division_of("新华区") is None
    found = division_of("平顶山市新华区")
    assert found is not None
    assert path(found) == ("河南省", "平顶山市", "新华区")
