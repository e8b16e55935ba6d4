"""Who holds what post where."""

from __future__ import annotations

import pytest

from kg.extract.posts.find import find_posts
from tests.extract.marked import draft, posts


def test_a_title_may_follow_the_name() -> None:
    assert posts("〔I中心敬老院〕〔P李永庆〕院长连声道谢。") == [("李永庆", "院长", "中心敬老院")]


def test_a_villager_holds_no_post() -> None:
    assert posts("〔L刘寨村〕村民〔P甲一〕说。") == []


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
