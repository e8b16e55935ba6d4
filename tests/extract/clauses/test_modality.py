"""What is said to be so, and what is denied."""

from __future__ import annotations

import pytest

from kg.extract.clauses.modality import borne_out, is_demanded, is_denied, status_of


def test_a_sentence_that_denies_is_known() -> None:
    assert is_denied("针对网传的说法，甲公司予以否认。")
    assert not is_denied("甲公司予以确认。")


@pytest.mark.parametrize(
    ("inside", "status"),
    [
        ("甲公司要与乙公司对接", "planned"),
        ("甲公司打算与乙公司共建", "planned"),
        ("甲局将会同乙协会建立机制", "planned"),
        ("甲公司将设备交给乙公司", "stated"),
        ("甲公司主要与乙公司合作", "stated"),
        ("甲公司需要与乙公司合作的产品", "stated"),
        ("甲公司与乙公司签订协议", "signed"),
        ("Ⓛ将落实Ⓖ", "planned"),
        ("Ⓐ将全面启动Ⓖ", "planned"),
        ("Ⓒ…下半年将投资1.2亿元建设Ⓙ", "planned"),
        ("Ⓘ将参与Ⓙ的课题攻关", "planned"),
        ("Ⓙ将由Ⓒ承建", "planned"),
        ("Ⓒ将为Ⓙ供应水泵", "planned"),
        ("Ⓒ与Ⓒ签订协议，将建设分厂", "signed"),
        ("Ⓒ将所持Ⓒ35%的股权转让给Ⓒ", "stated"),
        ("Ⓒ将投资款转给Ⓒ", "stated"),
        ("Ⓐ将从业人员送到Ⓒ", "stated"),
    ],
)
def test_what_is_meant_to_be_is_planned(inside: str, status: str) -> None:
    assert status_of("", inside) == status


@pytest.mark.parametrize(
    ("read", "said", "before_last", "status"),
    [
        ("denied", "双方就选址达成初步意向，尚未签订正式协议。", "", "planned"),
        ("signed", "甲公司与市政府洽谈，尚未签约。", "", "planned"),
        ("denied", "甲公司正与乙公司商谈共建平台。", "", "stated"),
        ("denied", "甲公司未投资乙公司。", "", "denied"),
        ("denied", "网传甲公司投资乙公司，甲公司予以否认。", "", "denied"),
        ("stated", "县水务局表示，将为街道派出小组。", "将为", "planned"),
        ("stated", "县水务局将设备交给街道。", "将设备交给", "stated"),
        ("stated", "县水务局为街道派出小组。", "为", "stated"),
    ],
)
def test_a_status_that_is_read_must_be_borne_out(read: str, said: str, before_last: str, status: str) -> None:
    assert borne_out(read, said, before_last) == status


@pytest.mark.parametrize(
    ("before", "demanded"),
    [
        ("陈望山要求，市水利局要靠前服务，", True),
        ("会议强调，各单位务必压实责任，", True),
        ("陈望山要求，市水利局主动上门，", False),
        ("陈望山要求加快建设。市水利局", False),
        ("主要由市水利局", False),
        ("陈望山要求，由市水利局供应水泵，", False),
        ("会议强调，要抓进度；市水利局", False),
    ],
)
def test_what_is_demanded_is_not_yet_done(before: str, demanded: bool) -> None:
    assert is_demanded(before) is demanded
