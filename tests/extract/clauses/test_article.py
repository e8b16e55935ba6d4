"""Who acts, or what is built, where a clause leaves it out."""

from __future__ import annotations

import pytest

from kg.extract.clauses.article import ArticleClauses, Spoken
from tests.extract.marked import draft


def surfaces(found: Spoken) -> list[str]:
    return [mention.surface for mention in found.mentions]


@pytest.mark.parametrize(
    ("marked", "subject"),
    [
        ("〔A市商务局〕聚焦所盼，落实政策，扎实开展活动。", ["市商务局"]),
        ("〔A市商务局〕、〔A市税务局〕上门，开展活动。", ["市商务局", "市税务局"]),
        ("〔C甲公司〕扩产。近日，开展活动。", ["甲公司"]),
        ("〔C丙公司〕建厂。“我们开展活动。”〔C乙公司〕总经理〔P张一〕说。", ["乙公司"]),
        ("〔C甲公司〕扩产。¶今年，市场回暖。¶近日，开展活动。", ["甲公司"]),
        ("近日，开展活动。", []),
    ],
    ids=["clauses back", "a list", "the sentence before", "who speaks", "the article's lead", "nobody"],
)
def test_the_subject_in_force(marked: str, subject: list[str]) -> None:
    article = ArticleClauses(draft(marked))
    folded = next(s for s in article.sentences if "开展活动" in s.text)
    assert surfaces(article.subject(folded, folded.text.index("开展活动"))) == subject


def test_a_subject_of_the_sentence_is_none_of_an_earlier_one() -> None:
    article = ArticleClauses(draft("〔C甲公司〕扩产。近日，开展活动。"))
    folded = article.sentences[1]
    assert article.subject(folded, 3).ranges == [(0, 3)]
    assert surfaces(article.subject_here(folded, 3)) == []


def test_a_subject_may_come_after() -> None:
    article = ArticleClauses(draft("《〔G助企办法〕》将施行，据悉，〔A市税务局〕将据此办理。"))
    assert surfaces(article.subject_after(article.sentences[0], 2)) == ["市税务局"]


@pytest.mark.parametrize(
    ("marked", "paragraph", "works"),
    [
        ("〔J甲工程〕开工，〔J乙工程〕跟进，由谁施工？", False, ["乙工程"]),
        ("〔J甲工程〕开工。〔J乙工程〕跟进。由谁施工？", False, ["乙工程"]),
        ("〔J甲工程〕开工。〔J乙工程〕跟进。由谁施工？", True, ["甲工程"]),
        ("〔J一标段〕开工。〔J乙工程〕跟进。由谁施工？", True, ["乙工程"]),
        ("〔J甲工程〕开工。¶由谁施工？", True, ["甲工程"]),
    ],
    ids=["the sentence's last", "the article's last", "the paragraph's first", "a lot only at last", "an earlier paragraph's last"],
)
def test_the_works_spoken_of(marked: str, paragraph: bool, works: list[str]) -> None:
    article = ArticleClauses(draft(marked))
    folded = article.sentences[-1]
    assert surfaces(article.work(folded, folded.text.index("由谁"), paragraph=paragraph)) == works
