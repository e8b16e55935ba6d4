"""Titles before a name, link by link."""

from __future__ import annotations

from tests.extract.marked import posts


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


def test_a_word_that_begins_like_a_title_is_none() -> None:
    assert posts("〔A市水利局〕门口，〔P王立〕局长期关门。") == []


def test_a_member_of_a_leading_group_holds_that_post() -> None:
    assert posts("〔A县政府党组〕成员〔P朱江〕参加会议。", county="青川县") == [("朱江", "党组成员", "县政府党组")]


def test_the_head_of_a_government_is_the_places_head() -> None:
    assert posts("〔A旗委〕副书记、政府旗长〔P蔡志〕主持会议。", county="青川旗") == [
        ("蔡志", "旗委副书记", "旗委"),
        ("蔡志", "政府旗长", "青川旗"),
    ]
