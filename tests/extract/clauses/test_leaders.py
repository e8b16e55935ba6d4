"""Who is to act where a leader demands it."""

from __future__ import annotations

import pytest

from kg.extract.clauses.article import ArticleClauses
from kg.extract.clauses.leaders import to_act
from kg.extract.posts.find import find_posts
from tests.extract.marked import draft


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("〔A市委〕书记、市长〔P甲一〕调研。〔P甲一〕强调，要持续开展活动。", ["青川市"]),
        ("〔A市委〕书记、市长〔P甲一〕调研。〔P甲一〕强调，〔A市税务局〕要持续开展活动。", ["市税务局"]),
        ("为持续开展活动，〔A市税务局〕加强宣传。", ["市税务局"]),
        ("〔A市委〕副书记、市长〔P甲一〕率队，持续开展活动。", ["青川市"]),
        ("〔A市税务局〕持续开展活动。", ["市税务局"]),
    ],
    ids=["the place led", "another actor between", "behind an aim", "the committee's leader", "the plain subject"],
)
def test_who_is_to_act(marked: str, names: list[str]) -> None:
    made = draft(marked, city="青川市")
    find_posts(made)
    article = ArticleClauses(made)
    folded = next(s for s in article.sentences if "开展活动" in s.text)
    assert [article.name(m) for m in to_act(article, folded, folded.text.index("活动")).mentions] == names
