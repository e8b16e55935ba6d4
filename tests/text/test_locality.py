from kg.model import Locality
from kg.names.divisions import divisions, named
from kg.text.locality import article_locality, halves, page_locality
from tests.text.factory import read


def test_counties_and_full_names_tell_whose_page_it_is():
    here = page_locality("我市召开会议，禹州市、长葛市、襄城县负责人参加。许昌市市场监管局介绍，苏州市一家企业来访。")
    assert (here.province, here.city) == ("河南省", "许昌市")
    assert "禹州市" in here.evidence
    assert here.confidence > 0.6


def test_a_county_level_city_of_its_own_is_the_city():
    here = page_locality(
        "邹平市委召开会议。邹平市长山镇、临池镇、黛溪街道负责人参加，邹平市工商联、邹平商会作了发言，邹平经济开发区介绍情况。"
    )
    assert here.city == "邹平市"


def test_a_zone_that_prints_its_name_bare_is_named_with_its_city():
    text = (
        "，高新区党工委书记讲话，高新区管委会主任参加。全区各单位、区领导出席。，高新区应急管理局、该区企业参加。"
        "平顶山高新区公众号。平顶山市。"
    )
    assert page_locality(text).zone == "平顶山高新区"


def test_a_stated_short_form_is_the_article_s_own_zone():
    here = article_locality("记者走进国家许昌经济技术开发区（以下简称开发区）电梯产业园。", Locality("河南省", "许昌市"))
    assert here.zone == "国家许昌经济技术开发区"


def test_an_article_has_the_county_it_names():
    assert article_locality("11月30日，武陟县供电公司在武陟县巡视线路。", Locality("河南省", "焦作市")).county == "武陟县"


def test_a_page_that_names_no_place_has_no_city():
    assert page_locality("他说，今天天气很好。") == Locality()


def test_a_road_is_no_city():
    assert "中山" not in named("他住在中山路。")


def test_a_renamed_county_is_still_in_its_city():
    assert {d.city for d in divisions()["许昌县"]} == {"许昌市"}


def test_a_page_of_two_papers_speaks_of_two_cities():
    wuhu = "我市召开会议。遂宁市、射洪市、蓬溪县、安居区、船山区负责人参加，遂宁市长讲话。"
    other = "我市召开会议。滁州市、天长市、来安县、定远县、南谯区负责人参加，滁州市长讲话。"
    assert halves([wuhu, wuhu, other, other]) == 2
    assert halves([wuhu, wuhu, wuhu]) == 0


def test_a_page_of_many_cities_is_of_none_and_each_article_of_its_own():
    cities = ("沧州市", "营口市", "定西市", "崇左市")
    news = [f"本报讯（记者 田小禾）{city}水务公司启动水厂扩建。{city}政府召开会议，{city[:2]}各单位参加。" for city in cities]
    found = read("\n\n".join(news))
    assert found.locality.city is None
    assert [a.locality.city for a in found.articles] == list(cities)


def test_brands_do_not_vote_for_the_page_s_city() -> None:
    brand = "黄石电缆有限公司董事长贺长庚到市教育局调研。黄石电缆有限公司捐款。黄石电缆有限公司总经理到会。"
    assert page_locality(brand).city is None
    assert page_locality(brand + "黄石市教育局局长、黄石港区区长到会。").city == "黄石市"


def test_a_small_place_that_opens_with_a_city_is_not_that_city():
    assert "宝鸡" not in named("宝鸡岗农场、宝鸡坪村")
    assert named("宝鸡和宝鸡市镇江路")["宝鸡"] == 1


def test_a_city_that_no_list_has_is_where_a_page_speaks_from() -> None:
    page = "沧浔晚报\n我市昨日召开会议。副市长贺长庚参加。沧浔市第二水厂、沧浔毛巾厂、沧浔港务局代表发言。"
    assert (page_locality(page).province, page_locality(page).city) == (None, "沧浔市")
    assert page_locality(page.replace("我市", "会议").replace("副市长", "经理")).city is None
    assert page_locality("沧浔毛巾厂在农贸市场开店，副市长贺长庚参加。沧浔人、沧浔菜、沧浔话。").city is None


def test_a_city_that_no_table_has_and_the_page_names_again_and_again_is_its_own():
    text = "泉岭日报\n我市召开会议，泉岭市水务局、泉岭市环保局负责人参加。矿区的人说，泉岭市的水清了。矿区还要再种树。"
    assert page_locality(text).city == "泉岭市"
    assert page_locality(text.replace("泉岭", "阳泉")).city == "阳泉市"
