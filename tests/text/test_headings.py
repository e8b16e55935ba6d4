import pytest

from kg.text.headings import assign
from kg.text.pieces import HEAD, Piece, read_pieces

BODY = ("11月6日，河州市水务局开展清渠行动，全面推广先进经验。小微企业质量管理体系认证提升行动启动后，河州市水务局组织企业参加。"
        "河州云岭机械有限公司收购海川轴承51%股权。针对传闻，公司否认关闭海川工厂。总投资3亿元的云岭项目开工。")

CASES = {
    "a body's name stands over the headline": ("河州市水务局\n清渠行动保畅通", ("kicker 河州市水务局", "headline 清渠行动保畅通")),
    "a heading over two lines that the body says in one breath":
        ("深入开展小微企业\n质量管理体系认证提升行动", ("headline 深入开展小微企业质量管理体系认证提升行动",)),
    "a couplet": ("抢修不停电\n情暖敬老院", ("headline 抢修不停电情暖敬老院",)),
    "a dash opens the subhead": ("用心守护万家灯火\n——河州水务春节保供记", ("headline 用心守护万家灯火", "subhead ——河州水务春节保供记")),
    "a sum is a kicker": ("总投资3亿元\n云岭项目开工", ("kicker 总投资3亿元", "headline 云岭项目开工")),
    "a denial under the headline": ("云岭机械收购海川轴承51%股权\n公司否认关闭海川工厂传闻",
                                    ("headline 云岭机械收购海川轴承51%股权", "subhead 公司否认关闭海川工厂传闻")),
    "a colon binds": ("区消防救援大队：\n全力确保“两个稳定”", ("headline 区消防救援大队：全力确保“两个稳定”",)),
}


@pytest.mark.parametrize(("printed", "parts"), CASES.values(), ids=CASES.keys())
def test_kicker_headline_and_subhead_are_told_apart(printed, parts):
    heads = [Piece(HEAD, piece.lines, 0) for piece in read_pieces(printed)]
    assert tuple(f"{kind} {chars.text}" for kind, group in assign(heads, BODY) for chars in group) == parts
