"""Work spread over processes: in order, and a process that dies costs what it held."""

from __future__ import annotations

import os

from kg.pool import spread


def doubled(number: int) -> int:
    return 2 * number


def fatal(number: int) -> int:
    if number == 3:
        os._exit(1)
    return number


def lost(number: int) -> int:
    return -number


def test_results_come_in_order() -> None:
    assert list(spread(doubled, range(20), 2, lost)) == [2 * n for n in range(20)]


def test_a_process_that_dies_costs_its_own_item() -> None:
    assert list(spread(fatal, range(6), 2, lost)) == [0, 1, 2, -3, 4, 5]
