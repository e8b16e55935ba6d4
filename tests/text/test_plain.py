"""Pages in other forms of the same characters: read as plain ones, quoted as printed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kg.graph.facts import Facts
from kg.graph.query import find
from kg.model import Corpus, quote_of
from kg.pipeline import build
from kg.text.input.traditional import table
from kg.text.plain import forms, plain
from kg.text.squeeze import squeeze

STORY = (
    "云麓市与ABC科技签约\n\n本报讯（记者 田小禾）3月12日，云麓市市长高立文会见ABC科技（云麓）有限公司董事长金石山。"
    "ABC科技（云麓）有限公司投资3.2亿元建设云麓传感器产业园项目，占地120亩。云麓市工业和信息化局局长方文见、云麓市水利局局长马长青参加活动。\n\n"
    "次日，云麓市教育局局长龙小飞到云麓市第一中学调研。\n"
)
SEEDS = Path(__file__).parents[2] / "seeds"
RADICALS = {new: chr(old) for old, new in sorted(forms().items()) if 0x2E80 <= old < 0x2FE0}
TRADITIONAL = {new: chr(old) for old, new in sorted(table().items(), reverse=True)}
WIDE = {chr(at): chr(at + 0xFEE0) for at in (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B))} | {".": "．"}


def printed_in(form: dict[str, str], text: str) -> str:
    return "".join(form.get(character, character) for character in text)


def corpus_of(folder: Path, *texts: str) -> Corpus:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return build([folder], workers=1, reader="fast").corpus


def facts_of(corpus: Corpus) -> Counter[tuple[object, ...]]:
    name = {e.id: e.name for e in corpus.entities}
    of = corpus.entity_of
    return Counter(
        (c.predicate, name[of[c.subject]], c.object and name[of[c.object]], c.value, c.qualifiers, c.status) for c in corpus.claims()
    )


@pytest.mark.parametrize("form", [RADICALS, TRADITIONAL, WIDE], ids=["radicals", "traditional", "full width"])
def test_a_page_in_other_forms_says_the_same_and_is_quoted_as_printed(form: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    (tmp_path / "other").mkdir()
    expected = facts_of(corpus_of(tmp_path / "plain", STORY))
    printed = printed_in(form, STORY)
    assert printed != STORY
    corpus = corpus_of(tmp_path / "other", printed)
    found = facts_of(corpus)
    assert expected.total() >= 8
    assert (expected & found).total() >= 0.95 * expected.total()
    for fact in (*corpus.claims(), *corpus.events()):
        assert fact.evidence.quote.replace("…", "") == quote_of(printed, fact.evidence.spans).replace("…", "")
    assert any(set(form.values()) & set(claim.evidence.quote) for claim in corpus.claims())
    for mention in corpus.mentions():
        assert plain(mention.shown) == mention.surface or form is TRADITIONAL


@pytest.mark.parametrize(
    ("form", "least"), [(RADICALS, 1.0), (WIDE, 1.0), (TRADITIONAL, 0.95)], ids=["radicals", "full width", "traditional"]
)
def test_a_seed_in_other_forms_says_what_it_says_in_plain_ones(form: dict[str, str], least: float, tmp_path: Path) -> None:
    text = (SEEDS / "001_8b511a789f869e28.txt").read_text(encoding="utf-8")
    (tmp_path / "plain").mkdir()
    (tmp_path / "other").mkdir()
    expected = facts_of(corpus_of(tmp_path / "plain", text))
    found = facts_of(corpus_of(tmp_path / "other", printed_in(form, text)))
    assert expected.total() >= 40
    assert (expected & found).total() >= least * expected.total()


def test_names_equal_up_to_their_forms_are_one_and_either_is_found(tmp_path: Path) -> None:
    corpus = corpus_of(
        tmp_path, STORY, printed_in(WIDE, STORY).replace("次日", "近日"), printed_in(TRADITIONAL, STORY).replace("次日", "昨天")
    )
    assert [e.name for e in corpus.entities if e.type == "company"] == ["ABC科技（云麓）有限公司"]
    assert len([e for e in corpus.entities if e.type == "person" and e.name.startswith("马")]) == 1
    facts = Facts.of(corpus)
    for name in ("ABC科技（云麓）有限公司", "ＡＢＣ科技（云麓）有限公司", "ABC科技(云麓)有限公司"):
        assert find(facts, name).name == "ABC科技（云麓）有限公司"
    assert find(facts, "馬長青") == find(facts, "马长青") == find(facts, "⻢长青")


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("⾼⽴⽂⾦⽯ ⻢⻋⻓", "高立文金石 马车长"),
        ("更新 益", "更新 益"),
        ("３月１２日３．２亿元，９．５％", "3月12日3.2亿元，9.5%"),
        ("阿依努尔•吐尔逊‧买买提", "阿依努尔·吐尔逊·买买提"),
        ("Ａ．Ｏ．史密斯", "A.O.史密斯"),
        ("• 一是推进", "• 一是推进"),
        ("签约﹐开工｡", "签约，开工。"),
        ("云铁〔云麓〕公司 国发〔2021〕5号", "云铁（云麓）公司 国发〔2021〕5号"),
        ("①是，10㎡，x²，（一）", "①是，10㎡，x²，（一）"),
        ("乾县著名企业", "乾县著名企业"),
    ],
)
def test_a_character_is_folded_to_one_character_or_stays(printed: str, read: str) -> None:
    assert plain(printed) == read
    assert len(plain(printed)) == len(printed)


@pytest.mark.parametrize(
    "mark", ["\u200e", "\u202e", "\u2066", "\u180e", "\u034f", "\ufe0f", "\U000e0101", "\x00", "\x08", "\ufffc", "\ufffd"]
)
def test_what_prints_nothing_is_left_out_and_offsets_hold(mark: str, tmp_path: Path) -> None:
    assert squeeze(f"高{mark}立文").offsets == (0, 2, 3)
    expected = facts_of(corpus_of(tmp_path, STORY))
    printed = mark.join(STORY.replace("\n", "\n" + mark))
    corpus = corpus_of(tmp_path, printed)
    assert facts_of(corpus) == expected
    for claim in corpus.claims():
        joined = "".join(printed[s.start : s.end] for s in claim.evidence.spans)
        assert squeeze(joined).text == claim.evidence.quote.replace("…", "")
