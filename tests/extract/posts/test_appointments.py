"""What verbs say of posts."""

from __future__ import annotations

import pytest

from tests.extract.marked import posts, read


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


def test_a_pronoun_stands_for_the_person_named_last() -> None:
    assert posts("〔P伍甲〕正在检查设备。她是〔C龙门供电所〕所长。") == [("伍甲", "所长", "龙门供电所")]


def test_an_office_held_besides_is_at_the_firm_spoken_of() -> None:
    assert ("丁海棠", "总经理", "青溪调味") in posts("〔C青溪调味〕董事长一职空缺，总经理一职由〔C巴蕴食品〕副总裁〔P丁海棠〕兼任。")
