"""What kg.extract.mentions.programmes calls a programme."""

import pytest

from tests.extract.naming import names


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("推进“工业强县”战略，加快“同城化”建设。", ["“工业强县”战略", "“同城化”建设"]),
        ("加快“一心两园”建设，参与“一带一路”建设。", []),
        ("第八届石桥茶博会开幕。", ["第八届石桥茶博会"]),
        ("第十届委员会第四次会议召开，2012年春节到来。", []),
        ("大力实施产业升级、城市提质、民生改善“三大攻坚行动”。", ["三大攻坚行动"]),
        ("对标《云岭省稳经济若干政策举措》。", ["云岭省稳经济若干政策举措"]),
    ],
    ids=["quoted strategies", "layouts and watchwords", "a fair by ordinal", "a committee and a holiday", "quoted whole", "a document"],
)
def test_programmes(text: str, wanted: list[str]) -> None:
    assert names(text, "programme") == wanted
