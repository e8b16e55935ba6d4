"""Lists of appointments: who holds what now and is to hold what; and pages without marks, whose names hold no sums."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import Corpus
from kg.pipeline import build


def corpus_of(folder: Path, text: str) -> Corpus:
    path = folder / "page.txt"
    path.write_text(f"任前公示\n\n本报讯（记者 田小禾）3月12日，云岭市委组织部发布公示。\n{text}\n", encoding="utf-8")
    return build([path], workers=1, reader="fast").corpus


def test_an_entry_gives_the_post_held_and_the_one_to_come(tmp_path: Path) -> None:
    corpus = corpus_of(
        tmp_path,
        "马青，男，1975年8月生，中共党员，现任云岭市教育局副局长，拟任云岭市水利局局长。\n"
        "龙小飞，女，1980年2月生，大学学历，现任云岭市水利局副局长，拟任云岭市教育局局长。",
    )
    name = {e.id: e.name for e in corpus.entities}
    of = corpus.entity_of
    posts = {
        (name[of[c.subject]], name[of[c.object or ""]], c.qualifier("title"), c.status)
        for c in corpus.claims()
        if c.predicate == "holds_post"
    }
    assert posts == {
        ("马青", "云岭市教育局", "副局长", "stated"),
        ("马青", "云岭市水利局", "局长", "designate"),
        ("龙小飞", "云岭市水利局", "副局长", "stated"),
        ("龙小飞", "云岭市教育局", "局长", "designate"),
    }


@pytest.mark.parametrize("mark", ["", " "])
def test_a_page_without_marks_glues_no_sum_to_a_name(mark: str, tmp_path: Path) -> None:
    rows = ("云岭望川重工有限公司投资3亿元", "云岭照山工贸有限公司投资5.5亿元", "云岭水务有限公司投资2,000万元")
    corpus = corpus_of(tmp_path, mark.join(rows))
    companies = {e.name for e in corpus.entities if e.type == "company"}
    assert {"云岭照山工贸有限公司", "云岭水务有限公司"} <= companies
    assert not [name for name in companies if any(c.isdigit() for c in name)]
