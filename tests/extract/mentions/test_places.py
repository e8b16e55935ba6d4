import pytest

from tests.extract.naming import names


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("在位于禹州市苌庄乡梨园沟村的地里。", ["禹州市苌庄乡梨园沟村"]),
        ("他到了杭州，又去了浙江省宁波市。", ["杭州", "浙江省宁波市"]),
        ("产品销往欧洲和东南亚。", ["欧洲", "东南亚"]),
        ("位于中原路西侧的工地。", ["中原路"]),
        ("日照是年轻的沿海城市，海城市不在那里。", ["日照", "海城市"]),
        ("加强农村公路养护，检查线路，提升老旧小区品质。", []),
    ],
    ids=["a chain", "a province and its city", "regions", "a road's side", "a city inside a word", "common words"],
)
def test_places(text: str, wanted: list[str]) -> None:
    assert names(text, "place") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("该县的石涧、宽塘等乡镇都通了电。", ["石涧", "宽塘"]),
        ("老城区和新城区的居民、各县区长、安置小区都受益。", []),
        ("覆盖豫西南地区，支持闽西苏区发展。", ["豫西南地区", "闽西苏区"]),
        ("代表团赴沪招商，来渝考察。", ["沪", "渝"]),
        ("融入成渝经济区和长三角地区。", ["成渝经济区", "长三角地区"]),
        ("绿水青山就是金山银山，这里是腊梅之乡。", []),
        ("眼下，拖累该镇云松路商户的难题解决。", ["云松路"]),
    ],
    ids=[
        "towns in a list",
        "kinds of quarters",
        "parts of provinces",
        "cities in one character",
        "belts",
        "figures",
        "not the words before it",
    ],
)
def test_places_told_by_what_stands_around_them(text: str, wanted: list[str]) -> None:
    assert names(text, "place") == wanted
