"""Where a person's name ends."""

import pytest

from tests.extract.naming import names


def test_a_name_is_not_cut_short_within_a_list() -> None:
    assert names("县领导柏明川、薛远安、柏勇、李相林参加活动。", "person") == ["柏明川", "薛远安", "柏勇", "李相林"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("副书记柏广和、主任任立平参加。", ["柏广和", "任立平"]),
        ("会长柏广和说，今年好。", ["柏广和"]),
        ("市长柏广宇和副市长任立平参加。", ["柏广宇", "任立平"]),
    ],
    ids=["before a mark", "before a verb of saying", "a conjunction"],
)
def test_a_name_may_end_like_a_conjunction(text: str, wanted: list[str]) -> None:
    assert names(text, "person") == wanted
