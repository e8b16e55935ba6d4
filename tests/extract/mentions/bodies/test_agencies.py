import pytest

from tests.extract.naming import mention, names, read


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("市委、市政府高度重视。", ["市委", "市政府"]),
        ("市委市政府高度重视。", ["市委", "市政府"]),
        ("襄城县发改委、生态环境局等单位要会同企业。", ["襄城县发改委", "生态环境局"]),
        ("市交通运输局会同市公安局交警支队开展检查。", ["市交通运输局", "市公安局交警支队", "市公安局"]),
        ("部分市人大代表视察，有关部门参加。", []),
        ("国务院安全生产委员会印发通知。", ["国务院安全生产委员会", "国务院"]),
        ("税务、住建、交通等部门派人参加。", []),
    ],
    ids=["two bodies", "two bodies run together", "a list", "a unit and its bureau", "deputies", "a national commission", "fields"],
)
def test_bodies(text: str, wanted: list[str]) -> None:
    assert sorted(names(text, "agency")) == sorted(wanted)


def test_one_name_may_stand_for_two_bodies() -> None:
    made = read("得到了许昌市、长葛市两级人民法院的支持。")[0]

    assert [(m.surface, m.name) for m in made.mentions if m.kind == "shared"] == [
        ("许昌市、长葛市两级人民法院", "许昌市人民法院"),
        ("许昌市、长葛市两级人民法院", "长葛市人民法院"),
    ]


def test_an_organ_belongs_to_the_body_before_it() -> None:
    made = read("市政协文史委主任茹青、提案委主任寇丹阳参加视察。")[0]

    assert made.mention(mention(made, "提案委").parent or "").surface == "市政协"


def test_a_district_office_on_a_zones_page_belongs_to_the_zone() -> None:
    made = read("区应急管理局负责人带队检查。", zone="云岭高新区")[0]
    parent = made.mention(mention(made, "区应急管理局").parent or "")

    assert (parent.kind, parent.type, parent.name, parent.surface) == ("implied", "zone", "云岭高新区", "区")


def test_a_street_that_acts_is_a_body_and_one_that_lies_is_a_place() -> None:
    assert names("石井街道组建了3支志愿服务队。", "agency") == ["石井街道"]
    assert names("执法人员来到石井街道的超市检查。", "agency") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("云岭经开区管委会主任田立科、市政府秘书长江成参加会议。", ["云岭经开区管委会", "市政府"]),
        ("市委常委、统战部长陈立平出席。", ["市委", "统战部"]),
        ("云岭港口集团党委书记、董事长陈立平出席。", []),
        ("优秀村党支部书记受到表彰。", []),
    ],
    ids=["a name that ends like an office", "统战部长", "a post of the firm", "one of many"],
)
def test_bodies_in_posts(text: str, wanted: list[str]) -> None:
    assert names(text, "agency") == wanted


def test_power_bureaux_are_companies() -> None:
    assert names("云岭县电业局和云岭供电局受到表彰。", "company") == ["云岭县电业局", "云岭供电局"]


def test_task_forces_and_congresses_are_bodies() -> None:
    text = "出席襄城县十五届人民代表大会第四次会议的代表和政协襄城县第九届委员会委员到场，省清理闲置土地工作领导小组发来贺信。"
    assert names(text, "agency") == ["襄城县十五届人民代表大会", "政协襄城县第九届委员会", "省清理闲置土地工作领导小组"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("禾山区政协委员、卫生局局长任立平到场。", ["禾山区政协", "卫生局"]),
        ("市长柏广宇带领科技局、行政审批局、招商中心等相关部门负责人考察。", ["科技局", "行政审批局", "招商中心"]),
        ("有关部门要强化服务管理，做好教育工作。", []),
    ],
    ids=["before its head's post", "in a list", "no office"],
)
def test_offices_without_a_level(text: str, wanted: list[str]) -> None:
    assert names(text, "agency") == wanted
