"""Who runs a programme and who only hands it out or takes part."""

from __future__ import annotations

from tests.extract.marked import facts


def test_who_hands_a_grant_out_does_not_run_it() -> None:
    assert facts("〔A沧河县人社局〕累计发放〔G青禾创业贷款〕830万元。") == []


def test_who_takes_part_in_drafting_a_standard_takes_part_in_it() -> None:
    assert facts("〔C朗川重工〕参与制定行业标准《〔G焊接机器人导则〕》。") == ["朗川重工 participates_in 焊接机器人导则"]
    assert facts("〔C朗川重工〕牵头制定行业标准《〔G焊接机器人导则〕》。") == ["朗川重工 runs 焊接机器人导则"]
