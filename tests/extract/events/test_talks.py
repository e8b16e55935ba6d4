"""Talks: every sentence is invented; what it must give stands beside it."""

from __future__ import annotations

from tests.extract.facts_of import events


def test_talks_have_hosts_guests_and_the_guests_body() -> None:
    body = (
        "3月4日，〔A市委〕书记〔P秦望舒〕，市长〔P佟书〕会见〔C远岚控股〕董事长〔P盛开〕一行，就〔J远岚产业园项目〕"
        "进行洽谈。副市长〔P栗原〕，〔C远岚控股〕总裁〔P沙白〕、投资总监〔P谷雨〕参加会见。"
    )
    found = events(body)
    assert found[0][0] == "talks"
    assert found[0][2] == [
        "秦望舒:host",
        "佟书:host",
        "远岚控股:guest",
        "盛开:guest",
        "远岚产业园项目:target",
        "栗原:attendee",
        "沙白:guest",
        "谷雨:guest",
    ]


def test_visit_before_talks_is_an_event_of_its_own() -> None:
    body = "3月4日，市长〔P佟书〕会见〔C远岚控股〕董事长〔P盛开〕。会见前，〔P盛开〕一行考察了〔C禾晟机械〕。"
    assert [kind for kind, _, _ in events(body)] == ["talks", "inspection"]
