from dataclasses import replace

import pytest

from kg.extract.draft import Draft
from kg.model import Reading
from kg.names.places import bare
from kg.resolve.attach import MANY
from tests.resolve.factory import draft, link, mention, name_of, reading

CITIES = (
    "许昌市",
    "宝鸡市",
    "滁州市",
    "大同市",
    "酒泉市",
    "遂宁市",
    "南充市",
    "焦作市",
    "新乡市",
    "安阳市",
    "洛阳市",
    "开封市",
    "信阳市",
    "驻马店市",
    "商丘市",
    "濮阳市",
    "鹤壁市",
)
KINDS = ("城东中心学校", "城西中心学校")


def schools() -> list[Reading]:
    return [
        reading(f"{bare(city)}{kind}开学。", (f"{bare(city)}{kind}", "institution"), city=city, page=f"{city}{kind}")
        for city in CITIES
        for kind in KINDS
    ]


def test_a_short_form_that_fits_anything_is_refused_once() -> None:
    assert len(schools()) > MANY
    asked = reading("中心学校开学。", ("中心学校", "institution"), city="泉州市")
    corpus = link(*schools(), asked)
    refused = [join.reason for join in corpus.refusals if asked.mentions[0].id in (join.left, join.right)]
    assert [reason for reason in refused if "may stand for any of many names" in reason] == refused
    assert len(refused) == 1


def test_it_is_attached_in_its_own_city_whatever_the_others_are_called(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.resolve.attach.TRIED", 3)
    asked = reading("城东中心学校开学。", ("城东中心学校", "institution"), city="焦作市", page="asked")
    corpus = link(*schools(), asked)
    assert name_of(corpus, asked, "城东中心学校") == "焦作城东中心学校"


def test_works_are_what_their_page_calls_them_for_short_though_their_name_was_completed() -> None:
    zone, works, short = "岑山港区", "岑山港区30万吨级散货码头二期工程", "30万吨级散货码头二期"
    text = f"岑河港{zone}来客。{zone}昨天验收{works}。{short}年内投产。"
    made = draft(text, (f"岑河港{zone}", "zone"), (zone, "zone"), (works, "project"), (short, "project")).freeze()
    corpus = link(made)
    assert name_of(corpus, made, short) == name_of(corpus, made, works) == f"岑河港{works}"
    other = draft(f"{short}年内投产。", (short, "project"), page="2.txt", city="宝鸡市").freeze()
    apart = link(made, other)
    assert apart.entity_of[mention(other, short).id] != apart.entity_of[mention(made, works).id]


@pytest.mark.parametrize(
    ("short", "full"), [("岑山分局", "市公安局岑山分局"), ("浮桥管理所", "市浮桥管理所"), ("园区管委会", "垣北工业园区管委会")]
)
def test_an_agency_is_one_with_the_only_longer_name_of_its_page_that_it_ends(short: str, full: str) -> None:
    one = draft(f"{full}昨天开会。", (full, "agency"), page="1.txt")
    page = one.article.page
    two = replace(draft(f"{short}今天开会。", (short, "agency"), page="1.txt", number=1).article, page=page, id=f"{page.id}-a1")
    made = Draft(two)
    made.name(0, len(short), "agency", "test")
    corpus = link(one.freeze(), made.freeze())
    assert len(corpus.entities) == 1
