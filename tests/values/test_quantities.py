"""Printed quantities."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kg.values.quantities import read


@pytest.mark.parametrize(
    ("printed", "number", "base"),
    [
        ("48亿元", "4800000000", "CNY"),
        ("1.2亿美元", "120000000", "USD"),
        ("三十余家", "30", "家"),
        ("2.78万千瓦", "27800", "kW"),
        ("3×300吨/时", "900", "t/h"),
        ("8.6平方公里", "8600000", "m2"),
        ("1,043万元", "10430000", "CNY"),
        ("一百二十亿元", "12000000000", "CNY"),
    ],
)
def test_quantity_is_normalised_beside_its_printed_form(printed: str, number: str, base: str) -> None:
    quantity = read(printed)
    assert quantity is not None
    assert (quantity.printed, quantity.number, quantity.base) == (printed, Decimal(number), base)


def test_vague_quantities_say_so() -> None:
    found = [read(printed) for printed in ("约625亩", "300多项", "48亿元")]
    assert [(q.approximate, q.at_least) for q in found if q] == [(True, False), (True, True), (False, False)]


def test_words_are_no_quantity() -> None:
    assert read("若干家") is None
