"""Sentences, clauses and the mentions in them."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.draft import LONGEST_SENTENCE, Draft
from kg.model import BREAK, Article, Page, Seam, Section


def article(text: str) -> Article:
    page = Page("p1", "made.txt", text)
    body = text + BREAK
    return Article("p1-a1", page, 0, body, (*range(len(text)), -1), (Section("body", 0, len(body)),))


def test_sentences_end_at_stops_and_quotation_marks() -> None:
    made = Draft(article("他说：“开工了。”随后离开；众人散去"))
    assert [s.text for s in made.sentences] == ["他说：“开工了。”", "随后离开；", "众人散去\n"]


def test_a_sentence_without_end_is_read_in_pieces_that_add_up() -> None:
    text = "望川重工，" * 700
    made = Draft(article(text))
    assert "".join(s.text for s in made.sentences) == text + BREAK
    assert max(len(s.text) for s in made.sentences) <= LONGEST_SENTENCE
    assert all(s.text == made.text[s.start : s.end] for s in made.sentences)


def test_within_leaves_out_what_lies_inside_a_longer_name() -> None:
    made = Draft(article("云岭供电公司调度班和云岭供电公司"))
    unit, parent = made.name(0, 9, "company", "t"), made.name(0, 6, "company", "t")
    suffix, last = made.name(6, 9, "company", "t"), made.name(10, 16, "company", "t")
    assert made.within(0, 16) == [unit, last]
    assert made.within(0, 16, outer=False) == [unit, parent, suffix, last]
    assert made.within(0, 8) == [parent]


def test_two_mentions_of_one_span_are_both_outer() -> None:
    made = Draft(article("甲市、乙市两级法院"))
    one = made.share(0, 9, "agency", "甲市法院", "t")
    two = made.share(0, 9, "agency", "乙市法院", "t")
    assert made.within(0, 9) == [two, one] or made.within(0, 9) == [one, two]


def test_evidence_is_cut_out_of_the_page_without_breaks() -> None:
    made = Draft(article("甲公司建设乙项目。"))
    claim = made.claim(made.name(0, 3, "company", "t"), "undertakes", made.name(5, 8, "project", "t"), [(0, 10)], "t")
    assert claim.evidence.quote == "甲公司建设乙项目。"


def test_the_sentence_before_ends_at_an_offset_or_before_it() -> None:
    made = Draft(article("甲来了。乙走了。"))
    assert [s.text if (s := made.sentence_before(at)) else None for at in (0, 3, 4, 7, 8)] == [
        None,
        None,
        "甲来了。",
        "甲来了。",
        "乙走了。",
    ]


def test_a_quote_is_weak_only_if_a_weak_seam_lies_inside_it() -> None:
    weak = replace(article("甲公司建设乙项目。丙来了。"), seams=(Seam(2, 0.9), Seam(9, 0.1), Seam(11, 0.8)))
    found = {span: weak.evidence([span]).crosses_weak_seam for span in ((0, 9), (9, 13), (5, 10), (10, 12))}
    assert found == {(0, 9): False, (9, 13): False, (5, 10): True, (10, 12): False}
