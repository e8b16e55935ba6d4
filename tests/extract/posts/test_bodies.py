"""At which body a title is held."""

from __future__ import annotations

import pytest

from kg.extract.posts.find import find_posts
from tests.extract.marked import draft, posts


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


def test_a_worker_without_a_body_works_at_the_one_named_before() -> None:
    assert posts("在〔C薛坡运维班〕管理的〔F薛坡变电站〕，值班员〔P寇甲〕、〔P张乙〕正在巡视。") == [
        ("寇甲", "值班员", "薛坡运维班"),
        ("张乙", "值班员", "薛坡运维班"),
    ]


def test_a_body_that_only_the_title_names_becomes_a_name() -> None:
    made = draft("市沿海办主任〔P甲一〕到会。")
    find_posts(made)
    assert [(m.surface, m.type) for m in made.mentions] == [("市沿海办", "agency"), ("甲一", "person")]


def test_bare_bodies_after_another_citys_are_that_citys() -> None:
    made = "〔A江川市委〕书记〔P张立〕，〔A市委〕副书记、市长〔P李明〕，〔A市政协〕主席〔P王强〕参加考察。"
    assert posts(made, city="青川市") == [
        ("张立", "市委书记", "江川市委"),
        ("李明", "市委副书记", "江川市委"),
        ("李明", "市长", "江川市"),
        ("王强", "主席", "江川市政协"),
    ]


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        (
            "〔C望川重工〕纪委书记〔P苗一禾〕、工会主席〔P石开〕出席。",
            [("苗一禾", "纪委书记", "望川重工"), ("石开", "工会主席", "望川重工")],
        ),
        (
            "〔C望川重工〕党委书记、董事长〔P苗一禾〕和纪委副书记〔P石开〕到会。",
            [("苗一禾", "党委书记", "望川重工"), ("苗一禾", "董事长", "望川重工"), ("石开", "纪委副书记", "望川重工")],
        ),
        ("〔A青河县纪委〕副书记〔P石开〕到会。", [("石开", "县纪委副书记", "青河县纪委")]),
    ],
    ids=["two organs", "carried on", "a county's is a body of its own"],
)
def test_posts_in_a_companys_own_organs_are_at_the_company(marked: str, said: list[tuple[str, str, str]]) -> None:
    assert posts(marked) == said


def test_a_first_secretary_sent_to_a_village_holds_no_post_at_the_town() -> None:
    assert posts("〔L青石镇东坪村〕脱贫。〔L青石镇〕驻村第一书记〔P石开〕到场。") == [("石开", "驻村第一书记", "青石镇东坪村")]
    assert posts("〔L青石镇〕驻村第一书记〔P石开〕到场。") == []
    assert posts("〔L东坪社区〕驻村第一书记〔P石开〕到场。") == [("石开", "驻村第一书记", "东坪社区")]
