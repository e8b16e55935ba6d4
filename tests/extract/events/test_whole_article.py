"""What the article adds to its events: every sentence is invented; what it must give stands beside it."""

from __future__ import annotations

from tests.extract.facts_of import events


def test_headline_names_the_host() -> None:
    found = events("3月4日，〔P佟书〕主持召开专题会议。", headline="〔Z青桐开发区〕召开专题会议")
    assert found[0][2] == ["青桐开发区:host", "佟书:host"]


def test_works_listed_across_semicolons_are_what_a_signing_is_for() -> None:
    body = (
        "3月4日，〔L云溪县〕举行项目集中签约仪式。本次签约的项目分别是：〔C禾晟机械〕投资2亿元建设〔J水泵项目〕；"
        "〔C朗坤电缆〕投资3亿元建设〔J电缆项目〕。"
    )
    assert events(body)[0][2] == ["云溪县:host", "禾晟机械:attendee", "水泵项目:target", "朗坤电缆:attendee", "电缆项目:target"]


def test_attendee_who_speaks_later_is_a_speaker() -> None:
    body = "3月4日，〔J水泵项目〕签约仪式在〔L云溪县〕举行。副市长〔P佟书〕、局长〔P栗原〕出席仪式。〔P栗原〕在讲话中指出，要加快建设。"
    assert events(body)[0][2] == ["水泵项目:target", "佟书:attendee", "栗原:speaker"]
