import random

import networkx as nx
import pytest

from bench import cases
from kg.model import Corpus, Reading
from tests.resolve.factory import draft, link, mention, name_of, names, reading

FULL = ("河南沐岑电气股份有限公司", "company")
SHORT = ("沐岑电气", "company")


def world() -> list[Reading]:
    return [
        reading("河南沐岑电气股份有限公司开工，沐岑电气董事长到会。", FULL, SHORT, page="1.txt"),
        reading("沐岑电气发货，市教育局到场。", SHORT, ("市教育局", "agency"), page="2.txt"),
        reading("高新区召开会议。", ("高新区", "zone"), city="绵阳市", page="3.txt"),
        reading("高新区召开会议，市教育局参加。", ("高新区", "zone"), ("市教育局", "agency"), city="邢台市", page="4.txt"),
        reading("市教育局公布。", ("市教育局", "agency"), page="5.txt"),
    ]


def shape(corpus: Corpus) -> set[tuple[str, str, tuple[str, ...]]]:
    return {(e.id, e.name, e.mentions) for e in corpus.entities}


def test_short_name_joins_its_full_name_on_the_page_and_in_the_city() -> None:
    corpus = link(*world())
    assert [len(e.mentions) for e in corpus.entities if e.type == "company"] == [3]


def test_short_name_does_not_merge_across_cities() -> None:
    one = reading("沐岑电气发货。", SHORT, city="酒泉市", page="1.txt")
    two = reading("河南沐岑电气股份有限公司开工。", FULL, city="信阳市", page="2.txt")
    assert len(link(one, two).entities) == 2


def test_short_name_that_two_full_names_have_is_refused() -> None:
    made = reading(
        "安徽沐岑电缆有限公司与上海沐岑线缆有限公司签约，沐岑电话。",
        ("安徽沐岑电缆有限公司", "company"),
        ("上海沐岑线缆有限公司", "company"),
        ("沐岑", "company"),
    )
    corpus = link(made)
    assert len(corpus.entities) == 3
    assert any("may also stand for" in r.reason for r in corpus.refusals)


def test_one_function_in_two_cities_is_two() -> None:
    assert {n for t, n in names(link(*world())) if t == "agency"} == {"许昌市教育局", "邢台市教育局"}


def test_zone_of_one_kind_in_two_cities_is_two() -> None:
    assert {n for t, n in names(link(*world())) if t == "zone"} == {"绵阳高新区", "邢台高新区"}


def test_zones_of_two_places_on_one_page_are_two() -> None:
    made = reading(
        "邢台襄都经济开发区召开会议，开发区扩园。酒泉经济开发区派员，经济开发区代表发言。",
        *((name, "zone") for name in ("邢台襄都经济开发区", "开发区", "酒泉经济开发区", "经济开发区")),
    )
    assert {n for _, n in names(link(made))} == {"邢台襄都经济开发区", "酒泉经济开发区"}


def test_weak_links_never_tie_two_full_names_together() -> None:
    one = reading("安徽沐岑电缆有限公司开工，沐岑电缆扩产。", ("安徽沐岑电缆有限公司", "company"), ("沐岑电缆", "company"), page="1.txt")
    two = reading("上海沐岑电缆有限公司开工，沐岑电缆扩产。", ("上海沐岑电缆有限公司", "company"), ("沐岑电缆", "company"), page="2.txt")
    corpus = link(one, two)
    assert corpus.entity_of[mention(one, "安徽沐岑电缆有限公司").id] != corpus.entity_of[mention(two, "上海沐岑电缆有限公司").id]
    assert name_of(corpus, two, "沐岑电缆") == "上海沐岑电缆有限公司"


@pytest.mark.parametrize(("type_", "n"), [("company", 1), ("agency", 2)])
def test_a_short_form_stands_for_a_name_of_its_own_type_alone(type_: str, n: int) -> None:
    made = reading("唐州建达轧钢开会，建达到会。", ("唐州建达轧钢", type_), ("建达", "company"))
    assert len(link(made).entities) == n


def test_stated_alias_joins_what_no_rule_would() -> None:
    made = reading("商洛秦硕水务投资有限公司（以下简称水投公司）开工。", ("商洛秦硕水务投资有限公司", "company"), ("水投公司", "company"))
    assert name_of(link(made), made, "水投公司") == "商洛秦硕水务投资有限公司"


def test_former_name_is_one_more_name() -> None:
    made = reading("岑岚机床厂更名为大同岑岚机床有限公司。", ("岑岚机床厂", "company"), ("大同岑岚机床有限公司", "company"))
    assert name_of(link(made), made, "岑岚机床厂") == "大同岑岚机床有限公司"


@pytest.mark.parametrize("seed", range(5))
def test_order_of_input_changes_nothing(seed: int) -> None:
    shuffled = world()
    random.Random(seed).shuffle(shuffled)
    assert shape(link(*shuffled)) == shape(link(*world()))


def test_entities_are_the_components_of_their_joins() -> None:
    corpus = link(*world())
    graph = nx.Graph()
    graph.add_nodes_from(corpus.entity_of)
    graph.add_edges_from((j.left, j.right) for e in corpus.entities for j in e.joins)
    assert {frozenset(c) for c in nx.connected_components(graph)} == {frozenset(e.mentions) for e in corpus.entities}


def test_adding_a_page_changes_no_id() -> None:
    before = {e.name: e.id for e in link(*world()[:3]).entities}
    after = {e.name: e.id for e in link(*world()).entities}
    assert before.items() <= after.items()


def test_a_merge_leaves_the_old_id_resolvable() -> None:
    alone = link(world()[1])
    old = next(e.id for e in alone.entities if e.type == "company")
    corpus = link(*world())
    now = next(e for e in corpus.entities if e.type == "company")
    assert old != now.id
    assert corpus.aliases[old] == now.id


def test_every_mention_has_an_entity() -> None:
    made = draft("河南沐岑电气股份有限公司开工，该公司扩产，全市瞩目。", FULL)
    made.point(15, 18, made.mentions[0], "test")
    made.imply(21, 23, "place", "许昌市", "test")
    made_reading = made.freeze()
    corpus = link(made_reading)
    assert set(corpus.entity_of) == {m.id for m in made_reading.mentions}
    assert corpus.entity_of[mention(made_reading, "该公司").id] == corpus.entity_of[mention(made_reading, FULL[0]).id]
    assert ("place", "许昌市") in names(corpus)


def test_surname_and_title_is_the_one_of_that_surname_on_the_page() -> None:
    made = reading("李永庆到岗。王院长离任，李院长致辞。", ("李永庆", "person"), ("王院长", "person"), ("李院长", "person"))
    corpus = link(made)
    assert name_of(corpus, made, "李院长") == "李永庆"
    assert name_of(corpus, made, "王院长") == "王院长"


def test_surname_and_title_is_nobody_if_two_bear_the_surname() -> None:
    made = reading("李永庆、李春望到岗，李院长致辞。", ("李永庆", "person"), ("李春望", "person"), ("李院长", "person"))
    assert name_of(link(made), made, "李院长") == "李院长"


def test_people_of_one_name_join_in_one_body_and_part_in_two() -> None:
    table = [c for c in cases.cases() if c.kind in ("person: one body, two cities", "person: one name, two bodies")]
    assert {(c.expected, cases.joined(c)) for c in table} == {("same", True), ("different", False)}


def person(name: str, body: tuple[str, str], page: str) -> Reading:
    made = draft(f"{body[0]}消息，{name}。", body, (name, "person"), city="大同市", page=page)
    made.claim(made.mentions[1], "holds_post", made.mentions[0], [(0, len(body[0]))], "test")
    return made.freeze()


def test_a_person_of_no_known_body_ties_no_two_namesakes_together() -> None:
    one = person("李伟", ("大同市公安局", "agency"), "1.txt")
    two = person("李伟", ("大同岑岚焦化有限公司", "company"), "2.txt")
    bare = reading("李伟到会。", ("李伟", "person"), city="大同市", page="3.txt")
    corpus = link(one, two, bare)
    assert len([e for e in corpus.entities if e.type == "person"]) == 3
    assert any("several people of this name" in r.reason for r in corpus.refusals)


def test_a_person_of_no_known_body_joins_the_only_one_there_is() -> None:
    one = person("李伟", ("大同市公安局", "agency"), "1.txt")
    bare = reading("李伟到会。", ("李伟", "person"), city="大同市", page="3.txt")
    assert len([e for e in link(one, bare).entities if e.type == "person"]) == 1


def test_no_strong_difference_is_joined_and_nearly_all_strong_sameness_is() -> None:
    _, strengths, misses = cases.run(cases.cases())
    strong = strengths["STRONG"]
    assert strong.fused == 0, misses
    assert strong.joined >= 0.95 * strong.same, misses
    assert strong.same + strong.different >= 200


def test_no_claim_links_a_thing_to_itself() -> None:
    made = draft("河南沐岑电气股份有限公司开工，沐岑电气董事长到会。", FULL, SHORT)
    whole, short = sorted(made.mentions, key=lambda m: m.start)
    made.claim(short, "part_of", whole, [(0, 19)], "test")
    corpus = link(made.freeze())
    assert corpus.entity_of[whole.id] == corpus.entity_of[short.id]
    assert list(corpus.claims()) == []
    assert [rejected.reason for rejected in corpus.rejected] == ["part_of of a thing and itself"]


def test_a_firm_without_form_is_known_by_a_piece_of_its_name_in_its_article() -> None:
    made = reading("岑白沂源药业获奖。沂源药业总经理讲话。", ("岑白沂源药业", "company"), ("沂源药业", "company"))
    corpus = link(made)
    assert name_of(corpus, made, "沂源药业") == "岑白沂源药业"


def test_a_numbered_company_is_no_longer_form_of_its_parent() -> None:
    made = reading("岑江路桥中标，岑江路桥一公司施工。", ("岑江路桥一公司", "company"), ("岑江路桥", "company"))
    corpus = link(made)
    assert len({e.name for e in corpus.entities if e.type == "company"}) == 2


def test_a_foreigner_is_known_by_the_last_part_of_the_name() -> None:
    made = reading("汉斯·魏德勒致辞。魏德勒说。", ("汉斯·魏德勒", "person"), ("魏德勒", "person"))
    corpus = link(made)
    assert len({e.name for e in corpus.entities if e.type == "person"}) == 1


def test_a_bare_committee_is_the_only_one_that_its_articles_name() -> None:
    made = reading("岑沂地委开会。地委书记讲话。", ("岑沂地委", "agency"), ("地委", "agency"), city="")
    corpus = link(made)
    assert name_of(corpus, made, "地委") == "岑沂地委"


@pytest.mark.parametrize(("rule", "companies"), [("invest-each", 2), ("learned:relations@1", 1)])
def test_a_venture_does_not_absorb_the_founder_whose_brand_it_bears(rule: str, companies: int) -> None:
    made = draft("长岑汽车持有长岑沐达汽车有限公司50%股权。", ("长岑汽车", "company"), ("长岑沐达汽车有限公司", "company"))
    founder, venture = made.mentions
    made.claim(founder, "invests_in", venture, [(0, 5)], rule)
    assert len(link(made.freeze()).entities) == companies
