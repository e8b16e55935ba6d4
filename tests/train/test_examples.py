"""Passages become nodes and links; no network is needed for that."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kg.reader import labels
from kg.reader.characters import SPACE, fold
from train import batches, examples
from train.decoys import decoys

PASSAGE = """== meeting 云南 2020
{a1|云岭市水务局}局长{p1|陈望山}昨日到{c1|{c2|青河水务有限公司}第二水厂}调研，{c1~该厂}负责人介绍，{j1|云岭二水厂扩建工程}总投资3.2亿元。
> p1 holds_post a1 title=局长
> c1 part_of c2
> event inspection inspector=p1 target=c1 date=昨日
> j1.total_investment = 3.2亿元

"""


@pytest.fixture
def example(tmp_path: Path) -> examples.Example:
    path = tmp_path / "p.txt"
    path.write_text(PASSAGE, encoding="utf-8")
    return next(examples.from_passages([path]))


def named(example: examples.Example) -> set[tuple[str, str, str]]:
    text = [example.text[n[0] : n[1]] for n in example.nodes]
    return {(text[i], labels.LINKS[k], text[j]) for i, j, k in example.links}


def test_facts_join_the_mentions_that_stand_nearest(example: examples.Example) -> None:
    assert {
        ("陈望山", "holds_post", "云岭市水务局"),
        ("局长", "title_of", "陈望山"),
        ("局长", "title_at", "云岭市水务局"),
        ("青河水务有限公司第二水厂", "part_of", "青河水务有限公司"),
        ("该厂", "same", "青河水务有限公司第二水厂"),
        ("3.2亿元", "total_investment", "云岭二水厂扩建工程"),
        ("昨日", "event_date", "陈望山"),
    } <= named(example)


def test_a_name_inside_a_name_is_of_the_second_layer(example: examples.Example) -> None:
    layers = {example.text[n[0] : n[1]]: n[4] for n in example.nodes}
    assert layers["青河水务有限公司第二水厂"] == 0
    assert layers["青河水务有限公司"] == 1
    assert layers["局长"] == 2


def test_fresh_names_keep_every_link(example: examples.Example) -> None:
    names = {examples.KIND["person"]: [["欧阳若飞"]], examples.KIND["agency"]: [["甘河县林草局"]], examples.KIND["project"]: [["青河大桥"]]}
    swapped = batches.swap(example, names, random.Random(1), 1.0)
    text = [swapped.text[n[0] : n[1]] for n in swapped.nodes]
    assert {"欧阳若飞", "甘河县林草局", "青河大桥", "局长", "3.2亿元"} <= set(text)
    assert "陈望山" not in swapped.text
    assert ("3.2亿元", "total_investment", "青河大桥") in named(swapped)


def test_a_long_example_is_cut_at_its_stops() -> None:
    long = examples.Example("x", "云岭市开工。" * 100, [[0, 3, 8, ["l1"], 0], [594, 597, 8, ["l1"], 0]], [(0, 1, 0)])
    parts = batches.cut(long)
    assert "".join(p.text for p in parts) == long.text
    assert all(p.text.endswith("。") and len(p.text) <= batches.LENGTH - 2 for p in parts)
    assert [len(p.nodes) for p in parts] == [1, 1]
    assert all(not p.links for p in parts)


def test_arrays_hold_each_part_where_the_window_sets_it(example: examples.Example) -> None:
    window = batches.pack([example, example], random.Random(0))[0]
    place = {c: i for i, c in enumerate(sorted({SPACE, *map(fold, example.text)}), 4)}
    out = batches.arrays([window], place)
    count = len(example.nodes)
    assert (out["kinds"][0] > 0).sum() == 2 * count
    start, end = out["spans"][0, count]
    assert end - start == example.nodes[0][1] - example.nodes[0][0]
    assert out["links"][0, :count, count : 2 * count].sum() == 0
    assert out["links"].sum() == 2 * len(example.links)
    assert np.array_equal(out["ids"][0, 1 : 1 + len(example.text)], [place[fold(c)] for c in example.text])


@pytest.mark.parametrize(("date", "printed"), [("05-08", "5月8日"), ("2020-05-08", "2020年5月8日"), ("昨日", "昨日"), ("", None)])
def test_dates_are_looked_for_as_papers_print_them(date: str, printed: str | None) -> None:
    assert (examples.date_forms(date) or [None])[0] == printed


def test_decoys_look_like_values_and_are_none(example: examples.Example) -> None:
    more = replace(example, text=example.text + "另有5.6亿元贷款、300亩林地和12家企业。")
    found = decoys(more, random.Random(0))
    assert {more.text[start:end] for start, end, _ in found} >= {"5.6亿元", "300亩", "12家"}
    assert "3.2亿元" not in {more.text[start:end] for start, end, _ in found}


def test_decoys_are_nodes_without_links_or_tags_to_learn(example: examples.Example) -> None:
    more = replace(example, text=example.text + "另有5.6亿元贷款。")
    place = {c: i for i, c in enumerate(sorted({SPACE, *map(fold, more.text)}), 4)}
    window = batches.Window([(1, more)], len(more.text) + 2)
    plain, decoyed = batches.arrays([window], place), batches.arrays([window], place, rng=random.Random(0))
    assert (decoyed["kinds"] > 0).sum() > (plain["kinds"] > 0).sum()
    assert np.array_equal(plain["links"], decoyed["links"])
    assert np.array_equal(plain["tags"], decoyed["tags"])
    assert not np.array_equal(decoyed["tags"], decoyed["painted"])
