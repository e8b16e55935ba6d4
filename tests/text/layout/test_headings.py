import pytest

from kg.text.layout.headings import assign
from kg.text.layout.pieces import HEAD, Piece, read_pieces
from tests.text.factory import read

BODY = (
    "11月6日，河州市水务局开展清渠行动，全面推广先进经验。小微企业质量管理体系认证提升行动启动后，河州市水务局组织企业参加。"
    "河州云岭机械有限公司收购海川轴承51%股权。针对传闻，公司否认关闭海川工厂。总投资3亿元的云岭项目开工。"
)

CASES = {
    "a body's name stands over the headline": ("河州市水务局\n清渠行动保畅通", ("kicker 河州市水务局", "headline 清渠行动保畅通")),
    "a heading over two lines that the body says in one breath": (
        "深入开展小微企业\n质量管理体系认证提升行动",
        ("headline 深入开展小微企业质量管理体系认证提升行动",),
    ),
    "a couplet": ("抢修不停电\n情暖敬老院", ("headline 抢修不停电情暖敬老院",)),
    "a dash opens the subhead": ("用心守护万家灯火\n——河州水务春节保供记", ("headline 用心守护万家灯火", "subhead ——河州水务春节保供记")),
    "a sum is a kicker": ("总投资3亿元\n云岭项目开工", ("kicker 总投资3亿元", "headline 云岭项目开工")),
    "a denial under the headline": (
        "云岭机械收购海川轴承51%股权\n公司否认关闭海川工厂传闻",
        ("headline 云岭机械收购海川轴承51%股权", "subhead 公司否认关闭海川工厂传闻"),
    ),
    "a colon binds": ("区消防救援大队：\n全力确保“两个稳定”", ("headline 区消防救援大队：全力确保“两个稳定”",)),
}


@pytest.mark.parametrize(("printed", "parts"), CASES.values(), ids=CASES.keys())
def test_kicker_headline_and_subhead_are_told_apart(printed, parts):
    heads = [Piece(HEAD, piece.lines, 0) for piece in read_pieces(printed)]
    assert tuple(f"{kind} {chars.text}" for kind, group in assign(heads, BODY) for chars in group) == parts


def test_a_word_torn_over_two_lines_is_one_heading():
    body_text = "新区考察团莅临河州交流，考察团一行参观了河州的产业园区。"
    (article,) = read("新区考察团莅\n临河州交流考察\n\n本报讯（记者 田小禾）11月6日，" + body_text).articles
    assert article.headline == "新区考察团莅临河州交流考察"


def test_a_heading_that_ends_in_held_is_whole():
    text = "本报讯（记者 田小禾）11月6日，河州水务公司城北水厂扩建工程签约仪式举行，市委书记白云溪、市长李方明出席签约仪式并见证签约。"
    (article,) = read("城北水厂扩建工程签约仪式举行\n白云溪、李方明出席签约仪式并见证签约\n\n" + text).articles
    assert (article.headline, article.subheads) == ("城北水厂扩建工程签约仪式举行", ("白云溪、李方明出席签约仪式并见证签约",))
