"""Events: every sentence is invented; what it must give stands beside it."""

from __future__ import annotations

import pytest

from kg.extract.events.find import RULES, find_events
from tests.extract.telling import draft_of, told


def events(body: str, headline: str = "") -> list[tuple[str, str | None, list[str]]]:
    draft = draft_of(body, headline=headline)
    find_events(draft)
    return told(draft)


def test_tour_of_companies_is_one_inspection_with_all_of_them_as_targets() -> None:
    body = (
        "3月4日，〔agency:市委〕书记〔person:秦望舒〕到〔zone:青桐开发区〕调研企业生产。〔person:秦望舒〕先后来到〔company:禾晟机械〕、"
        "〔company:朗坤电缆〕和〔company:泰屿食品〕，实地察看生产线。副市长〔person:佟书〕参加调研。"
    )
    assert events(body) == [
        (
            "inspection",
            "2021-03-04",
            ["秦望舒:inspector", "青桐开发区:target", "禾晟机械:target", "朗坤电缆:target", "泰屿食品:target", "佟书:attendee"],
        )
    ]


def test_place_that_only_says_where_a_company_is_is_no_target() -> None:
    body = "3月4日，副市长〔person:佟书〕到位于〔place:云溪路〕的〔company:禾晟机械〕检查安全生产。"
    assert events(body)[0][2] == ["佟书:inspector", "禾晟机械:target"]


def test_leader_leads_bodies_that_attend() -> None:
    body = "3月4日，副区长〔person:佟书〕带领〔agency:区应急管理局〕、〔agency:区消防大队〕负责人，到〔company:禾晟机械〕检查消防安全。"
    assert events(body)[0][2] == ["佟书:inspector", "区应急管理局:attendee", "区消防大队:attendee", "禾晟机械:target"]


def test_statistics_of_checks_are_no_event() -> None:
    assert events("3月4日起，〔agency:市监局〕检查经营户318家，责令整改46家。") == []


def test_what_a_leader_demands_opens_nothing() -> None:
    assert events("〔person:秦望舒〕强调，要到〔company:禾晟机械〕检查，召开推进会。") == []


def test_plan_is_no_event() -> None:
    assert events("〔agency:市发改局〕将于5月召开项目推进会。") == []


def test_meeting_has_host_speaker_and_attendees_in_printed_order() -> None:
    body = (
        "3月4日，〔zone:青桐开发区〕召开〔programme:“净水”行动〕推进会。〔agency:党工委〕书记〔person:秦望舒〕主持会议，管委会主任"
        "〔person:佟书〕出席并讲话，区领导〔person:栗原〕、〔person:沙白〕及〔agency:区住建局〕主要负责人参加会议。"
    )
    assert events(body) == [
        (
            "meeting",
            "2021-03-04",
            ["青桐开发区:host", "“净水”行动:target", "秦望舒:host", "佟书:speaker", "栗原:attendee", "沙白:attendee", "区住建局:attendee"],
        )
    ]


def test_body_whose_own_meeting_it_is_hosts_it() -> None:
    body = "3月4日，区长〔person:佟书〕主持召开〔agency:区国土空间规划委员会〕2021年第二次会议。"
    assert events(body)[0][2] == ["佟书:host", "区国土空间规划委员会:host"]


def test_headline_names_the_host() -> None:
    found = events("3月4日，〔person:佟书〕主持召开专题会议。", headline="〔zone:青桐开发区〕召开专题会议")
    assert found[0][2] == ["青桐开发区:host", "佟书:host"]


def test_talks_have_hosts_guests_and_the_guests_body() -> None:
    body = (
        "3月4日，〔agency:市委〕书记〔person:秦望舒〕，市长〔person:佟书〕会见〔company:远岚控股〕董事长〔person:盛开〕一行，就〔project:远岚产业园项目〕"
        "进行洽谈。副市长〔person:栗原〕，〔company:远岚控股〕总裁〔person:沙白〕、投资总监〔person:谷雨〕参加会见。"
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
    body = (
        "3月4日，市长〔person:佟书〕会见〔company:远岚控股〕董事长〔person:盛开〕。会见前，〔person:盛开〕一行考察了〔company:禾晟机械〕。"
    )
    assert [kind for kind, _, _ in events(body)] == ["talks", "inspection"]


def test_unveiling_needs_no_word_for_ceremony() -> None:
    body = (
        "3月4日，〔institution:青桐铝材研究院〕在〔zone:青桐开发区〕揭牌。市长〔person:佟书〕致辞，〔agency:市科技局〕负责人参加揭牌仪式。"
    )
    assert events(body) == [("ceremony", "2021-03-04", ["青桐铝材研究院:target", "佟书:speaker", "市科技局:attendee"])]


def test_ceremony_told_only_by_its_attendance_is_one() -> None:
    body = "3月4日，〔zone:青桐开发区〕集中签约一批项目。市长〔person:佟书〕，副市长〔person:栗原〕出席签约仪式。"
    assert events(body) == [("ceremony", "2021-03-04", ["佟书:attendee", "栗原:attendee"])]


def test_repair_of_a_named_line_is_an_event() -> None:
    body = "3月4日，〔company:青桐供电公司〕对〔facility:10千伏云溪线〕开展抢修。"
    assert events(body) == [("other", "2021-03-04", ["青桐供电公司:host", "10千伏云溪线:target"])]


def test_gift_has_giver_and_taken() -> None:
    body = "3月4日，〔company:禾晟机械〕向〔institution:云溪小学〕捐赠图书300册。"
    assert events(body) == [("other", "2021-03-04", ["禾晟机械:host", "云溪小学:target"])]


@pytest.mark.parametrize("verb", ["调研", "督导检查", "走访慰问", "实地察看"])
def test_verbs_of_looking_open_an_inspection(verb: str) -> None:
    assert events(f"3月4日，市长〔person:佟书〕{verb}了〔company:禾晟机械〕。")[0][2] == ["佟书:inspector", "禾晟机械:target"]


def test_event_of_an_article_without_names_is_rejected_not_dropped() -> None:
    draft = draft_of("3月4日，市里召开专题会议。")
    find_events(draft)
    assert [(r.what, r.reason) for r in draft.rejected] == [("event", "too little is named")]


def test_rule_of_an_event_is_in_the_book() -> None:
    draft = draft_of("3月4日，市长〔person:佟书〕到〔company:禾晟机械〕调研。")
    find_events(draft)
    assert {e.rule for e in draft.events} <= {rule.id for rule in RULES}


def test_evidence_of_an_event_is_what_the_page_prints() -> None:
    draft = draft_of("3月4日，市长〔person:佟书〕到〔company:禾晟机械〕调研。")
    find_events(draft)
    assert draft.events[0].evidence.quote == "市长佟书到禾晟机械调研"


def test_body_in_whose_meeting_something_is_told_hosts_it() -> None:
    body = "3月4日，在〔agency:市供水局〕召开的节水总结大会上，局长〔person:秦望舒〕作典型发言。"
    assert events(body)[0][2] == ["市供水局:host", "秦望舒:speaker"]


def test_who_comes_to_a_zone_does_not_stem_from_it() -> None:
    body = "3月4日，市政协副主席〔person:秦望舒〕一行莅临〔zone:青桐开发区〕调研。"
    assert events(body)[0][2] == ["秦望舒:inspector", "青桐开发区:target"]


def test_who_accompanies_over_several_clauses_does_not_inspect() -> None:
    body = "3月4日，〔person:秦望舒〕一行在县委常委〔person:佟书〕，主任〔person:栗原〕的陪同下，对〔company:禾晟机械〕进行了检查。"
    assert events(body)[0][2] == ["秦望舒:inspector", "佟书:attendee", "栗原:attendee", "禾晟机械:target"]


def test_visitors_before_a_semicolon_inspect_and_hosts_after_it_attend() -> None:
    body = (
        "〔place:北岭市〕党政代表团到〔zone:青桐开发区〕考察。〔place:北岭市〕委书记〔person:秦望舒〕，市长〔person:佟书〕；"
        "市领导〔person:栗原〕，〔person:沙白〕参加活动。"
    )
    given = events(body)[0][2]
    assert {"秦望舒:inspector", "佟书:inspector", "栗原:attendee", "沙白:attendee"} <= set(given)


def test_works_listed_across_semicolons_are_what_a_signing_is_for() -> None:
    body = (
        "3月4日，〔place:云溪县〕举行项目集中签约仪式。本次签约的项目分别是：〔company:禾晟机械〕投资2亿元建设〔project:水泵项目〕；"
        "〔company:朗坤电缆〕投资3亿元建设〔project:电缆项目〕。"
    )
    assert events(body)[0][2] == ["云溪县:host", "禾晟机械:attendee", "水泵项目:target", "朗坤电缆:attendee", "电缆项目:target"]


def test_works_begun_together_are_a_ceremony_but_finished_ones_are_a_state() -> None:
    begun = events("3月4日，〔project:水泵项目〕等12个项目在〔zone:青桐开发区〕集中开工。")
    assert [(kind, roles) for kind, _, roles in begun] == [("ceremony", ["水泵项目:target"])]
    assert events("〔project:水泵项目〕等9个项目已竣工投产。") == []


def test_attendee_who_speaks_later_is_a_speaker() -> None:
    body = (
        "3月4日，〔project:水泵项目〕签约仪式在〔place:云溪县〕举行。副市长〔person:佟书〕、局长〔person:栗原〕出席仪式。〔person:栗原〕"
        "在讲话中指出，要加快建设。"
    )
    assert events(body)[0][2] == ["水泵项目:target", "佟书:attendee", "栗原:speaker"]


def test_districts_that_report_are_presenters() -> None:
    body = "3月4日，〔agency:市水利局〕召开推进会。〔place:云溪县〕、〔zone:青桐开发区〕分别汇报了有关工作情况。"
    assert events(body)[0][2] == ["市水利局:host", "云溪县:presenter", "青桐开发区:presenter"]


def test_meeting_on_another_day_is_another_meeting() -> None:
    body = "3月4日，〔agency:市水利局〕召开推进会。3月9日，〔agency:市水利局〕召开调度会。"
    assert [date for _, date, _ in events(body)] == ["2021-03-04", "03-09"]


def test_town_and_company_sign_for_a_work() -> None:
    body = "3月4日，〔place:云溪镇〕与〔company:禾晟机械〕就计划总投资2亿元的〔project:水泵项目〕成功签约。"
    assert events(body)[0][2] == ["云溪镇:attendee", "禾晟机械:attendee", "水泵项目:target"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("3月4日，副省长〔person:秦望舒〕在市委书记〔person:佟书〕等陪同下到〔company:禾晟机械〕视察。",
         ["秦望舒:inspector", "佟书:attendee", "禾晟机械:target"]),
        ("3月4日，书记〔person:秦望舒〕率四大班子领导〔person:佟书〕到〔zone:青桐开发区〕察看项目。",
         ["秦望舒:inspector", "佟书:attendee", "青桐开发区:target"]),
        ("3月4日，考察团在〔person:秦望舒〕的带领下，参观了〔company:禾晟机械〕。", ["秦望舒:inspector", "禾晟机械:target"]),
        ("3月4日，市长〔person:秦望舒〕深入〔company:禾晟机械〕开展“送清凉”活动。", ["秦望舒:inspector", "禾晟机械:target"]),
        ("3月4日，市长〔person:秦望舒〕赴〔company:禾晟机械〕拜访董事长〔person:佟书〕。",
         ["秦望舒:inspector", "禾晟机械:target", "佟书:target"]),
        ("3月4日，观摩团先后到〔company:禾晟机械〕、〔company:朗坤电缆〕观摩。市领导〔person:佟书〕参加观摩。",
         ["禾晟机械:target", "朗坤电缆:target", "佟书:attendee"]),
    ],
)  # fmt: skip
def test_visit_is_told_in_many_ways(body: str, expected: list[str]) -> None:
    assert [(kind, roles) for kind, _, roles in events(body)] == [("inspection", expected)]


@pytest.mark.parametrize(
    "body",
    [
        "3月4日，书记〔person:秦望舒〕在全市重点项目推进会上强调，要抓项目。",
        "在3月4日召开的全市重点项目推进会上，书记〔person:秦望舒〕强调，要抓项目。",
    ],
)
def test_meeting_told_only_by_what_was_said_at_it_has_its_speaker(body: str) -> None:
    assert [(kind, roles) for kind, _, roles in events(body)] == [("meeting", ["秦望舒:speaker"])]
