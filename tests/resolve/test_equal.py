import random

import pytest

from kg.model import Corpus, Reading
from kg.names.places import bare
from tests.resolve.factory import draft, link

CITIES = ("许昌市", "宝鸡市", "滁州市", "大同市")
BODIES = ("交通运输局", "应急管理局", "商务局")


def page(number: int, draw: random.Random) -> Reading:
    """One page that names 周立平, of a body of its city, of one of another city, or of none."""
    city = draw.choice(CITIES)
    body = draw.choice(CITIES if draw.random() < 0.2 else (city,)) + draw.choice(BODIES)
    text = f"{body}局长周立平到会。"
    made = draft(text, (body, "agency"), ("周立平", "person"), city=city, page=f"{number}.txt")
    agency, person = made.mentions
    if draw.random() < 0.8:
        made.claim(person, "holds_post", agency, [(0, len(text))], "test", qualifiers={"title": "局长"})
    return made.freeze()


def bearers(corpus: Corpus) -> set[frozenset[str]]:
    return {frozenset(e.mentions) for e in corpus.entities}


@pytest.mark.parametrize("seed", range(6))
def test_many_kinds_of_one_name_become_the_same_things_as_if_all_were_compared(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    readings = [page(number, random.Random(f"{seed}/{number}")) for number in range(30)]
    monkeypatch.setattr("kg.resolve.equal.MANY", 10**6)
    told = link(*readings)
    monkeypatch.setattr("kg.resolve.equal.MANY", 2)
    assert bearers(link(*readings)) == bearers(told)
    assert len({len(things) for things in bearers(told)}) > 1


def test_the_refusals_of_a_name_of_many_people_do_not_grow_with_their_square(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.resolve.equal.MANY", 3)
    mills = [f"{bare(city)}{brand}机械有限公司" for city in CITIES for brand in ("沣垣", "铎远", "沐岑")]
    readings = [
        draft(f"{mill}董事长周立平到会。", (mill, "company"), ("周立平", "person"), city=f"{mill[:2]}市", page=mill) for mill in mills
    ]
    for made in readings:
        made.claim(made.mentions[1], "holds_post", made.mentions[0], [(0, len(made.text) - 1)], "test", qualifiers={"title": "董事长"})
    corpus = link(*(made.freeze() for made in readings))
    people = [e for e in corpus.entities if e.type == "person"]
    assert len(people) == len(readings)
    assert len([j for j in corpus.refusals if j.left.endswith("person") and j.right.endswith("person")]) == 3


def test_a_national_firm_is_one_on_the_pages_of_every_city() -> None:
    for name, count in (("中铁三十二局", 1), ("农业银行", 1), ("朗垣工程局", 2)):
        pages = [draft(f"{name}到会。", (name, "company"), city=city, page=city).freeze() for city in CITIES[:2]]
        assert len(link(*pages).entities) == count, name
