"""Who has which part in a work that stands as a heading over its labels."""

from __future__ import annotations

from tests.extract.marked import facts


def test_labels_under_the_name_of_a_work_are_its_parties() -> None:
    found = facts(
        "一、〔J云溪水厂工程〕招标人：〔A云溪县水利局〕；第一候选人：〔C望川建工〕，报价3亿元；第二候选人：〔C青河路桥〕，报价4亿元。"
        "二、〔J云溪二桥工程〕招标人：〔A云溪县交通局〕；第一候选人：〔C青河路桥〕，报价2亿元。"
    )
    assert found == [
        "云溪县水利局 undertakes 云溪水厂工程",
        "望川建工 undertakes 云溪水厂工程",
        "青河路桥 participates_in 云溪水厂工程",
        "云溪县交通局 undertakes 云溪二桥工程",
        "青河路桥 undertakes 云溪二桥工程",
    ]


def test_labels_after_a_sentence_about_a_work_are_not_its_parties() -> None:
    assert facts("记者到〔J云溪水厂工程〕采访。招标人：〔A云溪县交通局〕。") == []


def test_an_agent_acts_for_the_owner_and_the_overseer_watches_every_work() -> None:
    found = facts(
        "一、〔J云溪水厂工程〕招标人：〔A云溪县水利局〕；招标代理机构：〔C衡正咨询〕；第一中标候选人：〔C望川建工〕。"
        "二、〔J云溪县医院彩超采购项目〕采购人：〔I云溪县医院〕；成交供应商：〔C青河医疗〕。监督部门：〔A云溪县财政局〕。"
    )
    assert found == [
        "云溪县水利局 undertakes 云溪水厂工程",
        "衡正咨询 assists 云溪县水利局",
        "望川建工 undertakes 云溪水厂工程",
        "云溪县医院 undertakes 云溪县医院彩超采购项目",
        "青河医疗 supplies 云溪县医院彩超采购项目",
        "青河医疗 supplies 云溪县医院",
        "云溪县财政局 oversees 云溪水厂工程",
        "云溪县财政局 oversees 云溪县医院彩超采购项目",
    ]


def test_the_headline_of_a_notice_names_its_work() -> None:
    body = "招标人：〔A云溪县水利局〕；第一中标候选人：〔C望川建工〕，报价3亿元。"
    assert facts(body, "〔J云溪水厂工程〕施工中标候选人公示") == [
        "云溪县水利局 undertakes 云溪水厂工程",
        "望川建工 undertakes 云溪水厂工程",
    ]
    assert facts(body, "〔J云溪水厂工程〕开工") == []


def test_an_agency_whose_principal_is_not_named_takes_part() -> None:
    assert facts("项目名称：〔J云溪水厂工程〕；招标代理：〔C衡正咨询〕。") == ["衡正咨询 participates_in 云溪水厂工程"]
