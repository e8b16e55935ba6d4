"""Posts that are over: the status says so, the word is in the quote, and no name begins with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import Corpus
from kg.pipeline import build


def corpus_of(folder: Path, sentence: str) -> Corpus:
    path = folder / "page.txt"
    path.write_text(f"云岭市教育工作会召开\n\n本报讯（记者 田小禾）3月12日，全市教育大会举行。{sentence}\n", encoding="utf-8")
    return build([path], workers=1, reader="fast").corpus


def posts_of(corpus: Corpus) -> list[tuple[str, str, str, str]]:
    name = {e.id: e.name for e in corpus.entities}
    of = corpus.entity_of
    return [
        (name[of[c.subject]], name[of[c.object]], c.status, c.evidence.quote)
        for c in corpus.claims()
        if c.predicate == "holds_post" and c.object
    ]


@pytest.mark.parametrize(
    "word", ["原", "前", "时任", "曾任", "已退休的", "退休的原", "离任的", "已故的", "卸任的", "前任", "曾担任", "被原", "与时任"]
)
def test_a_word_before_the_body_makes_the_post_former_and_is_quoted(word: str, tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, f"{word}云岭市教育局局长高立文的事迹感动了大家。")
    quoted = word.lstrip("被与")
    assert posts_of(corpus) == [("高立文", "云岭市教育局", "former", f"{quoted}云岭市教育局局长高立文")]
    assert not [e.name for e in corpus.entities if e.name[0] in "原前时曾已退离卸"]


@pytest.mark.parametrize("word", ["太", "目前", "年前", "会前", "", "现任", "据", "由"])
def test_other_words_leave_a_post_present(word: str, tmp_path: Path) -> None:
    body = "太原市教育局" if word == "太" else "云岭市教育局"
    corpus = corpus_of(tmp_path, f"{word if word != '太' else ''}{body}局长高立文的事迹感动了大家。")
    assert [row[:3] for row in posts_of(corpus)] == [("高立文", body, "stated")]


@pytest.mark.parametrize(
    ("sentence", "statuses"),
    [
        ("云岭市教育局原党组书记、局长高立文到会。", ["former", "former"]),
        ("原云岭市教育局局长、现任云岭市水利局局长高立文到会。", ["former", "stated"]),
        ("云岭市教育局原局长、云岭市水利局局长高立文到会。", ["former", "stated"]),
        ("云岭市教育局局长高立文到会，原云岭市第一中学校长马青陪同。", ["stated", "former"]),
        ("原云岭市委书记高立文到会。", ["former"]),
        ("高立文曾任云岭市教育局局长。", ["former"]),
        ("曾任云岭市教育局局长的高立文到会。", ["former"]),
    ],
)
def test_what_is_over_goes_as_far_as_the_words_say(sentence: str, statuses: list[str], tmp_path: Path) -> None:
    assert [row[2] for row in posts_of(corpus_of(tmp_path, sentence))] == statuses


def test_a_brand_that_begins_with_such_a_word_stays_whole(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, "前程数控装备有限公司董事长高立文到会。原力软件科技有限公司总经理马青陪同。")
    assert {"前程数控装备有限公司", "原力软件科技有限公司"} <= {e.name for e in corpus.entities}


def test_a_company_named_with_its_place_loses_the_word(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, "前云岭望川重工有限公司董事长贺长庚到会。")
    assert posts_of(corpus) == [("贺长庚", "云岭望川重工有限公司", "former", "前云岭望川重工有限公司董事长贺长庚")]
