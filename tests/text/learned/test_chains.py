"""The joins are those that are likeliest as a whole, none twice and none in a circle."""

from __future__ import annotations

import numpy as np

from kg.text.learned.chains import chain

NO = -np.inf


def chained(rows: list[list[float]]) -> list[list[int]]:
    return chain(np.array(rows, np.float32))


def test_a_run_is_followed_by_the_likelier_one() -> None:
    assert chained([[NO, 1, 3], [NO, NO, NO], [NO, NO, NO]]) == [[0, 2], [1]]


def test_two_runs_are_not_followed_by_the_same() -> None:
    assert chained([[NO, NO, 2], [NO, NO, 3], [NO, NO, NO]]) == [[0], [1, 2]]


def test_no_circle() -> None:
    assert chained([[NO, 3], [2, NO]]) == [[0, 1]]


def test_a_join_against_the_odds_is_not_made() -> None:
    assert chained([[NO, -3], [NO, NO]]) == [[0], [1]]


def test_two_likely_joins_are_made_before_one_that_is_likelier_than_either() -> None:
    assert chained([[NO, 4, 5], [NO, NO, 4], [NO, NO, NO]]) == [[0, 1, 2]]


def test_a_circle_of_three_is_opened_where_it_is_least_likely() -> None:
    assert chained([[NO, 3, NO], [NO, NO, 4], [1, NO, NO]]) == [[0, 1, 2]]
