import pytest

from kg.extract.anaphora.find import find_anaphors
from kg.extract.draft import Draft
from tests.resolve.factory import draft


def pointed(made: Draft) -> list[tuple[str, str]]:
    """(anaphor, what it stands for), in printed order."""
    find_anaphors(made)
    return [(m.surface, made.mention(m.antecedent).surface if m.antecedent else m.name or "") for m in made.mentions if not m.is_name]


A, B = ("保定岑岚电缆有限公司", "company"), ("苏州硕禾传动有限公司", "company")
CASES = [
    ("the only company", "保定岑岚电缆有限公司开工。该公司扩产。", [A], [("该公司", A[0])]),
    ("the last of the sentence", "保定岑岚电缆有限公司与苏州硕禾传动有限公司签约，该公司将建厂。", [A, B], [("该公司", B[0])]),
    ("the subject of the sentence before", "保定岑岚电缆有限公司联手苏州硕禾传动有限公司。今年，该公司获奖。", [A, B], [("该公司", A[0])]),
    ("what was just founded", "保定岑岚电缆有限公司出资组建苏州硕禾传动有限公司。该公司实施三个项目。", [A, B], [("该公司", B[0])]),
    ("not the subject of its own clause", "苏州硕禾传动有限公司到访，保定岑岚电缆有限公司收购该公司股权。", [B, A], [("该公司", B[0])]),
    (
        "the body of its kind",
        "市教育局与岑岚学院合作，该局出资。",
        [("市教育局", "agency"), ("岑岚学院", "institution")],
        [("该局", "市教育局")],
    ),
    (
        "the company within a unit's name",
        "保定岑岚电缆有限公司营销部出动。该公司加班。",
        [("保定岑岚电缆有限公司营销部", "company"), A],
        [("该公司", A[0])],
    ),
    (
        "the head of a name before a title and a person",
        "青岩石材交易中心昨天开业，中心总裁林远致辞。",
        [("青岩石材交易中心", "institution"), ("林远", "person")],
        [("中心", "青岩石材交易中心")],
    ),
    (
        "what a noun may stand for before a title",
        "岑岚理工大学昨天迎新，校党委副书记林远致辞。",
        [("岑岚理工大学", "institution"), ("林远", "person")],
        [("校", "岑岚理工大学")],
    ),
    (
        "no head of a name that was printed",
        "岑岚理工大学昨天迎新，石材城总裁林远致辞。",
        [("岑岚理工大学", "institution"), ("林远", "person")],
        [],
    ),
    ("a lone 公司 before a title", "在保定岑岚电缆有限公司，记者见到公司董事长。", [A], [("公司", A[0])]),
    ("both parties", "保定岑岚电缆有限公司与苏州硕禾传动有限公司签约，双方共建中心。", [A, B], [("双方", A[0]), ("双方", B[0])]),
    (
        "two bodies of one side are no two parties",
        "大同市委、市政府会见保定岑岚电缆有限公司客人，双方签约。",
        [("大同市委", "agency"), ("市政府", "agency"), A],
        [("双方", "市政府"), ("双方", A[0])],
    ),
    ("the latter", "保定岑岚电缆有限公司与苏州硕禾传动有限公司签约，后者出资。", [A, B], [("后者", B[0])]),
    ("the former", "保定岑岚电缆有限公司与苏州硕禾传动有限公司签约，前者出资。", [A, B], [("前者", A[0])]),
    ("its", "保定岑岚电缆有限公司扩产，铜杆由其全资子公司供应。", [A], [("其", A[0])]),
    (
        "this campaign",
        "市教育局启动“岑风”行动。此次行动历时一月。",
        [("市教育局", "agency"), ("“岑风”行动", "programme")],
        [("此次行动", "“岑风”行动")],
    ),
    (
        "surname and title",
        "岑岚医院院长李沐尧出诊，李院长说。",
        [("岑岚医院", "institution"), ("李沐尧", "person")],
        [("李院长", "李沐尧")],
    ),
    ("a bureau that is a company", "岑东供电局获奖。该局重视安全。", [("岑东供电局", "company")], [("该局", "岑东供电局")]),
    ("two companies", "保定岑岚电缆有限公司和苏州硕禾传动有限公司入驻，两公司各投资4亿元。", [A, B], [("两公司", A[0]), ("两公司", B[0])]),
    (
        "what is told of a work before the noun",
        "市教育局推进岑岭校舍改造工程。让此项惠民工程见成效。",
        [("市教育局", "agency"), ("岑岭校舍改造工程", "project")],
        [("此项惠民工程", "岑岭校舍改造工程")],
    ),
    (
        "a park before the zone that it lies in",
        "酒泉经济开发区招商，岑岭产业园开园。该园区扩建。",
        [("酒泉经济开发区", "zone"), ("岑岭产业园", "zone")],
        [("该园区", "岑岭产业园")],
    ),
    ("the zone if there is no park", "酒泉经济开发区招商。该园区扩建。", [("酒泉经济开发区", "zone")], [("该园区", "酒泉经济开发区")]),
    ("the village", "记者来到岑岭村，村里建了水厂。", [("岑岭村", "place")], [("村里", "岑岭村")]),
    ("the named city", "许昌市开会，全市动员。", [("许昌市", "place")], [("全市", "许昌市")]),
    ("the implied city", "我市开会。", [], [("我市", "许昌市")]),
    (
        "who ordered another's goods",
        "保定岑岚电缆有限公司扩产，苏州硕禾传动有限公司的电机则由该公司订购。",
        [A, B],
        [("该公司", A[0])],
    ),
    (
        "whose firm another becomes",
        "保定岑岚电缆有限公司收购苏州硕禾传动有限公司，后来苏州硕禾传动有限公司成为其控股子公司。",
        [A, B, B],
        [("其", A[0])],
    ),
    (
        "the second party, not the court",
        "保定岑岚电缆有限公司诉苏州硕禾传动有限公司一案，许昌市中级人民法院查封了后者的厂房。",
        [A, B, ("许昌市中级人民法院", "agency")],
        [("后者", B[0])],
    ),
]


@pytest.mark.parametrize(("text", "printed", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_anaphor_stands_for(text: str, printed: list[tuple[str, str]], expected: list[tuple[str, str]]) -> None:
    assert sorted(pointed(draft(text, *printed))) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    ["该公司开工。", "双方签约。", "有关公司与各企业开会。", "尤其在冬季，其中三家停产。"],
    ids=["nobody before", "no pair", "no one's", "no pronoun"],
)
def test_nothing_is_guessed(text: str) -> None:
    assert pointed(draft(text)) == []


def test_a_longer_word_is_no_anaphor() -> None:
    assert pointed(draft("绵阳高新区开会。该区域用电紧张。", ("绵阳高新区", "zone"))) == []


def test_a_name_is_never_an_anaphor() -> None:
    made = draft("保定岑岚电缆有限公司旁的公司路小学。", A, ("公司路小学", "institution"))
    assert pointed(made) == []


def test_anaphors_are_not_names() -> None:
    made = draft("保定岑岚电缆有限公司开工。该公司扩产。", A)
    find_anaphors(made)
    assert [m.surface for m in made.mentions if m.is_name] == [A[0]]


def test_full_zone_page_makes_the_whole_district_the_zone() -> None:
    made = draft("全区动员。", city="绵阳市", zone="绵阳高新区")
    assert pointed(made) == [("全区", "绵阳高新区")]
    assert made.mentions[0].type == "zone"
