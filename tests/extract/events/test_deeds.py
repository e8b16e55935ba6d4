"""Deeds: every sentence is invented; what it must give stands beside it."""

from __future__ import annotations

from tests.extract.facts_of import events


def test_repair_of_a_named_line_is_an_event() -> None:
    body = "3月4日，〔C青桐供电公司〕对〔F10千伏云溪线〕开展抢修。"
    assert events(body) == [("other", "2021-03-04", ["青桐供电公司:host", "10千伏云溪线:target"])]
