"""Where things are: what pages state, and what their city merely suggests."""

from __future__ import annotations

import pytest

from kg.graph.whereabouts import seats, seen_in
from kg.model import Corpus
from tests.graph.small import Says, told

TYPES = {"云溪水厂": "facility", "青桐园区": "zone", "秦望舒": "person", "禾晟建设": "company", "佟书": "person"}
STATED = (Says("云溪水厂在青桐园区。", claims=(("云溪水厂", "located_in", "青桐园区"),)),)


def suggested(corpus: Corpus) -> dict[str, str]:
    names = {entity.id: entity.name for entity in corpus.entities}
    return {names[id_]: str(found) for id_, found in seen_in(corpus).items()}


def test_a_place_is_stated_by_a_claim_and_suggested_by_the_city_of_the_page() -> None:
    corpus = told(TYPES, STATED, city="许昌市")
    names = {entity.id: entity.name for entity in corpus.entities}
    assert [(names[id_], [names[place] for place in places]) for id_, places in seats(corpus).items()] == [("云溪水厂", ["青桐园区"])]
    assert suggested(corpus) == {"青桐园区": "《报道0》（许昌）"}


def test_people_guests_and_the_bodies_of_guests_get_no_city() -> None:
    said = Says(
        "秦望舒会见禾晟建设佟书。", claims=(("佟书", "holds_post", "禾晟建设"),), event=("talks", {"秦望舒": "host", "佟书": "guest"})
    )
    assert suggested(told(TYPES, (said,), city="许昌市")) == {}


@pytest.mark.parametrize("name", ["国家能源集团", "中国移动", "ISO", "联合国开发计划署", "德国云麓公司", "苏州市云麓公司"])
def test_bodies_of_elsewhere_get_no_city(name: str) -> None:
    assert suggested(told({name: "company"}, (Says(f"{name}来了。"),), city="许昌市")) == {}


def test_a_name_on_pages_of_two_cities_gets_none() -> None:
    one, other = (told(TYPES, (Says(f"{city}青桐园区。"),), city=city) for city in ("许昌市", "焦作市"))
    both = Corpus(
        one.pages + other.pages,
        one.readings + other.readings,
        one.entities,
        one.entity_of | {mention.id: one.entities[0].id for mention in other.mentions()},
    )
    assert suggested(one)
    assert suggested(other)
    assert suggested(both) == {}


def test_a_place_of_another_province_gets_none() -> None:
    assert suggested(told({"喀什": "place", "青溪村": "place"}, (Says("喀什和青溪村。"),), city="许昌市")) == {
        "青溪村": "《报道0》（许昌）"
    }
