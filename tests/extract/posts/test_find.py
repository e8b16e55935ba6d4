"""Who holds what post where."""

from __future__ import annotations

import pytest

from kg.extract.posts.find import find_posts
from tests.extract.marked import draft, posts, read


def test_a_chain_before_a_name_is_one_post_for_each_title() -> None:
    assert posts("〔A市委〕常委、副市长、〔A高新区党工委〕书记〔P张立〕参加调研。", city="滁州市") == [
        ("张立", "市委常委", "市委"),
        ("张立", "副市长", "滁州市"),
        ("张立", "党工委书记", "高新区党工委"),
    ]


def test_one_title_is_over_the_whole_list_that_follows() -> None:
    assert posts("〔A市政协〕主席〔P甲一〕，副主席〔P乙二〕、〔P丙三〕，秘书长〔P丁四〕参加。") == [
        ("甲一", "主席", "市政协"),
        ("乙二", "副主席", "市政协"),
        ("丙三", "副主席", "市政协"),
        ("丁四", "秘书长", "市政协"),
    ]


def test_district_leaders_on_a_zones_page_are_held_at_the_zone() -> None:
    assert posts("区领导〔P甲一〕、〔P乙二〕出席会议。", zone="焦作市示范区") == [
        ("甲一", "区领导", "焦作市示范区"),
        ("乙二", "区领导", "焦作市示范区"),
    ]


def test_a_mayor_of_a_named_city_is_not_the_pages_mayor() -> None:
    assert posts("〔L天长市〕市长〔P甲一〕致辞。", city="滁州市") == [("甲一", "市长", "天长市")]


def test_a_district_committee_tells_which_district_its_mayor_has() -> None:
    assert posts("〔A南谯区委〕副书记、代区长〔P甲一〕参加。", city="滁州市", county="天长市") == [
        ("甲一", "区委副书记", "南谯区委"),
        ("甲一", "代区长", "南谯区"),
    ]


@pytest.mark.parametrize(
    ("marked", "title"),
    [
        ("〔A县委〕书记〔P甲一〕到会。", "县委书记"),
        ("〔A来安县委〕书记〔P甲一〕到会。", "县委书记"),
        ("〔A开发区管委会〕副主任〔P甲一〕到会。", "管委会副主任"),
        ("〔A市商务局〕局长〔P甲一〕到会。", "局长"),
        ("〔A市关工委〕主任〔P甲一〕到会。", "主任"),
        ("〔A村党支部〕书记〔P甲一〕说。", "村党支部书记"),
        ("〔I某大学〕党委书记〔P甲一〕说。", "党委书记"),
        ("〔C某供电公司〕系统运行管理专责〔P甲一〕说。", "系统运行管理专责"),
        ("〔A市经信委〕原副主任〔P甲一〕到会。", "原副主任"),
        ("〔C某矿业公司〕瓦斯检查员〔P甲一〕说。", "瓦斯检查员"),
    ],
    ids=[
        "bare committee",
        "named committee",
        "management committee",
        "bureau",
        "committee that is none",
        "village branch",
        "party secretary",
        "modifier",
        "former",
        "head in no list",
    ],
)
def test_a_title_is_filed_as_printed(marked: str, title: str) -> None:
    assert [row[1] for row in posts(marked)] == [title]


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        ("〔A市经信委〕原副主任〔P甲一〕到会。", "former"),
        ("免去〔P甲一〕的〔A市水利局〕局长职务。", "former"),
        ("〔P甲一〕不再担任〔C某公司〕董事长。", "former"),
        ("〔P甲一〕，男，1975年生，现任〔A市发改委〕副主任。", "stated"),
        ("〔P甲一〕，男，1975年生，拟任〔A市商务局〕局长。", "designate"),
        ("会议任命〔P甲一〕为〔A市水利局〕局长。", "stated"),
    ],
)
def test_past_and_coming_posts_say_so(marked: str, status: str) -> None:
    made = read(marked)
    assert [c.status for c in made.claims if c.predicate == "holds_post"] == [status]


def test_a_title_may_follow_the_name() -> None:
    assert posts("〔I中心敬老院〕〔P李永庆〕院长连声道谢。") == [("李永庆", "院长", "中心敬老院")]


def test_a_pronoun_stands_for_the_person_named_last() -> None:
    assert posts("〔P伍甲〕正在检查设备。她是〔C龙门供电所〕所长。") == [("伍甲", "所长", "龙门供电所")]


def test_a_word_that_begins_like_a_title_is_none() -> None:
    assert posts("〔A市水利局〕门口，〔P王立〕局长期关门。") == []


def test_an_office_held_besides_is_at_the_firm_spoken_of() -> None:
    assert ("丁海棠", "总经理", "青溪调味") in posts("〔C青溪调味〕董事长一职空缺，总经理一职由〔C巴蕴食品〕副总裁〔P丁海棠〕兼任。")


def test_a_worker_without_a_body_works_at_the_one_named_before() -> None:
    assert posts("在〔C薛坡运维班〕管理的〔F薛坡变电站〕，值班员〔P寇甲〕、〔P张乙〕正在巡视。") == [
        ("寇甲", "值班员", "薛坡运维班"),
        ("张乙", "值班员", "薛坡运维班"),
    ]


def test_a_villager_holds_no_post() -> None:
    assert posts("〔L刘寨村〕村民〔P甲一〕说。") == []


def test_a_body_that_only_the_title_names_becomes_a_name() -> None:
    made = draft("市沿海办主任〔P甲一〕到会。")
    find_posts(made)
    assert [(m.surface, m.type) for m in made.mentions] == [("市沿海办", "agency"), ("甲一", "person")]


def test_a_bureau_named_by_its_place_alone_is_a_body() -> None:
    assert posts("〔L淅川〕局局长〔P迟甲〕陪同。") == [("迟甲", "局长", "淅川局")]


@pytest.mark.parametrize(
    ("marked", "last"),
    [
        ("〔A杭州市委〕常委、宣传部长〔P甲一〕到会。", ("甲一", "宣传部长", "杭州市委")),
        ("〔A市工信局〕长〔P甲一〕到会。", ("甲一", "局长", "市工信局")),
        ("团〔A县委〕书记〔P甲一〕到会。", ("甲一", "团县委书记", "团县委")),
        ("〔A县委〕常委、监委主任〔P甲一〕到会。", ("甲一", "主任", "监委")),
    ],
    ids=["head of a department of the committee", "one 局 for two", "the league is not the party", "an organ no finder saw"],
)
def test_a_body_is_not_mistaken_for_its_neighbour(marked: str, last: tuple[str, str, str]) -> None:
    assert posts(marked)[-1] == last


def test_a_title_whose_body_nothing_tells_is_rejected_with_a_reason() -> None:
    made = draft("主任〔P甲一〕到会。")
    find_posts(made)
    assert [(r.surface, r.reason) for r in made.rejected] == [("主任", "no body is named or implied")]


def test_the_evidence_is_the_chain_and_the_name() -> None:
    made = draft("据悉，〔A市委〕常委、〔A市纪委〕书记〔P甲一〕到会讲话。")
    find_posts(made)
    assert [c.evidence.quote for c in made.claims] == ["市委常委、市纪委书记甲一", "市纪委书记甲一"]


def test_who_speaks_for_a_body_is_no_deputy_of_it() -> None:
    assert posts("〔C甲集团〕举行仪式，〔P张立〕代表〔A市政府〕致辞。", city="青川市") == []


def test_the_general_secretary_holds_no_post_at_the_body_named_before() -> None:
    assert posts("〔A市委统战部〕学习〔P张立〕总书记重要讲话。", city="青川市") == []


def test_the_guest_whom_a_mayor_meets_is_no_mayor() -> None:
    assert posts("〔A市委〕副书记、市长〔P张立〕与〔P李明〕座谈交流。", city="青川市") == [
        ("张立", "市委副书记", "市委"),
        ("张立", "市长", "青川市"),
    ]


def test_bare_bodies_after_another_citys_are_that_citys() -> None:
    made = "〔A江川市委〕书记〔P张立〕，〔A市委〕副书记、市长〔P李明〕，〔A市政协〕主席〔P王强〕参加考察。"
    assert posts(made, city="青川市") == [
        ("张立", "市委书记", "江川市委"),
        ("李明", "市委副书记", "江川市委"),
        ("李明", "市长", "江川市"),
        ("王强", "主席", "江川市政协"),
    ]


def test_a_member_of_a_leading_group_holds_that_post() -> None:
    assert posts("〔A县政府党组〕成员〔P朱江〕参加会议。", county="青川县") == [("朱江", "党组成员", "县政府党组")]


def test_the_head_of_a_government_is_the_places_head() -> None:
    assert posts("〔A旗委〕副书记、政府旗长〔P蔡志〕主持会议。", county="青川旗") == [
        ("蔡志", "旗委副书记", "旗委"),
        ("蔡志", "政府旗长", "青川旗"),
    ]
