from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from kg.errors import KgError
from kg.reader.characters import fold
from kg.reader.network import LONGEST, Network, network, windows
from kg.reader.sight import ArticleSight, see
from kg.reading import Node

TEXT = (
    "本报讯（记者李清溪）5月8日，云岭市水务局局长陈望山到青河水务有限公司调研。青河水务有限公司董事长周远帆汇报了云岭第二水厂扩建工程的进展，"
    "该工程由云岭恒远建工有限公司承建，总投资3.2亿元。"
)


def test_windows_hold_whole_sentences_and_repeat_some() -> None:
    text = "云岭市今年开工四十个项目，其中水利项目十二个。" * 40
    found = list(windows(text))
    assert found[0][0] == 0
    assert found[-1][1] == len(text)
    assert all(end - start <= LONGEST for start, end in found)
    assert all(text[end - 1] == "。" for _, end in found)
    assert all(a[0] < b[0] < a[1] for a, b in pairwise(found))


def test_a_sentence_without_end_is_cut() -> None:
    found = list(windows("云" * 2000))
    assert [b - a for a, b in found] == [LONGEST] * 5 + [2000 - 5 * LONGEST]


@pytest.mark.parametrize(("printed", "seen"), [("Ａ", "A"), ("３", "3"), ("\n", "▁"), ("云", "云"), ("㎡", "㎡")])
def test_folding_keeps_one_character_for_one(printed: str, seen: str) -> None:
    assert fold(printed) == seen


def test_a_reading_does_not_depend_on_what_else_is_read() -> None:
    other = "云岭日报社昨日举行座谈会。" * 50
    alone, among = see([TEXT])[0], see([other, TEXT, other[:77]])[1]
    assert alone.spans == among.spans
    nodes = [Node(s.start, s.end, s.kind) for s in alone.spans]
    assert alone.link(nodes) == among.link(nodes)


def test_the_network_reads_names_and_links_them() -> None:
    sight = see([TEXT])[0]
    names = {(TEXT[s.start : s.end], s.kind) for s in sight.spans}
    assert {("云岭市水务局", "agency"), ("陈望山", "person"), ("云岭恒远建工有限公司", "company"), ("3.2亿元", "money")} <= names
    nodes = [Node(s.start, s.end, s.kind) for s in sight.spans]
    links = sight.link(nodes)
    at = {TEXT[n.start : n.end]: i for i, n in enumerate(nodes)}
    assert links.probability(at["陈望山"], at["云岭市水务局"], "holds_post") > 0.5


def test_the_probability_of_a_span_is_that_of_the_best_path_or_less() -> None:
    sight = see([TEXT])[0]
    best = next(s for s in sight.spans if TEXT[s.start : s.end] == "陈望山")
    assert sight.probability(best.start, best.end, "person") == best.probability
    assert sight.probability(best.start, best.end - 1, "person") < best.probability
    assert sight.probability(0, 5000, "person") == 0


def test_an_empty_text_is_seen_as_nothing() -> None:
    assert see([""])[0].spans == ()
    assert ArticleSight([]).link([Node(0, 1, "person")]).pairs == {}


def test_missing_weights_are_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="weights are missing"):
        Network(tmp_path)


def test_scores_are_rounded_so_that_float_noise_decides_nothing() -> None:
    window = network().read([TEXT])[0][0]
    nodes = [(0, 2, "company"), (14, 20, "agency")]
    plain = network().link(window, nodes)
    noisy = type(window)(window.start, window.end, window.states + np.float32(1e-7), window.charts)
    assert np.abs(network().link(noisy, nodes).links - plain.links).max() <= 2e-4
