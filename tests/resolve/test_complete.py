import pytest

from tests.resolve.factory import link, name_of, reading

CASES = [
    ("市市场监督管理局今日公布。", [("市市场监督管理局", "agency")], {}, "市市场监督管理局", "许昌市市场监督管理局"),
    ("省交通运输厅今日公布。", [("省交通运输厅", "agency")], {}, "省交通运输厅", "河南省交通运输厅"),
    (
        "区应急管理局今日公布。",
        [("区应急管理局", "agency")],
        {"zone": "平顶山高新区", "city": "平顶山市"},
        "区应急管理局",
        "平顶山高新区应急管理局",
    ),
    (
        "区住建局、财政局参加。",
        [("区住建局", "agency"), ("财政局", "agency")],
        {"county": "陈仓区", "city": "宝鸡市"},
        "财政局",
        "陈仓区财政局",
    ),
    ("市委常委、宣传部部长到会。", [("市委", "agency"), ("宣传部", "agency")], {}, "宣传部", "许昌市委宣传部"),
    ("长葛市委、市政府高度重视。", [("长葛市委", "agency"), ("市政府", "agency")], {}, "市政府", "长葛市政府"),
    ("岑东高新区党工委副书记、管委会主任到会。", [("岑东高新区党工委", "agency"), ("管委会", "agency")], {}, "管委会", "岑东高新区管委会"),
    (
        "射阳县委召开会议，县行政审批局参加。",
        [("射阳县委", "agency"), ("县行政审批局", "agency")],
        {"city": "盐城市"},
        "县行政审批局",
        "射阳县行政审批局",
    ),
    ("市政协文史委主任、提案委主任参加。", [("市政协文史委", "agency"), ("提案委", "agency")], {}, "提案委", "许昌市政协提案委"),
    (
        "许昌供电公司出动，柳庄运维班到场。",
        [("许昌供电公司", "company"), ("柳庄运维班", "company")],
        {},
        "柳庄运维班",
        "许昌供电公司柳庄运维班",
    ),
    ("市公交公司加班。", [("市公交公司", "company")], {}, "市公交公司", "许昌市公交公司"),
    ("许昌的夜。", [("许昌", "place")], {}, "许昌", "许昌市"),
    ("解放路上。", [("解放路", "place")], {}, "解放路", "许昌市解放路"),
    (
        "沐岑光伏组件项目开工，一期项目投产。",
        [("沐岑光伏组件项目", "project"), ("一期项目", "project")],
        {},
        "一期项目",
        "沐岑光伏组件项目一期",
    ),
    (
        "岑水大桥工程招标，A标段由甲承建，B标段由乙承建。",
        [("岑水大桥工程", "project"), ("A标段", "project"), ("B标段", "project")],
        {},
        "B标段",
        "岑水大桥工程B标段",
    ),
    ("国务院批复。", [("国务院", "agency")], {}, "国务院", "国务院"),
    ("市政管理局和市场监督局。", [("市场监督局", "agency")], {"city": "大同市"}, "市场监督局", "市场监督局"),
]


@pytest.mark.parametrize(("text", "printed", "where", "surface", "name"), CASES, ids=[case[3] for case in CASES])
def test_name_is_completed_from_page_list_and_article(
    text: str, printed: list[tuple[str, str]], where: dict[str, str], surface: str, name: str
) -> None:
    made = reading(text, *printed, **where)
    assert name_of(link(made), made, surface) == name


def test_what_was_assumed_is_recorded() -> None:
    made = reading("市教育局今日公布。", ("市教育局", "agency"))
    assert [j.reason for e in link(made).entities for j in e.joins] == [
        "市教育局 is filed as 许昌市教育局: 市 is the city of the page (许昌市)"
    ]
