"""Printed quantities."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kg.values.quantities import pattern, read


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
        ("12,500万元", "125000000", "CNY"),
        ("3.2亿", "320000000", "CNY"),
        ("3亿至5亿元", "300000000", "CNY"),
        ("3-5亿元", "300000000", "CNY"),
        ("8000万元～1.2亿元", "80000000", "CNY"),
        ("123456789012345亿元", "12345678901234500000000", "CNY"),
        ("9" * 40 + "万亿元", "9" * 40 + "0" * 12, "CNY"),
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


def test_a_range_is_at_least_its_lower_end() -> None:
    quantity = read("3亿至5亿元")
    assert quantity is not None
    assert (quantity.approximate, quantity.at_least) == (True, True)


def test_a_row_of_digits_without_end_is_no_quantity_and_no_error() -> None:
    assert read("1" * 5000 + "亿元") is None


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("投资3.2亿建设大桥", ["3.2亿"]),
        ("总投资12,500万元", ["12,500万元"]),
        ("投资3亿至5亿元建设", ["3亿至5亿元"]),
        ("2020-2022年，投资5亿元", ["5亿元"]),
        ("3.2亿人次", []),
        ("5亿多次点击", []),
    ],
)
def test_what_is_found_in_a_text(text: str, printed: list[str]) -> None:
    assert [match.group() for match in pattern().finditer(text) if (q := read(match.group())) and q.base == "CNY"] == printed
