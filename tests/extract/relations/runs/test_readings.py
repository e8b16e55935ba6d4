"""Who runs a programme and who only hands it out or takes part."""

from __future__ import annotations

from tests.extract.marked import facts, read


def test_who_hands_a_grant_out_does_not_run_it() -> None:
    assert facts("〔A沧河县人社局〕累计发放〔G青禾创业贷款〕830万元。") == []


def test_who_takes_part_in_drafting_a_standard_takes_part_in_it() -> None:
    assert facts("〔C朗川重工〕参与制定行业标准《〔G焊接机器人导则〕》。") == ["朗川重工 participates_in 焊接机器人导则"]
    assert facts("〔C朗川重工〕牵头制定行业标准《〔G焊接机器人导则〕》。") == ["朗川重工 runs 焊接机器人导则"]


def test_what_is_to_take_effect_is_planned() -> None:
    for words, status in (("将于10月1日起施行", "planned"), ("正在施行", "stated")):
        (claim,) = (c for c in read(f"〔A青川县市场监管局〕说，〔G青川食品办法〕{words}。").claims if c.predicate == "runs")
        assert claim.status == status, words
