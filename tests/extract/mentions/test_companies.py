import pytest

from tests.extract.naming import mention, names, read


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("当地吸引来云松纸业、岭上奶、禾欣斯等一批国际、国内知名企业落户。", ["云松纸业", "岭上奶", "禾欣斯"]),
        ("丹麦奥森兰特和台湾岭松等国际知名企业相继进入。", []),
        ("美国贝克兰德、丹麦奥森兰特和台湾岭松等国际知名企业相继进入。", ["美国贝克兰德", "丹麦奥森兰特", "台湾岭松"]),
        ("县重点企业云岭化工、松涛化工、禾丰化工等主要负责人参加会议。", ["云岭化工", "松涛化工", "禾丰化工"]),
        ("了解工业企业技术创新、生产运营等情况。", []),
        ("市长对省农发行的支持表示感谢。", ["省农发行"]),
        ("就业困难人员、高校毕业生等重点群体创办企业。", []),
        ("万达广场和华为手机都在那里。", []),
        ("会议由云岭市禾欣肉类销售公司承办。", ["云岭市禾欣肉类销售公司"]),
    ],
    ids=[
        "a list of many adjectives",
        "no list",
        "joined by 和",
        "led by 企业",
        "what firms do",
        "a bank of a level",
        "people",
        "goods",
        "销售",
    ],
)
def test_companies(text: str, wanted: list[str]) -> None:
    assert names(text, "company") == wanted


def test_one_name_for_the_power_companies_of_city_and_district() -> None:
    made = read("问题由市、区供电公司共同解决。")[0]
    assert [(m.surface, m.name, m.type) for m in made.mentions if m.kind == "shared"] == [
        ("市、区供电公司", "区供电公司", "company"),
        ("市、区供电公司", "市供电公司", "company"),
    ]


def test_departments_of_a_list_belong_to_the_company_before_them() -> None:
    made = read("昨日，云岭供电公司组织物资采购部、质量监督部等多个职能部门到施工现场检查。")[0]
    owner = mention(made, "云岭供电公司")
    assert [mention(made, name).parent for name in ("物资采购部", "质量监督部")] == [owner.id, owner.id]


def test_units_of_a_list_belong_to_the_company_that_opens_it() -> None:
    made = read("会上，云岭供电公司客户服务中心、抢修服务中心、襄城县电业局等单位受到表彰。")[0]
    owner = mention(made, "云岭供电公司")
    assert mention(made, "抢修服务中心").parent == owner.id
    assert mention(made, "襄城县电业局").type == "company"


def test_a_publisher_is_one_body() -> None:
    text = "云岭日报社、云岭日报报业集团公司将一如既往支持地方发展。"
    assert names(text, "institution", "company") == ["云岭日报社", "云岭日报报业集团公司"]


def test_goods_counted_by_models_are_no_firm() -> None:
    assert names("该厂试制的全封闭轴承80多个型号受到欢迎。", "company") == []


def test_a_firm_beside_a_known_one_may_bear_an_ordinary_word() -> None:
    assert names("竣工的分别是沣欧电气、北纬电子。", "company") == ["沣欧电气", "北纬电子"]


@pytest.mark.parametrize("credit", ["本报讯（记者田小禾）", "本报讯（通讯员李永）", "本报讯(记者田小禾)"])
def test_no_company_reaches_over_the_credit_before_it(credit: str) -> None:
    text = f"{credit}河州水务集团有限公司投资1.25亿元建设城北水厂项目。"
    assert names(text, "company") == ["河州水务集团有限公司"]
