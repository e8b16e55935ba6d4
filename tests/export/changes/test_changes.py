"""What is new as text, JSON and HTML: everything with its quotes, and hostile text does nothing."""

from __future__ import annotations

import html.parser
import json
import re
from pathlib import Path

import pytest

from kg.archive.changes import Changes, compare
from kg.export.changes import page, plain, text
from kg.lexicon.messages import chosen
from tests.archive.changes.stores import BUILDS, DENIED, HOSTILE, OTHER_SUM, POST, as_another, corpus_of, opened


@pytest.fixture
def changes(tmp_path: Path) -> Changes:
    old = corpus_of({0: POST, 1: BUILDS, 5: POST})
    new = as_another(corpus_of({0: POST, 1: BUILDS, 2: OTHER_SUM, 3: DENIED, 4: HOSTILE}), "壬公司", "壬集团")
    with opened(old, tmp_path, "old") as left, opened(new, tmp_path, "new") as right:
        return compare(left, right)


def test_the_text_tells_everything_with_its_quote(changes: Changes) -> None:
    told = "\n".join(text.lines(changes))
    assert told.startswith("新增 3 个版面，撤下 1 个版面\n矛盾：2 · 新增：1")
    assert "壬公司〔企业〕 现称 壬集团〔企业〕" in told
    assert "“报道1 [壬公司]建设庚项目，总投资" in told
    assert "  矛盾  庚项目的总投资：9亿元\n    “庚项目总投资9亿元。”\n    —— 《报道2》 · 2021-03-04 · 2.txt" in told
    assert "    与之不合：庚项目的总投资：3亿元\n    “壬公司建设庚项目，总投资3亿元。”" in told
    assert "与之不合：丁一 任职于 丙局\n    “丁一任职丙局。”" in told


def test_the_text_is_english_in_english(changes: Changes) -> None:
    before = chosen.set("en")
    told = "\n".join(text.lines(changes))
    chosen.reset(before)
    assert told.startswith("3 pages added, 1 pages gone\ncontradicted: 2 · added: 1")
    assert "壬公司〔company〕 is now called 壬集团〔company〕" in told


def test_the_json_holds_every_fact_with_quote_and_offsets(changes: Changes) -> None:
    data = json.loads(json.dumps(plain.changes_json(changes)))
    assert data["counts"] == {"contradicted": 2, "added": 1, "strengthened": 0, "weakened": 0, "retracted": 0}
    assert (data["pages_added"], data["pages_gone"]) == (["2.txt", "3.txt", "4.txt"], ["5.txt"])
    assert [(one["old"]["name"], one["new"]["name"], one["quote"][1]) for one in data["identities"]] == [("壬公司", "壬集团", "壬公司")]
    facts = [fact for thing in data["things"] for change in thing["changes"] for fact in (*change["new"], *change["against"])]
    assert facts
    assert all(fact["quote"] and fact["spans"] and fact["page"] for fact in facts)


def test_the_page_is_inert_and_needs_nothing_from_elsewhere(changes: Changes) -> None:
    made = "\n".join(page.page(changes))
    tags: list[str] = []
    attributes: list[tuple[str, str | None]] = []
    parser = html.parser.HTMLParser()
    parser.handle_starttag = lambda tag, found: (tags.append(tag), attributes.extend(found))  # type: ignore[method-assign]
    parser.feed(made)
    assert "&lt;img/src=x/onerror=alert(1)&gt;" in made
    assert {"img", "script", "link", "iframe", "a"}.isdisjoint(tags)
    assert not [name for name, _ in attributes if name.startswith("on") or name in ("src", "href")]
    assert "default-src 'none'" in made
    assert not re.search(r"https?://", made)
    assert set(re.findall("<blockquote>“([^<]*)”", made)) >= {"庚项目总投资9亿元。", "丁一没有任职丙局。"}
