"""Who runs a programme that a verb stands before."""

from __future__ import annotations

from tests.extract.marked import facts


def test_the_subject_may_stand_clauses_back() -> None:
    assert facts("〔A市商务局〕聚焦企业所盼，落实各项政策，扎实开展〔G助企行动〕。") == ["市商务局 runs 助企行动"]


def test_what_a_leader_demands_is_run_by_the_place_led() -> None:
    found = facts("〔A市委〕书记、市长〔P甲一〕到企业调研。〔P甲一〕强调，要持续开展〔G助企行动〕。", city="滁州市")
    assert [fact for fact in found if "runs" in fact] == ["滁州市 runs 助企行动"]


def test_a_programme_shared_with_a_city_is_not_that_citys_alone() -> None:
    assert facts("〔L青川县〕正在推进与〔L江川市〕的〔G“同城化”行动〕。") == ["青川县 runs “同城化”行动"]


def test_the_judge_of_a_strategy_does_not_run_it() -> None:
    assert facts("〔A省统计局〕来人，〔P赵梅〕对〔L青川县〕推进〔G“工业强县”战略〕的做法给予肯定。") == ["青川县 runs “工业强县”战略"]


def test_who_holds_a_meeting_on_a_plan_does_not_run_the_plan() -> None:
    assert facts("〔Z青桐示范区〕主持召开〔G国土空间规划方案〕专题会议。") == []
    assert facts("〔Z青桐示范区〕启动〔G国土空间规划方案〕编制。") == ["青桐示范区 runs 国土空间规划方案"]
