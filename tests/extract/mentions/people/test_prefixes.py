"""Names that run on into the next word: the page settles them."""

from __future__ import annotations

import pytest

from tests.extract.naming import names

KNOWN = "区委书记吕沛主持召开会议。吕沛强调，要抓好落实。区委书记吕沛要求，各单位要协同配合。"


@pytest.mark.parametrize("after", ["区委书记吕沛实地察看了工地。", "区委书记吕沛现场办公。"])
def test_the_page_settles_where_a_name_ends(after: str) -> None:
    assert set(names(KNOWN + after, "person")) == {"吕沛"}


def test_two_people_stay_two() -> None:
    text = "区委书记王建主持召开会议。王建强调，要抓好落实。区委书记王建要求，各单位要配合。副区长王建国、教育局局长陈立平参加会议。"
    assert set(names(text, "person")) == {"王建", "王建国", "陈立平"}
