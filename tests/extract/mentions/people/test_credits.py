"""Bylines and datelines."""

import pytest

from tests.extract.naming import names


@pytest.mark.parametrize(
    "text",
    [
        "云岭日报讯（记者陈立平）昨日下雨。",
        "本报讯（云岭日报全媒体记者陈立平）昨日下雨。",
        "云岭融媒体中心讯【记者陈立平】昨日下雨。",
        "◎云岭都市报记者陈立平\n昨日下雨。",
    ],
    ids=["a dateline", "a paper in brackets", "square brackets", "a line of its own"],
)
def test_papers_in_datelines_and_credits_are_no_names(text: str) -> None:
    assert names(text, "person", "institution") == []
