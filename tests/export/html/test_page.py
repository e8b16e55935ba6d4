"""The explorer's file as text: what is in it, what is not, and that it is the same every time. Its behaviour: tests/browser."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.export.html.data import explorer, keys, ranges
from kg.export.html.page import Html, network, render
from kg.export.html.positions import label, printable
from kg.graph.facts import Facts
from tests.browser import hostile
from tests.graph.small import Says, told
from tests.oracle import SEEDS, corpus

TYPES = {"许继集团": "company", "庚项目": "project", "丁一": "person"}
SMALL = told(
    TYPES,
    (Says("许继集团建庚项目。", (("许继集团", "undertakes", "庚项目"),)), Says("丁一在许继集团。", (("丁一", "holds_post", "许继集团"),))),
)


def test_nothing_is_loaded_from_anywhere():
    text = re.sub(r"/\*.*?\*/", "", render(SMALL), flags=re.S)
    assert re.findall(r"""(?:src|href)\s*=\s*["']?(?!data:,|#)[^\s"'>]+""", re.sub(r"<script>.*?</script>", "", text, flags=re.S)) == []
    assert re.findall(r"@import|url\(\s*['\"]?http", text) == []


def test_policy_allows_our_scripts_by_hash_and_nothing_else():
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', render(SMALL)).group(1)
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe-inline" not in policy.split("style-src")[0]
    assert "unsafe-eval" not in policy


def test_chinese_stands_in_the_file_as_chinese():
    assert "许继集团" in render(SMALL)


def test_no_text_of_a_page_can_close_the_script():
    data = re.search(r'id="data">(.*?)</script>', render(hostile.corpus()), re.S).group(1)
    assert not set("<>&") & set(data)
    assert [node["name"] for node in json.loads(data)["nodes"] if node["name"] in hostile.NAMES.values()] != []


def test_pyvis_holds_nodes_and_edges_with_fixed_places_and_no_physics():
    net = network(explorer(SMALL))
    assert net.options["physics"] == {"enabled": False}
    assert {node["label"] for node in net.nodes} == {"许继集团", "庚项目", "丁一"}
    assert all({"x", "y", "shape", "color"} <= set(node) for node in net.nodes)
    assert len(net.edges) == 2


def test_several_facts_of_a_pair_are_one_edge():
    twice = told(
        TYPES,
        (
            Says("许继集团建庚项目。", (("许继集团", "undertakes", "庚项目"),)),
            Says("许继集团投庚项目。", (("许继集团", "invests_in", "庚项目"),)),
        ),
    )
    assert len(network(explorer(twice)).edges) == 1


def test_writing_leaves_nothing_beside_the_file(tmp_path):
    Html().write(SMALL, tmp_path / "graph.html")
    assert [path.name for path in tmp_path.iterdir()] == ["graph.html"]
    assert (tmp_path / "graph.html").read_text(encoding="utf-8") == render(SMALL)
    assert list(Path.cwd().iterdir()) == []


def test_the_file_is_the_same_under_any_hash_seed(root, written):
    code = "import hashlib; from kg.export.html.page import render; from tests.oracle import SEEDS, corpus; "
    code += "print(hashlib.sha256(render(corpus(SEEDS)).encode()).hexdigest())"
    told_ = subprocess.run(
        [sys.executable, "-c", code],
        cwd=root,
        env={**os.environ, "PYTHONHASHSEED": "77", "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert told_.strip() == hashlib.sha256(written("seeds", lambda: corpus(SEEDS)).read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("许继集团", "许继集团"),
        ("某某电力设备有限公司", "某某电力设备有限公司"),
        ("某某市某某电力设备有限公司", "某某市某某电力设备\n有限公司"),
        ("某某示范区管理局（高新区）", "某某示范区管理局\n（高新区）"),
        ("VeldhausGetriebe", "VeldhausGetriebe"),
        ("VeldhausGetriebeGmbH", "VeldhausGetri\nebeGmbH"),
        ("长" * 40, "长" * 9 + "\n" + "长" * 8 + "…"),
        ("甲\u202e乙", "甲␦乙"),
    ],
    ids=["short", "one line", "two lines", "bracket", "Latin", "Latin in two lines", "endless", "direction mark"],
)
def test_a_label_folds(name, folded):
    assert label(name) == folded


def test_an_events_label_keeps_its_kind_and_its_date():
    assert label("专题会议·某某区党工委副书记办公室等 12-05", " 12-05") == "专题会议·某某区党\n工委副书记… 12-05"


def test_names_are_searched_by_characters_pinyin_and_initials():
    assert keys(["许继集团", "许继"]) == ["许继集团", "xujijituan", "xjjt", "许继", "xuji", "xj"]


def test_control_marks_are_made_visible():
    assert printable("a\x00b\u2066c\u200bd") == "a␦b␦c␦d"


def test_every_fact_is_found_again_in_its_article():
    facts = Facts.of(corpus(SEEDS))
    for fact in facts.facts:
        article = facts.articles[fact.article]
        told_ = "".join(article.text[s:e] for s, e in ranges(article, fact.evidence)).replace("\n", "")
        assert told_ == fact.evidence.quote.replace("…", "")


def test_a_corpus_of_nothing_is_an_explorer_of_nothing():
    assert json.loads(re.search(r'id="data">(.*?)</script>', render(told({}, ())), re.S).group(1))["nodes"] == []


def test_reprints_are_one_source_and_differing_sums_are_listed():
    def sums(printed: str) -> tuple[Says, ...]:
        return (
            Says(
                f"庚项目总投资{printed}，由许继集团在丁一的家乡建设，建成后每年生产变压器三千台。",
                value=("庚项目", "total_investment", printed),
            ),
        )

    told_ = explorer(told(TYPES, sums("3亿元"), sums("3亿元"), sums("5亿元")))
    assert [fact.get("sources", 1) for fact in told_["facts"]] == [1, 1, 1]
    assert [clash[0] for clash in told_["clashes"]] == ["value"]


def test_a_project_brings_its_life_line():
    signed = told(
        TYPES, (Says("庚项目签约。", value=("庚项目", "status", "签约")), Says("庚项目投产。", value=("庚项目", "status", "投产")))
    )
    (life,) = explorer(signed)["lifeLines"]
    assert [step[:2] for step in life[2]] == [["signed", "签约"], ["running", "投产"]]
