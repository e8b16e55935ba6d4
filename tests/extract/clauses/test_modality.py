"""What is said to be so, and what is denied."""

from __future__ import annotations

import pytest

from kg.extract.clauses.modality import is_denied, status_of


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
    ],
)
def test_what_is_meant_to_be_is_planned(inside: str, status: str) -> None:
    assert status_of("", inside) == status
