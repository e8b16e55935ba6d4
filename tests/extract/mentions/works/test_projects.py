"""What kg.extract.mentions.{projects,project_spans,project_lists} call a project."""

import pytest

from tests.extract.naming import names


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("在110千伏石桥输变电工程施工现场，工人正在吊装。", ["110千伏石桥输变电工程"]),
        ("石桥镇2015年农网改造工程按期推进。", ["石桥镇2015年农网改造工程"]),
        ("云岭至石桥±800千伏特高压直流输电工程有序推进。", ["云岭至石桥±800千伏特高压直流输电工程"]),
        ("甲溪-乙溪-丙溪330千伏二回线路工程有序推进。", ["甲溪-乙溪-丙溪330千伏二回线路工程"]),
        ("云岭恒拓建筑有限公司预制板和吊装机具项目开工。", ["云岭恒拓建筑有限公司预制板和吊装机具项目"]),
        ("石桥口岸（升格）基础设施工程竣工。", ["石桥口岸（升格）基础设施工程"]),
        ("云岭文溪科技有限公司折叠式包装产业示范基地项目开工。", ["云岭文溪科技有限公司折叠式包装产业示范基地项目"]),
        ("总投资1亿元的丰和纳米材料项目开工。", ["丰和纳米材料项目"]),
    ],
    ids=[
        "a torn name behind a voltage",
        "a year inside",
        "from place to place",
        "hyphens",
        "和 governed by one company",
        "a bracket",
        "a verb made a noun",
        "和 inside a brand",
    ],
)
def test_a_project_runs_left_to_where_its_name_begins(text: str, wanted: list[str]) -> None:
    assert names(text, "project") == wanted


@pytest.mark.parametrize(
    "text",
    [
        "一大批项目纳入规划。",
        "省列重大项目共有9个。",
        "市级层面重大项目完成投资80亿元。",
        "要抓实重大项目建设，注重高新技术项目引进。",
        "石桥中学主体工程已完工。",
        "建成饮水工程91处，其中管网延伸工程19处。",
    ],
)
def test_a_class_of_projects_is_no_name(text: str) -> None:
    assert names(text, "project") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("目前，天禾源番茄酱等19个项目已竣工达产。", ["天禾源番茄酱"]),
        ("云石高铁、下溪山水库、石桥市博物馆等重点工程加快建设。", ["云石高铁", "下溪山水库", "石桥市博物馆"]),
        (
            "观摩了石桥欣德电气产业园、云岭上嘉电气产业园和海森中科产业升级搬迁三个项目。",
            ["石桥欣德电气产业园", "云岭上嘉电气产业园", "海森中科产业升级搬迁"],
        ),
        ("察看了S202凌石段、建平大道（三期、四期）等重大交通项目建设现场。", ["S202凌石段", "建平大道（三期、四期）"]),
        ("8个项目分别是：恒某微购电商城建设项目、石桥大道改造项目。", ["恒某微购电商城建设项目", "石桥大道改造项目"]),
        ("加快推进道路硬化、河道治理等工程。", []),
    ],
    ids=["one and a count", "structures", "a count that ends the list", "a bracket with 、", "members with tails", "no names"],
)
def test_members_of_a_list_of_projects(text: str, wanted: list[str]) -> None:
    assert names(text, "project") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("石桥县至云溪县高速公路建成通车。", ["石桥县至云溪县高速公路"]),
        ("新建一座220千伏品石变电站和110千伏观溪变电站。", ["220千伏品石变电站", "110千伏观溪变电站"]),
        ("110千伏石桥变电站投运，石桥变电站的投运将提高供电能力。", ["110千伏石桥变电站", "石桥变电站"]),
        ("投资2.6亿元在云岭建设中德传动研发中心。", ["中德传动研发中心"]),
        ("云石高速公路全长80公里，车流量很大。", []),
    ],
    ids=["a road opened", "two stations", "again without its voltage", "paid for", "a road that lies there"],
)
def test_what_the_sentence_builds_is_a_project(text: str, wanted: list[str]) -> None:
    assert names(text, "project") == wanted


def test_a_park_visited_stays_a_park() -> None:
    text = "副市长参观了石桥金属材料产业园、云岭生物科技产业园等重点项目建设现场。"
    assert names(text, "zone") == ["石桥金属材料产业园", "云岭生物科技产业园"]
    assert names(text, "project") == []
