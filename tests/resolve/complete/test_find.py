import pytest

from tests.extract.marked import draft as draft_with
from tests.resolve.factory import draft, link, name_of, reading

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
    (
        "岑原市人民检察院与市工商联、市税务局开会。市税务局发言。",
        [("岑原市人民检察院", "agency"), ("市工商联", "agency"), ("市税务局", "agency"), ("市税务局", "agency")],
        {},
        "市税务局",
        "岑原市税务局",
    ),
    ("岑河市港务局、岑河海关开会。", [("岑河市港务局", "agency"), ("岑河海关", "agency")], {}, "岑河海关", "岑河海关"),
    ("市政协文史委主任、提案委主任参加。", [("市政协文史委", "agency"), ("提案委", "agency")], {}, "提案委", "许昌市政协提案委"),
    (
        "许昌供电公司出动，柳庄运维班到场。",
        [("许昌供电公司", "company"), ("柳庄运维班", "company")],
        {},
        "柳庄运维班",
        "许昌供电公司柳庄运维班",
    ),
    (
        "岑水化工集团有限责任公司开会，集团公司工会到场。",
        [("岑水化工集团有限责任公司", "company"), ("集团公司工会", "agency")],
        {},
        "集团公司工会",
        "岑水化工集团有限责任公司工会",
    ),
    (
        "岑水市中级人民法院开庭，本院刑一庭到场。",
        [("岑水市中级人民法院", "institution"), ("本院刑一庭", "institution")],
        {},
        "本院刑一庭",
        "岑水市中级人民法院刑一庭",
    ),
    (
        "岑水水电南河分公司停产，分公司生产部说明。",
        [("岑水水电南河分公司", "company"), ("分公司生产部", "company")],
        {},
        "分公司生产部",
        "岑水水电南河分公司生产部",
    ),
    (
        "岑水沐禾面粉有限公司投产，沐禾面粉热卖，沐禾供应。",
        [("岑水沐禾面粉有限公司", "company"), ("沐禾面粉", "company"), ("沐禾", "company")],
        {},
        "沐禾面粉",
        "岑水沐禾面粉有限公司",
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
    ("市经开区扩园。", [("市经开区", "zone")], {"city": "大同市"}, "市经开区", "大同经开区"),
    ("隰县召开会议，县委办主任到会。", [("隰县", "place"), ("县委办", "agency")], {"city": "临汾市"}, "县委办", "隰县县委办"),
    (
        "酒泉经济技术开发区开工一批项目，开发区党工委书记到会。",
        [("酒泉经济技术开发区", "zone"), ("开发区党工委", "agency")],
        {"city": "酒泉市"},
        "开发区党工委",
        "酒泉经济技术开发区党工委",
    ),
    (
        "酒泉经济开发区扩园，客商参观经济开发区机器人产业园、金属深加工产业园。",
        [("酒泉经济开发区", "zone"), ("经济开发区机器人产业园", "zone"), ("金属深加工产业园", "zone")],
        {"city": "酒泉市"},
        "金属深加工产业园",
        "酒泉经济开发区金属深加工产业园",
    ),
    ("走访岑河乡界岭村、石屋堂村。", [("岑河乡界岭村", "place"), ("石屋堂村", "place")], {}, "石屋堂村", "岑河乡石屋堂村"),
    (
        "沐岑供电局通报，新闻中心获奖。",
        [("沐岑供电局", "company"), ("新闻中心", "company")],
        {},
        "新闻中心",
        "沐岑供电局新闻中心",
    ),
    ("重点项目有柳溪商业街等项目。", [("柳溪商业街", "project")], {}, "柳溪商业街", "柳溪商业街"),
    ("隰县举行城西片区安置房开工仪式。", [("隰县", "place"), ("城西片区安置房", "project")], {}, "城西片区安置房", "城西片区安置房"),
    (
        "沧州市生态环境局部署，东山分局查企业，西柳分局联合县水利局巡河。",
        [("沧州市生态环境局", "agency"), ("东山分局", "agency"), ("西柳分局", "agency"), ("县水利局", "agency")],
        {"city": "沧州市"},
        "西柳分局",
        "西柳分局",
    ),
    (
        "省生态环境厅公布结果，东光分局获评先进。",
        [("省生态环境厅", "agency"), ("东光分局", "agency")],
        {"city": "沧州市"},
        "东光分局",
        "东光分局",
    ),
    (
        "省水利厅公布结果，水文局获评先进。",
        [("省水利厅", "agency"), ("水文局", "agency")],
        {"city": "沧州市"},
        "水文局",
        "沧州市水文局",
    ),
    (
        "东光分局和交警支队受表彰。",
        [("东光分局", "agency"), ("交警支队", "agency")],
        {"city": "沧州市"},
        "交警支队",
        "沧州市交警支队",
    ),
    (
        "献县住建局、税务分局参加。",
        [("献县住建局", "agency"), ("税务分局", "agency")],
        {"city": "沧州市"},
        "税务分局",
        "献县税务分局",
    ),
    (
        "沧南供电公司检修分公司抢修，运检分公司巡线。",
        [("沧南供电公司", "company"), ("沧南供电公司检修分公司", "company"), ("运检分公司", "company")],
        {},
        "运检分公司",
        "沧南供电公司运检分公司",
    ),
    (
        "岑水建工安装分公司抢修，物资分公司供料。",
        [("岑水建工安装分公司", "company"), ("物资分公司", "company")],
        {},
        "物资分公司",
        "物资分公司",
    ),
    (
        "沧南供电公司检修分公司抢修，焊接二班到场。",
        [("沧南供电公司", "company"), ("沧南供电公司检修分公司", "company"), ("焊接二班", "company")],
        {},
        "焊接二班",
        "沧南供电公司检修分公司焊接二班",
    ),
    ("市政管理局和市场监督局。", [("市场监督局", "agency")], {"city": "大同市"}, "市场监督局", "市场监督局"),
]


@pytest.mark.parametrize(("text", "printed", "where", "surface", "name"), CASES, ids=[case[3] for case in CASES])
def test_name_is_completed_from_page_list_and_article(
    text: str, printed: list[tuple[str, str]], where: dict[str, str], surface: str, name: str
) -> None:
    made = reading(text, *printed, **where)
    assert name_of(link(made), made, surface) == name


def test_road_that_the_text_points_into_a_town_is_the_towns() -> None:
    made = draft("岑河镇来人。该镇淮南路通车。", ("岑河镇", "place"), ("淮南路", "place"))
    made.point(6, 8, made.mentions[0], "test")
    corpus = link(made.freeze())
    assert name_of(corpus, made.freeze(), "淮南路") == "岑河镇淮南路"


def test_road_of_a_countys_own_page_is_the_countys() -> None:
    made = reading("柳林街通车。", ("柳林街", "place"), city="临汾市", county="隰县")
    assert name_of(link(made), made, "柳林街") == "隰县柳林街"


def test_zone_that_an_article_tells_of_alone_is_its_own_zone() -> None:
    names = (("大同经开区", "zone"), ("区纪工委", "agency"))
    other = reading("大同经开区开会，区纪工委到会。", *names, city="大同市", zone="大同高新区", page="1.txt")
    own = reading("大同高新区开会，区纪工委到会。", ("大同高新区", "zone"), names[1], city="大同市", zone="大同高新区", page="2.txt")
    assert name_of(link(other), other, "区纪工委") == "大同经开区纪工委"
    assert name_of(link(own), own, "区纪工委") == "大同高新区纪工委"


def test_district_of_the_headline_is_meant_though_another_was_named_last() -> None:
    marked, where = "〔A清河区委〕来客参观。〔A区住建局〕到会。", {"city": "铁岭市", "county": "银州区"}
    for headline, name in (("银州区调度重点项目", "银州区住建局"), ("调度重点项目", "清河区住建局")):
        made = draft_with(marked, headline, **where).freeze()
        assert name_of(link(made), made, "区住建局") == name


def test_county_that_is_named_later_and_bare_is_the_pages() -> None:
    made = reading("区委书记会见来客，关心亭湖发展。", ("区委", "agency"), ("亭湖", "place"), city="盐城市")
    assert name_of(link(made), made, "区委") == "亭湖区委"


@pytest.mark.parametrize(("other", "name"), [("", "大同市委"), ("酒泉市政府来访。", "市委")], ids=["one city", "two cities"])
def test_page_of_no_known_city_is_of_the_one_whose_bodies_it_names(other: str, name: str) -> None:
    extra = [("酒泉市政府", "agency")] if other else []
    made = reading(f"大同市政府开会，市委到会。{other}", ("大同市政府", "agency"), ("市委", "agency"), *extra, city=None)
    assert name_of(link(made), made, "市委") == name


def test_chain_leaves_out_the_pages_own_province() -> None:
    made = reading("山西隰县岑河镇柳岭村来人，岑河镇招商。", ("山西隰县岑河镇柳岭村", "place"), ("岑河镇", "place"), city="临汾市")
    assert name_of(link(made), made, "岑河镇") == "隰县岑河镇"


def test_power_company_is_called_as_the_pages_call_it() -> None:
    power = "大同供电公司"
    one = reading(f"{power}出动，{power}抢修。", (power, "company"), (power, "company"), city="大同市", page="1.txt")
    two = reading(f"国家电网{power}出动。", (f"国家电网{power}", "company"), city="大同市", page="2.txt")
    both = reading(f"国网{power}出动，{power}抢修，{power}。", (f"国网{power}", "company"), (power, "company"), city="大同市", page="3.txt")
    assert name_of(link(one, two), two, f"国家电网{power}") == power
    assert name_of(link(both), both, power) == f"国网{power}"


def test_what_was_assumed_is_recorded() -> None:
    made = reading("市教育局今日公布。", ("市教育局", "agency"))
    assert [j.reason for e in link(made).entities for j in e.joins] == [
        "市教育局 is filed as 许昌市教育局: 市 is the city of the page (许昌市)"
    ]
