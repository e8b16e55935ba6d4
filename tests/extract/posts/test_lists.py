"""Lists of people by their posts: brackets after names, lines of titles and names, decrees, tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.pipeline import build
from tests.extract.marked import posts, read

Posts = set[tuple[str, str, str, str]]


def build_posts(folder: Path, text: str) -> tuple[Posts, list[str]]:
    """Return (person, title, body, status) of the posts of a page, and what was rejected of it as a post or table."""
    path = folder / "page.txt"
    path.write_text(text, encoding="utf-8")
    corpus = build([path], workers=1, reader="fast").corpus
    name, of = {e.id: e.name for e in corpus.entities}, corpus.entity_of
    made = {
        (name[of[c.subject]], c.qualifier("title") or "", name[of[c.object or ""]], c.status)
        for c in corpus.claims()
        if c.predicate == "holds_post"
    }
    return made, [r.surface for reading in corpus.readings for r in reading.rejected if r.what in ("post", "table")]


def test_a_bracket_that_holds_more_than_a_post_gives_none() -> None:
    assert posts("〔P甲一〕（右，〔A市水利局〕局长）和〔P乙二〕（左二）合影。") == []
    assert posts("〔P甲一〕（〔A市水利局〕局长）讲话。") == [("甲一", "局长", "市水利局")]


def test_a_former_post_in_a_bracket_is_former() -> None:
    made = read("〔P甲一〕（〔A市水利局〕原局长）出席。")
    assert [(c.status, c.evidence.quote) for c in made.claims] == [("former", "甲一（市水利局原局长）")]


def test_names_under_titles_are_at_the_only_body_of_the_headline() -> None:
    found = posts("组长：〔P甲一〕¶副组长：〔P乙二〕、〔P丙三〕¶", "〔A市防汛领导小组〕名单")
    assert found == [
        ("甲一", "组长", "市防汛领导小组"),
        ("乙二", "副组长", "市防汛领导小组"),
        ("丙三", "副组长", "市防汛领导小组"),
    ]


def test_a_list_whose_body_is_not_told_is_said_to_be_unread() -> None:
    made = read("局长：〔P甲一〕¶", "〔A市水利局〕和〔A市教育局〕换届")
    assert made.claims == []
    assert [(r.what, r.surface) for r in made.rejected] == [("post", "局长：甲一")]


@pytest.mark.parametrize("line", ["记者：〔P甲一〕¶", "责任编辑：〔P甲一〕¶", "局长：〔P甲一〕出席会议¶"])
def test_a_credit_or_a_sentence_is_no_list(line: str) -> None:
    assert posts(line, "〔A市水利局〕名单") == []


def test_a_decree_gives_and_takes_posts(tmp_path: Path) -> None:
    text = (
        "青河市人民代表大会常务委员会任免名单\n（2026年3月12日通过）\n\n任命：\n邱明远为青河市教育局局长；\n罗佩兰为青河市水利局局长。\n"
        "免去：\n宋志刚的青河市教育局局长职务；\n郑秋生的青河市中级人民法院副院长职务。\n"
    )
    assert build_posts(tmp_path, text)[0] == {
        ("邱明远", "局长", "青河市教育局", "stated"),
        ("罗佩兰", "局长", "青河市水利局", "stated"),
        ("宋志刚", "局长", "青河市教育局", "former"),
        ("郑秋生", "副院长", "青河市中级人民法院", "former"),
    }


def test_what_a_decree_takes_is_quoted_with_the_word_that_takes_it() -> None:
    made = read("任命：¶〔P甲一〕为〔A市水利局〕局长；¶免去：¶〔P乙二〕的〔A市水利局〕局长职务。")
    assert [(c.status, c.evidence.quote) for c in made.claims] == [
        ("stated", "甲一为市水利局局长"),
        ("former", "免去…乙二的市水利局局长职务"),
    ]


def test_several_posts_of_one_entry_are_several() -> None:
    made = read("〔P甲一〕，男，现任〔A市教育局〕党组成员、副局长，拟任〔A市教育局〕党组书记，提名为局长人选；")
    assert [(c.qualifier("title"), c.status) for c in made.claims] == [
        ("党组成员", "stated"),
        ("副局长", "stated"),
        ("党组书记", "designate"),
        ("局长", "designate"),
    ]


def test_a_post_without_a_body_is_said_to_be_unread() -> None:
    made = read("〔P甲一〕，女，现任〔A市教育局〕副局长，拟任县（市、区）党委副书记。")
    assert [c.qualifier("title") for c in made.claims] == ["副局长"]
    assert any(r.what == "post" and "拟任县" in r.surface for r in made.rejected)


@pytest.mark.parametrize("mark", ["\t", "　　", "  "])
def test_a_table_gives_the_posts_of_its_columns(mark: str, tmp_path: Path) -> None:
    rows = (
        ("序号", "姓 名", "出生年月", "现任职务", "拟任职务"),
        ("1", "邱明远", "1975.08", "青河市教育局副局长", "青河市教育局局长"),
        ("2", "罗 佩", "1980.02", "青河市水利局总工程师", "青河市水利局副局长"),
    )
    text = "青河市领导干部任前公示\n" + "".join(mark.join(row) + "\n" for row in rows)
    assert build_posts(tmp_path, text) == (
        {
            ("邱明远", "副局长", "青河市教育局", "stated"),
            ("邱明远", "局长", "青河市教育局", "designate"),
            ("罗佩", "总工程师", "青河市水利局", "stated"),
            ("罗佩", "副局长", "青河市水利局", "designate"),
        },
        [],
    )


def test_a_table_has_its_bodies_in_a_column_of_their_own() -> None:
    made = read("序号\t单位\t姓名\t原职务\t职务¶1\t〔A市水利局〕\t〔P甲一〕\t科长\t副局长¶2\t〔A市教育局〕\t〔P乙二〕\t\t局长¶")
    found = [(made.mention(c.subject).surface, c.qualifier("title"), made.mention(c.object or "").surface, c.status) for c in made.claims]
    assert found == [("甲一", "科长", "市水利局", "former"), ("甲一", "副局长", "市水利局", "stated")]
    assert [r.reason for r in made.rejected] == ["a row of 4 cells under a head of 5"]


@pytest.mark.parametrize("head", ["姓名\t单位\t成绩", "项目\t单位\t职务"])
def test_a_table_of_other_things_gives_no_posts(head: str) -> None:
    made = read(f"{head}¶〔P甲一〕\t〔A市水利局〕\t局长¶")
    assert [c for c in made.claims if c.rule == "post-table"] == []


def test_a_cell_that_is_no_name_or_title_is_said() -> None:
    made = read("姓名\t单位\t职务¶空缺待定\t〔A市水利局〕\t副局长¶〔P甲一〕\t〔A市水利局〕\t负责全面¶")
    assert made.claims == []
    assert [(r.what, r.surface) for r in made.rejected] == [("table", "空缺待定"), ("post", "负责全面")]


def test_no_name_reaches_from_one_cell_into_the_next(tmp_path: Path) -> None:
    rows = (("姓名", "性别", "现任职务"), ("邱明远", "男", "青河市教育局副局长"), ("罗佩兰", "女", "青河市水利局总工程师"))
    found = build_posts(tmp_path, "青河市领导干部任前公示\n" + "".join("\t".join(row) + "\n" for row in rows))[0]
    assert {person for person, *_ in found} == {"邱明远", "罗佩兰"}
