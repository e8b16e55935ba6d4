"""A web page of a large graph holds the most telling part, or the one asked for, and names what it leaves out."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from kg.archive.write import Sqlite
from kg.cli.main import app
from kg.errors import NameLookupError
from kg.export.html.page import render
from kg.export.html.part import part_of
from kg.export.html.survey import Survey
from kg.export.html.wanted import Wanted
from kg.graph.facts import Facts
from kg.model import Corpus
from tests.archive.changes.stores import BUILDS, HOSTILE, MEETS, POST, corpus_of
from tests.export.pocket import pocket, seeds


def held(corpus: Corpus, **asked: Any) -> tuple[Facts, dict[str, list[str]]]:
    _, facts, note = part_of(corpus, Wanted(**asked))
    return facts, note


def names(facts: Facts) -> set[str]:
    return {thing.name for thing in facts.things.values() if thing.entity}


def data_of(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)
    assert found
    return dict(json.loads(found[1]))


def test_a_small_graph_is_whole_and_says_nothing() -> None:
    corpus = pocket()
    part, facts, note = part_of(corpus, Wanted())
    assert (part is corpus, len(facts.things), note) == (True, len(Facts.of(corpus).things), {})
    assert '<details class="part"' not in render(corpus)


@pytest.mark.parametrize("nodes", [1, 20, 100])
def test_a_part_holds_so_many_things_and_all_facts_between_them(nodes: int) -> None:
    whole = Facts.of(seeds())
    facts, note = held(seeds(), nodes=nodes)
    assert nodes * 0.8 <= len(facts.things) <= nodes
    assert set(facts.things) <= set(whole.things)
    between = [f.id for f in whole.facts if f.subject in facts.things and (f.object is None or f.object in facts.things)]
    assert [f.id for f in facts.facts] == between
    assert all(facts.things[id_].name == whole.things[id_].name for id_ in facts.things)
    told = (len(facts.things), f"{len(whole.things):,}", len(facts.facts), f"{len(whole.facts):,}")
    assert note["en"][0] == "This file holds the most telling part: {} of {} things, {} of {} facts".format(*told)


def test_the_survey_of_a_corpus_counts_what_its_facts_are() -> None:
    corpus = replace(seeds(), readings=(*seeds().readings, seeds().readings[-1]))
    whole, survey = Facts.of(corpus), Survey(corpus, lambda _: True, is_tied=True)
    events = [id_ for id_, thing in whole.things.items() if thing.event]
    assert (survey.n_facts, survey.by_type) == (len(whole.facts), Counter(thing.type for thing in whole.things.values()))
    assert sorted(id_ for id_, _ in survey.ranked(is_of_some=False)) == sorted(whole.things)
    assert {id_ for id_, _ in survey.ranked(is_of_some=True)} == {id_ for id_, about in whole.by_thing.items() if about}
    assert [survey.parties(id_) for id_ in events] == [set(whole.neighbours(id_)) for id_ in events]


def test_the_most_telling_part_has_more_facts_than_the_rest() -> None:
    whole, (facts, _) = Facts.of(seeds()), held(seeds(), nodes=100)
    rest = [id_ for id_ in whole.things if id_ not in facts.things and whole.things[id_].entity]
    kept = [id_ for id_ in facts.things if whole.things[id_].entity]
    assert sum(len(whole.by_thing[i]) for i in kept) / len(kept) > 3 * sum(len(whole.by_thing[i]) for i in rest) / len(rest)


def test_what_pages_suggest_of_a_place_is_not_made_of_a_part() -> None:
    whole, (facts, _) = Facts.of(seeds()), held(seeds(), nodes=100)
    assert {id_: str(at) for id_, at in facts.seen_in.items()} == {i: str(at) for i, at in whole.seen_in.items() if i in facts.things}


def test_around_a_name_is_what_lies_within_so_many_ties() -> None:
    corpus = corpus_of({0: POST, 1: BUILDS, 2: MEETS})
    assert names(held(corpus, around="丙局", hops=1)[0]) == {"丙局", "丁一"}
    assert names(held(corpus, around="丙局", hops=3)[0]) == {"丙局", "丁一", "子二"}
    with pytest.raises(NameLookupError, match="not a name"):
        held(corpus, around="辛酉")


def test_since_a_day_is_what_was_printed_since() -> None:
    days = {0: "2021-03-01", 1: "2021-03-05", 2: None}
    facts, note = held(corpus_of({0: POST, 1: BUILDS, 2: MEETS}, days), since="2021-03-05")
    assert names(facts) == {"壬公司", "庚项目"}
    assert note["zh"] == [
        "此文件含2021-03-05 以来见报的：2 个事物（共 6 个），2 条事实（共 5 条）",
        "略去：人物 2, 党政机关 1, 事件 1",
        "要看另一部分：kg export -f html -o part.html --around … --hops 2 | --since 2021-02-19 | --paper … | --html-nodes 10000",
    ]


def test_of_a_paper_is_what_it_says() -> None:
    facts, _ = held(pocket(), paper="云岭日报")
    assert facts.facts
    assert {facts.articles[f.article].page.newspaper for f in facts.facts} == {"云岭日报"}


def test_the_page_names_what_it_leaves_out_in_both_languages_and_is_the_same_each_time() -> None:
    page = render(seeds(), Wanted(nodes=60))
    assert page == render(seeds(), Wanted(nodes=60))
    assert len(data_of(page)["nodes"]) <= 60
    assert '<details class="part" lang="zh"><summary>此文件含最要紧的部分：' in page
    assert '<details class="part" lang="en"><summary>This file holds the most telling part: ' in page
    assert "<p>要看另一部分：kg export -f html" in page


def test_a_hostile_name_asked_for_is_inert() -> None:
    page = render(corpus_of({0: HOSTILE}), Wanted(around="<img/src=x/onerror=alert(1)>"))
    assert "<img/src" not in page
    assert "around &lt;img/src=x/onerror=alert(1)&gt;, up to 2 ties away" in page


def test_the_command_line_asks_for_a_part(tmp_path: Path) -> None:
    Sqlite().write(corpus_of({0: POST, 1: BUILDS}), tmp_path / "kg.sqlite")
    export = ("export", "--from", str(tmp_path), "-o", str(tmp_path / "part.html"))
    done = CliRunner().invoke(app, [*export, "-f", "html", "--around", "丙局", "--hops", "1"])
    assert done.exit_code == 0, done.stderr
    nodes = data_of((tmp_path / "part.html").read_text(encoding="utf-8"))["nodes"]
    assert sorted(node["name"] for node in nodes) == ["丁一", "丙局"]
    whole = CliRunner().invoke(app, [*export, "-f", "html"])
    assert whole.exit_code == 0, whole.stderr
    nodes = data_of((tmp_path / "part.html").read_text(encoding="utf-8"))["nodes"]
    assert {"丁一", "丙局", "壬公司"} <= {node["name"] for node in nodes}, "what one command asks for is not asked of the next"
    wrong = CliRunner().invoke(app, [*export, "-f", "gexf", "--around", "丙局"])
    assert (wrong.exit_code, wrong.stderr) == (2, "kg: --around, --since and --paper choose a part for the format html\n")
