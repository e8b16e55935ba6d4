"""Gatherings: every sentence is invented; what it must give stands beside it."""

from __future__ import annotations

from tests.extract.facts_of import events


def test_meeting_has_host_speaker_and_attendees_in_printed_order() -> None:
    body = (
        "3月4日，〔Z青桐开发区〕召开〔G“净水”行动〕推进会。〔A党工委〕书记〔P秦望舒〕主持会议，管委会主任"
        "〔P佟书〕出席并讲话，区领导〔P栗原〕、〔P沙白〕及〔A区住建局〕主要负责人参加会议。"
    )
    assert events(body) == [
        (
            "meeting",
            "2021-03-04",
            ["青桐开发区:host", "“净水”行动:target", "秦望舒:host", "佟书:speaker", "栗原:attendee", "沙白:attendee", "区住建局:attendee"],
        )
    ]


def test_body_whose_own_meeting_it_is_hosts_it() -> None:
    body = "3月4日，区长〔P佟书〕主持召开〔A区国土空间规划委员会〕2021年第二次会议。"
    assert events(body)[0][2] == ["佟书:host", "区国土空间规划委员会:host"]


def test_ceremony_told_only_by_its_attendance_is_one() -> None:
    body = "3月4日，〔Z青桐开发区〕集中签约一批项目。市长〔P佟书〕，副市长〔P栗原〕出席签约仪式。"
    assert events(body) == [("ceremony", "2021-03-04", ["佟书:attendee", "栗原:attendee"])]


def test_body_in_whose_meeting_something_is_told_hosts_it() -> None:
    body = "3月4日，在〔A市供水局〕召开的节水总结大会上，局长〔P秦望舒〕作典型发言。"
    assert events(body)[0][2] == ["市供水局:host", "秦望舒:speaker"]


def test_meeting_told_by_what_was_said_at_it_has_its_speaker() -> None:
    body = "在3月4日召开的全市重点项目推进会上，书记〔P秦望舒〕强调，要抓项目。"
    assert [(kind, roles) for kind, _, roles in events(body)] == [("meeting", ["秦望舒:speaker"])]
