"""A project's name has no verb before it and no half pair of brackets or marks."""

from __future__ import annotations

import pytest

from kg.extract.mentions.candidates import Candidate
from kg.extract.mentions.rules import LEARNED
from kg.extract.mentions.works.edges import trimmed, whole
from tests.extract.naming import names, tagged


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("云溪水厂（二期）项目", "云溪水厂（二期）项目"),
        ("二期）云溪水厂项目", "云溪水厂项目"),
        ("云溪水厂项目（二期", "云溪水厂项目"),
        ("”云溪水厂项目“", "云溪水厂项目"),
        ("）（", ""),
    ],
)
def test_half_a_pair_is_cut_off(name: str, left: str) -> None:
    start, end = whole(name)
    assert name[start:end] == left


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("云溪县加快推进云溪水厂改造项目，年底前完工。", "云溪水厂改造项目"),
        ("望川公司投资建设年产3万吨钛白粉项目。", "年产3万吨钛白粉项目"),
        ("全县启动实施云溪灌区改造工程。", "云溪灌区改造工程"),
        ("今年，建设路雨污分流改造工程完工。", "建设路雨污分流改造工程"),
    ],
    ids=["promoting", "building", "two verbs", "a road of that name"],
)
def test_a_name_begins_with_no_verb(text: str, name: str) -> None:
    assert names(text, "project") == [name]


@pytest.mark.parametrize(
    ("surface", "left"),
    [
        ("云溪水厂项目开工", "云溪水厂项目"),
        ("云溪水厂项目建设", "云溪水厂项目"),
        ("实施云溪大桥改造", "云溪大桥改造"),
        ("云溪水厂扩建", "云溪水厂扩建"),
        ("启动区供水管网改造", "启动区供水管网改造"),
        ("开工建设", None),
    ],
    ids=["begun", "built", "a work named by what is done", "extended", "a part of a zone", "verbs alone"],
)
def test_a_name_that_the_network_reads_ends_in_no_verb(surface: str, left: str | None) -> None:
    article = tagged(f"昨日，{surface}。")
    found = trimmed(article, Candidate(3, 3 + len(surface), "project", LEARNED, 0.9))
    assert (article.text[found.start : found.end] if found else None) == left
